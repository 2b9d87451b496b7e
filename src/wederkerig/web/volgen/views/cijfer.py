"""One figure that was handed in: correcting it, and the files that show where it comes from."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from wederkerig.web.accounts.models import Organisatie
from wederkerig.web.monitor.domain.beoordelingen import replaced_by
from wederkerig.web.monitor.domain.bewijzen import BewijsError, add_evidence, is_shown_in
from wederkerig.web.monitor.domain.indienen import IntussenVerbeterdError, agreements_with, correct
from wederkerig.web.monitor.domain.invoer import InvoerError
from wederkerig.web.monitor.models import Bewijs, Meting
from wederkerig.web.rechten import Actie, vraagt
from wederkerig.web.register.models import Overeenkomst
from wederkerig.web.volgen.cijfer_forms import VerbeterForm
from wederkerig.web.volgen.vinden import ORGANISATIE, OVEREENKOMST, person
from wederkerig.web.vormgeving.ontvangst import OntvangstError, neemt_bestanden, receive
from wederkerig.web.vormgeving.zenden import as_private_download


@vraagt(Actie.VUL_IN, ORGANISATIE)
@require_http_methods(["GET", "HEAD", "POST"])
def cijfer_verbeteren(
    request: HttpRequest, organisatie: Organisatie, gemeente: str, meting: int
) -> HttpResponse:
    """Another figure in the place of one that was handed in; the old one stays to be seen."""
    row = _own(organisatie, gemeente, meting)
    form = VerbeterForm(request.POST if request.method == "POST" else None, meting=row)
    newer: Meting | None = None
    if request.method == "POST" and form.is_valid():
        try:
            made = correct(row, **form.cleaned_data, door=person(request), op=timezone.localdate())
        except InvoerError as error:
            form.add_error("waarde", str(error))
        except IntussenVerbeterdError as error:
            newer = error.nu
        else:
            messages.success(request, _("Het cijfer is verbeterd. Het oude blijft te zien."))
            for each in made.signalen:
                messages.warning(request, _("Alle partijen krijgen een signaal: %(som)s") % {"som": each.som})
            return redirect("cijfers_invullen", organisatie.slug, row.gemeente.slug)
    context = {
        "organisatie": organisatie,
        "gemeente": row.gemeente,
        "meting": row,
        "eerder": replaced_by([row])[row.pk],
        "gezien_in": next(iter(agreements_with(organisatie, row.gemeente)), None),
        "form": form,
        "nieuwer": newer,
    }
    status = 409 if newer else 422 if form.errors else 200
    return render(request, "volgen/cijfer_verbeteren.html", context, status=status)


@neemt_bestanden
@csrf_exempt  # the form is received with limits of its own first, and then its mark is checked
@vraagt(Actie.VUL_IN, ORGANISATIE)
@require_POST
def bewijs_toevoegen(
    request: HttpRequest, organisatie: Organisatie, gemeente: str, meting: int
) -> HttpResponse:
    """Keep a file with a figure."""
    row = _own(organisatie, gemeente, meting)
    try:
        grens = receive(request, meeste=1)
    except OntvangstError as error:
        messages.error(request, str(error))
        return _back(row)
    if grens.te_groot:
        messages.error(request, _("Dit bestand is te groot. Kies een kleiner bestand."))
        return _back(row)
    return _received(request, row)


@csrf_protect
def _received(request: HttpRequest, meting: Meting) -> HttpResponse:
    file = request.FILES.get("bestand")
    if file is None:
        messages.error(request, _("Kies een bestand."))
        return _back(meting)
    try:
        made = add_evidence(meting, file.read(), file.name or "", door=person(request))
    except BewijsError as error:
        messages.error(request, str(error))
    else:
        told = _("‘%(naam)s’ staat nu bij het cijfer.") if made else _("‘%(naam)s’ stond er al bij.")
        messages.success(request, told % {"naam": file.name})
    return _back(meting)


def _back(meting: Meting) -> HttpResponse:
    return redirect("cijfers_invullen", meting.organisatie.slug, meting.gemeente.slug)


@vraagt(Actie.BEKIJK_CIJFERS, OVEREENKOMST)
@require_safe
def bewijs(request: HttpRequest, overeenkomst: Overeenkomst, bewijs: int) -> HttpResponse:
    """A file to save, for the parties that see the figure; it never acts as a page of this site."""
    row = get_object_or_404(Bewijs.objects.select_related("meting", "bestand"), pk=bewijs)
    if not is_shown_in(overeenkomst, row.meting):
        raise Http404
    return as_private_download(
        bytes(row.bestand.inhoud), name=row.bestandsnaam, kind="application/octet-stream"
    )


def _own(organisatie: Organisatie, gemeente: str, meting: int) -> Meting:
    """A figure of this organisation in this municipality. Raises Http404."""
    rows = Meting.objects.select_related("organisatie", "gemeente", "vervangt")
    return get_object_or_404(rows, pk=meting, organisatie=organisatie, gemeente__slug=gemeente)
