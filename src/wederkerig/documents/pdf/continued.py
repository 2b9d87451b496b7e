"""Tables that go on on the next page, or in the next column, made one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from wederkerig.documents.pdf.drafts import CellDraft, Item, TableDraft
from wederkerig.documents.pdf.line import Line
from wederkerig.documents.pdf.marks import is_ended, is_numbered
from wederkerig.documents.pdf.notes import Notes
from wederkerig.documents.pdf.unruled import is_lead, is_wrapped

_AWRY = 12.0
_AWRY_UNRULED = 40.0
_MOST_REPEATED = 3
_STACKED = 14.0
_PROSE = 40

Piece = Item | Notes


def continue_tables(flow: Sequence[Piece]) -> list[Piece]:
    """The flow of a document with every table whole."""
    found: list[Piece] = []
    open_table: TableDraft | None = None
    place = 0
    while place < len(flow):
        item = flow[place]
        if open_table is not None and (count := _taken(open_table, flow, place)):
            place += count
            continue
        place += 1
        if not isinstance(item, Notes):
            open_table = item if isinstance(item, TableDraft) else None
        found.append(item)
    return [part for item in found for part in _unwrapped(item)]


def _taken(table: TableDraft, flow: Sequence[Piece], place: int) -> int:
    """How many of the next items the table takes up."""
    item = flow[place]
    if isinstance(item, Line):
        return _absorb(table, flow, place)
    if not isinstance(item, TableDraft):
        return 0
    if _continues(table, item):
        _extend(table, item)
        return 1
    if not table.ruled and item.page == table.last_page + 1 and item.x1 < [*table.edges, 0.0][1]:
        table.rows[-1][0].items.append(item)
        return 1
    return 0


def _unwrapped(item: Piece) -> list[Piece]:
    """What is in a table that is none: a frame round some text, words beside each other on one height."""
    if not isinstance(item, TableDraft):
        return [item]
    filled = [cell for row in item.rows for cell in row if cell.items]
    alone = len(item.rows) == 1 and not item.ruled and all(len(cell.items) == 1 for cell in filled)
    return [part for cell in filled for part in cell.items] if len(filled) == 1 or alone else [item]


def _continues(table: TableDraft, after: TableDraft) -> bool:
    if (
        not (_is_moved(table, after) or _is_stacked(table, after))
        or table.width != after.width
        or table.ruled != after.ruled
    ):
        return False
    shift = after.edges[0] - table.edges[0]
    near = _AWRY if table.ruled else min(_AWRY_UNRULED, 0.5 * min(_steps(table), _steps(after)))
    return all(abs(b - a - shift) < near for a, b in zip(table.edges, after.edges, strict=True))


def _is_moved(table: TableDraft, after: TableDraft) -> bool:
    """Whether a table stands on the next page, or higher up in the next column."""
    return after.page == table.last_page + 1 or (
        after.page == table.last_page and after.top > table.bottom + 20
    )


def _is_stacked(table: TableDraft, after: TableDraft) -> bool:
    """Whether a table stands right under another, as the body under a head drawn apart."""
    return table.ruled and after.page == table.last_page and abs(table.bottom - after.top) < _STACKED


def _steps(table: TableDraft) -> float:
    """The least distance between the beginnings of two columns."""
    return min((b - a for a, b in pairwise(table.edges)), default=_AWRY_UNRULED)


def _absorb(table: TableDraft, flow: Sequence[Piece], place: int) -> int:
    """Give the lines at the top of the next page that go on with one cell to it; how many there are."""
    if table.ruled or len(table.rows[-1]) != table.width:
        return 0
    if count := _tail(table, flow, place):
        return count
    lines: list[Line] = []
    for item in flow[place:]:
        if not isinstance(item, Line) or item.page != table.last_page + 1 or not _fits_column(table, item):
            break
        lines.append(item)
    if not lines:
        return 0
    column = _column(table, lines[0])
    cell = table.rows[-1][column]
    lines = [line for line in lines if _column(table, line) == column]
    if not column:
        lines = lines[: _narrow(cell, lines)]
    right = max((item.right for item in cell.items if isinstance(item, Line)), default=0.0)
    for line in lines:
        line.right = max(right, *(other.x1 for other in lines))
    if lines and not column and is_lead(lines[0]):
        table.rows.append([CellDraft(list(lines)), *(CellDraft() for _ in table.edges[1:])])
    else:
        cell.items += lines
    return len(lines)


def _tail(table: TableDraft, flow: Sequence[Piece], place: int) -> int:
    """Give the last cell the short lines under it, if the next page begins with more of the table."""
    lines: list[Line] = []
    for item in flow[place:]:
        if isinstance(item, TableDraft):
            if not lines or not _continues(table, item) or _alike(item.rows[0], table.rows[0]):
                return 0
            table.rows[-1][0].items += lines
            return len(lines)
        if not isinstance(item, Line) or item.page > table.last_page + 1 or item.all_bold:
            return 0
        if _column(table, item) or not _fits_column(table, item):
            return 0
        lines.append(item)
    return 0


def _column(table: TableDraft, line: Line) -> int:
    return max(0, sum(line.x0 > edge - 3 for edge in table.edges) - 1)


def _fits_column(table: TableDraft, line: Line) -> bool:
    column = _column(table, line)
    right = table.edges[column + 1] if column + 1 < table.width else table.x1 + 3
    return line.x0 > table.edges[column] - 3 and line.x1 < right


def _narrow(cell: CellDraft, lines: Sequence[Line]) -> int:
    """How many of the lines are wrapped as in the cell above."""
    last = cell.items[-1] if cell.items else None
    if not isinstance(last, Line):
        return 0
    count = 1 if lines[0].text[:1].islower() and not is_ended(last.text) else 0
    for place in range(1, len(lines)):
        if is_wrapped(lines[place - 1], lines[place], last.right):
            count = place + 1
    return count


def _extend(table: TableDraft, after: TableDraft) -> None:
    rows = after.rows
    same = 0
    stacked = _is_stacked(table, after)
    while (
        not stacked
        and same < min(len(rows), len(table.rows), _MOST_REPEATED)
        and _alike(rows[same], table.rows[same])
    ):
        same += 1
    rows = rows[same:]
    table.repeated = max(table.repeated, same)
    if (
        rows
        and not stacked
        and _is_cut(
            [*table.rows, *rows[1:]], len(table.rows) - 1, rows[0], unclosed=after.open_top and same == 0
        )
    ):
        for cell, more in zip(table.rows[-1], rows[0], strict=True):
            cell.items += more.items
        rows = rows[1:]
    table.rows += rows
    table.last_page, table.bottom, table.top = after.last_page, after.bottom, after.top


def _alike(row: Sequence[CellDraft], other: Sequence[CellDraft]) -> bool:
    texts = [cell.text for cell in row]
    return any(texts) and texts == [cell.text for cell in other]


def _is_cut(
    rows: Sequence[Sequence[CellDraft]], place: int, row: Sequence[CellDraft], *, unclosed: bool
) -> bool:
    """Whether a row goes on from the one at `place` of the other rows, which the end of the page has cut."""
    last = rows[place]
    if len(last) != len(row) or any(cell.rowspan > 1 for cell in last):
        return False
    if unclosed or any(_runs_on(a, b) for a, b in zip(last, row, strict=True)):
        return True
    if sum(len(cell.text) for cell in row) < _PROSE or len(rows) < 2:
        return False
    return not row[0].items or _differs(rows[1:], row)


def _runs_on(cell: CellDraft, after: CellDraft) -> bool:
    text, more = cell.text, after.text
    return bool(text and more) and more[:1].islower() and not is_ended(text)


def _differs(rows: Sequence[Sequence[CellDraft]], row: Sequence[CellDraft]) -> bool:
    """Whether rows begin in bold or with a number as a rule, and this one does not."""
    begins = [_begin(other[0]) for other in rows if other[0].items]
    bold, numbered = _begin(row[0])
    many = 0.7 * len(begins)
    return bool(begins) and (
        (not bold and sum(b for b, _ in begins) > many) or (not numbered and sum(n for _, n in begins) > many)
    )


def _begin(cell: CellDraft) -> tuple[bool, bool]:
    first = cell.items[0] if cell.items else None
    if not isinstance(first, Line):
        return False, False
    return first.bold > 0, is_numbered(first.text)
