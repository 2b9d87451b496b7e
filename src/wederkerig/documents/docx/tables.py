"""Tables of a Word document: merged cells counted, struck rows left out, tables inside tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from wederkerig.documents.document import Block, Cell
from wederkerig.documents.docx import names as n
from wederkerig.documents.docx.inline import control_content
from wederkerig.documents.numerals import whole

if TYPE_CHECKING:
    from wederkerig.documents.docx.body import Body

# Word draws no more than 63 columns; other programs a few more.
MAX_SPAN = 200

VERTICAL_MERGE = n.W + "vMerge"


@dataclass(slots=True)
class OpenCell:
    """A cell that later rows may still lengthen."""

    blocks: list[Block] = field(default_factory=list)
    colspan: int = 1
    rowspan: int = 1
    header: bool = False


def read_table(table: etree._Element, body: Body) -> Block | None:
    """One table as a block, its words added to the text in row order; None when it is empty."""
    rows: list[list[OpenCell]] = []
    above: dict[int, OpenCell] = {}
    for row in _unwrapped(table, n.ROW):
        properties = next(row.iterchildren(n.ROW_PROPERTIES), None)
        if properties is not None and _is_struck(properties, body):
            continue
        rows.append(_read_row(row, properties, above, body))
    return body.builder.table(
        [[Cell(tuple(cell.blocks), cell.colspan, cell.rowspan, cell.header) for cell in row] for row in rows]
    )


def _read_row(
    row: etree._Element,
    properties: etree._Element | None,
    above: dict[int, OpenCell],
    body: Body,
) -> list[OpenCell]:
    """The cells that begin in this row; `above` holds, by column, cells that may grow downwards."""
    header, column = _row_properties(properties)
    cells = [OpenCell(colspan=column)] if column else []
    mark = body.builder.page_mark
    longest: list[tuple[int, bool]] = []
    for element in _unwrapped(row, n.CELL):
        span, merge, struck = _cell_properties(element)
        if struck:
            body.changes.found = True
            continue
        if merge == "continue" and column in above:
            above[column].rowspan += 1
        else:
            cell = OpenCell(body.blocks(element), span, header=header)
            # a row across two pages notes the break in every cell; it counts once
            pages = body.builder.pages_from(mark)
            longest = pages if len(pages) > len(longest) else longest
            cells.append(cell)
            above.pop(column, None)
            if merge == "restart":
                above[column] = cell
        column += span
    for offset, hard in longest:
        body.builder.begin_page(offset, hard=hard)
    return cells


def _row_properties(properties: etree._Element | None) -> tuple[bool, int]:
    """Whether the row is a heading row, and how many columns it leaves open before its cells."""
    header, before = False, 0
    if properties is not None:
        for child in properties:
            if child.tag == n.W + "tblHeader":
                header = n.is_on(child)
            elif child.tag == n.W + "gridBefore":
                before = max(0, min(whole(child.get(n.VAL)), MAX_SPAN))
    return header, before


def _cell_properties(cell: etree._Element) -> tuple[int, str, bool]:
    """Columns spanned, vertical merging ("", "restart", "continue"), and whether it is struck."""
    span, merge, struck = 1, "", False
    properties = next(cell.iterchildren(n.CELL_PROPERTIES), None)
    if properties is not None:
        for child in properties:
            if child.tag == n.W + "gridSpan":
                span = max(1, min(whole(child.get(n.VAL), 1), MAX_SPAN))
            elif child.tag == VERTICAL_MERGE:
                merge = child.get(n.VAL, "continue")
            elif child.tag == n.W + "cellDel":
                struck = True
    return span, merge, struck


def _is_struck(properties: etree._Element, body: Body) -> bool:
    """Whether a tracked change took the row out; counts rows added and struck."""
    for child in properties:
        if child.tag == n.DELETED:
            body.changes.found = True
            body.changes.struck += 1
            return True
        if child.tag == n.INSERTED:
            body.changes.found = True
            body.changes.added += 1
    return False


def _unwrapped(parent: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, through the content controls around them."""
    for child in parent:
        if child.tag == wanted:
            yield child
        elif child.tag == n.SDT:
            content = control_content(child)
            if content is not None:
                yield from _unwrapped(content, wanted)
        elif child.tag in (n.CUSTOM_XML, n.INSERTED, n.MOVED_HERE):
            yield from _unwrapped(child, wanted)
