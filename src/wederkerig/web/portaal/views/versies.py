"""The decisions: when, who brought them in, what they changed, and any two days side by side."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from wederkerig.web.accounts.models import Gebruiker
from wederkerig.web.portaal.bronnen import content_of, media_type, page_of
from wederkerig.web.portaal.dag import DagError, Moment, day_of, moment_of, reads_on_a_day
from wederkerig.web.portaal.inzicht.wijziging import between, counts_of, effect_of
from wederkerig.web.portaal.lijnen import Lijn, find_lijn, said_of, statements_by_decision
from wederkerig.web.rechten import openbaar
from wederkerig.web.register.domain.verklaren import speaks_for
from wederkerig.web.vormgeving.zenden import as_download, as_image


@openbaar
@require_safe
@reads_on_a_day
def versies(request: HttpRequest, overeenkomst: str) -> HttpResponse:
    """The decisions in the order of time; with ?van= and ?tot= what changed between two days."""
    lijn, moment = find_lijn(overeenkomst), moment_of(request)
    said = statements_by_decision(lijn, said_of(lijn.overeenkomst))
    rows = [
        {"besluit": row, "gevolg": effect_of(lijn, place) if place else None, "verklaringen": said[row.pk]}
        for place, row in enumerate(lijn.besluiten)
    ]
    context = {
        "lijn": lijn,
        "overeenkomst": lijn.overeenkomst,
        "moment": moment,
        "rijen": rows,
        "telling": counts_of(lijn.versie(0).stuk),
    }
    return render(request, "portaal/versies.html", context | _two_days(request, lijn, moment))


def _two_days(request: HttpRequest, lijn: Lijn, moment: Moment) -> dict[str, Any]:
    first, last = request.GET.get("van", "").strip(), request.GET.get("tot", "").strip()
    begin = lijn.begin or moment.vandaag
    if not first and not last:
        return {"van": begin, "tot": max(moment.vandaag, begin)}
    van = day_of(first) if first else begin
    tot = day_of(last) if last else max(moment.vandaag, van)
    if tot < van:
        raise DagError(
            _("De tweede dag ligt voor de eerste."), _("Kies bij ‘tot’ een dag die later is dan bij ‘van’.")
        )
    return {"van": van, "tot": tot, "verschil": between(lijn, lijn.count_on(van), lijn.count_on(tot))}


@openbaar
@require_safe
@reads_on_a_day
def besluit(request: HttpRequest, overeenkomst: str, besluit: str) -> HttpResponse:
    """One decision: the base, or a plan with all it changed."""
    lijn, moment = find_lijn(overeenkomst), moment_of(request)
    place = lijn.place_of(besluit)
    row = lijn.besluiten[place]
    context = {
        "lijn": lijn,
        "overeenkomst": lijn.overeenkomst,
        "moment": moment,
        "besluit": row,
        "spreekt": isinstance(request.user, Gebruiker) and bool(speaks_for(request.user, row)),
        "gevolg": effect_of(lijn, place) if place else None,
        "telling": counts_of(lijn.versie(place).stuk),
        "vorige": lijn.besluiten[place - 1] if place else None,
        "volgende": lijn.besluiten[place + 1] if place + 1 < len(lijn.besluiten) else None,
    }
    return render(request, "portaal/besluit.html", context)


@openbaar
@require_safe
def bron(request: HttpRequest, overeenkomst: str, besluit: str) -> HttpResponse:
    """The document as it was brought in, to save."""
    lijn = find_lijn(overeenkomst)
    row = lijn.besluiten[lijn.place_of(besluit)]
    name, key = row.inzending.bestandsnaam, row.inzending.bestand_id
    return as_download(request, lambda: content_of(row), name=name, kind=media_type(name), key=key)


@openbaar
@require_safe
def bronbladzijde(request: HttpRequest, overeenkomst: str, besluit: str, bladzijde: int) -> HttpResponse:
    """A page of it as it looks."""
    lijn = find_lijn(overeenkomst)
    row = lijn.besluiten[lijn.place_of(besluit)]
    key = f"{row.inzending.bestand_id}-{bladzijde}"
    return as_image(request, lambda: page_of(row, bladzijde), key=key)
