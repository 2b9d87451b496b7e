"""What happened to the thing a page is about, for who may see that: `{% gebeurtenissen_van inzending %}`."""

from __future__ import annotations

from typing import Any

from django import template
from django.db.models import Model
from django.urls import reverse

from wederkerig.web.accounts.models import Organisatie
from wederkerig.web.rechten import Actie, mag
from wederkerig.web.register.domain.logboek import as_lines, of_overeenkomst, of_thing
from wederkerig.web.register.models import Besluit, Inzending, Overeenkomst

register = template.Library()
_SHOWN = 20


@register.inclusion_tag("beheer/onderdelen/gebeurtenissen_van.html", takes_context=True)
def gebeurtenissen_van(context: dict[str, Any], thing: Model) -> dict[str, Any]:
    """The latest events of a document, a decision, agreements or an organisation; nothing for who may not."""
    user = context["request"].user
    allowed = {
        Inzending: Actie.BEKIJK_INZENDING,
        Besluit: Actie.BEKIJK_LOGBOEK,
        Overeenkomst: Actie.BEKIJK_LOGBOEK,
        Organisatie: Actie.BEKIJK_EIGEN_LOGBOEK,
    }
    if not mag(user, allowed[type(thing)], thing):
        return {"regels": []}
    events = of_overeenkomst(thing) if isinstance(thing, Overeenkomst) else of_thing(thing)
    return {
        "regels": as_lines(events[:_SHOWN]),
        "aantal": events.count(),
        "logboek_url": _whole(thing),
    }


def _whole(thing: Model) -> str:
    """Where all of it stands."""
    if isinstance(thing, Inzending):
        return reverse("organisatie_logboek", args=[thing.organisatie.slug])
    if isinstance(thing, Organisatie):
        return reverse("organisatie_logboek", args=[thing.slug])
    of = thing.overeenkomst if isinstance(thing, Besluit) else thing
    return reverse("logboek", args=[of.slug]) if isinstance(of, Overeenkomst) else ""
