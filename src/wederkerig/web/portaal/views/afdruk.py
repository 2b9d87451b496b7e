"""The agreements as files to save: given where they are there, else made while the visitor waits."""

from __future__ import annotations

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from wederkerig.web.portaal.dag import reads_on_a_day
from wederkerig.web.portaal.lijnen import Lijn, blik_of, find_lijn
from wederkerig.web.rechten import openbaar
from wederkerig.web.register.domain.afdrukken import (
    FORMATEN,
    Formaat,
    ask,
    ask_again,
    content_of,
    file_name,
    key_of,
)
from wederkerig.web.register.models import Afdruk
from wederkerig.web.register.tasks import make_afdruk
from wederkerig.web.vormgeving.zenden import as_download


@openbaar
@require_http_methods(["GET", "HEAD", "POST"])
@reads_on_a_day
def afdruk(request: HttpRequest, overeenkomst: str, formaat: str) -> HttpResponse:
    """A version as a file; POST asks again for one that could not be made."""
    kind = FORMATEN.get(formaat)
    if kind is None:
        raise Http404
    lijn = find_lijn(overeenkomst)
    count = _version(request, lijn, kind)
    besluiten = [row.pk for row in lijn.besluiten[: count + 1]]
    if kind.licht:
        return _light(request, lijn, count, besluiten, kind)
    with transaction.atomic():  # the row and its job are there together or not at all
        made, due = ask(lijn.overeenkomst, besluiten, kind)
        if request.method == "POST":
            due = ask_again(made) or due
        if due:
            make_afdruk.enqueue(made.pk)
    if request.method == "POST":
        return redirect(request.get_full_path())
    return _heavy(request, lijn, count, kind, made)


def _version(request: HttpRequest, lijn: Lijn, kind: Formaat) -> int:
    """Which version: that of the day, or the one a decision made. Marked changes need a decision."""
    decision = request.GET.get("besluit", "")
    if not decision and kind.soort != "renvooi":
        return blik_of(request, lijn).count
    place = lijn.place_of(decision)
    if kind.soort == "renvooi" and place == 0:
        raise Http404
    return place


def _light(request: HttpRequest, lijn: Lijn, count: int, besluiten: list[int], kind: Formaat) -> HttpResponse:
    return as_download(
        request,
        lambda: content_of(lijn.overeenkomst, count, kind),
        name=file_name(lijn.overeenkomst, count, kind),
        kind=kind.media,
        key=key_of(lijn.overeenkomst, besluiten, kind),
    )


def _heavy(request: HttpRequest, lijn: Lijn, count: int, kind: Formaat, made: Afdruk) -> HttpResponse:
    """The file where it is there, else a page that waits for it; a part of that page for who asks that."""
    part = request.headers.get("HX-Request") == "true"
    if made.bestand_id and not part:
        return as_download(
            request,
            lambda: _bytes(made),
            name=file_name(lijn.overeenkomst, count, kind),
            kind=kind.media,
            key=made.bestand_id,
        )
    context = {
        "overeenkomst": lijn.overeenkomst,
        "formaat": kind,
        "afdruk": made,
        "adres": request.get_full_path(),
    }
    if part:
        return render(request, "portaal/deel_afdruk.html", context)
    return render(request, "portaal/afdruk.html", context, status=503 if made.fout else 202)


def _bytes(made: Afdruk) -> bytes:
    if made.bestand is None:
        raise Http404
    return bytes(made.bestand.inhoud)
