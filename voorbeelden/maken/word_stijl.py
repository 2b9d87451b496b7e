"""The styles, margins, header and footer of the DOCX documents."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from .inhoud import Stuk
from .word_xml import element, field, paragraph_line

FONT = "Calibri"
TEXT_WIDTH = 158  # mm between the margins of an A4

# Per style: size in points, bold, italic, accent colour, space before and after in points, keep with next.
STYLES: dict[str, tuple[float, bool, bool, bool, float, float, bool]] = {
    "Normal": (10.5, False, False, False, 0, 7, False),
    "Heading 1": (19, True, False, True, 26, 10, True),
    "Heading 2": (12.5, True, False, True, 14, 4, True),
    "Heading 3": (10.5, False, True, True, 10, 3, True),
    "Inhoudskop": (19, True, False, True, 0, 10, True),
    "Afspraak": (10.5, False, False, False, 0, 8, False),
    "Afspraak vervolg": (10.5, False, False, False, 0, 8, False),
    "Opsomming": (10.5, False, False, False, 0, 4, False),
    "Kopregel": (10.5, True, False, True, 6, 2, True),
    "Citaat": (10.5, False, False, False, 0, 6, False),
    "Ambitie": (10.5, False, True, False, 0, 10, False),
    "Begrip": (10.5, True, False, False, 4, 0, True),
    "Tabeltitel": (9.5, True, False, False, 8, 3, True),
    "Tabeltekst": (9.5, False, False, False, 2, 2, False),
    "Tabelnoot": (8.5, False, False, False, 3, 10, False),
    "Kolomtekst": (10, False, False, False, 3, 3, False),
    "Voetnoottekst": (8.5, False, False, False, 0, 2, False),
    "Kaft boven": (13, False, False, True, 120, 40, False),
    "Kaft titel": (32, True, False, True, 0, 6, False),
    "Kaft periode": (22, False, False, True, 0, 30, False),
    "Kaft slogan": (13, False, True, False, 18, 70, False),
    "Kaft partij": (11.5, False, False, False, 0, 5, False),
}


def apply_styles(document: Document, stuk: Stuk) -> None:
    """Set the page, the language and every style the writer uses."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(26)
    section.top_margin, section.bottom_margin = Mm(30), Mm(26)
    for name, facts in STYLES.items():
        _style(document, name, facts, stuk.colour)
    marking = document.styles.add_style("Voetnootmarkering", WD_STYLE_TYPE.CHARACTER)
    marking.font.superscript = True
    document.styles["Afspraak vervolg"].paragraph_format.left_indent = Mm(8)
    document.styles["Citaat"].paragraph_format.left_indent = Mm(6)
    document.styles["Ambitie"].paragraph_format.left_indent = Mm(5)
    _language(document)
    _margins_text(document, stuk)


def _style(
    document: Document, name: str, facts: tuple[float, bool, bool, bool, float, float, bool], colour: str
) -> None:
    size, bold, italic, accent, before, after, keep = facts
    known = [style.name for style in document.styles]
    style: Any = (
        document.styles[name] if name in known else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    )
    style.font.name, style.font.size, style.font.bold, style.font.italic = FONT, Pt(size), bold, italic
    style.font.color.rgb = RGBColor.from_string(colour if accent else "1D1D1D")
    fonts = style.element.rPr.rFonts
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    form = style.paragraph_format
    form.space_before, form.space_after, form.keep_with_next = Pt(before), Pt(after), keep
    form.line_spacing = 1.15 if size < 12 else 1.0


def _language(document: Document) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    run_defaults = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in run_defaults.findall(qn("w:lang")):
        run_defaults.remove(old)
    run_defaults.append(element("lang", val="nl-NL"))
    document.settings.element.find(qn("w:defaultTabStop")).addnext(element("autoHyphenation"))


def _margins_text(document: Document, stuk: Stuk) -> None:
    section = document.sections[0]
    section.different_first_page_header_footer = True
    header = section.header.paragraphs[0]
    header.text = stuk.header
    paragraph_line(header, "bottom", "BBBBBB")
    document.styles["Footer"].paragraph_format.tab_stops.clear_all()
    footer = section.footer.paragraphs[0]
    footer.paragraph_format.tab_stops.add_tab_stop(Mm(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    footer.add_run(f"{stuk.footer}\tPagina ")
    field(footer, "PAGE", "2")
    footer.add_run(" van ")
    field(footer, "NUMPAGES", "2")
    for paragraph in (header, footer):
        for run in paragraph.runs:
            run.font.size, run.font.color.rgb = Pt(8.5), RGBColor.from_string("555555")
