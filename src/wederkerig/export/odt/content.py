"""The body of an OpenDocument text: headings, paragraphs, lists and tables, by the styles of `odt.xml`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count, groupby
from typing import Final

from wederkerig.export.html import LETTER, is_figures, is_theme, is_total
from wederkerig.export.html import text as escaped
from wederkerig.export.letters import longest_word
from wederkerig.export.opmaak import THEMA, Regel

_OFFICE: Final = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES: Final = (
    f'xmlns:office="{_OFFICE}:office:1.0" xmlns:style="{_OFFICE}:style:1.0" xmlns:text="{_OFFICE}:text:1.0" '
    f'xmlns:table="{_OFFICE}:table:1.0" xmlns:fo="{_OFFICE}:xsl-fo-compatible:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3"'
)
_PARAGRAPHS: Final = {
    "titel": "Title",
    "alinea": "Text_20_body",
    "vervolg": "Afspraakvervolg",
    "noot": "Noot",
}
_LISTS: Final = {"punt": "Opsomming", "vervolgpunt": "Afspraakopsomming"}
_LEVELS: Final = {"kop1": 1, "kop2": 2, "rubriek": 3}
_ROWS: Final = frozenset({"tabelkop", "tabelrij"})
_WIDTH: Final = 144
"""Between the margins, in millimetres."""
_PADDING, _LETTER, _INDENT = 3, 2.0, 9
"""How wide the edges of a cell, a letter in it and the room for an agreement's number are, in millimetres."""
_LONGEST = 40
"""How many letters count at most for the width of a column."""
_LINES: Final = "0.4pt solid #b5c0c9"
_STRONG: Final = "0.8pt solid #1b4b66"


def content_xml(regels: Sequence[Regel]) -> str:
    """The part of the package that holds the words."""
    widths: dict[int, None] = {}
    chapters = [regel for regel in regels if regel.soort == "kop1"]
    names = {id(regel): f"deel-{number}" for number, regel in enumerate(chapters, 1)}
    start = next((at for at, regel in enumerate(regels) if regel.soort == "kop1"), len(regels))
    body = [
        *_blocks(regels[:start], names, widths),
        _contents(chapters, names),
        *_blocks(regels[start:], names, widths),
    ]
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content {_SPACES}>'
        f"<office:automatic-styles>{_styles(widths)}</office:automatic-styles>"
        f"<office:body><office:text>{''.join(body)}</office:text></office:body></office:document-content>"
    )


def _styles(widths: dict[int, None]) -> str:
    """The styles of tables: their columns by width, and cells with their lines."""
    columns = "".join(
        f'<style:style style:name="K{width}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width}mm"/></style:style>'
        for width in widths
    )
    cells = "".join(
        f'<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties {look} '
        f'fo:padding="1.4mm" fo:padding-left="1.2mm" fo:padding-right="1.2mm"/></style:style>'
        for name, look in (
            ("Cel", f'fo:border-bottom="{_LINES}"'),
            (
                "Kopcel",
                f'fo:border-bottom="{_STRONG}" fo:background-color="#e8eef2" style:vertical-align="bottom"',
            ),
            ("Totaalcel", f'fo:border-top="{_STRONG}" fo:border-bottom="{_LINES}"'),
        )
    )
    tables = "".join(
        f'<style:style style:name="{name}" style:family="table"><style:table-properties style:width='
        f'"{_WIDTH - indent}mm" table:align="left" fo:margin-left="{indent}mm" fo:margin-bottom="5mm"/>'
        "</style:style>"
        for name, indent in (("Tabel", 0), ("Stappen", _INDENT))
    )
    return columns + tables + cells


def _contents(chapters: Sequence[Regel], names: dict[int, str]) -> str:
    """The table of contents with links; the office program adds the page numbers when it is refreshed."""
    if len(chapters) < 2:
        return ""
    template = (
        '<text:table-of-content-entry-template text:outline-level="1" text:style-name="Contents_20_1">'
        "<text:index-entry-link-start/><text:index-entry-text/>"
        '<text:index-entry-tab-stop style:type="right" style:leader-char="."/><text:index-entry-page-number/>'
        "<text:index-entry-link-end/></text:table-of-content-entry-template>"
    )
    entries = "".join(
        _paragraph(
            "Contents_20_1",
            f'<text:a xlink:type="simple" xlink:href="#{names[id(each)]}">{escaped(each.tekst)}</text:a>',
        )
        for each in chapters
    )
    return (
        '<text:table-of-content text:name="Inhoud" text:protected="false">'
        '<text:table-of-content-source text:outline-level="1" text:use-index-marks="false">'
        '<text:index-title-template text:style-name="Contents_20_Heading">Inhoud</text:index-title-template>'
        f'{template}</text:table-of-content-source><text:index-body><text:index-title text:name="Inhoudskop">'
        '<text:p text:style-name="Contents_20_Heading">Inhoud</text:p></text:index-title>'
        f"{entries}</text:index-body></text:table-of-content>"
    )


# --- paragraphs and lists ------------------------------------------------------------------------


def _blocks(regels: Sequence[Regel], names: dict[int, str], widths: dict[int, None]) -> Iterator[str]:
    tables = count(1)
    behind_theme = True
    for kind, group in groupby(regels, key=_kind):
        members = list(group)
        if kind in _LISTS:
            yield _list(members, _LISTS[kind])
        elif kind.startswith("tabel:"):
            yield _table(members, f"Tabel{next(tables)}", widths)
        elif kind == "kop1":
            for regel in members:
                yield _chapter(regel, names[id(regel)], apart=behind_theme or is_theme(regel))
                behind_theme = is_theme(regel)
        else:
            yield from map(_single, members)


