"""The front page: the municipalities with agreements here, and a way to search in all of them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from wederkerig.web.portaal.overzicht import municipalities
from wederkerig.web.rechten import openbaar


@openbaar
@require_safe
def portaal(request: HttpRequest) -> HttpResponse:
    """All municipalities, by their first letter."""
    gemeenten = municipalities(timezone.localdate())
    return render(request, "portaal/portaal.html", {"gemeenten": gemeenten})
