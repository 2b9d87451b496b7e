"""What a style says: bold, italic, a heading, a list, a new page. Styles inherit from their parent."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lxml import etree

from wederkerig.documents.numerals import whole
from wederkerig.documents.odt import names as n

HEADING_NAME = re.compile(r"(?:heading|kop)(?:_20_|\s)*([1-9])(?:$|\D)", re.IGNORECASE)
TITLES = frozenset({"title", "titel", "contents_20_heading"})
# Inheritance deeper than this is a circle.
MAX_CHAIN = 50


@dataclass(frozen=True, slots=True)
class Style:
    """A style with everything it inherits.

    heading: 0 for body text, else the depth.
    list_style: None where nothing is said of lists, "" where numbering is switched off.
    """

    heading: int = 0
    list_style: str | None = None
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool = False
    page_before: bool = False
    page_after: bool = False


PLAIN = Style()


class Styles:
    """The styles of one document, by family and name."""

    def __init__(self, *groups: etree._Element | None) -> None:
        """Read the groups; a style in a later group hides one of the same name before it."""
        self._elements: dict[tuple[str, str], etree._Element] = {}
        self._resolved: dict[tuple[str, str], Style] = {}
        self._defaults: dict[str, Style] = {}
        for group in groups:
            if group is not None:
                self._index(group)

    def _index(self, group: etree._Element) -> None:
        for element in group.iterchildren(n.STYLE, n.STYLE_NS + "default-style"):
            family = element.get(n.STYLE_NS + "family", "")
            if element.tag == n.STYLE:
                self._elements[family, element.get(n.STYLE_NS + "name", "")] = element
            else:
                # what a default says of pages and lists does not hold for every paragraph
                looks = _taken(PLAIN, element)
                self._defaults[family] = Style(bold=looks.bold, italic=looks.italic)

    def paragraph(self, name: str | None) -> Style:
        """A paragraph style."""
        return self._get("paragraph", name or "")

    def span(self, name: str | None) -> Style:
        """A character style; what it does not say is None."""
        return self._get("text", name or "")

    def _get(self, family: str, name: str) -> Style:
        key = (family, name)
        if key not in self._resolved:
            style = self._defaults.get(family, PLAIN) if family == "paragraph" else PLAIN
            for element in reversed(self._chain(family, name)):
                style = _taken(style, element)
            self._resolved[key] = style
        return self._resolved[key]

    def _chain(self, family: str, name: str) -> list[etree._Element]:
        chain: list[etree._Element] = []
        while (family, name) in self._elements and len(chain) < MAX_CHAIN:
            chain.append(self._elements[family, name])
            name = chain[-1].get(n.STYLE_NS + "parent-style-name", "")
        return chain


def _taken(style: Style, element: etree._Element) -> Style:
    """What a style says itself, laid over what it inherits."""
    name = element.get(n.STYLE_NS + "name", "")
    level = element.get(n.STYLE_NS + "default-outline-level")
    named = HEADING_NAME.match(name)
    if level is not None:
        style = replace(style, heading=whole(level))
    elif named:
        style = replace(style, heading=int(named[1]))
    elif name.lower() in TITLES:
        style = replace(style, heading=1)
    list_style = element.get(n.STYLE_NS + "list-style-name")
    if list_style is not None:
        style = replace(style, list_style=list_style)
    if element.get(n.STYLE_NS + "master-page-name"):
        style = replace(style, page_before=True)
    for properties in element.iterchildren(n.TEXT_PROPERTIES, n.PARAGRAPH_PROPERTIES):
        if properties.tag == n.TEXT_PROPERTIES:
            style = _with_look(style, properties)
        else:
            style = _with_pages(style, properties)
    return style


def _with_pages(style: Style, properties: etree._Element) -> Style:
    before = properties.get(n.FO + "break-before")
    after = properties.get(n.FO + "break-after")
    return replace(
        style,
        page_before=style.page_before if before is None else before == "page",
        page_after=style.page_after if after is None else after == "page",
    )


def _with_look(style: Style, properties: etree._Element) -> Style:
    weight = properties.get(n.FO + "font-weight")
    slant = properties.get(n.FO + "font-style")
    display = properties.get(n.TEXT + "display")
    return replace(
        style,
        bold=style.bold if weight is None else weight == "bold" or whole(weight) >= 600,
        italic=style.italic if slant is None else slant in ("italic", "oblique"),
        hidden=style.hidden if display is None else display == "none",
    )