def _kind(regel: Regel) -> str:
    return f"tabel:{regel.sleutel}" if regel.soort in _ROWS else regel.soort


def _chapter(regel: Regel, name: str, *, apart: bool) -> str:
    """The heading of a chapter; `apart`: at the top of a page."""
    words, style = escaped(regel.tekst), "Bladkop" if apart else "Heading_20_1"
    if is_theme(regel):
        words = f"{_span('Soort', escaped(THEMA))}{escaped(regel.tekst.removeprefix(THEMA))}"
        style = "Themakop"
    mark = f'<text:bookmark text:name="{name}"/>'
    return f'<text:h text:style-name="{style}" text:outline-level="1">{mark}{words}</text:h>'


def _single(regel: Regel) -> str:
    words = escaped(regel.tekst)
    if regel.soort in _LEVELS:
        level = _LEVELS[regel.soort]
        return f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{words}</text:h>'
    if regel.soort == "afspraak":
        number = _span("Nummer", f"{escaped(regel.nummer)}.") + "<text:tab/>" if regel.nummer else ""
        return _paragraph("Afspraak", number + words)
    if regel.soort == "begrip":
        term, *definitions = regel.cellen
        lines = [line for each in definitions for line in each.split("\n") if line.strip()]
        told = "".join(_paragraph("Definitie", escaped(line)) for line in lines)
        return _paragraph("Begrip", escaped(term)) + told
    if regel.soort == "tabeltitel":
        return _paragraph("Tabeltitel", words)
    if regel.sleutel in {"soort", "looptijd"}:
        return _paragraph("Subtitle", words)
    if regel.soort == "vervolg" and LETTER.match(regel.tekst):
        return _paragraph("Afspraakletter", words)
    return _paragraph(_PARAGRAPHS[regel.soort], words)


def _paragraph(style: str, inner: str) -> str:
    return f'<text:p text:style-name="{style}">{inner}</text:p>'


def _span(style: str, inner: str) -> str:
    return f'<text:span text:style-name="{style}">{inner}</text:span>'


def _list(regels: Sequence[Regel], style: str) -> str:
    """Items with a bullet, and those with a number or letter of their own without one."""
    lists = []
    for own, group in groupby(regels, key=lambda regel: bool(LETTER.match(regel.tekst))):
        words = (_paragraph("Punt", escaped(regel.tekst)) for regel in group)
        items = "".join(f"<text:list-item>{each}</text:list-item>" for each in words)
        lists.append(f'<text:list text:style-name="{style}{"eigen" if own else ""}">{items}</text:list>')
    return "".join(lists)


# --- tables --------------------------------------------------------------------------------------


def _table(rows: Sequence[Regel], name: str, widths: dict[int, None]) -> str:
    columns = _columns(rows)
    widths.update(dict.fromkeys(columns))
    right = [is_figures(rows, column) for column in range(len(columns))]
    heads = "".join(_row(row, right) for row in rows if row.soort == "tabelkop")
    body = "".join(_row(row, right) for row in rows if row.soort == "tabelrij")
    shape = "".join(f'<table:table-column table:style-name="K{width}"/>' for width in columns)
    head = f"<table:table-header-rows>{heads}</table:table-header-rows>" if heads else ""
    style = "Tabel" if len(columns) > 1 else "Stappen"
    return f'<table:table table:name="{name}" table:style-name="{style}">{shape}{head}{body}</table:table>'


def _columns(rows: Sequence[Regel]) -> list[int]:
    """The width of each column in millimetres: its longest word fits; the rest goes by its longest cell."""
    needed, wanted = [], []
    for at in range(max(len(row.cellen) for row in rows)):
        shown = [(row.cellen[at], row.soort == "tabelkop") for row in rows if at < len(row.cellen)]
        cells, word = [cell for cell, _bold in shown], longest_word(shown)
        needed.append(_PADDING + _LETTER * min(word, _LONGEST))
        wanted.append(1 + max(0, min(max(map(len, cells)), _LONGEST) - min(word, _LONGEST)))
    room = _WIDTH if len(needed) > 1 else _WIDTH - _INDENT
    spare = room - sum(needed)
    if spare < 0:
        return [int(room * width / sum(needed)) for width in needed]
    pairs = zip(needed, wanted, strict=True)
    return [int(width + spare * wish / sum(wanted)) for width, wish in pairs]


def _row(row: Regel, right: Sequence[bool]) -> str:
    head, total = row.soort == "tabelkop", is_total(row)
    style = "Kopcel" if head else "Totaalcel" if total else "Cel"
    look = f'table:style-name="{style}" office:value-type="string"'
    cells = []
    for at, figures in enumerate(right):
        lines = (row.cellen[at] if at < len(row.cellen) else "").split("\n")
        kind = ("Tabelkop" if head else "Tabel") + ("getal" if figures else "" if head else "tekst")
        words = (_span("Totaal", escaped(line)) if total and line else escaped(line) for line in lines)
        inner = "".join(_paragraph(kind, line) for line in words)
        cells.append(f"<table:table-cell {look}>{inner}</table:table-cell>")
    return f"<table:table-row>{''.join(cells)}</table:table-row>"
