"""The norms of agreements, for everybody; and for their parties how they stand and what they say of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from wederkerig.model import Norm
from wederkerig.monitoring.beoordelen import Status
from wederkerig.monitoring.rapport import Normregel
from wederkerig.web.accounts.opvolging import heirs
from wederkerig.web.monitor.domain.beoordelingen import (
    Beoordeeld,
    figures_behind,
    judgements,
    replaced_by,
)
from wederkerig.web.monitor.domain.bevestigen import (
    BevestigError,
    IntussenGezegdError,
    add,
    confirm,
    speaks_for,
)
from wederkerig.web.monitor.domain.normen import NormVanAfspraken, find_norm, norms_of, passage_of
from wederkerig.web.monitor.domain.opmerkingen import (
    IntussenOpgemerktError,
    OpmerkingError,
    remark,
    remarks_for,
    remarks_on,
    stand_of,
)
from wederkerig.web.monitor.domain.rapporten import published_judgements
from wederkerig.web.monitor.domain.signalen import signals_of
from wederkerig.web.monitor.domain.verdeling import task_of, tells_of_task
from wederkerig.web.monitor.models import Opmerking
from wederkerig.web.rechten import Actie, openbaar, vraagt
from wederkerig.web.rechten.oordeel import organisaties_voor
from wederkerig.web.register.models import Overeenkomst
from wederkerig.web.volgen.norm_forms import NieuweNormForm, NormForm, OpmerkingForm, chosen, initial_of
from wederkerig.web.volgen.vinden import OVEREENKOMST, find_overeenkomst, number_sent, person


@openbaar
@require_safe
def normen(request: HttpRequest, overeenkomst: str) -> HttpResponse:
    """All norms of agreements, with how far they are confirmed."""
    of = find_overeenkomst(overeenkomst)
    found = norms_of(of)
    parties = _for_parties(request, of, found)
    context = {
        "overeenkomst": of,
        "themas": _by_theme(of, found, parties),
        "aantal": sum(each.telt for each in found),
        "achtergrond": [
            each
            for each in found
            if each.norm.aard == "achtergrond" and each.gezegd != "geen norm" and not each.vervallen
        ],
        "geen_norm": [each for each in found if each.gezegd == "geen norm" and not each.vervallen],
        "vervallen": [each for each in found if each.vervallen],
        "te_bevestigen": sum(each.is_onbevestigd for each in found),
    }
    return render(request, "volgen/normen.html", context | parties)


@openbaar
@require_safe
def norm(request: HttpRequest, overeenkomst: str, sleutel: str) -> HttpResponse:
    """One norm: what it says and who says so; for the parties also its sum, its figures and remarks."""
    of = find_overeenkomst(overeenkomst)
    return _norm_page(request, of, _found(of, sleutel))


@vraagt(Actie.BEVESTIG_NORM, OVEREENKOMST)
@require_http_methods(["GET", "HEAD", "POST"])
def norm_bevestigen(request: HttpRequest, overeenkomst: Overeenkomst, sleutel: str) -> HttpResponse:
    """Say what a norm is, or that it is none."""
    held = _found(overeenkomst, sleutel)
    form = _form(request, overeenkomst, NormForm, initial_of(held.norm))
    if request.method != "POST":
        return _confirm_page(request, overeenkomst, held, form)
    none = request.POST.get("daad") == "geen"
    if not none and not form.is_valid():
        return _confirm_page(request, overeenkomst, held, form, status=422)
    told = form["toelichting"].data or "" if none else form.cleaned_data["toelichting"]
    try:
        made = confirm(
            overeenkomst,
            sleutel,
            None if none else form.as_norm(held.norm),
            stand=number_sent(request),
            namens=chosen(speaks_for(person(request), overeenkomst), request.POST.get("namens", "")),
            door=person(request),
            toelichting=told,
            op=timezone.localdate(),
        )
    except IntussenGezegdError as error:
        return _confirm_page(request, overeenkomst, error.nu, form, botst=True, status=409)
    except BevestigError as error:
        messages.error(request, str(error))
        return redirect("normen", overeenkomst.slug)
    messages.success(request, _("Dat staat nu bij de norm.") if made else _("Dat stond er al."))
    return redirect("norm", overeenkomst.slug, sleutel)


@vraagt(Actie.BEVESTIG_NORM, OVEREENKOMST)
@require_http_methods(["GET", "HEAD", "POST"])
def norm_toevoegen(request: HttpRequest, overeenkomst: Overeenkomst) -> HttpResponse:
    """Add a norm that reading did not find."""
    form = _form(request, overeenkomst, NieuweNormForm, {"nummer": request.GET.get("nummer", "")})
    empty = Norm(sleutel="", afspraak="", nummer="", relatie="min", waarde=0, eenheid="")
    if request.method == "POST" and form.is_valid():
        try:
            made = add(
                overeenkomst,
                form.as_norm(empty),
                nummer=form.cleaned_data["nummer"],
                namens=chosen(speaks_for(person(request), overeenkomst), request.POST.get("namens", "")),
                door=person(request),
                toelichting=form.cleaned_data["toelichting"],
                op=timezone.localdate(),
            )
        except BevestigError as error:
            form.add_error("nummer", str(error))
        else:
            messages.success(request, _("De norm is toegevoegd."))
            return redirect("norm", overeenkomst.slug, made.sleutel)
    context = {
        "overeenkomst": overeenkomst,
        "form": form,
        "spreekt_voor": speaks_for(person(request), overeenkomst),
    }
    status = 422 if form.errors else 200
    return render(request, "volgen/norm_toevoegen.html", context, status=status)


@vraagt(Actie.MERK_OP, OVEREENKOMST)
@require_POST
def opmerking(request: HttpRequest, overeenkomst: Overeenkomst, sleutel: str) -> HttpResponse:
    """Make, change or take back the remark of one's own organisation."""
    held = _found(overeenkomst, sleutel)
    form = OpmerkingForm(request.POST)
    if not form.is_valid():
        return _norm_page(request, overeenkomst, held, form=form, status=422)
    try:
        made = remark(
            overeenkomst,
            sleutel,
            form.cleaned_data["tekst"],
            stand=number_sent(request),
            namens=chosen(remarks_for(person(request), overeenkomst), request.POST.get("namens", "")),
            door=person(request),
        )
    except IntussenOpgemerktError as error:
        return _norm_page(request, overeenkomst, held, form=form, botst=error.nu, status=409)
    except OpmerkingError as error:
        form.add_error("tekst", str(error))
        return _norm_page(request, overeenkomst, held, form=form, status=422)
    if made is not None:
        messages.success(request, _("Uw opmerking staat erbij.") if made.tekst else _("Uw opmerking is weg."))
    return redirect(f"{reverse('norm', args=[overeenkomst.slug, sleutel])}#opmerkingen")


