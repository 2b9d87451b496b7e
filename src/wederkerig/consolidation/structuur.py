"""Which agreements there are, in which order and under which numbers: withdrawn, moved and added."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wederkerig.consolidation.gang import Gang
from wederkerig.consolidation.identiteit import fresh_id
from wederkerig.consolidation.lagen import Laag
from wederkerig.consolidation.nummers import shifted
from wederkerig.consolidation.volgorde import arrange, number, take_rubriek
from wederkerig.consolidation.werkstuk import Werkstuk


def restructure(werk: Werkstuk, gangen: Sequence[Gang], naam: str) -> list[str]:
    """Withdraw, move and add agreements, and number them; gives the numbers of those withdrawn."""
    gone = {gang.plaats.naam: gang for gang in gangen if gang.goes and gang.plaats and _whole(gang)}
    zetten = [gang.zet for gang in gangen if gang.goes and gang.zet is not None]
    if not gone and not zetten:
        return []
    withdrawn = [concept.nummer for concept in werk.afspraken if concept.id in gone]
    stays = {concept.nummer for concept in werk.afspraken if concept.id not in gone}
    _hand_over(werk, gone)
    themas = [thema.titel for thema in werk.themas]
    known = {concept.id for concept in werk.afspraken}
    for gang in gangen:
        if gang.goes and gang.zet is not None and gang.zet.nieuw:
            _name(gang, known, naam)
        elif gang.goes and gang.zet is not None:
            _move(gang, naam)
    standing = [concept for concept in werk.afspraken if concept.id not in gone]
    werk.afspraken = arrange(standing, zetten, themas)
    for zet in zetten:
        if zet.nieuw and zet.na is None:
            take_rubriek(werk.afspraken, zet.concept)
    new = {zet.concept.id for zet in zetten if zet.nieuw}
    number(werk.afspraken, new, {zet.concept.id for zet in zetten if zet.vast})
    return [nummer for nummer in withdrawn if nummer and nummer not in stays]


def _whole(gang: Gang) -> bool:
    return gang.ingreep is not None and gang.ingreep.whole


def _hand_over(werk: Werkstuk, gone: Mapping[str, Gang]) -> None:
    """An agreement that takes up another is its successor."""
    for name, gang in gone.items():
        for concept in werk.afspraken:
            if concept.id == gang.wijziging.samengevoegd_met:
                concept.eerder = (*concept.eerder, name)


def _name(gang: Gang, known: set[str], naam: str) -> None:
    """Give a new agreement its id and its origin."""
    if gang.zet is None:
        return
    concept = gang.zet.concept
    if not concept.id or concept.id in known:
        concept.id = fresh_id(f"{naam}-{concept.nummer}", known)
    known.add(concept.id)
    concept.lagen = (Laag(len(concept.tekst), naam),)
    concept.besluiten = (naam,)


def _move(gang: Gang, naam: str) -> None:
    plek = gang.wijziging.plek
    if gang.zet is None or plek is None:
        return
    concept = gang.zet.concept
    concept.nummer, concept.thema, concept.rubriek = plek.nummer, plek.thema, plek.rubriek
    concept.besluiten = (*concept.besluiten, naam)


def changed_numbers(werk: Werkstuk, before: Sequence[tuple[str, str]]) -> dict[str, str]:
    """What became of each number that changed."""
    now = {concept.id: concept.nummer for concept in werk.afspraken}
    changes = [(nummer, now[name]) for name, nummer in before if name in now]
    return shifted(changes, [nummer for _, nummer in before])
