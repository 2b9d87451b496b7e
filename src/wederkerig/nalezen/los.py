"""Corrections whose fact is not found in this reading, each with the fact that looks most like it."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz

from wederkerig.nalezen.boom import Knoop, walk
from wederkerig.nalezen.item import Los
from wederkerig.nalezen.plaatsen import place_of, short
from wederkerig.nalezen.sleutels import KOP
from wederkerig.nalezen.verbetering import Verbetering

_LEAST = 60.0
_SAME_PLACE = 10.0


def tell(root: Knoop, los: Iterable[Verbetering], index: dict[str, Knoop]) -> tuple[Los, ...]:
    """Each with why it has no effect, and the nearest fact of its kind."""
    knopen = [knoop for knoop in walk(root) if knoop.gelezen is not None and knoop.sleutel != KOP]
    return tuple(_tell(each, knopen, index) for each in los)


def _tell(said: Verbetering, knopen: list[Knoop], index: dict[str, Knoop]) -> Los:
    if said.sleutel in index:
        return Los(verbetering=said, uitleg="Dit veld is er niet meer bij dit gegeven.", nabij=said.sleutel)
    nearest = _nearest(said, knopen)
    missing = "Waar dit bij hoort" if said.soort == "nieuw" else "Dit gegeven"
    return Los(
        verbetering=said,
        uitleg=f"{missing} is in deze lezing van het stuk niet gevonden.",
        nabij=nearest.sleutel if nearest else None,
        nabij_plaats=place_of(nearest) if nearest else None,
        nabij_woorden=short(nearest.soort.woorden(nearest.gelezen)) if nearest else None,
    )


def _nearest(said: Verbetering, knopen: list[Knoop]) -> Knoop | None:
    """The fact of the same kind with the likest words, one in the same place going before."""
    sought = said.ouder if said.soort == "nieuw" and said.ouder else said.sleutel
    kind = sought.partition("-")[0]
    best, most = None, _LEAST
    for knoop in knopen:
        if knoop.soort.naam != kind:
            continue
        words = knoop.soort.woorden(knoop.gelezen)
        likeness = fuzz.ratio(said.woorden.casefold(), words.casefold()[: max(80, len(said.woorden))])
        likeness += _SAME_PLACE if said.plaats and said.plaats == place_of(knoop) else 0
        if likeness > most:
            best, most = knoop, likeness
    return best
