"""What an organisation promised, in every municipality together: its own agreements and no others."""

import csv
import io
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.web.inloggen import als
from tests.web.maken import CORPORATIE, GEMEENTE, HUURDERS, basis, mens, organisatie, overeenkomst
from wederkerig.model import Getal, Looptijd, Termijn
from wederkerig.web.accounts.domain.fusie import merge
from wederkerig.web.accounts.models import Rol
from wederkerig.web.register.domain.adoptie import derive
from wederkerig.web.register.domain.beloften import promises_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def controller():
    return mens("controller@voorbeeld.nl", Rol.LEZER, bij=organisatie(CORPORATIE))


def agreed(gemeente="Zeedrecht", *others, tekst=None):
    """Agreements of which the first is of the corporation, with the rows to find them by."""
    stuk = basis(gemeente, 2)
    first, second = stuk.afspraken
    if tekst:
        first = first.model_copy(update={"tekst": tekst})
    first = first.model_copy(
        update={
            "getallen": (Getal(tekst="10 woningen", waarde=10, eenheid="woningen"),),
            "termijnen": (Termijn(tekst="voor 2027", tot=date(2026, 12, 31)),),
        }
    )
    second = second.model_copy(update={"actoren": (GEMEENTE,), "tekst": "De gemeente wijst grond aan."})
    of = overeenkomst(gemeente, stuk.model_copy(update={"afspraken": (first, second), **dict(others)}))
    derive(of)
    return of


def page(person, **asked):
    return als(person).get(reverse("beloften", args=[organisatie(CORPORATIE).slug]), asked)


def shown(response):
    return [(each.overeenkomst.slug, each.regel.nummer) for each in response.context["bladzijde"].object_list]


def test_all_that_it_does_stands_together_with_municipality_number_and_day(controller):
    one, two = agreed("Zeedrecht"), agreed("Heidervoort")

    response = page(controller)

    assert shown(response) == [(two.slug, "1"), (one.slug, "1")]
    assert "10 woningen" in response.text
    assert "31-12-2026" in response.text
    assert f'href="{reverse("afspraak", args=[one.slug, promise(one).afspraak])}"' in response.text
    assert "wijst grond aan" not in response.text


def promise(of):
    return of.zoekregels.get(nummer="1")


def test_one_municipality_or_theme_can_be_asked_for(controller):
    agreed("Zeedrecht")
    two = agreed("Heidervoort")

    assert shown(page(controller, gemeente="heidervoort")) == [(two.slug, "1")]
    thema = promise(two).hoofdthema
    assert len(shown(page(controller, thema=thema))) == 2
    assert shown(page(controller, thema="bestaat-niet")) == []
    assert "Geen afspraak past bij uw keuze." in page(controller, thema="bestaat-niet").text


def test_what_is_over_is_left_out(controller):
    agreed("Zeedrecht", ("looptijd", Looptijd(van=date(2020, 1, 1), tot=date(2023, 12, 31))))

    assert shown(page(controller)) == []
    assert "Er zijn nog geen afspraken van uw organisatie" in page(controller).text


def test_what_a_merged_organisation_promised_is_its_successors():
    of = agreed()
    into = organisatie("Stichting Samen", "corporatie")
    merge(organisatie(CORPORATIE), into, dag=timezone.localdate(), door=None)

    assert [each.overeenkomst for each in promises_of(into, timezone.localdate())] == [of]


@pytest.mark.parametrize("name", ["beloften", "beloften_csv"])
def test_others_do_not_see_it(name):
    agreed()
    stranger = mens("x@voorbeeld.nl", Rol.BEHEERDER, bij=organisatie(HUURDERS))

    assert als(stranger).get(reverse(name, args=[organisatie(CORPORATIE).slug])).status_code == 404


def test_the_file_holds_the_same_and_no_formulas(controller):
    agreed(tekst="=HYPERLINK(1) Duinwonen bouwt.")

    response = als(controller).get(reverse("beloften_csv", args=[organisatie(CORPORATIE).slug]))

    text = b"".join(response.streaming_content).decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text), delimiter=";")
    assert row["gemeente"] == "Zeedrecht"
    assert row["afspraak"] == "'=HYPERLINK(1) Duinwonen bouwt."
    assert (row["hoeveel"], row["wanneer"], row["wie"]) == ("10 woningen", "voor 2027", CORPORATIE)
    assert "afspraken-stichting-duinwonen.csv" in response["Content-Disposition"]


def test_it_takes_as_many_queries_for_thirty_municipalities_as_for_one(controller):
    client = als(controller)

    def count():
        with CaptureQueriesContext(connection) as seen:
            response = client.get(reverse("beloften", args=[organisatie(CORPORATIE).slug]))
        assert response.status_code == 200
        return len(seen)

    agreed("Eerste")
    one = count()
    for number in range(29):
        agreed(f"Plaats{number}")
    assert count() == one
    assert len(shown(page(controller))) == 30
