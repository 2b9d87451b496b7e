"""Bring in one file or several."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from wederkerig.web.accounts.models import Gebruiker, Organisatie
from wederkerig.web.inbrengen.forms import InbrengenForm, Ontvangen, refusal
from wederkerig.web.inbrengen.vinden import person
from wederkerig.web.rechten import Actie, vraagt
from wederkerig.web.register.domain.inzenden import (
    InbrengenError,
    Ingebracht,
    breng_in,
    brengt_in_voor,
    recent,
)
from wederkerig.web.register.models import Fase
from wederkerig.web.vormgeving.ontvangst import (
    MEESTE_BESTANDEN,
    Grens,
    OntvangstError,
    largest_body,
    megabytes,
    neemt_bestanden,
    receive,
)


@neemt_bestanden
@csrf_exempt  # the form is received with limits of its own first, and then its mark is checked
@vraagt(Actie.WERK, post=Actie.BRENG_IN)
@require_http_methods(["GET", "HEAD", "POST"])
def inbrengen(request: HttpRequest) -> HttpResponse:
    """The form, and the files that come with it."""
    gebruiker = person(request)
    organisaties = brengt_in_voor(gebruiker)
    if request.method != "POST":
        return _page(request, gebruiker, organisaties)
    if not organisaties:
        raise PermissionDenied
    try:
        grens = receive(request)
    except OntvangstError as error:
        return _page(request, gebruiker, organisaties, fouten=[str(error)], status=413)
    try:
        return _received(request, gebruiker, organisaties, grens)
    except InbrengenError as error:
        return _page(request, gebruiker, organisaties, fouten=[str(error)], status=429)


@csrf_protect
def _received(
    request: HttpRequest, gebruiker: Gebruiker, organisaties: list[Organisatie], grens: Grens
) -> HttpResponse:
    form = InbrengenForm(request.POST, request.FILES, gebruiker=gebruiker, organisaties=organisaties)
    fouten = _refused(grens)
    if not request.FILES and fouten:
        form.fields["bestanden"].required = False  # there were files, but none that can be taken
    valid = form.is_valid()
    ontvangen = form.cleaned_data.get("bestanden") or Ontvangen([], [])
    fouten += ontvangen.geweigerd
    if not valid or not ontvangen.bestanden:
        status = 413 if grens.te_groot or grens.te_veel else 400
        return _page(request, gebruiker, organisaties, form=form, fouten=fouten, status=status)
    data = form.cleaned_data
    made = [
        breng_in(
            file.read(),
            file.name,
            organisatie=data["organisatie"],
            gebruiker=gebruiker,
            overeenkomst=data["overeenkomst"],
        )
        for file in ontvangen.bestanden
    ]
    _tell(request, made)
    for fout in fouten:
        messages.error(request, fout)
    if len(made) == 1 and not fouten:
        return redirect("inzending", inzending=made[0].inzending.pk)
    return redirect("inbrengen")


def _refused(grens: Grens) -> list[str]:
    """The files of which nothing was kept while they came in, each with the reason."""
    large = _("Het is groter dan %(mb)s MB. Splits het document, of bewaar het zonder afbeeldingen.")
    many = ngettext(
        "U koos meer dan %(aantal)s bestand. Breng dit daarna apart in.",
        "U koos meer dan %(aantal)s bestanden. Breng dit daarna apart in.",
        MEESTE_BESTANDEN,
    )
    return [
        *(refusal(naam, large % {"mb": megabytes()}) for naam in grens.te_groot),
        *(refusal(naam, many % {"aantal": MEESTE_BESTANDEN}) for naam in grens.te_veel),
    ]


def _tell(request: HttpRequest, made: Iterable[Ingebracht]) -> None:
    made = list(made)
    new = sum(each.nieuw for each in made)
    if new > 1:
        text = ngettext("%(aantal)s document wordt gelezen.", "%(aantal)s documenten worden gelezen.", new)
        messages.success(request, text % {"aantal": new})
    for each in made:
        if not each.nieuw:
            text = _("‘%(naam)s’ had uw organisatie al ingebracht. U ziet wat er al was.")
            messages.info(request, text % {"naam": each.inzending.bestandsnaam})


def _page(
    request: HttpRequest,
    gebruiker: Gebruiker,
    organisaties: list[Organisatie],
    *,
    form: InbrengenForm | None = None,
    fouten: Iterable[str] = (),
    status: int = 200,
) -> HttpResponse:
    rows = recent(gebruiker)
    context = {
        "form": form or InbrengenForm(gebruiker=gebruiker, organisaties=organisaties),
        "mag": bool(organisaties),
        "fouten": list(fouten),
        "recent": rows,
        "wachten": any(each.fase == Fase.WACHT for each in rows),
        "megabytes": megabytes(),
        "meeste": MEESTE_BESTANDEN,
        "grootste_bestand": megabytes() * 1_000_000,
        "grootste_verzoek": largest_body(),
    }
    return render(request, "inbrengen/inbrengen.html", context, status=status)
