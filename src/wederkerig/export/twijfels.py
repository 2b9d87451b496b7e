"""The doubts of a document in one list: where reading had to choose, in words a person can settle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wederkerig.export.words import doel
from wederkerig.model import Afspraak, Feit, Getal, Stap, Stuk, Termijn


@dataclass(frozen=True, slots=True)
class Twijfel:
    """One doubt: where it stands, which words it is about, and what was chosen."""

    plaats: str
    woorden: str
    uitleg: str
    pagina: int | None


def twijfels(stuk: Stuk) -> list[Twijfel]:
    """All doubts, in the order in which the overview shows the facts."""
    return [
        Twijfel(place, words, fact.twijfel, fact.bron.pagina if fact.bron else None)
        for place, words, fact in _facts(stuk)
        if fact.twijfel
    ]


def _facts(stuk: Stuk) -> Iterator[tuple[str, str, Feit]]:
    yield from (("partijen", partij.naam, partij) for partij in stuk.partijen)
    yield from (("hoofdstuk", hoofdstuk.titel, hoofdstuk) for hoofdstuk in stuk.hoofdstukken)
    yield from (("thema", thema.titel, thema) for thema in stuk.themas)
    for afspraak in stuk.afspraken:
        place = f"afspraak {afspraak.nummer}"
        yield from _facts_of(place, afspraak)
        yield from ((place, verwijzing.tekst, verwijzing) for verwijzing in afspraak.verwijzingen)
        for number, stap in enumerate(afspraak.stappen, start=1):
            yield from _facts_of(f"{place}, stap {number}", stap)
    yield from _language("buiten de afspraken", stuk.getallen, stuk.termijnen)
    yield from ((f"wijziging van {doel(change.doel)}", change.tekst, change) for change in stuk.wijzigingen)
    yield from (("tabel", tabel.titel or "zonder titel", tabel) for tabel in stuk.tabellen)
    yield from (("begrippen", begrip.term, begrip) for begrip in stuk.begrippen)
    yield from (("kaders", kader.titel, kader) for kader in stuk.kaders)


def _facts_of(place: str, owner: Afspraak | Stap) -> Iterator[tuple[str, str, Feit]]:
    yield place, owner.tekst, owner
    yield from _language(place, owner.getallen, owner.termijnen)


def _language(
    place: str, getallen: Iterable[Getal], termijnen: Iterable[Termijn]
) -> Iterator[tuple[str, str, Feit]]:
    yield from ((place, getal.tekst, getal) for getal in getallen)
    yield from ((place, termijn.tekst, termijn) for termijn in termijnen)
