"""What of the indicator a quantity is about: the figure itself, or how much it changes and since when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from wederkerig.model import Getal, Grootheid, Nulmeting, Relatie
from wederkerig.monitoring.indicatoren import Indicator
from wederkerig.monitoring.normen.omgeving import Omgeving
from wederkerig.monitoring.normen.woordenlijst import last, pattern
from wederkerig.reading.dates import find_dates

_TURNED: dict[Relatie, Relatie] = {"min": "max", "max": "min"}
_YEAR = re.compile(r"(?P<begin>\bbegin\s+)?\b(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_TO = re.compile(r"\bnaar\s+(?:\w+\s+){0,2}$|\bop\s+(?:\w+\s+){0,1}$", re.IGNORECASE)
_MINIMAL = re.compile(r"\bminimale\s+(?:\w+\s+){0,3}voorraad\b", re.IGNORECASE)
_FAR = 45
_MONTHS = {"jaar": 12, "maand": 1}
_WEEKS = {"week": Decimal(1), "weken": Decimal(1), "dagen": Decimal(7), "werkdagen": Decimal(5)}
GEEN_NULMETING = "Er staat niet vanaf welke dag de verandering telt."


@dataclass(frozen=True, slots=True)
class Grens:
    """A bound as it is measured."""

    grootheid: Grootheid
    relatie: Relatie
    waarde: Decimal
    tot: Decimal | None
    eenheid: str
    nulmeting: Nulmeting | None = None
    twijfel: str | None = None


def bound(getal: Getal, indicator: Indicator, around: Omgeving, begin: date | None, *, sure: bool) -> Grens:
    """The bound that a quantity sets.

    begin: from when a change counts where the words do not say so; sure: they give that period themselves.
    """
    grootheid = _grootheid(getal, indicator, around)
    relatie = _relatie(getal, indicator, around)
    waarde, tot, eenheid = _in_unit(getal, indicator)
    if grootheid == "stand":
        return Grens(grootheid, relatie, waarde, tot, eenheid)
    if _is_down(indicator, around):
        waarde, tot = (-waarde, None) if tot is None else (-tot, -waarde)
        relatie = _TURNED.get(relatie, relatie)
    since = baseline(around, indicator)
    doubt = None if since or (sure and begin) else GEEN_NULMETING
    since = since or begin
    nulmeting = Nulmeting(peildatum=since) if since else None
    unit = "%" if grootheid == "verandering in %" else eenheid
    return Grens(grootheid, relatie, waarde, tot, unit, nulmeting, doubt)


def baseline(around: Omgeving, indicator: Indicator) -> date | None:
    """The day of "ten opzichte van ...": behind the quantity, else before it in the sentence."""
    after = around.zin[len(around.begin) :]
    for text in (around.na, after, around.begin):
        found = list(_baselines(text, indicator))
        if found:
            return found[0]
    return None


def day_in(text: str) -> date | None:
    """The day that a text names: a whole date, or the begin or end of a year."""
    day = next((day for _, _, day in find_dates(text)), None)
    year = _YEAR.search(text)
    if day is not None or year is None:
        return day
    return date(int(year["year"]), 1, 1) if year["begin"] else date(int(year["year"]), 12, 31)


def _baselines(text: str, indicator: Indicator) -> Iterator[date]:
    for match in pattern("nulmeting").finditer(text):
        near = text[match.end() : match.end() + _FAR]
        day = day_in(near)
        if day is not None:
            yield day if indicator.soort == "stand" else day.replace(month=12, day=31)


def _grootheid(getal: Getal, indicator: Indicator, around: Omgeving) -> Grootheid:
    if getal.eenheid == "%" and indicator.vorm != "aandeel":
        return "verandering in %"
    if indicator.soort == "stroom" or indicator.vorm != "aantal":
        return "stand"
    if _TO.search(around.begin):
        return "stand"
    if pattern("netto").search(around.voor):
        return "verandering"
    state = last(pattern("stand"), around.voor)
    change = max(last(pattern("groei"), around.voor), last(pattern("krimp"), around.voor))
    if change < 0 and _changes_behind(around):
        change = len(around.voor)
    if change < 0 and state < 0:
        return "verandering" if _is_added(indicator, around) else "stand"
    return "verandering" if change > state else "stand"


def _changes_behind(around: Omgeving) -> bool:
    behind = f"{around.midden}{around.na}"
    return bool(pattern("groei").search(behind) or pattern("krimp").search(behind))


def _is_added(indicator: Indicator, around: Omgeving) -> bool:
    """Of a kind of dwellings of which no sentence says more, those that come."""
    grows = pattern("groei").search(around.zin) or pattern("groei").search(around.aanloop)
    return indicator.richting == "hoger" and (indicator.thema != "beschikbaarheid" or bool(grows))


def _is_down(indicator: Indicator, around: Omgeving) -> bool:
    up, down = last(pattern("groei"), around.voor), last(pattern("krimp"), around.voor)
    if up < 0 and down < 0:
        up, down = -_first(around, "groei"), -_first(around, "krimp")
    if up == down:
        return indicator.richting == "lager"
    return down > up


def _first(around: Omgeving, key: str) -> int:
    """How far behind the number the first such word is; very far where there is none in the sentence."""
    behind = around.zin[len(around.begin) :]
    match = pattern(key).search(behind)
    return match.start() + 1 if match else len(around.zin) + 1


def _relatie(getal: Getal, indicator: Indicator, around: Omgeving) -> Relatie:
    if getal.relatie in ("gelijk", "circa") and pattern("beperken").search(around.voor + _opening(getal)):
        return "max"
    if getal.relatie in ("gelijk", "circa") and _MINIMAL.search(around.begin):
        return "min"
    may_differ = any(norm.met_afspraak is not None for norm in indicator.wettelijk)
    if getal.relatie == "gelijk" and may_differ:
        return indicator.wettelijk[-1].relatie
    return getal.relatie


def _opening(getal: Getal) -> str:
    """The words of a quantity before its figure."""
    return re.split(r"\d", getal.tekst)[0].removesuffix("circa ").removesuffix("ca. ")


def _in_unit(getal: Getal, indicator: Indicator) -> tuple[Decimal, Decimal | None, str]:
    """The bound in the unit of the indicator; a change in per cent keeps its own."""
    if indicator.vorm == "duur":
        factor = _factor(getal.eenheid, indicator.eenheid)
        if factor is not None:
            tot = None if getal.tot is None else _times(getal.tot, factor)
            return _times(getal.waarde, factor), tot, indicator.eenheid
    counted = indicator.vorm == "aantal" and getal.eenheid != "%"
    return getal.waarde, getal.tot, indicator.eenheid if counted else getal.eenheid


def _factor(own: str, wanted: str) -> Decimal | None:
    own = {"maanden": "maand"}.get(own, own)
    if own in _MONTHS and wanted in _MONTHS:
        return Decimal(_MONTHS[own]) / _MONTHS[wanted]
    if own in _WEEKS and wanted == "week":
        return 1 / _WEEKS[own]
    return None


def _times(value: Decimal, factor: Decimal) -> Decimal:
    product = (value * factor).quantize(Decimal("0.0001")).normalize()
    return product.quantize(Decimal(1)) if product == product.to_integral_value() else product
