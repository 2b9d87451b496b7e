"""Writes an example document as DOCX, with automatic numbering, real footnotes and fields."""

from __future__ import annotations

from datetime import datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.enum.text import WD_BREAK, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from .html import anchor
from .inhoud import Block, Stuk, blocks_of, fragments
from .word_stijl import TEXT_WIDTH, apply_styles
from .word_tabel import add_signatures, add_table, add_two_columns
from .word_xml import add_footnotes, add_lists, bookmark, field, footnote_reference, number, paragraph_line

HEADING_STYLES = {"kop": "Heading 1", "thema": "Heading 1", "tussenkop": "Heading 2", "rubriek": "Heading 3"}
TEXT_STYLES = {"tekst": "Normal", "label": "Kopregel", "ambitie": "Ambitie"}


def write_docx(stuk: Stuk, target: Path, pages: dict[str, int]) -> None:
    """Write the DOCX; `pages` are the numbers in the table of contents until Word computes them anew."""
    writer = _Writer(stuk, pages)
    writer.cover()
    for block in stuk.blocks:
        writer.block(block)
    add_footnotes(writer.document, writer.notes)
    target.write_bytes(_with_fixed_times(writer.document, stuk))


class _Writer:
    """Adds blocks one by one at the end of the document, or of the cell that `place` is."""

    def __init__(self, stuk: Stuk, pages: dict[str, int]) -> None:
        self.stuk, self.pages = stuk, pages
        self.document = docx.Document()
        apply_styles(self.document, stuk)
        self.lists = add_lists(self.document, stuk.colour)
        self.place: Document | _Cell = self.document
        self.notes: list[str] = []

    def cover(self) -> None:
        """The title page: who, what, when, and the parties."""
        cover = self.stuk.cover
        for key in ("boven", "titel", "periode", "slogan"):
            self.document.add_paragraph(cover[key], style=f"Kaft {key}")
        paragraph_line(self.document.paragraphs[-2], "bottom", self.stuk.colour, space=14)
        for party in cover["partijen"]:
            self.document.add_paragraph(party, style="Kaft partij")
        self.document.add_paragraph(cover["onder"], style="Kaft slogan")
        self.document.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)

    def block(self, block: Block) -> None:
        """Write one block of any kind."""
        if block.kind in HEADING_STYLES:
            self.heading(block)
        elif block.kind in TEXT_STYLES:
            self.paragraph(block.content, TEXT_STYLES[block.kind])
        elif block.kind in ("punten", "nummers"):
            self.items(block, level=0)
        elif block.kind == "tabel":
            add_table(self.place, block.content, self.stuk.colour, TEXT_WIDTH)
        elif block.kind == "ondertekening":
            add_signatures(self.document, block.content)
        elif block.kind == "afsprakentabel":
            add_two_columns(self.document, block.content, self.stuk.colour, self.cell)
        else:
            {
                "inhoudsopgave": self.contents,
                "afspraak": self.afspraak,
                "begrippen": self.glossary,
                "citaat": self.quote,
            }[block.kind](block)

    def paragraph(self, text: str, style: str) -> Paragraph:
        """Write a paragraph with its inline marks and footnotes."""
        paragraph = self.place.add_paragraph(style=style)
        for part in fragments(text.strip()):
            if part.kind == "noot":
                self.notes.append(self.stuk.notes[part.text])
                footnote_reference(paragraph, len(self.notes))
            else:
                run = paragraph.add_run(part.text)
                run.bold = True if part.kind == "vet" else None
                run.italic = True if part.kind == "cursief" else None
        if style == "Ambitie":
            paragraph_line(paragraph, "left", self.stuk.colour, space=8)
        return paragraph

    def heading(self, block: Block) -> None:
        """Write a heading; a theme gets its number from Word."""
        paragraph = self.document.add_paragraph(block.content, style=HEADING_STYLES[block.kind])
        if block.options.get("nieuwe_pagina"):
            paragraph.paragraph_format.page_break_before = True
            paragraph.paragraph_format.space_before = Pt(0)
        if block.kind == "thema":
            number(paragraph, self.lists["thema"])
        if block.kind in ("kop", "thema"):
            at = self.stuk.headings().index(block)
            bookmark(paragraph, f"_Toc{at + 1:06}", at + 1)

    def contents(self, block: Block) -> None:
        """Write the table of contents as a field, with what it holds now."""
        self.document.add_paragraph(block.content, style="Inhoudskop")
        for at, heading in enumerate(self.stuk.headings()):
            paragraph = self.document.add_paragraph()
            paragraph.paragraph_format.tab_stops.add_tab_stop(
                Mm(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
            )
            paragraph.add_run(f"{heading.text}\t")
            field(paragraph, f"PAGEREF _Toc{at + 1:06} \\h", str(self.pages.get(anchor(heading), "")))

    def afspraak(self, block: Block) -> None:
        """Write a numbered agreement with its further paragraphs, letters and bullets."""
        first, *rest = blocks_of(block.content)
        number(self.paragraph(first.content, "Afspraak"), self.lists["afspraak"])
        for part in rest:
            if part.kind == "letters":
                for item in part.content:
                    number(self.paragraph(item, "Opsomming"), self.lists["afspraak"], level=1)
            elif part.kind == "punten":
                self.items(part, level=1)
            else:
                self.paragraph(part.content, "Afspraak vervolg")

    def items(self, block: Block, level: int) -> None:
        """Write the items of a list."""
        for item in block.content:
            number(self.paragraph(item, "Opsomming"), self.lists[block.kind], level)

    def glossary(self, block: Block) -> None:
        """Write each term above its definition."""
        for item in block.content:
            self.paragraph(item["term"], "Begrip")
            self.paragraph(item["definitie"], "Normal")

    def quote(self, block: Block) -> None:
        """Write a quotation from the document that is amended, indented."""
        for part in blocks_of(block.content):
            if part.kind == "punten":
                self.items(part, level=1)
            else:
                self.paragraph(part.content, "Citaat")

    def cell(self, cell: _Cell, parts: list[Any]) -> None:
        """Write the parts of a table cell: paragraphs, bullets or a table inside it."""
        self.place = cell
        for part in blocks_of(parts):
            if part.kind == "tabel":
                add_table(cell, part.content, self.stuk.colour, 88)
            elif part.kind == "punten":
                self.items(part, level=0)
            else:
                self.paragraph(part.content, "Kolomtekst")
        self.place = self.document


def _with_fixed_times(document: Document, stuk: Stuk) -> bytes:
    """The file's bytes, dated as the document itself, so that the same content gives the same bytes."""
    properties = document.core_properties
    properties.title, properties.author, properties.language = stuk.title, stuk.cover["boven"], "nl-NL"
    properties.last_modified_by, properties.comments = stuk.cover["boven"], ""
    properties.created = properties.modified = datetime.combine(stuk.date, time(12))
    raw, fixed = BytesIO(), BytesIO()
    document.save(raw)
    with ZipFile(raw) as source, ZipFile(fixed, "w", ZIP_DEFLATED) as made:
        for name in source.namelist():
            made.writestr(
                ZipInfo(name, (stuk.date.year, stuk.date.month, stuk.date.day, 12, 0, 0)),
                source.read(name),
                ZIP_DEFLATED,
            )
    return fixed.getvalue()
