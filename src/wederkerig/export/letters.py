"""How wide words are on paper, in letters: enough to keep whole words in the columns of a table.

The fonts of the reader are not ours to know; these widths hold for the wide ones that stand in for others.
"""

from __future__ import annotations

from typing import Final

BOLD: Final = 1.14
"""How much wider a bold letter is."""
_NARROW = frozenset("ijlrtfI.,:;'’!|()/-1 ")
_WIDE = frozenset("mwMW%€@—")


def width(words: str, *, bold: bool = False) -> float:
    """How many letters of the usual width take as much room as these words."""
    letters = sum(
        0.7 if each in _NARROW else 1.5 if each in _WIDE else 1.15 if each.isupper() else 1.0
        for each in words
    )
    return letters * BOLD if bold else letters


def longest_word(cells: list[tuple[str, bool]]) -> float:
    """The width of the widest word of a column; each cell with whether it is bold."""
    return max((width(word, bold=bold) for cell, bold in cells for word in cell.split()), default=0.0)
