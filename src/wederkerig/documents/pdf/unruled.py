"""Tables without rules: cells found from what stands beside what, and from the order of drawing.

A file draws a table row by row and a row cell by cell. So a cell is what is drawn at one go within
one column, and a row ends where the drawing goes back to the left.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from wederkerig.documents.pdf.drafts import CellDraft, Item, TableDraft
from wederkerig.documents.pdf.line import Line
from wederkerig.documents.pdf.marks import is_numbered

Span = tuple[float, float]

_WIDEST_GAP = 60.0
_WIDEST_GAP_BELOW = 45.0


def find_beside(ordered: Sequence[Item]) -> set[int]:
    """Which of the items, given from top to bottom, have another next to them (by identity)."""
    found: set[int] = set()
    boxes = [(item.x0, item.x1, item.top, item.bottom, id(item)) for item in ordered]
    for place, (x0, x1, top, bottom, name) in enumerate(boxes):
        for other in boxes[place + 1 :]:
            if other[2] < bottom:
                break
            overlap = other[2] - max(bottom, other[3])
            if overlap > 0.35 * min(top - bottom, other[2] - other[3]) and (
                x1 < other[0] + 1 or other[1] < x0 + 1
            ):
                found |= {name, other[4]}
    return found


def spans_of(items: Iterable[Item]) -> list[Span]:
    """The columns: what the items cover of the width of the page, in connected pieces."""
    return _connected([(item.x0, item.x1) for item in items])


def _connected(pieces: list[Span]) -> list[Span]:
    spans: list[Span] = []
    for x0, x1 in sorted(pieces):
        if spans and x0 < spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], max(spans[-1][1], x1))
        else:
            spans.append((x0, x1))
    return spans


class Zone:
    """Things that stand beside each other, as they are gathered from top to bottom."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self._spans: list[Span] = []
        self._bottom = 0.0

    def add(self, item: Item) -> None:
        """Make an item part of the zone."""
        self._bottom = min(self._bottom, item.bottom) if self.items else item.bottom
        self.items.append(item)
        self._spans = _connected([*self._spans, (item.x0, item.x1)])

    def takes(self, item: Item, *, beside: bool) -> bool:
        """Whether an item further down keeps to the columns of the zone."""
        after = _connected([*self._spans, (item.x0, item.x1)])
        lost = len(self._spans) - len(after)
        if len(self._spans) > 1 and lost > (1 if beside and len(self._spans) > 2 else 0):
            return False
        gap = self._bottom - item.top
        if beside or column_of(item, after) > 0:
            return gap < _WIDEST_GAP
        return gap < _WIDEST_GAP_BELOW


def is_wrapped(line: Item, after: Item, right: float) -> bool:
    """Whether a line was ended by the right side of its column, and goes on in the next."""
    if not isinstance(line, Line) or not isinstance(after, Line) or abs(line.size - after.size) > 0.6:
        return False
    if not 0 < line.y - after.y < 1.7 * line.size:
        return False
    word = len(after.text.split(" ", 1)[0]) + 1
    return right - line.x1 < 1.2 * word * (after.x1 - after.x0) / len(after.text) + 0.3 * line.size


def tail_end(zone: Sequence[Item], last: int, spans: Sequence[Span], floor: float) -> int:
    """Where in the zone its table ends: after `last`, with lines as narrow as its first column.

    floor: the height of the lowest rule of the table.
    """
    end = last + 1
    for place in range(last + 1, len(zone)):
        item, before = zone[place], zone[place - 1]
        if not isinstance(item, Line) or not isinstance(before, Line):
            end = place + 1 if len(spans) > 1 and item.x1 < spans[1][0] else end
            continue
        if item.size > 1.08 * before.size:
            break
        near = before.bottom - item.top < 0.9 * item.size
        if (
            item.bottom > floor
            or column_of(item, spans)
            or (end == place and near)
            or is_wrapped(before, item, spans[0][1])
        ):
            end = place + 1
    return end


