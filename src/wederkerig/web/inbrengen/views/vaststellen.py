"""Adopt a document: first what will be public (GET), then make it so (POST)."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wederkerig.web.inbrengen.forms import VaststellenForm
from wederkerig.web.inbrengen.stappen import next_page, steps
from wederkerig.web.inbrengen.views.nalezen import elsewhere
from wederkerig.web.inbrengen.views.plan_vaststellen import jaarplan_vaststellen
from wederkerig.web.inbrengen.vinden import INZENDING, person
from wederkerig.web.rechten import Actie, mag, vraagt
from wederkerig.web.register.domain.nalezen import is_year_plan
from wederkerig.web.register.domain.vaststellen import (
    VaststellenError,
    VerouderdError,
    Voorstel,
    adopt_basis,
    propose,
)
from wederkerig.web.register.models import Fase, Inzending


@vraagt(Actie.BEKIJK_INZENDING, INZENDING, post=Actie.STEL_VAST)
@require_http_methods(["GET", "HEAD", "POST"])
def vaststellen(request: HttpRequest, inzending: Inzending) -> HttpResponse:
    """A base document here; a year plan as its own module says."""
    if inzending.fase != Fase.NALEZEN:
        return elsewhere(inzending)
    if is_year_plan(inzending):
        return jaarplan_vaststellen(request, inzending)
    if request.method != "POST":
        return _page(request, inzending, propose(inzending))
    if not mag(person(request), Actie.STEL_VAST, inzending):
        raise PermissionDenied
    return _adopt(request, inzending)


def _page(
    request: HttpRequest,
    inzending: Inzending,
    voorstel: Voorstel,
    *,
    form: VaststellenForm | None = None,
    status: int = 200,
    verouderd: bool = False,
) -> HttpResponse:
    context = {
        "inzending": inzending,
        "voorstel": voorstel,
        "form": form or VaststellenForm(voorstel=voorstel, initial=_initial(inzending, voorstel)),
        "stappen": steps(inzending, "vaststellen"),
        "mag": mag(person(request), Actie.STEL_VAST, inzending),
        "verouderd": verouderd,
    }
    return render(request, "inbrengen/vaststellen.html", context, status=status)


def _initial(inzending: Inzending, voorstel: Voorstel) -> dict[str, object]:
    return {
        "gemeenten": list(voorstel.gemeenten) if voorstel.keuze else "",
        "vastgesteld": voorstel.vastgesteld,
        "inwerking": voorstel.inwerking,
        "stand": inzending.stand,
    }


def _adopt(request: HttpRequest, inzending: Inzending) -> HttpResponse:
    voorstel = propose(inzending)
    form = VaststellenForm(request.POST, voorstel=voorstel)
    if not form.is_valid():
        return _page(request, inzending, voorstel, form=form, status=400)
    try:
        besluit = adopt_basis(inzending, person(request), **form.cleaned_data)
    except VaststellenError as error:
        listed = {each.tekst for each in voorstel.bezwaren}
        for reden in error.redenen:
            if reden not in listed:
                form.add_error(None, reden)
        return _page(request, inzending, voorstel, form=form, status=400)
    except VerouderdError:
        return _outdated(request, inzending)
    messages.success(request, _("‘%(naam)s’ is vastgesteld en nu openbaar.") % {"naam": besluit.naam})
    inzending.refresh_from_db()
    return redirect(next_page(inzending) or "werk")


def _outdated(request: HttpRequest, inzending: Inzending) -> HttpResponse:
    """The document changed: it is shown as it is now, with what the person filled in."""
    inzending.refresh_from_db()
    voorstel = propose(inzending)
    data = request.POST.copy()
    data["stand"] = str(inzending.stand)
    newer = VaststellenForm(data, voorstel=voorstel)
    return _page(request, inzending, voorstel, form=newer, status=409, verouderd=True)
