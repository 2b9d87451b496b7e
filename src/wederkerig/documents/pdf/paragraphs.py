"""Lines of print joined to paragraphs, over the ends of lines, columns and pages.

A line of running text is filled as far as its words allow. So where the first word of the next line
would still have fitted, the line was ended on purpose.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from wederkerig.documents.pdf.line import Line
from wederkerig.documents.pdf.lines import SOFT
from wederkerig.documents.pdf.marks import (
    bullet,
    has_words,
    is_ended,
    is_next_number,
    is_numbered,
    is_weak_bullet,
    parts_name,
)
from wederkerig.documents.pdf.style import Style

_OPENING = "\"“‘'(["
_WIDER_GAP = 1.22
_AFTER_SENTENCE = 1.12
_WIDEST_GAP = 1.45
_AWRY = 3.0
_DEEPEST_HANG = 80.0
_WIDE = 55


@dataclass(slots=True)
class Paragraph:
    """The lines of one paragraph; `marker` is the bullet it begins with, `labelled` that or a number."""

    lines: list[Line] = field(default_factory=list)
    marker: str = ""
    labelled: bool = False

    @property
    def first(self) -> Line:
        """The line it begins with."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """The line it ends with so far."""
        return self.lines[-1]


def begin(line: Line) -> Paragraph:
    """A paragraph that begins with this line."""
    found = bullet(line.text)
    marker = found[0] if found else ""
    return Paragraph([line], marker, bool(marker) or is_numbered(line.text))


def goes_on(paragraph: Paragraph, line: Line, style: Style) -> bool:
    """Whether the line belongs to the paragraph."""
    last = paragraph.lines[-1]
    if abs(line.size - last.size) > 0.6 or not (has_words(last.text) and has_words(line.text)):
        return False
    found = bullet(line.text)
    if found and not is_weak_bullet(found[0]):
        return False
    if line.page == last.page and abs(last.y - line.y) < 0.3 * line.size:
        return False
    if last.column != line.column or line.page != last.page:
        return _goes_on_elsewhere(paragraph, line)
    ended, fits = is_ended(last.text), _would_have_fitted(last, line)
    fits = fits and not parts_name(last.text, line.text)
    soft, runs_on = last.text[-1] == SOFT, _is_continuation(line)
    flowing = soft or (runs_on and not ended and not fits)
    known = ended and len(paragraph.lines) > 1  # its own distance, so that a little more tells
    widest = _WIDEST_GAP if flowing else _AFTER_SENTENCE if known else _WIDER_GAP
    if not 0 < last.y - line.y <= widest * _leading(paragraph, style) + 0.6:
        return False
    if soft:
        return True
    if _begins_label(paragraph, line, ended=ended, fits=fits):
        return False
    if _changes_weight(last, line, ended=ended, fits=fits) or _is_off(
        paragraph, line, ended=ended, fits=fits
    ):
        return False
    return not fits or (runs_on and not ended)


def _leading(paragraph: Paragraph, style: Style) -> float:
    """The distance of lines in this paragraph, or the usual one while there is but one line."""
    if len(paragraph.lines) > 1:
        before, last = paragraph.lines[-2], paragraph.lines[-1]
        if before.column == last.column and before.page == last.page:
            return max(before.y - last.y, 0.95 * last.size)
    return style.leading(paragraph.last.size)


def _goes_on_elsewhere(paragraph: Paragraph, line: Line) -> bool:
    """The same at the top of another column or page, where the distance says nothing."""
    last = paragraph.last
    if last.text.endswith(SOFT):
        return True
    if bullet(line.text) or is_numbered(line.text) or (last.all_bold and not line.bold):
        return False
    if is_ended(last.text):
        filled = min(len(last.text), len(line.text)) >= _WIDE and line.right - line.x1 < 6 * line.size
        return filled and not line.bold and not _would_have_fitted(last, line)
    if _is_continuation(line) or last.text.endswith(","):
        return True
    return line.all_bold == last.all_bold and not _would_have_fitted(last, line)


def _is_continuation(line: Line) -> bool:
    """Whether the line begins as the middle of a sentence does."""
    return line.text.lstrip(_OPENING)[:1].islower() and not is_numbered(line.text)


def _would_have_fitted(last: Line, line: Line) -> bool:
    """Whether the first word of the line would have fitted at the end of the one before."""
    room = last.right - last.x1 - 0.2 * line.size
    if room <= 0:
        return False
    word, _, rest = line.text.partition(" ")
    if not has_words(word):
        word = f"{word} {rest.partition(' ')[0]}"  # a sign of money stays with its sum
    length = len(word) + 1 + (0.0 if word.islower() else 0.5 * sum(map(str.isupper, word)))
    width = (line.x1 - line.x0) / max(1, len(line.text))
    return room > 1.1 * width * length


def _begins_label(paragraph: Paragraph, line: Line, *, ended: bool, fits: bool) -> bool:
    """Whether the line begins with a number or dash that begins a new paragraph."""
    dashed = bullet(line.text) is not None
    if not (dashed or is_numbered(line.text)) or parts_name(paragraph.last.text, line.text):
        return False
    if ended or fits or abs(line.x0 - _margin(paragraph)) > _AWRY:
        return True
    alike = paragraph.labelled and abs(line.x0 - paragraph.first.x0) < _AWRY
    if dashed:
        return alike and bool(paragraph.marker)
    return alike and (len(paragraph.lines) > 1 or is_next_number(paragraph.first.text, line.text))


def _margin(paragraph: Paragraph) -> float:
    """Where the next line of the paragraph begins, as far as is known."""
    return paragraph.first.indent if len(paragraph.lines) == 1 else paragraph.last.x0


def _changes_weight(last: Line, line: Line, *, ended: bool, fits: bool) -> bool:
    """Whether type turns bold, plain or slanted where a line was ended on purpose."""
    if not (last.bold or line.bold):
        return fits and last.italic != line.italic
    if last.all_bold and not line.bold:
        return fits
    if line.all_bold and not last.all_bold:
        return fits or ended
    return fits and last.italic != line.italic


def _is_off(paragraph: Paragraph, line: Line, *, ended: bool, fits: bool) -> bool:
    """Whether the line begins further in or out than the paragraph allows."""
    last = paragraph.last
    if abs((line.x0 + line.x1) - (last.x0 + last.x1)) < 2 * _AWRY and last.x0 - last.left > 2 * _AWRY:
        return False  # centred
    shift = line.x0 - _margin(paragraph)
    if abs(shift) <= _AWRY:
        return False
    if len(paragraph.lines) > 1 or paragraph.first.indent > paragraph.first.x0 + _AWRY:
        return ended or fits or abs(shift) > _DEEPEST_HANG
    if paragraph.labelled and 0 < shift < _DEEPEST_HANG:
        return False
    return ended or fits
