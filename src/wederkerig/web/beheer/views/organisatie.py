"""An organisation's people: who works for it in which role, who is invited."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from wederkerig.web.accounts.domain import mensen
from wederkerig.web.accounts.domain.fouten import AccountsError
from wederkerig.web.accounts.domain.uitnodigen import (
    in_order,
    invite,
    send_again,
    waiting_invitations,
    withdraw,
)
from wederkerig.web.accounts.forms import RollenForm, UitnodigingForm
from wederkerig.web.accounts.models import Gebruiker, Organisatie, Uitnodiging
from wederkerig.web.accounts.post import mail_invitation
from wederkerig.web.accounts.sessies import just_proved
from wederkerig.web.beheer.vinden import ORGANISATIE, find_invitation, find_person
from wederkerig.web.rechten import Actie, mag, vraagt


@vraagt(Actie.BEKIJK_ORGANISATIE, ORGANISATIE)
@require_safe
def organisatie(request: HttpRequest, organisatie: Organisatie) -> HttpResponse:
    """The people of an organisation; who manages also sees who is invited."""
    manages = mag(request.user, Actie.BEHEER_MENSEN, organisatie) and organisatie.opvolger_id is None
    context = {
        "organisatie": organisatie,
        "mensen": mensen.people_of(organisatie),
        "beheert": manages,
        "uitnodigingen": waiting_invitations(organisatie).order_by("-verloopt_op") if manages else [],
        "voorgangers": organisatie.voorgangers.all(),
    }
    return render(request, "beheer/organisatie.html", context)


@vraagt(Actie.BEHEER_MENSEN, ORGANISATIE)
@require_http_methods(["GET", "POST"])
@just_proved
def uitnodigen(request: HttpRequest, organisatie: Organisatie) -> HttpResponse:
    """Invite somebody."""
    form = UitnodigingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            made, token = invite(
                organisatie=organisatie,
                email=data["email"],
                naam=data["naam"],
                rollen=data["rollen"],
                door=_person(request),
            )
        except AccountsError as error:
            form.add_error(None, str(error))
        else:
            _mail(request, made, token)
            return redirect("organisatie", organisatie.slug)
    return _form(request, "beheer/uitnodigen.html", form, organisatie=organisatie)


@vraagt(Actie.BEHEER_MENSEN, ORGANISATIE)
@require_POST
@just_proved
def uitnodiging_opnieuw(
    request: HttpRequest, organisatie: Organisatie, uitnodiging: uuid.UUID
) -> HttpResponse:
    """Send an invitation again, with a new link."""
    found = find_invitation(organisatie, uitnodiging)
    try:
        token = send_again(found, _person(request))
    except AccountsError as error:
        messages.error(request, str(error))
    else:
        _mail(request, found, token)
    return redirect("organisatie", organisatie.slug)


@vraagt(Actie.BEHEER_MENSEN, ORGANISATIE)
@require_POST
def uitnodiging_intrekken(
    request: HttpRequest, organisatie: Organisatie, uitnodiging: uuid.UUID
) -> HttpResponse:
    """Take an invitation back."""
    found = find_invitation(organisatie, uitnodiging)
    try:
        withdraw(found, _person(request))
    except AccountsError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("De uitnodiging voor %(naam)s is ingetrokken.") % {"naam": found.naam})
    return redirect("organisatie", organisatie.slug)


@vraagt(Actie.BEHEER_MENSEN, ORGANISATIE)
@require_http_methods(["GET", "POST"])
@just_proved
def rol_wijzigen(request: HttpRequest, organisatie: Organisatie, gebruiker: int) -> HttpResponse:
    """Choose the roles of somebody."""
    person = find_person(organisatie, gebruiker)
    now = in_order(mensen.roles_at(person, organisatie))
    form = RollenForm(request.POST or None, initial={"rollen": now, "stond": ",".join(now)})
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            mensen.set_roles(organisatie, person, data["rollen"], stond=data["stond"], door=_person(request))
        except AccountsError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("De rollen van %(naam)s zijn gewijzigd.") % {"naam": person})
            return redirect("organisatie", organisatie.slug)
    return _form(request, "beheer/rol_wijzigen.html", form, organisatie=organisatie, mens=person, nu=now)


@vraagt(Actie.BEHEER_MENSEN, ORGANISATIE)
@require_http_methods(["GET", "POST"])
@just_proved
def mens_weghalen(request: HttpRequest, organisatie: Organisatie, gebruiker: int) -> HttpResponse:
    """Ask whether somebody must go, and let them go."""
    return _let_go(request, organisatie, find_person(organisatie, gebruiker))


@vraagt(Actie.VERTREK, ORGANISATIE)
@require_http_methods(["GET", "POST"])
def vertrekken(request: HttpRequest, organisatie: Organisatie) -> HttpResponse:
    """Leave an organisation oneself."""
    return _let_go(request, organisatie, _person(request))


def _let_go(request: HttpRequest, organisatie: Organisatie, person: Gebruiker) -> HttpResponse:
    self_ = person == request.user
    if request.method == "POST":
        try:
            mensen.remove(organisatie, person, door=_person(request))
        except AccountsError as error:
            messages.error(request, str(error))
            return redirect("organisatie", organisatie.slug)
        said = _("U werkt niet meer voor %(organisatie)s.") if self_ else _("%(naam)s is weggehaald.")
        messages.success(request, said % {"organisatie": organisatie, "naam": person})
        return redirect("portaal") if self_ else redirect("organisatie", organisatie.slug)
    context = {"organisatie": organisatie, "mens": person, "zelf": self_}
    return render(request, "beheer/mens_weghalen.html", context)


def _mail(request: HttpRequest, uitnodiging: Uitnodiging, token: str) -> None:
    if mail_invitation(request, uitnodiging, token):
        messages.success(
            request, _("De uitnodiging voor %(naam)s is verstuurd.") % {"naam": uitnodiging.naam}
        )
    else:
        messages.error(
            request,
            _("De uitnodiging voor %(naam)s kon niet worden gemaild. Stuur haar later opnieuw.")
            % {"naam": uitnodiging.naam},
        )


def _form(request: HttpRequest, template: str, form: Form, **context: Any) -> HttpResponse:  # noqa: ANN401  # for the page
    status = 422 if form.errors else 200
    return render(request, template, context | {"form": form}, status=status)


def _person(request: HttpRequest) -> Gebruiker:
    assert isinstance(request.user, Gebruiker)  # noqa: S101  # the mark on the view saw to it
    return request.user
