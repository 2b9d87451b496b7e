"""The sheets with one row a thing: agreements, quantities, deadlines, amendments and doubts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from xlsxwriter.worksheet import Worksheet

from wederkerig.export.twijfels import twijfels
from wederkerig.export.words import (
    RELATIES,
    WIJZIGING_SOORTEN,
    doel,
    file_name,
    getal,
    getallen_of,
    short_names,
    termijn,
    termijnen_of,
)
from wederkerig.export.xlsx.cells import Book, Column, Styled, Value, write_list
from wederkerig.model import Afspraak, Feit, Getal, Stuk, Termijn
from wederkerig.monitoring.beoordelen import STATUSSEN, Status

_COLOURS: dict[Status, str] = {
    "gehaald": "#C6E0B4",
    "op koers": "#E2EFDA",
    "risico": "#FFE699",
    "achter": "#F8CBAD",
    "niet gehaald": "#FF9C9C",
    "te vroeg": "#DDEBF7",
    "geen cijfers": "#E7E6E6",
}
_OF_SEVERAL = (Column("Document", 30), Column("Gemeente", 16))


def write_afspraken(book: Book, stukken: Sequence[Stuk]) -> None:
    """One row an agreement, with room for status and remark."""
    columns = [
        *_origin_columns(stukken),
        Column("Nummer", 10),
        Column("Thema", 16),
        Column("Rubriek", 14),
        Column("Tekst", 58),
        Column("Wie", 18),
        Column("Derden", 12),
        Column("Normen", 24),
        Column("Termijn", 12),
        Column("Stappen", 30),
        Column("Pagina", 9),
        Column("Status", 13, filled_in=True),
        Column("Opmerking", 24, filled_in=True),
    ]
    rows = [
        [*_origin(stuk, stukken), *_afspraak(stuk, afspraak)]
        for stuk in stukken
        for afspraak in stuk.afspraken
    ]
    sheet = write_list(book, "Afspraken", columns, rows)
    if rows:
        _offer_statuses(book, sheet, len(rows), len(columns) - 2)


def _afspraak(stuk: Stuk, afspraak: Afspraak) -> list[Value]:
    return [
        _nummer(afspraak.nummer),
        afspraak.thema,
        afspraak.rubriek,
        afspraak.tekst,
        ", ".join(short_names(stuk, afspraak.actoren)),
        ", ".join(afspraak.derden),
        "\n".join(getal(fact) for _, fact in getallen_of(afspraak)),
        _last_day([fact for _, fact in termijnen_of(afspraak)]),
        "\n".join(f"{place}. {stap.tekst}" for place, stap in enumerate(afspraak.stappen, start=1)),
        _page(afspraak),
        None,
        None,
    ]


def _nummer(nummer: str) -> Value:
    """A plain number as a number, so that 10 is sorted after 9; 1.10 is text, or it would become 1,1."""
    return Styled(Decimal(nummer), "left") if nummer.isdecimal() and nummer[0] != "0" else nummer


def _step(step: int | None) -> Value:
    return None if step is None else Styled(Decimal(step), "left")


def _last_day(facts: list[Termijn]) -> Value:
    days = [fact.tot for fact in facts if isinstance(fact.tot, date)]
    return max(days) if days else "\n".join(termijn(fact) for fact in facts)


def _page(fact: Feit) -> Value:
    return Styled(Decimal(fact.bron.pagina), "plain") if fact.bron and fact.bron.pagina else None


def _offer_statuses(book: Book, sheet: Worksheet, rows: int, column: int) -> None:
    sheet.data_validation(
        1,
        column,
        rows,
        column,
        {
            "validate": "list",
            "source": list(STATUSSEN),
            "input_title": "Status",
            "input_message": "Kies hoe de afspraak ervoor staat.",
            "error_title": "Onbekende status",
            "error_message": "Kies een status uit de lijst.",
        },
    )
    for status, colour in _COLOURS.items():
        form = book.workbook.add_format({"bg_color": colour})
        rule = {"type": "cell", "criteria": "==", "value": f'"{status}"', "format": form}
        sheet.conditional_format(1, column, rows, column, rule)


def write_getallen(book: Book, stukken: Sequence[Stuk]) -> None:
    """One row a quantity, also those that stand outside the agreements."""
    columns = [
        *_origin_columns(stukken),
        Column("Nummer", 10),
        Column("Stap", 8),
        Column("Thema", 20),
        Column("Woorden", 44),
        Column("Relatie", 14),
        Column("Waarde", 14),
        Column("Tot", 12),
        Column("Eenheid", 18),
        Column("Twijfel", 40),
        Column("Pagina", 9),
    ]
    rows: list[list[Value]] = []
    for stuk in stukken:
        origin = _origin(stuk, stukken)
        for afspraak in stuk.afspraken:
            rows += [
                [*origin, _nummer(afspraak.nummer), _step(step), afspraak.thema, *_getal(fact)]
                for step, fact in getallen_of(afspraak)
            ]
        rows += [[*origin, None, None, _outside(stuk), *_getal(fact)] for fact in stuk.getallen]
    write_list(book, "Getallen", columns, rows)


def _getal(fact: Getal) -> list[Value]:
    return [
        fact.tekst,
        RELATIES[fact.relatie],
        _quantity(fact.waarde, fact.eenheid),
        None if fact.tot is None else _quantity(fact.tot, fact.eenheid),
        fact.eenheid,
        fact.twijfel,
        _page(fact),
    ]


def _outside(stuk: Stuk) -> str:
    """What to say instead of a theme: a year plan has amendments and no agreements."""
    return "jaarplan" if stuk.soort == "jaarplan" else "buiten de afspraken"


def _quantity(value: Decimal, unit: str) -> Styled:
    if unit == "euro":
        return Styled(value, "money")
    return Styled(value, "whole" if value == value.to_integral_value() else "broken")


def write_termijnen(book: Book, stukken: Sequence[Stuk]) -> None:
    """One row a deadline: its words, the last day it means, or the day on which it comes back each year."""
    columns = [
        *_origin_columns(stukken),
        Column("Nummer", 10),
        Column("Stap", 8),
        Column("Thema", 20),
        Column("Woorden", 44),
        Column("Laatste dag", 14),
        Column("Elk jaar", 20),
        Column("Wie", 24),
        Column("Twijfel", 40),
        Column("Pagina", 9),
    ]
    rows: list[list[Value]] = []
    for stuk in stukken:
        origin = _origin(stuk, stukken)
        for afspraak in stuk.afspraken:
            names = ", ".join(short_names(stuk, afspraak.actoren))
            rows += [
                [*origin, _nummer(afspraak.nummer), _step(step), afspraak.thema, *_termijn(fact, names)]
                for step, fact in termijnen_of(afspraak)
            ]
        rows += [[*origin, None, None, _outside(stuk), *_termijn(fact, "")] for fact in stuk.termijnen]
    write_list(book, "Termijnen", columns, rows)


def _termijn(fact: Termijn, names: str) -> list[Value]:
    once = fact.tot if isinstance(fact.tot, date) else None
    yearly = termijn(fact).removeprefix("elk jaar ") if isinstance(fact.tot, str) else None
    return [fact.tekst, once, yearly, names, fact.twijfel, _page(fact)]


def write_wijzigingen(book: Book, stukken: Sequence[Stuk]) -> None:
    """One row an amendment of a year plan."""
    columns = [
        *_origin_columns(stukken),
        Column("Wat", 16),
        Column("Thema", 20),
        Column("Soort", 16),
        Column("Huidige tekst", 56),
        Column("Tekst", 56),
        Column("Reden", 30),
        Column("Jaar", 8),
        Column("Pagina", 9),
        Column("Opmerking", 28, filled_in=True),
    ]
    rows: list[list[Value]] = [
        [
            *_origin(stuk, stukken),
            doel(change.doel),
            change.doel.thema,
            WIJZIGING_SOORTEN[change.soort],
            change.huidig,
            change.tekst,
            change.reden,
            Styled(Decimal(change.jaar), "plain") if change.jaar else None,
            _page(change),
            None,
        ]
        for stuk in stukken
        for change in stuk.wijzigingen
    ]
    write_list(book, "Wijzigingen", columns, rows)


def write_twijfels(book: Book, stukken: Sequence[Stuk]) -> None:
    """One row a doubt, for a person to settle."""
    columns = [
        *_origin_columns(stukken),
        Column("Plaats", 28),
        Column("Woorden", 60),
        Column("Twijfel", 60),
        Column("Pagina", 9),
        Column("Opmerking", 28, filled_in=True),
    ]
    rows: list[list[Value]] = [
        [*_origin(stuk, stukken), doubt.plaats, doubt.woorden, doubt.uitleg, doubt.pagina, None]
        for stuk in stukken
        for doubt in twijfels(stuk)
    ]
    write_list(book, "Twijfels", columns, rows)


def _origin_columns(stukken: Sequence[Stuk]) -> tuple[Column, ...]:
    return _OF_SEVERAL if len(stukken) > 1 else ()


def _origin(stuk: Stuk, stukken: Sequence[Stuk]) -> tuple[Value, ...]:
    return (file_name(stuk), stuk.gemeente) if len(stukken) > 1 else ()
