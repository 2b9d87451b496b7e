"""Two versions of a document as one: every line kept, changed, struck, added or moved, word by word.

Leaving out what was added gives the old version again, leaving out what was struck the new one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, count, groupby, pairwise
from typing import Literal

from wederkerig.consolidation import Stukje, compare_words
from wederkerig.export.opmaak import Regel
from wederkerig.export.regelparen import Pair, Unit, paired

RegelToestand = Literal["gelijk", "gewijzigd", "weg", "bij"]
Stukjes = tuple[Stukje, ...]


@dataclass(frozen=True, slots=True)
class RenvooiRegel:
    """One line of either version or of both; what its number, text and cells kept, lost and gained.

    tabel: which table of the marked document it is a row of, from 1; 0 for other lines.
    elders: for a line that moved, what it is at the other place.
    """

    toestand: RegelToestand
    oud: Regel | None
    nieuw: Regel | None
    nummer: Stukjes = ()
    tekst: Stukjes = ()
    cellen: tuple[Stukjes, ...] = ()
    tabel: int = 0
    elders: Regel | None = None

    @property
    def regel(self) -> Regel:
        """The line as it is now, or as it was where it was struck."""
        line = self.nieuw or self.oud
        assert line is not None  # noqa: S101  # no line is of neither version
        return line


def mark(oud: Sequence[Regel], nieuw: Sequence[Regel]) -> list[RenvooiRegel]:
    """The lines of both versions in one order, each with what happened to it.

    Lines pair with lines of the same `sleutel` and kind, so both versions need their lasting ids; rows of a
    table pair with rows of that table.
    """
    before, after = _units(oud), _units(nieuw)
    pairs = _by_key(before, after)
    stay = _longest_in_order(pairs, before)
    moved = set(pairs).difference(stay)
    away = {i: after[j][0] for i, j in moved}
    here = {j: before[i][0] for i, j in moved}
    marked: list[RenvooiRegel] = []
    tables = count(1)
    for i, j in _in_order(stay, before, after):
        unit = before[i] if i is not None else after[j or 0]
        number = next(tables) if unit[-1].soort in _ROWS else 0
        if i is not None and j is not None:
            marked += _both(before[i], after[j], number)
        elif i is not None:
            marked += [_one(line, "weg", number, away.get(i)) for line in before[i]]
        elif j is not None:
            marked += [_one(line, "bij", number, here.get(j)) for line in after[j]]
    return marked


def unmarked(regels: Sequence[Regel]) -> list[RenvooiRegel]:
    """The lines of one version, all of them kept."""
    return mark(regels, regels)


def printed(nummer: str) -> str:
    """The number of an agreement as it stands before its text: "12.", "3b." and "3.4"."""
    return f"{nummer}." if nummer.isalnum() else nummer


# --- units: a line, or the rows of a table -------------------------------------------------------


_ROWS = frozenset({"tabelkop", "tabelrij"})


def _units(regels: Sequence[Regel]) -> list[Unit]:
    """Each line by itself, and each table as its rows, with its caption before them."""
    units: list[Unit] = []
    table: list[Regel] = []
    for line in regels:
        if table and not _continues(table[-1], line):
            units.append(tuple(table))
            table = []
        if line.soort in _ROWS or line.soort == "tabeltitel":
            table.append(line)
        else:
            units.append((line,))
    return [*units, tuple(table)] if table else units


def _continues(before: Regel, line: Regel) -> bool:
    """Whether a line belongs to the same table as the caption or row before it."""
    if line.soort not in _ROWS or before.sleutel != line.sleutel:
        return False
    begins = line.soort == "tabelkop" and before.soort == "tabelrij"
    return before.soort == "tabeltitel" or (not begins and len(before.cellen) == len(line.cellen))


# --- which unit became which ---------------------------------------------------------------------


def _by_key(before: Sequence[Unit], after: Sequence[Unit]) -> list[Pair]:
    """Pairs of places, in the order of the old version."""
    groups: dict[str, tuple[list[int], list[int]]] = {}
    for side, units in enumerate((before, after)):
        for place, unit in enumerate(units):
            groups.setdefault(unit[0].sleutel, ([], []))[side].append(place)
    found = []
    for olds, news in groups.values():
        if olds and news:
            pairs = paired([before[i] for i in olds], [after[j] for j in news])
            found += [(olds[i], news[j]) for i, j in pairs]
    return sorted(found)


def _longest_in_order(pairs: Sequence[Pair], units: Sequence[Unit]) -> list[Pair]:
    """Those pairs that keep their order and together hold the most text; the others moved."""
    runs = _runs(pairs)
    if all(run[-1][1] < following[0][1] for run, following in pairwise(runs)):
        return list(pairs)
    # A staircase: totals[k] is the most text of a chain of runs that ends at ends[k] or before.
    ends: list[int] = []
    totals: list[int] = []
    chains: list[int] = []
    earlier: list[int] = []
    for place, run in enumerate(runs):
        at = bisect_left(ends, run[0][1])
        earlier.append(chains[at - 1] if at else -1)
        total = (totals[at - 1] if at else 0) + sum(_size(units[i]) for i, _ in run)
        at = bisect_left(ends, run[-1][1])
        if at and totals[at - 1] >= total:
            continue
        stop = at
        while stop < len(ends) and totals[stop] <= total:
            stop += 1
        ends[at:stop], totals[at:stop], chains[at:stop] = [run[-1][1]], [total], [place]
    kept: list[list[Pair]] = []
    place = chains[-1] if chains else -1
    while place >= 0:
        kept.append(runs[place])
        place = earlier[place]
    return list(chain.from_iterable(reversed(kept)))


def _runs(pairs: Sequence[Pair]) -> list[list[Pair]]:
    """Pairs that follow one another in both versions, together: an agreement moves as a whole."""
    runs: list[list[Pair]] = []
    for pair in pairs:
        if runs and runs[-1][-1] == (pair[0] - 1, pair[1] - 1):
            runs[-1].append(pair)
        else:
            runs.append([pair])
    return runs


def _size(unit: Unit) -> int:
    return sum(20 + len(line.tekst) + sum(map(len, line.cellen)) for line in unit)


# --- the order in which they are shown -----------------------------------------------------------


def _in_order(
    stay: Sequence[Pair], before: Sequence[Unit], after: Sequence[Unit]
) -> Iterator[tuple[int | None, int | None]]:
    """Places in the old and the new version: both for what stays, one for what is struck or added."""
    i = j = 0
    for upper_i, upper_j in [*stay, (len(before), len(after))]:
        if i < upper_i or j < upper_j:
            first = before[i - 1][0].sleutel if i else None
            last = before[upper_i][0].sleutel if upper_i < len(before) else None
            olds = _parts(range(i, upper_i), before, first, last)
            news = _parts(range(j, upper_j), after, first, last)
            for struck, added in zip(olds, news, strict=True):
                yield from ((place, None) for place in struck)
                yield from ((None, place) for place in added)
        if upper_i < len(before) and upper_j < len(after):
            yield upper_i, upper_j
        i, j = upper_i + 1, upper_j + 1


def _parts(places: range, units: Sequence[Unit], first: str | None, last: str | None) -> list[range]:
    """What goes with the unit before the gap, what with neither, and what with the unit after it.

    So a line added to one agreement is not shown below the next one that was struck.
    """
    start, stop = places.start, places.stop
    while start < stop and units[start][0].sleutel == first:
        start += 1
    while stop > start and units[stop - 1][0].sleutel == last:
        stop -= 1
    return [range(places.start, start), range(start, stop), range(stop, places.stop)]


# --- what happened to each line ------------------------------------------------------------------


def _both(old: Unit, new: Unit, table: int) -> Iterator[RenvooiRegel]:
    if old == new:
        for line in old:
            yield _same(line, table)
        return
    if len(old) == len(new) == 1:
        yield _changed(old[0], new[0], table)
        return
    olds, news = [(line,) for line in old], [(line,) for line in new]
    for i, j in _in_order(paired(olds, news), olds, news):
        if i is not None and j is not None:
            yield _same(old[i], table) if old[i] == new[j] else _changed(old[i], new[j], table)
        elif i is not None:
            yield _one(old[i], "weg", table, None)
        elif j is not None:
            yield _one(new[j], "bij", table, None)


def _same(line: Regel, table: int) -> RenvooiRegel:
    return RenvooiRegel("gelijk", line, line, *_pieces(line, "gelijk"), _row_of(line, table))


def _one(line: Regel, toestand: Literal["weg", "bij"], table: int, elsewhere: Regel | None) -> RenvooiRegel:
    old, new = (line, None) if toestand == "weg" else (None, line)
    return RenvooiRegel(toestand, old, new, *_pieces(line, toestand), _row_of(line, table), elsewhere)


def _row_of(line: Regel, table: int) -> int:
    """The table a line is a row of; the caption of a table is none of its rows."""
    return table if line.soort in _ROWS else 0


def _changed(old: Regel, new: Regel, table: int) -> RenvooiRegel:
    cells = zip(old.cellen, new.cellen, strict=True)
    return RenvooiRegel(
        "gewijzigd",
        old,
        new,
        _whole(old.nummer, new.nummer),
        _compared(old.tekst, new.tekst),
        tuple(_compared(before, after) for before, after in cells),
        _row_of(new, table),
    )


def _compared(old: str, new: str) -> Stukjes:
    """What changed between two texts; where words came instead of others, the struck ones stand first."""
    pieces: list[Stukje] = []
    for same, group in groupby(compare_words(old, new), key=lambda piece: piece.soort == "gelijk"):
        if same:
            pieces += group
            continue
        changed = list(group)
        for soort in ("weg", "bij"):
            if words := "".join(piece.tekst for piece in changed if piece.soort == soort):
                pieces.append(Stukje(soort, words))
    return tuple(pieces)


def _whole(old: str, new: str) -> Stukjes:
    """A number changes as a whole: "12" became "13", not "1" with another digit."""
    if old == new:
        return (Stukje("gelijk", old),) if old else ()
    pieces = (Stukje("weg", old), Stukje("bij", new))
    return tuple(piece for piece in pieces if piece.tekst)


def _pieces(
    line: Regel, soort: Literal["gelijk", "weg", "bij"]
) -> tuple[Stukjes, Stukjes, tuple[Stukjes, ...]]:
    cells = tuple((Stukje(soort, cell),) if cell else () for cell in line.cellen)
    number: Stukjes = (Stukje(soort, line.nummer),) if line.nummer else ()
    return number, ((Stukje(soort, line.tekst),) if line.tekst else ()), cells
