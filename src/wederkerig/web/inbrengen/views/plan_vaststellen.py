"""Adopting a year plan: the new version before and after, its days, and the one button that makes it so."""

from __future__ import annotations

from contextlib import suppress
from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from wederkerig.consolidation import GeschiedenisError, Stukje
from wederkerig.consolidation.woorden import Soort
from wederkerig.export.opmaak import opmaak
from wederkerig.export.renvooi import mark
from wederkerig.export.renvooi_html.tekst import Tekst, marked_text
from wederkerig.web.inbrengen.jaarplan_forms import BesluitForm
from wederkerig.web.inbrengen.stappen import steps
from wederkerig.web.inbrengen.vinden import person
from wederkerig.web.rechten import Actie, mag
from wederkerig.web.register.domain.vaststellen_jaarplan import (
    BuitenError,
    Gegevens,
    Intussen,
    VeranderdError,
    Vooruitzicht,
    adopt_plan,
    default_name,
    meanwhile,
    prospect,
)
from wederkerig.web.register.domain.verwerken import VerwerkenError
from wederkerig.web.register.models import Besluit, Inzending
from wederkerig.web.vormgeving.templatetags.vormgeving import renvooi


def jaarplan_vaststellen(request: HttpRequest, inzending: Inzending) -> HttpResponse:
    """GET: what would come of it. POST: adopt.

    Called by the view `vaststellen`, which holds the mark and saw that the plan is still being settled.
    """
    if inzending.overeenkomst is None:
        return redirect("verwerken", inzending=inzending.pk)
    if request.method == "POST":
        return _adopt(request, inzending)
    return _look(request, inzending)


def address_of(besluit: Besluit) -> str:
    """The public page of a decision."""
    return reverse("besluit", args=[besluit.overeenkomst.slug, besluit.slug])


# --- looking ---------------------------------------------------------------------------------------


def _look(request: HttpRequest, inzending: Inzending) -> HttpResponse:
    filled = any(name in request.GET for name in BesluitForm.base_fields)
    form = BesluitForm(request.GET) if filled else None
    gegevens = form.gegevens() if form and form.is_valid() else Gegevens()
    nu = None
    try:
        nu = _prospect(inzending, gegevens)
    except (GeschiedenisError, VerwerkenError) as error:
        form = form or BesluitForm(_initial(inzending, gegevens, None))
        form.add_error(None, str(error))
    form = form or BesluitForm(initial=_initial(inzending, gegevens, nu))
    if nu is not None and "heel" in request.GET:
        return _whole(request, inzending, nu, form)
    return _page(request, inzending, form, nu)


def _prospect(inzending: Inzending, gegevens: Gegevens) -> Vooruitzicht:
    assert inzending.overeenkomst is not None  # noqa: S101  # the caller looked
    return prospect(inzending, inzending.overeenkomst, gegevens)


def _initial(inzending: Inzending, gegevens: Gegevens, nu: Vooruitzicht | None) -> dict[str, Any]:
    """What the form starts with: what was said, or what follows from the plan."""
    if nu is None:
        return {
            "naam": gegevens.naam or default_name(inzending),
            "vastgesteld": gegevens.vastgesteld,
            "inwerking": gegevens.inwerking,
        }
    besluit = nu.voorstel.besluit
    return {"naam": besluit.naam, "vastgesteld": besluit.vastgesteld, "inwerking": besluit.inwerking}


def _page(
    request: HttpRequest,
    inzending: Inzending,
    form: BesluitForm,
    nu: Vooruitzicht | None,
    *,
    status: int = 200,
    **extra: Any,  # noqa: ANN401  # what the template shows besides
) -> HttpResponse:
    context = _context(request, inzending, form, nu) | extra
    return render(request, "inbrengen/jaarplan_vaststellen.html", context, status=status)


def _context(
    request: HttpRequest, inzending: Inzending, form: BesluitForm, nu: Vooruitzicht | None
) -> dict[str, Any]:
    return {
        "inzending": inzending,
        "overeenkomst": inzending.overeenkomst,
        "form": form,
        "nu": nu,
        "mag": mag(person(request), Actie.STEL_VAST, inzending),
        "stappen": steps(inzending, "vaststellen", jaarplan=True),
    }


def _whole(request: HttpRequest, inzending: Inzending, nu: Vooruitzicht, form: BesluitForm) -> HttpResponse:
    """The whole document with its changes marked."""
    context = _context(request, inzending, form, nu) | {"tekst": _marked(nu)}
    return render(request, "inbrengen/jaarplan_heel.html", context)


class _Spoken(Tekst):
    """Marked changes as on our other pages: a screen reader hears where each begins and ends."""

    def piece(self, soort: str, text: str) -> str:
        """A stretch of text; `renvooi` escapes it."""
        return str(renvooi([Stukje(cast(Soort, soort), text)]))


def _marked(nu: Vooruitzicht) -> SafeString:
    voor, na = nu.voorstel.voor.stuk, nu.voorstel.na.stuk
    made = marked_text(mark(opmaak(voor), opmaak(na)), _Spoken(nu.voorstel.besluit.vastgesteld))
    return mark_safe(made)  # noqa: S308  # every piece of text is escaped by `piece`, the tags are ours


# --- adopting --------------------------------------------------------------------------------------


def _adopt(request: HttpRequest, inzending: Inzending) -> HttpResponse:
    if not mag(person(request), Actie.STEL_VAST, inzending):
        raise PermissionDenied
    form = BesluitForm(request.POST)
    if not form.is_valid():
        return _again(request, inzending, form)
    data = form.cleaned_data
    zonder = request.POST.get("zonder") == "ja"
    try:
        besluit = adopt_plan(
            inzending, person(request), form.gegevens(), kenmerk=data["kenmerk"], zonder=zonder
        )
    except VeranderdError as error:
        since = _since(inzending, data)
        return _page(request, inzending, form, error.nu, status=409, veranderd=True, intussen=since)
    except BuitenError as error:
        return _page(request, inzending, form, error.nu, status=422, fout_buiten=str(error))
    except (GeschiedenisError, VerwerkenError) as error:
        form.add_error(None, str(error))
        return _again(request, inzending, form)
    said = _("%(naam)s is vastgesteld. De nieuwe versie staat nu openbaar op de site.")
    messages.success(request, said % {"naam": besluit.naam})
    return redirect(address_of(besluit))


def _again(request: HttpRequest, inzending: Inzending, form: BesluitForm) -> HttpResponse:
    """The page with what is wrong, and the prospect as far as there is one."""
    nu = None
    with suppress(GeschiedenisError, VerwerkenError):
        nu = _prospect(inzending, form.gegevens() if form.is_valid() else Gegevens())
    return _page(request, inzending, form, nu, status=422)


def _since(inzending: Inzending, data: dict[str, Any]) -> Intussen:
    assert inzending.overeenkomst is not None  # noqa: S101  # the caller looked
    stand, gezien = data["stand"], data["gezien"]
    return meanwhile(
        inzending,
        inzending.overeenkomst,
        stand=stand if stand is not None else inzending.overeenkomst.stand,
        gezien=gezien if gezien is not None else inzending.stand,
    )
