"""The pages to log in and to manage an account: in the look of the site, in polite Dutch, in our words."""

from __future__ import annotations

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from django.utils.html import strip_tags

from tests.web.maken import WACHTWOORD, mens
from wederkerig.web.accounts.models import Rol

pytestmark = pytest.mark.django_db

ANONIEM = [
    "/account/login/",
    "/account/logout/",
    "/account/signup/",
    "/account/inactive/",
    "/account/confirm-email/",
    "/account/confirm-email/onzin/",
    "/account/password/reset/",
    "/account/password/reset/done/",
    "/account/password/reset/key/1-onzin/",
    "/account/password/reset/key/done/",
    "/account/3rdparty/login/cancelled/",
    "/account/3rdparty/login/error/",
]
INGELOGD = [
    "/account/email/",
    "/account/logout/",
    "/account/password/change/",
    "/account/reauthenticate/",
    "/account/2fa/",
    "/account/2fa/totp/activate/",
    "/account/2fa/webauthn/",
    "/account/2fa/webauthn/add/",
    "/account/3rdparty/",
]
# English that allauth shows where nobody translated it, and the familiar form
_ANDERS = re.compile(
    r"\b(?:jij|je|jouw|Sign|Password|Email|Your|Please|Confirm|Cancel|Remove|Add|(?<!Google )Authenticator)\b"
)


def read(client: Client, address: str) -> str:
    """What the page says, after the log-in that allauth may ask for anew."""
    answer = client.get(address, follow=True)
    if answer.redirect_chain and "reauthenticate" in answer.redirect_chain[-1][0]:
        answer = client.post(answer.redirect_chain[-1][0], {"password": WACHTWOORD}, follow=True)
    assert answer.status_code in {200, 401}, address
    return answer.content.decode()


@pytest.fixture
def anna() -> Client:
    """Somebody who logged in with a password."""
    gebruiker = mens("anna@voorbeeld.nl", Rol.LEZER)
    EmailAddress.objects.create(user=gebruiker, email=gebruiker.email, verified=True, primary=True)
    client = Client()
    client.post("/account/login/", {"login": gebruiker.email, "password": WACHTWOORD})
    assert client.session.get("_auth_user_id") == str(gebruiker.pk)
    return client


def assert_is_ours(page: str) -> None:
    """One heading, our frame, no word of English or of the familiar form in what people read."""
    assert len(re.findall(r"<h1\b", page)) == 1
    assert 'class="w-top"' in page
    said = strip_tags(page[page.index("<main") : page.index("</main>")])
    said = re.sub(r"(?s)\{.*?\}\s*$", "", said)  # the data of a security key, which nobody reads
    assert _ANDERS.findall(said) == []


@pytest.mark.parametrize("address", ANONIEM)
def test_pages_for_who_is_not_logged_in_are_ours(address: str) -> None:
    assert_is_ours(read(Client(), address))


@pytest.mark.parametrize("address", INGELOGD)
def test_pages_of_ones_own_account_are_ours(anna: Client, address: str) -> None:
    assert_is_ours(read(anna, address))


def test_a_wrong_password_is_told_politely_beside_the_form() -> None:
    mens("anna@voorbeeld.nl", Rol.LEZER)
    answer = Client().post("/account/login/", {"login": "anna@voorbeeld.nl", "password": "mis"})
    page = answer.content.decode()
    assert 'role="alert"' in page
    assert "Dit e-mailadres en dit wachtwoord horen niet bij elkaar." in page


def test_a_forgotten_password_is_chosen_anew_by_a_link_in_a_mail() -> None:
    gebruiker = mens("anna@voorbeeld.nl", Rol.LEZER)
    EmailAddress.objects.create(user=gebruiker, email=gebruiker.email, verified=True, primary=True)
    client = Client()
    page = client.post("/account/password/reset/", {"email": gebruiker.email}, follow=True).content.decode()
    assert "Kijk in uw mail" in page
    (sent,) = mail.outbox
    assert sent.subject == "Een nieuw wachtwoord kiezen"
    assert _ANDERS.findall(sent.body) == []
    form = client.get(re.search(r"https?://[^/]+(\S+)", sent.body)[1], follow=True)
    assert_is_ours(form.content.decode())
    new = "een-heel-ander-wachtwoord"
    done = client.post(form.redirect_chain[-1][0], {"password1": new, "password2": new}, follow=True)
    assert "Uw wachtwoord is gewijzigd" in done.content.decode()
    assert Client().login(email=gebruiker.email, password=new)


def test_an_unknown_address_gets_no_mail() -> None:
    Client().post("/account/password/reset/", {"email": "niemand@voorbeeld.nl"})

    assert mail.outbox == []


def test_a_security_key_works_without_a_script_in_the_page(anna: Client) -> None:
    page = read(anna, "/account/2fa/webauthn/add/")
    scripts = re.findall(r"<script([^>]*)>(.*?)</script>", page, re.DOTALL)
    assert [tag for tag, body in scripts if body.strip() and 'type="application/json"' not in tag] == []
    assert "mfa/js/webauthn.js" in page
    assert "<noscript>" in page
