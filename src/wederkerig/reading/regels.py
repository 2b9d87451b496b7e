"""Short texts that stand on a line or in a cell of their own, with what stands right below them.

Names of parties and of who signs for them stand so on title pages, in tables and above signatures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wederkerig.documents import Block, Cell, Kind
from wederkerig.reading.units import Unit

_SHORT = 120
_DOTS = re.compile(r"[.…_\s]*")
_BELOW = 4
_OPENING = re.compile(r"(?:namens|voor|de|het)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Regel:
    """A short text of its own: its block, its words, and the short texts right below it.

    key: its words in lower case, without "Namens", "de" and the like before them.
    beside: what stands in the cell to the right.
    """

    unit: Unit
    text: str
    below: tuple[str, ...]
    key: str
    beside: str = ""


def key_of(text: str) -> str:
    """The words of a short text for comparing: without "Namens de", bold marks and capitals."""
    words = text.strip(" *:")
    while opening := _OPENING.match(words):
        words = words[opening.end() :]
    return words.casefold()


def stand_alone(units: Sequence[Unit]) -> list[Regel]:
    """All short texts of their own, in reading order; lines of dots are passed over."""
    lines = [unit for unit in units if unit.kind is not Kind.TABLE and not _DOTS.fullmatch(unit.text)]
    found = [
        Regel(
            unit,
            unit.text,
            tuple(_short(near.text for near in lines[place + 1 : place + 1 + _BELOW])),
            key_of(unit.text),
        )
        for place, unit in enumerate(lines)
        if len(unit.text) < _SHORT and not unit.toc
    ]
    for unit in units:
        if unit.kind is Kind.TABLE:
            found += _in_cells(unit)
    return found


def _short(texts: Iterator[str]) -> Iterator[str]:
    for text in texts:
        if len(text) >= _SHORT:
            return
        yield text


def _in_cells(unit: Unit) -> Iterator[Regel]:
    """The first text of every cell; below it stand the rest of the cell and the cells underneath."""
    rows = unit.block.rows
    for line, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            texts = [block for block in _blocks(cell) if not _DOTS.fullmatch(block.text)]
            if not texts or len(texts[0].text) >= _SHORT:
                continue
            under = [row[column].text for row in rows[line + 1 : line + 1 + _BELOW] if column < len(row)]
            below = [block.text for block in texts[1:]] + [
                text for text in under if not _DOTS.fullmatch(text)
            ]
            first = texts[0]
            beside = cells[column + 1].text if column + 1 < len(cells) else ""
            yield Regel(
                Unit(unit.index, first),
                first.text,
                tuple(_short(iter(below))),
                key_of(first.text),
                beside[:_SHORT],
            )


def _blocks(cell: Cell) -> list[Block]:
    return [block for block in cell.blocks if block.kind is not Kind.TABLE]
