"""Where lines of print have to be cut: at the gaps that part two columns or two cells.

Gaps are dear to measure, so that is done only for lines near a place where the order of drawing or
a wide line shows that things may stand beside each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from wederkerig.documents.pdf.glyphs import Gap, Glyphs
from wederkerig.documents.pdf.grid import Grid
from wederkerig.documents.pdf.line import Line
from wederkerig.documents.pdf.marks import is_label

_MARGIN = 0.08
_WIDE = 1.4
_COLUMN_GAP = 0.8
_BEGUN_GAP = 0.45
_RULED_GAP = 0.3
_WIDEST_TYPE = 0.53
_FEW_GAPS = 4
_LONG = 60
_BAND = 150.0
_NEAR_SUSPECT = 120.0

Span = tuple[float, float]
"""From which to which height, in points."""


def find_suspects(lines: Sequence[Line], height: float) -> list[Span]:
    """Between which heights lines stand beside each other, or do not follow each other downwards."""
    found: list[Span] = []
    usual = _usual_width(lines)
    low, high = _MARGIN * height, (1 - _MARGIN) * height
    before: float | None = None
    for line in lines:
        y = line.y
        if not low < y < high or is_label(line.text):
            continue
        if before is not None and y > before - 0.3 * line.size:
            found.append((before - _NEAR_SUSPECT, y + _NEAR_SUSPECT))
        elif _is_wide(line, usual):
            found.append((y - _NEAR_SUSPECT, y + _NEAR_SUSPECT))
        before = y
    return _merged(found)


def _usual_width(lines: Sequence[Line]) -> float:
    """How wide a character usually is, in parts of its size."""
    widths = [(line.x1 - line.x0) / (line.size * len(line.text)) for line in lines if len(line.text) >= 25]
    widths.sort()
    return min(widths[len(widths) // 2], _WIDEST_TYPE) if widths else 0.45


def _is_wide(line: Line, usual: float) -> bool:
    text = line.text
    width, least = line.x1 - line.x0, _WIDE * usual * line.size * len(text)
    if width <= least or len(text) < 3 or " " not in text:
        return False
    return width > 1.3 * least or not text.isupper()  # capitals are wider


def _merged(spans: Sequence[Span]) -> list[Span]:
    """The spans with those that overlap made one."""
    merged: list[Span] = []
    for low, high in sorted(spans):
        if merged and low < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    return merged


class Breaks:
    """Finds the breaks in the lines of one page, near its suspect heights."""

    def __init__(self, glyphs: Glyphs, grids: Sequence[Grid], suspects: Sequence[Span]) -> None:
        self._glyphs = glyphs
        self._grids = grids
        self._suspects = suspects
        self._measured: dict[tuple[int, int], list[Gap]] = {}

    def of(self, lines: Sequence[Line]) -> Iterator[tuple[Line, list[tuple[int, int]]]]:
        """Each line with the gaps to cut it at: where they begin and end in its text."""
        begins = _begins(lines)
        for place, line in enumerate(lines):
            if line.first < 0 or " " not in line.text or not _is_within(line.y, self._suspects):
                yield line, []
            elif len(line.text) >= _LONG:
                yield line, self._find(line, {o.x0 for o in lines[max(0, place - 2) : place + 3]})
            else:
                found = self._find(line, begins[line.y // _BAND])
                around = lines[max(0, place - 1) : place + 2]
                yield line, [] if found and (_fills(line, around) or self._is_lone(line, around)) else found

    def _is_lone(self, line: Line, around: Sequence[Line]) -> bool:
        """Whether two words of one phrase stand far apart, and nothing does so above or below them."""
        if len(around) < 3 or line.text.count(" ") > 1 or not line.text.partition(" ")[2][:1].islower():
            return False
        return all(
            abs(near.x0 - line.x0) < 1.5
            and 0 < abs(near.y - line.y) < 1.7 * line.size
            and not (" " in near.text and near.first >= 0 and self._find(near, ()))
            for near in (around[0], around[2])
        )

    def _find(self, line: Line, begins: Collection[float]) -> list[tuple[int, int]]:
        """The gaps where a rule, the beginning of other lines or a wide gap suggests a column."""
        x1 = line.x1
        low = line.x0 + max(3 * line.size, 0.2 * (x1 - line.x0))
        drawn = _drawn_edges(line, self._grids) if self._grids else []
        begun = [x for x in begins if low < x < x1]
        if not (drawn or begun or _is_wide(line, 0.4)):
            return []
        key = line.first, len(line.text)
        gaps = self._measured.get(key)
        if gaps is None:
            gaps = self._measured[key] = self._glyphs.gaps(line.text, line.first)
        return _breaks(line, gaps, drawn, begun)


def _is_within(y: float, spans: Sequence[Span]) -> bool:
    for low, high in spans:  # noqa: SIM110 - any() takes twice as long, for every line
        if low < y < high:
            return True
    return False


def _begins(lines: Sequence[Line]) -> dict[float, set[float]]:
    """Where lines begin, by the band of the page they stand in or near."""
    begins: dict[float, set[float]] = defaultdict(set)
    for line in lines:
        begins[line.y // _BAND].add(round(line.x0, 1))
    return {
        band: set().union(*(begins.get(near, ()) for near in (band - 1, band, band + 1))) for band in begins
    }


def _drawn_edges(line: Line, grids: Sequence[Grid]) -> list[float]:
    """The rules that stand across the line."""
    around = [grid for grid in grids if grid.ys[-1] <= line.y <= grid.ys[0]]
    low, high = line.x0 + 2, line.x1
    return [x for grid in around for x, y0, y1 in grid.down if low < x < high and y0 <= line.y <= y1]


def _breaks(
    line: Line, gaps: Sequence[Gap], drawn: Sequence[float], begun: Sequence[float]
) -> list[tuple[int, int]]:
    """The gaps in the text of the line at which one column ends and the next begins."""
    size = line.size
    widths = sorted([gap[0] for gap in gaps])
    if widths[-1] <= (_RULED_GAP if drawn else _BEGUN_GAP) * size:
        return []
    aligned = [gap for gap in gaps if any(abs(x - gap[2]) < 2 for x in begun)] if begun else []
    if len(aligned) >= max(1, 0.6 * len(gaps)) and min(gap[0] for gap in aligned) > _BEGUN_GAP * size:
        return [(start, end) for _, _, _, start, end in aligned]
    if not drawn and _is_justified(line, widths):
        return []
    usual = widths[len(widths) // 4]
    if usual > _COLUMN_GAP * size:
        usual = 0.0
    found = []
    for gap in gaps:
        width, left, right, start, end = gap
        ruled = width > _RULED_GAP * size and any(left - 1 <= x <= right + 1.5 for x in drawn)
        begins = width > max(_BEGUN_GAP * size, 1.5 * usual) and gap in aligned
        if ruled or begins or width > max(_COLUMN_GAP * size, 1.8 * usual):
            found.append((start, end))
    return found


def _fills(line: Line, around: Sequence[Line]) -> bool:
    """Whether a line of few words has been spread to be as wide as the running text above and below it."""
    if len(around) < 3 or line.text.count(" ") > _FEW_GAPS:
        return False
    above, below = around[0], around[2]
    alike = all(
        abs(near.x0 - line.x0) < 1.5
        and 0 < abs(near.y - line.y) < 1.7 * line.size
        and abs(near.size - line.size) < 0.3
        and near.text.count(" ") > 1
        for near in (above, below)
    )
    return alike and abs(above.x1 - line.x1) < 1.5 and below.x1 < line.x1 + 1.5


def _is_justified(line: Line, widths: Sequence[float]) -> bool:
    """Whether the gaps are equal because the line has been spread to fill its column."""
    spread = widths[-1] - widths[0]
    if len(widths) < 2 or spread >= (0.4 if len(widths) > 2 else 0.1) * line.size:
        return False
    words = line.text.split()
    return 2 * sum(word[0].isalpha() for word in words) > len(words)
