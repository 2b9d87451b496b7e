"""What each party says of a decision, on any page: `{% load verklaringen %}{% verklaringen besluit %}`."""

from __future__ import annotations

from typing import Any

from django import template

from wederkerig.web.accounts.models import Gebruiker
from wederkerig.web.register.domain.verklaren import speaks_for, verklaringen_van
from wederkerig.web.register.models import Besluit

register = template.Library()


@register.inclusion_tag("register/verklaringen.html", takes_context=True)
def verklaringen(context: dict[str, Any], besluit: Besluit) -> dict[str, Any]:
    """The parties with what they say, and the form for who may say it."""
    request = context.get("request")
    user = request.user if request is not None else None
    return {
        "request": request,
        "csrf_token": context.get("csrf_token"),
        "besluit": besluit,
        "stemmen": verklaringen_van(besluit),
        "spreekt_voor": speaks_for(user, besluit) if isinstance(user, Gebruiker) else [],
    }
