"""Norms and figures on other pages: at an agreement, on the desk; and a status in words, icon and colour."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django import template
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wederkerig.model import Getal, Norm
from wederkerig.monitoring.beoordelen import Status
from wederkerig.monitoring.normtekst import norm_words
from wederkerig.web.accounts.models import Organisatie
from wederkerig.web.accounts.opvolging import heirs
from wederkerig.web.monitor.domain.beoordelingen import judgements
from wederkerig.web.monitor.domain.gebeurtenissen import name_of, period_in_words, unit_of, value_in_words
from wederkerig.web.monitor.domain.invullen import due_of
from wederkerig.web.monitor.domain.normen import norms_of
from wederkerig.web.monitor.domain.signalen import signals_for, signals_of
from wederkerig.web.monitor.domain.te_bevestigen import norms_to_confirm
from wederkerig.web.rechten import Actie
from wederkerig.web.rechten.oordeel import organisaties_in_rol, organisaties_voor
from wederkerig.web.register.models import Overeenkomst
from wederkerig.web.vormgeving import woorden
from wederkerig.web.vormgeving.templatetags.vormgeving import status
from wederkerig.web.vormgeving.woorden import unbroken

register = template.Library()

_WORDS: dict[Status, Promise] = {
    "gehaald": _("gehaald"),
    "op koers": _("op koers"),
    "risico": _("risico"),
    "achter": _("achter"),
    "niet gehaald": _("niet gehaald"),
    "te vroeg": _("te vroeg"),
    "geen cijfers": _("geen cijfers"),
}

_KINDS: dict[Status, str] = {
    "gehaald": "goed",
    "op koers": "goed",
    "risico": "let-op",
    "achter": "fout",
    "niet gehaald": "fout",
    "te vroeg": "neutraal",
    "geen cijfers": "neutraal",
}


@register.simple_tag
def normstatus(said: Status) -> SafeString:
    """How a norm stands, in words with an icon."""
    return status(_KINDS[said], statuswoord(said))


@register.filter
def statuswoord(said: Status) -> str:
    """How a norm stands, in the language of the page."""
    return str(_WORDS[said])


@register.filter
def normzin(norm: Norm) -> str:
    """A norm in one line of Dutch."""
    return unbroken(norm_words(norm))


@register.filter
def normuitjson(data: dict[str, Any]) -> str:
    """The same of a norm as it was kept."""
    return normzin(Norm.model_validate(data))


@register.filter
def indicatornaam(name: str) -> str:
    """What an indicator is called."""
    return name_of(name)


@register.filter
def cijferwoorden(value: Decimal, indicator: str) -> str:
    """A figure with the unit of its indicator."""
    if woorden.is_dutch():
        return unbroken(value_in_words(value, indicator))
    return woorden.getal(Getal(tekst="", waarde=value, eenheid=unit_of(indicator))).rstrip()


@register.filter
def periode(van: date | None, peildatum: date) -> str:
    """The day or the period of a figure."""
    said = period_in_words(van, peildatum)
    if woorden.is_dutch() or said.isdigit():
        return said
    last = woorden.short_day(peildatum)
    return gettext("%(van)s t/m %(tot)s") % {"van": woorden.short_day(van), "tot": last} if van else last


@register.inclusion_tag("volgen/deel/normen_bij.html", takes_context=True)
def normen_bij(
    context: dict[str, Any], overeenkomst: Overeenkomst, afspraak: str, nummer: str, count: int
) -> dict[str, Any]:
    """The norms of one agreement in a version; how they stand now for who takes part in it."""
    user = context["request"].user
    found = [each for each in norms_of(overeenkomst, count) if each.norm.afspraak == afspraak and each.telt]
    own = organisaties_voor(user, Actie.BEKIJK_CIJFERS, overeenkomst)
    said = {}
    if own and found:
        first = min(own)
        reader = heirs().get(first, first)
        judged = judgements(overeenkomst, op=timezone.localdate())
        said = {each.sleutel: (each.beoordeling, each.sentence(reader)) for each in judged}
    return {
        "overeenkomst": overeenkomst,
        "nummer": nummer,
        "normen": [(each, *said.get(each.sleutel, (None, ""))) for each in found],
        "is_partij": bool(own),
        "signalen": signals_of(overeenkomst) if own and found else [],
        "mag_bevestigen": bool(organisaties_voor(user, Actie.BEVESTIG_NORM, overeenkomst)),
    }


@register.simple_tag(takes_context=True)
def cijfers_op_bureau(context: dict[str, Any]) -> dict[str, Any]:
    """What is due from the organisations of who looks, the signals they should hear, norms to confirm."""
    user = context["request"].user
    writes = organisaties_in_rol(user, Actie.VUL_IN)
    ours = Organisatie.objects.filter(pk__in=writes, opvolger=None)
    opgaven = [each for each in due_of(ours, op=timezone.localdate()) if each.vragen] if writes else []
    return {
        "opgaven": sorted(opgaven, key=lambda each: (each.uiterlijk, each.gemeente.naam)),
        "signalen": signals_for(organisaties_in_rol(user, Actie.BEKIJK_CIJFERS), timezone.now()),
        "normen": norms_to_confirm(organisaties_in_rol(user, Actie.BEVESTIG_NORM), op=timezone.localdate()),
    }
