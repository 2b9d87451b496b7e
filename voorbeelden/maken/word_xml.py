"""What python-docx does not know: automatic numbering, footnotes, fields, bookmarks, table properties."""

# ruff: noqa: SLF001  (python-docx has no public way to the XML of a paragraph or table)

from __future__ import annotations

from html import escape
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from lxml.etree import ElementBase

FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"

# What the schema puts after the lines of a paragraph.
AFTER_LINES = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")

# Per list: (format, text, indent and hanging in millimetres) of each level.
LISTS: dict[str, list[tuple[str, str, int, int]]] = {
    "thema": [("decimal", "%1.", 8, 8)],
    "afspraak": [("decimal", "%1.", 8, 8), ("lowerLetter", "%2.", 15, 7)],
    "punten": [("bullet", "•", 6, 6), ("bullet", "•", 14, 6)],
    "nummers": [("decimal", "%1.", 6, 6)],
}


def element(tag: str, **attributes: str) -> Any:  # noqa: ANN401 - lxml elements, which python-docx types in two ways
    """An empty element of the word processing namespace with attributes in the same namespace."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def add_lists(document: Document, colour: str) -> dict[str, int]:
    """Define the lists of the documents; returns the numbering id of each, by the list's name."""
    root = document.part.numbering_part.element
    last = len(root.findall(qn("w:num")))
    first_num = root.find(qn("w:num"))
    for at, (name, levels) in enumerate(LISTS.items(), 1):
        xml = "".join(_level(depth, level, colour, name) for depth, level in enumerate(levels))
        abstract = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{90 + at}">'
            f'<w:multiLevelType w:val="multilevel"/>{xml}</w:abstractNum>'
        )
        first_num.addprevious(abstract)
        num = element("num", numId=str(last + at))
        num.append(element("abstractNumId", val=str(90 + at)))
        root.append(num)
    return {name: last + at for at, name in enumerate(LISTS, 1)}


def _level(depth: int, level: tuple[str, str, int, int], colour: str, name: str) -> str:
    form, text, left, hanging = level
    bold = "<w:b/>" if name == "afspraak" and depth == 0 else ""
    tinted = f'<w:color w:val="{colour}"/>' if form != "lowerLetter" and name != "nummers" else ""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{Mm(left).twips}" w:hanging="{Mm(hanging).twips}"/></w:pPr>'
        f"<w:rPr>{bold}{tinted}</w:rPr></w:lvl>"
    )


def number(paragraph: Paragraph, num_id: int, level: int = 0) -> None:
    """Make the paragraph an item of a list; Word computes the number, it is not in the text."""
    properties = element("numPr")
    properties.append(element("ilvl", val=str(level)))
    properties.append(element("numId", val=str(num_id)))
    _add_property(paragraph, properties, "w:pBdr", *AFTER_LINES)


def add_footnotes(document: Document, notes: list[str]) -> None:
    """Add the footnotes part; the first note has id 1, as `footnote_reference` counts."""
    separators = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0">'
        "<w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>"
    )
    mark = '<w:r><w:rPr><w:rStyle w:val="Voetnootmarkering"/></w:rPr><w:footnoteRef/></w:r>'
    body = "".join(
        f'<w:footnote w:id="{at}"><w:p><w:pPr><w:pStyle w:val="Voetnoottekst"/></w:pPr>{mark}'
        f'<w:r><w:t xml:space="preserve"> {escape(text.strip(), quote=False)}</w:t></w:r></w:p></w:footnote>'
        for at, text in enumerate(notes, 1)
    )
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    xml = f"{declaration}<w:footnotes {nsdecls('w')}>{separators}{body}</w:footnotes>"
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES_TYPE, xml.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    properties = element("footnotePr")
    properties.extend([element("footnote", id="-1"), element("footnote", id="0")])
    document.settings.element.find(qn("w:compat")).addprevious(properties)


def footnote_reference(paragraph: Paragraph, note_id: int) -> None:
    """Put the mark of a footnote at the end of the paragraph so far."""
    run = paragraph.add_run()
    run.style = "Voetnootmarkering"
    run._r.append(element("footnoteReference", id=str(note_id)))


def field(paragraph: Paragraph, code: str, shown: str) -> None:
    """Add a field with the result that is shown until Word computes it anew."""
    for kind, text in (("begin", ""), ("", code), ("separate", ""), ("shown", shown), ("end", "")):
        run = paragraph.add_run(shown if kind == "shown" else "")
        if kind in ("begin", "separate", "end"):
            run._r.append(element("fldChar", fldCharType=kind))
        elif not kind:
            instruction = element("instrText")
            instruction.text = text
            run._r.append(instruction)


def bookmark(paragraph: Paragraph, name: str, number_id: int) -> None:
    """Wrap the whole paragraph in a bookmark."""
    end = element("bookmarkEnd", id=str(number_id))
    paragraph._p.append(end)
    start = element("bookmarkStart", id=str(number_id), name=name)
    properties = paragraph._p.pPr
    if properties is None:
        paragraph._p.insert(0, start)
    else:
        properties.addnext(start)


def paragraph_line(paragraph: Paragraph, side: str, colour: str, space: int = 4) -> None:
    """Draw a thin line at one side of the paragraph (`top`, `bottom`, `left`)."""
    borders = element("pBdr")
    borders.append(element(side, val="single", sz="6", space=str(space), color=colour))
    _add_property(paragraph, borders, *AFTER_LINES)


def _add_property(paragraph: Paragraph, made: ElementBase, *after: str) -> None:
    """Add a paragraph property before those that the schema puts after it."""
    paragraph._p.get_or_add_pPr().insert_element_before(made, *after)


def drop_first_paragraph(cell: _Cell) -> None:
    """Remove the empty paragraph a new cell begins with; the cell must hold another one."""
    cell._tc.remove(cell.paragraphs[0]._p)


def shade(cell: _Cell, colour: str) -> None:
    """Fill a table cell with a colour of six hexadecimal digits."""
    cell._tc.get_or_add_tcPr().append(element("shd", val="clear", color="auto", fill=colour))


def repeat_first_row(table: Table) -> None:
    """Repeat the first row of the table at the top of each page it runs on to."""
    table.rows[0]._tr.get_or_add_trPr().append(element("tblHeader"))


def keep_rows_whole(table: Table) -> None:
    """Let no row of the table break over two pages."""
    for row in table.rows:
        row._tr.get_or_add_trPr().append(element("cantSplit"))


def table_lines(table: Table, lines: dict[str, str]) -> None:
    """Set the lines of a table: side (`top`, `bottom`, `insideH`) to colour; other sides get none."""
    borders = element("tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        kind = "single" if side in lines else "nil"
        borders.append(element(side, val=kind, sz="4", space="0", color=lines.get(side, "auto")))
    table._tbl.tblPr.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
