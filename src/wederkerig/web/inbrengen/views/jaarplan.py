"""A year plan: which agreements it amends; each amendment beside the text it changes, and what is decided."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from wederkerig.consolidation import GeschiedenisError
from wederkerig.model import Beslissing, Jaarplan
from wederkerig.web.inbrengen.jaarplan_forms import KeuzeForm
from wederkerig.web.inbrengen.kaarten import Aandacht, cards
from wederkerig.web.inbrengen.stappen import steps
from wederkerig.web.inbrengen.views.plan_vaststellen import address_of
from wederkerig.web.inbrengen.vinden import INZENDING, person
from wederkerig.web.rechten import Actie, mag, vraagt
from wederkerig.web.register.domain.beslissen import leave_out, take_in
from wederkerig.web.register.domain.verwerken import (
    AndereKeuzeError,
    Overzicht,
    Regel,
    VerwerkenError,
    candidates,
    choose,
    facts_of,
    overview,
    plan_of,
    settle_amendment,
)
from wederkerig.web.register.models import Besluit, Fase, Inzending, Overeenkomst


@vraagt(Actie.BEKIJK_INZENDING, INZENDING)
@require_safe
@never_cache
def verwerken(request: HttpRequest, inzending: Inzending) -> HttpResponse:
    """All amendments, or first the choice which agreements they amend."""
    plan = plan_of(inzending) if inzending.fase == Fase.NALEZEN else None
    if plan is None:
        return redirect("inzending", inzending=inzending.pk)
    if inzending.overeenkomst is None or "kies" in request.GET:
        return _choice_page(request, inzending, plan)
    opened = request.GET.get("open", "")
    number = int(opened) if opened.isdecimal() and len(opened) < len("100000") else 0
    return _page(request, inzending, plan, Aandacht(number, open=True))


def _page(
    request: HttpRequest,
    inzending: Inzending,
    plan: Jaarplan,
    aandacht: Aandacht,
    *,
    gezegd: str = "",
    status: int = 200,
) -> HttpResponse:
    """The page; for htmx the part that changes."""
    assert inzending.overeenkomst is not None  # noqa: S101  # the caller looked
    try:
        overzicht = overview(inzending, plan, inzending.overeenkomst)
    except GeschiedenisError as error:
        return _choice_page(
            request, inzending, plan, fout=str(error), status=422 if status == 200 else status
        )
    kaarten = cards(overzicht, aandacht, facts_of(inzending))
    context = _context(request, inzending, plan) | {
        "overzicht": overzicht,
        "moeilijk": [each for each in kaarten if each.regel.moeilijk],
        "afgewezen": [each for each in kaarten if each.regel.afgewezen and not each.regel.moeilijk],
        "passend": [each for each in kaarten if not each.regel.afgewezen and not each.regel.moeilijk],
        "gezegd": gezegd,
    }
    whole = "inbrengen/verwerken.html"
    template = "inbrengen/jaarplan_wijzigingen.html" if _is_part(request) else whole
    return render(request, template, context, status=status)


def _is_part(request: HttpRequest) -> bool:
    return request.headers.get("HX-Request") == "true" and request.method == "POST"


def _context(request: HttpRequest, inzending: Inzending, plan: Jaarplan) -> dict[str, Any]:
    return {
        "inzending": inzending,
        "overeenkomst": inzending.overeenkomst,
        "plan": plan,
        "stappen": steps(inzending, "verwerken", jaarplan=True),
        "mag": mag(person(request), Actie.LEES_NA, inzending),
        "gebruiker": person(request),
    }


# --- which agreements ------------------------------------------------------------------------------


def _choice_page(
    request: HttpRequest, inzending: Inzending, plan: Jaarplan, *, fout: str = "", status: int = 200
) -> HttpResponse:
    found = candidates(inzending, plan)
    fitting = [each for each in found if each.past]
    proposed = inzending.overeenkomst_id or (fitting[0].overeenkomst.pk if len(fitting) == 1 else None)
    context = _context(request, inzending, plan) | {"kandidaten": found, "gekozen": proposed, "fout": fout}
    return render(request, "inbrengen/jaarplan_kiezen.html", context, status=status)


@vraagt(Actie.LEES_NA, INZENDING)
@require_POST
def kies_overeenkomst(request: HttpRequest, inzending: Inzending) -> HttpResponse:
    """Keep which agreements the plan amends."""
    plan = plan_of(inzending)
    if plan is None:
        return redirect("inzending", inzending=inzending.pk)
    chosen = request.POST.get("overeenkomst", "")
    pk = int(chosen) if chosen.isdecimal() and len(chosen) < len(str(2**63)) else 0
    overeenkomst = Overeenkomst.objects.filter(pk=pk).first()
    if overeenkomst is None:
        fout = _("Kies welke afspraken dit jaarplan wijzigt.")
        return _choice_page(request, inzending, plan, fout=fout, status=422)
    try:
        choose(inzending, overeenkomst, person(request))
    except VerwerkenError as error:
        return _choice_page(request, inzending, plan, fout=str(error), status=422)
    return redirect("verwerken", inzending=inzending.pk)


# --- what is decided -------------------------------------------------------------------------------


@vraagt(Actie.BEKIJK_INZENDING, INZENDING, post=Actie.LEES_NA)
@require_POST
def beslis(request: HttpRequest, inzending: Inzending) -> HttpResponse:
    """Keep what is decided of an amendment, or say why that cannot be; nothing that was typed is lost."""
    if inzending.fase != Fase.NALEZEN:
        return _too_late(request, inzending)
    plan = plan_of(inzending)
    if plan is None or inzending.overeenkomst is None:
        return redirect("verwerken", inzending=inzending.pk)
    form = KeuzeForm(request.POST)
    number = request.POST.get("wijziging", "")
    sent = {name: request.POST[name] for name in KeuzeForm.base_fields if name in request.POST}
    here = int(number) if number.isdecimal() and len(number) < len("100000") else 0
    which = request.POST.get("keuze", "")
    if not form.is_valid():
        fout = " ".join(str(error) for errors in form.errors.values() for error in errors)
        aandacht = Aandacht(here, fout=fout, bij=which, ingevuld=sent)
        return _page(request, inzending, plan, aandacht, status=422)
    try:
        said = _decide(request, inzending, plan, form)
    except AndereKeuzeError as error:
        aandacht = Aandacht(here, open=True, ingevuld=sent, botsing=error, bij=which)
        return _page(request, inzending, plan, aandacht, gezegd=str(error), status=409)
    except (VerwerkenError, GeschiedenisError) as error:
        aandacht = Aandacht(here, fout=str(error), bij=which, ingevuld=sent)
        return _page(request, inzending, plan, aandacht, gezegd=str(error), status=422)
    if _is_part(request):
        return _page(request, inzending, plan, Aandacht(here), gezegd=said)
    messages.success(request, said)
    return redirect(f"{reverse('verwerken', args=[inzending.pk])}#wijziging-{here}")


def _too_late(request: HttpRequest, inzending: Inzending) -> HttpResponse:
    """Somebody adopted the plan or took it back since this page was opened; show what became of it."""
    state = Fase(inzending.fase).label
    messages.info(
        request,
        _("Dit jaarplan is intussen %(fase)s. Wat u net deed, is niet bewaard.") % {"fase": state},
    )
    besluit = Besluit.objects.filter(inzending=inzending).select_related("overeenkomst").first()
    target = address_of(besluit) if besluit else reverse("inzending", args=[inzending.pk])
    if request.headers.get("HX-Request") == "true":
        return HttpResponse(headers={"HX-Redirect": target})
    return redirect(target)


def _decide(request: HttpRequest, inzending: Inzending, plan: Jaarplan, form: KeuzeForm) -> str:
    """Keep the choice; what came of it, in a sentence."""
    assert inzending.overeenkomst is not None  # noqa: S101  # the caller looked
    data = form.cleaned_data
    overzicht = overview(inzending, plan, inzending.overeenkomst)
    regel = overzicht.regel(data["wijziging"])
    if regel is None:
        raise VerwerkenError(_("Deze wijziging staat niet meer in het jaarplan."))
    beslissing = _choice(overzicht, regel, form)
    broken = settle_amendment(inzending, regel.nummer, beslissing, person(request), gezien=data["gezien"])
    return _told(regel, beslissing, broken)


def _choice(overzicht: Overzicht, regel: Regel, form: KeuzeForm) -> Beslissing | None:
    data = form.cleaned_data
    if data["keuze"] == "voorstel":
        return None
    if data["keuze"] == "afwijzen":
        return leave_out(regel.verwerking, data["toelichting"])
    return take_in(overzicht.voorstel.voor.stuk, regel.verwerking, form.ingevuld())


def _told(regel: Regel, beslissing: Beslissing | None, broken: tuple[int, ...]) -> str:
    if beslissing is None:
        said = _("Wijziging %(nummer)s staat weer zoals voorgesteld.")
    elif beslissing.keuze == "afwijzen":
        said = _("Wijziging %(nummer)s wordt niet overgenomen.")
    else:
        said = _("Wijziging %(nummer)s wordt zo overgenomen.")
    parts = [said % {"nummer": regel.nummer}]
    if broken:
        more = ngettext(
            "Let op: daardoor past wijziging %(nummers)s niet meer precies.",
            "Let op: daardoor passen de wijzigingen %(nummers)s niet meer precies.",
            len(broken),
        )
        parts.append(more % {"nummers": ", ".join(map(str, broken))})
    return " ".join(parts)
