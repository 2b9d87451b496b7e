"""Dashboards: the public reads the last published report, the parties how it stands now; nothing leaks."""

import re
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.web.inloggen import als
from tests.web.maken import CORPORATIE, GEMEENTE, HUURDERS, mens, organisatie
from tests.web.monitor.maken import bevestig
from tests.web.monitor.rapporten_maken import (
    VANDAAG,
    afspraken,
    bewerker,
    gepubliceerd,
    meting,
    other_organisation,
    weerwoord,
)
from wederkerig.web.accounts.models import Rol
from wederkerig.web.monitor.models import Invulling, Project

pytestmark = pytest.mark.django_db


@pytest.fixture
def of():
    return afspraken()


def text_of(client, name, *args):
    response = client.get(reverse(name, args=args))
    assert response.status_code == 200
    return re.sub(r'CSRFToken": "\w+|csrfmiddlewaretoken" value="\w+', "", response.content.decode())


def secrets(of):
    """What others may not know: a draft, a project that is not shared, a figure nobody published."""
    Invulling.objects.create(
        organisatie=organisatie(CORPORATIE),
        gemeente=of.gemeenten.get(),
        indicator="nieuwbouw",
        van=date(VANDAAG.year, 1, 1),
        peildatum=VANDAAG,
        waarde="4711",
        door_naam="Cor",
    )
    Project.objects.create(
        organisatie=organisatie(CORPORATIE),
        gemeente=of.gemeenten.get(),
        naam="Geheime Dijk",
        gegevens={"locatie": "Geheime Dijk", "fase": "idee", "erbij": 4711},
    )
    meting(of, 1234, jaar=2025)


def test_the_public_sees_nothing_before_a_report_is_published(of):
    secrets(of)
    weerwoord(of)

    page = text_of(Client(), "monitor", "zeedrecht")

    assert "Nog geen rapport" in page
    assert "1.234" not in page
    assert "4711" not in page
    assert "Geheime Dijk" not in page


def test_the_public_sees_the_report_as_it_was_published_whatever_was_handed_in_since(of):
    first = meting(of, 100, jaar=2025)
    gepubliceerd(of)
    before = text_of(Client(), "monitor", "zeedrecht")

    meting(of, 1234, jaar=2025, vervangt=first)
    secrets(of)

    assert text_of(Client(), "monitor", "zeedrecht") == before


@pytest.mark.parametrize(
    ("naam", "args"),
    [
        ("monitor", ["zeedrecht"]),
        ("gemeente", ["zeedrecht"]),
        ("normen", ["zeedrecht-2025-2028"]),
        ("landelijk", []),
        ("landelijk_csv", []),
        ("opendata", ["zeedrecht", "cijfers.csv"]),
        ("opendata", ["zeedrecht", "normen.json"]),
    ],
)
def test_no_public_page_or_file_tells_what_was_not_published(of, naam, args):
    gepubliceerd(of)
    secrets(of)

    response = Client().get(reverse(naam, args=args))
    said = b"".join(response) if response.streaming else response.content

    assert response.status_code == 200
    assert not [each for each in ("1234", "1.234", "4711", "Geheime Dijk") if each in said.decode()]


def test_the_parties_see_how_it_stands_now_and_no_drafts_of_others(of):
    gepubliceerd(of)
    secrets(of)

    page = text_of(als(bewerker(HUURDERS)), "monitor_partijen", "zeedrecht")

    assert "1.234" in page
    assert "4711" not in page
    assert "Geheime Dijk" not in page


def test_small_numbers_of_dwellings_are_for_the_parties(of):
    meting(of, 7, jaar=2025)
    gepubliceerd(of)

    party = text_of(als(bewerker(GEMEENTE)), "monitor_partijen", "zeedrecht")
    public = text_of(Client(), "monitor", "zeedrecht")

    assert "3 woningen te weinig" in party
    assert "te weinig" not in public
    assert "w-som" not in public


