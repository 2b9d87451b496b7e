"""Computes the numbers before list items and headings; they are nowhere in the text of the file.

A list names a style that gives each level its shape; a heading outside any list follows the
outline style. Source: ODF 1.3 part 3, sections 5.3 and 16.30 to 16.36.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from wederkerig.documents.build import BULLET, Label
from wederkerig.documents.numerals import columns, letters, roman, whole
from wederkerig.documents.odt import names as n

PLACEHOLDER = re.compile(r"%(\d+)%")
NUMBER_LEVELS = frozenset({n.TEXT + "list-level-style-number", n.TEXT + "outline-level-style"})
BULLET_LEVELS = frozenset({n.TEXT + "list-level-style-bullet", n.TEXT + "list-level-style-image"})


@dataclass(frozen=True, slots=True)
class Level:
    """How one level is printed and counted.

    pattern: the label with %1% for the number of level 1; "" where prefix and suffix make it.
    shown: how many levels the label shows, this one included.
    """

    shape: str = ""
    start: int = 1
    prefix: str = ""
    suffix: str = ""
    shown: int = 1
    pattern: str = ""
    gap: str = " "
    bullet: bool = False
    doubled: bool = False


@dataclass(slots=True)
class OpenList:
    """A list that is being read, at one of its levels (1 is the outermost)."""

    style: str
    level: int
    counters: dict[int, int] = field(default_factory=dict)


class Lists:
    """All list styles of one document, and the lists read so far."""

    def __init__(self, *groups: etree._Element | None) -> None:
        self._styles: dict[str, dict[int, Level]] = {}
        self._outline: dict[int, Level] = {}
        self._outline_counters: dict[int, int] = {}
        self._by_id: dict[str, dict[int, int]] = {}
        self._by_style: dict[str, dict[int, int]] = {}
        for group in groups:
            if group is not None:
                self._index(group)

    def _index(self, group: etree._Element) -> None:
        for element in group.iterchildren(n.LIST_STYLE):
            self._styles[element.get(n.STYLE_NS + "name", "")] = _levels(element)
        for element in group.iterchildren(n.OUTLINE_STYLE):
            self._outline = _levels(element)

    def open(self, element: etree._Element, outer: OpenList | None) -> OpenList:
        """Begin reading a list, which may go on where an earlier one stopped."""
        style = element.get(n.STYLE_NAME, "")
        if outer is not None:
            return OpenList(style or outer.style, outer.level + 1, outer.counters)
        counters: dict[int, int] = {}
        continued = element.get(n.TEXT + "continue-list")
        if continued is not None:
            counters = self._by_id.get(continued, counters)
        elif element.get(n.TEXT + "continue-numbering") == "true":
            counters = self._by_style.get(style, counters)
        self._by_id[element.get(n.XML_ID, "")] = counters
        self._by_style[style] = counters
        return OpenList(style, 1, counters)

    def label(self, opened: OpenList, item: etree._Element, fallback: str | None) -> Label | None:
        """Count one list item, and say what is printed before it; None for nothing.

        fallback: the list style of its paragraph, for a list that names none.
        """
        style = item.get(n.TEXT + "style-override") or opened.style or fallback or ""
        levels = self._styles.get(style, {})
        return _label(levels, opened.counters, opened.level, item.get(n.START_VALUE))

    def heading_label(self, heading: etree._Element, depth: int) -> Label | None:
        """Count one heading outside any list, and say what the outline prints before it."""
        restarts = heading.get(n.TEXT + "restart-numbering") == "true"
        start = heading.get(n.START_VALUE, "1") if restarts else None
        return _label(self._outline, self._outline_counters, depth, start)


def _levels(style: etree._Element) -> dict[int, Level]:
    return {
        whole(element.get(n.LEVEL), 1): _level(element)
        for element in style
        if element.tag in NUMBER_LEVELS or element.tag in BULLET_LEVELS
    }


def _level(element: etree._Element) -> Level:
    followed = next(
        (value for part in element.iter() if (value := part.get(n.TEXT + "label-followed-by"))), "listtab"
    )
    return Level(
        shape=element.get(n.STYLE_NS + "num-format", ""),
        start=whole(element.get(n.START_VALUE), 1),
        prefix=element.get(n.STYLE_NS + "num-prefix", ""),
        suffix=element.get(n.STYLE_NS + "num-suffix", ""),
        shown=whole(element.get(n.TEXT + "display-levels"), 1),
        pattern=element.get(n.LOEXT + "num-list-format", ""),
        gap="" if followed == "nothing" else " ",
        bullet=element.tag in BULLET_LEVELS,
        doubled=element.get(n.STYLE_NS + "num-letter-sync") == "true",
    )


def _label(levels: dict[int, Level], counters: dict[int, int], depth: int, start: str | None) -> Label | None:
    level = levels.get(depth)
    if level is None:
        return None
    if start is not None:
        counters[depth] = whole(start, level.start)
    else:
        counters[depth] = counters[depth] + 1 if depth in counters else level.start
    for lower in [key for key in counters if key > depth]:
        del counters[lower]
    if level.bullet:
        return Label(BULLET, "", depth - 1)
    printed = _printed(levels, counters, depth, level)
    marker = " ".join(printed.split())
    gap = " " if level.gap or printed[-1:].isspace() else ""
    return Label(marker, marker + gap, depth - 1) if marker else None


def _printed(levels: dict[int, Level], counters: dict[int, int], depth: int, level: Level) -> str:
    def figure(which: int) -> str:
        other = levels.get(which, level)
        return _figure(counters.get(which, other.start), other)

    if level.pattern:
        return PLACEHOLDER.sub(lambda found: figure(int(found[1])), level.pattern)
    first = max(1, depth - max(level.shown, 1) + 1)
    figures = [figure(which) for which in range(first, depth + 1)] if level.shape else []
    return level.prefix + ".".join(part for part in figures if part) + level.suffix


def _figure(value: int, level: Level) -> str:
    shape = level.shape
    if not shape or level.bullet:
        return ""
    if shape in ("a", "A"):
        text = letters(value) if level.doubled else columns(value)
    elif shape in ("i", "I"):
        text = roman(value)
    else:
        return str(value)
    return text.upper() if shape.isupper() else text
