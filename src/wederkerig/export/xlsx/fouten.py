"""A workbook of what is wrong with which row of a file that somebody brought in."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from itertools import islice

import xlsxwriter

from wederkerig.export.xlsx.cells import fitting

MEESTE_RIJEN = 100_000
"""More rows than anybody mends by hand; the rest stands in the CSV."""
_OPTIONS = {
    "constant_memory": True,
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_WIDTHS = (8, 22, 24, 60, 60)


def errors_workbook(kop: Sequence[str], rijen: Iterable[Sequence[str]]) -> bytes:
    """The workbook: a heading and a row for each error. What looks like a formula is text."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, _OPTIONS)
    sheet = book.add_worksheet("Fouten")
    bold, quoted = book.add_format({"bold": True}), book.add_format({"quote_prefix": True})
    for index, width in enumerate(_WIDTHS):
        sheet.set_column(index, index, width)
    sheet.freeze_panes(1, 0)
    for index, title in enumerate(kop):
        sheet.write_string(0, index, title, bold)
    for number, row in enumerate(islice(rijen, MEESTE_RIJEN), start=1):
        for index, value in enumerate(row):
            if index == 0 and value.isdecimal():
                sheet.write_number(number, index, int(value))
            else:
                text = fitting(value)
                sheet.write_string(number, index, text, quoted if text[:1] in "=+-@" and text else None)
    book.close()
    return out.getvalue()
