"""From a norm and its figures to what the rule needs: the stretch of time, the series, and where it began."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from wederkerig.model import Meting, Norm
from wederkerig.monitoring.beoordelen.cijfers import (
    PerPartij,
    Punt,
    Verloop,
    figures_of,
    first_day,
    flow_series,
    stand_series,
)
from wederkerig.monitoring.beoordelen.grens import bounds, indexed_norm
from wederkerig.monitoring.beoordelen.marges import marges
from wederkerig.monitoring.beoordelen.prijspeil import is_indexed
from wederkerig.monitoring.beoordelen.regel import Geval, Wijze
from wederkerig.monitoring.beoordelen.uitkomst import Gepland
from wederkerig.monitoring.indicatoren import Indicator, indicator
from wederkerig.monitoring.peildata import ONE_DAY, moment


@dataclass(frozen=True, slots=True)
class Zaak:
    """A norm with its indicator and all figures that count on the day of judging."""

    norm: Norm
    indicator: Indicator
    figures: PerPartij
    op: date
    gepland: tuple[Gepland, ...] | None

    def wijze(self) -> Wijze:
        """How the figures follow each other."""
        if self.indicator.soort == "stand" or is_per_year(self.norm, self.indicator):
            return "stand"
        if self.indicator.vorm == "aantal":
            return "optellend"
        if self.indicator.vorm == "bedrag" and not self.indicator.per_woning:
            given = [each for figures in self.figures.values() for each in figures]
            return "gemiddeld" if given and all(each.noemer is not None for each in given) else "optellend"
        return "gemiddeld"


def is_per_year(norm: Norm, indicator: Indicator) -> bool:
    """Whether only figures of whole calendar years count: of a change, and of an average over time."""
    if indicator.soort == "stand":
        return False
    average = indicator.vorm in {"duur", "index"} and norm.ritme != "jaarlijks"
    return norm.grootheid != "stand" or average


def once(zaak: Zaak) -> tuple[Geval, Verloop]:
    """The whole time of a norm."""
    return _geval(zaak, zaak.norm.van, zaak.norm.per)


def baseline_of(norm: Norm, metingen: Sequence[Meting], op: date) -> Decimal | None:
    """What a change is counted from: the agreement's figure, or one of about that day; None without it."""
    known = indicator(norm.indicator)
    geval, _ = once(Zaak(norm, known, figures_of(norm, metingen, op), op, None))
    return geval.begin.waarde if geval.begin and norm.grootheid != "stand" else None


def of_year(zaak: Zaak, jaar: int) -> tuple[Geval, Verloop]:
    """One year of a yearly norm."""
    first, last = date(jaar, 1, 1), date(jaar, 12, 31)
    geval, verloop = _geval(zaak, first, last)
    if zaak.gepland is None or not any(first < plan.peildatum <= last for plan in zaak.gepland):
        geval = replace(geval, gepland=None)
    if geval.wijze != "stand":
        return geval, verloop
    if is_indexed(zaak.norm):
        # a new price begins on 1 January, which is otherwise the end of the year before
        inside = tuple(punt for punt in geval.punten if punt.peildatum.year == jaar)
    else:
        inside = tuple(punt for punt in geval.punten if first < punt.dag <= moment(last))
    return replace(geval, punten=inside), verloop


def _geval(zaak: Zaak, van: date | None, per: date | None) -> tuple[Geval, Verloop]:
    wijze = zaak.wijze()
    verloop = _series(zaak, van, per)
    grens = bounds(zaak.norm if van is None else indexed_norm(zaak.norm, van.year), zaak.indicator)
    begin = _begin(zaak, wijze, verloop, van)
    punten = verloop.punten
    if zaak.norm.grootheid != "stand" and begin is not None:
        punten = tuple(punt for punt in punten if punt.dag >= begin.dag)
    geval = Geval(
        grens=replace(grens, stap=verloop.stap),
        grootheid=zaak.norm.grootheid,
        wijze=wijze,
        van=van or (zaak.norm.nulmeting.peildatum if zaak.norm.nulmeting else None),
        per=per,
        op=zaak.op,
        begin=begin,
        punten=punten,
        gepland=zaak.gepland,
        per_jaar=is_per_year(zaak.norm, zaak.indicator),
    )
    return geval, verloop


def _series(zaak: Zaak, van: date | None, per: date | None) -> Verloop:
    if zaak.indicator.soort == "stand":
        return stand_series(zaak.figures, zaak.indicator)
    if not is_per_year(zaak.norm, zaak.indicator):
        return flow_series(zaak.figures, zaak.indicator, van, per)
    return _years(zaak)


def _years(zaak: Zaak) -> Verloop:
    """The figures of whole calendar years, each on the last day of its year."""
    known = sorted({each.peildatum.year for given in zaak.figures.values() for each in given})
    punten: list[Punt] = []
    last = Verloop()
    for year in known:
        end = date(year, 12, 31)
        last = flow_series(zaak.figures, zaak.indicator, date(year, 1, 1), end)
        punten += [Punt(moment(end), end, punt.waarde) for punt in last.punten if punt.dag == end]
    return Verloop(tuple(punten), last.ontbreekt, last.let_op, last.onbruikbaar)


def _begin(zaak: Zaak, wijze: Wijze, verloop: Verloop, van: date | None) -> Punt | None:
    """Where counting starts: 0 for a total, the baseline of a change, the first figure for a line."""
    if wijze == "gemiddeld":
        return None
    if wijze == "optellend":
        starts = [first_day(each) for given in zaak.figures.values() for each in given]
        start = van or min(starts, default=None)
        return Punt(start, start, Decimal(0)) if start else None
    nul = zaak.norm.nulmeting
    if nul is not None and nul.waarde is not None:
        return Punt(moment(nul.peildatum), nul.peildatum, nul.waarde)
    if nul is not None:
        return _of_baseline(zaak, verloop.punten, nul.peildatum)
    first = next(iter(verloop.punten), None)
    if van is None:
        return first
    # of a yearly norm the last of the year before, which for a figure on a day is 1 January
    near = _of_baseline(zaak, verloop.punten, van - ONE_DAY if zaak.norm.ritme == "jaarlijks" else van)
    changes = zaak.norm.grootheid != "stand" or zaak.norm.ritme == "jaarlijks"
    return near if near or changes else first


def _of_baseline(zaak: Zaak, punten: Sequence[Punt], dag: date) -> Punt | None:
    if is_per_year(zaak.norm, zaak.indicator):
        return next((punt for punt in punten if punt.peildatum.year == dag.year), None)
    return _nearest(punten, dag)


def _nearest(punten: Sequence[Punt], dag: date) -> Punt | None:
    at, room = moment(dag), timedelta(days=marges().nulmeting_dagen)
    near = [punt for punt in punten if abs(punt.dag - at) <= room]
    return min(near, key=lambda punt: (abs(punt.dag - at), punt.dag), default=None)
