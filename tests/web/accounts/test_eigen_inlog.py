"""An organisation's own log-in opens the accounts of its own people, and never anybody else's."""

import json

import pytest
from allauth.socialaccount.models import SocialAccount
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.urls import reverse

from tests.web.accounts.aanbieder import CLIENT, SECRET, provider
from tests.web.inloggen import als, bevestig_adres, code, tweede_factor
from tests.web.maken import mens
from wederkerig.web.accounts.models import Gebruiker, Rol
from wederkerig.web.config.inlog import openid_apps, origins

ORGANISATIE = {
    "id": "duinwonen",
    "naam": "Stichting Duinwonen",
    "server_url": "https://inloggen.duinwonen.nl",
    "client_id": CLIENT,
    "secret": SECRET,
    "e-maildomeinen": ["duinwonen.nl", "Huren.duinwonen.nl"],
}


@pytest.fixture
def aanbieder(settings):
    with provider() as running:
        given = json.dumps([ORGANISATIE | {"server_url": running.url}])
        settings.SOCIALACCOUNT_PROVIDERS = {
            "openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": openid_apps(given)}
        }
        yield running


@pytest.fixture
def bo():
    person = mens("bo@duinwonen.nl", Rol.LEZER)
    bevestig_adres(person)
    return person


def come_in(client, aanbieder, *, process="", **wie):
    """Follow the button, agree there, and come back."""
    aanbieder.wie = {"sub": "1", "email_verified": True} | wie
    url = reverse("openid_connect_login", args=["duinwonen"])
    sent = client.post(f"{url}?process={process}" if process else url)
    return client.get(aanbieder.authorize(sent.url))


def is_in(client):
    return "_auth_user_id" in client.session


@pytest.mark.django_db
@pytest.mark.usefixtures("aanbieder")
def test_the_button_stands_on_the_page_to_log_in():
    page = Client().get(reverse("account_login")).text

    assert "Stichting Duinwonen" in page
    assert reverse("openid_connect_login", args=["duinwonen"]) in page


@pytest.mark.django_db
def test_who_has_an_account_comes_in_with_the_address_of_the_organisation(aanbieder, bo):
    client = Client()

    response = come_in(client, aanbieder, email="Bo@Duinwonen.nl")

    assert response.url == reverse("werk")
    assert client.get(reverse("werk")).context["user"] == bo
    assert SocialAccount.objects.get().user == bo


@pytest.mark.django_db
def test_an_organisation_that_does_not_say_verified_is_believed_for_its_own_domain(aanbieder, bo):
    client = Client()

    come_in(client, aanbieder, email=bo.email, email_verified=None)

    assert is_in(client)


@pytest.mark.django_db
def test_who_has_no_account_gets_none(aanbieder):
    client = Client()

    response = come_in(client, aanbieder, email="nieuw@duinwonen.nl")

    assert response.status_code == 200
    assert not is_in(client)
    assert not Gebruiker.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "email",
    ["wethouder@zeedrecht.nl", "x@kwaadduinwonen.nl", "x@duinwonen.nl.kwaad.nl", "x@sub.duinwonen.nl"],
)
def test_an_organisation_is_not_believed_about_addresses_that_are_not_its_own(aanbieder, email):
    person = mens(email, Rol.LEZER)
    bevestig_adres(person)
    client = Client()

    response = come_in(client, aanbieder, email=email)

    assert response.url == reverse("account_login")
    assert not is_in(client)
    assert not SocialAccount.objects.exists()


@pytest.mark.django_db
def test_an_account_is_not_opened_by_a_second_address_that_somebody_added(aanbieder):
    """Who adds an address of the organisation to an account of elsewhere does not give it away."""
    person = mens("wethouder@zeedrecht.nl", Rol.LEZER)
    bevestig_adres(person)
    person.emailaddress_set.create(email="bo@duinwonen.nl", verified=True)
    client = Client()

    come_in(client, aanbieder, email="bo@duinwonen.nl")

    assert not is_in(client)


