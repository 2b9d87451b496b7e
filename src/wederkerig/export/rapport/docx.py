"""A report as a Word document, to be completed by the parties: real headings, tables, charts with words."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from datetime import date

from wederkerig.export.docx.markup import column_widths, paragraph, picture, row, run, table
from wederkerig.export.docx.package import package, picture_id
from wederkerig.export.docx.styles import TEXT_WIDTH
from wederkerig.export.grafieken import draw_png
from wederkerig.export.grafieken.woorden import alt_text
from wederkerig.export.rapport.blokken import Blok
from wederkerig.export.words import one_line

_STYLES = {
    "merk": "Klein",
    "titel": "Title",
    "onder": "Subtitle",
    "kop1": "Heading1",
    "kop2": "Heading2",
    "klein": "Klein",
    "nummer": "ListNumber",
    "punt": "ListBullet",
}
_BOLD = "<w:b/>"


def report_docx(blokken: Sequence[Blok], *, titel: str, gemeente: str, datum: date) -> bytes:
    """The DOCX; the same blocks give the same bytes."""
    pictures: list[bytes] = []
    body = "".join(_block(blok, pictures) for blok in blokken)
    author = f"Gemeente {gemeente}"
    return package(body, titel=titel, auteur=author, datum=datum, pictures=pictures)


def _block(blok: Blok, pictures: list[bytes]) -> str:
    if blok.grafiek is not None:
        return _chart(blok, pictures)
    if blok.soort == "tabel":
        return _table(blok)
    lead = run(f"{one_line(blok.lood)} ", properties=_BOLD) if blok.lood else ""
    return paragraph(_STYLES.get(blok.soort, "Normal"), lead + run(blok.tekst))


def _chart(blok: Blok, pictures: list[bytes]) -> str:
    if blok.grafiek is None:
        return ""
    drawn = draw_png(blok.grafiek, width=blok.breedte)
    place = len(pictures)
    pictures.append(drawn)
    across, down = struct.unpack(">II", drawn[16:24])  # the size stands first in a PNG
    said = alt_text(blok.grafiek)
    height = TEXT_WIDTH * down // across
    return paragraph("Normal", picture(picture_id(place), place, width=TEXT_WIDTH, height=height, words=said))


def _table(blok: Blok) -> str:
    heads = [True, *(False for _ in blok.rijen[1:])]
    widths = column_widths([_with_room(cells, blok.vet) for cells in blok.rijen], heads)
    rows = [
        row([_cell(cell, head, at == blok.vet) for at, cell in enumerate(cells)], widths, head=head)
        for cells, head in zip(blok.rijen, heads, strict=True)
    ]
    return table(rows, widths) + paragraph("NaTabel", "")


def _with_room(cells: Sequence[str], bold: int | None) -> list[str]:
    """The cells as they are measured: a bold word is two letters wider."""
    return [
        " ".join(f"{word}mm" for word in each.split()) if at == bold else each
        for at, each in enumerate(cells)
    ]


def _cell(words: str, head: bool, bold: bool) -> str:  # noqa: FBT001  # both follow from its place
    if head or not bold:
        return paragraph("Tabelkop" if head else "Tabeltekst", run(words))
    first, end, rest = words.partition("\n")
    return paragraph("Tabeltekst", run(first, properties=_BOLD) + run(end + rest))
