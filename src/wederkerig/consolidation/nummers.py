"""Printed numbers of agreements: their order, the next one, and what references make of a change."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from wederkerig.consolidation.ingreep import Ingreep
from wederkerig.reading.language.verwijzingen import find_nummers_in_verwijzingen

_NUMBER = re.compile(r"(?P<reeks>.*?)(?P<laatste>\d+)(?P<staart>\D*)\Z", re.DOTALL)


class Nummer(NamedTuple):
    """A printed number taken apart: "2.1.3" is 3 in the series "2.1."."""

    reeks: str
    laatste: int
    staart: str


@lru_cache(maxsize=4096)
def parse(nummer: str) -> Nummer | None:
    """The number taken apart, or None where it holds no figure."""
    match = _NUMBER.match(nummer)
    return Nummer(match["reeks"], int(match["laatste"]), match["staart"]) if match else None


def following(nummer: str) -> str:
    """The number that comes next in the same series; itself where it holds no figure."""
    parsed = parse(nummer)
    return f"{parsed.reeks}{parsed.laatste + 1}{parsed.staart}" if parsed else nummer


def next_for(last: str, nummer: str) -> str:
    """The number behind `last` for an agreement that bears `nummer`: 13 behind 12a, but 12b for 12a."""
    before, own = parse(last), parse(nummer)
    if before is None or own is None:
        return nummer
    if _lettered(own) and before.laatste == own.laatste and before.staart != "z":
        return f"{own.reeks}{own.laatste}{chr(ord(before.staart) + 1) if _lettered(before) else 'a'}"
    return f"{before.reeks}{before.laatste + 1}{own.staart}"


def is_lettered(nummer: str) -> bool:
    """Whether it is the number of a part, such as 12a."""
    parsed = parse(nummer)
    return parsed is not None and _lettered(parsed)


def same_base(one: str, other: str) -> bool:
    """Whether two numbers differ at most in what stands behind their figures: 12a and 12b."""
    first, second = parse(one), parse(other)
    return one == other if first is None or second is None else first[:2] == second[:2]


def with_letter(base: str, nummer: str) -> str:
    """The letter of `nummer` at another number: 13a for 12a."""
    new, own = parse(base), parse(nummer)
    return f"{new.reeks}{new.laatste}{own.staart}" if new and own else nummer


def _lettered(nummer: Nummer) -> bool:
    return len(nummer.staart) == 1 and "a" <= nummer.staart <= "z"


def same_series(one: str, other: str) -> bool:
    """Whether both are numbers of one series, such as 2.1.3 and 2.1.4."""
    first, second = parse(one), parse(other)
    return first is not None and second is not None and first.reeks == second.reeks


def comes_before(one: str, other: str) -> bool:
    """Whether `one` is the lower number of the same series."""
    first, second = parse(one), parse(other)
    if first is None or second is None or first.reeks != second.reeks:
        return False
    if first.laatste == second.laatste and _lettered(second):
        return not first.staart or (_lettered(first) and first.staart < second.staart)
    return first.laatste < second.laatste


def shifted(changes: Iterable[tuple[str, str]], before: Sequence[str]) -> dict[str, str]:
    """What became of each number that changed; a number that several agreements bore is left out.

    changes: (number before, number after); before: all numbers as they were.
    """
    times = Counter(before)
    return {old: new for old, new in changes if old != new and old and times[old] == 1}


@lru_cache(maxsize=16384)
def references(text: str) -> tuple[tuple[int, int, str], ...]:
    """The numbers in the references of a text; kept, because most texts stay the same for years."""
    return tuple(find_nummers_in_verwijzingen(text))


def renumbering(text: str, mapping: Mapping[str, str]) -> list[Ingreep]:
    """What has to change in the references of a text when numbers change."""
    found = references(text) if mapping else ()
    if not found:
        return []
    return [Ingreep(start, end, mapping[nummer]) for start, end, nummer in found if nummer in mapping]


def renumbered(text: str, mapping: Mapping[str, str]) -> str:
    """The text with the new numbers in its references."""
    for ingreep in reversed(renumbering(text, mapping)):
        text = text[: ingreep.van] + ingreep.tekst + text[ingreep.tot :]
    return text
