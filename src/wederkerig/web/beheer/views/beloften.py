"""What an organisation promised in all its agreements together, to look through and to take along."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from wederkerig.parameters.themas import themanaam
from wederkerig.web.accounts.models import Organisatie
from wederkerig.web.beheer.vinden import ORGANISATIE
from wederkerig.web.rechten import Actie, vraagt
from wederkerig.web.register.domain.beloften import Belofte, Keuze, as_csv, promises_of

_PER_PAGE = 100


@vraagt(Actie.BEKIJK_ORGANISATIE, ORGANISATIE)
@require_safe
def beloften(request: HttpRequest, organisatie: Organisatie) -> HttpResponse:
    """The agreements in which the organisation acts, of one municipality or theme where that is asked for."""
    keuze = _asked(request)
    all_ = promises_of(organisatie, timezone.localdate())
    chosen = [each for each in all_ if keuze.holds(each)]
    query = request.GET.copy()
    query.pop("bladzijde", None)
    context = {
        "organisatie": organisatie,
        "bladzijde": Paginator(chosen, _PER_PAGE).get_page(request.GET.get("bladzijde")),
        "keuze": keuze,
        "gemeenten": sorted({(each.slug, each.naam) for belofte in all_ for each in belofte.gemeenten}),
        "themas": _themes(all_),
        "alle": len(all_),
        "vraag": query.urlencode(),
    }
    return render(request, "beheer/beloften.html", context)


@vraagt(Actie.BEKIJK_ORGANISATIE, ORGANISATIE)
@require_safe
def beloften_csv(request: HttpRequest, organisatie: Organisatie) -> HttpResponseBase:
    """The same as a file for a spreadsheet."""
    keuze = _asked(request)
    chosen = [each for each in promises_of(organisatie, timezone.localdate()) if keuze.holds(each)]
    response = StreamingHttpResponse(as_csv(chosen), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="afspraken-{organisatie.slug}.csv"'
    return response


def _asked(request: HttpRequest) -> Keuze:
    return Keuze(gemeente=request.GET.get("gemeente", ""), thema=request.GET.get("thema", ""))


def _themes(found: list[Belofte]) -> list[tuple[str, str]]:
    used = {each.regel.hoofdthema for each in found if each.regel.hoofdthema}
    return sorted(((each, themanaam(each)) for each in used), key=lambda pair: pair[1])
