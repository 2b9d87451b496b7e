"""What parties say of a decision: each for itself, the last counts, all of it stays."""

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.urls import reverse

from tests.web import maken
from tests.web.inloggen import als
from tests.web.maken import CORPORATIE, GEMEENTE, HUURDERS
from wederkerig.web.accounts.models import Organisatie, Rol
from wederkerig.web.register.alleen_erbij import OnlyAddedError
from wederkerig.web.register.domain.verklaren import VerklarenError, declare, verklaringen_van
from wederkerig.web.register.models import Gebeurtenis, Oordeel, Partij, Verklaring

pytestmark = pytest.mark.django_db


@pytest.fixture
def besluit(overeenkomst):
    """The base, brought in by the municipality."""
    return overeenkomst.besluiten.get()


@pytest.fixture
def tekenaar():
    """Signs for the corporation."""
    return maken.mens("carla@duinwonen.nl", Rol.TEKENBEVOEGD, bij=maken.organisatie(CORPORATIE))


def zeg(besluit, wie, oordeel, woorden="", voor=CORPORATIE):
    return declare(besluit, wie, maken.organisatie(voor), oordeel, woorden)


def stand(besluit):
    return {stem.partij.naam: stem.oordeel for stem in verklaringen_van(besluit)}


def test_who_brought_it_in_has_said_so_and_others_nothing(besluit):
    found = verklaringen_van(besluit)

    assert [(each.partij.naam, each.oordeel, each.ingebracht) for each in found] == [
        (GEMEENTE, Oordeel.HERKEND, True),
        (CORPORATIE, None, False),
        (HUURDERS, None, False),
    ]
    assert Verklaring.objects.count() == 0


def test_the_last_that_a_party_says_counts_and_the_first_stays(besluit, tekenaar):
    zeg(besluit, tekenaar, Oordeel.BEZWAAR, "Het getal klopt niet.")
    zeg(besluit, tekenaar, Oordeel.HERKEND)

    stem = verklaringen_van(besluit)[1]
    assert (stem.oordeel, [each.toelichting for each in stem.eerder]) == (
        Oordeel.HERKEND,
        ["Het getal klopt niet."],
    )
    with pytest.raises(OnlyAddedError):
        Verklaring.objects.first().delete()


def test_who_brought_it_in_can_object_later(besluit):
    mens = maken.mens("dirk@zeedrecht.nl", Rol.TEKENBEVOEGD)

    zeg(besluit, mens, Oordeel.BEZWAAR, "Toch niet.", GEMEENTE)

    assert stand(besluit)[GEMEENTE] is Oordeel.BEZWAAR


def test_an_objection_says_what_is_wrong(besluit, tekenaar):
    with pytest.raises(VerklarenError, match="wat er volgens u niet klopt"):
        zeg(besluit, tekenaar, Oordeel.BEZWAAR, "  ")


def test_nobody_speaks_for_another_party(besluit, tekenaar):
    with pytest.raises(VerklarenError, match="niet tekenbevoegd"):
        zeg(besluit, tekenaar, Oordeel.BEZWAAR, "Nee.", HUURDERS)

    assert stand(besluit)[HUURDERS] is None


def test_saying_the_same_twice_is_saying_it_once(besluit, tekenaar):
    zeg(besluit, tekenaar, Oordeel.HERKEND)

    assert zeg(besluit, tekenaar, Oordeel.HERKEND) is None
    assert Verklaring.objects.count() == 1
    assert [each.soort for each in Gebeurtenis.objects.all()] == ["verklaard"]


def test_after_a_merger_the_successor_speaks_for_the_party(besluit, tekenaar):
    zeg(besluit, tekenaar, Oordeel.BEZWAAR, "Het getal klopt niet.")
    maas = Organisatie.objects.create(naam="Stichting Maaswonen", slug="maaswonen", soort="corporatie")
    Organisatie.objects.filter(naam=CORPORATIE).update(opvolger=maas)
    mens = maken.mens("eva@maaswonen.nl", Rol.TEKENBEVOEGD, bij=maas)

    assert stand(besluit)[CORPORATIE] is Oordeel.BEZWAAR
    declare(besluit, mens, maken.organisatie(CORPORATIE), Oordeel.HERKEND, "")
    assert stand(besluit)[CORPORATIE] is Oordeel.HERKEND


def test_the_number_of_queries_does_not_grow_with_what_was_said(besluit, tekenaar, django_assert_num_queries):
    with django_assert_num_queries(3):
        verklaringen_van(besluit)
    for number in range(30):
        zeg(besluit, tekenaar, Oordeel.BEZWAAR, f"Bezwaar {number}.")
        Partij.objects.create(
            overeenkomst=besluit.overeenkomst,
            naam=f"Partij {number}",
            kort="P",
            soort="overig",
            volgorde=number,
        )
    with django_assert_num_queries(3):
        verklaringen_van(besluit)


# --- the page --------------------------------------------------------------------------------------


def stuur(client, besluit, **fields):
    return client.post(reverse("verklaren", args=[besluit.pk]), fields)


def test_a_person_who_signs_says_it_and_comes_back_to_the_decision(besluit, tekenaar):
    response = stuur(
        als(tekenaar),
        besluit,
        organisatie=maken.organisatie(CORPORATIE).pk,
        oordeel="bezwaar",
        toelichting="Nee.",
    )

    assert response.status_code == 302
    assert response.url.endswith("#verklaringen")
    assert stand(besluit)[CORPORATIE] is Oordeel.BEZWAAR


def test_what_was_typed_is_there_again_when_something_is_missing(besluit, tekenaar):
    response = stuur(
        als(tekenaar), besluit, organisatie=maken.organisatie(CORPORATIE).pk, toelichting="Bijna af."
    )

    assert response.status_code == 422
    assert "Bijna af." in response.content.decode()
    assert Verklaring.objects.count() == 0


@pytest.mark.parametrize("rol", [Rol.LEZER, Rol.BEWERKER])
def test_who_does_not_sign_says_nothing(besluit, rol):
    mens = maken.mens("fem@duinwonen.nl", rol, bij=maken.organisatie(CORPORATIE))

    response = stuur(als(mens), besluit, organisatie=maken.organisatie(CORPORATIE).pk, oordeel="herkend")

    assert response.status_code == 403
    assert Verklaring.objects.count() == 0


def shown(besluit, gebruiker):
    request = RequestFactory().get("/")
    request.user = gebruiker
    page = Template("{% load verklaringen %}{% verklaringen besluit %}")
    return page.render(Context({"request": request, "besluit": besluit}))


def test_the_form_is_there_for_who_signs_and_words_are_escaped(besluit, tekenaar, bert):
    zeg(besluit, tekenaar, Oordeel.BEZWAAR, "<script>alert(1)</script>")

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown(besluit, tekenaar)
    assert "<script" not in shown(besluit, tekenaar)
    assert ("<form" in shown(besluit, tekenaar), "<form" in shown(besluit, bert)) == (True, False)


def test_no_name_of_a_person_is_shown(besluit, tekenaar):
    zeg(besluit, tekenaar, Oordeel.BEZWAAR, "Nee.")

    assert "Carla" not in shown(besluit, None)
