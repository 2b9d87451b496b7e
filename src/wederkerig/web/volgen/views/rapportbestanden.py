"""Reports as files to save: given where they are there, else made while one waits."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from wederkerig.web.monitor.domain.rapportbestanden import (
    Vorm,
    ask,
    ask_again,
    file_name,
    formats_of,
)
from wederkerig.web.monitor.models import Rapport, Rapportbestand
from wederkerig.web.monitor.tasks import make_rapportbestand
from wederkerig.web.rechten import Actie, vraagt
from wederkerig.web.rechten.merken import openbaar
from wederkerig.web.volgen.vinden_rapport import RAPPORT, find_published
from wederkerig.web.vormgeving.zenden import as_download


@vraagt(Actie.BEKIJK_RAPPORT, RAPPORT)
@require_http_methods(["GET", "HEAD", "POST"])
def rapport_bestand(request: HttpRequest, rapport: Rapport, formaat: str) -> HttpResponse:
    """A report as a file, for the parties also as a concept; POST asks again for one that failed."""
    return _file(request, rapport, formaat)


@openbaar
@require_http_methods(["GET", "HEAD", "POST"])
def rapport_download(request: HttpRequest, rapport: UUID, formaat: str) -> HttpResponse:
    """A published report as a file, for everybody."""
    found = find_published(rapport)
    if found is None:
        raise Http404
    return _file(request, found, formaat, public=True)


def _file(request: HttpRequest, rapport: Rapport, formaat: str, *, public: bool = False) -> HttpResponse:
    vorm = next((each for each in formats_of(rapport) if each.code == formaat), None)
    if vorm is None:
        raise Http404
    with transaction.atomic():  # the row and its job are there together or not at all
        row, due = ask(rapport, vorm)
        if request.method == "POST":
            due = ask_again(row) or due
        if due:
            make_rapportbestand.enqueue(row.pk)
    if request.method == "POST":
        return redirect(request.get_full_path())
    return _answer(request, rapport, vorm, row, public=public)


def _answer(
    request: HttpRequest, rapport: Rapport, vorm: Vorm, row: Rapportbestand, *, public: bool
) -> HttpResponse:
    part = request.headers.get("HX-Request") == "true"
    if row.bestand_id and not part:
        answer = as_download(
            request,
            lambda: _bytes(row),
            name=file_name(rapport, vorm),
            kind=vorm.media,
            key=row.bestand_id,
        )
        if not public:
            answer["Cache-Control"] = "private, no-store"
        return answer
    context = {
        "rapport": rapport,
        "overeenkomst": rapport.overeenkomst,
        "formaat": vorm,
        "afdruk": row,
        "adres": request.get_full_path(),
        "terug": "rapport_openbaar" if public else "rapport",
    }
    if part:
        return render(request, "volgen/deel_rapportbestand.html", context)
    return render(request, "volgen/rapportbestand.html", context, status=503 if row.fout else 202)


def _bytes(row: Rapportbestand) -> bytes:
    if row.bestand is None:
        raise Http404
    return bytes(row.bestand.inhoud)
