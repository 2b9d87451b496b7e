"""A document laid out anew, with its words untouched: as DOCX, as PDF, or with other numbers.

What reading yields must not hang on the layout. So the tests take a document of which the right
reading is known, lay it out in other ways, and read it again.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from weasyprint import HTML

from wederkerig.documents import Block, Cell, Document, Kind
from wederkerig.documents.markup import read_text
from wederkerig.model import Stuk
from wederkerig.reading import read_stuk
from wederkerig.reading.outline import Heading, read_outline
from wederkerig.reading.units import read_units

PAGE = """
@page { size: A4; margin: 2.2cm 2cm; @top-left { content: "Prestatieafspraken"; font-size: 8pt }
        @bottom-right { content: "Pagina " counter(page); font-size: 8pt } }
body { font: 10.5pt DejaVu Sans, sans-serif; hyphens: auto; text-align: justify }
h2, h3, h4 { text-align: left }
h2 { font-size: 16pt } h3 { font-size: 13pt } h4 { font-size: 11pt } ul { margin: 0 } p { margin: .4em 0 }
table { border-collapse: collapse; width: 100% }
td { border: 1px solid #888; padding: 4px; vertical-align: top; text-align: left }
.nummer { margin-left: 1.6em; text-indent: -1.6em }
"""
COLUMNS = "body { columns: 2; column-gap: 1cm } table { font-size: 6pt } td { padding: 2px }"


@dataclass(frozen=True)
class Laid:
    """A document with what is needed to lay it out: its headings, and where its agreements begin.

    headings: by block; starts: how many characters of a block are the number of an agreement.
    """

    document: Document
    stuk: Stuk
    headings: dict[int, Heading]
    starts: dict[int, int]


def take_up(text: str) -> Laid:
    """Read a document in order to lay it out."""
    document = read_text(text, "stuk.txt")
    stuk = read_stuk(document)
    units = read_units(document)
    headings = {id(units[index].block): heading for index, heading in read_outline(units).headings.items()}
    begins = {afspraak.bron.van for afspraak in stuk.afspraken if afspraak.bron}
    starts = {id(unit.block): skip for unit in units if (skip := _number_length(unit.block, begins))}
    return Laid(document, stuk, headings, starts)


def _number_length(block: Block, begins: set[int]) -> int:
    return next((at for at in range(min(12, len(block.text))) if block.offset(at) in begins), 0)


# --- PDF -------------------------------------------------------------------------------------------


def as_pdf(laid: Laid, *, columns: bool = False) -> bytes:
    """One column of text, or two newspaper columns; with a running header and page numbers."""
    body = "\n".join(_block_html(laid, block) for block in laid.document.blocks)
    style = PAGE + (COLUMNS if columns else "")
    page = (
        f'<html lang="nl"><head><meta charset="utf-8"><style>{style}</style></head><body>{body}</body></html>'
    )
    pdf: bytes = HTML(string=page).write_pdf()
    return pdf


def _block_html(laid: Laid, block: Block) -> str:
    if block.kind is Kind.TABLE:
        return _table_html(block)
    if heading := laid.headings.get(id(block)):
        tag = f"h{_level(heading)}"
        return f"<{tag}>{escape(block.text)}</{tag}>"
    return _words_html(block)


def _level(heading: Heading) -> int:
    if heading.theme or (heading.strong and heading.level <= 2):
        return 2
    return 3 if heading.strong or heading.role else 4


def _words_html(block: Block) -> str:
    words = f"<b>{escape(block.text[: block.bold])}</b>{escape(block.text[block.bold :])}"
    if block.kind is Kind.ITEM and block.text.startswith(block.marker):
        return f'<p class="nummer">{words}</p>'
    return f"<ul><li>{words}</li></ul>" if block.kind is Kind.ITEM else f"<p>{words}</p>"


def _table_html(table: Block) -> str:
    rows = ("".join(f"<td>{_cell_html(cell)}</td>" for cell in row) for row in table.rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


def _cell_html(cell: Cell) -> str:
    return "".join(
        _table_html(block) if block.kind is Kind.TABLE else _words_html(block) for block in cell.blocks
    )


# --- DOCX ------------------------------------------------------------------------------------------


def as_docx(laid: Laid) -> bytes:
    """Word with headings by style; where the agreements run from 1 to n, Word numbers them itself."""
    word = docx.Document()
    counted = [afspraak.nummer for afspraak in laid.stuk.afspraken]
    starts = laid.starts if counted == [str(at) for at in range(1, len(counted) + 1)] else {}
    _add_numbering(word)
    for block in laid.document.blocks:
        heading = laid.headings.get(id(block))
        if block.kind is Kind.TABLE:
            _add_table(word, block, starts)
        elif heading is not None:
            word.add_heading(block.text, min(_level(heading), 3))
        else:
            bullet = block.kind is Kind.ITEM and not block.text.startswith(block.marker)
            _fill(word.add_paragraph(style="List Bullet" if bullet else None), block, starts)
    held = io.BytesIO()
    word.save(held)
    return held.getvalue()


def _add_numbering(word) -> None:
    """A list style of our own, numbered "1.", "2." and so on."""
    numbering = word.part.numbering_part.element
    abstract = _element("w:abstractNum", "w:abstractNumId", "90")
    level = _element("w:lvl", "w:ilvl", "0")
    for tag, value in (("w:start", "1"), ("w:numFmt", "decimal"), ("w:lvlText", "%1.")):
        level.append(_element(tag, "w:val", value))
    abstract.append(level)
    numbering.insert(0, abstract)
    number = _element("w:num", "w:numId", "90")
    number.append(_element("w:abstractNumId", "w:val", "90"))
    numbering.append(number)


def _element(tag: str, attribute: str, value: str):
    element = OxmlElement(tag)
    element.set(qn(attribute), value)
    return element


def _fill(paragraph, block: Block, starts: dict[int, int]) -> None:
    """The words of a block; the printed number makes way for a computed one."""
    skip = starts.get(id(block), 0)
    if skip:
        number = OxmlElement("w:numPr")
        number.append(_element("w:ilvl", "w:val", "0"))
        number.append(_element("w:numId", "w:val", "90"))
        paragraph._p.get_or_add_pPr().append(number)
    bold = max(skip, block.bold)
    paragraph.add_run(block.text[skip:bold]).bold = True
    paragraph.add_run(block.text[bold:])


def _add_table(word, table: Block, starts: dict[int, int]) -> None:
    grid = word.add_table(len(table.rows), max(len(row) for row in table.rows), style="Table Grid")
    for line, row in enumerate(table.rows):
        for column, cell in enumerate(row):
            place = grid.cell(line, column)
            for at, block in enumerate(cell.blocks):
                _fill(place.paragraphs[0] if at == 0 else place.add_paragraph(), block, starts)


# --- other numbers ---------------------------------------------------------------------------------

NUMBERINGS: dict[str, Callable[[int, int, str], str]] = {
    "1.3": lambda chapter, at, _: f"{chapter}.{at}",
    "A3.": lambda chapter, at, _: f"{chr(64 + chapter)}{at}.",
    "2.1.3.": lambda chapter, at, _: f"{chapter}.1.{at}.",
    "Afspraak 12:": lambda _, __, number: f"Afspraak {number}:",
    "12)": lambda _, __, number: f"{number})",
}
_PRINTED = re.compile(r"\d{1,3}\.?\*{0,2}[ \t]*$")
_NUMBER = re.compile(r"[A-Z]?\d+(?:\.\d+)*")


def renumber(laid: Laid, style: str) -> tuple[str, dict[str, str]]:
    """The text with its agreements numbered in another style, and the new number of each."""
    text, new, labels = laid.document.text, {}, []
    chapter = at = 0
    thema: str | None = ""
    for afspraak in laid.stuk.afspraken:
        chapter, at = (chapter, at + 1) if afspraak.thema == thema else (chapter + 1, 1)
        thema = afspraak.thema
        label = NUMBERINGS[style](chapter, at, afspraak.nummer)
        found = _NUMBER.search(label)
        assert found
        assert afspraak.bron
        new[afspraak.nummer] = found.group()
        labels.append((afspraak.bron.van, label))
    for van, label in reversed(labels):
        text = _PRINTED.sub("", text[:van]) + f"{label} " + text[van:]
    return re.sub(r"(\bafspraak )(\d+)\b(?!:)", lambda m: m[1] + new.get(m[2], m[2]), text), new
