"""Running headers, footers and page numbers: what stands on the edge of page after page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Mapping, Sequence
from itertools import chain

from wederkerig.documents.pdf.line import Line
from wederkerig.documents.pdf.page import Page

_EDGE = 0.16
_DEEPEST = 4
_APART = 1.15
_FARTHEST = 20.0
_SMALLER = 0.7
_ENOUGH = 3
_PAGE_NUMBER = re.compile(
    r"\W*(?:pagina|paginanummer|pag\.?|p\.?|blz\.?|bladzijde|page)\s*\d{1,4}(?:\s*(?:van|/|-|of)\s*\d{1,4})?\W*"
    r"|[\s\-–|]*\d{1,4}(?:\s*(?:/|van)\s*\d{1,4})?[\s\-–|]*",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d\d*")  # found sooner than \d+

Key = tuple[str, bool]
"""A text without its numbers, and whether it stands at the top."""

Edges = dict[int, list[tuple[Line, Key]]]
"""The lines on the edges of each page."""


def drop_furniture(pages: Sequence[Page]) -> None:
    """Take the lines that are repeated at the top and bottom of the pages out of them."""
    edges = {page.number: [(line, _key(line, page)) for line in _edge_lines(page)] for page in pages}
    repeated = _repeated(pages, edges)
    titles, running = _running_titles(pages, edges)
    for page in pages:
        gone = {id(line) for line, key in edges[page.number] if _is_one_of(line, key, repeated)}
        gone = (gone - titles) | running
        gone |= {id(line) for line in _page_numbers(page, len(pages))}
        if gone:
            page.lines = [line for line in page.lines if id(line) not in gone]


def _edge_lines(page: Page) -> list[Line]:
    """The outermost lines at the top and the bottom of the page, unless they are ruled into a table."""
    levels = sorted({round(line.y) for line in page.lines})
    if not levels:
        return []
    top = max(levels[-_DEEPEST:][0], (1 - _EDGE) * page.height) - 1
    bottom = min(levels[:_DEEPEST][-1], _EDGE * page.height) + 1
    ruled = [(grid.ys[-1], grid.ys[0]) for grid in page.grids]
    outer = [line for line in page.lines if not bottom < line.y < top]
    return [line for line in outer if not any(y0 < line.y < y1 for y0, y1 in ruled)] if ruled else outer


def _key(line: Line, page: Page) -> Key:
    return _DIGITS.sub("#", line.text.lower()), line.y > page.height / 2


def _repeated(pages: Sequence[Page], edges: Edges) -> dict[Key, float]:
    """The texts that stand at about the same height on many pages, outside the body; and that height."""
    lines: dict[Key, list[Line]] = defaultdict(list)
    for page in pages:
        for line, key in edges[page.number]:
            lines[key].append(line)
    enough = 2 if len(pages) <= 4 else max(3, len(pages) // 20)
    often = {key for key, found in lines.items() if len(found) >= enough and _returns(found) >= enough}
    highest, lowest = _body(pages, edges, often)
    heights = {key: _middle(lines[key]) for key in often}
    return {key: y for key, y in heights.items() if (y > highest if key[1] else y < lowest)}


def _is_one_of(line: Line, key: Key, repeated: Mapping[Key, float]) -> bool:
    """Whether a line is a repeated text, a part of one, or some that stand on one height."""
    if key in repeated:
        return True
    rest = key[0]
    for (text, top), y in repeated.items():
        if top is not key[1] or abs(y - line.y) > 3:
            continue
        if key[0] in text:
            return True
        rest = rest.replace(text, "")
    return rest != key[0] and not any(char.isalnum() or char == "#" for char in rest)


def _running_titles(pages: Sequence[Page], edges: Edges) -> tuple[set[int], set[int]]:
    """The titles of chapters, and those in small type at one height on the pages behind them.

    Each line is told by its identity. A title may be longer than its first line.
    """
    first_words: dict[str, list[Line]] = defaultdict(list)
    for line in chain.from_iterable(page.lines for page in pages):
        first_words[line.text.partition(" ")[0]].append(line)
    levels: dict[int, list[tuple[Line, Line]]] = defaultdict(list)
    for line, (_, top) in chain.from_iterable(edges.values()):
        for title in first_words[line.text.partition(" ")[0]] if top else ():
            if title.page >= line.page:
                break
            if line.size < _SMALLER * title.size and line.text.startswith(title.text):
                levels[round(line.y)].append((line, title))
    often = [found for found in levels.values() if len({line.page for line, _ in found}) >= _ENOUGH]
    pairs = list(chain.from_iterable(often))
    return {id(title) for _, title in pairs}, {id(line) for line, _ in pairs}


def _returns(lines: Sequence[Line]) -> int:
    """On how many pages a text stands at its usual height, with numbers that are equal or count the pages."""
    levels = Counter(round(line.y / 3) for line in lines)
    level = levels.most_common(1)[0][0]
    there = [line for line in lines if abs(round(line.y / 3) - level) <= 1]
    # pages are counted, not lines: a row of figures says the same more than once on its one page
    same = {(line.text, line.page) for line in there}
    counting = {
        ((place, int(n[:9]) - line.page), line.page)
        for line in there
        for place, n in enumerate(_DIGITS.findall(line.text))
    }
    return max(_most_pages(same), _most_pages(counting))


def _most_pages(seen: Collection[tuple[Hashable, int]]) -> int:
    """On how many pages what is seen most was seen."""
    return max(Counter(what for what, _ in seen).values(), default=0)


def _body(pages: Sequence[Page], edges: Edges, often: Collection[Key]) -> tuple[float, float]:
    """Between which heights the body of the text stands, with the distance of its own lines around it."""
    tops, bottoms = [], []
    for page in pages:
        repeated = {id(line) for line, key in edges[page.number] if key in often}
        own = sorted([line.y for line in page.lines if id(line) not in repeated])
        lowest, highest = _first_two(own), _first_two(own[::-1])
        if lowest and highest:
            tops.append(highest[0] + _APART * min(highest[0] - highest[1], _FARTHEST))
            bottoms.append(lowest[0] - _APART * min(lowest[1] - lowest[0], _FARTHEST))
    if not tops:
        return float("inf"), float("-inf")
    tops.sort()
    bottoms.sort(reverse=True)
    place = int(0.6 * (len(tops) - 1))
    return tops[place], bottoms[place]


def _first_two(heights: Sequence[float]) -> tuple[float, float] | None:
    """The first two heights that differ, rounded to a tenth of a point."""
    if not heights:
        return None
    first = round(heights[0], 1)
    return next(((first, other) for y in heights if (other := round(y, 1)) != first), None)


def _middle(lines: Sequence[Line]) -> float:
    """The height at which most of the lines stand."""
    heights = sorted(line.y for line in lines)
    return heights[len(heights) // 2]


def _page_numbers(page: Page, pages: int) -> list[Line]:
    """The lowest and the highest line of the page where that is a page number and no more."""
    if not page.lines:
        return []
    heights = [line.y for line in page.lines]
    lowest = page.lines[heights.index(min(heights))]
    highest = page.lines[heights.index(max(heights))]
    found = []
    if lowest.y < 0.12 * page.height and _PAGE_NUMBER.fullmatch(lowest.text):
        found.append(lowest)
    if highest.y > 0.92 * page.height and _PAGE_NUMBER.fullmatch(highest.text):
        found.append(highest)
    return [line for line in found if not line.text.isdigit() or int(line.text) <= pages + 400]
