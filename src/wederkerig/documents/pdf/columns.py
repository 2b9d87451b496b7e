"""Newspaper columns: text that runs down one column and goes on at the top of the next.

Cells beside each other look the same on one page. They differ over a document: the file draws a
table row by row, and so goes from right to left many times on a page, where it draws a column of
running text at one go. Columns of running text are moreover equally wide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from wederkerig.documents.pdf.line import Line
from wederkerig.documents.pdf.page import Page

_PROSE = 18
_FEWEST = 4
_SURE = 5
_NEAR = 25.0


@dataclass(slots=True)
class Columns:
    """How a page is parted: `gutter` is the x between the first column and the rest.

    running, table: how many lines speak for columns and for a table. sure: whether some lines can
    be nothing but columns. tables: from which to which height cells stand beside each other.
    """

    gutter: float
    running: int = 0
    table: int = 0
    sure: bool = False
    tables: list[tuple[float, float]] = field(default_factory=list)

    def are_cells(self, y: float) -> bool:
        """Whether what stands at this height is a table all the same."""
        return any(low - 1 <= y <= high + 1 for low, high in self.tables)


def find_columns(pages: Sequence[Page]) -> dict[int, Columns]:
    """The columns of each page that is set in newspaper columns."""
    own = {page.number: _gutter(page.lines, page.width) for page in pages if page.complex}
    known = [gutter for gutter in own.values() if gutter is not None]
    if not known:
        return {}
    usual = Counter(known).most_common(1)[0][0]
    found: dict[int, Columns] = {}
    for page in pages:
        gutter = own.get(page.number)
        if gutter is not None:
            found[page.number] = _weigh(page, usual if abs(gutter - usual) < 2 * _NEAR else gutter)
    everywhere = sum(columns.running - 2 * columns.table for columns in found.values()) > 0
    kept: dict[int, Columns] = {}
    for number, columns in found.items():
        likely = columns.running > columns.table and (everywhere or number - 1 in kept)
        if columns.sure or likely:
            kept[number] = columns
    return _spread(pages, kept) if everywhere and kept else kept


def _gutter(lines: Sequence[Line], width: float) -> float | None:
    """Where the second column begins, if running text stands in columns."""
    prose = [line for line in lines if len(line.text) >= _PROSE]
    begins = Counter(round(line.x0) for line in prose if 0.25 * width < line.x0 < 0.75 * width)
    best, place = 0, None
    for x, count in sorted(begins.items()):
        if count < 3:
            continue
        left = sum(line.x1 < x for line in prose)
        right = sum(line.x0 > x - 2 for line in prose)
        score = min(left, right) - (len(prose) - left - right)
        if min(left, right) >= _FEWEST and score > best:
            best, place = score, x - 3.0
    return place


def _weigh(page: Page, gutter: float) -> Columns:
    """What the page shows of columns and tables on both sides of the gutter."""
    ruled = [grid for grid in page.grids if grid.spans(gutter)]
    lines = [line for line in page.lines if not any(grid.holds(line.x0 + 1, line.y) for grid in ruled)]
    parting = [grid for grid in ruled if any(abs(x - gutter) < _NEAR for x in grid.xs[1:-1])]
    columns = Columns(
        gutter, table=sum(grid.holds(line.x0 + 1, line.y) for grid in parting for line in page.lines)
    )
    for whole in _bands(lines, gutter):
        band = [line for line in whole if len(line.text) >= _PROSE]
        sides = [line.x0 > gutter for line in band]
        if sum(sides) < 2 or sum(sides) > len(sides) - 2:
            continue
        switches = sum(a != b for a, b in pairwise(sides))
        if switches > 1 or not _alike(band, gutter) or _is_headed(band, gutter):
            columns.table += len(sides)
            columns.tables.append((min(line.bottom for line in whole), max(line.top for line in whole)))
        else:
            columns.running += len(sides)
            many = min(sum(sides), len(sides) - sum(sides)) >= _SURE
            columns.sure = columns.sure or (many and _is_level(band, gutter))
    return columns


def _is_level(band: Sequence[Line], gutter: float) -> bool:
    """Whether both columns end at about one height, as columns do and the cells of a row hardly ever."""
    left = [line for line in band if line.x0 <= gutter]
    right = [line for line in band if line.x0 > gutter]
    lowest = min(line.y for line in left) - min(line.y for line in right)
    highest = max(line.y for line in left) - max(line.y for line in right)
    return abs(lowest) < 2.2 * band[0].size and abs(highest) < 2.2 * band[0].size


def _bands(lines: Sequence[Line], gutter: float) -> list[list[Line]]:
    """The lines between those that cross the gutter, in the order of the file."""
    across = sorted((line.y for line in lines if line.x0 < gutter - 5 and line.x1 > gutter + 5), reverse=True)
    bands: list[list[Line]] = [[] for _ in range(len(across) + 1)]
    for line in lines:
        if line.x1 <= gutter + 5 or line.x0 >= gutter - 5:
            bands[sum(y > line.y for y in across)].append(line)
    return [band for band in bands if band]


def _alike(band: Sequence[Line], gutter: float) -> bool:
    """Whether the columns are equally wide and set in the same size."""
    sides = [[line for line in band if (line.x0 > gutter) is side] for side in (False, True)]
    left, right = (_width(side) for side in sides)
    sizes = [median(line.size for line in side) for side in sides]
    return abs(left - right) < 0.14 * max(left, right) and abs(sizes[0] - sizes[1]) < 0.6


def _width(side: Sequence[Line]) -> float:
    """How wide a column is, a line that sticks out aside."""
    ends = sorted(line.x1 for line in side)
    return ends[int(0.9 * (len(ends) - 1))] - min(line.x0 for line in side)


def _is_headed(band: Sequence[Line], gutter: float) -> bool:
    """Whether two short titles on one height stand above the columns."""
    tops = [
        max((line for line in band if (line.x0 > gutter) is side), key=lambda line: line.y)
        for side in (False, True)
    ]
    return abs(tops[0].y - tops[1].y) < 2 and all(
        len(line.text) < 35 and line.text[-1] not in ".,;-\u00ad" for line in tops
    )


def _spread(pages: Sequence[Page], found: dict[int, Columns]) -> dict[int, Columns]:
    """The columns of each page; pages where the last column is empty take them from the others."""
    usual = median(columns.gutter for columns in found.values())
    if len(found) * 3 < len(pages):
        return found
    for page in pages:
        if page.number not in found and not _is_crossed(page.lines, usual):
            found[page.number] = Columns(usual)
    return found


def _is_crossed(lines: Sequence[Line], gutter: float) -> bool:
    across = sum(line.x0 < gutter - 5 and line.x1 > gutter + 5 for line in lines)
    return across * 3 > len(lines)
