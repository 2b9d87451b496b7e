"""Tables that go on on the next page, or in the next column, made one."""

from __future__ import annotations

from collections.abc import Sequence

from wederkerig.documents.pdf.drafts import CellDraft, Item, TableDraft
from wederkerig.documents.pdf.line import Line
from wederkerig.documents.pdf.marks import is_ended, is_numbered
from wederkerig.documents.pdf.notes import Notes

_AWRY = 12.0
_AWRY_UNRULED = 20.0
_MOST_REPEATED = 3
_PROSE = 40


def continue_tables(flow: Sequence[Item | Notes]) -> list[Item | Notes]:
    """The flow of a document with every table whole."""
    found: list[Item | Notes] = []
    open_table: TableDraft | None = None
    for item in flow:
        if isinstance(item, TableDraft) and open_table is not None and _continues(open_table, item):
            _extend(open_table, item)
            continue
        if not isinstance(item, Notes):
            open_table = item if isinstance(item, TableDraft) else None
        found.append(item)
    return found


def _continues(table: TableDraft, after: TableDraft) -> bool:
    moved = after.page == table.last_page + 1 or (after.page == table.last_page and after.top > table.bottom)
    if not moved or table.width != after.width or table.ruled != after.ruled:
        return False
    near = _AWRY if table.ruled else _AWRY_UNRULED
    shift = after.edges[0] - table.edges[0]
    return all(abs(b - a - shift) < near for a, b in zip(table.edges, after.edges, strict=True))


def _extend(table: TableDraft, after: TableDraft) -> None:
    rows = after.rows
    same = 0
    while same < min(len(rows) - 1, len(table.rows), _MOST_REPEATED) and _alike(rows[same], table.rows[same]):
        same += 1
    rows = rows[same:]
    table.repeated = max(table.repeated, same)
    if rows and _is_cut(table, rows[0], unclosed=after.open_top and same == 0):
        for cell, more in zip(table.rows[-1], rows[0], strict=True):
            cell.items += more.items
        rows = rows[1:]
    table.rows += rows
    table.last_page, table.bottom, table.top = after.last_page, after.bottom, after.top


def _alike(row: Sequence[CellDraft], other: Sequence[CellDraft]) -> bool:
    texts = [cell.text for cell in row]
    return any(texts) and texts == [cell.text for cell in other]


def _is_cut(table: TableDraft, row: Sequence[CellDraft], *, unclosed: bool) -> bool:
    """Whether a row goes on from the last one, which the end of the page has cut."""
    last = table.rows[-1]
    if len(last) != len(row) or any(cell.rowspan > 1 for cell in last):
        return False
    if unclosed or any(_runs_on(a, b) for a, b in zip(last, row, strict=True)):
        return True
    if sum(len(cell.text) for cell in row) < _PROSE or not table.rows[:-1]:
        return False
    return not row[0].items or _differs(table.rows, row)


def _runs_on(cell: CellDraft, after: CellDraft) -> bool:
    text, more = cell.text, after.text
    return bool(text and more) and more[:1].islower() and not is_ended(text)


def _differs(rows: Sequence[Sequence[CellDraft]], row: Sequence[CellDraft]) -> bool:
    """Whether rows begin in bold or with a number as a rule, and this one does not."""
    begins = [_begin(other[0]) for other in rows if other[0].items]
    bold, numbered = _begin(row[0])
    many = 0.7 * len(begins)
    return len(begins) > 1 and (
        (not bold and sum(b for b, _ in begins) > many) or (not numbered and sum(n for _, n in begins) > many)
    )


def _begin(cell: CellDraft) -> tuple[bool, bool]:
    first = cell.items[0] if cell.items else None
    if not isinstance(first, Line):
        return False, False
    return first.bold > 0, is_numbered(first.text)
