"""The country: counts of public texts, norms side by side, a file to take along."""

import csv

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.web.maken import CORPORATIE
from tests.web.monitor.rapporten_maken import VANDAAG, afspraken, gepubliceerd, meting, weerwoord
from wederkerig.web.monitor.afgeleid import Samenvatting
from wederkerig.web.monitor.domain import landelijk
from wederkerig.web.monitor.domain.landelijk import compare_norms, the_country

pytestmark = pytest.mark.django_db


def rows_of(response):
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(text.splitlines(), delimiter=";"))


def test_the_country_counts_what_the_texts_say():
    afspraken("Zeedrecht", 3)
    afspraken("Duinwijk", 2)

    land = the_country(VANDAAG)

    assert (land.gemeenten, land.overeenkomsten, land.afspraken, land.rapporten) == (2, 2, 7, 0)
    themes = {row.naam: (row.gemeenten, row.afspraken, row.hoeveel) for row in land.themas}
    assert themes == {"Beschikbaarheid": (2, 5, 5), "Leefbaarheid": (2, 2, 0)}
    [row] = land.indicatoren
    assert (row.indicator.id, row.gemeenten, row.normen) == ("nieuwbouw", 2, 5)
    assert (row.laagste, row.hoogste) == ("10 woningen", "30 woningen")


def test_a_status_stands_there_only_once_a_report_is_published():
    of = afspraken("Zeedrecht", 1)
    meting(of, 25)
    weerwoord(of)
    assert [each.status for each in compare_norms(the_country(VANDAAG))] == [None]

    gepubliceerd(afspraken("Duinwijk", 1))

    found = {each.tekst.gemeenten[0].naam: each.status for each in compare_norms(the_country(VANDAAG))}
    assert found["Zeedrecht"] is None
    assert found["Duinwijk"] == "geen cijfers"


def test_agreements_that_are_over_do_not_count():
    of = afspraken()

    assert the_country(of.tot.replace(year=of.tot.year + 1)).overeenkomsten == 0


def test_what_was_worked_out_follows_a_new_version():
    of = afspraken("Zeedrecht", 2)
    the_country(VANDAAG)
    the_country(VANDAAG)
    Samenvatting.objects.update(sleutel="van een oudere versie", inhoud={})

    assert the_country(VANDAAG).afspraken == 3
    assert Samenvatting.objects.get(overeenkomst=of).inhoud != {}


def test_what_a_process_read_of_the_country_it_does_not_read_again():
    afspraken("Zeedrecht", 2)
    first = the_country(VANDAAG), the_country(VANDAAG)

    with CaptureQueriesContext(connection) as asked:
        again = the_country(VANDAAG)

    assert again == first[1]
    assert not [each for each in asked.captured_queries if '"inhoud"' in each["sql"]]


def test_texts_that_were_not_read_yet_are_told(monkeypatch):
    monkeypatch.setattr(landelijk, "MOST_AT_ONCE", 1)
    afspraken("Zeedrecht", 1)
    afspraken("Duinwijk", 1)

    assert (the_country(VANDAAG).wachten, the_country(VANDAAG).wachten) == (1, 0)


def test_the_page_of_an_indicator_leads_to_the_agreement_itself():
    of = afspraken("Zeedrecht", 2)

    page = Client().get(reverse("landelijk"), {"indicator": "nieuwbouw"}).content.decode()

    for each in of.besluiten.get().stuk["afspraken"][:2]:
        assert reverse("afspraak", args=[of.slug, each["id"]]) in page


def test_the_comparison_is_a_file_with_a_row_for_each_norm():
    afspraken("Zeedrecht", 2)

    rows = rows_of(Client().get(reverse("landelijk_csv"), {"indicator": "nieuwbouw"}))

    assert [(row["gemeente"], row["waarde"], row["eenheid"], row["partijen"]) for row in rows] == [
        ("Zeedrecht", "10", "woningen", CORPORATIE),
        ("Zeedrecht", "20", "woningen", CORPORATIE),
    ]
    assert rows_of(Client().get(reverse("landelijk_csv"), {"indicator": "bestaat niet"})) == []
