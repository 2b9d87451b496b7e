"""What a paragraph's style says: heading or not, numbered or not, bold or italic.

Styles build on each other (`basedOn`); each is resolved once. Built-in styles carry an English name
in the file whatever language Word speaks, but other programs write the name they show.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from wederkerig.documents.docx import names as n
from wederkerig.documents.numerals import whole

HEADING_NAME = re.compile(
    r"(?:heading|kop|überschrift|titre|título|titolo|rubrik|overskrift|otsikko|nagłówek|nadpis)"
    r"\s*([1-9])(?:$|\D)"
)
TITLE_NAMES = frozenset({"title", "titel"})
TOC_HEADINGS = frozenset({"toc heading", "kop van inhoudsopgave", "kopvaninhoudsopgave"})


@dataclass(slots=True)
class Style:
    """A style with everything it inherits.

    heading: 0 for body text, else the depth.
    number: the numbering it belongs to, None for none, "0" where it switches numbering off.
    number_level: the level its own `numPr` names, None where it names none.
    numbered_by: the style in the chain that brought the numbering in.
    bold, italic: None where neither it nor its bases say anything.
    look: bold, italic and hidden, as a run without properties of its own has them.
    """

    id: str = ""
    heading: int = 0
    number: str | None = None
    number_level: int | None = None
    numbered_by: str = ""
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool = False
    new_page: bool = False
    look: tuple[bool, bool, bool] = (False, False, False)


class Styles:
    """All styles of one document, by their id."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._resolved: dict[str, Style] = {}
        self._default_id = ""
        self._base = Style()
        if root is not None:
            self._index(root)
        self.default = self.get(self._default_id)

    def _index(self, root: etree._Element) -> None:
        for element in root.iterchildren(n.STYLE):
            identity = element.get(n.W + "styleId", "")
            self._elements.setdefault(identity, element)
            is_default = element.get(n.W + "default") in ("1", "true", "on")
            if is_default and element.get(n.TYPE) == "paragraph":
                self._default_id = identity
        defaults = root.find(f"{n.W}docDefaults/{n.W}rPrDefault/{n.RUN_PROPERTIES}")
        if defaults is not None:
            _take_run_properties(self._base, defaults)

    def get(self, identity: str | None) -> Style:
        """The style with this id; the default one where the file has no such style."""
        if identity is None:
            return self.default
        style = self._resolved.get(identity)
        if style is None:
            style = self._resolve(identity)
            self._resolved[identity] = style
        return style

    def _resolve(self, identity: str) -> Style:
        style = Style(id=identity, bold=self._base.bold, italic=self._base.italic, hidden=self._base.hidden)
        for element in reversed(self._chain(identity)):
            _take(style, element)
        style.look = (bool(style.bold), bool(style.italic), style.hidden)
        return style

    def _chain(self, identity: str) -> list[etree._Element]:
        """The style and the styles it is based on; a circle is cut."""
        chain: list[etree._Element] = []
        seen: set[str] = set()
        current: str | None = identity
        while current is not None and current not in seen and current in self._elements:
            seen.add(current)
            chain.append(self._elements[current])
            current = n.value_of(chain[-1], n.W + "basedOn")
        return chain


def _take(style: Style, element: etree._Element) -> None:
    """Lay what one style says itself over what it inherited."""
    name = (n.value_of(element, n.W + "name") or "").strip().lower()
    identity = element.get(n.W + "styleId", "")
    named = HEADING_NAME.match(name) or HEADING_NAME.match(identity.lower())
    if named:
        style.heading = int(named[1])
    elif name in TITLE_NAMES:
        style.heading = 1
    properties = next(element.iterchildren(n.PARAGRAPH_PROPERTIES), None)
    if properties is not None:
        _take_paragraph_properties(style, properties, identity)
    if name in TOC_HEADINGS:
        style.heading = 1
    run_properties = next(element.iterchildren(n.RUN_PROPERTIES), None)
    if run_properties is not None:
        _take_run_properties(style, run_properties)


def _take_paragraph_properties(style: Style, properties: etree._Element, identity: str) -> None:
    for child in properties:
        tag = child.tag
        if tag == n.OUTLINE_LEVEL:
            style.heading = heading_of(child)
        elif tag == n.NUMBER_PROPERTIES:
            number = n.value_of(child, n.NUMBER_ID)
            level = n.value_of(child, n.LEVEL)
            style.number = number or style.number
            style.number_level = style.number_level if level is None else whole(level)
            style.numbered_by = identity
        elif tag == n.PAGE_BREAK_BEFORE:
            style.new_page = n.is_on(child)


def _take_run_properties(style: Style, properties: etree._Element) -> None:
    for child in properties:
        tag = child.tag
        if tag == n.BOLD:
            style.bold = n.is_on(child)
        elif tag == n.ITALIC:
            style.italic = n.is_on(child)
        elif tag == n.HIDDEN:
            style.hidden = n.is_on(child)


def heading_of(outline_level: etree._Element) -> int:
    """The depth an outline level stands for: levels 0 to 8 are headings, 9 is body text."""
    level = whole(outline_level.get(n.VAL), 9)
    return level + 1 if 0 <= level <= 8 else 0
