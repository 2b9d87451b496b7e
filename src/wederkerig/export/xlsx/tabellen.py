"""The sheet with the document's own tables under each other, their figures as figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from xlsxwriter.worksheet import Worksheet

from wederkerig.export.words import file_name, one_line
from wederkerig.export.xlsx.cells import MAX_COLUMNS, MAX_ROWS, Book, Styled, Value, row_height
from wederkerig.model import Stuk, Tabel

_FIGURE = re.compile(
    r"(?P<sign>[-–−+]?)\s?(?P<euro>€)?\s?"
    r"(?P<whole>\d{1,3}(?:\.\d{3})+|0|[1-9]\d*)(?:,(?P<part>\d+|-))?\s?(?P<share>%)?"
)
_WIDEST = 44


def write_tabellen(book: Book, stukken: Sequence[Stuk]) -> None:
    """All tables, each with its title, where it stands, its headings and its rows."""
    sheet = book.sheet("Tabellen")
    tables = [(stuk, tabel) for stuk in stukken for tabel in stuk.tabellen]
    widths = _set_widths(sheet, [tabel for _, tabel in tables])
    if not tables:
        book.put(sheet, 0, 0, "In dit stuk zijn geen tabellen gevonden.")
    row = 0
    for number, (stuk, tabel) in enumerate(tables, start=1):
        if row + len(tabel.rijen) + 4 > MAX_ROWS:
            break
        sheet.write_string(row, 0, _title(tabel, number), book.style("section"))
        sheet.write_string(row + 1, 0, _place(stuk, tabel, several=len(stukken) > 1), book.style())
        row = _write_rows(book, sheet, row + 2, tabel, widths) + 1


def _title(tabel: Tabel, number: int) -> str:
    return one_line(tabel.titel or f"Tabel {number} (zonder titel)")[:250]


def _place(stuk: Stuk, tabel: Tabel, *, several: bool) -> str:
    parts = [
        file_name(stuk) if several else "",
        f"bij afspraak {one_line(tabel.afspraak)}" if tabel.afspraak else "",
        f"pagina {tabel.bron.pagina}" if tabel.bron and tabel.bron.pagina else "",
    ]
    return ", ".join(part for part in parts if part)


def _write_rows(book: Book, sheet: Worksheet, row: int, tabel: Tabel, widths: Sequence[int]) -> int:
    lines = [(tabel.kop, "header")] if any(tabel.kop) else []
    for cells, style in lines + [(cells, "cell") for cells in tabel.rijen]:
        sheet.set_row(row, row_height(cells, widths[: len(cells)]))
        for column, cell in enumerate(cells[:MAX_COLUMNS]):
            book.put(sheet, row, column, cell if style == "header" else figure(cell), style)
        row += 1
    return row


def figure(cell: str) -> Value:
    """The cell as a number when it is one in Dutch notation (1.250, 12,5, € 442,46, 30%), else its words.

    Four figures without a separator stay as printed (a year); 1.4.2, 0031 and 12.5 are no figures.
    """
    match = _FIGURE.fullmatch(cell.strip())
    if match is None:
        return cell
    part = match["part"] or ""
    fraction = "" if part in {"", "-"} else f".{part}"
    value = Decimal(match["whole"].replace(".", "") + fraction)
    value = -value if match["sign"] in {"-", "–", "−"} else value
    if match["share"]:
        return Styled(value / 100, "exact percentage" if fraction else "percentage")
    if match["euro"]:
        return Styled(value, "money")
    if fraction:
        return Styled(value, "broken")
    return Styled(value, "whole" if "." in match["whole"] else "plain")


def _set_widths(sheet: Worksheet, tables: Sequence[Tabel]) -> list[int]:
    """Make every column as wide as its longest cell, within bounds; gives the widths."""
    lines = [cells for tabel in tables for cells in (tabel.kop, *tabel.rijen)]
    widths = [10] * max(map(len, lines), default=0)
    for cells in lines:
        for column, cell in enumerate(cells):
            widths[column] = max(widths[column], min(len(one_line(cell)) + 2, _WIDEST))
    for column, width in enumerate(widths[:MAX_COLUMNS]):
        sheet.set_column(column, column, width)
    return widths