# --- what the pages need ---------------------------------------------------------------------------------


class Normrij(NamedTuple):
    """A norm in the list: who gives its figures, in short; how it stands, for who may see that."""

    norm: NormVanAfspraken
    wie: str
    status: Status | None


def _by_theme(
    overeenkomst: Overeenkomst, normen: Sequence[NormVanAfspraken], parties: Mapping[str, Any]
) -> list[tuple[str, list[Normrij]]]:
    """The norms that bind, by theme of the document."""
    short = dict(overeenkomst.partijen.values_list("naam", "kort"))
    judged: Mapping[str, tuple[Beoordeeld, str]] = parties.get("oordelen", {})
    told: Mapping[str, Normregel] = parties.get("gepubliceerd", {})
    found: dict[str, list[Normrij]] = {}
    for each in normen:
        if not each.telt:
            continue
        own, public = judged.get(each.sleutel), told.get(each.sleutel)
        status = own[0].beoordeling.status if own else public.status if public else None
        wie = ", ".join(short.get(name, name) for name in each.norm.cijfers_van)
        found.setdefault(each.norm.thema or "", []).append(Normrij(each, wie, status))
    return list(found.items())


def _found(overeenkomst: Overeenkomst, sleutel: str) -> NormVanAfspraken:
    held = find_norm(overeenkomst, sleutel)
    if held is None:
        raise Http404
    return held


