"""Find a fact back whose key changed, because reading now takes more or fewer words for it.

Only where there is no doubt: one fact of the same kind, in the same place of the same text, read with the
same values as when it was corrected. Everything else is left to a person.
"""

from __future__ import annotations

from collections.abc import Iterable

from wederkerig.model import Bron
from wederkerig.nalezen.boom import Knoop, walk
from wederkerig.nalezen.sleutels import plain
from wederkerig.nalezen.stand import Stand
from wederkerig.nalezen.velden import value_of
from wederkerig.nalezen.verbetering import Verbetering
from wederkerig.nalezen.waarden import same

_SHARED = 0.5  # of the characters that either takes


def find_back(root: Knoop, lost: Iterable[tuple[str, Stand]]) -> dict[str, str]:
    """The keys now of facts whose old key is not there, as far as they are found back."""
    knopen = [knoop for knoop in walk(root) if knoop.gelezen is not None and knoop.bron is not None]
    found = {key: _find(key, tuple(stand), knopen) for key, stand in lost}
    return {key: knoop.sleutel for key, knoop in found.items() if knoop is not None}


def _find(key: str, said: tuple[Verbetering, ...], knopen: list[Knoop]) -> Knoop | None:
    place = next((each.bron for each in said if each.bron is not None), None)
    if place is None or any(each.soort == "nieuw" for each in said):
        return None
    kind = key.partition("-")[0]
    there = [each for each in knopen if each.soort.naam == kind and _same_place(place, each.bron)]
    return there[0] if len(there) == 1 and all(_as_before(there[0], each) for each in said) else None


def _same_place(one: Bron, other: Bron | None) -> bool:
    if other is None:
        return False
    shared = min(one.tot, other.tot) - max(one.van, other.van)
    either = max(one.tot, other.tot) - min(one.van, other.van)
    words, others = plain(one.citaat), plain(other.citaat)
    return shared > _SHARED * either and (words in others or others in words)


def _as_before(knoop: Knoop, said: Verbetering) -> bool:
    """Whether it is read with the values it had when it was corrected."""
    was = said.was if isinstance(said.was, dict) else {said.veld or "": said.was}
    return all(same(value_of(knoop.gelezen, naam), value) for naam, value in was.items())
