"""The lines of a bare text: where they stand, how wide they were cut, and what is page furniture."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

_PAGE_NUMBER = re.compile(
    r"\s*(?:[-–]\s*)?(?:pagina|blz\.?|p\.)?\s*\d{1,3}(?:\s*(?:van|/)\s*\d{1,3})?(?:\s*[-–])?\s*",
    re.IGNORECASE,
)
_EDGE = 2


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its span in the text, and its characters without the line end."""

    start: int
    end: int
    raw: str

    @property
    def blank(self) -> bool:
        """Whether nothing is written on it."""
        return not self.raw.strip()


def split_lines(text: str) -> list[Line]:
    """The lines of a text; the running heads and page numbers of a paged text are made blank."""
    lines = list(_lines(text))
    return _without_furniture(lines, text) if "\f" in text else lines


def _lines(text: str) -> Iterator[Line]:
    for match in re.finditer(r"[^\r\n\f]+|\r\n|[\r\n\f]", text):
        if match.group()[0] not in "\r\n\f":
            yield Line(match.start(), match.end(), match.group())
        elif match.start() == 0 or text[match.start() - 1] in "\r\n\f":
            yield Line(match.start(), match.start(), "")


def _without_furniture(lines: list[Line], text: str) -> list[Line]:
    """A line at the edge of a page that stands there on other pages too, page number aside, is furniture."""
    edges = [place for page in _pages(lines, text) for place in (*page[:_EDGE], *page[-_EDGE:])]
    keys = Counter(_key(lines[place].raw) for place in set(edges))
    return [
        replace(line, raw="")
        if place in edges and (keys[_key(line.raw)] > 1 or _PAGE_NUMBER.fullmatch(line.raw))
        else line
        for place, line in enumerate(lines)
    ]


def _pages(lines: list[Line], text: str) -> list[list[int]]:
    """The places of the written lines, page by page."""
    breaks = [match.start() for match in re.finditer("\f", text)]
    pages: list[list[int]] = [[] for _ in range(len(breaks) + 1)]
    page = 0
    for place, line in enumerate(lines):
        while page < len(breaks) and line.start > breaks[page]:
            page += 1
        if not line.blank:
            pages[page].append(place)
    return pages


def _key(raw: str) -> str:
    return " ".join(re.sub(r"\d+", "#", raw).split())


def wrap_width(lines: list[Line]) -> int:
    """The width at which the text was cut into lines, or 0 where paragraphs stand on one line."""
    lengths = sorted(len(line.raw.rstrip()) for line in lines if not line.blank)
    if len(lengths) < 8 or lengths[-1] > 140:
        return 0
    width = lengths[-1 - len(lengths) // 20]
    full = sum(length > 0.8 * width for length in lengths)
    return width if width >= 55 and full >= 0.25 * len(lengths) else 0
