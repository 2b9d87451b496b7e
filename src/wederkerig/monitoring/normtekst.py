"""A norm in words, as a report tells it: "ten minste 3.341 woningen, uiterlijk eind 2026"."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from wederkerig.model import Norm
from wederkerig.model.taal import Relatie
from wederkerig.monitoring.beoordelen.grens import binds_below
from wederkerig.monitoring.beoordelen.woorden import counted
from wederkerig.monitoring.grafiek import dutch, with_unit
from wederkerig.monitoring.indicatoren import IndicatorError, indicator

_MONTHS: Final = (
    "januari februari maart april mei juni juli augustus september oktober november december".split()
)
_RELATIES: Final[Mapping[Relatie, str]] = {
    "min": "ten minste ",
    "max": "ten hoogste ",
    "circa": "ongeveer ",
    "gelijk": "",
    "bereik": "",
}


def norm_words(norm: Norm) -> str:
    """The promise in words: how much, since when it is counted, and by when.

    A change downward reads as less: "ten minste 25% minder dan eind 2017" is at most -25%.
    """
    rise = f"met per jaar ten hoogste {dutch(norm.indexatie)}% erbij" if norm.indexatie else ""
    if norm.prijspeil and not norm.indexatie:
        rise = f"prijspeil {norm.prijspeil.year}, elk jaar geïndexeerd"
    parts = [_how_much(norm), _when(norm), rise, f"in {norm.gebied}" if norm.gebied else ""]
    return ", ".join(part for part in parts if part)


def place_words(norm: Norm) -> str:
    """Where a norm stands and how much it says, to tell it from others: "afspraak 12: binnen 8 weken"."""
    words = norm.tekst or norm_words(norm)
    return f"afspraak {norm.nummer}: {words}" if norm.nummer else words


def day_words(day: date) -> str:
    """A day in words: eind 2026, begin 2026, or 1 juli 2026."""
    if (day.month, day.day) == (12, 31):
        return f"eind {day.year}"
    if (day.month, day.day) == (1, 1):
        return f"begin {day.year}"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def quantity(waarde: Decimal, eenheid: str) -> str:
    """A figure with its unit: 3.341 woningen, 1 woning, 6 maanden, 85%, € 700."""
    words = with_unit(waarde, eenheid)
    return words if eenheid in {"", "%", "euro"} else f"{words} {counted(waarde, eenheid)}"


def _how_much(norm: Norm) -> str:
    if norm.grootheid == "stand":
        return _bound(norm.relatie, norm.waarde, norm.tot, norm.eenheid)
    less = norm.waarde < 0
    relatie = _of_a_fall(norm) if less else norm.relatie
    eenheid = "%" if norm.grootheid == "verandering in %" else norm.eenheid
    tot = None if norm.tot is None else abs(norm.tot)
    words = f"{_bound(relatie, abs(norm.waarde), tot, eenheid)} {'minder' if less else 'meer'}"
    return f"{words} dan {day_words(norm.nulmeting.peildatum)}" if norm.nulmeting else words


def _of_a_fall(norm: Norm) -> Relatie:
    """What is said of how much less it must become, as it is judged."""
    if norm.relatie not in {"min", "max"}:
        return norm.relatie
    try:
        richting = indicator(norm.indicator).richting
    except IndicatorError:
        richting = "binnen"
    return "max" if binds_below(norm, richting) else "min"


def _bound(relatie: Relatie, waarde: Decimal, tot: Decimal | None, eenheid: str) -> str:
    if tot is None:
        return f"{_RELATIES[relatie]}{quantity(waarde, eenheid)}"
    low, high = sorted((waarde, tot))
    return f"{dutch(low)} tot {quantity(high, eenheid)}"


def _when(norm: Norm) -> str:
    if norm.ritme == "jaarlijks":
        years = [each.year for each in (norm.van, norm.per) if each]
        if not years:
            return "elk jaar"
        if norm.van is None:
            return f"elk jaar tot en met {years[0]}"
        if len(set(years)) == 1:
            return f"elk jaar vanaf {years[0]}" if norm.per is None else f"in {years[0]}"
        return f"elk jaar van {years[0]} tot en met {years[-1]}"
    return f"uiterlijk {day_words(norm.per)}" if norm.per else ""