@pytest.mark.django_db
def test_who_came_before_stays_out_once_the_account_has_another_address(aanbieder, bo):
    come_in(Client(), aanbieder, email=bo.email)
    Gebruiker.objects.filter(pk=bo.pk).update(email="bo@elders.nl")
    client = Client()

    come_in(client, aanbieder, email="bo@duinwonen.nl")

    assert not is_in(client)


@pytest.mark.django_db
@pytest.mark.usefixtures("bo")
@pytest.mark.parametrize("email", ["bo@duinwonen.nl", "zonder-account@duinwonen.nl"])
def test_the_log_in_of_one_person_cannot_be_tied_to_the_account_of_another(aanbieder, email):
    eva = mens("eva@duinwonen.nl", Rol.LEZER)
    bevestig_adres(eva)
    client = als(eva)

    come_in(client, aanbieder, process="connect", email=email)

    assert not SocialAccount.objects.exists()


@pytest.mark.django_db
def test_the_second_factor_is_asked_here_as_well(aanbieder):
    signer = mens("tekent@duinwonen.nl", Rol.TEKENBEVOEGD)
    bevestig_adres(signer)
    tweede_factor(signer)
    client = Client()

    response = come_in(client, aanbieder, email=signer.email)

    assert response.url == reverse("mfa_authenticate")
    assert not is_in(client)
    client.post(reverse("mfa_authenticate"), {"code": code()})
    assert is_in(client)


@pytest.mark.django_db
def test_a_closed_account_stays_closed(aanbieder, bo):
    Gebruiker.objects.filter(pk=bo.pk).update(is_active=False)
    client = Client()

    come_in(client, aanbieder, email=bo.email)

    assert not is_in(client)


@pytest.mark.django_db
def test_coming_back_without_having_been_sent_opens_nothing(aanbieder, bo):
    aanbieder.wie = {"sub": "1", "email": bo.email}
    sent = Client().post(reverse("openid_connect_login", args=["duinwonen"]))
    client = Client()

    response = client.get(aanbieder.authorize(sent.url))

    assert response.status_code == 401
    assert not is_in(client)


@pytest.mark.django_db
@pytest.mark.usefixtures("aanbieder")
def test_opening_the_address_alone_does_not_send_anybody_away():
    response = Client().get(reverse("openid_connect_login", args=["duinwonen"]))

    assert response.status_code == 200
    assert "<form" in response.text


def test_the_setting_becomes_what_allauth_asks():
    (app,) = openid_apps(json.dumps([ORGANISATIE]))

    assert app == {
        "provider_id": "duinwonen",
        "name": "Stichting Duinwonen",
        "client_id": CLIENT,
        "secret": SECRET,
        "settings": {
            "server_url": "https://inloggen.duinwonen.nl",
            "verified_email": ["duinwonen.nl", "huren.duinwonen.nl"],
            "email_authentication": True,
        },
    }
    assert origins(json.dumps([ORGANISATIE])) == ["https://inloggen.duinwonen.nl"]
    assert openid_apps("") == []


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("{", "geen JSON"),
        ("{}", "geef een lijst"),
        ("[1]", "geef een lijst"),
        (json.dumps([{"id": "x"}]), "bij x ontbreekt naam, server_url, client_id, secret, e-maildomeinen"),
        (json.dumps([ORGANISATIE | {"e-maildomeinen": "duinwonen.nl"}]), "geen lijst van namen"),
        (json.dumps([ORGANISATIE, ORGANISATIE | {"e-maildomeinen": ["a.nl"]}]), "id duinwonen staat er meer"),
        (json.dumps([ORGANISATIE, ORGANISATIE | {"id": "b"}]), "domein duinwonen.nl, huren.duinwonen.nl"),
    ],
)
def test_a_setting_that_is_not_right_is_refused_before_the_site_starts(given, said):
    with pytest.raises(ImproperlyConfigured, match=said):
        openid_apps(given)
