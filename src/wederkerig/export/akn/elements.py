"""The XML itself: names, elements, running text, and bytes that are pretty without touching the text."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from wederkerig.export.words import clean

Element = etree._Element  # noqa: SLF001  # lxml has no public name for the type of an element

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
# Our own names, for what the standard has no element for.
WK = "urn:wederkerig:akn:1"
_NAMES = {None: AKN, "wk": WK}
# Elements that stay on one line: white space inside words would be text, and the others are short.
_ONE_LINE = frozenset("p num heading caption block tr item longTitle".split())


def name(tag: str) -> str:
    """The full name of an element, or of an attribute of ours (`wk:volgorde`)."""
    return f"{{{WK}}}{tag[3:]}" if tag.startswith("wk:") else f"{{{AKN}}}{tag}"


def root() -> Element:
    """The outermost element."""
    return etree.Element(name("akomaNtoso"), nsmap=_NAMES)  # type: ignore[arg-type]  # the stubs lack None


def add(
    parent: Element, tag: str, text: str | None = None, attributes: Mapping[str, str | None] | None = None
) -> Element:
    """A new last child; attributes without a value are left out, a line end in `text` becomes a `br`."""
    child = etree.SubElement(parent, name(tag))
    for key, value in (attributes or {}).items():
        if value is not None:
            child.set(name(key) if ":" in key and not key.startswith("xml:") else _plain(key), clean(value))
    if text is not None:
        write(child, text)
    return child


def write(element: Element, text: str) -> None:
    """Add words behind what the element holds, their line ends as `br`."""
    first, *others = clean(text).split("\n")
    _append(element, first)
    for line in others:
        if element.tag.startswith(f"{{{WK}}}"):
            _append(element, f"\n{line}")
        else:
            etree.SubElement(element, name("br")).tail = line


def words(element: Element | None) -> str:
    """The words of an element as `write` got them; nothing for an element that is not there."""
    if element is None:
        return ""
    parts = [element.text or ""]
    for child in element:
        parts += ["\n" if child.tag == name("br") else words(child), child.tail or ""]
    return "".join(parts)


def paragraphs(element: Element | None) -> str:
    """The lines that stand in an element as `p`."""
    return "" if element is None else "\n".join(words(line) for line in element.findall(name("p")))


def serialize(top: Element) -> bytes:
    """The document as UTF-8, indented only between elements that hold no words."""
    _indent(top, "\n")
    return etree.tostring(top, xml_declaration=True, encoding="UTF-8") + b"\n"


def _plain(key: str) -> str:
    return "{http://www.w3.org/XML/1998/namespace}lang" if key == "xml:lang" else key


def _append(element: Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _indent(element: Element, line: str) -> None:
    if not len(element) or etree.QName(element).localname in _ONE_LINE:
        return
    deeper = line + "  "
    element.text = deeper
    for child in element:
        _indent(child, deeper)
        child.tail = deeper
    element[-1].tail = line
