"""Bars that lie: one or more for each class, stacked, and the norms of each theme by their status.

The words stand above each bar over the whole width, so that a long name fits on a narrow screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from wederkerig.export.grafieken.doek import LINE, SMALL, Doek, Punt, room_for, wrapped
from wederkerig.export.grafieken.legenda import Uitleg, draw_legend, filled, tick
from wederkerig.export.grafieken.palet import Vulling, vulling
from wederkerig.export.grafieken.schaal import Schaal, drawable, known, short
from wederkerig.monitoring.grafiek import MISSING, Grafiek

_BAR: Final = 13.0
_GAP: Final = 12.0
_BLOCK: Final = 20.0  # the widest that one norm is drawn
_IS_WIDE: Final = 420.0
_BESIDE: Final = 165.0  # how much of a wide sheet the names beside the blocks get
_TRACK: Final = Vulling("vlak-zacht")


def draw_bars(doek: Doek, grafiek: Grafiek) -> float:
    """For each x its name, and below it a bar for each series, with a mark where the norm is."""
    series = [drawable(reeks.waarden) for reeks in grafiek.reeksen]
    norms = drawable(grafiek.doel.waarden) if grafiek.doel else [None] * len(grafiek.x)
    several = len(series) > 1
    y = _legend(doek, grafiek, several=several)
    room = max(
        (room_for(short(v, grafiek.eenheid), size=SMALL) for row in series for v in known(row)), default=0
    )
    scale = _scale(
        [*known(norms), *(v for row in series for v in known(row))], grafiek, doek.width - room - 6
    )
    for at, x in enumerate(grafiek.x):
        norm = norms[at]
        said = "" if norm is None else f"norm {short(norm, grafiek.eenheid)}"
        y = _name(doek, y, x, said)
        top = y
        for place, row in enumerate(series):
            _bar(doek, scale, y, row[at], vulling(place))
            value = row[at]
            doek.words(
                doek.width,
                y + _BAR - 2.5,
                MISSING if value is None else short(value, grafiek.eenheid),
                anchor="right",
                size=SMALL,
                bold=not several,
            )
            y += _BAR + 2
        if norm is not None:
            mark = [(scale.place(norm), top - 3), (scale.place(norm), y + 1)]
            doek.line(mark, "vlak", 5.0)
            doek.line(mark, "inkt", 2.6)
        y += _GAP
    return y - _GAP + 6


def draw_stacked(doek: Doek, grafiek: Grafiek) -> float:
    """For each x its name with the total, and one bar of all series; the figures under their part."""
    series = [[max(value or 0, 0) for value in drawable(reeks.waarden)] for reeks in grafiek.reeksen]
    y = _legend(doek, grafiek, several=True)
    totals = [sum(column) for column in zip(*series, strict=True)]
    scale = _scale(totals, grafiek, doek.width)
    for at, x in enumerate(grafiek.x):
        parts = [row[at] for row in series]
        y = _name(doek, y, x, short(totals[at], grafiek.eenheid) if grafiek.eenheid != "%" else "")
        ends = list(accumulate(parts, initial=0.0))
        taken = 0.0
        for place, part in enumerate(parts):
            left, right = scale.place(ends[place]), scale.place(ends[place + 1])
            if part:
                doek.area(left, y, max(right - left - 1, 0.4), _BAR, vulling(place))
            said, middle = short(part, grafiek.eenheid), (left + right) / 2
            half = room_for(said, size=SMALL) / 2
            middle = min(max(middle, half), doek.width - half)
            if part and middle - half >= taken:
                doek.words(middle, y + _BAR + SMALL, said, anchor="center", size=SMALL, colour="inkt-zacht")
                taken = middle + half + 4
        y += _BAR + LINE + _GAP
    return y - _GAP + 4


def draw_statuses(doek: Doek, grafiek: Grafiek) -> float:
    """For each theme a block for each norm, with below it how many have which status.

    On a wide sheet the themes stand beside their blocks, else above them.
    """
    series = [[max(value or 0, 0) for value in drawable(reeks.waarden)] for reeks in grafiek.reeksen]
    beside = _BESIDE if doek.width >= _IS_WIDE else 0.0
    most = max(map(sum, zip(*series, strict=True)), default=0) or 1
    block = min(_BLOCK, (doek.width - beside) / most)
    y = 0.0
    for at, x in enumerate(grafiek.x):
        top = y
        below = _name(doek, y, x, "", room=beside - 10 if beside else doek.width)
        y = top + 1 if beside else below
        shown = [
            (reeks.naam, row[at], vulling(place, reeks.naam))
            for place, (reeks, row) in enumerate(zip(grafiek.reeksen, series, strict=True))
            if row[at]
        ]
        _blocks(doek, (beside, y), block, shown)
        counts = [Uitleg(filled(fill), f"{short(count, '')} {naam}") for naam, count, fill in shown]
        if counts:
            y = draw_legend(doek, y + _BAR + 5, counts, left=beside)
        else:
            doek.words(beside, y + 10, "geen normen met cijfers", size=SMALL, colour="inkt-zacht")
            y += LINE
        y = max(y, below) + _GAP
    return max(y - _GAP + 4, LINE)


def _blocks(doek: Doek, place: Punt, block: float, shown: Sequence[tuple[str, float, Vulling]]) -> None:
    """One block a norm, or one area a status where blocks would be too narrow to be counted."""
    x, y = place
    for _, count, fill in shown:
        if block >= 6 and count == int(count):
            for each in range(int(count)):
                doek.area(x + each * block + 0.4, y, block - 2.4, _BAR, fill)
        else:
            doek.area(x + 0.4, y, max(count * block - 1.4, 0.4), _BAR, fill)
        x += count * block


def _legend(doek: Doek, grafiek: Grafiek, *, several: bool) -> float:
    items = []
    if several:
        items = [Uitleg(filled(vulling(place)), reeks.naam) for place, reeks in enumerate(grafiek.reeksen)]
    if grafiek.doel and any(value is not None for value in grafiek.doel.waarden):
        items.append(Uitleg(tick, grafiek.doel.naam))
    return draw_legend(doek, 0, items) + (_GAP if items else 0)


def _name(doek: Doek, y: float, name: str, said: str, *, room: float | None = None) -> float:
    """The name of a row at the left, what is said of it at the right; gives the height for its bar."""
    free = doek.width - (room_for(said, size=SMALL) + 10 if said else 0)
    lines = wrapped(name, free if room is None else room)
    for line in lines:
        doek.words(0, y + 11, line)
        y += LINE
    if said:
        doek.words(doek.width, y - LINE + 11, said, anchor="right", size=SMALL, colour="inkt-zacht")
    return y + 2


def _scale(values: Sequence[float], grafiek: Grafiek, width: float) -> Schaal:
    """From nought, or below it, to the highest; of percentages to a hundred."""
    low, high = min([0.0, *values]), max([0.0, *values])
    if grafiek.eenheid == "%":
        high = max(high, 100.0)
    return Schaal(low, high if high > low else low + 1, 0.0, width)


def _bar(doek: Doek, scale: Schaal, y: float, value: float | None, fill: Vulling) -> None:
    doek.area(scale.begin, y, scale.eind - scale.begin, _BAR, _TRACK)
    if value is not None:
        left, right = sorted((scale.place(0), scale.place(value)))
        doek.area(left, y, max(right - left, 1.2), _BAR, fill)
