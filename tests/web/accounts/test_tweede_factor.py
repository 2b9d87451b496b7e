"""Who signs, manages or runs the platform proves in two ways who they are, in each session."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client
from django.urls import reverse

from tests.web.inloggen import SECRET, als, bevestig_adres, code, log_in, tweede_factor
from tests.web.maken import WACHTWOORD, mens, organisatie
from wederkerig.web.accounts.models import Gebruiker, Rol

pytestmark = pytest.mark.django_db


def signer():
    person = mens("tekent@voorbeeld.nl", Rol.TEKENBEVOEGD)
    bevestig_adres(person)
    return person


def activate(client):
    """Set up the app that makes codes, as people do it."""
    client.post(reverse("account_reauthenticate"), {"password": WACHTWOORD})
    page = client.get(reverse("mfa_activate_totp"))
    return client.post(reverse("mfa_activate_totp"), {"code": code(page.context["form"].secret)})


@pytest.mark.parametrize("rol", [Rol.TEKENBEVOEGD, Rol.BEHEERDER])
@pytest.mark.parametrize("name", ["werk", "organisatie"])
def test_with_a_heavy_role_nothing_opens_before_there_is_a_second_factor(rol, name):
    client = Client()
    client.force_login(mens("x@voorbeeld.nl", rol))

    args = [organisatie().slug] if name == "organisatie" else []
    response = client.get(reverse(name, args=args), follow=True)

    assert response.redirect_chain == [(reverse("mfa_index"), 302)]
    assert "wachtwoord én een tweede" in response.text


@pytest.mark.parametrize("rol", [Rol.LEZER, Rol.BEWERKER])
def test_with_a_light_role_a_password_is_enough(rol):
    client = Client()
    client.force_login(mens("x@voorbeeld.nl", rol))

    assert client.get(reverse("werk")).status_code == 200


def test_logging_in_asks_for_the_code_and_is_not_done_before():
    person = signer()
    tweede_factor(person)
    client = Client()

    assert log_in(client, person).url == reverse("mfa_authenticate")
    assert client.get(reverse("werk")).url.startswith(reverse("account_login"))
    wrong = client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert wrong.status_code == 200
    assert client.get(reverse("werk")).url.startswith(reverse("account_login"))

    client.post(reverse("mfa_authenticate"), {"code": code()})
    assert client.get(reverse("werk")).status_code == 200


def test_codes_cannot_be_tried_without_end():
    person = signer()
    tweede_factor(person)
    client = Client()
    log_in(client, person)
    for _ in range(6):
        client.post(reverse("mfa_authenticate"), {"code": "000000"})

    client.post(reverse("mfa_authenticate"), {"code": code()})

    assert client.get(reverse("werk")).url.startswith(reverse("account_login"))


@pytest.mark.django_db(transaction=True)
def test_setting_one_up_lets_this_session_go_on_and_ends_all_others():
    person = signer()
    here, elsewhere = Client(), Client()
    for client in (here, elsewhere):
        client.force_login(person)

    activate(here)

    assert Authenticator.objects.filter(user=person, type="totp").exists()
    assert here.get(reverse("werk")).status_code == 200
    assert elsewhere.get(reverse("werk")).url.startswith(reverse("account_login"))


@pytest.mark.django_db(transaction=True)
def test_recovery_codes_come_with_it_and_each_works_once():
    person = signer()
    client = Client()
    client.force_login(person)
    activate(client)
    spare = Authenticator.objects.get(user=person, type="recovery_codes").wrap().get_unused_codes()

    for expected in (200, 302):
        visitor = Client()
        log_in(visitor, person)
        visitor.post(reverse("mfa_authenticate"), {"code": spare[0]})
        assert visitor.get(reverse("werk")).status_code == expected


def test_recovery_codes_alone_are_no_second_factor():
    person = signer()
    Authenticator.objects.create(user=person, type="recovery_codes", data={"seed": "x", "used_mask": 0})
    client = Client()
    client.force_login(person)

    assert client.get(reverse("werk")).url == reverse("mfa_index")


def test_taking_it_away_asks_for_a_new_one_and_ends_other_sessions():
    person = signer()
    TOTP.activate(person, SECRET)
    Gebruiker.objects.filter(pk=person.pk).update(tweede_factor="2026-01-01T00:00:00Z")
    person.refresh_from_db()
    elsewhere = Client()
    elsewhere.force_login(person)
    here = als(person)

    here.post(reverse("mfa_deactivate_totp"))

    assert here.get(reverse("werk")).url == reverse("mfa_index")
    assert elsewhere.get(reverse("werk")).url.startswith(reverse("account_login"))


def test_taking_it_away_asks_for_the_password_first():
    person = signer()
    here = als(person, bevestigd=False)

    response = here.post(reverse("mfa_deactivate_totp"))

    assert response.url.startswith(reverse("account_reauthenticate"))
    assert Authenticator.objects.filter(user=person, type="totp").exists()


def test_the_platform_is_closed_to_an_operator_with_only_a_password():
    operator = mens("platform@voorbeeld.nl", is_staff=True)
    client = Client()
    client.force_login(operator)

    assert client.get(reverse("admin:index")).url == reverse("mfa_index")
    tweede_factor(operator)
    assert client.get(reverse("admin:index")).status_code == 200
