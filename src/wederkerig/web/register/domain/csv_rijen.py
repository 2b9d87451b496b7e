"""Rows of a file for a spreadsheet: semicolons, and no cell that it takes for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from wederkerig.documents.tabelbestand.formules import starts_formula

# Stands at the beginning of the file: by this a spreadsheet knows how its letters are written.
BEGIN = "\ufeff"


def csv_row(cells: Iterable[str]) -> str:
    """One row, with its end."""
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerow([_harmless(cell) for cell in cells])
    return out.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if starts_formula(cell) else cell
