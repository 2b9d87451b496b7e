"""The desk: what waits for somebody, and what is theirs."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from wederkerig.web.rechten import Actie, vraagt


@vraagt(Actie.WERK)
def werk(request: HttpRequest) -> HttpResponse:
    """The desk of the person who is logged in."""
    return render(request, "beheer/werk.html")
