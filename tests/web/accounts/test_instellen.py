"""The way of a newcomer through setting up a second step has no dead ends and no questions asked twice."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.web.inloggen import als, bevestig_adres, code, log_in
from tests.web.maken import mens
from wederkerig.web.accounts.models import Rol

pytestmark = pytest.mark.django_db


def operator():
    person = mens("platform@voorbeeld.nl", is_staff=True)
    bevestig_adres(person)
    return person


def signer():
    person = mens("tekent@voorbeeld.nl", Rol.TEKENBEVOEGD)
    bevestig_adres(person)
    return person


def set_up(client):
    page = client.get(reverse("mfa_activate_totp"))
    assert page.status_code == 200, "the password was asked again"
    return client.post(reverse("mfa_activate_totp"), {"code": code(page.context["form"].secret)}, follow=True)


@pytest.mark.parametrize(
    ("who", "way_on", "words"),
    [(signer, "werk", "Verder naar Mijn werk"), (operator, "admin:index", "Verder naar Platform beheren")],
)
def test_from_logging_in_to_ones_work_the_password_is_given_once(who, way_on, words):
    client = Client()
    assert log_in(client, who()).url == reverse(way_on)
    assert client.get(reverse(way_on)).url == reverse("mfa_index")

    codes = set_up(client)

    assert codes.redirect_chain == [(reverse("mfa_view_recovery_codes"), 302)]
    assert words in codes.text
    assert f'href="{reverse(way_on)}"' in codes.text
    assert client.get(reverse(way_on)).status_code == 200


def test_later_the_password_is_asked_again(settings):
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0
    client = Client()
    log_in(client, signer())

    assert client.get(reverse("mfa_activate_totp")).url.startswith(reverse("account_reauthenticate"))


@pytest.mark.parametrize(
    ("who", "said"),
    [(signer, "U tekent of beheert namens een organisatie."), (operator, "U beheert het platform.")],
)
def test_everybody_hears_their_own_reason(who, said):
    client = Client()
    log_in(client, who())

    page = client.get(reverse("admin:index" if who is operator else "werk"), follow=True)

    others = {"U tekent of beheert namens een organisatie.", "U beheert het platform."} - {said}
    assert said in page.text
    assert not any(each in page.text for each in others)


@pytest.mark.parametrize("name", ["portaal", "mfa_index"])
def test_an_operator_is_led_to_the_platform_and_not_to_a_desk(name):
    page = als(operator()).get(reverse(name))

    assert f'href="{reverse("werk")}"' not in page.text
    assert f'href="{reverse("admin:index")}"' in page.text


def test_an_operator_with_an_organisation_has_a_desk():
    page = als(mens("beide@voorbeeld.nl", Rol.LEZER, is_staff=True)).get(reverse("portaal"))

    assert f'href="{reverse("werk")}"' in page.text
