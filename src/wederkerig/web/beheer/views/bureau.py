"""The desk: what waits for somebody, and what is theirs."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from wederkerig.web.accounts.models import Organisatie
from wederkerig.web.rechten import Actie, vraagt
from wederkerig.web.rechten.oordeel import organisaties_in_rol, organisaties_voor
from wederkerig.web.register.domain.bureau import Namens, desk_of


@vraagt(Actie.WERK)
@require_safe
def werk(request: HttpRequest) -> HttpResponse:
    """The desk of the person who is logged in."""
    own = organisaties_voor(request.user, Actie.WERK)
    brings = organisaties_in_rol(request.user, Actie.BRENG_IN)
    organisaties = list(Organisatie.objects.filter(pk__in=own, opvolger=None))
    signs, opens = (organisaties_in_rol(request.user, each) for each in (Actie.VERKLAAR, Actie.OPEN_RONDE))
    namens = Namens(ziet=own, schrijft=brings, tekent=signs, opent=opens)
    context = {
        "bureau": desk_of(namens, timezone.now(), request.GET.get("bladzijde")),
        "organisaties": organisaties,
        "mag_inbrengen": any(each.pk in brings for each in organisaties),
    }
    return render(request, "beheer/werk.html", context)
