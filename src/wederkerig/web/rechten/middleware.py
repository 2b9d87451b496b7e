"""The gate: a view that does not say who may see it is seen by nobody, and two proofs where they are due."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from wederkerig.web.accounts.models import TWEE_FACTOREN, Gebruiker
from wederkerig.web.accounts.sessies import SOORTEN
from wederkerig.web.rechten.banden import roles_of
from wederkerig.web.rechten.inloggen import as_words, ask_to_log_in, is_partial
from wederkerig.web.rechten.vreemd import INGELOGD, PLATFORM, is_admitted

SET_UP = "mfa_index"


class Poort:
    """Refuses unmarked views; sends who may sign or manage to set up a second factor first."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on."""
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., Any],
        args: Any,  # noqa: ANN401  # as Django calls it
        kwargs: Any,  # noqa: ANN401  # as Django calls it
    ) -> HttpResponseBase | None:
        """Refuse, send elsewhere, or let the view answer."""
        if getattr(view, "openbaar", False):
            return None
        name = request.resolver_match.view_name if request.resolver_match else ""
        own = getattr(view, "actie", None) is not None
        if not own and not is_admitted(name, request.user):
            if name in INGELOGD or name.startswith(PLATFORM):
                return _refuse_or_log_in(request)
            raise PermissionDenied
        if (own or name.startswith(PLATFORM)) and needs_second_factor(request.user):
            if is_partial(request):
                return as_words(_why_two(request.user), status=403)
            messages.info(request, _why_two(request.user))
            return redirect(SET_UP)
        return None


def _refuse_or_log_in(request: HttpRequest) -> HttpResponseBase:
    if isinstance(request.user, Gebruiker):
        raise PermissionDenied
    return ask_to_log_in(request)


def _why_two(gebruiker: Any) -> str:  # noqa: ANN401  # a person or nobody
    platform = isinstance(gebruiker, Gebruiker) and not gebruiker.heeft_werk
    why = _("U beheert het platform.") if platform else _("U tekent of beheert namens een organisatie.")
    how = _(
        "Daarom logt u in met uw wachtwoord én een tweede stap: een code van uw telefoon of een "
        "beveiligingssleutel. Stel die hier in. Daarna kunt u verder."
    )
    return f"{why} {how}"


def needs_second_factor(gebruiker: Any) -> bool:  # noqa: ANN401  # a person or nobody
    """Whether this person may sign, manage or run the platform, and has only a password."""
    if not isinstance(gebruiker, Gebruiker):
        return False
    heavy = gebruiker.is_staff or any(own & TWEE_FACTOREN for own in roles_of(gebruiker).values())
    return heavy and not is_mfa_enabled(gebruiker, SOORTEN)
