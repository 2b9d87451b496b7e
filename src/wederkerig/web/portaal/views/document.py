"""The whole document in one page, as it stands on a day or with what a decision changed in it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wederkerig.web.portaal.dag import reads_on_a_day
from wederkerig.web.portaal.inzicht.tekst import marked_parts, parts_of
from wederkerig.web.portaal.lijnen import Blik, blik_of, find_lijn
from wederkerig.web.rechten import openbaar


@openbaar
@require_safe
@reads_on_a_day
def document(request: HttpRequest, overeenkomst: str) -> HttpResponse:
    """The document; with ?wijzigingen= and a decision, marked against the version before it."""
    lijn = find_lijn(overeenkomst)
    if decision := request.GET.get("wijzigingen"):
        place = lijn.place_of(decision)
        moment = blik_of(request, lijn).moment
        blik = Blik(lijn, moment, place)
        marked = place > 0
    else:
        blik, marked = blik_of(request, lijn), False
    before = lijn.uitgave(blik.count - 1).stuk if marked else None
    parts = marked_parts(before, blik.stuk) if before else parts_of(blik.uitgave)
    context = {"blik": blik, "stuk": blik.stuk, "delen": parts, "gemerkt": marked}
    return render(request, "portaal/document.html", context)
