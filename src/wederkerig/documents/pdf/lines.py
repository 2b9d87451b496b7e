"""A page of a PDF as lines of print.

pdfium gives a page's text line by line in the order in which the file draws it. What stands on one
height in two cells of a table it runs together to one line; on pages where that may be so, the
gaps are measured and the lines cut.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from wederkerig.documents.pdf.glyphs import Glyphs
from wederkerig.documents.pdf.grid import Grid, find_grids
from wederkerig.documents.pdf.line import Line
from wederkerig.documents.pdf.marks import BULLET, is_label
from wederkerig.documents.pdf.page import Page
from wederkerig.documents.pdf.rules import has_picture, read_rules
from wederkerig.documents.pdf.turned import Turn

SOFT = "\u00ad"
_PIECE = re.compile("[^\r\n\ufffe\x02]+")
_LEAD = re.compile(rf"(?:{BULLET}|\d{{1,3}}(?:\.\d{{1,2}})*[.)]?|[A-Za-z]\d{{0,2}}[.)])\s+(?=\S)")
_NOTE_MARK = re.compile(r"\d{1,3}(?![\w,])")
_BEFORE_MARK = frozenset(".,;:!?)]'\"’”%")
_SPECIAL = re.compile(
    r"[\x00-\x09\x0b\x0c\x0e-\x1f\u0300-\u036f\u00a0\u2000-\u2011\u202f\ufb00-\ufb06]|\u00ad(?=.)|  "
)
_DROPPED = re.compile(r"[\x00-\x08\x0e-\x1f\u00ad\u200b-\u200d]+(?=.)")
_HYPHEN_SPACE = re.compile(r"(?<=[^\W\d_])- (?=[^\W\d_])(?!en\b|of\b)")
_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-"})
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_RAISED_SIZE = 0.93
_MARGIN = 0.08
_WIDE = 1.4
_COLUMN_GAP = 0.8
_WIDEST_TYPE = 0.53
_LONG = 60
_BAND = 150.0
_NEAR_SUSPECT = 120.0
_MOST_LINES = 3000


def read_page(glyphs: Glyphs, raw: Any, number: int, turn: Turn) -> Page:  # noqa: ANN401
    """The lines of the page that the pdfium handle `raw` points to."""
    text = glyphs.open(raw, turn)
    try:
        lines = _mend(glyphs, list(_lines(glyphs, text, number)))
        page = Page(number, turn.width, turn.height, lines)
        suspects = _suspects(lines, turn.height) if len(lines) < _MOST_LINES else []
        page.complex = bool(suspects)
        if page.complex:
            rules = read_rules(raw, turn)
            page.grids, page.across = find_grids(rules), rules.across
            page.lines = _cut_all(glyphs, page, suspects)
    finally:
        glyphs.close()
    if len(text) < 40:
        page.picture = has_picture(raw)
    if _SPECIAL.search(text):
        _clean(page.lines)
    return page


def _lines(glyphs: Glyphs, text: str, number: int) -> Iterator[Line]:
    for match in _PIECE.finditer(text):
        chunk = match.group()
        if match.end() < len(text) and text[match.end()] in "\ufffe\x02":
            chunk = chunk.rstrip() + "-"
        line = _line(glyphs, chunk, match.start(), number)
        if line is not None:
            yield line


def _line(glyphs: Glyphs, chunk: str, start: int, number: int) -> Line | None:
    words = chunk.strip()
    if not words:
        return None
    first = start + len(chunk) - len(chunk.lstrip())
    lead = match.end() if (match := _LEAD.match(words)) else 0
    x0, y = glyphs.origin(first)
    if lead:
        y = glyphs.origin(first + lead)[1]
    x1 = glyphs.sides(first + len(words) - 1)[1]
    size = glyphs.size(first + lead)
    if size <= 0 or not math.isfinite(x0 + x1 + y + size):
        return None
    line = Line(words, x0, max(x0, x1), y, size, page=number, first=first, indent=x0)
    line.last = first + len(words) - 1
    _raise_marks(glyphs, line, lead)
    _style(glyphs, line, lead)
    if line.text[-1] in "\u2010\u00ad":
        line.text = line.text[:-1] + SOFT
    if "- " in words:
        _close_hyphens(glyphs, line)
    return line


def _close_hyphens(glyphs: Glyphs, line: Line) -> None:
    """Drop a space that pdfium supplied behind a hyphen in a line spread to fill its column."""
    cut = False
    for match in reversed(list(_HYPHEN_SPACE.finditer(line.text))):
        if glyphs.is_supplied(line.first + match.end() - 1):
            line.text = line.text[: match.end() - 1] + line.text[match.end() :]
            line.bold -= line.bold >= match.end()
            cut = True
    line.first = -1 if cut else line.first


def _style(glyphs: Glyphs, line: Line, lead: int) -> None:
    """Set how far the line is bold, and whether it is italic."""
    end = len(line.text) - 1
    font = glyphs.font(line.first + lead)
    if font is None:
        return
    last = (glyphs.font(line.first + end) or font) if font.bold or font.italic else font
    line.italic = font.italic and last.italic
    if font.bold:
        label = glyphs.font(line.first) if lead else font
        line.plain_label = label is not None and not label.bold
        line.bold = _bold_length(glyphs, line, lead, end if not last.bold else None)
    elif lead and (label := glyphs.font(line.first)) and label.bold:
        line.bold = len(line.text[:lead].rstrip())


def _bold_length(glyphs: Glyphs, line: Line, low: int, high: int | None) -> int:
    """How many characters are bold, given that the one at `low` is and the one at `high` is not."""
    length = len(line.text)
    for part in (1, 2, 3):
        place = max(low, length * part // 4)
        font = glyphs.font(line.first + place)
        if font is not None and not font.bold:
            high = place
            break
    if high is None:
        return length
    while high - low > 1:
        middle = (low + high) // 2
        font = glyphs.font(line.first + middle)
        if font is None or font.bold:
            low = middle
        else:
            high = middle
    return len(line.text[:high].rstrip())


def _raise_marks(glyphs: Glyphs, line: Line, lead: int) -> None:
    """Print digits that stand small and high as such: the mark of a note, a square metre."""
    text = line.text
    for match in _NOTE_MARK.finditer(text):
        start, end = match.span()
        before = text[start - 1 : start] if start else ""
        if before == " ":
            before = text[start - 2 : start - 1]
            if before not in _BEFORE_MARK:
                continue
        elif not (before.isalpha() or before in _BEFORE_MARK or (lead and not start)):
            continue
        place = line.first + start
        if (
            glyphs.size(place) < _RAISED_SIZE * line.size
            and glyphs.origin(place)[1] > line.y + 0.1 * line.size
        ):
            line.text = line.text[:start] + match.group().translate(_RAISED) + line.text[end:]


def _mend(glyphs: Glyphs, lines: list[Line]) -> list[Line]:
    """Put together what pdfium parted though it runs on: a word after a raised mark."""
    mended: list[Line] = []
    for line in lines:
        if mended and (_runs_on(mended[-1], line) or _follows_small(glyphs, mended[-1], line)):
            _append(mended[-1], line)
        else:
            mended.append(line)
    return mended


def _runs_on(line: Line, after: Line) -> bool:
    gap = after.x0 - line.x1
    if not -0.3 * line.size < gap < 0.4 * line.size:
        return False
    rise = after.y - line.y
    if after.text.isdigit() and after.size < _RAISED_SIZE * line.size:
        return -0.1 * line.size < rise < 0.7 * line.size
    near = 0.55 if abs(gap) < 0.1 * line.size else 0.2
    return abs(rise) < near * line.size and line.text[-1] != SOFT


def _follows_small(glyphs: Glyphs, line: Line, after: Line) -> bool:
    """Whether a line was parted at a small figure at its end, as in the formula of a gas."""
    if abs(after.y - line.y) > 0.2 * line.size or not line.text[-1].isnumeric():
        return False
    near = -0.3 * line.size < after.x0 - line.x1 < 1.5 * line.size
    return near and glyphs.size(line.last) < _RAISED_SIZE * line.size


def _append(line: Line, after: Line) -> None:
    if after.text.isdigit() and after.size < _RAISED_SIZE * line.size and after.y > line.y + 0.1 * line.size:
        after.text = after.text.translate(_RAISED)
        space = ""
    else:
        space = " " if after.x0 - line.x1 > 0.12 * line.size else ""
    if line.all_bold and after.bold:
        line.bold = len(line.text) + len(space) + after.bold
    line.text += space + after.text
    line.x1, line.last = after.x1, after.last
    line.first = -1


def _suspects(lines: list[Line], height: float) -> list[tuple[float, float]]:
    """Between which heights lines stand beside each other, or do not follow each other downwards."""
    found: list[tuple[float, float]] = []
    usual = _usual_width(lines)
    previous: Line | None = None
    for line in lines:
        if not _MARGIN * height < line.y < (1 - _MARGIN) * height or is_label(line.text):
            continue
        if previous is not None and line.y > previous.y - 0.3 * line.size:
            found.append((previous.y - _NEAR_SUSPECT, line.y + _NEAR_SUSPECT))
        elif _is_wide(line, usual):
            found.append((line.y - _NEAR_SUSPECT, line.y + _NEAR_SUSPECT))
        previous = line
    return found


def _usual_width(lines: list[Line]) -> float:
    """How wide a character usually is, in parts of its size."""
    widths = sorted(
        (line.x1 - line.x0) / (line.size * len(line.text)) for line in lines if len(line.text) >= 25
    )
    return min(widths[len(widths) // 2], _WIDEST_TYPE) if widths else 0.45


def _is_wide(line: Line, usual: float) -> bool:
    length = len(line.text)
    if length < 3 or " " not in line.text:
        return False
    capitals = 1.3 if line.text.isupper() else 1.0
    return line.x1 - line.x0 > _WIDE * usual * capitals * line.size * length


def _cut_all(glyphs: Glyphs, page: Page, suspects: list[tuple[float, float]]) -> list[Line]:
    """The lines of the page, cut at the gaps that part two columns; a cut may show where others lie."""
    lines = page.lines
    for _ in range(2):
        begins = _begins(lines)
        parts: list[Line] = []
        for place, line in enumerate(lines):
            apart = not any(low < line.y < high for low, high in suspects)
            if apart or line.first < 0 or " " not in line.text:
                parts.append(line)
                continue
            long = len(line.text) >= _LONG
            around = {o.x0 for o in lines[max(0, place - 2) : place + 3]} if long else begins[line.y // _BAND]
            parts += _cut_one(glyphs, line, page.grids, around)
        if len(parts) == len(lines):
            break
        lines = parts
    return lines


def _begins(lines: list[Line]) -> dict[float, set[float]]:
    """Where lines begin, by the band of the page they stand in or near."""
    begins: dict[float, set[float]] = defaultdict(set)
    for line in lines:
        band = line.y // _BAND
        begins[band].add(round(line.x0, 1))
    return {
        band: set().union(*(begins.get(near, ()) for near in (band - 1, band, band + 1))) for band in begins
    }


def _cut_one(glyphs: Glyphs, line: Line, grids: list[Grid], begins: set[float]) -> list[Line]:
    """The line cut where a rule, the beginning of other lines or a wide gap suggests a column."""
    low, high = line.x0 + max(3 * line.size, 0.2 * (line.x1 - line.x0)), line.x1
    drawn, begun = _drawn_edges(line, grids), {x for x in begins if low < x < high}
    return _cut(glyphs, line, drawn, begun) if drawn or begun or _is_wide(line, 0.4) else [line]


def _cut(glyphs: Glyphs, line: Line, drawn: list[float], begun: set[float]) -> list[Line]:
    pieces: list[Line] = []
    begin = 0
    for start, end in [*_breaks(glyphs, line, drawn, begun), (len(line.text), len(line.text))]:
        piece = _line(glyphs, line.text[begin:start], line.first + begin, line.page)
        pieces += [piece] if piece is not None else []
        begin = end
    return pieces


def _drawn_edges(line: Line, grids: list[Grid]) -> list[float]:
    """The rules that stand across the line."""
    around = [grid for grid in grids if grid.ys[-1] <= line.y <= grid.ys[0]]
    low, high = line.x0 + 2, line.x1
    return [x for grid in around for x, y0, y1 in grid.down if low < x < high and y0 <= line.y <= y1]


def _breaks(glyphs: Glyphs, line: Line, drawn: list[float], begun: set[float]) -> list[tuple[int, int]]:
    """The gaps in the text of the line at which one column ends and the next begins."""
    gaps = []
    for match in re.finditer(r"\s+", line.text):
        left = glyphs.sides(line.first + match.start() - 1)[1]
        right = glyphs.sides(line.first + match.end())[0]
        gaps.append((right - left, left, right, match.span()))
    widths = sorted(gap[0] for gap in gaps)
    usual = widths[len(widths) // 4]
    aligned = [gap for gap in gaps if any(abs(x - gap[2]) < 2 for x in begun)]
    if len(aligned) >= max(1, 0.6 * len(gaps)) and min(gap[0] for gap in aligned) > 0.45 * line.size:
        return [gap[3] for gap in aligned]
    if not drawn and _is_justified(line, widths):
        return []
    if usual > _COLUMN_GAP * line.size:
        usual = 0.0
    found = []
    for gap in gaps:
        width, left, right, span = gap
        ruled = width > 0.3 * line.size and any(left - 1 <= x <= right + 1.5 for x in drawn)
        begins = gap in aligned and width > max(0.45 * line.size, 1.5 * usual)
        if ruled or begins or width > max(_COLUMN_GAP * line.size, 1.8 * usual):
            found.append(span)
    return found


def _is_justified(line: Line, widths: list[float]) -> bool:
    """Whether the gaps are equal because the line has been spread to fill its column."""
    words = line.text.split()
    spread = widths[-1] - widths[0]
    return (
        ((len(widths) > 2 and spread < 0.4 * line.size) or (len(widths) == 2 and spread < 0.1 * line.size))
        and 2 * sum(word[0].isalpha() for word in words) > len(words)
    )


def _clean(lines: list[Line]) -> None:
    """Fold white space, undo ligatures and drop what is not printed."""
    for line in lines:
        if _SPECIAL.search(line.text):
            bold = line.all_bold
            head = _folded(line.text[: line.bold])
            line.text = _folded(line.text) or "?"
            line.bold = len(line.text) if bold else len(head)


def _folded(text: str) -> str:
    text = _DROPPED.sub("", text).translate(_HYPHENS)
    for ligature in set(text) & set("ﬀﬁﬂﬃﬄﬅﬆ"):
        text = text.replace(ligature, unicodedata.normalize("NFKC", ligature))
    return unicodedata.normalize("NFC", " ".join(text.split()))
