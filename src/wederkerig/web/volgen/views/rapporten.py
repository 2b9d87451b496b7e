"""Reports: those of agreements, one as the parties see it, its next step, and what everybody may read."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from wederkerig.web.accounts.models import Organisatie
from wederkerig.web.monitor.domain.bijdragen import (
    RapportError,
    as_they_are_now,
    everybody_ready,
    is_open,
    kind_now,
    last_day,
    participation,
)
from wederkerig.web.monitor.domain.rapportbestanden import formats_of
from wederkerig.web.monitor.domain.rapporten import (
    VerderError,
    content_of,
    make_concept,
    published_of,
    refusal,
    reports_of,
    take_step,
)
from wederkerig.web.monitor.models import Rapport, RapportFase
from wederkerig.web.rechten import Actie, vraagt
from wederkerig.web.rechten.merken import openbaar
from wederkerig.web.rechten.oordeel import mag, organisaties_voor
from wederkerig.web.register.models import Overeenkomst
from wederkerig.web.volgen.rapport_forms import RapportForm, StapForm, suggestion
from wederkerig.web.volgen.vinden import OVEREENKOMST, person
from wederkerig.web.volgen.vinden_rapport import RAPPORT, find_published

_VOLGENDE = {RapportFase.CONCEPT: RapportFase.WEERWOORD, RapportFase.WEERWOORD: RapportFase.GEPUBLICEERD}


@vraagt(Actie.BEKIJK_RAPPORT, OVEREENKOMST, post=Actie.MAAK_RAPPORT)
@require_http_methods(["GET", "HEAD", "POST"])
def rapporten(request: HttpRequest, overeenkomst: Overeenkomst) -> HttpResponse:
    """All reports of agreements, for its parties; the municipality makes a new one here."""
    form = RapportForm(request.POST or None, initial=suggestion(timezone.localdate()))
    if request.method == "POST" and form.is_valid():
        try:
            made = make_concept(
                overeenkomst,
                form.opdracht(),
                namens=_regie(request, overeenkomst),
                door=person(request),
                vandaag=timezone.localdate(),
            )
        except RapportError as error:
            form.add_error(error.veld or None, str(error))
        else:
            messages.success(request, _("Het concept is gemaakt. De partijen kunnen het nu aanvullen."))
            return redirect("rapport", made.pk)
    context = {
        "overeenkomst": overeenkomst,
        "rapporten": reports_of(overeenkomst),
        "form": form if mag(request.user, Actie.MAAK_RAPPORT, overeenkomst) else None,
    }
    return render(request, "volgen/rapporten.html", context, status=422 if form.errors else 200)


@vraagt(Actie.BEKIJK_RAPPORT, RAPPORT)
@require_safe
def rapport(request: HttpRequest, rapport: Rapport) -> HttpResponse:
    """A report as the parties see it: what is to be done first, then what is in it."""
    return _page(request, rapport)


@vraagt(Actie.MAAK_RAPPORT, RAPPORT)
@require_POST
def rapport_stap(request: HttpRequest, rapport: Rapport) -> HttpResponse:
    """Take the next step with a report; then back to it."""
    form = StapForm(request.POST)
    if not form.is_valid():
        return _page(request, rapport, fout=_("Deze stap kan niet. Vernieuw de bladzijde."), status=422)
    data = form.cleaned_data
    try:
        row = take_step(
            rapport,
            RapportFase(data["naar"]),
            namens=_regie(request, rapport),
            door=person(request),
            vandaag=timezone.localdate(),
            stand=data["stand"],
            reden=data["reden"],
        )
    except VerderError as error:
        text = _("Iemand anders deed intussen een stap. Uw stap is niet gezet. Dit is hoe het rapport nu is.")
        return _page(request, error.rapport, fout=text, status=409)
    except RapportError as error:
        return _page(request, rapport, fout=str(error), status=422)
    messages.success(request, _SAID[RapportFase(row.fase)]())
    return redirect("rapport", row.pk)


_SAID = {
    RapportFase.WEERWOORD: lambda: _("Het weerwoord is open: de partijen lezen nu wat de anderen schreven."),
    RapportFase.GEPUBLICEERD: lambda: _("Het rapport is gepubliceerd. Iedereen kan het nu lezen."),
    RapportFase.VERVALLEN: lambda: _("Het rapport is vervallen."),
}


def _page(request: HttpRequest, rapport: Rapport, *, fout: str = "", status: int = 200) -> HttpResponse:
    eigen = organisaties_voor(request.user, Actie.BEKIJK_RAPPORT, rapport)
    fase, today = RapportFase(rapport.fase), timezone.localdate()
    volgende = _VOLGENDE.get(fase)
    regie = mag(request.user, Actie.MAAK_RAPPORT, rapport)
    context = {
        "rapport": rapport,
        "overeenkomst": rapport.overeenkomst,
        "inhoud": content_of(rapport, eigen),
        "deelnames": participation(rapport),
        "eigen": eigen,
        "alle_gereed": kind_now(rapport) is not None and everybody_ready(rapport),
        "soort_nu": kind_now(rapport),
        "open": is_open(rapport, today),
        "laatste_dag": last_day(rapport),
        "mag_bijdragen": mag(request.user, Actie.DRAAG_BIJ, rapport),
        "regie": regie,
        "volgende": volgende if regie else None,
        "nog_niet": refusal(rapport, volgende, today) if regie and volgende else None,
        "formaten": formats_of(rapport),
        "fout": fout,
        "reden": request.POST.get("reden", ""),
    }
    return render(request, "volgen/rapport.html", context, status=status)


def _regie(request: HttpRequest, thing: Overeenkomst | Rapport) -> Organisatie:
    """The municipality for which this person makes reports."""
    return as_they_are_now(organisaties_voor(request.user, Actie.MAAK_RAPPORT, thing))[0]


@openbaar
@require_safe
def rapport_openbaar(request: HttpRequest, rapport: UUID) -> HttpResponse:
    """A report that was published, for everybody."""
    found = find_published(rapport)
    if found is None:
        raise Http404
    context = {
        "rapport": found,
        "overeenkomst": found.overeenkomst,
        "inhoud": content_of(found),
        "formaten": formats_of(found),
        "andere": [each for each in published_of([found.overeenkomst_id]) if each.pk != found.pk],
    }
    return render(request, "volgen/rapport_openbaar.html", context)
