"""From the drawing as matplotlib writes it to an element for a page: no styles, no sizes, names of its own.

A page of the website allows no style inside it, so each style becomes attributes; each colour becomes the
token it stands for. Only elements and attributes that a drawing needs pass, so nothing else can come along.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from wederkerig.export.grafieken.palet import COLOURS
from wederkerig.export.grafieken.woorden import alt_text
from wederkerig.export.words import one_line
from wederkerig.monitoring.grafiek import Grafiek

_SVG: Final = "{http://www.w3.org/2000/svg}"
_TOKENS: Final = {colour: token for token, colour in COLOURS.items()}
_ELEMENTS: Final = frozenset({"svg", "g", "path", "text", "defs", "pattern", "rect", "clipPath", "use"})
_COLOURED: Final = frozenset({"fill", "stroke"})
_KEPT: Final = frozenset(
    "d x y width height transform patternUnits viewBox stroke-width stroke-dasharray stroke-dashoffset"
    " stroke-linecap stroke-linejoin text-anchor opacity fill-opacity stroke-opacity".split()
)
_UNTURNED: Final = re.compile(r"rotate\(-?0 ")
_FRACTION: Final = re.compile(r"-?\d+\.\d{3,}")
_PAPER_FONT: Final = "Carlito, 'Liberation Sans', 'DejaVu Sans', sans-serif"
_PARSER: Final = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)


def finish_svg(drawn: bytes, grafiek: Grafiek, *, prefix: str, fixed: bool) -> str:
    """The element as text; see `draw_svg`."""
    root = etree.fromstring(drawn, _PARSER)
    _drop_the_rest(root)
    for place, element in enumerate([each for each in root.iter() if "id" in each.attrib]):
        if _is_named(element):
            _rename(root, element, f"{prefix}-{place}")
        else:
            del element.attrib["id"]
    for element in root.iter():
        _plain(element, fixed=fixed)
    _open(root, grafiek, prefix, fixed=fixed)
    etree.cleanup_namespaces(root)
    return str(etree.tostring(root, encoding="unicode"))


def _is_named(element: etree._Element) -> bool:
    """Whether other elements speak of it."""
    return element.tag in {f"{_SVG}pattern", f"{_SVG}clipPath"}


def _drop_the_rest(root: etree._Element) -> None:
    """Leave out metadata, style sheets and whatever else is no drawing."""
    for element in list(root.iter()):
        name = etree.QName(element).localname
        parent = element.getparent()
        if name not in _ELEMENTS and parent is not None:
            parent.remove(element)


def _rename(root: etree._Element, element: etree._Element, name: str) -> None:
    old = f"url(#{element.get('id')})"
    element.set("id", name)
    for other in root.iter():
        for key in ("style", "clip-path", "fill"):
            if old in (said := other.get(key, "")):
                other.set(key, said.replace(old, f"url(#{name})"))


def _plain(element: etree._Element, *, fixed: bool) -> None:
    """The element with its style as attributes, and with no other attribute than a drawing needs."""
    said = {str(key): str(value) for key, value in element.attrib.items()}
    said |= dict(_declarations(said.pop("style", "")))
    element.attrib.clear()
    for key, value in said.items():
        if key in _COLOURED:
            element.set(key, _colour(value, fixed=fixed))
        elif key in {"id", "clip-path"} or (key in _KEPT and not _UNTURNED.match(value)):
            element.set(key, value if key == "id" else _FRACTION.sub(_rounded, " ".join(value.split())))
    if "font-size" in said:
        element.set("font-size", said["font-size"].removesuffix("px"))
    if said.get("font-weight") in {"bold", "700"}:
        element.set("font-weight", "bold")


def _declarations(style: str) -> Iterator[tuple[str, str]]:
    for part in style.split(";"):
        key, colon, value = part.partition(":")
        if colon:
            yield key.strip(), value.strip()


def _colour(value: str, *, fixed: bool) -> str:
    token = _TOKENS.get(value.lower())
    return value if fixed or token is None else f"var(--w-{token}, {value.lower()})"


def _rounded(match: re.Match[str]) -> str:
    return f"{float(match[0]):.2f}".rstrip("0").rstrip(".")


def _open(root: etree._Element, grafiek: Grafiek, prefix: str, *, fixed: bool) -> None:
    """What the element says of itself: a picture, with its title and what it shows."""
    for key in ("width", "height"):
        del root.attrib[key]
    titel, uitleg = one_line(grafiek.titel), one_line(grafiek.beschrijving)
    root.set("class", "w-grafiek__beeld")
    root.set("role", "img")
    root.set("aria-labelledby", f"{prefix}-titel {prefix}-uitleg")
    root.set("stroke-linejoin", "round")
    if fixed:
        root.set("font-family", _PAPER_FONT)
    title = etree.Element(f"{_SVG}title", id=f"{prefix}-titel")
    # a PDF takes its words instead of a picture from the title alone
    title.text = alt_text(grafiek) if fixed else titel
    desc = etree.Element(f"{_SVG}desc", id=f"{prefix}-uitleg")
    desc.text = uitleg
    root[:0] = [title, desc]
