"""The monitoring workbook: every agreement, quantity, deadline and table of a document, ready for a meeting.

With it the workbook in which one party fills in its figures. The same input always gives the same bytes: no
date of making is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import xlsxwriter

from wederkerig.export.writing import whole_file
from wederkerig.export.xlsx.cells import Book
from wederkerig.export.xlsx.cijfers import write_cijfers
from wederkerig.export.xlsx.lists import (
    write_afspraken,
    write_getallen,
    write_termijnen,
    write_twijfels,
    write_wijzigingen,
)
from wederkerig.export.xlsx.tabellen import write_tabellen
from wederkerig.export.xlsx.toelichting import write_invulling, write_toelichting
from wederkerig.model import Stuk
from wederkerig.monitoring.normen import propose_norms
from wederkerig.monitoring.opgave import Gevraagd, due

# Excel wants a moment of making; a fixed one keeps the file the same each time.
_MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write_workbook(stukken: Sequence[Stuk], path: Path, *, op: date | None = None) -> None:
    """Write the workbook of these documents to `path`, whole or not at all.

    op: the day on which figures are asked for; None leaves the sheet for figures out.
    Raises OSError where it cannot be written.
    """
    with whole_file(path) as draft:
        book = Book(xlsxwriter.Workbook(str(draft), _OPTIONS))
        book.workbook.set_properties({"title": "Werkboek prestatieafspraken", "created": _MADE})
        gevraagd = [] if op is None else _asked(stukken, op)
        write_toelichting(book, stukken, with_figures=bool(gevraagd))
        write_afspraken(book, stukken)
        write_getallen(book, stukken)
        write_termijnen(book, stukken)
        if gevraagd:
            write_cijfers(book, gevraagd)
        write_tabellen(book, stukken)
        if any(stuk.soort == "jaarplan" for stuk in stukken):
            write_wijzigingen(book, stukken)
        write_twijfels(book, stukken)
        book.workbook.close()


def _asked(stukken: Sequence[Stuk], op: date) -> list[Gevraagd]:
    """What the norms of the documents ask, each figure once."""
    asked = {each.sleutel: each for stuk in stukken for each in due(propose_norms(stuk), (), op=op)}
    return list(asked.values())


def opgave_workbook(gevraagd: Sequence[Gevraagd], *, titel: str) -> bytes:
    """The workbook in which a party fills in what is asked of it, to read back with `monitoring.werkboek`.

    titel: what it is, for its first sheet: "Cijfers van Actium voor Hoogeveen".
    """
    file = BytesIO()
    book = Book(xlsxwriter.Workbook(file, {**_OPTIONS, "in_memory": True}))
    book.workbook.set_properties({"title": titel[:250], "created": _MADE})
    write_invulling(book, titel, gevraagd)
    write_cijfers(book, gevraagd)
    book.workbook.close()
    return file.getvalue()
