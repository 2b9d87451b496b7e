"""Small numbers: which figures others may see, so that no household is recognised in them.

A figure is hidden when it counts from 1 up to the threshold, or when so few are left over. Hidden too is what
would give a hidden figure away: classes that differ by few dwellings, and parts that with a total leave few.
Figures of several lists, days or publications laid side by side are not looked at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import combinations

from wederkerig.monitoring.woningen.cijfer import Cijfer
from wederkerig.monitoring.woningen.data import gegevens
from wederkerig.monitoring.woningen.formules import Formule, formules

Plaats = tuple[object, ...]
Interval = tuple[int, int]
# the figure that says how many dwellings are behind amounts
_BEHIND_AMOUNTS = "huur-gemiddeld"


def drempel() -> int:
    """From how many dwellings on a figure is shown to others, where nobody chose otherwise."""
    number: int = gegevens("klein")["drempel"]
    return number


def hide_small(cijfers: Iterable[Cijfer], drempel: int) -> tuple[Cijfer, ...]:
    """The figures that may be shown to others, in the order in which they came.

    Give it all figures of a list: what gives what away is looked up among them.
    """
    alle = list(cijfers)
    hidden: set[int] = set()
    for area in _by_key(range(len(alle)), lambda at: _area(alle[at])):
        hidden |= _small_in(area, alle, drempel)
    while more := _given_away(alle, hidden, drempel):
        hidden |= more
    return tuple(cijfer for at, cijfer in enumerate(alle) if at not in hidden)


def _small_in(area: Sequence[int], alle: Sequence[Cijfer], least: int) -> set[int]:
    """What is small in one area by itself, and classes that differ by few from what is shown."""
    behind = next((alle[at].noemer for at in area if alle[at].indicator == _BEHIND_AMOUNTS), None)
    hidden = {at for at in area if _is_small(alle[at], behind or Decimal(0), least)}
    for family in _by_key(area, lambda at: _known()[alle[at].indicator].noemer):
        edges = {at: interval for at in family if (interval := _interval(_known()[alle[at].indicator]))}
        hidden |= _telling_classes(edges, alle, hidden, least)
    return hidden


def _is_small(cijfer: Cijfer, behind: Decimal, least: int) -> bool:
    formule = _known()[cijfer.indicator]
    if formule.teller.som:
        return behind < least
    if cijfer.noemer is None:
        return _few(cijfer.teller, least)
    left = cijfer.noemer - cijfer.teller
    return cijfer.noemer < least or _few(cijfer.teller, least) or (left > 0 and _few(left, least))


def _few(number: Decimal, least: int) -> bool:
    return 0 < number < least


def _telling_classes(
    edges: dict[int, Interval], alle: Sequence[Cijfer], hidden: set[int], least: int
) -> set[int]:
    """Of classes from one limit to another, those that with the others give away a small one.

    What is shown of a class is the difference between two limits; limits joined so, directly or by way
    of others, give the difference of any two of them.
    """
    heights = _heights(edges, alle)
    joined: list[set[int]] = [{min(heights), max(heights)}] if heights else []
    found = set()
    for at, interval in edges.items():
        if at in hidden:
            continue
        touched = [group for group in joined if group & set(interval)]
        whole = set(interval).union(*touched)
        if any(_few(abs(heights[one] - heights[other]), least) for one, other in combinations(whole, 2)):
            found.add(at)
        else:
            joined = [group for group in joined if group not in touched] + [whole]
    return found


def _heights(edges: dict[int, Interval], alle: Sequence[Cijfer]) -> dict[int, Decimal]:
    """How many dwellings lie below each limit, as far as the classes and their total say."""
    if not edges:
        return {}
    low, high = min(start for start, _ in edges.values()), max(end for _, end in edges.values())
    heights = {low: Decimal(0), high: alle[next(iter(edges))].noemer or Decimal(0)}
    for _ in edges:
        for at, (start, end) in edges.items():
            if start in heights:
                heights.setdefault(end, heights[start] + alle[at].teller)
            if end in heights:
                heights.setdefault(start, heights[end] - alle[at].teller)
    return heights


def _given_away(alle: Sequence[Cijfer], hidden: set[int], least: int) -> set[int]:
    """Figures that give away a hidden one: the same count by another name, or the rest of a total."""
    more: set[int] = set()
    for area in _by_key(range(len(alle)), lambda at: _area(alle[at])):
        tellers = {_known()[alle[at].indicator].teller for at in area if at in hidden}
        more |= {at for at in area if _known()[alle[at].indicator].teller in tellers}
        by_id = {alle[at].indicator: at for at in area}
        for total, parts in gegevens("klein")["optellingen"].items():
            if total in by_id:
                there = [by_id[part] for part in parts if part in by_id]
                more |= _rest(by_id[total], there, alle, hidden, least)
    for total, parts in _totals(alle):
        more |= _rest(total, parts, alle, hidden, least)
    return more - hidden


def _rest(total: int, parts: Sequence[int], alle: Sequence[Cijfer], hidden: set[int], least: int) -> set[int]:
    """The parts to hide besides those that are, so that what a shown total leaves is not small."""
    if total in hidden:
        return set()
    shown = sorted((at for at in parts if at not in hidden), key=lambda at: (alle[at].teller, at))
    # parts of two kinds, such as villages and districts, overlap: then one by itself tells what is left
    more = {at for at in shown if _is_few(_left(alle[total], [alle[at]]), least)}
    shown = [at for at in shown if at not in more]
    if len(shown) == len(parts) and not _is_few(_left(alle[total], [alle[at] for at in shown]), least):
        return set()
    loose = alle[total].teller > sum(alle[at].teller for at in parts)
    while tells := _leaves_few(
        alle[total], [alle[at] for at in shown], len(parts) - len(shown) + loose, least
    ):
        usable = next((at for at in shown if alle[at].teller), None)
        if usable is None:
            break
        shown.remove(usable)
        more.add(usable)
    return more | ({total} if tells else set())


def _leaves_few(total: Cijfer, shown: Sequence[Cijfer], covered: int, least: int) -> bool:
    """Whether a total without the parts that are shown tells one hidden part, or leaves few.

    covered: how many parts are hidden; what lies in no part at all counts as one.
    """
    return covered < 2 or _is_few(_left(total, shown), least)


def _is_few(numbers: Iterable[Decimal], least: int) -> bool:
    return any(_few(number, least) for number in numbers)


def _left(total: Cijfer, shown: Sequence[Cijfer]) -> tuple[Decimal, Decimal]:
    """Of a total what the parts that are shown leave: of what is counted, and of how many."""
    teller = total.teller - sum((each.teller for each in shown), Decimal(0))
    noemer = (total.noemer or Decimal(0)) - sum((each.noemer or Decimal(0) for each in shown), Decimal(0))
    return teller, noemer


def _totals(alle: Sequence[Cijfer]) -> Iterator[tuple[int, list[int]]]:
    """Each figure of a municipality with those of its parts of one kind (villages, districts)."""
    wholes = {_whole(alle[at]): at for at in range(len(alle)) if alle[at].gebied is None}
    parts: dict[Plaats, list[int]] = defaultdict(list)
    for at, cijfer in enumerate(alle):
        if cijfer.gebied is not None:
            parts[(*_whole(cijfer), cijfer.niveau)].append(at)
    for (*whole, _), there in parts.items():
        if tuple(whole) in wholes:
            yield wholes[tuple(whole)], there


def _whole(cijfer: Cijfer) -> Plaats:
    return cijfer.indicator, cijfer.peildatum, cijfer.corporatie, cijfer.gemeente


def _area(cijfer: Cijfer) -> Plaats:
    return cijfer.peildatum, cijfer.corporatie, cijfer.gemeente, cijfer.niveau, cijfer.gebied


def _by_key(places: Iterable[int], key: Callable[[int], object]) -> list[list[int]]:
    groups: dict[object, list[int]] = defaultdict(list)
    for at in places:
        groups[key(at)].append(at)
    return list(groups.values())


@cache
def _known() -> dict[str, Formule]:
    return {each.indicator.id: each for each in formules()}


@cache
def _interval(formule: Formule) -> Interval | None:
    """Of a share the first and last limit of its class: where it stands among all values of its feature.

    None of a figure whose values do not follow one another from low to high.
    """
    if formule.noemer is None or formule.teller.som:
        return None
    for masker in formule.teller.maskers:
        whole = next((each for each in formule.noemer.maskers if each & masker == masker != each), None)
        if whole is not None:
            return _ends(masker, whole)
    return None


def _ends(masker: int, whole: int) -> Interval | None:
    """Bits of one feature follow one another, so that values from one to another are a run of ones."""
    low = masker & -masker
    runs_on = (masker + low) & masker == 0
    first = (whole & -whole).bit_length()
    return (low.bit_length() - first, masker.bit_length() + 1 - first) if runs_on else None
