"""How accounts come to be: by invitation only; and whose word is taken on who somebody is."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from wederkerig.web.accounts.adres import link_to
from wederkerig.web.accounts.models import Gebruiker


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Nobody signs up without an invitation."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # as allauth calls it
        """Closed: accounts are made by accepting an invitation."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Mail is signed with the name of the site, and not with the address that a visitor gave it."""
        site = SimpleNamespace(name=settings.SITE_NAAM, domain=link_to(self.request, "/"))
        super().send_mail(template_prefix, email, context | {"current_site": site})

    def get_reset_password_from_key_url(self, key: str) -> str:  # as allauth calls it
        """A link that the visitor cannot have changed."""
        return link_to(self.request, super().get_reset_password_from_key_url(key))

    def get_email_confirmation_url(self, request: HttpRequest, emailconfirmation: Any) -> str:  # noqa: ANN401  # allauth's own
        """As above."""
        return link_to(request, super().get_email_confirmation_url(request, emailconfirmation))

    def get_login_redirect_url(self, request: HttpRequest) -> str:  # as allauth calls it
        """One's own work; for an operator who has none the platform."""
        has_work = not isinstance(request.user, Gebruiker) or request.user.heeft_werk
        return reverse("werk" if has_work else "admin:index")


class SocialAccountAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Who comes through the organisation's own log-in needs an account here first.

    An organisation vouches for the addresses of its own domains alone: otherwise whoever runs one log-in
    could walk into the accounts of everybody else's people.
    """

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:  # noqa: ANN401  # as allauth calls it
        """Closed, as above."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:  # noqa: ANN401  # allauth's own
        """Refuse where the address is not the organisation's, or not that of the account it would open."""
        vouched = {each.email.lower() for each in sociallogin.email_addresses if each.verified}
        own = {email for email in vouched if self.can_authenticate_by_email(sociallogin, email)}
        if not own:
            raise _refused(
                request, _("Uw organisatie geeft geen e-mailadres door dat van die organisatie zelf is.")
            )
        owner = _whose(request, sociallogin)
        if owner is not None and owner.email.lower() not in own:
            raise _refused(
                request, _("Het e-mailadres bij uw organisatie is een ander dan dat van dit account.")
            )

    def can_authenticate_by_email(self, login: Any, email: str) -> bool:  # noqa: ANN401  # allauth's own
        """Whether this organisation gives out this address."""
        domains = login.provider.app.settings["verified_email"] if login.provider.app else []
        return email.rpartition("@")[2].lower() in domains


def _whose(request: HttpRequest, sociallogin: Any) -> Gebruiker | None:  # noqa: ANN401  # allauth's own
    """The account that would be opened or tied: of somebody who came before, or who is at work now."""
    if sociallogin.is_existing:
        known: Gebruiker = sociallogin.user
        return known
    connects = sociallogin.state.get("process") == "connect"
    return request.user if connects and isinstance(request.user, Gebruiker) else None


def _refused(request: HttpRequest, why: str) -> ImmediateHttpResponse:
    messages.error(request, why)
    return ImmediateHttpResponse(redirect("account_login"))
