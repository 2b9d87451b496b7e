"""Words cut at the end of a line, and the hyphens that were there before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from wederkerig.documents.pdf.line import Line
from wederkerig.documents.pdf.lines import SOFT
from wederkerig.documents.pdf.page import Page

_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST_WORD = re.compile(r"([\w'’]+)-$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_SHARING = frozenset({"en", "of", "en/of", "als", "noch", "dan", "tot", "t/m"})
_JOINTS = frozenset({SOFT, "-", "/"})
_RARE = 0.04
_MANY = 60


class Hyphens:
    """Says what becomes of a hyphen at the end of a line, from how the document writes its words."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._pages = pages
        self._known: frozenset[str] | None = None
        self._cuts_softly, self._kept_by_default = _habits(pages)

    def join(self, text: str, after: str) -> str:
        """Two lines of one paragraph as one text."""
        end = text[-1:]
        if end not in _JOINTS:
            return f"{text} {after}"
        if end == SOFT:
            return text[:-1] + ("" if after[:1].islower() or text[-2:-1].isupper() else "-") + after
        if end == "/":
            return f"{text} {after}" if text.endswith(" /") else text + after
        word = _LAST_WORD.search(text, max(0, len(text) - 60))
        return self._join_typed(text, after, word.group(1)) if word else f"{text} {after}"

    def _join_typed(self, text: str, after: str, before: str) -> str:
        next_word = after.split(maxsplit=1)[0].rstrip(".,;:") if after else ""
        if next_word in _SHARING:
            return f"{text} {after}"
        found = _FIRST_WORD.match(after)
        if (
            found is None
            or not after[0].islower()
            or before.isupper()
            or not before[-1].isalpha()
            or len(before) < 2
        ):
            return text + after
        if self._is_compound(before.lower(), found.group()):
            return text + after
        return text[:-1] + after

    def _is_compound(self, before: str, after: str) -> bool:
        """Whether the hyphen belongs to the word, wherever the line ends."""
        if self._cuts_softly:
            return True
        if self._known is None:
            self._known = _known_words(self._pages)
        if f"{before}-{after}" in self._known:
            return True
        if f"{before}{after}" in self._known:
            return False
        return self._kept_by_default


def _habits(pages: Sequence[Page]) -> tuple[bool, bool]:
    """Whether the document cuts words with a hyphen of their own, and whether it cuts none at all."""
    lines = soft = typed = 0
    for page in pages:
        lines += len(page.lines)
        ends = [line.text[-2:] for line in page.lines]
        soft += sum(end[-1:] == SOFT for end in ends)
        typed += sum(end[-1:] == "-" and end[:-1].isalpha() for end in ends)
    return soft > typed, lines >= _MANY and typed < _RARE * lines


def _known_words(pages: Iterable[Page]) -> frozenset[str]:
    """Every word of the document, the cut ones at the ends of lines left out."""
    words: set[str] = set()
    for page in pages:
        for line in page.lines:
            words.update(_WORDS.findall(line.text.lower()))
    return frozenset(words)


def plain(line: Line) -> str:
    """The text of a line on its own, without a sign that is only for joining."""
    return line.text[:-1] + "-" if line.text.endswith(SOFT) else line.text
