"""The pages of reports: in each phase what each role sees and may do."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.web.inloggen import als
from tests.web.maken import CORPORATIE, GEMEENTE, HUURDERS, mens, organisatie
from tests.web.monitor.rapporten_maken import (
    VANDAAG,
    afspraken,
    bewerker,
    concept,
    gepubliceerd,
    gereed,
    meting,
    other_organisation,
    schrijf,
    stap,
    weerwoord,
)
from wederkerig.web.accounts.models import Rol
from wederkerig.web.monitor.models import Bijdrage, Rapport, Rapportbestand, RapportFase

pytestmark = pytest.mark.django_db


@pytest.fixture
def of():
    made = afspraken()
    meting(made, 25)
    return made


def text_of(response):
    return response.content.decode()


def form(**other):
    said = {
        "soort": "halfjaarrapport",
        "peildatum": VANDAAG.isoformat(),
        "aanvullen_tot": (VANDAAG + timedelta(days=14)).isoformat(),
        "weerwoord_tot": (VANDAAG + timedelta(days=28)).isoformat(),
    }
    return said | other


def test_the_municipality_makes_a_concept_with_one_click(of):
    client = als(bewerker(GEMEENTE))
    page = text_of(client.get(reverse("rapporten", args=[of.slug])))
    suggested = dict(re.findall(r'name="(\w+)" value="([^"]*)"', page))

    answer = client.post(
        reverse("rapporten", args=[of.slug]),
        {name: suggested.get(name, "halfjaarrapport") for name in form()},
    )

    assert answer.url == reverse("rapport", args=[Rapport.objects.get().pk])


def test_a_form_that_is_wrong_keeps_what_was_typed(of):
    answer = als(bewerker(GEMEENTE)).post(
        reverse("rapporten", args=[of.slug]), form(weerwoord_tot=VANDAAG.isoformat())
    )

    assert answer.status_code == 422
    assert f'value="{VANDAAG.isoformat()}"' in text_of(answer)
    assert not Rapport.objects.exists()


@pytest.mark.parametrize("naam", [CORPORATIE, HUURDERS])
def test_another_party_makes_no_report_and_takes_no_step(of, naam):
    made = concept(of)
    client = als(bewerker(naam))

    assert client.post(reverse("rapporten", args=[of.slug]), form()).status_code == 403
    step = {"naar": "weerwoord", "stand": 0}
    assert client.post(reverse("rapport_stap", args=[made.pk]), step).status_code == 403
    assert Rapport.objects.get().fase == RapportFase.CONCEPT


PHASES = {"concept": concept, "weerwoord": weerwoord, "gepubliceerd": gepubliceerd}
# Of each phase: who sees the buttons to write, and to go on.
WRITES, GOES_ON = {"concept", "weerwoord"}, {"concept", "weerwoord"}


@pytest.mark.parametrize("naam", [GEMEENTE, CORPORATIE, HUURDERS])
@pytest.mark.parametrize("rol", [Rol.LEZER, Rol.BEWERKER])
@pytest.mark.parametrize("fase", PHASES)
def test_what_a_party_sees_of_a_report(of, fase, rol, naam):
    made = PHASES[fase](of)
    person = mens("x@voorbeeld.nl", rol, bij=organisatie(naam))

    page = text_of(als(person).get(reverse("rapport", args=[made.pk])))

    writer = rol is Rol.BEWERKER
    assert (reverse("bijdragen", args=[made.pk]) in page) == (writer and fase in WRITES)
    assert (reverse("rapport_stap", args=[made.pk]) in page) == (
        writer and naam == GEMEENTE and fase in GOES_ON
    )


@pytest.mark.parametrize("fase", PHASES)
def test_who_is_no_party_hears_of_no_report_that_was_not_published(of, fase):
    made = PHASES[fase](of)
    stranger = als(mens("x@voorbeeld.nl", Rol.BEWERKER, bij=other_organisation()))

    for name in ("rapport", "bijdragen"):
        assert stranger.get(reverse(name, args=[made.pk])).status_code == 404
    expected = 200 if fase == "gepubliceerd" else 404
    assert Client().get(reverse("rapport_openbaar", args=[made.pk])).status_code == expected
    assert Client().get(reverse("rapport_download", args=[made.pk, "pdf"])).status_code in {
        expected,
        expected + 2,
    }


def test_publishing_too_early_is_refused_in_words(of):
    made = weerwoord(of)

    answer = als(bewerker(GEMEENTE)).post(
        reverse("rapport_stap", args=[made.pk]), {"naar": "gepubliceerd", "stand": made.stand}
    )

    assert answer.status_code == 422
    assert "Publiceren is nog te vroeg" in text_of(answer)
    assert Rapport.objects.get().fase == RapportFase.WEERWOORD


def test_a_step_on_an_old_page_is_not_taken(of):
    made = concept(of)
    gereed(made)
    stap(made, RapportFase.WEERWOORD)

    answer = als(bewerker(GEMEENTE)).post(
        reverse("rapport_stap", args=[made.pk]), {"naar": "weerwoord", "stand": 0}
    )

    assert answer.status_code == 409
    assert "Iemand anders deed intussen een stap" in text_of(answer)


def fields_of(page):
    """The numbers of the fields by what they are about."""
    return {over: number for number, over in re.findall(r'name="over-(\d+)" value="([^"]*)"', page)}


def test_a_party_writes_its_part_on_one_page(of):
    made = concept(of)
    client, where = als(bewerker(CORPORATIE)), reverse("bijdragen", args=[made.pk])
    number = fields_of(text_of(client.get(where)))["beschikbaarheid"]

    answer = client.post(
        where,
        {f"over-{number}": "beschikbaarheid", f"tekst-{number}": "Het ging goed.", f"gezien-{number}": "0"},
    )

    assert answer.url == reverse("rapport", args=[made.pk])
    assert Bijdrage.objects.get().namens == CORPORATIE
    assert "Het ging goed." in text_of(client.get(answer.url))
    assert "Het ging goed." not in text_of(als(bewerker(HUURDERS)).get(answer.url))


def test_what_a_colleague_wrote_first_stands_beside_what_was_typed(of):
    made = concept(of)
    schrijf(made, CORPORATIE, "van mijn collega", "beschikbaarheid")
    client, where = als(bewerker(CORPORATIE)), reverse("bijdragen", args=[made.pk])

    answer = client.post(where, {"over-1": "beschikbaarheid", "tekst-1": "van mijzelf", "gezien-1": "0"})

    assert answer.status_code == 409
    page = text_of(answer)
    assert "van mijn collega" in page
    assert "van mijzelf" in page
    number = fields_of(page)["beschikbaarheid"]
    assert f'name="gezien-{number}" value="{Bijdrage.objects.get().pk}"' in page


def test_being_done_is_one_click(of):
    made = concept(of)

    als(bewerker(HUURDERS)).post(reverse("rapport_gereed", args=[made.pk]))

    assert Bijdrage.objects.get().soort == "gereed"


def test_words_of_a_party_are_text_and_never_mark_up(of):
    made = weerwoord(of)
    schrijf(made, HUURDERS, "<script>alert(1)</script>")

    page = text_of(als(bewerker(GEMEENTE)).get(reverse("rapport", args=[made.pk])))

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


@pytest.mark.parametrize("formaat", ["docx", "pdf", "brief-docx", "brief-pdf"])
def test_parties_download_the_concept_and_everybody_what_was_published(of, werk_af, formaat):
    made = concept(of)
    where = reverse("rapport_bestand", args=[made.pk, formaat])
    client = als(bewerker(HUURDERS))
    assert client.get(where).status_code == 202
    werk_af()

    answer = client.get(where)

    assert answer.status_code == 200
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Content-Disposition"].startswith('attachment; filename="concept-')
    assert Client().get(reverse("rapport_download", args=[made.pk, formaat])).status_code == 404
    assert Client().get(where).status_code == 302


def test_a_file_of_a_report_is_made_anew_when_somebody_wrote(of, werk_af):
    made = weerwoord(of)
    where = reverse("rapport_bestand", args=[made.pk, "docx"])
    client = als(bewerker(GEMEENTE))
    client.get(where)
    werk_af()
    before = client.get(where).content

    schrijf(made, HUURDERS, "Er ontbreekt iets.")

    assert client.get(where).status_code == 202
    werk_af()
    assert client.get(where).content != before
    assert Rapportbestand.objects.count() == 1


def test_the_desk_says_which_reports_wait_until_one_is_done(of):
    made = concept(of)
    client = als(bewerker(CORPORATIE))
    assert reverse("rapport", args=[made.pk]) in text_of(client.get(reverse("werk")))
    stranger = als(mens("x@voorbeeld.nl", Rol.BEWERKER, bij=other_organisation()))
    assert reverse("rapport", args=[made.pk]) not in text_of(stranger.get(reverse("werk")))

    gereed(made, CORPORATIE)

    assert reverse("rapport", args=[made.pk]) not in text_of(client.get(reverse("werk")))


def test_the_page_of_the_agreements_leads_to_how_they_stand_and_parties_to_reports(of):
    where = reverse("overeenkomst", args=[of.slug])
    for_all, for_parties = reverse("monitor", args=["zeedrecht"]), reverse("rapporten", args=[of.slug])

    public, party = text_of(Client().get(where)), text_of(als(bewerker(HUURDERS)).get(where))

    assert (for_all in public, for_parties in public) == (True, False)
    assert (for_all in party, for_parties in party) == (True, True)


@pytest.mark.parametrize("naam", ["rapporten", "rapport"])
def test_more_words_take_no_more_queries(of, naam):
    made = weerwoord(of)
    client = als(bewerker(GEMEENTE))
    where = reverse(naam, args=[of.slug if naam == "rapporten" else made.pk])

    def count():
        client.get(where)
        with CaptureQueriesContext(connection) as asked:
            client.get(where)
        return len(asked)

    before = count()
    for over in ("", "beschikbaarheid"):
        for party in (CORPORATIE, HUURDERS):
            schrijf(made, party, "Nog iets.", over)
    concept(of, soort="raadsbrief")

    assert count() == before


def test_what_happened_to_a_report_is_told_in_words(of):
    made = weerwoord(of)
    schrijf(made, HUURDERS, "Wij zien het anders.")

    page = text_of(als(bewerker(GEMEENTE)).get(reverse("logboek", args=[of.slug])))

    assert "gaf weerwoord bij een rapport" in page
    assert "opende het weerwoord bij een rapport" in page
