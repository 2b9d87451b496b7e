"""Computes the numbers Word prints before paragraphs; they are nowhere in the text of the file.

A paragraph names a list (`numId`) and a level; the list points to an abstract definition that
gives each level its shape ("%1.%2."), its first value and when it starts again. Lists that share
a definition share its counters. Source: ECMA-376 part 1, section 17.9.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from wederkerig.documents.build import BULLET, Label
from wederkerig.documents.docx import names as n
from wederkerig.documents.docx.styles import Style, Styles
from wederkerig.documents.numerals import letters, roman, whole

PLACEHOLDER = re.compile(r"%([1-9])")
WORD = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is printed and counted.

    restart: None when every higher level restarts it, 0 when nothing does, else the 1-based
        level whose use (or that of a higher one) restarts it.
    style: the paragraph style tied to the level.
    """

    start: int = 1
    shape: str = "decimal"
    text: str = ""
    gap: str = " "
    legal: bool = False
    restart: int | None = None
    style: str = ""


@dataclass(slots=True)
class Definition:
    """An abstract list: its levels, the style it borrows them from, and its counters."""

    levels: dict[int, Level] = field(default_factory=dict)
    borrowed_from: str = ""
    counters: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class Numbered:
    """A list as used: a definition with changes of its own, and the levels already begun."""

    definition: str
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)
    begun: set[int] = field(default_factory=set)


class Place:
    """One level of one list: counts its paragraphs and prints their labels."""

    def __init__(self, definition: Definition, numbered: Numbered, depth: int) -> None:
        self._definition = definition
        self._numbered = numbered
        self._depth = depth
        self._shape = self._level(depth)
        self._bullet: Label | None = None
        if self._shape and self._shape.shape == "bullet" and not WORD.search(self._shape.text):
            self._bullet = Label(BULLET if self._shape.text.strip() else "", "", depth)

    def label(self) -> Label | None:
        """Count one paragraph, and say what is printed before it; None for nothing."""
        if self._shape is None:
            return None
        self._count()
        label = self._bullet or self._printed(self._shape)
        return label if label.marker else None

    def _level(self, depth: int) -> Level | None:
        return self._numbered.levels.get(depth) or self._definition.levels.get(depth)

    def _count(self) -> None:
        """Raise the counter of the level and let the levels below it start again."""
        counters, depth = self._definition.counters, self._depth
        first = depth not in self._numbered.begun
        if depth not in counters or (first and depth in self._numbered.starts):
            counters[depth] = self._start(depth)
        else:
            counters[depth] += 1
        if first:
            self._numbered.begun.add(depth)
        if len(counters) > 1:
            self._restart_below()

    def _restart_below(self) -> None:
        counters = self._definition.counters
        for lower in [key for key in counters if key > self._depth]:
            level = self._level(lower)
            restart = level.restart if level else None
            if restart is None or self._depth < restart:
                del counters[lower]

    def _start(self, depth: int) -> int:
        if depth in self._numbered.starts:
            return self._numbered.starts[depth]
        level = self._level(depth)
        return level.start if level else 1

    def _printed(self, shape: Level) -> Label:
        def figure(found: re.Match[str]) -> str:
            which = int(found[1]) - 1
            other = self._level(which)
            count = self._definition.counters.get(which)
            if count is None:
                count = self._start(which)
            return _figure(count, other.shape if other and not shape.legal else "decimal")

        printed = PLACEHOLDER.sub(figure, shape.text)
        gap = " " if shape.gap or printed[-1:].isspace() else ""
        marker = " ".join(printed.split())
        return Label(marker, marker + gap, self._depth)


