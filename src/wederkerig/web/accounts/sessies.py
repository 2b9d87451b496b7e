"""Sessions: a newcomer's first one, and that older ones end when a second factor comes or goes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY, get_authentication_records
from allauth.account.decorators import reauthentication_required
from allauth.account.internal.flows.reauthentication import reauthenticate_by_password
from allauth.account.signals import user_logged_in
from allauth.account.utils import perform_login
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed
from django.contrib.auth import update_session_auth_hash
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from wederkerig.web.accounts.models import Gebruiker

# What counts as a second factor; recovery codes alone do not, logging in does not ask for them.
SOORTEN = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)

View = Callable[..., HttpResponseBase]


def just_proved(view: View) -> View:
    """Let a view change something only for who gave the password, or a code, in the last five minutes.

    Others are asked for it, and what they sent is then done after all.
    """
    return cast(View, reauthentication_required(allow_get=True)(view))


@receiver(user_logged_in)
def count_login(request: HttpRequest, user: Gebruiker, **kwargs: Any) -> None:  # noqa: ANN401  # a signal
    """Who has just logged in has just proved who he is: allauth counts only what it asked for afterwards."""
    records = get_authentication_records(request, user)
    request.session[AUTHENTICATION_METHODS_SESSION_KEY] = [
        each | {"reauthenticated": True} for each in records
    ]


def log_in_newcomer(request: HttpRequest, gebruiker: Gebruiker) -> HttpResponseBase:
    """Log in who has just chosen a password; it need not be typed again to set up a second factor."""
    response: HttpResponseBase = perform_login(request, gebruiker, email=gebruiker.email)
    if request.user == gebruiker:
        reauthenticate_by_password(request)
    return response


@receiver(authenticator_added)
@receiver(authenticator_removed)
def end_other_sessions(request: HttpRequest, user: Gebruiker, **kwargs: Any) -> None:  # noqa: ANN401  # a signal
    """Sessions that were opened with other proofs than are asked now end; the one at hand goes on."""
    has_one = Authenticator.objects.filter(user=user, type__in=SOORTEN).exists()
    if has_one == (user.tweede_factor is not None):
        return
    user.tweede_factor = timezone.now() if has_one else None
    user.save(update_fields=["tweede_factor"])
    if request.user == user:
        update_session_auth_hash(request, user)
