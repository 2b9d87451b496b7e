"""The way from a public page to the work: `{% partijmenu overeenkomst %}`, for who takes part in it."""

from __future__ import annotations

from typing import Any

from django import template

from wederkerig.web.accounts.models import Organisatie
from wederkerig.web.rechten import Actie
from wederkerig.web.rechten.oordeel import organisaties_in_rol, organisaties_voor
from wederkerig.web.register.models import Overeenkomst

register = template.Library()


@register.inclusion_tag("beheer/onderdelen/partijmenu.html", takes_context=True)
def partijmenu(context: dict[str, Any], overeenkomst: Overeenkomst) -> dict[str, Any]:
    """What this person may do with these agreements; nothing for who takes no part in them."""
    request = context.get("request")
    user = request.user if request else None
    if user is None or not user.is_authenticated:
        return {"mag_logboek": False}
    party = organisaties_voor(user, Actie.BEKIJK_LOGBOEK, overeenkomst)
    return {
        "overeenkomst": overeenkomst,
        "mag_logboek": bool(party),
        "mag_inbrengen": bool(party & organisaties_in_rol(user, Actie.BRENG_IN)),
        "vult_in": _fill_in(party & organisaties_in_rol(user, Actie.VUL_IN)),
        "gemeenten": list(overeenkomst.gemeenten.all()) if party else [],
        "mag_ronde": bool(party) and bool(organisaties_voor(user, Actie.OPEN_RONDE, overeenkomst)),
    }


def _fill_in(own: frozenset[int]) -> list[Organisatie]:
    """The organisations for which this person gives figures."""
    return list(Organisatie.objects.filter(pk__in=own, opvolger=None)) if own else []
