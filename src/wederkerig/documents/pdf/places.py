"""Where on the pages of a PDF the words of its document stand.

The file is read once more, this time keeping for each block the lines of print it was made of. So the
order of reading, the columns, the cells and which of two equal sentences is meant are known, and need
no guessing. Within a block the words are found back by their letters: reading folds white space, joins
what a hyphen parted and undoes ligatures, but leaves the letters and their order alone.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from wederkerig.documents.pages import Mark
from wederkerig.documents.pdf.blocks import Draft
from wederkerig.documents.pdf.compose import compose
from wederkerig.documents.pdf.glyphs import Glyphs
from wederkerig.documents.pdf.line import Line
from wederkerig.documents.pdf.opening import blaming_the_file, loaded, opened, read_pages
from wederkerig.documents.pdf.turned import Box, Turn

_HYPHENS = frozenset("-\u2010\u2011\u00ad")

Span = tuple[int, int]


class Run(NamedTuple):
    """Letters of one line, half-open: the words of a span on it."""

    line: Line
    first: int
    last: int


def find_places(data: bytes, text: str, spans: Sequence[Span]) -> tuple[tuple[Mark, ...], ...]:
    """The marks of each span of `text`, which is the text of this PDF; raises a DocumentError."""
    with blaming_the_file():
        passages = _passages(data, text)
        runs = [list(_runs(passages, span)) for span in spans]
        marks = iter(_marks(data, [run for found in runs for run in found]))
    return tuple(tuple(mark for _ in found if (mark := next(marks))) for found in runs)


@dataclass(frozen=True, slots=True)
class _Passage:
    """A block with words.

    start: where it begins in the text of the document.
    before: how many letters of its lines stand before each of its characters, and before its end.
    begins: how many stand before each of its lines.
    """

    start: int
    before: Sequence[int]
    lines: Sequence[Line]
    begins: Sequence[int]


def _passages(data: bytes, text: str) -> list[_Passage]:
    """The blocks of the file; none where it gives another text than is asked about."""
    pages, _ = read_pages(data)
    composed, _ = compose(pages)
    if composed.finish()[0] != text:
        return []
    return [found for start, draft in composed.placed if (found := _passage(start, draft))]


def _passage(start: int, draft: Draft) -> _Passage | None:
    """One block; None where its letters are not those of its lines."""
    printed = [letters(line.text) for line in draft.lines]
    whole, own = "".join(printed), letters(draft.text)
    if not whole.endswith(own):
        return None
    bullet = len(whole) - len(own)  # reading leaves out the glyph that a list item begins with
    before = list(accumulate((len(letters(char)) for char in draft.text), initial=bullet))
    begins = list(accumulate((len(line) for line in printed), initial=0))
    return _Passage(start, before, draft.lines, begins)


def _marks(data: bytes, runs: Sequence[Run]) -> list[Mark | None]:
    """The rectangle round each run, or None; each page is opened once."""
    found: list[Mark | None] = [None] * len(runs)
    by_page: dict[int, list[int]] = defaultdict(list)
    for index, run in enumerate(runs):
        by_page[run.line.page].append(index)
    with opened(data) as document:
        for number, indices in by_page.items():
            marks = _on_page(document, number, [runs[index] for index in indices])
            for index, mark in zip(indices, marks, strict=True):
                found[index] = mark
    return found


def _on_page(document: pdfium.PdfDocument, number: int, runs: Iterable[Run]) -> list[Mark | None]:
    """The rectangles of runs on one page."""
    glyphs = Glyphs()
    with loaded(document, number) as (handle, turn):
        text, frame = glyphs.open(handle, turn), _frame(handle, turn)
        try:
            boxes = (_box(glyphs, text, run) for run in runs)
            return [_mark(box, frame, number) if box else None for box in boxes]
        finally:
            glyphs.close()


def _frame(handle: Any, turn: Turn) -> Box:  # noqa: ANN401 - a pdfium handle
    """The part of the page that is shown, in the lengths the reader uses."""
    sides = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(handle, sides)
    return turn.box(sides.left, sides.bottom, sides.right, sides.top)


def _box(glyphs: Glyphs, text: str, run: Run) -> Box | None:
    """The box round the letters of a run, as high as the line; None where they are not found back."""
    line = run.line
    places = [at for first, last in line.ranges for at in range(first, last + 1) for _ in letters(text[at])]
    if "".join(letters(text[at]) for at in dict.fromkeys(places)) != letters(line.text):
        return None
    boxes = [box for at in places[run.first : run.last] if (box := glyphs.box(at))]
    if not boxes:
        return None
    right = max(box[2] for box in boxes)
    if run.last == len(places):
        right = max(right, line.x1)  # with the hyphen the line ends in
    return min(box[0] for box in boxes), line.bottom, right, line.top


def _mark(box: Box, frame: Box, number: int) -> Mark | None:
    """The box as parts of the page, without what falls outside it."""
    left, bottom, right, top = frame
    x0, x1 = (_within((x - left) / (right - left)) for x in (box[0], box[2]))
    y0, y1 = (_within((top - y) / (top - bottom)) for y in (box[3], box[1]))
    return Mark(number + 1, x0, y0, x1 - x0, y1 - y0) if x0 < x1 and y0 < y1 else None


def _within(share: float) -> float:
    return min(max(share, 0.0), 1.0)


def letters(text: str) -> str:
    """What is left of a text without white space, hyphens, accents and what is not printed."""
    if text.isascii() and text.isprintable():
        return "".join(text.replace("-", "").split())
    plain = unicodedata.normalize("NFKD", text)
    return "".join(char for char in plain if char.isprintable() and not _is_passed_over(char))


def _is_passed_over(char: str) -> bool:
    return char == " " or char in _HYPHENS or unicodedata.combining(char) > 0


def _runs(passages: Sequence[_Passage], span: Span) -> Iterator[Run]:
    """The letters of a span, line by line."""
    first, last = span
    at = bisect_right(passages, first, key=lambda passage: passage.start) - 1
    for passage in passages[max(0, at) :]:
        if passage.start >= last:
            break
        length = len(passage.before) - 1
        low, high = (passage.before[min(max(0, place - passage.start), length)] for place in span)
        for line, begin, end in zip(passage.lines, passage.begins, passage.begins[1:], strict=False):
            if max(low, begin) < min(high, end):
                yield Run(line, max(low, begin) - begin, min(high, end) - begin)
