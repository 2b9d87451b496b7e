"""Open data: what was published of a municipality, and where to find that of all."""

from __future__ import annotations

from email.utils import parseaddr

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from wederkerig.web.monitor.domain.opendata import Gegevensbestand, Waar, file_of, files_of_the_country
from wederkerig.web.rechten.merken import openbaar
from wederkerig.web.volgen.vinden import find_gemeente
from wederkerig.web.vormgeving.zenden import as_download


@openbaar
@require_safe
def opendata(request: HttpRequest, gemeente: str, bestand: str) -> HttpResponse:
    """A file with what a municipality published."""
    found = find_gemeente(gemeente)
    return _answer(request, file_of(found, bestand, _here(request)), f"{found.slug}-{bestand}")


@openbaar
@require_safe
def opendata_landelijk(request: HttpRequest, bestand: str) -> HttpResponse:
    """Where the open data of all municipalities stand."""
    return _answer(request, files_of_the_country(bestand, _here(request)), f"landelijk-{bestand}")


def _here(request: HttpRequest) -> Waar:
    return Waar(request.build_absolute_uri("/").rstrip("/"), parseaddr(settings.DEFAULT_FROM_EMAIL)[1])


def _answer(request: HttpRequest, found: Gegevensbestand | None, name: str) -> HttpResponse:
    if found is None:
        raise Http404
    answer = as_download(request, lambda: found.inhoud, name=name, kind=found.media, key=found.sleutel)
    # programs on other sites may read it as well
    answer["Access-Control-Allow-Origin"] = "*"
    return answer
