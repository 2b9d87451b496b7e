"""The screen on which a document is settled, and the parts of it that are fetched when they are opened."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from wederkerig.nalezen import Item
from wederkerig.web.accounts.models import Organisatie
from wederkerig.web.accounts.opvolging import heirs
from wederkerig.web.inbrengen.bron import BREEDTE, has_pages, pages, passages
from wederkerig.web.inbrengen.feiten import inputs_of
from wederkerig.web.inbrengen.scherm import Scherm
from wederkerig.web.inbrengen.stappen import next_page, steps
from wederkerig.web.inbrengen.vinden import INZENDING, person
from wederkerig.web.rechten import Actie, mag, vraagt
from wederkerig.web.register.domain.bezwaren import kern_of, objections
from wederkerig.web.register.domain.lezen import LEZER
from wederkerig.web.register.domain.nalezen import (
    Nalezing,
    OnbekendError,
    koppelingen_van,
    loose_rows,
    nalezing_van,
)
from wederkerig.web.register.models import Fase, Inzending, Koppeling


@vraagt(Actie.BEKIJK_INZENDING, INZENDING)
@require_safe
@never_cache
def nalezen(request: HttpRequest, inzending: Inzending) -> HttpResponse:
    """The whole screen; `?feit=` opens it at a fact, `?nagekeken=1` with the doubts that were settled."""
    if inzending.fase != Fase.NALEZEN:
        return elsewhere(inzending)
    nalezing = nalezing_van(inzending)
    return show_screen(request, nalezing, feit=request.GET.get("feit", ""))


def elsewhere(inzending: Inzending) -> HttpResponse:
    """A document that is not to be settled now shows where it stands."""
    target = next_page(inzending)
    return redirect(target) if target else redirect("inzending", inzending=inzending.pk)


def too_late(request: HttpRequest, inzending: Inzending) -> HttpResponse:
    """Somebody adopted the document or took it back, or it is being read, since this page was opened."""
    messages.info(request, _("Dit document wordt niet meer nagelezen. Wat u net deed, is niet bewaard."))
    target = reverse("inzending", args=[inzending.pk])
    if getattr(request, "htmx", False):
        return HttpResponse(headers={"HX-Redirect": target})
    return redirect(target)


def show_screen(
    request: HttpRequest,
    nalezing: Nalezing,
    *,
    feit: str = "",
    getypt: Mapping[str, str] | None = None,
    fouten: Mapping[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The screen, opened at a fact; with what was typed in it and what is wrong with that."""
    scherm = Scherm(nalezing)
    inzending = nalezing.inzending
    found = nalezing.index.get(feit)
    koppelingen = koppelingen_van(inzending)
    said = {"getypt": getypt or {}, "fouten": fouten or {}}
    context = {
        "inzending": inzending,
        "nalezing": nalezing,
        "scherm": scherm,
        "stuk": nalezing.nagelezen.stuk,
        "stappen": steps(inzending, "nalezen", jaarplan=nalezing.gelezen.soort == "jaarplan"),
        "twijfels": [_card(scherm, item, found, said) for item in scherm.twijfels],
        "nagekeken": _settled(request, scherm, found, said),
        "partijen": scherm.parties(koppelingen),
        "organisaties": Organisatie.objects.filter(opvolger__isnull=True).only("naam"),
        "los": loose_rows(nalezing),
        "botst": nalezing.nagelezen.botst,
        "algemeen": scherm.gevonden[1],
        "open_groep": _opened(scherm, found, said),
        "mag": mag(person(request), Actie.LEES_NA, inzending),
        "fouten": _wrong(found, fouten or {}),
        "nieuwere_lezer": nalezing.lezing.lezer != LEZER,
        **objections_in(nalezing, koppelingen),
        **_source(scherm),
    }
    return render(request, "inbrengen/nalezen.html", context, status=status)


def objections_in(nalezing: Nalezing, koppelingen: Mapping[str, Koppeling]) -> dict[str, Any]:
    """Why the document cannot be adopted yet, for a template."""
    said = {naam: row.organisatie for naam, row in koppelingen.items()}
    found = objections(nalezing.inzending, kern_of(nalezing), said, heirs())
    return {"bezwaren": found, "geen_afspraken": nalezing.leeg}


def _wrong(found: Item | None, fouten: Mapping[str, str]) -> list[tuple[str, str]]:
    """What is wrong with what was typed, each with the field or the fact it is about."""
    if found is None:
        return [("nalezen", fout) for fout in fouten.values()]
    ids = {each.veld.naam: each.id for each in inputs_of(found, {}, {})}
    return [(ids.get(naam, f"f-{found.sleutel}"), fout) for naam, fout in fouten.items()]


def _card(scherm: Scherm, item: Item, found: Item | None, said: Mapping[str, Any]) -> Any:  # noqa: ANN401  # a card
    return scherm.card(item, **said) if found is item else scherm.card(item)


def _settled(
    request: HttpRequest, scherm: Scherm, found: Item | None, said: Mapping[str, Any]
) -> list[Any] | None:
    """The cards of doubts that were settled; None while they are closed."""
    wanted = request.GET.get("nagekeken") or (found is not None and found in scherm.nagekeken)
    return [_card(scherm, item, found, said) for item in scherm.nagekeken] if wanted else None


def _opened(scherm: Scherm, found: Item | None, said: Mapping[str, Any]) -> dict[str, Any]:
    """The group that is open when the page comes: that of the fact that is asked for."""
    if found is None or found.twijfel is not None:
        return {}
    root = scherm.root_of(found)
    content = [
        (kind, scherm.card(found, **said) if _is(what, found) else what)
        for kind, what in scherm.content(root)
    ]
    return {"sleutel": root.sleutel, "inhoud": content}


def _is(what: Any, item: Item) -> bool:  # noqa: ANN401  # a card or a fact
    return getattr(what, "item", None) is item


def _source(scherm: Scherm) -> dict[str, Any]:
    if has_pages(scherm):
        doubt = next((item.bron for item in scherm.twijfels if item.bron), None)
        first = doubt.pagina if doubt else None
        return {"bladzijden": pages(scherm), "breedte": BREEDTE, "eerste_bladzijde": first}
    return {"passages": passages(scherm)}


@vraagt(Actie.BEKIJK_INZENDING, INZENDING)
@require_safe
@never_cache
def feiten(request: HttpRequest, inzending: Inzending) -> HttpResponse:
    """What hangs below a fact (`?van=`), fetched when its line is opened."""
    if inzending.fase != Fase.NALEZEN:
        raise Http404
    nalezing = nalezing_van(inzending)
    try:
        item = nalezing.item(request.GET.get("van", ""))
    except OnbekendError as error:
        raise Http404 from error
    context = {
        "inzending": inzending,
        "inhoud": Scherm(nalezing).content(item),
        "mag": mag(person(request), Actie.LEES_NA, inzending),
    }
    return render(request, "inbrengen/deel/feiten.html", context)
