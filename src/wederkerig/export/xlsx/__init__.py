"""The monitoring workbook: every agreement, quantity, deadline and table of a document, ready for a meeting.

The same documents always give the same bytes: no date of making is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import xlsxwriter

from wederkerig.export.writing import whole_file
from wederkerig.export.xlsx.cells import Book
from wederkerig.export.xlsx.lists import (
    write_afspraken,
    write_getallen,
    write_termijnen,
    write_twijfels,
    write_wijzigingen,
)
from wederkerig.export.xlsx.tabellen import write_tabellen
from wederkerig.export.xlsx.toelichting import write_toelichting
from wederkerig.model import Stuk

# Excel wants a moment of making; a fixed one keeps the file the same each time.
_MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write_workbook(stukken: Sequence[Stuk], path: Path) -> None:
    """Write the workbook of these documents to `path`, whole or not at all.

    Raises OSError where it cannot be written.
    """
    with whole_file(path) as draft:
        book = Book(xlsxwriter.Workbook(str(draft), _OPTIONS))
        book.workbook.set_properties({"title": "Werkboek prestatieafspraken", "created": _MADE})
        write_toelichting(book, stukken)
        write_afspraken(book, stukken)
        write_getallen(book, stukken)
        write_termijnen(book, stukken)
        write_tabellen(book, stukken)
        if any(stuk.soort == "jaarplan" for stuk in stukken):
            write_wijzigingen(book, stukken)
        write_twijfels(book, stukken)
        book.workbook.close()
