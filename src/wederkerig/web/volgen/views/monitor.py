"""Dashboards: of a municipality for everybody and for its parties, of an organisation over all of them."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from wederkerig.web.accounts.models import Organisatie
from wederkerig.web.monitor.domain.bijdragen import as_they_are_now
from wederkerig.web.monitor.domain.gemeente import party_dashboard, public_dashboard
from wederkerig.web.monitor.domain.organisatie import promises_over_all
from wederkerig.web.monitor.domain.verdeling import task_of
from wederkerig.web.rechten import Actie, Wat, vraagt
from wederkerig.web.rechten.merken import openbaar
from wederkerig.web.rechten.oordeel import mag, organisaties_voor
from wederkerig.web.register.models import Gemeente, Partij
from wederkerig.web.volgen.vinden import ORGANISATIE, find_gemeente

GEMEENTE = Wat("gemeente", find_gemeente)


@openbaar
@require_safe
def monitor(request: HttpRequest, gemeente: str) -> HttpResponse:
    """How the agreements stand, as the parties last published it."""
    found = find_gemeente(gemeente)
    board = public_dashboard(found, timezone.localdate(), request.GET.get("overeenkomst", ""))
    if board is None:
        raise Http404
    mag_nu = mag(request.user, Actie.BEKIJK_CIJFERS, board.overeenkomst)
    return render(request, "volgen/monitor.html", {"bord": board, "gemeente": found, "mag_nu": mag_nu})


@vraagt(Actie.BEKIJK_CIJFERS, GEMEENTE)
@require_safe
def monitor_partijen(request: HttpRequest, gemeente: Gemeente) -> HttpResponse:
    """How the agreements stand now, for the parties: by the figures that are handed in."""
    own = organisaties_voor(request.user, Actie.BEKIJK_CIJFERS, gemeente)
    seen = set(Partij.objects.filter(organisatie__in=own).values_list("overeenkomst", flat=True))
    board = party_dashboard(gemeente, timezone.localdate(), seen, request.GET.get("overeenkomst", ""))
    if board is None:
        raise Http404
    context = {
        "bord": board,
        "gemeente": gemeente,
        "organisaties": as_they_are_now(own),
        "verdeling": task_of(board.overeenkomst, op=timezone.localdate()),
        "mag_rapport": mag(request.user, Actie.MAAK_RAPPORT, board.overeenkomst),
    }
    return render(request, "volgen/monitor_partijen.html", context)


@vraagt(Actie.BEKIJK_CONCEPT, ORGANISATIE)
@require_safe
def organisatie_monitor(request: HttpRequest, organisatie: Organisatie) -> HttpResponse:
    """What an organisation promised in all its municipalities, how that stands, and what is due where."""
    context = {
        "organisatie": organisatie,
        "overzicht": promises_over_all(
            organisatie,
            timezone.localdate(),
            gemeente=request.GET.get("gemeente", ""),
            bladzijde=request.GET.get("bladzijde"),
        ),
    }
    return render(request, "volgen/organisatie_monitor.html", context)
