"""Logging in for tests: at once, or as people do it, with the second factor that a role asks for."""

from __future__ import annotations

import time

from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.test import Client
from django.urls import reverse

from tests.web.maken import WACHTWOORD
from wederkerig.web.accounts.models import Gebruiker

SECRET = "JBSWY3DPEHPK3PXP"  # noqa: S105  # of nobody


def als(gebruiker: Gebruiker, *, bevestigd: bool = True, **extra) -> Client:
    """A browser in which this person is logged in, with a second factor; bevestigd: just proved it again."""
    tweede_factor(gebruiker)
    client = Client(**extra)
    client.force_login(gebruiker)
    if bevestigd:
        session = client.session
        session["account_authentication_methods"] = [
            {"method": "password", "at": time.time(), "reauthenticated": True}
        ]
        session["account_authentication_methods_user"] = str(gebruiker.pk)
        session.save()
    return client


def tweede_factor(gebruiker: Gebruiker) -> None:
    """Give somebody an app that makes codes."""
    if not gebruiker.authenticator_set.exists():
        TOTP.activate(gebruiker, SECRET)


def code(secret: str = SECRET) -> str:
    """What that app shows now."""
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def bevestig_adres(gebruiker: Gebruiker) -> None:
    """The address of this person is known to be theirs."""
    EmailAddress.objects.get_or_create(
        user=gebruiker, email=gebruiker.email, defaults={"verified": True, "primary": True}
    )


def log_in(client: Client, gebruiker: Gebruiker, wachtwoord: str = WACHTWOORD, **extra):
    """Fill in the log-in form."""
    return client.post(reverse("account_login"), {"login": gebruiker.email, "password": wachtwoord}, **extra)
