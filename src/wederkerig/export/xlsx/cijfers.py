"""The sheet on which parties fill in their figures: a row for each that is due, with that of last time.

`monitoring.werkboek` reads it back; the headings of the columns are shared with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xlsxwriter.worksheet import Worksheet

from wederkerig.export.xlsx.cells import Book, Column, Value, write_list
from wederkerig.monitoring.grafiek import dutch
from wederkerig.monitoring.indicatoren import Indicator, indicator
from wederkerig.monitoring.opgave import Gevraagd
from wederkerig.monitoring.werkboek import BLAD, BRON, CIJFER, NOEMER, OPMERKING, PEILDATUM, SLEUTEL
from wederkerig.monitoring.werkboekcellen import MEASURED, OVER_HUNDRED

_COLUMNS = (
    Column(SLEUTEL, 60),
    Column("Partij", 20),
    Column("Wat", 28),
    Column("Wat het betekent", 48),
    Column("Gebied", 14),
    Column("Van", 12),
    Column(PEILDATUM, 12),
    Column("Uiterlijk op", 12),
    Column("Waar het vandaan komt", 24),
    Column("Vorige keer", 12),
    Column("Eenheid", 12),
    Column(CIJFER, 12, filled_in=True),
    Column(NOEMER, 19, filled_in=True),
    Column(BRON, 22, filled_in=True),
    Column(OPMERKING, 28, filled_in=True),
)
_TITLES = [column.title for column in _COLUMNS]
_ORIGINS = {
    "lijst": "uit uw woningenlijst",
    "voorraad": "uit het overzicht van de voorraad",
    "opgave": "uw eigen opgave",
}
_MOST = 10**12


def write_cijfers(book: Book, gevraagd: Sequence[Gevraagd]) -> None:
    """The sheet; its keys are hidden, and its input cells take only what can be."""
    rows = [_row(each, indicator(each.indicator)) for each in gevraagd]
    sheet = write_list(book, BLAD, _COLUMNS, rows)
    sheet.set_column(0, 0, None, None, {"hidden": True})
    for number, each in enumerate(gevraagd, start=1):
        _validate(sheet, number, indicator(each.indicator), needed=each.met_noemer)


def _row(asked: Gevraagd, known: Indicator) -> list[Value]:
    return [
        asked.sleutel,
        asked.partij,
        asked.naam,
        f"{known.definitie}\n{known.methode}{_incomplete(asked)}",
        asked.gebied,
        asked.van,
        asked.peildatum,
        asked.uiterlijk,
        _ORIGINS[known.herkomst],
        asked.vorige.waarde if asked.vorige else None,
        known.eenheid,
        None,
        None,
        None,
        None,
    ]


def _incomplete(asked: Gevraagd) -> str:
    """That the figure was handed in, and what it lacks."""
    given = asked.gegeven
    return f"\nU gaf al {dutch(given.waarde)}; het totaal ontbreekt nog." if given else ""


def _validate(sheet: Worksheet, row: int, known: Indicator, *, needed: bool) -> None:
    column = _TITLES.index(CIJFER)
    sheet.data_validation(row, column, row, column, _figure_rule(known))
    column = _TITLES.index(NOEMER)
    sheet.data_validation(row, column, row, column, _base_rule(known, needed=needed))


def _figure_rule(known: Indicator) -> dict[str, Any]:
    """What can be typed: a percentage up to 100, whole numbers of what is counted, nothing below 0."""
    share = known.vorm == "aandeel"
    whole = known.vorm == "aantal" and known.eenheid not in MEASURED
    kind = "een percentage: 85 voor 85%" if share else "een heel getal" if whole else "een getal"
    return {
        "validate": "integer" if whole else "decimal",
        "criteria": "between",
        "minimum": 0,
        "maximum": 100 if share and known.id not in OVER_HUNDRED else _MOST,
        "input_title": _fits(known.naam),
        "input_message": f"Vul {kind} in, in {known.eenheid}.",
        "error_title": "Dit kan niet",
        "error_message": f"Vul {kind} van 0 of meer in.",
    }


def _base_rule(known: Indicator, *, needed: bool) -> dict[str, Any]:
    useful = needed or known.vorm in {"aandeel", "duur", "index"}
    why = "Van hoeveel is dit een deel, of over hoeveel is dit het gemiddelde?"
    if needed:
        why += " Dit moet erbij: het cijfer wordt met dat van andere partijen samengenomen."
    return {
        "validate": "integer",
        "criteria": "between",
        "minimum": 0,
        "maximum": _MOST,
        "input_title": "Op een totaal van",
        "input_message": why if useful else "Hier hoeft u niets in te vullen.",
        "error_title": "Dit kan niet",
        "error_message": "Vul een heel getal van 0 of meer in" + ("." if needed else ", of niets."),
    }


def _fits(title: str) -> str:
    """A title of a hint, which Excel keeps short."""
    return title if len(title) <= 32 else f"{title[:31]}…"