def head_start(found: Sequence[Item], zone: Sequence[Item], spans: Sequence[Span]) -> int:
    """From where in `found` lines belong to the zone under them: a cell that began a page before."""
    start = len(found)
    if len(spans) < 2:
        return start
    below = next((item for item in zone if not column_of(item, spans)), None)
    for place in range(len(found) - 1, -1, -1):
        item = found[place]
        after = found[place + 1] if place + 1 < len(found) else below
        if not isinstance(item, Line) or (item.x0 < spans[1][0] - 3 < item.x1 - 5):
            break
        if item.x0 >= spans[1][0] - 3 or (after is not None and is_wrapped(item, after, spans[0][1])):
            start = place
    plain = all(
        isinstance(item, Line) and item.x1 < spans[1][0] and not item.all_bold for item in found[:start]
    )
    return 0 if start < len(found) and plain else start


def column_of(item: Item, spans: Sequence[Span]) -> int:
    """Which column an item stands in."""
    return max(0, sum(1 for x0, _ in spans if x0 <= item.x0 + 1) - 1)


def build_table(items: Sequence[Item], spans: Sequence[Span], order: dict[int, int]) -> TableDraft:
    """The table that the items in these columns make up; `order` is that of drawing, by identity."""
    drawn = sorted(items, key=lambda item: order[id(item)])
    rows: list[list[list[Item]]] = []
    for run in _runs(drawn, spans):
        place = column_of(run[0], spans)
        if not rows or _starts_row(rows[-1], place, run):
            rows.append([[] for _ in spans])
        rows[-1][place] += run
    cells = [[CellDraft(cell) for cell in row] for row in _split_leads(rows)]
    top, bottom = max(item.top for item in items), min(item.bottom for item in items)
    page = drawn[0].page
    edges = [x0 for x0, _ in spans]
    return TableDraft(page, spans[0][0], spans[-1][1], top, bottom, edges, cells, last_page=page)


def _split_leads(rows: list[list[list[Item]]]) -> list[list[list[Item]]]:
    """Part rows of which only the first cell is filled, where all rows begin with a bold number."""
    if sum(is_lead(row[0][0]) for row in rows if row[0]) < 2:
        return rows
    parted: list[list[list[Item]]] = []
    for first, *others in rows:
        leads = [p for p in range(1, len(first)) if is_lead(first[p]) and not _is_bold(first[p - 1])]
        ends = [*leads, len(first)]
        parted.append([first[: ends[0]], *others])
        parted += [[first[a:b], *([] for _ in others)] for a, b in pairwise(ends)]
    return parted


def _is_bold(item: Item) -> bool:
    return isinstance(item, Line) and item.all_bold


def is_lead(item: Item) -> bool:
    """Whether a line begins as an agreement with a bold number does."""
    return isinstance(item, Line) and item.bold > 0 and is_numbered(item.text)


def _runs(drawn: Sequence[Item], spans: Sequence[Span]) -> list[list[Item]]:
    """The items drawn one after another down one column."""
    starts = _row_starts(drawn, spans)
    runs: list[list[Item]] = []
    for item in drawn:
        last = runs[-1][-1] if runs else None
        same = last is not None and column_of(last, spans) == column_of(item, spans) and item.top < last.top
        if (
            same
            and last is not None
            and not (last.bottom - item.top > 0.5 * _height(item) and _near(item, starts))
        ):
            runs[-1].append(item)
        else:
            runs.append([item])
    return runs


def _height(item: Item) -> float:
    return item.size if isinstance(item, Line) else 10.0


def _near(item: Item, starts: Sequence[float]) -> bool:
    return isinstance(item, Line) and any(abs(item.y - y) < 1 for y in starts)


def _row_starts(drawn: Sequence[Item], spans: Sequence[Span]) -> list[float]:
    """The heights at which two columns begin a piece together."""
    begun = []
    for before, item in zip([None, *drawn], drawn, strict=False):
        fresh = before is None or column_of(before, spans) != column_of(item, spans) or item.top > before.top
        if fresh and isinstance(item, Line):
            begun.append(item.y)
    return begun


def _starts_row(row: list[list[Item]], place: int, run: list[Item]) -> bool:
    """Whether a run begins a new row: the drawing went back to the left, or below all of the row."""
    filled = [column for column, cell in enumerate(row) if cell]
    if not filled or place > filled[-1]:
        bottoms = [item.bottom for cell in row for item in cell]
        return bool(bottoms) and run[0].top < min(bottoms) - 1
    return True
