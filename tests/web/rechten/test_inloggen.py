"""Who is logged out by now: a part of a page is told so, a form comes back to its page; no walls."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from django.conf import settings
from django.test import Client

from tests.web.rechten.adressen import all_addresses, path_of
from tests.web.rechten.wereld import make_world
from wederkerig.web.accounts.models import Rol

pytestmark = pytest.mark.django_db
EIGEN = [each for each in all_addresses() if getattr(each.view, "actie", None)]
HTMX = {"HX-Request": "true"}


def afterwards(response) -> str:
    assert response.status_code == 302
    asked = urlsplit(response.url)
    assert asked.path == "/account/login/"
    return parse_qs(asked.query)["next"][0]


def test_a_part_of_a_page_is_told_in_words():
    dingen = make_world().dingen
    assert len(EIGEN) > 20
    for adres in EIGEN:
        for ask in (Client().get, Client().post):
            response = ask(path_of(adres, dingen), headers=HTMX)
            assert (str(adres), response.status_code) == (str(adres), 401)
            assert response["Content-Type"] == "text/plain; charset=utf-8"
            assert response.text == "U bent niet meer ingelogd. Log opnieuw in."


def test_a_part_of_a_page_is_told_in_words_of_a_form_that_is_too_old():
    response = Client(enforce_csrf_checks=True).post("/account/login/", headers=HTMX)

    assert response.status_code == 403
    assert response.text == "Deze bladzijde stond te lang open. Laad haar opnieuw."


def test_every_form_leads_back_to_the_page_it_was_on():
    dingen = make_world().dingen
    for adres in EIGEN:
        response = Client().post(
            path_of(adres, dingen), headers={"referer": "http://testserver/werk/stukken/nieuw/?van=1#hier"}
        )
        assert (str(adres), afterwards(response)) == (str(adres), "/werk/stukken/nieuw/?van=1")


@pytest.mark.parametrize(
    "van", ["", "https://kwaad.nl/", "//kwaad.nl/", "javascript:alert(1)", "http://testserver@kwaad.nl/"]
)
def test_a_form_from_elsewhere_leads_to_ones_own_work(van):
    assert afterwards(Client().post("/werk/stukken/nieuw/", headers={"referer": van})) == "/werk/"
    dingen = make_world().dingen
    adres = next(each for each in EIGEN if each.naam == "verbeter")
    assert afterwards(Client().post(path_of(adres, dingen), headers={"referer": van})) == "/werk/"


def test_a_page_that_was_asked_for_comes_after_logging_in():
    assert afterwards(Client().get("/werk/stukken/nieuw/?a=1")) == "/werk/stukken/nieuw/?a=1"


def test_an_address_that_only_takes_forms_answers_with_a_page():
    wereld = make_world()
    bewerker = next(each for each in wereld.vragers if each.rol == Rol.BEWERKER)
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = bewerker.cookie
    met = 0
    for adres in EIGEN:
        response = client.get(path_of(adres, wereld.dingen))
        if response.status_code == 405:
            met += 1
            assert "Hier is geen bladzijde" in response.text, str(adres)
            assert 'href="/werk/"' in response.text, str(adres)
            assert response["Allow"] == "POST", str(adres)
    assert met > 5
