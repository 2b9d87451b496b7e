"""A norm that holds in every year: each year is judged by itself, and the years together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wederkerig.monitoring.beoordelen.cijfers import Verloop
from wederkerig.monitoring.beoordelen.gevallen import Zaak, of_year
from wederkerig.monitoring.beoordelen.prijspeil import is_indexed, where_known
from wederkerig.monitoring.beoordelen.regel import Geval, Uitslag, judge
from wederkerig.monitoring.beoordelen.uitkomst import Status


@dataclass(frozen=True, slots=True)
class Jaar:
    """One year of a yearly norm, judged."""

    jaar: int
    geval: Geval
    verloop: Verloop
    uitslag: Uitslag


def judge_years(zaak: Zaak) -> tuple[Jaar, ...]:
    """The years of the norm until the day of judging, the oldest first; at least one."""
    years = {each.peildatum.year for given in zaak.figures.values() for each in given}
    first = zaak.norm.van.year if zaak.norm.van else min(years, default=zaak.op.year)
    last = min(zaak.norm.per.year, zaak.op.year) if zaak.norm.per else zaak.op.year
    return tuple(_year(zaak, year) for year in range(first, max(first, last) + 1))


def _year(zaak: Zaak, jaar: int) -> Jaar:
    geval, verloop = of_year(zaak, jaar)
    known = _over_the_top(geval) or (_price(geval) if is_indexed(zaak.norm) else None)
    return Jaar(jaar, geval, verloop, where_known(zaak.norm, known or judge(geval)))


def _price(geval: Geval) -> Uitslag | None:
    """A price holds till the next one: of a year that is over its last one counts, whenever that was."""
    over = geval.per is not None and geval.op > geval.per
    last = geval.punten[-1] if geval.punten and over else None
    return Uitslag("gehaald", last) if last and geval.grens.is_met(geval.measured(last.waarde)) else None


def _over_the_top(geval: Geval) -> Uitslag | None:
    """A maximum of a figure on a day holds all year: the highest figure above it decides."""
    top = geval.grens.boven
    if geval.wijze != "stand" or top is None or (geval.grootheid != "stand" and geval.begin is None):
        return None
    above = [
        punt
        for punt in geval.punten
        if (waarde := geval.measured(punt.waarde)) > top and not geval.grens.is_met(waarde)
    ]
    worst = max(above, key=lambda punt: (punt.waarde, punt.dag), default=None)
    return Uitslag("niet gehaald", worst) if worst else None


def together(jaren: Sequence[Jaar], zaak: Zaak) -> Status:
    """The status of the whole: every year has to be met, and a year that was missed cannot be made good."""
    statuses = [each.uitslag.status for each in jaren]
    last = deciding_year(jaren).uitslag.status
    over = zaak.norm.per is not None and zaak.op > zaak.norm.per
    if "niet gehaald" in statuses:
        return "niet gehaald" if over else "achter"
    if over:
        return "geen cijfers" if "geen cijfers" in statuses else last
    return "op koers" if last == "gehaald" else last


def deciding_year(jaren: Sequence[Jaar]) -> Jaar:
    """The last year of which something can be said; a year that is only beginning hides nothing before it."""
    return next((each for each in reversed(jaren) if each.uitslag.status != "te vroeg"), jaren[-1])
