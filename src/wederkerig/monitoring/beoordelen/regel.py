"""The rule: from the figures of one stretch of time to a status.

Worked examples of every branch stand in docs/beoordelen.md, which the tests run.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from wederkerig.model import Grootheid
from wederkerig.monitoring.beoordelen.cijfers import Punt
from wederkerig.monitoring.beoordelen.grens import Grens
from wederkerig.monitoring.beoordelen.marges import marges
from wederkerig.monitoring.beoordelen.uitkomst import Gepland, Status
from wederkerig.monitoring.peildata import due_by, moment, overdue_since

Wijze = Literal["stand", "optellend", "gemiddeld"]
"""How figures follow each other: each stands alone, they add up from 0, or they are one share of it all."""


@dataclass(frozen=True, slots=True)
class Geval:
    """All that the rule needs of one norm over one stretch of time.

    begin: the baseline, or where the straight line starts. punten: the figures, the oldest first.
    gepland: None where nothing is known of plans. van, per: the first and last day; None where there is none.
    per_jaar: the figures are of whole years.
    """

    grens: Grens
    grootheid: Grootheid
    wijze: Wijze
    van: date | None
    per: date | None
    op: date
    begin: Punt | None
    punten: tuple[Punt, ...]
    gepland: tuple[Gepland, ...] | None = None
    per_jaar: bool = False

    def due(self) -> date | None:
        """The last reference day of which the figures should have been there on the day of judging."""
        return overdue_since(self.op, per_jaar=self.per_jaar)

    def is_old(self, punt: Punt) -> bool:
        """Whether a figure is of so long ago that it no longer says how it stands."""
        op, dag = self.op, punt.dag
        months = (op.year - dag.year) * 12 + op.month - dag.month
        return (months, op.day) > (marges().oud_maanden, dag.day)

    def measured(self, waarde: Decimal) -> Decimal:
        """What is held against the bound: the figure, or how much (or how many percent) it changed."""
        if self.grootheid == "stand" or self.begin is None:
            return waarde
        change = waarde - self.begin.waarde
        return change if self.grootheid == "verandering" else change / self.begin.waarde * 100


@dataclass(frozen=True, slots=True)
class Uitslag:
    """What came out.

    nu: the figure that counts. gepland: the planned change that was added, verwacht: what that makes.
    hoort: what is held against the bound should be by now on the straight line.
    later: a later figure that does meet the norm.
    reden: why nothing can be reckoned, in words; "" where it can.
    """

    status: Status
    nu: Punt | None = None
    gepland: Decimal | None = None
    verwacht: Decimal | None = None
    hoort: Decimal | None = None
    later: Punt | None = None
    reden: str = ""

    def decisive(self) -> Decimal | None:
        """The figure that decides: the expected one where something is planned."""
        if self.verwacht is not None:
            return self.verwacht
        return self.nu.waarde if self.nu else None


def judge(geval: Geval) -> Uitslag:
    """The status of one stretch of time."""
    if geval.grootheid != "stand" and (reden := _no_baseline(geval)):
        return Uitslag("geen cijfers" if geval.punten else _silence(geval, geval.van), reden=reden)
    final = _final(geval)
    if final is not None:
        return _ended(geval, final)
    nu = geval.punten[-1] if geval.punten else None
    if nu is not None and (settled := _settled(geval, nu)):
        return Uitslag(settled, nu)
    if geval.per is not None and geval.op > due_by(geval.per):
        return Uitslag("geen cijfers", nu)
    if nu is None:
        return Uitslag(_silence(geval, geval.van), nu)
    if geval.is_old(nu):
        return Uitslag("geen cijfers", nu)
    if geval.gepland is not None:
        return _planned(geval, nu, geval.gepland)
    return _running(geval, nu)


def _no_baseline(geval: Geval) -> str:
    """Why a change cannot be reckoned; "" where it can."""
    if geval.begin is None:
        return "het cijfer waarvan de verandering wordt geteld, ontbreekt"
    if geval.grootheid == "verandering in %" and geval.begin.waarde == 0:
        return "er wordt geteld vanaf 0, en een percentage van 0 is niet uit te rekenen"
    return ""


def _final(geval: Geval) -> Punt | None:
    """The figure of the last day, once that day is past."""
    if geval.per is None or geval.op <= geval.per:
        return None
    if geval.wijze != "stand":
        return next((punt for punt in geval.punten if punt.dag >= geval.per), None)
    last, room = moment(geval.per), timedelta(days=marges().laatste_dag_dagen)
    near = [punt for punt in geval.punten if abs(punt.dag - last) <= room]
    return min(near, key=lambda punt: (abs(punt.dag - last), punt.dag), default=None)


def _ended(geval: Geval, final: Punt) -> Uitslag:
    if geval.grens.is_met(geval.measured(final.waarde)):
        return Uitslag("gehaald", final)
    later = next(
        (
            punt
            for punt in geval.punten
            if punt.dag > final.dag and geval.grens.is_met(geval.measured(punt.waarde))
        ),
        None,
    )
    return Uitslag("niet gehaald", final, later=later)


def _settled(geval: Geval, nu: Punt) -> Status | None:
    """A total only grows: its minimum, once reached, and its maximum, once passed, are settled."""
    if geval.wijze != "optellend":
        return None
    waarde, grens = geval.measured(nu.waarde), geval.grens
    if grens.boven is not None and waarde > grens.boven and not grens.is_met(waarde):
        return "niet gehaald"
    return "gehaald" if grens.boven is None and grens.is_met(waarde) else None


def _silence(geval: Geval, since: date | None) -> Status:
    """Too early, or figures that should have been there: whether one after this day was due."""
    due = geval.due()
    return "te vroeg" if since is not None and (due is None or due <= moment(since)) else "geen cijfers"


def _planned(geval: Geval, nu: Punt, plans: Sequence[Gepland]) -> Uitslag:
    """With plans: what is expected on the last day decides."""
    last = geval.per or date.max
    added = sum((plan.verschil for plan in plans if nu.peildatum < plan.peildatum <= last), Decimal(0))
    expected = nu.waarde + added
    now = geval.grens.tekort(geval.measured(nu.waarde))
    short = geval.grens.tekort(geval.measured(expected))
    status: Status = "achter"
    if short == 0:
        status = "gehaald" if now == 0 and geval.per is None else "op koers"
    elif now == 0 or short * 100 <= now * marges().risico_procent:
        status = "risico"
    return Uitslag(status, nu, gepland=added, verwacht=expected)


def _running(geval: Geval, nu: Punt) -> Uitslag:
    """Without plans: the figure itself where it meets the norm, else the straight line to the last day."""
    if geval.grens.is_met(geval.measured(nu.waarde)):
        return _met(geval, nu)
    if geval.wijze == "gemiddeld" or (geval.per is not None and _was_met(geval, nu)):
        return Uitslag(_near(geval, nu), nu)
    if geval.per is None:
        return Uitslag(_without_day(geval, nu), nu)
    if geval.begin is None or geval.begin.dag >= nu.dag:
        return Uitslag(_silence(geval, nu.peildatum), nu)
    return _on_the_way(geval, nu, geval.begin, geval.per)


def _met(geval: Geval, nu: Punt) -> Uitslag:
    """Met now. It must last till the last day, and a total under its maximum must not go too fast."""
    if geval.per is None:
        return Uitslag("gehaald", nu)
    if geval.wijze != "optellend" or geval.grens.boven is None or geval.begin is None:
        return Uitslag("op koers", nu)
    line = geval.grens.boven * _passed(geval.begin.dag, nu.dag, geval.per)
    too_fast = nu.waarde - line > abs(geval.grens.boven) * marges().achterstand_procent / 100
    return Uitslag("risico" if too_fast else "op koers", nu, hoort=line if too_fast else None)


def _was_met(geval: Geval, nu: Punt) -> bool:
    """Whether the line has nowhere to go, because at its start the norm was met on the side it now is not."""
    if geval.begin is None or geval.begin.dag >= nu.dag:
        return False
    goal = geval.grens.side(geval.measured(nu.waarde))
    start, now = geval.measured(geval.begin.waarde), geval.measured(nu.waarde)
    return (goal - start) * (goal - now) <= 0


def _near(geval: Geval, nu: Punt) -> Status:
    """Without a line: how near the bound it is."""
    waarde = geval.measured(nu.waarde)
    short, bound = geval.grens.tekort(waarde), geval.grens.side(waarde)
    return "risico" if short * 100 <= abs(bound) * marges().achterstand_procent else "achter"


def _without_day(geval: Geval, nu: Punt) -> Status:
    """Without a last day: whether it became better since the start."""
    if geval.begin is None or geval.begin.dag >= nu.dag:
        return "achter"
    was, now = (geval.grens.tekort(geval.measured(punt.waarde)) for punt in (geval.begin, nu))
    return "risico" if now < was else "achter"


def _on_the_way(geval: Geval, nu: Punt, begin: Punt, per: date) -> Uitslag:
    """The straight line from the start to the bound: how far behind, as a share of the whole way."""
    now, start = geval.measured(nu.waarde), geval.measured(begin.waarde)
    goal = geval.grens.side(now)
    line = start + (goal - start) * _passed(begin.dag, nu.dag, per)
    behind = (line - now) / (goal - start) * 100
    status: Status = "achter"
    if behind <= marges().achterstand_procent:
        status = "op koers"
    elif behind <= marges().risico_procent:
        status = "risico"
    return Uitslag(status, nu, hoort=line)


def _passed(begin: date, dag: date, per: date) -> Decimal:
    """Which part of the time from the start to the last day is past."""
    whole = (moment(per) - begin).days
    return min(Decimal(1), Decimal((moment(dag) - begin).days) / whole) if whole > 0 else Decimal(1)
