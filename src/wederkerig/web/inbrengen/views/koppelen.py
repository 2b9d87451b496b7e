"""Which organisation a party is, and what becomes of corrections that lost their fact."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from wederkerig.nalezen import NalezenError
from wederkerig.web.accounts.models import Organisatie
from wederkerig.web.inbrengen.scherm import Scherm
from wederkerig.web.inbrengen.views.nalezen import objections_in, too_late
from wederkerig.web.inbrengen.views.verbeteren import htmx, seen_in
from wederkerig.web.inbrengen.vinden import INZENDING, person
from wederkerig.web.rechten import Actie, vraagt
from wederkerig.web.register.domain.nalezen import (
    BotstError,
    GeslotenError,
    Gezien,
    OnbekendError,
    koppelingen_van,
    match_party,
    nalezing_van,
    settle_loose,
)
from wederkerig.web.register.models import Inzending


@vraagt(Actie.LEES_NA, INZENDING)
@require_POST
def koppel(request: HttpRequest, inzending: Inzending) -> HttpResponse:
    """Say which organisation a party is; an empty field says that nobody here is."""
    sleutel = request.POST.get("sleutel", "")
    naam = " ".join(request.POST.get("organisatie", "").split())
    organisatie = Organisatie.objects.filter(naam__iexact=naam, opvolger__isnull=True).first()
    if naam and organisatie is None:
        fout = _("Hier is geen organisatie die ‘%(naam)s’ heet. Kies een naam uit de lijst.") % {"naam": naam}
        return _party(request, inzending, sleutel, fout=fout, getypt=naam, status=400)
    try:
        match_party(inzending, Gezien(person(request), sleutel, seen_in(request)), organisatie)
    except OnbekendError as error:
        raise Http404 from error
    except BotstError as error:
        fout = _("%(wie)s koos intussen iets anders. U ziet nu die keuze; verander die als dat nodig is.")
        return _party(request, inzending, sleutel, fout=fout % {"wie": error.laatste.door}, status=409)
    except GeslotenError:
        return too_late(request, inzending)
    return _party(request, inzending, sleutel, gezegd=_("Bewaard"))


def _party(
    request: HttpRequest,
    inzending: Inzending,
    sleutel: str,
    *,
    gezegd: str = "",
    fout: str = "",
    getypt: str | None = None,
    status: int = 200,
) -> HttpResponse:
    """The line of a party; without htmx the page anew, with a message."""
    if not htmx(request) and status != 409:
        (messages.error if fout else messages.success)(request, fout or f"{gezegd}.")
        return redirect(f"{reverse('nalezen', args=[inzending.pk])}#partijen")
    nalezing, koppelingen = nalezing_van(inzending), koppelingen_van(inzending)
    regels = Scherm(nalezing).parties(koppelingen)
    regel = next((each for each in regels if each.groep.item.sleutel == sleutel), None)
    if regel is None:
        raise Http404
    context = {
        "inzending": inzending,
        "regel": regel,
        "gezegd": gezegd,
        "fout": fout,
        "getypt": getypt,
        "mag": True,
        "organisaties": Organisatie.objects.filter(opvolger__isnull=True).only("naam"),
        **objections_in(nalezing, koppelingen),
    }
    template = "inbrengen/deel/koppeling.html" if htmx(request) else "inbrengen/koppeling.html"
    return render(request, template, context, status=status)


@vraagt(Actie.LEES_NA, INZENDING)
@require_POST
def los(request: HttpRequest, inzending: Inzending) -> HttpResponse:
    """Put a correction that lost its fact on another fact (`op`), or let it go."""
    row = request.POST.get("rij", "")
    if not row.isdecimal() or len(row) > 18:
        raise Http404
    try:
        settle_loose(inzending, person(request), int(row), op=request.POST.get("op") or None)
    except OnbekendError as error:
        raise Http404 from error
    except GeslotenError:
        return too_late(request, inzending)
    except NalezenError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Bewaard."))
    return redirect("nalezen", inzending=inzending.pk)
