"""Figures through time: what was measured, what is expected with its band, and what was agreed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from wederkerig.export.grafieken.doek import LINE, SMALL, Anker, Doek, Punt, room_for, wrapped
from wederkerig.export.grafieken.legenda import Uitleg, band, draw_legend, stroke, target
from wederkerig.export.grafieken.schaal import Schaal, drawable, known, short, ticks
from wederkerig.monitoring.grafiek import Band, Grafiek, Reeks

_PLOT: Final = 170.0
_COLOURS: Final = ("reeks-1", "reeks-2", "reeks-3", "reeks-4", "reeks-5")
_DASHES: Final[tuple[tuple[float, ...], ...]] = ((), (9, 3), (2, 2), (9, 3, 2, 3), (5, 5))
_EXPECTED: Final = (5.0, 3.0)


class Vlak(NamedTuple):
    """The plot: its scales, and the unit of what is in it."""

    x: Schaal
    y: Schaal
    eenheid: str


def draw_line(doek: Doek, grafiek: Grafiek) -> float:
    """The chart; its axis begins where the figures are, and says so when that is not at nought."""
    y = draw_legend(doek, 0, _legend(grafiek))
    marks = ticks(*_range(grafiek))
    y = _unit(doek, y + 6, grafiek, marks)
    left = max(room_for(short(mark, grafiek.eenheid), size=SMALL) for mark in marks) + 6
    last = max(len(grafiek.x) - 1, 1)
    vlak = Vlak(
        Schaal(0, last, left + 10, doek.width - 18),
        Schaal(marks[0], marks[-1], y + _PLOT, y),
        grafiek.eenheid,
    )
    _grid(doek, vlak, marks, left)
    if grafiek.band:
        _band(doek, vlak, grafiek.band)
    if grafiek.doel:
        _target(doek, vlak, grafiek, left)
    for place, reeks in reversed(list(enumerate(grafiek.reeksen))):  # what was measured lies on top
        _series(doek, vlak, reeks, place, labelled=_is_labelled(grafiek, reeks))
    return _along(doek, vlak, grafiek.x)


def _legend(grafiek: Grafiek) -> list[Uitleg]:
    items = [
        Uitleg(stroke(*_look(place, reeks), open_dot=reeks.verwacht), reeks.naam)
        for place, reeks in enumerate(grafiek.reeksen)
    ]
    if grafiek.band:
        items.append(Uitleg(band, grafiek.band.naam))
    if grafiek.doel:
        items.append(Uitleg(target, grafiek.doel.naam))
    return items


def _look(place: int, reeks: Reeks) -> tuple[str, tuple[float, ...]]:
    colour = _COLOURS[place % len(_COLOURS)]
    return ("reeks-1" if reeks.verwacht and place == 1 else colour), (
        _EXPECTED if reeks.verwacht else _DASHES[place % len(_DASHES)]
    )


def _range(grafiek: Grafiek) -> tuple[float, float]:
    rows = [reeks.waarden for reeks in grafiek.reeksen]
    rows += [grafiek.band.onder, grafiek.band.boven] if grafiek.band else []
    rows += [grafiek.doel.waarden] if grafiek.doel else []
    values = [value for row in rows for value in known(drawable(row))] or [0.0]
    low, high = min(values), max(values)
    if 0 <= low <= (high - low):
        low = 0.0  # where nought is near, the axis begins there
    return low, high


def _unit(doek: Doek, y: float, grafiek: Grafiek, marks: Sequence[float]) -> float:
    words = {"%": "procent", "euro": "euro"}.get(grafiek.eenheid, grafiek.eenheid)
    if marks[0] > 0:
        start = f"de as begint bij {short(marks[0], grafiek.eenheid)}"
        words = f"{words}; {start}" if words else start
    if not words:
        return y + 6
    (line,) = wrapped(words, doek.width, lines=1, size=SMALL)
    doek.words(0, y + SMALL, line, size=SMALL, colour="inkt-zacht")
    return y + SMALL + 12


def _grid(doek: Doek, vlak: Vlak, marks: Sequence[float], left: float) -> None:
    for mark in marks:
        y = vlak.y.place(mark)
        base = mark == marks[0]
        doek.line([(left, y), (doek.width, y)], "rand" if base else "lijn", 1.0 if base else 0.8)
        said = short(mark, vlak.eenheid)
        doek.words(left - 6, y + 4, said, anchor="right", size=SMALL, colour="inkt-zacht")


def _along(doek: Doek, vlak: Vlak, names: Sequence[str]) -> float:
    """The names under the axis, as many as there is room for, the last always."""
    y = vlak.y.begin
    step = (vlak.x.eind - vlak.x.begin) / max(len(names) - 1, 1)
    widest = max(room_for(name[:12], size=SMALL) for name in names) + 8
    every = max(1, -(-int(widest) // max(int(step), 1))) if len(names) > 1 else 1
    for at, name in enumerate(names):
        if (len(names) - 1 - at) % every == 0:
            x = vlak.x.place(at)
            doek.line([(x, y), (x, y + 4)], "rand", 1.0)
            half = room_for(name[:12], size=SMALL) / 2
            x = min(max(x, half), doek.width - half)
            said = name if len(name) <= 12 else f"{name[:11]}…"
            doek.words(x, y + LINE + 2, said, anchor="center", size=SMALL, colour="inkt-zacht")
    return y + LINE + 8


def _runs(values: Sequence[float | None]) -> Iterator[list[tuple[int, float]]]:
    """The stretches without a gap."""
    run: list[tuple[int, float]] = []
    for at, value in enumerate(values):
        if value is not None:
            run.append((at, value))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _points(vlak: Vlak, run: Sequence[tuple[int, float]]) -> list[Punt]:
    return [(vlak.x.place(at), vlak.y.place(value)) for at, value in run]


def _band(doek: Doek, vlak: Vlak, band: Band) -> None:
    both = [
        None if low is None or high is None else (low, high)
        for low, high in zip(drawable(band.onder), drawable(band.boven), strict=True)
    ]
    for run in _runs([None if each is None else 1.0 for each in both]):
        lows = _points(vlak, [(at, both[at][0]) for at, _ in run if both[at]])  # type: ignore[index]  # run holds no gaps
        highs = _points(vlak, [(at, both[at][1]) for at, _ in run if both[at]])  # type: ignore[index]  # see above
        if len(run) == 1:
            (x, low), (_, high) = lows[0], highs[0]
            doek.line([(x, low), (x, high)], "reeks-1", 1.2)
            continue
        doek.surface([*lows, *reversed(highs)], "accent-zacht")
        for side in (lows, highs):
            doek.line(side, "reeks-1", 0.8, (2, 2))


def _target(doek: Doek, vlak: Vlak, grafiek: Grafiek, left: float) -> None:
    """A dashed line through the targets, from the left where there is only one; a mark at each."""
    doel = grafiek.doel
    if doel is None:
        return
    points = [point for run in _runs(drawable(doel.waarden)) for point in _points(vlak, run)]
    if not points:
        return
    start = (left, points[0][1])
    if len(points) == 1 or points[0][0] > left:
        points_on_line = [start, *points] if len(points) == 1 else points
        doek.line(points_on_line, "inkt", 1.2, (4, 2))
    for x, y in points:
        doek.diamond(x, y, "inkt")
    words = f"doel {short(known(drawable(doel.waarden))[-1], vlak.eenheid)}"
    drawn = [
        point
        for reeks in grafiek.reeksen
        for run in _runs(drawable(reeks.waarden))
        for point in _points(vlak, run)
    ]
    alone = len(points) == 1 and _is_crowded(points[0], words, drawn)
    _label(doek, start if alone else points[-1], words, above=True, vlak=vlak)


def _is_crowded(point: Punt, words: str, drawn: Sequence[Punt]) -> bool:
    """Whether words above a point would stand on a line."""
    x, y = point
    half = room_for(words, size=SMALL, bold=True) / 2
    return any(abs(at - x) <= half + 6 and y - 26 <= high <= y + 4 for at, high in drawn)


def _series(doek: Doek, vlak: Vlak, reeks: Reeks, place: int, *, labelled: bool) -> None:
    colour, dashes = _look(place, reeks)
    values = drawable(reeks.waarden)
    marked = len(values) <= 24
    for run in _runs(values):
        points = _points(vlak, run)
        if len(points) > 1:
            doek.line(points, colour, 2.2, dashes)
        if marked or len(points) == 1:
            for x, y in points:
                doek.dot(x, y, colour, filled=not reeks.verwacht)
    if labelled and known(values):
        at = max(at for at, value in enumerate(values) if value is not None)
        value = known(values)[-1]
        _label(doek, _points(vlak, [(at, value)])[0], short(value, vlak.eenheid), above=False, vlak=vlak)


def _is_labelled(grafiek: Grafiek, reeks: Reeks) -> bool:
    """The last figure stands beside its mark, where few lines leave room for it."""
    return len(grafiek.reeksen) <= 2 or reeks is grafiek.reeksen[0]


def _label(doek: Doek, point: Punt, words: str, *, above: bool, vlak: Vlak) -> None:
    x, y = point
    half = room_for(words, size=SMALL, bold=True) / 2
    anchor: Anker = "center"
    x = min(max(x, vlak.x.begin - 10 + half), doek.width - half)
    down = y - 10 if above else y + 18
    if down > vlak.y.begin - 3:
        down = y - 10
    doek.words(x, max(down, vlak.y.eind - 2), words, anchor=anchor, size=SMALL, bold=True)
