"""What happened is read by who may, in words and with marked changes, and taken along as a file."""

import csv
import io
import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.template import Context, Template
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.web.inloggen import als
from tests.web.maken import CORPORATIE, GEMEENTE, inzending, mens, organisatie, overeenkomst
from wederkerig.web.accounts.models import Rol
from wederkerig.web.register.domain import gebeurtenissen, logboek_woorden
from wederkerig.web.register.models import Gebeurtenis, Inzending, Koppeling, Ronde, Verbetering, Verklaring

pytestmark = pytest.mark.django_db
GEHEIM = "de corporatie verhuurt de kazerne toch niet"


@pytest.fixture
def of():
    return overeenkomst()


@pytest.fixture
def lezer():
    return mens("lezer@voorbeeld.nl", Rol.LEZER)


@pytest.fixture
def corporatie():
    return mens("corporatie@voorbeeld.nl", Rol.BEWERKER, bij=organisatie(CORPORATIE))


def declare(of, by, toelichting=""):
    besluit = of.besluiten.get()
    made = Verklaring.objects.create(
        besluit=besluit,
        organisatie=organisatie(CORPORATIE),
        oordeel="bezwaar",
        toelichting=toelichting,
        **gebeurtenissen.done_by(by, organisatie(CORPORATIE)),
    )
    gebeurtenissen.verklaard(made, by)


def draft_with_events(by, van=CORPORATIE):
    """A document in hand, of which the events hold what nobody else may see."""
    stuk = inzending(organisatie(van))
    Inzending.objects.filter(pk=stuk.pk).update(bestandsnaam="geheim-jaarplan.docx")
    stuk.refresh_from_db()
    gebeurtenissen.ingebracht(stuk, by)
    said = Verbetering.objects.create(
        inzending=stuk,
        sleutel="afspraak:1",
        veld="tekst",
        inhoud={"soort": "veld", "was": "De corporatie verhuurt de kazerne.", "wordt": GEHEIM},
        door=by.naam,
    )
    gebeurtenissen.verbeterd(said, stuk, by)
    koppeling = Koppeling.objects.create(inzending=stuk, naam="Geheime Partij", door=by.naam)
    gebeurtenissen.gekoppeld(koppeling, None, stuk, by)
    return stuk


def everything(client, of):
    """All that this person can read of what happened, on all pages and in all files."""
    own = [reverse("logboek", args=[of.slug])]
    own += [reverse("logboek_export", args=[of.slug, formaat]) for formaat in ("csv", "json")]
    for each in (GEMEENTE, CORPORATIE):
        slug = organisatie(each).slug
        own.append(reverse("organisatie_logboek", args=[slug]))
        own += [reverse("organisatie_logboek_export", args=[slug, formaat]) for formaat in ("csv", "json")]
    answers = (client.get(url) for url in own)
    return "".join(
        b"".join(each.streaming_content).decode() if each.streaming else each.text for each in answers
    )


def test_the_parties_see_what_happened_to_their_agreements(of, lezer, corporatie):
    declare(of, corporatie, "De aantallen kloppen niet.")

    page = als(lezer).get(reverse("logboek", args=[of.slug]))

    assert page.status_code == 200
    assert "<strong>Corporatie</strong> gaf een oordeel over Prestatieafspraken Zeedrecht" in page.text
    assert "namens Stichting Duinwonen" in page.text
    assert "De aantallen kloppen niet." in page.text


def test_what_another_party_has_in_hand_is_seen_nowhere(of, lezer, corporatie):
    draft_with_events(corporatie)

    theirs = everything(als(lezer), of)
    own = everything(als(corporatie), of)

    assert [word for word in (GEHEIM, "kazerne", "geheim-jaarplan", "Geheime Partij") if word in theirs] == []
    assert [word for word in (GEHEIM, "geheim-jaarplan", "Geheime Partij") if word not in own] == []


def test_how_a_document_came_about_stays_its_partys_own_after_it_is_adopted(of, lezer, corporatie):
    stuk = draft_with_events(corporatie)
    Inzending.objects.filter(pk=stuk.pk).update(fase="vastgesteld", overeenkomst=of)

    assert "kazerne" not in everything(als(lezer), of)
    assert GEHEIM in everything(als(corporatie), of)


@pytest.mark.parametrize("name", ["logboek", "logboek_export"])
def test_who_is_no_party_sees_nothing(of, name):
    stranger = mens("x@voorbeeld.nl", Rol.LEZER, bij=organisatie("Stichting Elders", "corporatie"))
    args = [of.slug] if name == "logboek" else [of.slug, "csv"]

    assert als(stranger).get(reverse(name, args=args)).status_code == 403


@pytest.mark.parametrize("name", ["organisatie_logboek", "organisatie_logboek_export"])
def test_an_organisations_own_logbook_is_not_there_for_others(lezer, name):
    args = [organisatie(CORPORATIE).slug, "csv"][: 2 if name.endswith("export") else 1]

    assert als(lezer).get(reverse(name, args=args)).status_code == 404


def test_changed_words_are_marked(corporatie):
    draft_with_events(corporatie)

    page = als(corporatie).get(reverse("organisatie_logboek", args=[organisatie(CORPORATIE).slug])).text

    assert "<ins>" in page
    assert "toch niet" in page


def test_words_of_a_document_are_never_markup(corporatie):
    stuk = inzending(organisatie(CORPORATIE))
    said = Verbetering.objects.create(
        inzending=stuk,
        sleutel="<b>x</b>",
        veld="tekst",
        inhoud={"soort": "veld", "was": "<script>alert(1)</script>", "wordt": "<script>alert(2)</script>"},
        door="<i>Bo</i>",
    )
    gebeurtenissen.verbeterd(said, stuk, corporatie)

    page = als(corporatie).get(reverse("organisatie_logboek", args=[organisatie(CORPORATIE).slug])).text

    assert "<script>alert" not in page
    assert "<b>x</b>" not in page


