"""A round is opened by the municipality that is a party, and gives it no power over what others bring in."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.web.inloggen import als
from tests.web.maken import CORPORATIE, GEMEENTE, inzending, mens, organisatie, overeenkomst
from wederkerig.web.accounts.models import Rol
from wederkerig.web.rechten import Actie, mag
from wederkerig.web.register.models import Gebeurtenis, Ronde

pytestmark = pytest.mark.django_db
VANDAAG = timezone.localdate()
RONDE = {
    "naam": "Jaarplan 2027",
    "opent": VANDAAG.isoformat(),
    "sluit": (VANDAAG + timedelta(days=60)).isoformat(),
}


@pytest.fixture
def of():
    return overeenkomst()


@pytest.fixture
def regie():
    return mens("gemeente@voorbeeld.nl", Rol.BEWERKER, bij=organisatie(GEMEENTE))


def post(person, of, **other):
    return als(person).post(reverse("ronde_openen", args=[of.slug]), RONDE | other)


def test_the_municipality_opens_a_round_and_that_is_recorded(of, regie):
    assert post(regie, of).url == reverse("werk")

    made = Ronde.objects.get()
    assert (made.naam, made.opent, made.door, made.namens) == ("Jaarplan 2027", VANDAAG, "Gemeente", GEMEENTE)
    event = Gebeurtenis.objects.get()
    assert (event.soort, event.overeenkomst_id) == ("ronde geopend", of.pk)


@pytest.mark.parametrize("rol", Rol)
def test_another_party_cannot(of, rol):
    person = mens("x@voorbeeld.nl", rol, bij=organisatie(CORPORATIE))

    assert post(person, of).status_code == 403
    assert not Ronde.objects.exists()


def test_a_municipality_that_is_no_party_cannot(of):
    person = mens("x@voorbeeld.nl", Rol.BEWERKER, bij=organisatie("Gemeente Elders", "gemeente"))

    assert post(person, of).status_code == 403


def test_a_round_ends_after_it_begins(of, regie):
    response = post(regie, of, sluit=(VANDAAG - timedelta(days=1)).isoformat())

    assert response.status_code == 422
    assert "ligt voor de dag waarop de ronde opent" in response.text
    assert not Ronde.objects.exists()


def test_two_rounds_do_not_run_at_once(of, regie):
    post(regie, of)

    response = post(regie, of, naam="Nog een")

    assert response.status_code == 422
    assert "loopt de ronde “Jaarplan 2027” al" in response.text
    assert Ronde.objects.count() == 1


def test_a_round_gives_no_right_over_what_others_bring_in(of, regie):
    theirs = inzending(organisatie(CORPORATIE))
    rights = [Actie.BEKIJK_INZENDING, Actie.LEES_NA, Actie.STEL_VAST, Actie.TREK_IN]
    before = [mag(regie, each, theirs) for each in rights]

    post(regie, of)

    assert before == [mag(regie, each, theirs) for each in rights] == [False] * 4


def test_the_parties_see_on_their_desk_that_it_is_open(of, regie):
    post(regie, of)
    tenants = mens("x@voorbeeld.nl", Rol.LEZER, bij=organisatie("Huurdersvereniging De Branding"))

    assert "Jaarplan 2027" in als(tenants).get(reverse("werk")).text


def test_a_round_of_one_day_is_opened_and_said_to_be_that(of, regie):
    client = als(regie)
    page = client.post(
        reverse("ronde_openen", args=[of.slug]), RONDE | {"sluit": VANDAAG.isoformat()}, follow=True
    )

    assert Ronde.objects.get().sluit == VANDAAG
    assert "Let op: deze ronde duurt één dag" in page.text


def test_a_round_that_closes_before_it_opens_is_refused(of, regie):
    response = post(regie, of, sluit=(VANDAAG - timedelta(days=1)).isoformat())

    assert response.status_code == 422
    assert not Ronde.objects.exists()
