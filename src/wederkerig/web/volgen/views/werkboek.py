"""The workbook of what is due in a municipality: take it along, read it back, look at it, keep it."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from wederkerig.web.accounts.models import Organisatie
from wederkerig.web.monitor.domain.indienen import agreements_with
from wederkerig.web.monitor.domain.werkboek import errors_of, keep_rows, read_back, rows_of, workbook_of
from wederkerig.web.monitor.lijstproces import LijstprocesError
from wederkerig.web.monitor.models import Werkboekinlezing
from wederkerig.web.rechten import Actie, mag, vraagt
from wederkerig.web.register.models import Gemeente
from wederkerig.web.volgen.vinden import ORGANISATIE, find_gemeente, person
from wederkerig.web.volgen.voorraad_forms import TabelForm
from wederkerig.web.vormgeving.ontvangst import OntvangstError, megabytes, neemt_bestanden, receive
from wederkerig.web.vormgeving.zenden import as_private_download

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MEESTE_FOUTEN = 200


@vraagt(Actie.BEKIJK_CONCEPT, ORGANISATIE)
@require_safe
def cijfers_werkboek(request: HttpRequest, organisatie: Organisatie, gemeente: str) -> HttpResponse:
    """The workbook, to fill in."""
    place = _place(organisatie, gemeente)
    inhoud = workbook_of(organisatie, place, op=timezone.localdate())
    return as_private_download(inhoud, name=f"cijfers-{organisatie.slug}-{place.slug}.xlsx", kind=_XLSX)


@neemt_bestanden
@csrf_exempt  # the form is received with limits of its own first, and then its mark is checked
@vraagt(Actie.BEKIJK_CONCEPT, ORGANISATIE, post=Actie.VUL_IN)
@require_http_methods(["GET", "HEAD", "POST"])
def cijfers_werkboek_inlezen(request: HttpRequest, organisatie: Organisatie, gemeente: str) -> HttpResponse:
    """The form to bring it back, and reading it; nothing is kept yet."""
    place = _place(organisatie, gemeente)
    if request.method != "POST":
        return _form(request, organisatie, place)
    if not mag(request.user, Actie.VUL_IN, organisatie):
        raise PermissionDenied
    try:
        grens = receive(request, meeste=1)
    except OntvangstError as error:
        return _form(request, organisatie, place, fout=str(error), status=413)
    if grens.te_groot:
        fout = _("Het bestand is groter dan %(mb)s MB.") % {"mb": megabytes(settings.GROOTSTE_BESTAND)}
        return _form(request, organisatie, place, fout=fout, status=413)
    return _received(request, organisatie, place)


@csrf_protect
def _received(request: HttpRequest, organisatie: Organisatie, place: Gemeente) -> HttpResponse:
    form = TabelForm(request.POST, request.FILES)
    if not form.is_valid():
        return _form(request, organisatie, place, form=form, status=400)
    file = form.cleaned_data["bestand"]
    try:
        read = read_back(
            file.read(), file.name, organisatie=organisatie, gemeente=place, op=timezone.localdate()
        )
    except LijstprocesError as error:
        return _form(request, organisatie, place, form=form, fout=str(error), status=400)
    return redirect("cijfers_werkboek_bewaren", organisatie.slug, place.slug, read.pk)


def _form(
    request: HttpRequest,
    organisatie: Organisatie,
    place: Gemeente,
    *,
    form: TabelForm | None = None,
    fout: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {
        "organisatie": organisatie,
        "gemeente": place,
        "form": form or TabelForm(),
        "fout": fout,
        "mag": organisatie.opvolger_id is None and mag(request.user, Actie.VUL_IN, organisatie),
    }
    return render(request, "volgen/werkboek_inlezen.html", context, status=status)


@vraagt(Actie.VUL_IN, ORGANISATIE)
@require_http_methods(["GET", "HEAD", "POST"])
def cijfers_werkboek_bewaren(
    request: HttpRequest, organisatie: Organisatie, gemeente: str, inlezing: UUID
) -> HttpResponse:
    """What can be kept and what cannot (GET), and keeping it (POST)."""
    place = _place(organisatie, gemeente)
    today = timezone.localdate()
    found = Werkboekinlezing.objects.select_related("organisatie", "gemeente")
    read = get_object_or_404(found, pk=inlezing, organisatie=organisatie, gemeente=place)
    fouten = errors_of(read)
    context = {
        "inlezing": read,
        "organisatie": organisatie,
        "gemeente": place,
        "fouten": fouten[:_MEESTE_FOUTEN],
        "fouten_aantal": len(fouten),
    }
    if request.method != "POST":
        return render(request, "volgen/werkboek_bewaren.html", context | {"regels": rows_of(read, op=today)})
    kept = keep_rows(read, door=person(request), op=today)
    if kept.botsingen or kept.te_lang:
        context |= {"bewaard": kept, "regels": []}
        return render(request, "volgen/werkboek_bewaren.html", context, status=409)
    told = ngettext("%(n)d cijfer is bewaard.", "%(n)d cijfers zijn bewaard.", kept.aantal)
    messages.success(request, f"{told % {'n': kept.aantal}} {_not_kept(len(fouten))}".strip())
    return redirect("cijfers_invullen", organisatie.slug, place.slug)


def _not_kept(number: int) -> str:
    if not number:
        return ""
    said = ngettext(
        "%(n)d rij klopte niet, en is niet bewaard.",
        "%(n)d rijen klopten niet, en zijn niet bewaard.",
        number,
    )
    return said % {"n": number}


def _place(organisatie: Organisatie, gemeente: str) -> Gemeente:
    """The municipality, where the organisation takes part in agreements. Raises Http404."""
    place = find_gemeente(gemeente)
    if not agreements_with(organisatie, place):
        raise Http404
    return place
