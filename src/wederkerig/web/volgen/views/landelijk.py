"""The country: themes, concreteness, and norms side by side, with the document one click away."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from wederkerig.web.monitor.domain.landelijk import as_csv, compare_norms, the_country
from wederkerig.web.rechten.merken import openbaar

_PER_PAGE = 100


@openbaar
@require_safe
def landelijk(request: HttpRequest) -> HttpResponse:
    """The country at a glance; of one indicator the norms of all municipalities."""
    land = the_country(timezone.localdate())
    name = request.GET.get("indicator", "")
    chosen = next((row for row in land.indicatoren if row.indicator.id == name), None)
    rows = compare_norms(land, name) if chosen else []
    context = {
        "land": land,
        "gekozen": chosen,
        "bladzijde": Paginator(rows, _PER_PAGE).get_page(request.GET.get("bladzijde")),
    }
    return render(request, "volgen/landelijk.html", context)


@openbaar
@require_safe
def landelijk_csv(request: HttpRequest) -> HttpResponseBase:
    """The comparison as a file for a spreadsheet: of one indicator, or of all."""
    name = request.GET.get("indicator", "")
    land = the_country(timezone.localdate())
    known = {row.indicator.id for row in land.indicatoren}
    rows = compare_norms(land, name) if not name or name in known else []
    response = StreamingHttpResponse(as_csv(rows), content_type="text/csv; charset=utf-8")
    shown = name if name in known else "alle"
    response["Content-Disposition"] = f'attachment; filename="normen-{shown}.csv"'
    return response
