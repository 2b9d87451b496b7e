"""How the taakstelling of a municipality is shared out over its corporations, for the parties."""

from __future__ import annotations

from datetime import date

from wederkerig.monitoring.afgeleid import GEHUISVEST, VERDELING, Verdeling, share_task
from wederkerig.web.monitor.domain.beoordelingen import measurements_of
from wederkerig.web.monitor.domain.normen import measurable, norms_of
from wederkerig.web.monitor.domain.partijen import parties_of, with_names
from wederkerig.web.register.models import Overeenkomst

_ABOUT = frozenset({GEHUISVEST, VERDELING, "statushouders-taakstelling"})


def tells_of_task(indicator: str) -> bool:
    """Whether a norm on this is about the taakstelling."""
    return indicator in _ABOUT


def task_of(overeenkomst: Overeenkomst, *, op: date) -> tuple[Verdeling, ...]:
    """The last taakstellingen shared out, the newest first; () where no norm is about them."""
    normen = measurable(norms_of(overeenkomst))
    if not any(tells_of_task(norm.indicator) for norm in normen):
        return ()
    partijen = parties_of(overeenkomst)
    named = tuple(with_names(norm, partijen) for norm in normen)
    return share_task(named, measurements_of(overeenkomst), partijen.soorten, op=op)