def test_it_is_sieved_by_kind_by_person_and_by_day(of, lezer, corporatie):
    declare(of, corporatie)
    round_ = Ronde.objects.create(
        overeenkomst=of, naam="Ronde 2027", opent="2026-01-01", sluit="2026-02-01", door="Lezer"
    )
    gebeurtenissen.ronde_geopend(round_, lezer, organisatie())
    client, url = als(lezer), reverse("logboek", args=[of.slug])

    def kinds(**query):
        return [regel.gebeurtenis.soort for regel in client.get(url, query).context["regels"]]

    tomorrow = (datetime.now(UTC) + timedelta(days=2)).date().isoformat()
    assert kinds() == ["ronde geopend", "verklaard"]
    assert kinds(soort="verklaard") == ["verklaard"]
    assert kinds(wie="Lezer") == ["ronde geopend"]
    assert kinds(van=tomorrow) == []
    assert kinds(tot="2020-01-01") == []
    assert kinds(tot=tomorrow, van="2020-01-01") == ["ronde geopend", "verklaard"]


def test_a_question_that_cannot_be_is_told_and_shows_everything(of, lezer, corporatie):
    declare(of, corporatie)

    page = als(lezer).get(reverse("logboek", args=[of.slug]), {"van": "gisteren", "soort": "' OR 1=1"})

    assert page.status_code == 200
    assert len(page.context["regels"]) == 1
    assert page.context["form"].errors.keys() == {"van", "soort"}


def test_fifty_stand_on_a_page_the_latest_first(of, lezer):
    for number in range(51):
        Gebeurtenis.objects.create(
            soort="verklaard",
            over="besluit",
            over_id="1",
            naam=f"nr {number}",
            overeenkomst_id=of.pk,
            door="Bo",
        )
    client, url = als(lezer), reverse("logboek", args=[of.slug])

    first, second = (client.get(url, {"bladzijde": number}) for number in (1, 2))

    assert [regel.gebeurtenis.naam for regel in first.context["regels"]][:2] == ["nr 50", "nr 49"]
    assert [regel.gebeurtenis.naam for regel in second.context["regels"]] == ["nr 0"]
    assert "bladzijde 2 van 2" in second.text


def test_the_table_is_for_a_spreadsheet_and_no_cell_is_a_formula(of, lezer, corporatie):
    declare(of, corporatie, "=HYPERLINK(1)")
    Gebeurtenis.objects.create(
        soort="verklaard",
        over="besluit",
        over_id="1",
        naam="=1+1",
        overeenkomst_id=of.pk,
        door="@Bo; of\nniet",
    )

    response = als(lezer).get(reverse("logboek_export", args=[of.slug, "csv"]))
    text = b"".join(response.streaming_content).decode()

    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="logboek-zeedrecht-2025-2028.csv"'
    assert text.startswith("\ufeffwanneer;wie;namens;wat;waarover;was;werd\r\n")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))
    assert [row[1] for row in rows[1:]] == ["'@Bo; of\nniet", "Corporatie"]
    assert rows[1][4] == "'=1+1"
    assert [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))] == []


def test_the_data_are_as_recorded(of, lezer, corporatie):
    declare(of, corporatie, "Nee")

    response = als(lezer).get(reverse("logboek_export", args=[of.slug, "json"]))
    (event,) = json.loads(b"".join(response.streaming_content))

    assert event["soort"] == "verklaard"
    assert event["werd"] == {"oordeel": "bezwaar", "toelichting": "Nee"}


def test_a_file_holds_what_was_asked_for_and_an_empty_one_is_a_file_too(of, lezer, corporatie):
    declare(of, corporatie)
    client, url = als(lezer), reverse("logboek_export", args=[of.slug, "json"])

    assert json.loads(b"".join(client.get(url, {"soort": "verklaard"}).streaming_content))
    assert json.loads(b"".join(client.get(url, {"tot": "2020-01-01"}).streaming_content)) == []
    assert client.get(reverse("logboek_export", args=[of.slug, "exe"])).status_code == 404


def shown(thing, person):
    request = RequestFactory().get("/")
    request.user = person
    template = Template("{% load logboek %}{% gebeurtenissen_van thing %}")
    return template.render(Context({"request": request, "thing": thing}))


def test_what_happened_is_shown_with_the_thing_to_who_may_see_it(of, lezer, corporatie):
    stuk = draft_with_events(corporatie)
    declare(of, corporatie, "Nee")

    assert "toch niet" in shown(stuk, corporatie)
    assert shown(stuk, lezer).strip() == ""
    assert "gaf een oordeel" in shown(of.besluiten.get(), lezer)
    assert "gaf een oordeel" in shown(of, lezer)
    assert "kazerne" not in shown(of, lezer)


def test_the_page_takes_as_many_queries_for_thirty_events_as_for_one(of, lezer, corporatie):
    client, url = als(lezer), reverse("logboek", args=[of.slug])
    declare(of, corporatie)

    def count():
        with CaptureQueriesContext(connection) as seen:
            client.get(url)
        return len(seen)

    one = count()
    for _ in range(29):
        declare(of, corporatie)

    assert count() == one


def test_every_kind_of_event_that_is_recorded_has_words():
    web = Path(gebeurtenissen.__file__).parents[2]
    text = "".join(path.read_text() for path in web.glob("*/**/*.py"))
    said = set(
        re.findall(r'(?:_record|_of_inzending|organisatie_gewijzigd|platform_gewijzigd)\(\s*"([^"]+)"', text)
    )

    assert said
    assert said - logboek_woorden._SOORTEN.keys() == set()
