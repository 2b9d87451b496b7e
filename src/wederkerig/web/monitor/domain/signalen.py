"""Signals: that a norm was passed that asks for talks is told to all parties, once for each norm and day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from wederkerig.monitoring.signalen import signals
from wederkerig.web.accounts.opvolging import heirs
from wederkerig.web.monitor.domain import gebeurtenissen
from wederkerig.web.monitor.domain.metingen import as_measurements, figures_of
from wederkerig.web.monitor.domain.normen import measurable, norms_of
from wederkerig.web.monitor.domain.partijen import parties_of, with_names
from wederkerig.web.monitor.models import Signaal
from wederkerig.web.register.models import Overeenkomst, Partij

_NEW = timedelta(days=120)
"""For how long a signal stands on the desk."""


def signal(overeenkomst: Overeenkomst, *, op: date) -> list[Signaal]:
    """Give the signals that the figures of agreements ask for and that were not given yet."""
    heir = heirs()
    partijen = parties_of(overeenkomst, heir)
    normen = tuple(with_names(norm, partijen) for norm in measurable(norms_of(overeenkomst)))
    places = {gemeente.pk for gemeente in overeenkomst.gemeenten.all()}
    known = as_measurements(
        figures_of([overeenkomst]),
        overeenkomst=overeenkomst.pk,
        gemeenten=places,
        partijen=partijen,
        heir=heir,
    )
    given = set(overeenkomst.signalen.values_list("sleutel", "peildatum"))
    made = []
    for each in signals(normen, known, op=op):
        if (each.norm, each.peildatum) in given:
            continue
        row = Signaal.objects.create(
            overeenkomst=overeenkomst,
            sleutel=each.norm,
            indicator=each.indicator,
            peildatum=each.peildatum,
            som=f"{each.som} {each.gevraagd}".strip(),
        )
        gebeurtenissen.gesignaleerd(row, f"afspraak {each.nummer}")
        made.append(row)
    return made


def signals_for(own: Iterable[int], now: datetime) -> list[Signaal]:
    """The signals of late on agreements in which these organisations take part, the last first; one query."""
    ours = Partij.objects.filter(organisatie__in=own).values("overeenkomst")
    rows = Signaal.objects.filter(overeenkomst__in=ours, op__gte=now - _NEW)
    return list(rows.select_related("overeenkomst"))


def signals_of(overeenkomst: Overeenkomst) -> list[Signaal]:
    """The last signals on these agreements, at most one of each norm; one query."""
    last: dict[str, Signaal] = {}
    for row in overeenkomst.signalen.all():
        last.setdefault(row.sleutel, row)
    return list(last.values())
