"""Small ways in and out around accounts: links in mail, keys that are none, lists that answer guesses."""

from __future__ import annotations

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from tests.web.inloggen import als, bevestig_adres
from tests.web.maken import mens, organisatie
from wederkerig.web.accounts.models import Rol

pytestmark = pytest.mark.django_db
ADRES = "https://register.voorbeeld.nl"


def test_links_in_mail_lead_to_the_address_that_was_set(settings):
    settings.ADRES, settings.ALLOWED_HOSTS = ADRES, ["*"]
    elders = {"headers": {"host": "kwaad.example"}}
    bo = mens("bo@voorbeeld.nl", Rol.BEHEERDER)
    bevestig_adres(bo)
    form = {"naam": "Piet", "email": "piet@voorbeeld.nl", "rollen": [Rol.LEZER]}

    als(bo).post(reverse("uitnodigen", args=[organisatie().slug]), form, **elders)
    Client().post(reverse("account_reset_password"), {"email": bo.email}, **elders)

    assert [each.to for each in mail.outbox] == [["piet@voorbeeld.nl"], [bo.email]]
    assert [each.body.count(ADRES) for each in mail.outbox] == [1, 2]
    assert ["kwaad" in each.body for each in mail.outbox] == [False, False]


def test_an_address_without_an_account_gets_the_same_answer_and_no_mail():
    answer = Client().post(reverse("account_reset_password"), {"email": "niemand@voorbeeld.nl"})
    assert (answer.status_code, answer.url) == (302, reverse("account_reset_password_done"))
    assert mail.outbox == []


@pytest.mark.parametrize("credential", ["{}", "[]", '{"id": 1, "rawId": "a", "response": {}, "type": "x"}'])
@pytest.mark.parametrize("name", ["mfa_add_webauthn", "mfa_reauthenticate_webauthn"])
def test_a_key_that_is_none_is_refused_as_a_form(name, credential):
    client = als(mens("bo@voorbeeld.nl", Rol.LEZER))
    client.get(reverse(name))
    assert client.post(reverse(name), {"name": "x", "credential": credential}).status_code in {200, 302}


def test_lists_of_the_platform_answer_no_guesses():
    client = als(mens("platform@voorbeeld.nl", is_staff=True))
    people = reverse("admin:accounts_gebruiker_changelist")
    assert client.get(people, {"is_active__exact": "1"}).status_code == 200
    assert client.get(people, {"password__startswith": "m"}).status_code == 400


def test_pictures_in_the_text_of_a_page_are_allowed_on_one_page_alone():
    bo = mens("bo@voorbeeld.nl", Rol.LEZER)
    client = als(bo)
    bo.authenticator_set.all().delete()
    answers = [client.get(reverse(name)) for name in ("werk", "mfa_activate_totp")]
    assert [each.status_code for each in answers] == [200, 200]
    assert ["data:" in each["Content-Security-Policy"] for each in answers] == [False, True]
