"""How often each outcome comes out of a forecast, and which of them meet what was agreed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from wederkerig.export.grafieken.doek import LINE, SMALL, Doek, room_for
from wederkerig.export.grafieken.legenda import Uitleg, draw_legend, edge, filled
from wederkerig.export.grafieken.palet import REEKSEN
from wederkerig.export.grafieken.schaal import Schaal, drawable, short, ticks
from wederkerig.monitoring.grafiek import Grafiek

_PLOT: Final = 140.0
_MEETS, _FAILS = REEKSEN[0], REEKSEN[1]


def draw_distribution(doek: Doek, grafiek: Grafiek) -> float:
    """A bar for each class of outcomes; those from the target on are full, those below it hatched."""
    values = [max(value or 0, 0) for value in drawable(grafiek.reeksen[0].waarden)]
    aim = _aim(grafiek)
    y = draw_legend(doek, 0, _legend(grafiek, aim)) + 14
    marks = ticks(0, max(values) or 1, most=4)
    left = max(room_for(short(mark, grafiek.eenheid), size=SMALL) for mark in marks) + 6
    down = Schaal(0, marks[-1], y + _PLOT, y)
    for mark in marks:
        doek.line([(left, down.place(mark)), (doek.width, down.place(mark))], "lijn" if mark else "rand", 0.8)
        said = short(mark, grafiek.eenheid)
        doek.words(left - 6, down.place(mark) + 4, said, anchor="right", size=SMALL, colour="inkt-zacht")
    step = (doek.width - left) / len(values)
    for at, value in enumerate(values):
        fill = _MEETS if aim is None or at >= aim else _FAILS
        top = down.place(value)
        if value:
            doek.area(left + at * step + 0.8, top, max(step - 1.6, 0.6), down.begin - top, fill)
    if aim is not None:
        x = left + aim * step
        doek.line([(x, y - 8), (x, down.begin)], "inkt", 1.6, (4, 2))
    return _along(doek, grafiek.x, left, step, down.begin)


def _aim(grafiek: Grafiek) -> int | None:
    """Which class is the first that meets the target."""
    waarden = grafiek.doel.waarden if grafiek.doel else ()
    return next((at for at, value in enumerate(waarden) if value is not None), None)


def _legend(grafiek: Grafiek, aim: int | None) -> list[Uitleg]:
    if aim is None or grafiek.doel is None:
        return []
    return [
        Uitleg(filled(_MEETS), "doel gehaald"),
        Uitleg(filled(_FAILS), "doel niet gehaald"),
        Uitleg(edge, grafiek.doel.naam),
    ]


def _along(doek: Doek, names: Sequence[str], left: float, step: float, y: float) -> float:
    """The names of the classes, as many as there is room for."""
    widest = max(room_for(name[:14], size=SMALL) for name in names) + 8
    every = max(1, -(-int(widest) // max(int(step), 1)))
    for at in range(every // 2 if every < len(names) else 0, len(names), every):
        name = names[at] if len(names[at]) <= 14 else f"{names[at][:13]}…"
        half = room_for(name, size=SMALL) / 2
        x = min(max(left + (at + 0.5) * step, half), doek.width - half)
        doek.words(x, y + LINE, name, anchor="center", size=SMALL, colour="inkt-zacht")
    return y + LINE + 6
