"""A corporation's lists of dwellings: bring one in, point out its columns, wait, throw its file away."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from wederkerig.web.accounts.models import Organisatie
from wederkerig.web.monitor.domain.lijst_cijfers import overview_of
from wederkerig.web.monitor.domain.lijsten import (
    LijstError,
    VerouderdError,
    bring_in,
    choose_sheet,
    columns_of,
    lists_of,
    point_columns,
    remembered_columns,
    throw_away,
    try_again,
)
from wederkerig.web.monitor.models import LijstFase, Woningenlijst
from wederkerig.web.rechten import Actie, mag, vraagt
from wederkerig.web.volgen.vinden import ORGANISATIE, number_sent, person
from wederkerig.web.volgen.voorraad_forms import KolommenForm, LijstForm
from wederkerig.web.volgen.voorraad_vinden import LIJST
from wederkerig.web.vormgeving.ontvangst import (
    Grens,
    OntvangstError,
    megabytes,
    neemt_bestanden,
    receive,
)


@neemt_bestanden
@csrf_exempt  # the form is received with limits of its own first, and then its mark is checked
@vraagt(Actie.BEKIJK_CONCEPT, ORGANISATIE, post=Actie.VUL_IN)
@require_http_methods(["GET", "HEAD", "POST"])
def woningenlijsten(request: HttpRequest, organisatie: Organisatie) -> HttpResponse:
    """The lists there are, and the form to bring one in."""
    if request.method != "POST":
        return _lists(request, organisatie)
    if not mag(request.user, Actie.VUL_IN, organisatie):
        raise PermissionDenied
    try:
        grens = receive(request, meeste=1, grootste=settings.GROOTSTE_LIJST)
    except OntvangstError as error:
        return _lists(request, organisatie, fouten=[str(error)], status=413)
    return _received(request, organisatie, grens)


@csrf_protect
def _received(request: HttpRequest, organisatie: Organisatie, grens: Grens) -> HttpResponse:
    form = LijstForm(request.POST, request.FILES)
    if grens.te_groot:
        what = _("Het bestand is groter dan %(mb)s MB. Haal kolommen weg die niet nodig zijn.")
        fout = what % {"mb": megabytes(settings.GROOTSTE_LIJST)}
        return _lists(request, organisatie, form=form, fouten=[fout], status=413)
    if not form.is_valid():
        return _lists(request, organisatie, form=form, status=400)
    file = form.cleaned_data["bestand"]
    try:
        lijst = bring_in(
            file.read(),
            file.name,
            peildatum=form.cleaned_data["peildatum"],
            organisatie=organisatie,
            gebruiker=person(request),
        )
    except LijstError as error:
        return _lists(request, organisatie, form=form, fouten=[str(error)], status=429)
    return redirect("woningenlijst", lijst=lijst.pk)


def _lists(
    request: HttpRequest,
    organisatie: Organisatie,
    *,
    form: LijstForm | None = None,
    fouten: Iterable[str] = (),
    status: int = 200,
) -> HttpResponse:
    context = {
        "organisatie": organisatie,
        "lijsten": lists_of(organisatie)[:100],
        "form": form or LijstForm(),
        "fouten": list(fouten),
        "mag": organisatie.opvolger_id is None and mag(request.user, Actie.VUL_IN, organisatie),
        "megabytes": megabytes(settings.GROOTSTE_LIJST),
    }
    return render(request, "volgen/woningenlijsten.html", context, status=status)


@vraagt(Actie.BEKIJK_CONCEPT, LIJST)
@require_safe
@never_cache
def woningenlijst(request: HttpRequest, lijst: Woningenlijst) -> HttpResponse:
    """Where a list stands; once it was computed its figures."""
    mag_invullen = mag(request.user, Actie.VUL_IN, lijst)
    if lijst.fase == LijstFase.KOLOMMEN and mag_invullen:
        return redirect("lijst_kolommen", lijst=lijst.pk)
    context = {"lijst": lijst, "mag": mag_invullen}
    if lijst.fase == LijstFase.KLAAR:
        asked = {name: request.GET.get(name, "") for name in ("gemeente", "niveau", "indicator")}
        context["overzicht"] = overview_of(lijst, **asked)
    return render(request, "volgen/woningenlijst.html", context)


@vraagt(Actie.BEKIJK_CONCEPT, LIJST)
@require_safe
@never_cache
def lijst_voortgang(request: HttpRequest, lijst: Woningenlijst) -> HttpResponse:
    """The part of the page that changes while a list is computed; a new page once it is done."""
    response = render(request, "volgen/deel/lijst_voortgang.html", {"lijst": lijst})
    if lijst.fase != LijstFase.WACHT:
        response["HX-Redirect"] = request.path.removesuffix("voortgang/")
    return response


@vraagt(Actie.VUL_IN, LIJST)
@require_http_methods(["GET", "HEAD", "POST"])
def lijst_kolommen(request: HttpRequest, lijst: Woningenlijst) -> HttpResponse:
    """Which column is which field: GET shows what is proposed or remembered, POST has it computed."""
    if lijst.fase == LijstFase.WACHT or not lijst.kop or lijst.bestand_id is None:
        return redirect("woningenlijst", lijst=lijst.pk)
    if request.method != "POST":
        return _columns(request, lijst)
    form = KolommenForm(request.POST, lijst=lijst)
    if not form.is_valid():
        return _columns(request, lijst, form=form, status=400)
    data = form.cleaned_data
    try:
        point_columns(lijst, form.keuze(), person(request), peildatum=data["peildatum"], stand=data["stand"])
    except LijstError as error:
        form.add_error(None, str(error))
        return _columns(request, lijst, form=form, status=400)
    except VerouderdError as error:
        return _columns(request, error.nu, form=form.again(error.nu), veranderd=True, status=409)
    return redirect("woningenlijst", lijst=lijst.pk)


def _columns(
    request: HttpRequest,
    lijst: Woningenlijst,
    *,
    form: KolommenForm | None = None,
    veranderd: bool = False,
    status: int = 200,
) -> HttpResponse:
    remembered = remembered_columns(lijst.organisatie, lijst.kop)
    first_time = lijst.fase == LijstFase.KOLOMMEN
    chosen = remembered if remembered is not None and first_time else columns_of(lijst)
    context = {
        "lijst": lijst,
        "form": form or KolommenForm(lijst=lijst, gekozen=chosen),
        "onthouden": remembered is not None and first_time,
        "veranderd": veranderd,
    }
    return render(request, "volgen/lijst_kolommen.html", context, status=status)


@vraagt(Actie.VUL_IN, LIJST)
@require_POST
def lijst_blad(request: HttpRequest, lijst: Woningenlijst) -> HttpResponse:
    """Open another sheet of the workbook."""
    try:
        choose_sheet(lijst, request.POST.get("blad", ""), stand=number_sent(request))
    except LijstError as error:
        messages.error(request, str(error))
    except VerouderdError:
        messages.error(request, _("Iemand anders veranderde deze lijst intussen. U ziet hoe het nu is."))
    return redirect("woningenlijst", lijst=lijst.pk)


@vraagt(Actie.VUL_IN, LIJST)
@require_POST
def lijst_opnieuw(request: HttpRequest, lijst: Woningenlijst) -> HttpResponse:
    """Have a list computed once more after it failed."""
    if not try_again(lijst):
        messages.info(request, _("Deze lijst wordt al berekend, of het bestand is weggegooid."))
    return redirect("woningenlijst", lijst=lijst.pk)


@vraagt(Actie.VUL_IN, LIJST)
@require_http_methods(["GET", "HEAD", "POST"])
def lijst_weggooien(request: HttpRequest, lijst: Woningenlijst) -> HttpResponse:
    """Ask whether it is meant (GET), then throw the file away (POST)."""
    if request.method != "POST":
        return render(request, "volgen/lijst_weggooien.html", {"lijst": lijst})
    if throw_away(lijst, person(request)):
        what = _("Het bestand ‘%(naam)s’ is weggegooid. De cijfers die ermee zijn berekend, blijven.")
        messages.success(request, what % {"naam": lijst.bestandsnaam})
    else:
        messages.error(request, _("De lijst wordt nu berekend. Gooi hem weg als dat klaar is."))
    return redirect("woningenlijst", lijst=lijst.pk)
