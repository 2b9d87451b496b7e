"""The names of WordprocessingML elements and attributes, written out as lxml gives them.

Source: ECMA-376 part 1, chapter 17. Compared as whole strings, which is what makes the walk fast.
"""

from __future__ import annotations

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

PARAGRAPH = W + "p"
PARAGRAPH_PROPERTIES = W + "pPr"
RUN = W + "r"
RUN_PROPERTIES = W + "rPr"
TEXT = W + "t"
TABLE = W + "tbl"
ROW = W + "tr"
ROW_PROPERTIES = W + "trPr"
CELL = W + "tc"
CELL_PROPERTIES = W + "tcPr"
SDT = W + "sdt"
SDT_PROPERTIES = W + "sdtPr"
SDT_CONTENT = W + "sdtContent"
CUSTOM_XML = W + "customXml"
INSERTED = W + "ins"
DELETED = W + "del"
MOVED_HERE = W + "moveTo"
MOVED_AWAY = W + "moveFrom"
ALTERNATE = MC + "AlternateContent"
CHOICE = MC + "Choice"
FALLBACK = MC + "Fallback"
TEXT_BOX = W + "txbxContent"
STYLE = W + "style"
BOLD = W + "b"
ITALIC = W + "i"
HIDDEN = W + "vanish"
RUN_STYLE = W + "rStyle"
PARAGRAPH_STYLE = W + "pStyle"
NUMBER_PROPERTIES = W + "numPr"
NUMBER_ID = W + "numId"
LEVEL = W + "ilvl"
OUTLINE_LEVEL = W + "outlineLvl"
PAGE_BREAK_BEFORE = W + "pageBreakBefore"

VAL = W + "val"
ID = W + "id"
TYPE = W + "type"

_OFF = frozenset({"0", "false", "off", "none"})


def is_on(element: etree._Element) -> bool:
    """Whether a toggle (bold, hidden, …) is on; without a value it is."""
    value = element.get(VAL)
    return value is None or value not in _OFF


def value_of(parent: etree._Element, name: str) -> str | None:
    """The `w:val` of the child called `name`, or None."""
    child = next(parent.iterchildren(name), None)
    return None if child is None else child.get(VAL)
