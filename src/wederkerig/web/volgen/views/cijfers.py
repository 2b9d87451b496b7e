"""What an organisation is asked to fill in: over all its municipalities, and one at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from wederkerig.export.words import number
from wederkerig.web.accounts.models import Organisatie
from wederkerig.web.monitor.domain.concepten import Bewaard, Getypt, keep
from wederkerig.web.monitor.domain.indienen import (
    IndienError,
    IntussenAndersError,
    agreements_with,
    hand_in,
    mark_of_all,
    ready,
)
from wederkerig.web.monitor.domain.invullen import Opgave, due_in, due_of
from wederkerig.web.rechten import Actie, mag, vraagt
from wederkerig.web.register.models import Gemeente
from wederkerig.web.volgen.cijfer_forms import CijferForm
from wederkerig.web.volgen.vinden import ORGANISATIE, find_gemeente, person
from wederkerig.web.vormgeving.templatetags.vormgeving import foutenlijst


@vraagt(Actie.BEKIJK_CONCEPT, ORGANISATIE)
@require_safe
def cijfers(request: HttpRequest, organisatie: Organisatie) -> HttpResponse:
    """What is due in each municipality, by when, and how far it is."""
    if organisatie.opvolger is not None:
        return redirect("cijfers", organisatie.opvolger.slug)
    opgaven = due_of([organisatie], op=timezone.localdate())
    context = {
        "organisatie": organisatie,
        "open": sorted(
            (each for each in opgaven if each.vragen), key=lambda each: (each.uiterlijk, each.gemeente.naam)
        ),
        "klaar": [each for each in opgaven if not each.vragen],
        "mag_invullen": mag(request.user, Actie.VUL_IN, organisatie),
    }
    return render(request, "volgen/cijfers.html", context)


@vraagt(Actie.BEKIJK_CONCEPT, ORGANISATIE, post=Actie.VUL_IN)
@require_http_methods(["GET", "HEAD", "POST"])
def cijfers_invullen(request: HttpRequest, organisatie: Organisatie, gemeente: str) -> HttpResponse:
    """The figures that are due in one municipality; what is typed is kept as a draft."""
    if organisatie.opvolger is not None:
        return redirect("cijfers", organisatie.opvolger.slug)
    place = _place(organisatie, gemeente)
    opgave = due_in(organisatie, place, op=timezone.localdate())
    if request.method != "POST":
        return _page(request, opgave, _forms(opgave))
    forms = _forms(opgave, request.POST)
    kept = keep(opgave, _typed(request, forms), door=person(request))
    opgave = due_in(organisatie, place, op=timezone.localdate())
    if "neem_over" in request.POST and not kept.botsingen:
        return redirect(f"{request.path}#{request.POST['neem_over']}")
    forms = _forms(opgave, request.POST)
    _mark_too_long(forms, kept)
    wrong = any(form.errors for form in forms)
    if request.headers.get("HX-Request") == "true":
        return _page(request, opgave, forms, kept=kept, template="volgen/deel/bewaard.html")
    if kept.botsingen:
        return _page(request, opgave, forms, kept=kept, status=409)
    if wrong:
        return _page(request, opgave, forms, kept=kept, status=422)
    if "verder" in request.POST:
        return redirect("cijfers_indienen", organisatie.slug, place.slug)
    told = ngettext("%(n)d cijfer is bewaard.", "%(n)d cijfers zijn bewaard.", kept.aantal)
    messages.success(request, told % {"n": kept.aantal} if kept.aantal else _("Er was niets te bewaren."))
    return redirect("cijfers_invullen", organisatie.slug, place.slug)


@vraagt(Actie.BEKIJK_CONCEPT, ORGANISATIE, post=Actie.VUL_IN)
@require_http_methods(["GET", "HEAD", "POST"])
def cijfers_indienen(request: HttpRequest, organisatie: Organisatie, gemeente: str) -> HttpResponse:
    """What others will see, to look at before it is handed in; and handing it in."""
    if organisatie.opvolger is not None:
        return redirect("cijfers", organisatie.opvolger.slug)
    place = _place(organisatie, gemeente)
    today = timezone.localdate()
    if request.method != "POST":
        return _confirm(request, organisatie, place)
    try:
        made = hand_in(
            organisatie, place, gezien=request.POST.get("gezien", ""), door=person(request), op=today
        )
    except IntussenAndersError:
        return _confirm(request, organisatie, place, anders=True, status=409)
    except IndienError as error:
        return _confirm(request, organisatie, place, fout=str(error), status=422)
    told = ngettext("%(n)d cijfer is ingediend.", "%(n)d cijfers zijn ingediend.", len(made.metingen))
    messages.success(request, told % {"n": len(made.metingen)})
    for each in made.signalen:
        messages.warning(request, _("Alle partijen krijgen een signaal: %(som)s") % {"som": each.som})
    return redirect("cijfers_invullen", organisatie.slug, place.slug)


def _place(organisatie: Organisatie, gemeente: str) -> Gemeente:
    """The municipality, where the organisation takes part in agreements. Raises Http404."""
    place = find_gemeente(gemeente)
    if not agreements_with(organisatie, place):
        raise Http404
    return place


def _forms(opgave: Opgave, data: Any = None) -> list[CijferForm]:  # noqa: ANN401  # what was sent
    return [CijferForm(data, vraag=vraag, op=timezone.localdate()) for vraag in opgave.vragen]


def _typed(request: HttpRequest, forms: Sequence[CijferForm]) -> dict[str, Getypt]:
    """What was typed, by figure; where last time is to be taken over, that."""
    sent = [form for form in forms if f"{form.prefix}-waarde" in request.POST]
    typed = {form.vraag.veld: form.getypt for form in sent}
    for form in sent:
        last = form.vraag.vorige
        if request.POST.get("neem_over") == form.vraag.veld and last is not None:
            base = "" if last.noemer is None else number(last.noemer)
            typed[form.vraag.veld] = replace(form.getypt, waarde=number(last.waarde), noemer=base)
    return typed


def _mark_too_long(forms: Sequence[CijferForm], kept: Bewaard) -> None:
    for form in forms:
        if why := kept.te_lang.get(form.vraag.veld):
            form.add_error("waarde", why)


def _page(
    request: HttpRequest,
    opgave: Opgave,
    forms: Sequence[CijferForm],
    *,
    kept: Bewaard | None = None,
    template: str = "volgen/cijfers_invullen.html",
    status: int = 200,
) -> HttpResponse:
    clashes = kept.botsingen if kept else {}
    context = {
        "organisatie": opgave.organisatie,
        "gemeente": opgave.gemeente,
        "opgave": opgave,
        "rijen": [(form, clashes.get(form.vraag.veld)) for form in forms],
        "uit_lijst": any(vraag.gevraagd.herkomst == "lijst" for vraag in opgave.vragen),
        "botsingen": len(clashes),
        "bewaard": kept.aantal if kept else 0,
        "samenvatting": foutenlijst(*forms),
        "mag_invullen": mag(request.user, Actie.VUL_IN, opgave.organisatie),
        "nu": timezone.localtime(),
    }
    return render(request, template, context, status=status)


def _confirm(
    request: HttpRequest,
    organisatie: Organisatie,
    gemeente: Gemeente,
    *,
    fout: str = "",
    anders: bool = False,
    status: int = 200,
) -> HttpResponse:
    read = ready(organisatie, gemeente, op=timezone.localdate())
    overeenkomsten = agreements_with(organisatie, gemeente)
    context = {
        "organisatie": organisatie,
        "gemeente": gemeente,
        "kan": [each for each in read if each.kan],
        "kan_niet": [each for each in read if not each.kan],
        "gezien": mark_of_all(read),
        "overeenkomsten": overeenkomsten,
        "fout": fout,
        "anders": anders,
        "mag_invullen": mag(request.user, Actie.VUL_IN, organisatie),
    }
    return render(request, "volgen/cijfers_indienen.html", context, status=status)
