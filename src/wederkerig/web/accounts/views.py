"""The way in for who is invited."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wederkerig.web.accounts.domain import uitnodigen
from wederkerig.web.accounts.domain.fouten import AccountsError
from wederkerig.web.accounts.forms import NieuwAccountForm
from wederkerig.web.accounts.models import Gebruiker, Rol, Uitnodiging
from wederkerig.web.accounts.sessies import log_in_newcomer
from wederkerig.web.rechten import openbaar


@openbaar
@never_cache
@require_http_methods(["GET", "POST"])
def uitnodiging(request: HttpRequest, kenmerk: str) -> HttpResponseBase:
    """Show an invitation and accept it. Who opens it is asked to log in, or to make an account.

    The address is the key. The policy of the whole site, same-origin, keeps it from other sites; a stricter
    one would take the origin from the form as well, and then it is refused.
    """
    found = uitnodigen.find_invitation(kenmerk)
    if found is None:
        raise Http404
    if not uitnodigen.is_open(found):
        return render(request, "accounts/uitnodiging_over.html", {"uitnodiging": found}, status=410)
    known = uitnodigen.account_of(found.email)
    if isinstance(request.user, Gebruiker):
        return _as_known(request, found) if known == request.user else _page(request, found, "ander")
    if known:
        return _page(request, found, "inloggen")
    return _as_newcomer(request, found)


def _as_known(request: HttpRequest, found: Uitnodiging) -> HttpResponseBase:
    if request.method != "POST":
        return _page(request, found, "aanvaarden")
    try:
        uitnodigen.accept(found, request.user)  # type: ignore[arg-type]  # a person: seen above
    except AccountsError as error:
        messages.error(request, str(error))
        return redirect("werk")
    messages.success(request, _("U werkt nu mee namens %(naam)s.") % {"naam": found.organisatie})
    return redirect("werk")


def _as_newcomer(request: HttpRequest, found: Uitnodiging) -> HttpResponseBase:
    form = NieuwAccountForm(request.POST or None, email=found.email, initial={"naam": found.naam})
    if request.method != "POST" or not form.is_valid():
        return _page(request, found, "nieuw", form=form, status=200 if request.method == "GET" else 422)
    data = form.cleaned_data
    try:
        gebruiker = uitnodigen.accept_as_newcomer(found, naam=data["naam"], wachtwoord=data["wachtwoord"])
    except AccountsError as error:
        messages.error(request, str(error))
        return redirect("account_login")
    messages.success(request, _("Welkom. U werkt nu mee namens %(naam)s.") % {"naam": found.organisatie})
    return log_in_newcomer(request, gebruiker)


def _page(
    request: HttpRequest,
    found: Uitnodiging,
    stap: str,
    *,
    form: NieuwAccountForm | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "uitnodiging": found,
        "rollen": [Rol(rol).label for rol in found.rollen],
        "stap": stap,
        "form": form,
    }
    return render(request, "accounts/uitnodiging.html", context, status=status)
