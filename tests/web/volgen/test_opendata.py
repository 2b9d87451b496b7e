"""Open data: of published reports only, without small numbers, and found through a catalogue."""

import csv
import json

import pytest
from django.test import Client
from django.urls import reverse

from tests.web.maken import CORPORATIE, GEMEENTE, organisatie
from tests.web.monitor.rapporten_maken import afspraken, gepubliceerd, meting, weerwoord
from wederkerig.export.opendata import FILES
from wederkerig.web.accounts.models import Organisatie

pytestmark = pytest.mark.django_db


@pytest.fixture
def of():
    return afspraken()


def get(bestand, gemeente="zeedrecht"):
    return Client().get(reverse("opendata", args=[gemeente, bestand]))


def rows_of(response):
    return list(csv.DictReader(response.content.decode("utf-8-sig").splitlines(), delimiter=";"))


@pytest.mark.parametrize("bestand", FILES)
def test_before_a_report_is_published_there_is_no_open_data(of, bestand):
    meting(of, 100)
    weerwoord(of)

    assert get(bestand).status_code == 404


@pytest.mark.parametrize("bestand", FILES)
def test_each_file_is_there_once_a_report_is_published(of, bestand):
    meting(of, 100)
    gepubliceerd(of)

    answer = get(bestand)

    assert answer.status_code == 200
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert get("anders.csv").status_code == 404


def test_the_figures_are_those_of_the_report_whatever_came_later(of):
    meting(of, 100, jaar=2025)
    gepubliceerd(of)
    meting(of, 999, jaar=2024)

    rows = rows_of(get("cijfers.csv"))

    assert [(row["indicator"], row["partij"], row["waarde"]) for row in rows] == [
        ("nieuwbouw", CORPORATIE, "100")
    ]


def test_a_small_number_is_told_to_be_there_and_no_more(of):
    meting(of, 7, jaar=2025)
    gepubliceerd(of)

    [row] = rows_of(get("cijfers.csv"))

    assert (row["waarde"], row["te_klein"]) == ("", "ja")
    assert {row["stand"] for row in rows_of(get("normen.csv"))} == {""}


def test_the_municipality_has_its_own_name_in_the_register_of_government_where_that_is_known(of):
    gepubliceerd(of)
    assert json.loads(get("normen.json").content)["gemeente_uri"] is None

    Organisatie.objects.filter(pk=organisatie(GEMEENTE).pk).update(identificatie="gm1234")

    wanted = "https://identifier.overheid.nl/tooi/id/gemeente/gm1234"
    assert json.loads(get("normen.json").content)["gemeente_uri"] == wanted
    assert wanted in get("dcat.jsonld").content.decode()


def test_the_catalogue_of_the_country_names_the_municipalities_that_published(of):
    afspraken("Duinwijk", 1)
    gepubliceerd(of)

    answer = Client().get(reverse("opendata_landelijk", args=["dcat.jsonld"]))

    found = [each["@id"] for each in json.loads(answer.content)["dcat:catalog"]]
    assert found == ["http://testserver/gemeenten/zeedrecht/open-data/dcat.jsonld"]
    assert Client().get(reverse("opendata_landelijk", args=["anders"])).status_code == 404


def test_pages_lead_to_the_open_data(of):
    gepubliceerd(of)

    page = Client().get(reverse("monitor", args=["zeedrecht"])).content.decode()

    assert all(reverse("opendata", args=["zeedrecht", each]) in page for each in FILES)
