"""What a DOCX says once its tracked changes are accepted or rejected, read from its XML by Word's rules."""

import io
import zipfile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
AANVAARD = frozenset({"del", "moveFrom"})  # what is gone after accepting
VERWORPEN = frozenset({"ins", "moveTo"})  # what is gone after rejecting


def body_of(content):
    """The body element of a DOCX."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))[0]


def blocks(content, gone):
    """Paragraphs as (style, text) and tables as rows of cells, without what is gone.

    A paragraph whose end is gone becomes one with the next, in the style of that one.
    """
    found, carried = [], ""
    for element in body_of(content):
        if element.tag == W + "p":
            carried += _text(element, gone)
            if not _marks(element, "pPr/rPr") & gone:
                found.append((_style(element, gone), carried))
                carried = ""
        elif element.tag == W + "tbl":
            assert carried == "", "text that would end up in a table"
            rows = [row for row in element.iter(W + "tr") if not _marks(row, "trPr") & gone]
            if rows:
                found.append(tuple(tuple(_text(cell, gone) for cell in row.iter(W + "tc")) for row in rows))
    return found


def _marks(element, path):
    return {
        mark.tag.removeprefix(W)
        for mark in element.iterfind("/".join(W + step for step in path.split("/")) + "/*")
    }


def _style(paragraph, gone):
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    former = paragraph.find(f"{W}pPr/{W}pPrChange/{W}pPr/{W}pStyle")
    if former is not None and gone == VERWORPEN:
        style = former
    return "Normal" if style is None else style.get(W + "val")


def _text(element, gone):
    words = ""
    for child in element:
        name = child.tag.removeprefix(W)
        if name in gone or name in {"pPr", "tcPr"}:
            continue
        if name in {"t", "delText"}:
            words += child.text or ""
        elif name in {"tab", "br"}:
            words += "\t" if name == "tab" else "\n"
        else:
            words += _text(child, gone)
    return words
