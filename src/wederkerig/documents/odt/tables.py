"""Tables of an OpenDocument text: spans, header rows, repeated rows and cells, tables inside tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from wederkerig.documents.document import Block, Cell
from wederkerig.documents.numerals import whole
from wederkerig.documents.odt import names as n

if TYPE_CHECKING:
    from wederkerig.documents.odt.body import Body

# Repeating is meant for empty cells of rectangular tables; words are seldom repeated.
MAX_REPEATED = 100
MAX_SPAN = 1000

GROUPS = frozenset(n.TABLE_NS + name for name in ("table-rows", "table-row-group", "table-header-rows"))


def read_table(table: etree._Element, body: Body) -> Block | None:
    """One table as a block, its words added to the text in row order; None when it is empty."""
    rows: list[list[Cell]] = []
    for row, header in _rows(table, body, header=False):
        cells = _read_row(row, body, header=header)
        repeated = _repeated(row, "number-rows-repeated") if any(cell.blocks for cell in cells) else 1
        rows += [cells] * repeated
    return body.builder.table(rows)


def _rows(parent: etree._Element, body: Body, *, header: bool) -> Iterator[tuple[etree._Element, bool]]:
    """The rows of a table, and whether each is a heading row."""
    for child in parent:
        if child.tag == n.ROW:
            yield child, header
        elif child.tag in GROUPS:
            yield from _rows(child, body, header=header or child.tag == n.HEADER_ROWS)
        elif child.tag == n.SOFT_PAGE_BREAK:
            body.builder.begin_page()


def _read_row(row: etree._Element, body: Body, *, header: bool) -> list[Cell]:
    """The cells that begin in this row; a page break is noted in every cell of it and counts once."""
    cells: list[Cell] = []
    mark = body.builder.page_mark
    longest: list[tuple[int, bool]] = []
    for element in row.iterchildren(n.CELL):
        blocks = tuple(body.blocks(element))
        pages = body.builder.pages_from(mark)
        longest = pages if len(pages) > len(longest) else longest
        colspan = _span(element, "number-columns-spanned")
        cell = Cell(blocks, colspan, _span(element, "number-rows-spanned"), header)
        cells += [cell] * _repeated(element, "number-columns-repeated")
    for offset, hard in longest:
        body.builder.begin_page(offset, hard=hard)
    return cells


def _span(cell: etree._Element, name: str) -> int:
    return max(1, min(whole(cell.get(n.TABLE_NS + name), 1), MAX_SPAN))


def _repeated(element: etree._Element, name: str) -> int:
    return max(1, min(whole(element.get(n.TABLE_NS + name), 1), MAX_REPEATED))
