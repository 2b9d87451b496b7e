"""The line of print: the unit all reading of a PDF is done in.

Lengths are points, measured from the lower left corner of the page, so `y` grows upwards.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Font:
    """What a font's name and flags say about its look."""

    name: str
    bold: bool
    italic: bool


@dataclass(slots=True)
class Line:
    """A line of print, or the part of it that stands in one column or cell.

    x0, x1: from the first to the last ink; y: the baseline; size: of the first character.
    bold: how many characters at the beginning of `text` are bold.
    first, last: where `text` begins and ends in the page's own text (first -1: not in one piece).
    pieces: the same, both counted in, for each of the pieces; empty for a line in one piece.
    indent: where the words begin, after a bullet or number that hangs before them.
    plain_label: whether that number is not bold, though the words are.
    left, right, column: the column the line stands in, once the layout is known.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: int = 0
    italic: bool = False
    page: int = 0
    first: int = -1
    last: int = -1
    indent: float = 0.0
    plain_label: bool = False
    left: float = 0.0
    right: float = 0.0
    column: int = 0
    pieces: tuple[tuple[int, int], ...] = ()

    @property
    def ranges(self) -> tuple[tuple[int, int], ...]:
        """From where to where, both counted in, the line stands in the page's own text."""
        return self.pieces or ((self.first, self.last),)

    @property
    def top(self) -> float:
        """The height of the tallest letters."""
        return self.y + 0.75 * self.size

    @property
    def bottom(self) -> float:
        """The depth of the letters that reach below the baseline."""
        return self.y - 0.2 * self.size

    @property
    def all_bold(self) -> bool:
        """Whether the whole line is bold."""
        return self.bold >= len(self.text) > 0
