"""The stock of a municipality for the parties of its agreements: what was reported, planned and is expected.

Of projects only those count that are shared: the same picture for every party. What was worked out is kept in
the process by the hash of all it follows from.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.db.models import Count, Sum

from wederkerig.model import Meting as ModelMeting
from wederkerig.model import Norm
from wederkerig.monitoring.beoordelen import Gepland
from wederkerig.monitoring.grafiek import Grafiek
from wederkerig.monitoring.voorraadbeeld import (
    Voorraadstof,
    gather,
    planned_for,
    planned_work,
    reported_changes,
    reported_ledger,
    reported_stocks,
)
from wederkerig.monitoring.voorraadgrafiek import stock_chart
from wederkerig.voorraad.grootboek import Grootboek, Mutatie, Voorraadstand, balance, moment
from wederkerig.voorraad.plannen import Voorraadplan, plans_from
from wederkerig.voorraad.projecten import Project as Voorraadproject
from wederkerig.voorraad.uitkomst import Vooruitblik
from wederkerig.voorraad.vooruitblik import VooruitblikError, forecast
from wederkerig.web.accounts.opvolging import heirs
from wederkerig.web.monitor.domain.metingen import as_measurements, figures_of
from wederkerig.web.monitor.domain.normen import measurable, norms_of
from wederkerig.web.monitor.domain.partijen import Partijen, parties_of, with_names
from wederkerig.web.monitor.domain.projecten import as_model, shared_in
from wederkerig.web.monitor.models import Project
from wederkerig.web.register.domain.geschiedenis import tijdlijn_of, uitgave_na
from wederkerig.web.register.models import Overeenkomst

_KEPT = 128
_SCENARIOS = 10_000
_forecasts: dict[str, Vooruitblik] = {}


@dataclass(frozen=True, slots=True)
class Planbeeld:
    """A table of the agreements as a plan, with its ledger; None where it names no days."""

    plan: Voorraadplan
    grootboek: Grootboek | None


@dataclass(frozen=True, slots=True)
class Voorraadbeeld:
    """All of it. geen: why there is no forecast, in Dutch; "" where there is one."""

    plannen: tuple[Planbeeld, ...]
    gemeld: Grootboek | None
    projecten: tuple[tuple[Project, Voorraadproject], ...]
    stof: Voorraadstof
    vooruitblik: Vooruitblik | None
    geen: str
    grafiek: Grafiek | None


def stock_of(overeenkomst: Overeenkomst, *, op: date) -> Voorraadbeeld:
    """The stock of the municipalities of agreements on a day."""
    partijen = parties_of(overeenkomst)
    metingen = _measurements(overeenkomst, partijen)
    rows = _shared(overeenkomst, partijen)
    plannen = _plans(overeenkomst, partijen)
    normen = [with_names(norm, partijen) for norm in measurable(norms_of(overeenkomst))]
    stof = gather(plannen, metingen, [project for _, project in rows], normen, op=op)
    vooruitblik, geen = _forecast(stof)
    return Voorraadbeeld(
        plannen=tuple(Planbeeld(plan, _ledger(plan)) for plan in plannen),
        gemeld=reported_ledger(metingen),
        projecten=tuple(rows),
        stof=stof,
        vooruitblik=vooruitblik,
        geen=geen,
        grafiek=stock_chart(vooruitblik, list(reported_stocks(metingen))) if vooruitblik else None,
    )


def planned(overeenkomst: Overeenkomst, norm: Norm, *, op: date) -> tuple[Gepland, ...]:
    """What will still change the figure of a norm: shared projects, and where there are none the tables."""
    return planned_of_all(overeenkomst, [norm], op=op)[0]


def planned_of_all(
    overeenkomst: Overeenkomst, normen: Sequence[Norm], *, op: date
) -> list[tuple[Gepland, ...]]:
    """The same of several norms; as many queries as for one."""
    partijen = parties_of(overeenkomst)
    projecten = [project for _, project in _shared(overeenkomst, partijen)]
    done = list(reported_changes(_measurements(overeenkomst, partijen)))
    work, other = planned_work(_plans(overeenkomst, partijen), projecten, done)
    return [planned_for(with_names(norm, partijen), work, other, op=op) for norm in normen]


def plans_since(gemeenten: Iterable[int]) -> Mapping[int, tuple[int, int]]:
    """By municipality what stands for the projects that `planned` counts; it changes when they do."""
    rows = Project.objects.filter(gemeente__in=gemeenten).order_by().values_list("gemeente")
    counted = rows.annotate(number=Count("pk"), changes=Sum("stand"))
    return {gemeente: (number, changes) for gemeente, number, changes in counted}


# --- what it is made of ----------------------------------------------------------------------------


def _measurements(overeenkomst: Overeenkomst, partijen: Partijen) -> tuple[ModelMeting, ...]:
    places = {gemeente.pk for gemeente in overeenkomst.gemeenten.all()}
    return as_measurements(
        figures_of([overeenkomst]),
        overeenkomst=overeenkomst.pk,
        gemeenten=places,
        partijen=partijen,
        heir=heirs(),
    )


def _shared(overeenkomst: Overeenkomst, partijen: Partijen) -> list[tuple[Project, Voorraadproject]]:
    """The shared projects of the parties, by the names those have in the agreements."""
    heir = heirs()
    found = []
    for row in shared_in(overeenkomst.gemeenten.all()):
        name = partijen.named(heir.get(row.organisatie_id, row.organisatie_id))
        if name is not None:
            found.append((row, as_model(row, name)))
    return found


def _plans(overeenkomst: Overeenkomst, partijen: Partijen) -> tuple[Voorraadplan, ...]:
    """The tables of the latest version as plans, with the names that stand for the parties."""
    names = _names(overeenkomst, partijen)
    count = len(tijdlijn_of(overeenkomst).besluiten)
    plannen = _read(overeenkomst.pk, overeenkomst.stand, count, tuple(names))
    return tuple(_renamed(plan, names) for plan in plannen)


def _names(overeenkomst: Overeenkomst, partijen: Partijen) -> dict[str, str]:
    """By how a corporation is called in the document, in full or in short, the name that stands for it."""
    found = {}
    for row in overeenkomst.partijen.all():
        if row.soort == "corporatie":
            for name in (row.naam, row.kort):
                found[name] = partijen.namen.get(row.naam, row.naam)
    return {name: stands for name, stands in found.items() if name}


@lru_cache(maxsize=_KEPT)
def _read(pk: int, stand: int, count: int, names: tuple[str, ...]) -> tuple[Voorraadplan, ...]:
    stuk = uitgave_na(Overeenkomst(pk=pk, stand=stand), count).stuk
    term = stuk.looptijd
    looptijd = (term.van, term.tot) if term and term.van and term.tot else None
    return plans_from(stuk.tabellen, corporaties=names, looptijd=looptijd)


def _renamed(plan: Voorraadplan, names: dict[str, str]) -> Voorraadplan:
    def stands_for(printed: str) -> str:
        bare = printed.casefold()
        hits = {
            name
            for known, name in names.items()
            if bare and (bare in known.casefold() or known.casefold() in bare)
        }
        return hits.pop() if len(hits) == 1 else printed

    def renamed(rows: Sequence[Voorraadstand | Mutatie]) -> tuple[Voorraadstand | Mutatie, ...]:
        return tuple(row.model_copy(update={"corporatie": stands_for(row.corporatie)}) for row in rows)

    return plan.model_copy(update={"standen": renamed(plan.standen), "mutaties": renamed(plan.mutaties)})


def _ledger(plan: Voorraadplan) -> Grootboek | None:
    """A table as a ledger, from its first day to its last."""
    if plan.van is None or plan.tot is None:
        return None
    begin = moment(plan.van)
    return balance(plan.standen, plan.mutaties, van=min(begin, plan.tot), tot=plan.tot)


def _forecast(stof: Voorraadstof) -> tuple[Vooruitblik | None, str]:
    """The forecast, by the hash of what it is made of; else why there is none."""
    if not stof.begin:
        return (
            None,
            "Er is nog geen stand van de sociale huurwoningen ingediend, en in de tabellen staat er geen.",
        )
    key = hashlib.sha256(stof.model_dump_json().encode()).hexdigest()
    if key not in _forecasts:
        if len(_forecasts) >= _KEPT:
            _forecasts.clear()
        try:
            _forecasts[key] = forecast(
                stof.begin,
                stof.projecten,
                stof.mutaties,
                stof.doelen,
                tot=stof.tot,
                seed=int(key[:8], 16),
                scenarios=_SCENARIOS,
            )
        except VooruitblikError as error:
            return None, str(error)
    return _forecasts[key], ""


def forget() -> None:
    """Let go of what was worked out, where keys come to mean other rows, as in tests."""
    _read.cache_clear()
    _forecasts.clear()
