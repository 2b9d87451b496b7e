"""The texts of a document that can promise something in figures, each with the quantities read in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from wederkerig.model import Afspraak, Bron, Getal, Stuk, Termijn, Thema, Wijziging
from wederkerig.monitoring.normen.aangehaald import Aanhaling, part_of, quotations

Soort = Literal["afspraak", "stap", "doel", "context", "wijziging", "aangehaald"]


@dataclass(frozen=True, slots=True)
class Tekst:
    """A text and where it belongs.

    kop: the headings above it, and of a step the agreement it stands beside. los: its quantities were read
    elsewhere in the document, so they are only in it if the words around them are there too.
    """

    soort: Soort
    tekst: str
    getallen: tuple[Getal, ...]
    termijnen: tuple[Termijn, ...]
    afspraak: str = ""
    nummer: str = ""
    thema: str | None = None
    rubriek: str = ""
    kop: str = ""
    actoren: tuple[str, ...] = ()
    bron: Bron | None = None
    jaar: int | None = None
    los: bool = False


def texts_of(stuk: Stuk) -> Iterator[Tekst]:
    """Agreements with their steps, goals and introductions of themes, amendments with what they leave."""
    for afspraak in stuk.afspraken:
        yield from _agreement(afspraak)
    outside = _outside(stuk)
    for thema in stuk.themas:
        yield from _theme(stuk, thema, outside)
    quoted = dict(quotations(stuk))
    for wijziging in stuk.wijzigingen:
        standing = quoted.pop(part_of(wijziging), None)
        if standing is not None:
            yield _quotation(wijziging, standing)
        if wijziging.soort != "verwijderen":
            yield _amendment(stuk, wijziging)


def _agreement(afspraak: Afspraak) -> Iterator[Tekst]:
    heading = " ".join(filter(None, (afspraak.thema, afspraak.rubriek)))
    own = Tekst(
        soort="afspraak",
        tekst=afspraak.tekst,
        getallen=afspraak.getallen,
        termijnen=afspraak.termijnen,
        afspraak=afspraak.id or "",
        nummer=afspraak.nummer,
        thema=afspraak.thema,
        rubriek=afspraak.rubriek or "",
        kop=heading,
        actoren=afspraak.actoren,
        bron=afspraak.bron,
    )
    yield own
    for stap in afspraak.stappen:
        yield Tekst(
            soort="stap",
            tekst=stap.tekst,
            getallen=stap.getallen,
            termijnen=stap.termijnen,
            afspraak=own.afspraak,
            nummer=own.nummer,
            thema=own.thema,
            rubriek=own.rubriek,
            kop=f"{heading}\n{own.tekst}",
            actoren=stap.actoren or own.actoren,
            bron=stap.bron,
        )


def _theme(stuk: Stuk, thema: Thema, getallen: Sequence[Getal]) -> Iterator[Tekst]:
    kinds: list[tuple[Soort, str]] = [("doel", text) for text in (*thema.doelen, *thema.ambities)]
    for soort, text in [*kinds, ("context", thema.context)]:
        if text:
            yield Tekst(
                soort=soort,
                tekst=text,
                getallen=tuple(getallen),
                termijnen=stuk.termijnen,
                thema=thema.titel,
                kop=thema.titel,
                bron=thema.bron,
                los=True,
            )


def _quotation(wijziging: Wijziging, standing: Aanhaling) -> Tekst:
    return Tekst(
        soort="aangehaald",
        tekst=standing.tekst,
        getallen=standing.getallen,
        termijnen=standing.termijnen,
        afspraak=wijziging.doel.afspraak or "",
        nummer=_number(wijziging),
        thema=wijziging.doel.thema,
        kop=" ".join(filter(None, (wijziging.doel.thema, wijziging.doel.titel))),
        bron=wijziging.bron,
    )


def _amendment(stuk: Stuk, wijziging: Wijziging) -> Tekst:
    inside = wijziging.bron
    return Tekst(
        soort="wijziging",
        tekst=wijziging.tekst,
        getallen=tuple(each for each in stuk.getallen if _within(each.bron, inside)),
        termijnen=tuple(each for each in stuk.termijnen if _within(each.bron, inside)),
        afspraak=wijziging.doel.afspraak or "",
        nummer=_number(wijziging),
        thema=wijziging.doel.thema,
        kop=" ".join(filter(None, (wijziging.doel.thema, wijziging.doel.titel, wijziging.huidig))),
        bron=inside,
        jaar=wijziging.jaar,
    )


def _number(wijziging: Wijziging) -> str:
    return (wijziging.plek.nummer if wijziging.plek else wijziging.doel.nummer) or ""


def _within(bron: Bron | None, outer: Bron | None) -> bool:
    return bool(bron and outer and outer.van <= bron.van < outer.tot)


def _outside(stuk: Stuk) -> list[Getal]:
    """The quantities that stand in no agreement and in no step."""
    inside = {
        getal.bron.van
        for afspraak in stuk.afspraken
        for getal in (*afspraak.getallen, *(each for stap in afspraak.stappen for each in stap.getallen))
        if getal.bron
    }
    return [getal for getal in stuk.getallen if getal.bron and getal.bron.van not in inside]
