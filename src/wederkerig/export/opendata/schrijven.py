"""Rows as CSV for spreadsheets, and as JSON for programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from wederkerig.documents.tabelbestand.formules import starts_formula
from wederkerig.export.opendata.publicatie import LICENCE, Publicatie
from wederkerig.export.opendata.rijen import Rij, Veld

_BOM = "\ufeff"
_BETWEEN = " | "


def as_csv(velden: Sequence[str], rijen: Iterable[Rij]) -> bytes:
    """CSV as a Dutch spreadsheet opens it: UTF-8 with a mark, semicolons, decimal commas, ISO dates.

    No text becomes a formula: one that begins as a formula does gets an apostrophe before it.
    """
    made = io.StringIO(newline="")
    writer = csv.writer(made, delimiter=";", lineterminator="\r\n")
    writer.writerow(velden)
    writer.writerows([_cell(rij[veld]) for veld in velden] for rij in rijen)
    return (_BOM + made.getvalue()).encode()


def as_json(publicatie: Publicatie, naam: str, rijen: Iterable[Rij]) -> bytes:
    """A JSON document: what it is, and its rows under `naam`; a field without a value is null."""
    document = {
        "gemeente": publicatie.gemeente,
        "gemeente_uri": publicatie.tooi,
        "bijgewerkt": publicatie.bijgewerkt.isoformat(),
        "licentie": LICENCE,
        naam: [{key: _value(veld) for key, veld in rij.items()} for rij in rijen],
    }
    return f"{json.dumps(document, ensure_ascii=False, indent=1)}\n".encode()


def _cell(veld: Veld) -> str:
    if veld is None:
        return ""
    if isinstance(veld, bool):
        return "ja" if veld else "nee"
    if isinstance(veld, Decimal):
        return f"{veld:f}".replace(".", ",")
    if isinstance(veld, date):
        return veld.isoformat()
    words = _BETWEEN.join(veld) if isinstance(veld, tuple) else veld
    return f"'{words}" if starts_formula(words) else words


def _value(veld: Veld) -> str | bool | float | list[str] | None:
    if isinstance(veld, Decimal):
        return int(veld) if veld == veld.to_integral_value() else float(veld)
    if isinstance(veld, date):
        return veld.isoformat()
    if isinstance(veld, tuple):
        return list(veld)
    return veld or None if isinstance(veld, str) else veld