def _for_parties(
    request: HttpRequest, overeenkomst: Overeenkomst, normen: Sequence[NormVanAfspraken]
) -> dict[str, Any]:
    """What the parties see besides, and what this person may do."""
    own = organisaties_voor(request.user, Actie.BEKIJK_CIJFERS, overeenkomst)
    if not own:
        published = published_judgements(overeenkomst)
        told = published.told_of(each.norm for each in normen) if published else {}
        return {"is_partij": False, "gepubliceerd": told}
    judged = judgements(overeenkomst, op=timezone.localdate())
    return {
        "is_partij": True,
        "signalen": signals_of(overeenkomst),
        "oordelen": {each.sleutel: (each, each.sentence(_reader(own))) for each in judged},
        "mag_bevestigen": bool(organisaties_voor(request.user, Actie.BEVESTIG_NORM, overeenkomst)),
    }


def _reader(own: frozenset[int]) -> int:
    """As which of their organisations somebody reads."""
    first = min(own)
    return heirs().get(first, first)


def _norm_page(
    request: HttpRequest,
    overeenkomst: Overeenkomst,
    held: NormVanAfspraken,
    *,
    form: OpmerkingForm | None = None,
    botst: Opmerking | None = None,
    status: int = 200,
) -> HttpResponse:
    passage = passage_of(overeenkomst, held.norm)
    context: dict[str, Any] = {"overeenkomst": overeenkomst, "norm": held, "passage": passage}
    context |= _for_parties(request, overeenkomst, [held])
    context["regel"] = context.get("gepubliceerd", {}).get(held.sleutel)
    if context["is_partij"]:
        context |= _behind(request, overeenkomst, held, form, botst)
        context["signalen"] = [each for each in context["signalen"] if each.sleutel == held.sleutel]
        judged: tuple[Beoordeeld, str] | None = context["oordelen"].get(held.sleutel)
        context["oordeel"], context["zin"] = judged or (None, "")
        if tells_of_task(held.norm.indicator):
            context["verdeling"] = task_of(overeenkomst, op=timezone.localdate())
    return render(request, "volgen/norm.html", context, status=status)


def _behind(
    request: HttpRequest,
    overeenkomst: Overeenkomst,
    held: NormVanAfspraken,
    form: OpmerkingForm | None,
    botst: Opmerking | None,
) -> dict[str, Any]:
    """The figures behind a norm, and what the parties say of it."""
    rows = figures_behind(overeenkomst, held) if held.indicator else []
    before = replaced_by(rows)
    remarks = remarks_on(overeenkomst).get(held.sleutel, [])
    speaks = remarks_for(person(request), overeenkomst)
    own = next((each for each in remarks if each.organisatie in speaks), None)
    return {
        "metingen": [(row, before[row.pk]) for row in rows],
        "opmerkingen": remarks,
        "opmerkform": form or OpmerkingForm(initial={"tekst": own.tekst if own else ""}),
        "opmerkstand": stand_of(overeenkomst, held.sleutel),
        "botst": botst,
        "spreekt_voor": speaks,
    }


def _form(
    request: HttpRequest, overeenkomst: Overeenkomst, kind: type[NormForm], initial: dict[str, Any]
) -> NormForm:
    data = request.POST if request.method == "POST" else None
    return kind(data, initial=initial, partijen=overeenkomst.partijen.order_by("volgorde"))


def _confirm_page(  # what the page shows
    request: HttpRequest,
    overeenkomst: Overeenkomst,
    held: NormVanAfspraken,
    form: NormForm,
    *,
    botst: bool = False,
    status: int = 200,
) -> HttpResponse:
    context = {
        "overeenkomst": overeenkomst,
        "norm": held,
        "passage": passage_of(overeenkomst, held.norm),
        "form": form,
        "botst": botst,
        "spreekt_voor": speaks_for(person(request), overeenkomst),
    }
    return render(request, "volgen/norm_bevestigen.html", context, status=status)
