"""Filters for the pages of lists, projects and the stock: `{% load voorraad %}`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django import template
from django.utils.translation import gettext, gettext_lazy

from wederkerig.monitoring.indicatoren import Indicator
from wederkerig.voorraad.projecten import PROJECTSOORTEN, Project
from wederkerig.web.monitor.domain.gebeurtenissen import subject_in_words
from wederkerig.web.monitor.domain.lijst_indienen import Aanbod
from wederkerig.web.monitor.domain.werkboek import Regel
from wederkerig.web.monitor.models import Cijfer
from wederkerig.web.monitor.over_cijfer import OverCijfer
from wederkerig.web.volgen.project_forms import FASEN
from wederkerig.web.volgen.templatetags.normen import cijferwoorden, periode
from wederkerig.web.volgen.woningvelden import in_words
from wederkerig.web.vormgeving import woorden

register = template.Library()
_NIVEAUS = {
    "woonplaats": gettext_lazy("dorp of plaats"),
    "wijk": gettext_lazy("wijk"),
    "buurt": gettext_lazy("buurt"),
}


@register.filter
def cijfer_voor(cijfer: Cijfer, indicator: Indicator) -> str:
    """A figure with its unit, as others see it."""
    held = cijfer.waarde if cijfer.waarde is not None else Decimal()
    if not woorden.is_dutch():
        return cijferwoorden(held, indicator.id)
    value = woorden.number(held)
    if indicator.eenheid == "%":
        return f"{value}%"
    return f"€ {value}" if indicator.eenheid == "euro" else f"{value} {indicator.eenheid}"


@register.filter
def waarover(row: Aanbod | Regel) -> str:
    """The day or the period a figure is about."""
    if isinstance(row, Aanbod):
        return periode(row.van, row.peildatum)
    asked = row.vraag.gevraagd if row.vraag else None
    return periode(asked.van, asked.peildatum) if asked else ""


@register.filter
def veldnamen(velden: Iterable[str]) -> str:
    """What fields of a dwelling are called, beside each other."""
    return ", ".join(in_words(veld)[0] for veld in velden)


@register.filter
def fasenaam(fase: str) -> str:
    """What the phase of a project is called, as in its form."""
    return str(FASEN.get(fase, fase))


@register.filter
def over_cijfer(row: OverCijfer) -> str:
    """What a figure is about."""
    return subject_in_words(row)


@register.filter
def projectsoort(project: Project) -> str:
    """What kind of project it is, in words."""
    return PROJECTSOORTEN[project.soort]


@register.filter
def oplevering(project: Project) -> str:
    """When a project is expected to be finished: a year or a day, or that nobody knows."""
    when = project.oplevering
    if when is None:
        return gettext("onbekend")
    return woorden.short_day(when) if isinstance(when, date) else str(when)


@register.filter
def procent(share: Decimal) -> str:
    """A share as whole percents: 73."""
    return str(int((share * 100).quantize(Decimal(1), ROUND_HALF_UP)))


@register.filter
def met_teken(number: int) -> str:
    """A change with its sign: +40 or -12; a dash for none."""
    if not number:
        return "–"
    return f"{'+' if number > 0 else '-'}{woorden.number(Decimal(abs(number)))}"


@register.filter
def hoofdletter(text: str) -> str:
    """A word as a heading begins."""
    return text[:1].upper() + text[1:]


@register.filter
def niveau_naam(niveau: str) -> str:
    """What a part of a municipality is called."""
    return str(_NIVEAUS.get(niveau, niveau))
