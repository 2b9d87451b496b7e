"""A page of a PDF as lines of print.

pdfium gives a page's text line by line in the order in which the file draws it. What stands on one
height in two cells of a table it runs together to one line; on pages where that may be so, the
gaps are measured and the lines cut.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from math import isfinite
from typing import Any

from wederkerig.documents.pdf.breaks import Breaks, Span, find_suspects
from wederkerig.documents.pdf.glyphs import Glyphs
from wederkerig.documents.pdf.grid import find_grids
from wederkerig.documents.pdf.line import Line
from wederkerig.documents.pdf.marks import BULLET
from wederkerig.documents.pdf.page import Page
from wederkerig.documents.pdf.rules import has_picture, read_rules
from wederkerig.documents.pdf.turned import Turn

SOFT = "\u00ad"
_PIECE = re.compile("[^\r\n\ufffe\x02]+")
_LEAD = re.compile(rf"(?:{BULLET}|\d{{1,3}}(?:\.\d{{1,2}})*[.)]?|[A-Za-z]\d{{0,2}}[.)])\s+(?=\S)")
_NOTE_MARK = re.compile(r"[0-9][0-9]{0,2}(?![\w,])")
_CUT = frozenset("\ufffe\x02")
_SOFT_HYPHENS = "\u2010\u00ad"
_BEFORE_MARK = frozenset(".,;:!?)]'\"’”%")
_SPECIAL = re.compile(
    r"[\x00-\x09\x0b\x0c\x0e-\x1f\u0300-\u036f\u00a0\u00ad\u2000-\u2011\u202f\ufb00-\ufb06](?:(?<!\u00ad)|(?=.))"
)
_DROPPED = re.compile(r"[\x00-\x08\x0e-\x1f\u00ad\u200b-\u200d]+(?=.)")
_HYPHEN_SPACE = re.compile(r"(?<=[^\W\d_])- (?=[^\W\d_])(?!en\b|of\b)")
_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-"})
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_RAISED_SIZE = 0.93
_MOST_LINES = 3000


def read_page(glyphs: Glyphs, raw: Any, number: int, turn: Turn) -> Page:  # noqa: ANN401
    """The lines of the page that the pdfium handle `raw` points to."""
    text = glyphs.open(raw, turn)
    try:
        lines = _mend(glyphs, list(_lines(glyphs, text, number)))
        page = Page(number, turn.width, turn.height, lines)
        suspects = find_suspects(lines, turn.height) if len(lines) < _MOST_LINES else []
        page.complex = bool(suspects)
        if page.complex:
            rules = read_rules(raw, turn)
            page.grids, page.across = find_grids(rules), rules.across
            page.lines = _cut_all(glyphs, page, suspects)
    finally:
        glyphs.close()
    if len(text) < 40:
        page.picture = has_picture(raw)
    if _is_special(text):
        _clean(page.lines)
    return page


def _lines(glyphs: Glyphs, text: str, number: int) -> Iterator[Line]:
    for match in _PIECE.finditer(text):
        chunk, (start, end) = match.group(), match.span()
        if text[end : end + 1] in _CUT:
            chunk = chunk.rstrip() + "-"
        line = _line(glyphs, chunk, start, number)
        if line is not None:
            yield line


def _line(glyphs: Glyphs, chunk: str, start: int, number: int) -> Line | None:
    words = chunk.strip()
    if not words:
        return None
    first = start if words[0] == chunk[0] else start + len(chunk) - len(chunk.lstrip())
    last = first + len(words) - 1
    lead = 0
    if not words[:2].isalpha() and (match := _LEAD.match(words)):  # a bullet or number is no two letters
        lead = match.end()
    x0, y, x1, size = glyphs.measure(first, first + lead, last)
    if size <= 0 or not isfinite(x0 + x1 + y + size):
        return None
    line = Line(words, x0, max(x0, x1), y, size, page=number, first=first, last=last, indent=x0)
    if _NOTE_MARK.search(words):
        _raise_marks(glyphs, line, lead)
    _style(glyphs, line, lead)
    if words[-1] in _SOFT_HYPHENS:
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
    if cut:
        line.first, line.pieces = -1, line.ranges


def _style(glyphs: Glyphs, line: Line, lead: int) -> None:
    """Set how far the line is bold, and whether it is italic."""
    font = glyphs.font(line.first + lead)
    if font is None or not (lead or font.bold or font.italic):
        return
    end = len(line.text) - 1
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
    mended = lines[:1]
    for line in lines[1:]:
        last = mended[-1]
        near = -0.3 * last.size < line.x0 - last.x1 < 1.5 * last.size
        if near and (_runs_on(last, line) or _follows_small(glyphs, last, line)):
            _append(last, line)
        else:
            mended.append(line)
    return mended


def _runs_on(line: Line, after: Line) -> bool:
    gap = after.x0 - line.x1
    if gap >= 0.4 * line.size:
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
    return glyphs.size(line.last) < _RAISED_SIZE * line.size


def _append(line: Line, after: Line) -> None:
    if after.text.isdigit() and after.size < _RAISED_SIZE * line.size and after.y > line.y + 0.1 * line.size:
        after.text = after.text.translate(_RAISED)
        space = ""
    else:
        space = " " if after.x0 - line.x1 > 0.12 * line.size else ""
    if line.all_bold and after.bold:
        line.bold = len(line.text) + len(space) + after.bold
    line.text += space + after.text
    line.pieces = line.ranges + after.ranges
    line.x1, line.last = after.x1, after.last
    line.first = -1


def _cut_all(glyphs: Glyphs, page: Page, suspects: list[Span]) -> list[Line]:
    """The lines of the page, cut at the gaps that part two columns; a cut may show where others lie."""
    finder = Breaks(glyphs, page.grids, suspects)
    lines = page.lines
    for _ in range(2):
        parts: list[Line] = []
        for line, breaks in finder.of(lines):
            parts += _cut(glyphs, line, breaks) if breaks else [line]
        if len(parts) == len(lines):
            break
        lines = parts
    return lines


def _cut(glyphs: Glyphs, line: Line, breaks: list[tuple[int, int]]) -> list[Line]:
    pieces: list[Line] = []
    begin = 0
    for start, end in [*breaks, (len(line.text), len(line.text))]:
        piece = _line(glyphs, line.text[begin:start], line.first + begin, line.page)
        pieces += [piece] if piece is not None else []
        begin = end
    return pieces


def _clean(lines: list[Line]) -> None:
    """Fold white space, undo ligatures and drop what is not printed."""
    for line in lines:
        if _is_special(line.text):
            bold = line.all_bold
            head = _folded(line.text[: line.bold])
            line.text = _folded(line.text) or "?"
            line.bold = len(line.text) if bold else len(head)


def _is_special(text: str) -> bool:
    return "  " in text or _SPECIAL.search(text) is not None


def _folded(text: str) -> str:
    text = _DROPPED.sub("", text).translate(_HYPHENS)
    for ligature in set(text) & set("ﬀﬁﬂﬃﬄﬅﬆ"):
        text = text.replace(ligature, unicodedata.normalize("NFKC", ligature))
    return unicodedata.normalize("NFC", " ".join(text.split()))
