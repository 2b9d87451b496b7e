"""The year plan as a Word document, to be edited and signed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from wederkerig.export.docx.markup import column_widths, row, run, table
from wederkerig.export.docx.package import package
from wederkerig.export.jaarplan.regels import Regel, runs
from wederkerig.export.jaarplan.samenstelling import compose
from wederkerig.export.writing import whole_file
from wederkerig.model import Jaarplan

_STYLES = {
    "boven": "Subtitle",
    "titel": "Title",
    "onder": "Subtitle",
    "kop1": "Heading1",
    "kop2": "Heading2",
    "partij": "Begrip",
    "etiket": "Etiket",
    "huidig": "HuidigeTekst",
    "huidigkop": "HuidigeTekst",
    "huidigpunt": "HuidigeTekst",
    "nieuw": "NieuweTekst",
    "nieuwkop": "NieuweTekst",
    "nieuwpunt": "NieuweTekst",
}
_NEW_PAGE = "<w:pageBreakBefore/>"
_ITEM = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
_HIGH_ON_PAGE = '<w:spacing w:before="3400" w:after="240"/>'
_ROOM_TO_SIGN = '<w:spacing w:before="480" w:after="480"/>'
_SIGNING_WIDTHS = (3000, 2900, 3170)
_MONEY = re.compile(r"€ (?=\d)")  # what should not be parted at the end of a line
_BOLD, _ITALIC = "<w:b/>", "<w:i/>"


def write_jaarplan_docx(jaarplan: Jaarplan, path: Path, *, basis: str = "") -> None:
    """Write the plan as DOCX; the same plan gives the same bytes. basis: the title of what it amends.

    Reading the file gives the amendments of `as_written(jaarplan)`. Raises OSError where nothing can be
    written at `path`.
    """
    body = "".join(_whole(group) for _, group in runs(compose(jaarplan, basis)))
    with whole_file(path) as draft:
        draft.write_bytes(package(body, titel=jaarplan.titel))


def _whole(group: Sequence[Regel]) -> str:
    """One line, a quoted text, or a table."""
    if not group[0].cellen:
        return "".join(map(_line, group))
    cells = [regel.cellen for regel in group]
    signing = any(regel.soort == "tekenrij" for regel in group)
    widths = (
        _SIGNING_WIDTHS if signing else column_widths(cells, [regel.soort == "tabelkop" for regel in group])
    )
    return table([_row(regel, widths) for regel in group], widths) + _paragraph("NaTabel", "")


def _row(regel: Regel, widths: Sequence[int]) -> str:
    head = regel.soort == "tabelkop"
    style = "Tabelkop" if head else "Tabeltekst"
    room = _ROOM_TO_SIGN if regel.soort == "tekenrij" else ""
    cells = [_paragraph(style, run(cell), room) for cell in regel.cellen]
    return row(cells, widths, head=head)


def _line(regel: Regel) -> str:
    properties = _NEW_PAGE if regel.bladzijde else ""
    properties += _ITEM if regel.soort.endswith("punt") else ""
    properties += _HIGH_ON_PAGE if regel.soort == "boven" else ""
    text = _MONEY.sub("€\u00a0", regel.tekst)
    if regel.soort == "partij":
        text = text.replace(" ", "\t", 1)
    words = run(text, properties=_ITALIC if regel.soort.endswith("kop") else "")
    if regel.etiket:
        words = run(regel.etiket, properties=_BOLD) + run(f" {text}")
    return _paragraph(_STYLES.get(regel.soort, "Normal"), words, properties)


def _paragraph(style: str, runs: str, properties: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{runs}</w:p>'
