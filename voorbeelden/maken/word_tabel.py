"""The tables of the DOCX documents: figures, signatures, and agreements beside concrete steps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell

from .inhoud import is_number, tint
from .word_xml import drop_first_paragraph, keep_rows_whole, repeat_first_row, shade, table_lines


def add_table(place: Document | _Cell, content: dict[str, Any], colour: str, width: int) -> None:
    """Write a table of figures, `width` millimetres wide, with its title and note."""
    if "titel" in content:
        place.add_paragraph(content["titel"], style="Tabeltitel")
    rows = [content["kop"], *content["rijen"]]
    table = _empty(place, len(rows), [width * share / 100 for share in content["breedtes"]])
    table_lines(table, {"bottom": tint(colour, 0.35), "insideH": tint(colour, 0.35)})
    for at, texts in enumerate(rows):
        total = bool(content.get("totaal")) and at == len(rows) - 1
        _fill(table, at, texts, content["rijen"][0], bold=at == 0 or total)
    for cell in table.rows[0].cells:
        shade(cell, tint(colour, 0.1))
        cell.paragraphs[0].runs[0].font.color.rgb = RGBColor.from_string(colour)
    repeat_first_row(table)
    keep_rows_whole(table)
    _after(place, content.get("noot"))


def add_signatures(document: Document, signatories: list[dict[str, str]]) -> None:
    """Write the fields to sign in, two beside each other."""
    table = _empty(document, (len(signatories) + 1) // 2, [79, 79])
    for at, signatory in enumerate(signatories):
        cell = table.cell(at // 2, at % 2)
        cell.paragraphs[0].add_run(signatory["organisatie"]).bold = True
        line = cell.add_paragraph("." * 44)
        line.paragraph_format.space_before = Pt(20)
        cell.add_paragraph(signatory["naam"]).paragraph_format.space_after = Pt(0)
        cell.add_paragraph(signatory["functie"])
    keep_rows_whole(table)


def add_two_columns(
    document: Document, rows: list[dict[str, Any]], colour: str, write: Callable[[_Cell, list[Any]], None]
) -> None:
    """Write agreements at the left and concrete steps at the right; `write` fills a cell with its parts."""
    table = _empty(document, len(rows) + 1, [95, 63])
    table_lines(table, {"bottom": tint(colour, 0.35), "insideH": tint(colour, 0.35)})
    for cell, title in zip(table.rows[0].cells, ("Meerjarige afspraken", "Concrete stappen"), strict=True):
        shade(cell, colour)
        cell.paragraphs[0].style = "Kolomtekst"
        run = cell.paragraphs[0].add_run(title)
        run.bold, run.font.color.rgb = True, RGBColor(255, 255, 255)
    for at, row in enumerate(rows, 1):
        left, right = table.rows[at].cells
        left.paragraphs[0].style = "Kolomtekst"
        left.paragraphs[0].add_run(f"{row['nummer']}. {row['kop']}").bold = True
        write(left, row["links"])
        write(right, row["rechts"])
        drop_first_paragraph(right)
        shade(right, tint(colour, 0.1))
    repeat_first_row(table)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _empty(place: Document | _Cell, count: int, widths: list[float]) -> Table:
    table: Table = place.add_table(count, len(widths))
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)
    return table


def _fill(table: Table, at: int, texts: list[str], first_row: list[str], *, bold: bool) -> None:
    for cell, text, sample in zip(table.rows[at].cells, texts, first_row, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.style = "Tabeltekst"
        paragraph.add_run(text).bold = bold
        if is_number(sample):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _after(place: Document | _Cell, note: str | None) -> None:
    """The note under a table; in the document an empty line when there is none (a cell has its own)."""
    if note:
        place.add_paragraph(note, style="Tabelnoot")
    elif isinstance(place, Document):
        place.add_paragraph().paragraph_format.space_after = Pt(0)
