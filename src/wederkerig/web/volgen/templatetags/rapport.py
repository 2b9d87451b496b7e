"""Charts and what a report says, for the templates: `{% load rapport %}`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Protocol

from django import template
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from wederkerig.export.grafieken import figure_html
from wederkerig.monitoring import rapport as structuur
from wederkerig.monitoring.beoordelen import STATUSSEN, Status
from wederkerig.monitoring.grafiek import Grafiek, is_empty
from wederkerig.monitoring.normgrafieken import HUURKLASSE
from wederkerig.web.monitor.domain.bijdragen import last_day, waiting_for
from wederkerig.web.monitor.domain.doorloop import Concreet
from wederkerig.web.rechten import Actie
from wederkerig.web.rechten.oordeel import organisaties_in_rol

register = template.Library()
_DRAWN = 256  # drawings to keep; each takes a tenth of a second to make
_KOERS = {
    "beter": _("beter dan vorige keer"),
    "slechter": _("slechter dan vorige keer"),
    "anders": _("anders dan vorige keer"),
    "nieuw": _("nieuw"),
    "vervallen": _("vervallen"),
}


@register.filter
def koers(verschuiving: structuur.Verschuiving) -> str:
    """What changed of a norm since the report before."""
    return str(_KOERS[verschuiving.koers])


@register.simple_tag
def statusuitleg() -> list[tuple[str, str]]:
    """Each status with what it means."""
    return list(STATUSSEN.items())


@register.filter
def in_beeld(inhoud: structuur.Rapport, kort: object) -> list[Grafiek]:
    """The charts at the top: of the whole, and where themes are folded (`kort`) their rent classes too."""
    classes = [each for deel in inhoud.themas for each in deel.grafieken if each.x_naam == HUURKLASSE]
    return [*inhoud.grafieken, *(classes if kort else ())]


@register.filter
def in_thema(deel: structuur.Themadeel, kort: object) -> list[Grafiek]:
    """The charts of a theme that do not stand at the top."""
    return [each for each in deel.grafieken if not kort or each.x_naam != HUURKLASSE]


@register.simple_tag
def grafiek(chart: Grafiek, nummer: int | str = "") -> SafeString | str:
    """A chart with the table behind it; nothing where there is nothing to draw. nummer: apart on the page."""
    if is_empty(chart):
        return ""
    # the drawing escapes each word of it, and lets pass only what a drawing needs
    return mark_safe(_drawn(chart, str(nummer)))  # noqa: S308  # see above


@lru_cache(maxsize=_DRAWN)
def _drawn(chart: Grafiek, number: str) -> str:
    return figure_html(chart, prefix=f"g{number}" if number else "")


@register.filter
def over_norm(said: Iterable[structuur.Opmerking], sleutel: str) -> list[structuur.Opmerking]:
    """What was said of a norm."""
    return [each for each in said if each.sleutel == sleutel]


@register.filter
def over_geheel(said: Iterable[structuur.Opmerking]) -> list[structuur.Opmerking]:
    """What was said of a theme or the whole, and of no norm in it."""
    return [each for each in said if not each.sleutel]


@register.simple_tag
def tellingen(inhoud: structuur.Rapport) -> list[tuple[str, int]]:
    """How many norms have each status, from good to bad; those that no norm has are left out."""
    found = structuur.counted(inhoud)
    return [(each, found[each]) for each in STATUSSEN if found.get(each)]


@register.filter
def van_partij(rows: Iterable[Concreet], partij: str) -> Concreet | None:
    """How concrete the agreements of a party are."""
    return next((each for each in rows if each.partij == partij), None)


_WAITS: tuple[Status, ...] = ("te vroeg", "geen cijfers")
_WORST_FIRST: tuple[Status, ...] = ("niet gehaald", "achter", "risico", "op koers", "gehaald", *_WAITS)


class HasStatus(Protocol):
    """A norm as some page tells it."""

    @property
    def status(self) -> Status:
        """How it stands."""


@register.filter
def te_zien(regels: Iterable[HasStatus], ja: str) -> list[HasStatus]:
    """The norms of which is seen how they go ("ja"), worst first, or of which it is not seen yet ("nee")."""
    found = [regel for regel in regels if (regel.status in _WAITS) == (ja != "ja")]
    return sorted(found, key=lambda regel: _WORST_FIRST.index(regel.status))


@register.filter
def standen(deel: structuur.Themadeel) -> list[tuple[str, int]]:
    """How many norms of a theme have each status, from bad to good."""
    found = Counter(regel.status for regel in deel.normen)
    return [(each, found[each]) for each in _WORST_FIRST if found[each]]


@register.inclusion_tag("volgen/deel_bureau.html", takes_context=True)
def rapporten_op_bureau(context: dict[str, Any]) -> dict[str, Any]:
    """The open reports in which the parties of the person who looks are not done yet."""
    writes = organisaties_in_rol(context["request"].user, Actie.DRAAG_BIJ)
    rows = waiting_for(writes, timezone.localdate()) if writes else []
    return {"wachtend": [(each, last_day(each)) for each in rows]}
