"""Searching in all agreements by words, and municipalities by name."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wederkerig.parameters.themas import themanaam
from wederkerig.web.accounts.models import Organisatie, Soort
from wederkerig.web.accounts.opvolging import one_with
from wederkerig.web.portaal.dag import moment_of, reads_on_a_day
from wederkerig.web.portaal.overzicht import municipalities_named
from wederkerig.web.rechten import openbaar
from wederkerig.web.register.domain.zoekindex import search, themes_in_use, words_of
from wederkerig.web.register.models import Gemeente

_PAGE = 20
_LONGEST = 200


@openbaar
@require_safe
@reads_on_a_day
def zoeken(request: HttpRequest) -> HttpResponse:
    """What is found, a page at a time."""
    vraag, moment = request.GET.get("q", "")[:_LONGEST].strip(), moment_of(request)
    soorten, themas = dict(Soort.choices), {each: themanaam(each) for each in themes_in_use()}
    partijen = list(Organisatie.objects.filter(deelnames__isnull=False).distinct().order_by("naam"))
    partij = next((each for each in partijen if each.slug == request.GET.get("partij")), None)
    soort, thema = request.GET.get("soort", ""), request.GET.get("thema", "")
    found = search(
        vraag,
        moment.dag,
        hoofdthema=thema if thema in themas else "",
        soort=soort if soort in soorten else "",
        partij=one_with(partij) if partij else None,
    )
    rows = found.select_related("overeenkomst").prefetch_related(
        Prefetch("overeenkomst__gemeenten", Gemeente.objects.only("naam", "slug"))
    )
    context = {
        "vraag": vraag,
        "woorden": words_of(vraag),
        "moment": moment,
        "blad": Paginator(rows, _PAGE).get_page(request.GET.get("blad")),
        "gemeenten": municipalities_named(words_of(vraag)),
        "soorten": soorten,
        "themas": themas,
        "soort": soort,
        "partijen": partijen,
        "partij": partij,
        "thema": thema,
    }
    return render(request, "portaal/zoeken.html", context)
