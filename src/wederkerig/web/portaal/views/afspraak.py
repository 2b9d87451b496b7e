"""One agreement: as it stands on a day, what became of it, where its sentences and its source are."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wederkerig.export.words import getallen_of, termijnen_of
from wederkerig.model import Afspraak
from wederkerig.web.portaal.bronnen import passage_of, shown_places
from wederkerig.web.portaal.dag import reads_on_a_day
from wederkerig.web.portaal.inzicht import levensloop
from wederkerig.web.portaal.lijnen import Blik, Lijn, blik_of, find_lijn
from wederkerig.web.rechten import openbaar


@openbaar
@require_safe
@reads_on_a_day
def afspraak(request: HttpRequest, overeenkomst: str, afspraak: str) -> HttpResponse:
    """An agreement by its lasting name; one that was withdrawn has a page too."""
    blik = blik_of(request, find_lijn(overeenkomst))
    stadia = levensloop.life_of(blik.lijn, afspraak)
    if not stadia:
        raise Http404
    now = levensloop.find_in(blik.stuk, afspraak)
    context = {
        "blik": blik,
        "naam": afspraak,
        "stadia": stadia,
        "afspraak": now,
        "laatste": now or _last(blik.lijn, afspraak),
        "plekken": levensloop.places_of(blik.lijn, afspraak),
    }
    if now is not None:
        context |= _around(blik, now)
    return render(request, "portaal/afspraak.html", context)


@openbaar
@require_safe
@reads_on_a_day
def afspraak_bron(request: HttpRequest, overeenkomst: str, afspraak: str, besluit: str) -> HttpResponse:
    """Where the document of a decision says something of an agreement; a part of a page for who asks that."""
    lijn = find_lijn(overeenkomst)
    row = lijn.besluiten[lijn.place_of(besluit)]
    places = [each for each in levensloop.places_of(lijn, afspraak) if each.besluit == row]
    if not places:
        raise Http404
    context = {
        "overeenkomst": lijn.overeenkomst,
        "naam": afspraak,
        "laatste": _last(lijn, afspraak),
        "besluit": row,
        "plaatsen": shown_places(row, [each.bron for each in places]),
        "passages": [passage_of(row, each.bron) for each in places],
    }
    part = request.headers.get("HX-Request") == "true"
    return render(request, "portaal/deel_bron.html" if part else "portaal/afspraak_bron.html", context)


def _last(lijn: Lijn, name: str) -> Afspraak | None:
    """The agreement as it last stood."""
    versions = (lijn.versie(count).stuk for count in range(len(lijn.besluiten) - 1, -1, -1))
    return next((found for stuk in versions if (found := levensloop.find_in(stuk, name))), None)


def _around(blik: Blik, now: Afspraak) -> dict[str, Any]:
    stuk = blik.stuk
    before, after = levensloop.neighbours(stuk.afspraken, now)
    return {
        "zinnen": levensloop.sentences_on(blik.lijn, blik.count, now),
        "dagen": termijnen_of(now),
        "getallen": getallen_of(now),
        "tabellen": levensloop.tables_of(stuk, now),
        "verwijst_naar": levensloop.named_by(stuk, now),
        "genoemd_in": levensloop.naming(stuk, now),
        "vorige": before,
        "volgende": after,
    }
