"""What happened: with agreements, for their parties; with an organisation, for its own people."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from wederkerig.web.accounts.models import Organisatie
from wederkerig.web.beheer.forms import ZeefForm
from wederkerig.web.beheer.vinden import ORGANISATIE, OVEREENKOMST
from wederkerig.web.rechten import Actie, vraagt
from wederkerig.web.register.domain.logboek import (
    as_csv,
    as_json,
    as_lines,
    kinds_and_people,
    of_organisatie,
    of_overeenkomst,
)
from wederkerig.web.register.models import Gebeurtenis, Overeenkomst

_PER_PAGE = 50
_FORMATEN = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "json": (as_json, "application/json; charset=utf-8"),
}


@vraagt(Actie.BEKIJK_LOGBOEK, OVEREENKOMST)
@require_safe
def logboek(request: HttpRequest, overeenkomst: Overeenkomst) -> HttpResponse:
    """What happened to agreements."""
    export = reverse("logboek_export", args=[overeenkomst.slug, "csv"])
    return _page(request, of_overeenkomst(overeenkomst), export, overeenkomst=overeenkomst)


@vraagt(Actie.BEKIJK_LOGBOEK, OVEREENKOMST)
@require_safe
def logboek_export(request: HttpRequest, overeenkomst: Overeenkomst, formaat: str) -> HttpResponseBase:
    """The same as a file."""
    return _file(request, of_overeenkomst(overeenkomst), formaat, overeenkomst.slug)


@vraagt(Actie.BEKIJK_EIGEN_LOGBOEK, ORGANISATIE)
@require_safe
def organisatie_logboek(request: HttpRequest, organisatie: Organisatie) -> HttpResponse:
    """What an organisation did, also with what is not adopted."""
    export = reverse("organisatie_logboek_export", args=[organisatie.slug, "csv"])
    return _page(request, of_organisatie(organisatie), export, organisatie=organisatie)


@vraagt(Actie.BEKIJK_EIGEN_LOGBOEK, ORGANISATIE)
@require_safe
def organisatie_logboek_export(
    request: HttpRequest, organisatie: Organisatie, formaat: str
) -> HttpResponseBase:
    """The same as a file."""
    return _file(request, of_organisatie(organisatie), formaat, organisatie.slug)


def _page(request: HttpRequest, events: QuerySet[Gebeurtenis], export: str, **about: Any) -> HttpResponse:  # noqa: ANN401  # for the page
    form = _asked(request, events)
    page = Paginator(form.zeef().apply(events), _PER_PAGE).get_page(request.GET.get("bladzijde"))
    query = request.GET.copy()
    query.pop("bladzijde", None)
    context = about | {
        "form": form,
        "bladzijde": page,
        "regels": as_lines(page.object_list),
        "vraag": query.urlencode(),
        "export_csv": export,
        "export_json": export.replace("/csv/", "/json/"),
    }
    return render(request, "beheer/logboek.html", context)


def _file(request: HttpRequest, events: QuerySet[Gebeurtenis], formaat: str, slug: str) -> HttpResponseBase:
    if formaat not in _FORMATEN:
        raise Http404
    write, kind = _FORMATEN[formaat]
    chosen = _asked(request, events).zeef().apply(events)
    response = StreamingHttpResponse(write(chosen.iterator(chunk_size=500)), content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="logboek-{slug}.{formaat}"'
    return response


def _asked(request: HttpRequest, events: QuerySet[Gebeurtenis]) -> ZeefForm:
    soorten, mensen = kinds_and_people(events)
    return ZeefForm(request.GET, soorten=soorten, mensen=mensen)
