"""The places of a document where words can be found again, each as what people call it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from wederkerig.consolidation.weergave import (
    begrip_lines,
    inhoud_words,
    kader_words,
    partij_line,
    tabel_lines,
)
from wederkerig.model import Afspraak, Doel, Inhoud, Kop, Overeenkomst, Thema

PlaatsSoort = Literal[
    "afspraak", "proces", "thema", "doelen", "tabel", "bijlage", "begrippen", "partijen", "deel"
]


class Vindplaats(NamedTuple):
    """A place with its words; `doel` names it as an amendment would."""

    soort: PlaatsSoort
    naam: str
    tekst: str
    doel: Doel


def places_of(document: Overeenkomst) -> tuple[Vindplaats, ...]:
    """Every place of the document, agreements first."""
    return tuple(place for place in _places(document) if place.tekst.strip())


def _places(document: Overeenkomst) -> Iterator[Vindplaats]:
    for afspraak in document.afspraken:
        yield agreement_place(afspraak)
    for hoofdstuk in document.hoofdstukken:
        doel = Doel(onderdeel="proces", titel=hoofdstuk.titel)
        yield Vindplaats("proces", f"hoofdstuk {hoofdstuk.titel}", hoofdstuk.tekst, doel)
    for thema in document.themas:
        yield from _theme_places(thema)
    for tabel in document.tabellen:
        doel = Doel(onderdeel="tabel", titel=tabel.titel, nummer=tabel.afspraak)
        naam = (
            f"tabel {tabel.titel}" if tabel.titel else f"de tabel bij afspraak {tabel.afspraak or 'onbekend'}"
        )
        yield Vindplaats("tabel", naam, "\n".join(tabel_lines(tabel)), doel)
    kaders = "\n".join(kader_words(kader) for kader in document.kaders)
    yield Vindplaats("bijlage", "de bijlage", kaders, Doel(onderdeel="bijlage"))
    begrippen = "\n".join(begrip_lines(document.begrippen))
    yield Vindplaats("begrippen", "de begrippenlijst", begrippen, Doel(onderdeel="begrippen"))
    partijen = "\n".join(partij_line(partij) for partij in document.partijen)
    yield Vindplaats("partijen", "de lijst van partijen", partijen, Doel(onderdeel="partijen"))


def agreement_place(afspraak: Afspraak) -> Vindplaats:
    """An agreement with its steps."""
    tekst = "\n".join((afspraak.tekst, *(stap.tekst for stap in afspraak.stappen)))
    doel = Doel(nummer=afspraak.nummer, thema=afspraak.thema, afspraak=afspraak.id)
    return Vindplaats("afspraak", f"afspraak {afspraak.nummer}", tekst, doel)


def _theme_places(thema: Thema) -> Iterator[Vindplaats]:
    naam = f"thema {thema.titel}"
    tekst = "\n".join((thema.context, *thema.ambities))
    yield Vindplaats("thema", naam, tekst, Doel(onderdeel="thema", thema=thema.titel))
    doel = Doel(onderdeel="doelen", thema=thema.titel)
    yield Vindplaats("doelen", f"de doelen van {naam}", "\n".join(thema.doelen), doel)


def whole_part(document: Overeenkomst, inhoud: Inhoud) -> Vindplaats:
    """The parts that `inhoud` gives, as they are in the document."""
    names = [name for name in Inhoud.model_fields if name not in {"kop", "stappen"}]
    now = Inhoud(**{name: getattr(document, name) for name in names if getattr(inhoud, name) is not None})
    if inhoud.kop is not None:
        fields = {name: getattr(document, name) for name in Kop.model_fields}
        now = now.model_copy(update={"kop": Kop(**fields)})
    return Vindplaats("deel", "dit onderdeel", inhoud_words(now), Doel())
