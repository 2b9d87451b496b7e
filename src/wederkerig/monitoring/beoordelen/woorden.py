"""How figures, days and bounds are said in a sum."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from wederkerig.monitoring.grafiek import dutch

_ONE = {
    "woningen": "woning",
    "standplaatsen": "standplaats",
    "personen": "persoon",
    "huishoudens": "huishouden",
    "plekken": "plek",
    "locaties": "locatie",
    "zaken": "zaak",
    "meldingen": "melding",
    "overleggen": "overleg",
    "commissies": "commissie",
    "signalen": "signaal",
}
_MORE = {"dag": "dagen", "week": "weken", "maand": "maanden", "kwartaal": "kwartalen"}
_SMALLEST = Decimal("0.01")


def short_day(value: date) -> str:
    """A date in figures: 1-7-2025."""
    return f"{value.day}-{value.month}-{value.year}"


def names(parties: Sequence[str]) -> str:
    """Names in a row: A, B en C."""
    *first, last = parties
    return f"{', '.join(first)} en {last}" if first else last


def number(value: Decimal) -> str:
    """A number with at most two decimals; what is not 0 is never shown as 0."""
    if value and abs(value) < _SMALLEST / 2:
        return "minder dan 0,01"
    return dutch(value)


def quantity(value: Decimal, eenheid: str) -> str:
    """A figure in a sum, where dwellings and people go without their noun: 3.341, 20%, € 21.000, 3 jaar."""
    if eenheid == "%":
        return f"{number(value)}%"
    if eenheid == "euro":
        return f"€ {number(value)}"
    return f"{number(value)} {counted(value, eenheid)}" if eenheid in {*_MORE, "jaar"} else number(value)


def gap(value: Decimal, eenheid: str) -> str:
    """A difference in a sum: 8, 2 procentpunt, € 500."""
    return f"{number(value)} procentpunt" if eenheid == "%" else quantity(value, eenheid)


def full_gap(value: Decimal, eenheid: str) -> str:
    """A difference in a sentence, with its noun: 8 woningen, 2 procentpunt."""
    if eenheid in {"%", "euro", *_MORE, "jaar"}:
        return gap(value, eenheid)
    return f"{number(value)} {counted(value, eenheid)}".strip()


def counted(value: Decimal, eenheid: str) -> str:
    """A unit by its number: 1 woning, 3 maanden."""
    return _ONE.get(eenheid, eenheid) if value == 1 else _MORE.get(eenheid, eenheid)


def until(day: date) -> str:
    """The last day of a norm, to open a sentence with: Eind 2026, or Op 31-3-2025."""
    return f"Eind {day.year}" if (day.month, day.day) == (12, 31) else f"Op {short_day(day)}"


def over(van: date | None, tot: date | None) -> str:
    """A period, to open a sentence with: In 2026, Van 2023 t/m 2026, Van 1-7-2023 t/m 31-12-2026."""
    if van is None or tot is None:
        return f"Vanaf {short_day(van)}" if van else (f"Tot en met {short_day(tot)}" if tot else "In totaal")
    if (van.month, van.day, tot.month, tot.day) != (1, 1, 12, 31):
        return f"Van {short_day(van)} t/m {short_day(tot)}"
    return f"In {van.year}" if van.year == tot.year else f"Van {van.year} t/m {tot.year}"
