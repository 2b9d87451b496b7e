"""Views of others (log-in, the platform's own management), each by name with who may see it."""

from __future__ import annotations

from typing import Any

from wederkerig.web.accounts.models import Gebruiker
from wederkerig.web.rechten.oordeel import mag
from wederkerig.web.rechten.tabel import Actie

OPENBAAR = frozenset(
    {
        "account_login",
        "account_logout",
        "account_signup",
        "account_inactive",
        "account_reset_password",
        "account_reset_password_done",
        "account_reset_password_from_key",
        "account_reset_password_from_key_done",
        "account_confirm_email",
        "account_email_verification_sent",
        "mfa_authenticate",
        "openid_connect_login",
        "openid_connect_callback",
        "socialaccount_login_cancelled",
        "socialaccount_login_error",
        "socialaccount_signup",
        "set_language",
    }
)
INGELOGD = frozenset(
    {
        "account_change_password",
        "account_set_password",
        "account_email",
        "account_reauthenticate",
        "account_request_reauthentication_code",
        "account_confirm_reauthentication_code",
        "mfa_index",
        "mfa_reauthenticate",
        "mfa_reauthenticate_webauthn",
        "mfa_activate_totp",
        "mfa_deactivate_totp",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "mfa_download_recovery_codes",
        "mfa_list_webauthn",
        "mfa_add_webauthn",
        "mfa_edit_webauthn",
        "mfa_remove_webauthn",
        "socialaccount_connections",
    }
)
PLATFORM = "admin:"
# What comes along and nobody needs: closed to all. The second is allauth's own forwarding of old addresses.
GESLOTEN = frozenset({"account_confirm_login_code", "django.views.generic.base.RedirectView"})


def is_admitted(name: str, user: Any) -> bool:  # noqa: ANN401  # a person or nobody
    """Whether a view that is not ours may answer this person; it may still refuse for reasons of its own."""
    if name in OPENBAAR:
        return True
    if name.startswith(PLATFORM):
        return mag(user, Actie.BEHEER_PLATFORM)
    return name in INGELOGD and isinstance(user, Gebruiker)
