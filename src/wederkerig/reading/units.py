"""A document as one line of units, in the order in which it is to be read.

Tables that hold agreements are taken apart (the agreement's own column, then the steps beside it);
tables of figures stay whole. Everything after this walks over units, and no longer cares whether an
agreement stood in running text or in a cell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

from wederkerig.documents import Block, Cell, Document, Kind
from wederkerig.reading.columns import Column, Layout, find_layout, is_data_row
from wederkerig.reading.labels import Label, number_label, parse_label

_NOTE = re.compile(r"\[(?:Ingevoegd|Gewijzigd) bij [^\]\n]+\]")  # of the editor, below an agreement


class Place(StrEnum):
    """Where a unit stands: in running text, or in which column of a table of agreements."""

    TEXT = "text"
    AGREEMENT = "agreement"
    STEP = "step"
    WHO = "who"
    WHEN = "when"


@dataclass(slots=True)
class Unit:
    """One block in the reading order.

    label: the number at its beginning, if any; words: what follows it.
    rows: of a table of figures; `block` then spans these rows.
    row: counts the rows of tables of agreements, so that cells of one row can be told together.
    """

    index: int
    block: Block
    place: Place = Place.TEXT
    row: int = -1
    label: Label | None = field(init=False)
    toc: bool = False

    def __post_init__(self) -> None:
        self.label = parse_label(self.block.text) if self.block.kind is not Kind.TABLE else None
        if self.block.marker and not self.block.text.startswith(self.block.marker):
            self.label = None

    @property
    def kind(self) -> Kind:
        """What the block is on the page."""
        return self.block.kind

    @property
    def text(self) -> str:
        """The words of the block, its number included."""
        return self.block.text

    @property
    def words(self) -> str:
        """The words behind the number."""
        return self.block.text[self.label.end :] if self.label else self.block.text

    @property
    def bullet(self) -> bool:
        """Whether the unit is a list item with a glyph instead of a number."""
        return self.kind is Kind.ITEM and not self.text.startswith(self.block.marker or "\0")


def read_units(document: Document) -> list[Unit]:
    """All units of a document."""
    units: list[Unit] = []
    layout: Layout | None = None
    row = 0
    for block in document.blocks:
        if _NOTE.fullmatch(block.text.strip()):
            continue
        if block.kind is not Kind.TABLE:
            layout = None if block.kind is Kind.HEADING else layout
            _add(units, block, Place.TEXT, -1)
            continue
        found = find_layout(block.rows, layout)
        if found is None:
            _add(units, block, Place.TEXT, -1)
            continue
        layout = found
        row = _take_apart(units, block, found, row)
    return units


def _add(units: list[Unit], block: Block, place: Place, row: int) -> None:
    units.append(Unit(len(units), block, place, row))


def _take_apart(units: list[Unit], table: Block, layout: Layout, row: int) -> int:
    """Add the cells of a table of agreements; runs of rows with figures become tables again."""
    figures: list[tuple[Cell, ...]] = []
    for cells in table.rows[layout.header_rows :]:
        if is_data_row(cells, layout):
            figures.append(cells)
            continue
        _add_figures(units, figures, row)
        figures = []
        row += 1
        _add_row(units, cells, layout, row)
    _add_figures(units, figures, row)
    return row


def _add_figures(units: list[Unit], rows: list[tuple[Cell, ...]], row: int) -> None:
    blocks = [block for cells in rows for cell in cells for block in cell.blocks]
    if blocks:
        start, end = min(block.start for block in blocks), max(block.end for block in blocks)
        _add(units, Block(Kind.TABLE, "", start, end, rows=tuple(rows)), Place.AGREEMENT, row)


_PLACES = {
    Column.NUMBER: Place.AGREEMENT,
    Column.AGREEMENT: Place.AGREEMENT,
    Column.STEP: Place.STEP,
    Column.WHO: Place.WHO,
    Column.WHEN: Place.WHEN,
}


def _add_row(units: list[Unit], cells: tuple[Cell, ...], layout: Layout, row: int) -> None:
    for column, blocks in sorted(layout.columns_of(cells), key=lambda pair: pair[0].value):
        for block in blocks:
            _add(units, block, _PLACES[column], row)
            if column is Column.NUMBER:
                units[-1].label = number_label(block.text)
