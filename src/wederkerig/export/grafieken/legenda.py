"""What stands for what: keys and their words, flowing over as many lines as they need."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from wederkerig.export.grafieken.doek import LINE, SMALL, Doek, room_for, wrapped
from wederkerig.export.grafieken.palet import Vulling

KEY: Final = 16.0
"""How wide a key is."""
_AFTER_KEY: Final = 5.0
_BETWEEN: Final = 14.0

Sleutel = Callable[[Doek, float, float], None]
"""Draws a key with its left at x, on words that stand on y."""


class Uitleg(NamedTuple):
    """A key with the words for it."""

    sleutel: Sleutel
    woorden: str


def draw_legend(doek: Doek, y: float, items: Sequence[Uitleg], *, left: float = 0.0) -> float:
    """Keys and words from height y, with nothing before `left`; gives the height below them."""
    x, down = left, y + SMALL
    for item in items:
        lines = wrapped(item.woorden, doek.width - left - KEY - _AFTER_KEY, size=SMALL)
        wide = KEY + _AFTER_KEY + max(room_for(line, size=SMALL) for line in lines)
        if x > left and x + wide > doek.width:
            x, down = left, down + LINE
        item.sleutel(doek, x, down)
        for line in lines:
            doek.words(x + KEY + _AFTER_KEY, down, line, size=SMALL, colour="inkt-zacht")
            down += LINE
        down -= LINE
        x = x + wide + _BETWEEN if len(lines) == 1 else doek.width
    return down + LINE - SMALL if items else y


def filled(fill: Vulling) -> Sleutel:
    """The key of an area."""
    return lambda doek, x, y: doek.area(x + 2, y - 9, KEY - 4, 10, fill)


def stroke(colour: str, dashes: Sequence[float], *, open_dot: bool) -> Sleutel:
    """The key of a line with its marks."""

    def draw(doek: Doek, x: float, y: float) -> None:
        doek.line([(x, y - 4), (x + KEY, y - 4)], colour, 2.2, dashes)
        doek.dot(x + KEY / 2, y - 4, colour, filled=not open_dot)

    return draw


def target(doek: Doek, x: float, y: float) -> None:
    """The key of a target in time."""
    doek.line([(x, y - 4), (x + KEY, y - 4)], "inkt", 1.2, (4, 2))
    doek.diamond(x + KEY / 2, y - 4, "inkt")


def tick(doek: Doek, x: float, y: float) -> None:
    """The key of a norm mark across a bar."""
    doek.line([(x + KEY / 2, y - 11), (x + KEY / 2, y + 2)], "inkt", 2.6)


def edge(doek: Doek, x: float, y: float) -> None:
    """The key of the border between outcomes that fall short and those that do not."""
    doek.line([(x + KEY / 2, y - 11), (x + KEY / 2, y + 2)], "inkt", 1.6, (4, 2))


def band(doek: Doek, x: float, y: float) -> None:
    """The key of a band."""
    doek.area(x, y - 9, KEY, 10, Vulling("accent-zacht"))
    for side in (y - 9, y + 1):
        doek.line([(x, side), (x + KEY, side)], "reeks-1", 0.8, (2, 2))