@pytest.mark.usefixtures("of")
def test_who_is_no_party_in_the_municipality_does_not_see_how_it_stands_now():
    stranger = als(mens("x@voorbeeld.nl", Rol.BEWERKER, bij=other_organisation()))

    assert stranger.get(reverse("monitor_partijen", args=["zeedrecht"])).status_code == 403


@pytest.mark.usefixtures("of")
def test_agreements_that_run_on_stand_apart_and_one_without_a_number_is_a_subject():
    page = text_of(Client(), "monitor", "zeedrecht")

    assert "lopen ongewijzigd door" in page
    assert "Onderwerp voor het gesprek" in page
    assert "De gemeente en de huurders houden de buurten leefbaar." in page


@pytest.mark.usefixtures("of")
def test_a_municipality_without_agreements_has_no_monitor():
    assert Client().get(reverse("monitor", args=["nergens"])).status_code == 404


# --- an organisation over all its municipalities -----------------------------------------------------------


@pytest.mark.usefixtures("of")
def test_an_organisation_reads_its_norms_of_all_municipalities_in_one_list():
    afspraken("Duinwijk", 2)
    person = mens("cor@voorbeeld.nl", Rol.LEZER, bij=organisatie(CORPORATIE))

    page = text_of(als(person), "organisatie_monitor", organisatie(CORPORATIE).slug)

    assert page.count("/normen/") == 5
    assert "Zeedrecht" in page
    assert "Duinwijk" in page


@pytest.mark.usefixtures("of")
def test_nobody_else_reads_it():
    where = reverse("organisatie_monitor", args=[organisatie(CORPORATIE).slug])

    assert als(bewerker(GEMEENTE)).get(where).status_code == 404


def count(client, where):
    client.get(where)  # what was not worked out yet is now
    with CaptureQueriesContext(connection) as asked:
        assert client.get(where).status_code == 200
    return len(asked)


@pytest.mark.parametrize(
    ("naam", "args"),
    [("organisatie_monitor", [CORPORATIE]), ("landelijk", []), ("landelijk_csv", []), ("werk", [])],
)
def test_thirty_agreements_take_no_more_queries_than_one(of, naam, args):
    client = als(mens("cor@voorbeeld.nl", Rol.BEWERKER, bij=organisatie(CORPORATIE)))
    where = reverse(naam, args=[organisatie(each).slug for each in args])
    gepubliceerd(of)
    one = count(client, where)

    for number in range(8):
        gepubliceerd(afspraken(f"Plaats{number}", 1))

    assert count(client, where) == one


def test_a_status_that_was_published_does_not_stand_with_a_norm_that_was_changed_since(of):
    bevestig(of, "1", indicator="nieuwbouw", ritme="eenmalig", per=date(VANDAAG.year - 1, 12, 31))
    meting(of, 500, jaar=VANDAAG.year - 1)
    gepubliceerd(of)
    pages = [
        reverse("normen", args=[of.slug]),
        reverse("gemeente", args=[of.gemeenten.get().slug]),
        reverse("landelijk_csv"),
    ]

    def told():
        return [b"".join(Client().get(each)).decode().count("gehaald") for each in pages]

    before = told()
    bevestig(of, "1", waarde=Decimal(9_000))

    assert (all(before), [now < then for then, now in zip(before, told(), strict=True)]) == (True, [True] * 3)


def test_rent_classes_stand_at_the_top_beside_their_norms_and_not_folded_in_their_theme(of):
    extra = {"relatie": "min", "waarde": Decimal(70), "eenheid": "%", "ritme": "jaarlijks"}
    bevestig(of, "1", indicator="huur-tot-laag", **extra)
    meting(of, 72, indicator="huur-tot-laag", noemer=3000)
    gepubliceerd(of)

    for client, name in ((Client(), "monitor"), (als(bewerker(CORPORATIE)), "monitor_partijen")):
        page = text_of(client, name, "zeedrecht")
        top, _, themes = page.partition('id="per-thema"')
        assert "Woningen per huurklasse" in top
        assert "Woningen per huurklasse" not in themes
