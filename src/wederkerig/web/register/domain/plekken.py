"""The places an amendment can be sent to, each with the words people call it by and a code for a form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.utils.translation import gettext as _

from wederkerig.consolidation.citaat import same_words
from wederkerig.consolidation.weergave import begrip_lines, kader_words
from wederkerig.export.words import one_line
from wederkerig.model import Afspraak, Doel, Overeenkomst, Verwerking

_OPENING = 60


class Plek(NamedTuple):
    """One place: its code, what it is called, how its text begins, and the target of an amendment there."""

    code: str
    naam: str
    begin: str
    doel: Doel
    tekst: str


class Groep(NamedTuple):
    """Places of one kind, to choose from."""

    naam: str
    plekken: tuple[Plek, ...]


def places(stuk: Overeenkomst) -> tuple[Groep, ...]:
    """Every text that can be added to, changed or struck: agreements, goals, chapters, openings of themes."""
    groups = (
        Groep(_("Afspraken"), tuple(_agreements(stuk.afspraken))),
        Groep(_("Doelen"), tuple(_goals(stuk))),
        Groep(_("Inleiding van een thema"), tuple(_openings(stuk))),
        Groep(_("Andere hoofdstukken"), tuple(_chapters(stuk))),
    )
    return tuple(group for group in groups if group.plekken)


def themes(stuk: Overeenkomst) -> tuple[Groep, ...]:
    """The themes under which a new agreement can come."""
    titles = dict.fromkeys(
        [*(thema.titel for thema in stuk.themas), *(each.thema for each in stuk.afspraken if each.thema)]
    )
    found = tuple(Plek(f"onder:{one_line(title)}", title, "", Doel(thema=title), "") for title in titles)
    return (Groep(_("Thema’s"), found),) if found else ()


def choices(stuk: Overeenkomst, verwerking: Verwerking) -> tuple[Groep, ...]:
    """Where this amendment can go instead; none for parts that stand alone, such as the annex."""
    proposed = verwerking.wijziging
    if proposed.tabel is not None or proposed.inhoud is not None or proposed.soort == "bijlage":
        return ()
    if proposed.soort == "nieuw":
        return themes(stuk) if proposed.doel.onderdeel is None else ()
    if proposed.soort == "verplaatsing":
        return places(stuk)[:1]
    return places(stuk) if proposed.doel.onderdeel in {None, "proces", "doelen"} else ()


def place(groups: Iterable[Groep], code: str) -> Plek | None:
    """The place with this code."""
    return next((plek for group in groups for plek in group.plekken if plek.code == code), None)


def called(stuk: Overeenkomst, naam: str, words: str) -> Iterator[Plek]:
    """The places that consolidation calls by this name and that hold these words."""
    for group in places(stuk):
        for plek in group.plekken:
            plain = naam in {plek.naam, *_other_names(plek.doel)}
            if plain and words in plek.tekst:
                yield plek


def text_of(stuk: Overeenkomst, doel: Doel) -> tuple[str, str] | None:
    """What people call a part that is no agreement, and its words; None where there is no such part."""
    names = [name for name in (doel.titel, doel.thema) if name]
    if doel.onderdeel == "bijlage":
        return "bijlage", "\n".join(kader_words(kader) for kader in stuk.kaders)
    if doel.onderdeel == "begrippen":
        return "begrippen", "\n".join(begrip_lines(stuk.begrippen))
    for group in places(stuk):
        for plek in group.plekken:
            titles = [title for title in (plek.doel.titel, plek.doel.thema) if title and not plek.doel.nummer]
            same = any(same_words(title, name) for title in titles for name in names)
            if same and plek.doel.onderdeel == doel.onderdeel:
                return next(iter(_other_names(plek.doel))), plek.tekst
    return None


def _other_names(doel: Doel) -> Iterator[str]:
    if doel.nummer:
        yield f"afspraak {doel.nummer}"
        yield f"afspraak {doel.nummer} ({doel.thema})"
    elif doel.titel:
        yield f"hoofdstuk {doel.titel}"
    elif doel.onderdeel == "doelen":
        yield f"doelen van thema {doel.thema}"
        yield f"thema {doel.thema}"
    else:
        yield f"thema {doel.thema}"


def _agreements(afspraken: Iterable[Afspraak]) -> Iterator[Plek]:
    for each in afspraken:
        doel = Doel(nummer=each.nummer, thema=each.thema, afspraak=each.id)
        yield Plek(f"afspraak:{each.id}", f"afspraak {each.nummer}", _opening(each.tekst), doel, each.tekst)


def _goals(stuk: Overeenkomst) -> Iterator[Plek]:
    for thema in stuk.themas:
        words = "\n".join((*thema.ambities, *thema.doelen))
        doel = Doel(onderdeel="doelen", thema=thema.titel)
        yield Plek(f"doelen:{one_line(thema.titel)}", thema.titel, _opening(words), doel, words)


def _openings(stuk: Overeenkomst) -> Iterator[Plek]:
    for thema in stuk.themas:
        if thema.context:
            doel = Doel(onderdeel="proces", thema=thema.titel)
            yield Plek(
                f"thema:{one_line(thema.titel)}", thema.titel, _opening(thema.context), doel, thema.context
            )


def _chapters(stuk: Overeenkomst) -> Iterator[Plek]:
    for hoofdstuk in stuk.hoofdstukken:
        doel = Doel(onderdeel="proces", titel=hoofdstuk.titel)
        yield Plek(
            f"hoofdstuk:{one_line(hoofdstuk.titel)}",
            hoofdstuk.titel,
            _opening(hoofdstuk.tekst),
            doel,
            hoofdstuk.tekst,
        )


def _opening(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _OPENING else f"{line[:_OPENING].rsplit(' ', 1)[0]} …"
