"""The order in which a page is read: columns one after another, and what makes up a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count, pairwise

from wederkerig.documents.pdf.columns import Columns
from wederkerig.documents.pdf.drafts import CellDraft, Item, TableDraft
from wederkerig.documents.pdf.grid import Grid, Rule
from wederkerig.documents.pdf.line import Line
from wederkerig.documents.pdf.marks import LONGEST_LABEL, is_label, is_plain_number
from wederkerig.documents.pdf.page import Page
from wederkerig.documents.pdf.unruled import Zone, build_table, find_beside, head_start, spans_of, tail_end

_LABEL_GAP = 5.0
_STICKS_OUT = 25.0
_HEAD_GAP = 14.0
_MOST_LINES = 3000


class Layout:
    """Arranges the pages of one document; `columns` are those of its pages that have them."""

    def __init__(self, columns: dict[int, Columns], left: float, right: float) -> None:
        self._columns = columns
        self._left, self._right = left, right
        self._numbers = count(1)
        self._order: dict[int, int] = {}
        self._across: list[Rule] = []
        self._grids: list[Grid] = []

    def arrange(self, page: Page) -> list[Item]:
        """What stands on the page, in the order of reading."""
        columns = self._columns.get(page.number)
        if not page.complex and columns is None:
            lines = _hang_labels(page.lines) if len(page.lines) < _MOST_LINES else page.lines
            self._bound(lines, self._page_right(lines))
            return list(lines)
        self._order = {id(line): place for place, line in enumerate(page.lines)}
        self._across, self._grids = page.across, page.grids
        items: list[Item] = list(page.lines)
        for grid in page.grids:
            items = self._take(grid, items, page.number)
        return self._by_column(items, columns) if columns is not None else self._whole(items)

    def _whole(self, items: Sequence[Item]) -> list[Item]:
        """What stands over the whole width of the page."""
        found = self._zones(items)
        rest = [item for item in found if isinstance(item, Line)]
        self._bound(rest, self._page_right(rest))
        return found

    def _page_right(self, lines: Sequence[Line]) -> float:
        own = far_right(lines)
        return own if own > self._right or len(lines) > 40 else max(own, self._right)

    def _bound(self, lines: Sequence[Line], right: float, left: float | None = None) -> None:
        """Tell lines of one column where it begins and ends."""
        number = next(self._numbers)
        left = self._left if left is None else left
        for line in lines:
            line.left, line.right, line.column = left, right, number

    def _take(self, grid: Grid, items: list[Item], page: int) -> list[Item]:
        """Put what stands within the grid into a table; too little is no table."""
        inside = [item for item in items if grid.holds(*_place(item))]
        if len(inside) < 2:
            return items
        table = self._ruled(grid, inside, page)
        if not table.rows:
            return items
        self._order[id(table)] = min(self._order[id(item)] for item in inside)
        taken = {id(item) for item in inside}
        return [item for item in items if id(item) not in taken] + [table]

    def _ruled(self, grid: Grid, items: list[Item], page: int) -> TableDraft:
        cells = {place: CellDraft() for place in grid.places()}
        owners = _owners(grid)
        for item in items:
            cells[owners[grid.place(*_place(item))]].items.append(item)
        for (row, column), (top, left) in owners.items():
            cell = cells[top, left]
            cell.rowspan = max(cell.rowspan, row - top + 1)
            cell.colspan = max(cell.colspan, column - left + 1)
        rows: list[list[CellDraft]] = [[] for _ in grid.ys[1:]]
        for (row, column), cell in cells.items():
            if owners[row, column] == (row, column):
                self._cell(cell, grid.xs[column + cell.colspan], grid.xs[column])
                rows[row].append(cell)
        right = max(item.x1 for item in items)
        table = TableDraft(page, grid.xs[0], right, grid.ys[0], grid.ys[-1], grid.xs[:-1], rows)
        table.ruled, table.open_top, table.last_page = True, grid.open_top, page
        self._split_rows(table, items)
        if not any(cell.rowspan > 1 for row in rows for cell in row):
            table.rows = [row for row in table.rows if any(cell.items for cell in row)]
        return table

    def _cell(self, cell: CellDraft, right: float, left: float) -> None:
        cell.items = self._zones(cell.items)
        lines = [item for item in cell.items if isinstance(item, Line)]
        if lines:
            padding = max(0.0, min(line.x0 for line in lines) - left)
            self._bound(lines, max(right - min(padding, 10.0), *(line.x1 for line in lines)), left)

    def _split_rows(self, table: TableDraft, items: list[Item]) -> None:
        """Where no rules part the rows, part them as in a table without rules."""
        if (
            len(table.rows) > 2
            or len(items) < 6
            or any(cell.colspan > 1 for row in table.rows for cell in row)
        ):
            return
        body = table.rows[-1]
        lines = [item for cell in body for item in cell.items]
        if len([cell for cell in body if cell.items]) < 2 or not all(
            isinstance(item, Line) for item in lines
        ):
            return
        spans = [(edge, edge) for edge in table.edges]
        split = build_table(lines, spans, self._order)
        if len(split.rows) > 2:
            table.rows = [*table.rows[:-1], *split.rows]

    def _by_column(self, items: list[Item], columns: Columns) -> list[Item]:
        """Read the first column before the rest, between everything that runs across."""
        ordered = sorted(items, key=lambda item: -item.top)
        found: list[Item] = []
        band: list[Item] = []
        whole: list[Item] = []
        for item in ordered:
            across = item.x0 < columns.gutter - 5 and item.x1 > columns.gutter + 5
            if across or columns.are_cells((item.top + item.bottom) / 2):
                found += self._band(band, columns.gutter) if band else []
                band = []
                whole.append(item)
            else:
                found += self._whole(whole) if whole else []
                whole = []
                band.append(item)
        return found + self._whole(whole) + self._band(band, columns.gutter)

    def _band(self, band: list[Item], gutter: float) -> list[Item]:
        """What stands in columns, one after another."""
        lefts = (self._left, gutter + 3)
        sides = [[item for item in band if (item.x0 >= gutter - 5) is side] for side in (False, True)]
        wide = max(far_right(side) - left for side, left in zip(sides, lefts, strict=True))
        found: list[Item] = []
        for side, left in zip(sides, lefts, strict=True):
            arranged = self._zones(side)
            lines = [item for item in arranged if isinstance(item, Line)]
            if lines:
                self._bound(lines, left + wide, left)
            found += arranged
        return found

    def _zones(self, items: Sequence[Item]) -> list[Item]:
        """The items from top to bottom, those that stand beside each other gathered into tables."""
        lines = _hang_labels([item for item in items if isinstance(item, Line)])
        ordered: list[Item] = sorted(
            [*lines, *(i for i in items if not isinstance(i, Line))], key=lambda i: -i.top
        )
        beside = find_beside(ordered)
        if not beside:
            return ordered
        found: list[Item] = []
        zone = Zone()
        for item in ordered:
            if zone.items and not zone.takes(item, beside=id(item) in beside):
                found = self._close(found, zone.items, beside)
                zone = Zone()
            if zone.items or id(item) in beside:
                zone.add(item)
            else:
                found.append(item)
        return self._close(found, zone.items, beside)

    def _close(self, found: list[Item], zone: list[Item], beside: set[int]) -> list[Item]:
        """What has been found, the table that a zone makes up, and lines under it that are not part of it."""
        if not zone:
            return found
        last = max(place for place, item in enumerate(zone) if id(item) in beside)
        columns = spans_of(zone[: last + 1])
        start = head_start(found, zone, columns)
        end = tail_end(zone, last, columns, self._floor(zone, columns))
        body = [*found[start:], *zone[:end]]
        return [*found[:start], *self._table(body), *zone[end:]]

    def _floor(self, zone: Sequence[Item], columns: Sequence[tuple[float, float]]) -> float:
        """The height of the lowest of the rules that lie under the rows of a table; infinite without."""
        top, bottom = zone[0].top, zone[-1].bottom
        wide = [
            (y, round(x0), round(x1))
            for y, x0, x1 in self._across
            if x0 < columns[0][1] and x1 > columns[-1][0]
        ]
        within = {(x0, x1) for y, x0, x1 in wide if bottom < y < top}
        return min((y for y, x0, x1 in wide if (x0, x1) in within), default=float("inf"))

    def _above(self, body: Sequence[Item]) -> Grid | None:
        """The ruled or coloured head right above, if all of the body keeps to its columns."""
        top = max(item.top for item in body)
        for grid in self._grids:
            if abs(grid.ys[-1] - top) < _HEAD_GAP and all(_keeps_to(item, grid) for item in body):
                return grid
        return None

    def _table(self, body: list[Item]) -> list[Item]:
        above = self._above(body)
        spans = list(pairwise(above.xs)) if above else spans_of(body)
        if len(spans) < 2:
            return body
        table = build_table(body, spans, self._order)
        table.ruled = above is not None
        self._order[id(table)] = min(self._order[id(item)] for item in body)
        if _is_contents(table):
            return list(_contents(table))
        for row in table.rows:
            for cell, (left, right) in zip(row, spans, strict=True):
                self._cell(cell, right, left)
        return [table]


def _place(item: Item) -> tuple[float, float]:
    """The point that says in which cell an item stands."""
    if isinstance(item, Line):
        return item.x0 + min(0.5 * item.size, (item.x1 - item.x0) / 2), item.y + 0.25 * item.size
    return (item.x0 + item.x1) / 2, (item.top + item.bottom) / 2


def far_right(items: Iterable[Item]) -> float:
    """How far the lines of a column reach, but for one or two that stick out."""
    ends = sorted((item.x1 for item in items if isinstance(item, Line)), reverse=True)
    if len(ends) > 8 and ends[0] - ends[2] > _STICKS_OUT:
        return ends[2]
    return ends[0] if ends else 0.0


def _keeps_to(item: Item, grid: Grid) -> bool:
    """Whether an item lies within one column of the grid."""
    return any(left - 2 <= item.x0 and item.x1 <= right + 2 for left, right in pairwise(grid.xs))


def _owners(grid: Grid) -> dict[tuple[int, int], tuple[int, int]]:
    """For each place of the grid the first place of the cell it belongs to."""
    owners: dict[tuple[int, int], tuple[int, int]] = {}
    for row, column in grid.places():
        owner = (row, column)
        if column and not grid.parted_left(row, column):
            owner = owners[row, column - 1]
        elif row and not grid.parted_above(row, column):
            above = owners[row - 1, column]
            owner = above if above[1] == column else owner
        owners[row, column] = owner
    return owners


def _hang_labels(lines: Sequence[Line]) -> list[Line]:
    """Put bullets and numbers that are drawn apart before the words they hang beside."""
    short = [line for line in lines if len(line.text) <= LONGEST_LABEL]
    labels = [line for line in short if is_label(line.text) or is_plain_number(line.text)]
    if not labels:
        return list(lines)
    rest = {id(line): line for line in lines}
    for label in labels:
        words = _words_of(label, rest.values())
        if words is None:
            continue
        words.text, words.pieces = f"{label.text} {words.text}", label.ranges + words.ranges
        words.bold = words.bold and words.bold + len(label.text) + 1
        words.plain_label = words.bold > 0 and not label.bold
        words.indent, words.x0 = words.x0, label.x0
        del rest[id(label)]
    return list(rest.values())


def _words_of(label: Line, lines: Iterable[Line]) -> Line | None:
    """The nearest line to the right of a label, on the same height."""
    best: Line | None = None
    y, x1 = label.y, label.x1
    for line in lines:
        if (
            abs(line.y - y) > 0.35 * line.size
            or line is label
            or not -1 < line.x0 - x1 < _LABEL_GAP * line.size
        ):
            continue
        if best is None or line.x0 < best.x0:
            best = line
    if best is not None and is_plain_number(label.text) and not is_label(label.text) and len(best.text) < 25:
        return None
    return best


def _is_contents(table: TableDraft) -> bool:
    """Whether a table is a list of chapters with the pages they begin on."""
    if table.width != 2 or len(table.rows) < 3:
        return False
    numbers = [row[1].text.strip() for row in table.rows if row[0].items and row[1].items]
    if len(numbers) < 3 or not all(number.isdigit() for number in numbers):
        return False
    pages = [int(number) for number in numbers]
    return pages == sorted(pages) and pages[-1] < 1000 and len(set(pages)) > 1


def _contents(table: TableDraft) -> list[Line]:
    """Each row of a list of chapters as one line."""
    lines: list[Line] = []
    for row in table.rows:
        first, *others = [item for cell in row for item in cell.items if isinstance(item, Line)]
        for other in others:
            first.text, first.x1 = f"{first.text} {other.text}", other.x1
            first.pieces = first.ranges + other.ranges
        lines.append(first)
    return lines
