"""The front page: the municipalities with agreements here."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from wederkerig.web.rechten import openbaar
from wederkerig.web.register.models import Gemeente


@openbaar
def portaal(request: HttpRequest) -> HttpResponse:
    """All municipalities."""
    return render(request, "portaal/portaal.html", {"gemeenten": Gemeente.objects.all()})
