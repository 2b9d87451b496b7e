"""Amendments of one plan that meet: those that cannot go together, and those that withdraw only together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from wederkerig.consolidation.citaat import gewoord, has_words, same_words
from wederkerig.consolidation.gang import Gang, fail
from wederkerig.consolidation.ingreep import Ingreep, Mislukt, overlapping, perform
from wederkerig.consolidation.teksten import Plaats, Register


def refuse_overlaps(register: Register, gangen: Iterable[Gang]) -> None:
    """Of two amendments that change the same words, the later one is in conflict."""
    for group in _by_place(gangen).values():
        while (place := overlapping([ingreep for _, ingreep in group])) is not None:
            gang, _ = group.pop(place)
            fail(register, gang, Mislukt("overlapt", ""))


def refuse_moves(register: Register, gangen: Sequence[Gang]) -> None:
    """An agreement that is withdrawn does not move, and one that moves does so once."""
    gone = _withdrawn(gangen)
    for gang in gangen:
        if not (gang.goes and gang.zet is not None and not gang.zet.nieuw):
            continue
        if gang.zet.concept.id in gone:
            fail(register, gang, Mislukt("overlapt", ""))
        gone.add(gang.zet.concept.id)


def refuse_twins(register: Register, gangen: Sequence[Gang]) -> None:
    """A new agreement whose words stand in the document already is in conflict, unless those go."""
    gone = _withdrawn(gangen)
    stays = [concept for concept in register.werk.afspraken if concept.id not in gone]
    added: list[str] = []
    for gang in gangen:
        if not (gang.goes and gang.zet is not None and gang.zet.nieuw) or gang.zet.vast:
            continue
        words = gang.wijziging.tekst
        twin = next((each for each in stays if same_words(each.tekst, words)), None)
        if twin is not None or any(same_words(text, words) for text in added):
            gang.plaats = Plaats("afspraak", twin.id) if twin else None
            gang.zet = None
            fail(register, gang, Mislukt("staat er al" if twin else "overlapt", words))
        added.append(words)


def withdraw_emptied(register: Register, gangen: Iterable[Gang]) -> None:
    """An agreement of which every sentence is struck is withdrawn."""
    for plaats, group in _by_place(gangen).items():
        text = register.text_at(plaats)
        if plaats.soort != "afspraak" or any(gang.wijziging.soort != "verwijderen" for gang, _ in group):
            continue
        if has_words(text) and not gewoord(perform(text, [ingreep for _, ingreep in group])).words:
            for gang, ingreep in group:
                gang.ingreep = replace(ingreep, whole=True)


def _withdrawn(gangen: Iterable[Gang]) -> set[str]:
    return {gang.plaats.naam for gang, ingreep in _cuts(gangen) if gang.plaats and ingreep.whole}


def _by_place(gangen: Iterable[Gang]) -> dict[Plaats, list[tuple[Gang, Ingreep]]]:
    places: dict[Plaats, list[tuple[Gang, Ingreep]]] = {}
    for gang, ingreep in _cuts(gangen):
        if gang.plaats is not None:
            places.setdefault(gang.plaats, []).append((gang, ingreep))
    return places


def _cuts(gangen: Iterable[Gang]) -> Iterator[tuple[Gang, Ingreep]]:
    return ((gang, gang.ingreep) for gang in gangen if gang.goes and gang.ingreep is not None)
