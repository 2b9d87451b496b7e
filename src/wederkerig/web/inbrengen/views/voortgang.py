"""A document on its way: how far its reading is, why it failed, and on to the next step."""

from __future__ import annotations

from urllib.parse import quote

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from wederkerig.web.inbrengen.stappen import next_page, steps
from wederkerig.web.inbrengen.vinden import INZENDING, person
from wederkerig.web.rechten import Actie, mag, vraagt
from wederkerig.web.register.domain.inzenden import trek_in, vraag_opnieuw_lezen
from wederkerig.web.register.models import Bestand, Fase, Inzending


@vraagt(Actie.BEKIJK_INZENDING, INZENDING)
@require_safe
@never_cache
def inzending(request: HttpRequest, inzending: Inzending) -> HttpResponse:
    """Where the document stands; on to the next step once it was read."""
    target = next_page(inzending)
    if target is not None:
        return redirect(target)
    context = {
        "inzending": inzending,
        "stappen": steps(inzending),
        "mag_opnieuw": mag(person(request), Actie.BRENG_IN, inzending),
        "mag_intrekken": mag(person(request), Actie.TREK_IN, inzending),
    }
    return render(request, "inbrengen/inzending.html", context)


@vraagt(Actie.BEKIJK_INZENDING, INZENDING)
@require_safe
@never_cache
def inzending_voortgang(request: HttpRequest, inzending: Inzending) -> HttpResponse:
    """The part of the page that changes while it is being read; a new page once it is done."""
    response = render(request, "inbrengen/deel/voortgang.html", {"inzending": inzending})
    if inzending.fase != Fase.WACHT:
        response["HX-Redirect"] = next_page(inzending) or request.path.removesuffix("voortgang/")
    return response


@vraagt(Actie.BEKIJK_INZENDING, INZENDING)
@require_safe
def inzending_bestand(request: HttpRequest, inzending: Inzending) -> HttpResponse:  # as Django calls it
    """The file as it was brought in, to keep and never to open inside the site."""
    inhoud = Bestand.objects.get(pk=inzending.bestand_id).inhoud
    response = HttpResponse(bytes(inhoud), content_type="application/octet-stream")
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(inzending.bestandsnaam, safe='')}"
    response["Cache-Control"] = "private, no-store"
    return response


@vraagt(Actie.BRENG_IN, INZENDING)
@require_POST
def opnieuw_lezen(request: HttpRequest, inzending: Inzending) -> HttpResponse:
    """Have the document read again: after it failed, or because the reader became better."""
    if not vraag_opnieuw_lezen(inzending, person(request)):
        messages.info(request, _("Dit document wordt al gelezen, of het is al afgerond."))
    return redirect("inzending", inzending=inzending.pk)


@vraagt(Actie.TREK_IN, INZENDING)
@require_http_methods(["GET", "HEAD", "POST"])
def intrekken(request: HttpRequest, inzending: Inzending) -> HttpResponse:
    """Ask whether it is meant (GET), then take the document back (POST)."""
    if request.method != "POST":
        return render(request, "inbrengen/intrekken.html", {"inzending": inzending})
    if trek_in(inzending, person(request)):
        messages.success(request, _("‘%(naam)s’ is ingetrokken.") % {"naam": inzending.bestandsnaam})
        return redirect("inbrengen")
    messages.error(request, _("Dit document is al vastgesteld en kan niet meer worden ingetrokken."))
    return redirect("inzending", inzending=inzending.pk)
