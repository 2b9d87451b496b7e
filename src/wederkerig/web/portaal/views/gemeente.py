"""The agreements of a municipality on one page: short first, detail below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wederkerig.checks.concreetheid import concreetheid
from wederkerig.checks.wederkerigheid import wederkerigheid
from wederkerig.monitoring.rapport import Normregel
from wederkerig.web.monitor.domain.normen import NormVanAfspraken, norms_of
from wederkerig.web.monitor.domain.rapporten import published_judgements
from wederkerig.web.portaal.dag import moment_of, reads_on_a_day
from wederkerig.web.portaal.inzicht.aandelen import aandelen
from wederkerig.web.portaal.inzicht.gesprek import talk_of
from wederkerig.web.portaal.inzicht.looptijd import progress
from wederkerig.web.portaal.inzicht.nieuws import news_of
from wederkerig.web.portaal.inzicht.rijen import Keuze, by_theme, rijen_of
from wederkerig.web.portaal.inzicht.termijnen import calendar, due_in, telling_days
from wederkerig.web.portaal.lijnen import (
    Blik,
    blik_of,
    find_gemeente,
    find_lijn,
    lijn_of,
    overeenkomsten,
    said_of,
    successors_of,
)
from wederkerig.web.portaal.overzicht import LAATSTE_EERST, current, latest
from wederkerig.web.rechten import openbaar
from wederkerig.web.register.domain.afdrukken import FORMATEN
from wederkerig.web.register.domain.rondes import open_rounds
from wederkerig.web.register.models import Gemeente, Overeenkomst


@openbaar
@require_safe
@reads_on_a_day
def gemeente(request: HttpRequest, gemeente: str) -> HttpResponse:
    """The agreements that hold in a municipality: the latest in full, the others by name."""
    found = find_gemeente(gemeente)
    every = list(overeenkomsten().filter(gemeenten=found).order_by(*LAATSTE_EERST))
    dag = moment_of(request).dag
    now = current(every, dag)
    shown = now[0] if now else latest(every, dag)
    if shown is None:
        raise Http404
    return _page(request, blik_of(request, lijn_of(shown)), every, gemeente=found)


@openbaar
@require_safe
@reads_on_a_day
def overeenkomst(request: HttpRequest, overeenkomst: str) -> HttpResponse:
    """The same of particular agreements, also of those that are over."""
    blik = blik_of(request, find_lijn(overeenkomst))
    gemeenten = list(blik.overeenkomst.gemeenten.all())
    every = overeenkomsten().filter(gemeenten__in=gemeenten).distinct().order_by(*LAATSTE_EERST)
    return _page(request, blik, list(every))


def _page(
    request: HttpRequest, blik: Blik, every: Sequence[Overeenkomst], gemeente: Gemeente | None = None
) -> HttpResponse:
    others = [each for each in every if each.pk != blik.overeenkomst.pk]
    context = _read(blik, _wanted(request)) | {
        "gemeente": gemeente,
        "naast": current(others, blik.moment.dag),
        "eerder": [each for each in others if each not in current(others, blik.moment.dag)],
        "rondes": open_rounds(blik.overeenkomst, blik.moment.dag),
        "opvolgers": successors_of(blik.overeenkomst),
    }
    return render(request, "portaal/overeenkomst.html", context)


def _wanted(request: HttpRequest) -> Keuze:
    return Keuze(
        partij=request.GET.get("partij", ""),
        thema=request.GET.get("thema", ""),
        zonder_houvast=request.GET.get("houvast") == "geen",
    )


def _read(blik: Blik, keuze: Keuze) -> dict[str, Any]:
    """Everything that follows from the version itself."""
    stuk, dag = blik.stuk, blik.moment.dag
    news = news_of(blik.lijn, blik.count, dag)
    due = due_in(stuk, dag.year, dag)
    rows = rijen_of(stuk, news.standen, telling_days(due))
    themes = by_theme(stuk, rows, Keuze())
    return {
        "blik": blik,
        "stuk": stuk,
        "keuze": keuze,
        "nieuws": news,
        "nieuws_rijen": [row for row in rows if row.stand],
        "dit_jaar": due,
        "dit_jaar_komt": [punt for punt in due if not punt.voorbij],
        "dit_jaar_voorbij": [punt for punt in due if punt.voorbij],
        "gesprek": talk_of(blik, rows, due, said_of(blik.overeenkomst)),
        "looptijd": progress(stuk.looptijd, dag),
        "aandelen": aandelen(stuk),
        "wederkerigheid": wederkerigheid(stuk),
        "concreetheid": concreetheid(stuk),
        "rijen": rows,
        "alle_themas": themes,
        "open_alles": bool(keuze),
        "themas": by_theme(stuk, rows, keuze) if keuze else themes,
        "normen": _norms(blik),
        "kalender": calendar(stuk, dag.year, dag),
        "formaten": [each for each in FORMATEN.values() if each.soort != "renvooi"],
    }


def _norms(blik: Blik) -> list[tuple[NormVanAfspraken, Normregel | None]]:
    """The norms that bind, each with what the last published report says of it."""
    found = [each for each in norms_of(blik.overeenkomst, blik.count) if each.telt]
    published = published_judgements(blik.overeenkomst)
    told = published.told_of(each.norm for each in found) if published else {}
    return [(each, told.get(each.sleutel)) for each in found]
