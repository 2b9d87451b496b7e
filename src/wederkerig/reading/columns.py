"""Tables that hold agreements: which column is the agreement, which the steps, who or when.

The titles of the columns say so; where a table goes on after a page break without titles, the
layout of the table before it holds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib import resources

import yaml

from wederkerig.documents import Block, Cell, Kind
from wederkerig.reading.labels import parse_label


class Column(Enum):
    """What a column holds; the value is the order in which a row is read."""

    NUMBER = 0
    AGREEMENT = 1
    STEP = 2
    WHO = 3
    WHEN = 4


_STEPS = re.compile(r"(?:concrete\s+)?stappen", re.IGNORECASE)  # alone above the steps of one agreement
_FIGURE = re.compile(r"[+\-–−]?\s*(?:€\s*)?\d[\d.,]*\s*%?\*?|[-–]|")


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a table of agreements: pairs of grid position and meaning, left to right."""

    columns: tuple[tuple[int, Column], ...]
    header_rows: int

    def columns_of(self, cells: Sequence[Cell]) -> list[tuple[Column, tuple[Block, ...]]]:
        """The blocks of a row by column; a cell belongs to the last column that begins at or before it."""
        found: list[tuple[Column, tuple[Block, ...]]] = []
        spread = _spread(cells)
        last = spread[-1][0] if spread else 0
        for position, cell in spread:
            if not cell.blocks:
                continue
            column = self._at(position, last)
            if found and found[-1][0] is column:
                found[-1] = (column, found[-1][1] + cell.blocks)
            else:
                found.append((column, cell.blocks))
        return found

    def _at(self, position: int, last: int) -> Column:
        """Narrower rows than the titles' row (a table cut by a page break) count from the right."""
        if position == last > 0 and last < self.columns[-1][0] and len(self.columns) > 1:
            return self.columns[min(last, len(self.columns) - 1)][1]
        kind = self.columns[0][1]
        for start, column in self.columns:
            if start <= position:
                kind = column
        return kind


def find_layout(rows: Sequence[Sequence[Cell]], before: Layout | None) -> Layout | None:
    """The layout of a table of agreements; None for any other table.

    before: the layout of a table of agreements that may go on in this one.
    """
    for index, cells in enumerate(rows[:2]):
        columns = _titled(cells)
        kinds = {column for _, column in columns}
        steps = len(cells) == 1 and _STEPS.fullmatch(cells[0].text.strip(" *:")) is not None
        if steps or (Column.AGREEMENT in kinds and (len(kinds) > 1 or _has_numbers(rows[index + 1 :]))):
            return Layout(columns, index + 1)
    if before is not None and _goes_on(rows, before):
        return Layout(before.columns, 0)
    return _untitled(rows)


def _titled(cells: Sequence[Cell]) -> tuple[tuple[int, Column], ...]:
    columns: list[tuple[int, Column]] = []
    for position, cell in _spread(cells):
        title = cell.text.strip(" *:")
        if not title or len(title) > 60:
            continue
        for column, pattern in _titles():
            if pattern.fullmatch(title) and column not in {known for _, known in columns}:
                columns.append((position, column))
                break
    return tuple(columns)


@cache
def _titles() -> tuple[tuple[Column, re.Pattern[str]], ...]:
    data = yaml.safe_load(resources.files(__package__).joinpath("kolommen.yaml").read_text("utf-8"))
    return tuple(
        (Column[name.upper()], re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE))
        for name, patterns in data.items()
    )


def _has_numbers(rows: Sequence[Sequence[Cell]]) -> bool:
    return any(_opens_agreement(cells) for cells in rows)


def _opens_agreement(cells: Sequence[Cell]) -> bool:
    """Whether the first filled cell begins with a number and reads as a sentence."""
    first = next((cell for cell in cells if cell.blocks), None)
    if first is None or first.blocks[0].kind is Kind.TABLE:
        return False
    text = first.blocks[0].text
    label = parse_label(text)
    return label is not None and len(text) - label.end > 25 and not _FIGURE.fullmatch(text)


def _goes_on(rows: Sequence[Sequence[Cell]], before: Layout) -> bool:
    """Whether a table without titles continues a table of agreements: prose, in as many columns."""
    width = max(sum(cell.colspan for cell in cells) for cells in rows)
    filled = [cell.text for cells in rows for cell in cells if cell.blocks]
    prose = sum(len(text) > 25 for text in filled)
    return width <= max(before.columns[-1][0] + 1, len(before.columns)) and prose >= len(filled) / 2


def _untitled(rows: Sequence[Sequence[Cell]]) -> Layout | None:
    """Agreements beside steps without column titles: most rows open with a number and prose."""
    width = max((len(cells) for cells in rows), default=0)
    opening = [cells for cells in rows if _opens_agreement(cells)]
    if width not in {1, 2, 3} or not opening or len(opening) * 2 < len(rows):
        return None
    columns = ((0, Column.AGREEMENT), (1, Column.STEP), (2, Column.WHO))[:width]
    return Layout(columns, 0)


def is_data_row(cells: Sequence[Cell], layout: Layout) -> bool:
    """A row of figures inside a table of agreements: short cells in columns that have no title."""
    filled = [(position, cell) for position, cell in _spread(cells) if cell.blocks]
    if len(filled) < 3 or any(len(cell.text) > 60 for _, cell in filled):
        return False
    titled = {position for position, _ in layout.columns}
    figures = sum(bool(_FIGURE.fullmatch(cell.text.strip())) for _, cell in filled)
    stray = sum(position not in titled for position, _ in filled)
    return stray >= 2 or figures >= len(filled) - 1


def _spread(cells: Sequence[Cell]) -> list[tuple[int, Cell]]:
    """Cells with the grid position at which each begins."""
    position, spread = 0, []
    for cell in cells:
        spread.append((position, cell))
        position += cell.colspan
    return spread