class Numbering:
    """All lists of one document, counting as paragraphs pass in document order."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._definitions: dict[str, Definition] = {}
        self._lists: dict[str, Numbered] = {}
        self._places: dict[tuple[str | None, int | None, str], Place | None] = {}
        if root is not None:
            self._index(root)

    def _index(self, root: etree._Element) -> None:
        for element in root.iterchildren(n.W + "abstractNum"):
            levels = _levels(element)
            borrowed = n.value_of(element, n.W + "numStyleLink") or ""
            identity = element.get(n.W + "abstractNumId", "")
            self._definitions[identity] = Definition(levels, borrowed)
        for element in root.iterchildren(n.W + "num"):
            self._lists[element.get(n.NUMBER_ID, "")] = _numbered(element)

    def label(self, number: str | None, level: int | None, style: Style) -> Label | None:
        """Count one paragraph, and say what is printed before it; None for nothing.

        number, level: from the paragraph's own `numPr`; None where it has none of its own.
        """
        key = (number, level, style.id)
        if key not in self._places:
            self._places[key] = self._place(number, level, style)
        place = self._places[key]
        return place.label() if place else None

    def _place(self, number: str | None, level: int | None, style: Style) -> Place | None:
        """Where in which list such paragraphs stand."""
        if number is None:
            number = style.number
        if number is None or number == "0":
            return None
        numbered = self._lists.get(number)
        definition = self._definition(numbered)
        if numbered is None or definition is None:
            return None
        return Place(definition, numbered, _depth(definition, level, style))

    def _definition(self, numbered: Numbered | None) -> Definition | None:
        """The definition a list uses, through the numbering style it may borrow."""
        for _ in range(10):
            if numbered is None:
                return None
            definition = self._definitions.get(numbered.definition)
            if definition is None or not definition.borrowed_from:
                return definition
            numbered = self._lists.get(self._styles.get(definition.borrowed_from).number or "")
        return None


def _levels(element: etree._Element) -> dict[int, Level]:
    return {whole(level.get(n.LEVEL)): _level(level) for level in element.iterchildren(n.W + "lvl")}


def _level(element: etree._Element) -> Level:
    gaps = {"space": " ", "nothing": ""}
    legal = next(element.iterchildren(n.W + "isLgl"), None)
    restart = n.value_of(element, n.W + "lvlRestart")
    return Level(
        start=whole(n.value_of(element, n.W + "start"), 0),
        shape=_shape(element),
        text=n.value_of(element, n.W + "lvlText") or "",
        gap=gaps.get(n.value_of(element, n.W + "suff") or "tab", " "),
        legal=legal is not None and n.is_on(legal),
        restart=None if restart is None else whole(restart),
        style=n.value_of(element, n.PARAGRAPH_STYLE) or "",
    )


def _shape(level: etree._Element) -> str:
    """The number format; newer ones stand in a choice with an older one to fall back on."""
    shape = n.value_of(level, n.W + "numFmt")
    if shape is None:
        element = next(level.iter(n.W + "numFmt"), None)
        shape = None if element is None else element.get(n.VAL)
    return shape or "decimal"


def _numbered(element: etree._Element) -> Numbered:
    numbered = Numbered(n.value_of(element, n.W + "abstractNumId") or "")
    for override in element.iterchildren(n.W + "lvlOverride"):
        depth = whole(override.get(n.LEVEL))
        start = n.value_of(override, n.W + "startOverride")
        if start is not None:
            numbered.starts[depth] = whole(start)
        for level in override.iterchildren(n.W + "lvl"):
            numbered.levels[depth] = _level(level)
    return numbered


def _depth(definition: Definition, level: int | None, style: Style) -> int:
    """The level of a paragraph: its own, else the one tied to its style, else the style's."""
    if level is not None:
        return level
    for identity in (style.id, style.numbered_by):
        for depth, shape in definition.levels.items():
            if identity and shape.style == identity:
                return depth
    if style.number in (None, "0") or style.number_level is None:
        return 0
    return style.number_level


def _figure(value: int, shape: str) -> str:
    """A counter in the shape its level asks for; shapes without a Dutch form become decimal."""
    if shape == "decimal":
        return str(value)
    if shape in ("bullet", "none"):
        return ""
    if shape == "decimalZero":
        return f"{value:02d}"
    if shape in ("lowerLetter", "upperLetter"):
        text = letters(value)
    elif shape in ("lowerRoman", "upperRoman"):
        text = roman(value)
    else:
        return f"{value}e" if shape == "ordinal" else str(value)
    return text.upper() if shape.startswith("upper") else text
