"""The charts that belong to norms: the course of a figure with what was agreed, and the rent classes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from wederkerig.model import Meting, Norm
from wederkerig.monitoring.beoordelen.cijfers import Punt, figures_of, flow_series, stand_series
from wederkerig.monitoring.beoordelen.woorden import short_day
from wederkerig.monitoring.grafiek import Grafiek, Reeks, dutch
from wederkerig.monitoring.indicatoren import Indicator, IndicatorError, indicator
from wederkerig.monitoring.normtekst import day_words, norm_words, place_words

MOST: Final = 2
"""How many charts of single norms a theme has; the first ones in the order of the document."""
HUURKLASSE: Final = "Huurklasse"
"""What stands along a chart of rent classes."""


def charts_by_theme(
    normen: Iterable[Norm], metingen: Sequence[Meting], *, op: date
) -> dict[str, tuple[Grafiek, ...]]:
    """By theme the chart of its rent classes and those of its first norms with a course to show."""
    by_theme: dict[str, list[Norm]] = {}
    for norm in normen:
        if norm.thema and norm.aard == "norm":
            by_theme.setdefault(norm.thema, []).append(norm)
    found = {}
    for thema, own in by_theme.items():
        single = [chart for norm in own if (chart := norm_chart(norm, metingen, op=op)) is not None]
        charts = (*class_charts(own, metingen, op=op), *single[:MOST])
        if charts:
            found[thema] = charts
    return found


def norm_chart(norm: Norm, metingen: Sequence[Meting], *, op: date) -> Grafiek | None:
    """The course of the figures of a norm, with what was agreed; None without two figures to join."""
    what = _indicator(norm)
    if what is None or what.huurklasse is not None or norm.grootheid != "stand":
        return None
    points = _points(norm, what, metingen, op)
    if len(points) < 2:  # a line needs two ends
        return None
    if norm.ritme == "jaarlijks" and what.soort == "stroom":
        return _bars(norm, what, points)
    return _line(norm, what, points)


def class_charts(normen: Sequence[Norm], metingen: Sequence[Meting], *, op: date) -> tuple[Grafiek, ...]:
    """The shares per rent class with their norms: one chart for dwellings, one for lettings, and so on."""
    groups: dict[str, list[tuple[Indicator, Norm, Decimal]]] = {}
    for norm in normen:
        what = _indicator(norm)
        if what is None or what.huurklasse is None or norm.gebied or norm.grootheid != "stand":
            continue
        points = _points(norm, what, metingen, op)
        if points:
            base = what.id.removesuffix(f"-{what.huurklasse.id}")
            groups.setdefault(base, []).append((what, norm, points[-1].waarde))
    return tuple(_classes(rows) for rows in groups.values())


def _indicator(norm: Norm) -> Indicator | None:
    try:
        return indicator(norm.indicator) if norm.indicator else None
    except IndicatorError:
        return None


def _points(norm: Norm, what: Indicator, metingen: Sequence[Meting], op: date) -> Sequence[Punt]:
    figures = figures_of(norm, metingen, op)
    if what.soort == "stand":
        return stand_series(figures, what).punten
    if norm.ritme == "eenmalig":
        return flow_series(figures, what, norm.van, norm.per).punten
    years = sorted({each.peildatum.year for given in figures.values() for each in given})
    of_year = [flow_series(figures, what, date(year, 1, 1), date(year, 12, 31)).punten for year in years]
    return [points[-1] for points in of_year if points]


def _line(norm: Norm, what: Indicator, points: Sequence[Punt]) -> Grafiek:
    """A line to the last figure, and the target on its day."""
    days = {each.dag: each for each in points}
    end = norm.per if norm.ritme == "eenmalig" and norm.per and norm.per > points[-1].dag else None
    x = [*days, *([end] if end else [])]
    goal = [norm.waarde if norm.ritme == "jaarlijks" or day == (end or points[-1].dag) else None for day in x]
    first, last = points[0], points[-1]
    return Grafiek(
        soort="lijn met doel en band",
        titel=_title(norm, what),
        beschrijving=f"Van {dutch(first.waarde)} ({day_words(first.peildatum)}) naar {dutch(last.waarde)} "
        f"({day_words(last.peildatum)}). Afgesproken: {norm_words(norm)}.",
        eenheid=what.eenheid,
        x=tuple(day_words(days[day].peildatum if day in days else day) for day in x),
        x_naam="Peildatum",
        reeksen=(Reeks(naam="stand", waarden=tuple(days[day].waarde if day in days else None for day in x)),),
        doel=Reeks(naam="afgesproken", waarden=tuple(goal)),
    )


def _bars(norm: Norm, what: Indicator, points: Sequence[Punt]) -> Grafiek:
    """A bar for each year, with what was agreed for it."""
    low, high = (norm.van.year if norm.van else 0), (norm.per.year if norm.per else 9999)
    goal = tuple(norm.waarde if low <= each.dag.year <= high else None for each in points)
    return Grafiek(
        soort="staven",
        titel=_title(norm, what, " per jaar"),
        beschrijving=f"In {_year(points[-1])}: {dutch(points[-1].waarde)}. Afgesproken: {norm_words(norm)}.",
        eenheid=what.eenheid,
        x=tuple(map(_year, points)),
        x_naam="Jaar",
        reeksen=(Reeks(naam=what.naam, waarden=tuple(each.waarde for each in points)),),
        doel=Reeks(naam="afgesproken", waarden=goal),
    )


def _title(norm: Norm, what: Indicator, how: str = "") -> str:
    """What is shown; of a figure about one norm also which one."""
    return f"{what.naam}{how} ({place_words(norm)})" if what.per_norm else f"{what.naam}{how}"


def _year(point: Punt) -> str:
    """The year of a figure over a period; of one that is not over it says until when."""
    day = point.peildatum
    return str(day.year) if (day.month, day.day) == (12, 31) else f"{day.year} t/m {short_day(day)}"


def _classes(rows: Sequence[tuple[Indicator, Norm, Decimal]]) -> Grafiek:
    told = "; ".join(
        f"{_of(what, norm)}: {norm_words(norm)}, nu {dutch(value)}%" for what, norm, value in rows
    )
    head = rows[0][0].naam.partition(" ")[0]  # Woningen, Verhuringen, Streefhuur, Nieuwbouw
    return Grafiek(
        soort="staven",
        titel=f"{head} per huurklasse",
        beschrijving=f"{told}.",
        eenheid="%",
        x=tuple(_of(what, norm) for what, norm, _ in rows),
        x_naam=HUURKLASSE,
        reeksen=(Reeks(naam="aandeel nu", waarden=tuple(value for _, _, value in rows)),),
        doel=Reeks(naam="afgesproken", waarden=tuple(norm.waarde for _, norm, _ in rows)),
    )


def _of(what: Indicator, norm: Norm) -> str:
    """The class in words, and whose where that is one party."""
    words = what.naam.partition(" ")[2].removeprefix("met ")
    return f"{words} ({norm.partijen[0]})" if len(norm.partijen) == 1 else words
