"""A corporation's projects: the list, one to add or change, a list of them from a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import BooleanField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST

from wederkerig.monitoring.projectlijst import KOLOMMEN
from wederkerig.web.accounts.models import Organisatie
from wederkerig.web.monitor.domain.projecten import (
    Ingelezen,
    ProjectError,
    ProjectVerouderdError,
    add,
    as_model,
    bring_in,
    change,
    lapse,
    municipalities_of,
    projects_of,
    share,
)
from wederkerig.web.monitor.lijstproces import LijstprocesError
from wederkerig.web.monitor.models import Project
from wederkerig.web.rechten import Actie, mag, vraagt
from wederkerig.web.volgen.project_forms import ProjectForm, as_initial
from wederkerig.web.volgen.vinden import ORGANISATIE, number_sent, person
from wederkerig.web.volgen.voorraad_forms import TabelForm
from wederkerig.web.volgen.voorraad_vinden import PROJECT
from wederkerig.web.vormgeving.ontvangst import OntvangstError, megabytes, neemt_bestanden, receive

_MOST_NAMES = 10
_LONGEST_NAME = 60


@neemt_bestanden
@csrf_exempt  # the form is received with limits of its own first, and then its mark is checked
@vraagt(Actie.BEKIJK_CONCEPT, ORGANISATIE, post=Actie.VUL_IN)
@require_http_methods(["GET", "HEAD", "POST"])
def projecten(request: HttpRequest, organisatie: Organisatie) -> HttpResponse:
    """The projects there are; POST brings in a list of them."""
    if request.method != "POST":
        return _list(request, organisatie)
    if not mag(request.user, Actie.VUL_IN, organisatie):
        raise PermissionDenied
    try:
        grens = receive(request, meeste=1)
    except OntvangstError as error:
        return _list(request, organisatie, fouten=[str(error)], status=413)
    if grens.te_groot:
        fout = _("Het bestand is groter dan %(mb)s MB.") % {"mb": megabytes(settings.GROOTSTE_BESTAND)}
        return _list(request, organisatie, fouten=[fout], status=413)
    return _received(request, organisatie)


@csrf_protect
def _received(request: HttpRequest, organisatie: Organisatie) -> HttpResponse:
    form = TabelForm(request.POST, request.FILES)
    if not form.is_valid():
        return _list(request, organisatie, form=form, status=400)
    file = form.cleaned_data["bestand"]
    try:
        read = bring_in(
            file.read(),
            file.name,
            organisatie=organisatie,
            gebruiker=person(request),
            op=timezone.localdate(),
        )
    except (LijstprocesError, ProjectError) as error:
        return _list(request, organisatie, fouten=[str(error)], status=400)
    if read.fouten:
        return _list(request, organisatie, gelezen=read, status=400)
    what = _(
        "%(nieuw)s nieuw, %(gewijzigd)s gewijzigd, %(gelijk)s gelijk gebleven. Nieuwe zijn nog niet gedeeld."
    )
    messages.success(
        request, what % {"nieuw": read.nieuw, "gewijzigd": read.gewijzigd, "gelijk": read.gelijk}
    )
    if read.onbekend:
        messages.warning(request, _not_read(read))
    return redirect("projecten", organisatie=organisatie.slug)


def _not_read(read: Ingelezen) -> str:
    """Which columns nothing was read from; of a very wide list the first."""
    names = ", ".join(name[:_LONGEST_NAME] for name in read.onbekend[:_MOST_NAMES])
    what = ngettext(
        "Deze kolom kennen wij niet, en is niet gelezen: %(namen)s.",
        "Deze kolommen kennen wij niet, en zijn niet gelezen: %(namen)s.",
        len(read.onbekend),
    )
    rest = " …" if len(read.onbekend) > _MOST_NAMES else ""
    return what % {"namen": names + rest}


def _list(  # what the page is made of
    request: HttpRequest,
    organisatie: Organisatie,
    *,
    form: TabelForm | None = None,
    fouten: Iterable[str] = (),
    gelezen: Ingelezen | None = None,
    status: int = 200,
) -> HttpResponse:
    rows = projects_of(organisatie).order_by("vervallen", "gemeente__naam", "naam")
    context = {
        "organisatie": organisatie,
        "projecten": [(row, as_model(row)) for row in rows],
        "form": form or TabelForm(),
        "fouten": list(fouten),
        "rijfouten": gelezen.fouten[:200] if gelezen else (),
        "niet_gelezen": _not_read(gelezen) if gelezen and gelezen.onbekend else "",
        "rijfouten_aantal": len(gelezen.fouten) if gelezen else 0,
        "kolommen": [names[0] for names in KOLOMMEN.values()],
        "mag": organisatie.opvolger_id is None and mag(request.user, Actie.VUL_IN, organisatie),
    }
    return render(request, "volgen/projecten.html", context, status=status)


@vraagt(Actie.VUL_IN, ORGANISATIE)
@require_http_methods(["GET", "HEAD", "POST"])
def project_nieuw(request: HttpRequest, organisatie: Organisatie) -> HttpResponse:
    """The form for a new project, and keeping it."""
    places = municipalities_of(organisatie)
    if request.method != "POST":
        form = ProjectForm(gemeenten=places, initial=as_initial({}))
        return _form(request, form, organisatie=organisatie)
    form = ProjectForm(request.POST, gemeenten=places)
    if not form.is_valid():
        return _form(request, form, organisatie=organisatie, status=400)
    data = form.cleaned_data
    try:
        row = add(
            organisatie,
            data["gemeente"],
            form.project,
            gedeeld=data["gedeeld"],
            gebruiker=person(request),
        )
    except ProjectError as error:
        form.add_error(None, str(error))
        return _form(request, form, organisatie=organisatie, status=400)
    messages.success(request, _("Project ‘%(naam)s’ is toegevoegd.") % {"naam": row.naam})
    return redirect("projecten", organisatie=organisatie.slug)


@vraagt(Actie.BEKIJK_CONCEPT, PROJECT, post=Actie.VUL_IN)
@require_http_methods(["GET", "HEAD", "POST"])
def project(request: HttpRequest, project: Project) -> HttpResponse:
    """A project, with the form for who may change it."""
    places = municipalities_of(project.organisatie, project)
    if request.method != "POST":
        form = ProjectForm(gemeenten=places, initial=_initial(project))
        return _form(request, form, project=project)
    form = ProjectForm(request.POST, gemeenten=places)
    if not form.is_valid():
        return _form(request, form, project=project, status=400)
    data = form.cleaned_data
    try:
        change(
            project,
            form.project,
            gemeente=data["gemeente"],
            gedeeld=data["gedeeld"],
            gebruiker=person(request),
            stand=data["stand"] if data["stand"] is not None else -1,
        )
    except ProjectVerouderdError as error:
        return _clash(request, form, error.nu)
    messages.success(request, _("Project ‘%(naam)s’ is bewaard.") % {"naam": form.project.naam})
    return redirect("projecten", organisatie=project.organisatie.slug)


def _initial(project: Project) -> dict[str, Any]:
    return as_initial(project.gegevens) | {
        "gemeente": project.gemeente_id,
        "gedeeld": project.gedeeld,
        "stand": project.stand,
    }


def _clash(request: HttpRequest, form: ProjectForm, nu: Project) -> HttpResponse:
    """What was typed, beside what somebody else made of it meanwhile; keeping it again puts it over that."""
    data = request.POST.copy()
    data["stand"] = str(nu.stand)
    queryset = form.fields["gemeente"].queryset  # type: ignore[attr-defined]  # a ModelChoiceField
    again = ProjectForm(data, gemeenten=queryset)
    standing = ProjectForm(gemeenten=queryset, initial=_initial(nu))
    differs = [
        (field.label, _said(standing, field.name), _said(again, field.name))
        for field in again
        if field.name != "stand" and _said(standing, field.name) != _said(again, field.name)
    ]
    return _form(request, again, project=nu, verschillen=differs, status=409)


def _said(form: ProjectForm, name: str) -> str:
    """What stands in a field, in words."""
    value = form[name].value()
    if isinstance(form.fields[name], BooleanField):
        return _("ja") if value else _("nee")
    choices = {str(key): str(said) for key, said in getattr(form.fields[name], "choices", ())}
    return choices.get(str(value), "" if value is None else str(value))


def _form(request: HttpRequest, form: ProjectForm, *, status: int = 200, **context: Any) -> HttpResponse:  # noqa: ANN401  # for the page
    row = context.get("project")
    organisatie = context.setdefault("organisatie", row.organisatie if row else None)
    may = mag(request.user, Actie.VUL_IN, row or organisatie)
    return render(request, "volgen/project.html", context | {"form": form, "mag": may}, status=status)


@vraagt(Actie.VUL_IN, PROJECT)
@require_POST
def project_vervallen(request: HttpRequest, project: Project) -> HttpResponse:
    """Let a project lapse, or put it back."""
    back = request.POST.get("daad") == "terug"
    try:
        lapse(project, person(request), stand=number_sent(request), vervallen=not back)
    except ProjectVerouderdError:
        messages.error(request, _("Iemand anders veranderde dit project intussen. U ziet hoe het nu is."))
        return redirect("project", project=project.pk)
    said = _("Project ‘%(naam)s’ telt weer mee.") if back else _("Project ‘%(naam)s’ is vervallen.")
    messages.success(request, said % {"naam": project.naam})
    return redirect("projecten", organisatie=project.organisatie.slug)


@vraagt(Actie.VUL_IN, ORGANISATIE)
@require_POST
def projecten_delen(request: HttpRequest, organisatie: Organisatie) -> HttpResponse:
    """Share the projects that were ticked with the parties, or keep them to oneself again."""
    number = share(
        organisatie,
        request.POST.getlist("project"),
        gedeeld=request.POST.get("daad") != "voor onszelf",
        gebruiker=person(request),
    )
    said = ngettext("%(n)s project is veranderd.", "%(n)s projecten zijn veranderd.", number)
    messages.success(request, said % {"n": number})
    return redirect("projecten", organisatie=organisatie.slug)
