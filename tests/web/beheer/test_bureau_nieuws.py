"""What others did comes to the desk: objections, new decisions; and who only reads gets no work of others."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.web.inloggen import als
from tests.web.jaarplan.plannen import ingebracht, nieuw, plan, stel_vast, tekst, wijzig
from tests.web.maken import CORPORATIE, GEMEENTE, HUURDERS, inzending, mens, organisatie, overeenkomst
from wederkerig.web.accounts.models import Rol
from wederkerig.web.register.domain import bureau, bureau_nieuws
from wederkerig.web.register.models import Ronde, Verklaring

pytestmark = pytest.mark.django_db
NIETS = "Er wacht niets op u."


def desk(person):
    return als(person).get(reverse("werk"))


def reader(bij=HUURDERS, rol=Rol.LEZER):
    return mens("leest@voorbeeld.nl", rol, bij=organisatie(bij))


def say(besluit, oordeel, bij=CORPORATIE, toelichting=""):
    return Verklaring.objects.create(
        besluit=besluit,
        organisatie=organisatie(bij),
        oordeel=oordeel,
        toelichting=toelichting,
        door="Bo",
    )


def objected(page):
    return [each.verklaring.toelichting for each in page.context["bureau"].bezwaren]


def test_an_objection_of_another_party_comes_first_and_leads_there():
    of = overeenkomst()
    besluit = of.besluiten.get()
    say(besluit, "bezwaar", toelichting="Het aantal klopt niet.")

    page = desk(reader())

    assert f"Bezwaar van {CORPORATIE} tegen {besluit.naam}" in page.text
    assert "Het aantal klopt niet." in page.text
    assert f"{reverse('besluit', args=[of.slug, besluit.slug])}#verklaringen" in page.text
    assert NIETS not in page.text


def test_an_objection_that_was_taken_back_is_over():
    besluit = overeenkomst().besluiten.get()
    say(besluit, "bezwaar", toelichting="Eerst niet.")
    say(besluit, "herkend")

    assert objected(desk(reader())) == []


def test_ones_own_objection_and_those_elsewhere_are_not_shown():
    say(overeenkomst().besluiten.get(), "bezwaar", HUURDERS, "Van onszelf.")
    elders = overeenkomst("Heidervoort")
    elders.partijen.filter(organisatie=organisatie(HUURDERS)).delete()
    say(elders.besluiten.get(), "bezwaar", toelichting="Van elders.")

    page = desk(reader())

    assert objected(page) == []
    assert "Van elders." not in page.text


def test_a_new_decision_of_another_party_says_what_it_did():
    of = overeenkomst()
    door = mens("gemeente@voorbeeld.nl", Rol.BEWERKER, bij=organisatie(GEMEENTE))
    stel_vast(ingebracht(plan(wijzig(1, "Duinwonen bouwt meer.", tekst(1)), nieuw("9", "Bomen.")), of), door)

    text = " ".join(desk(reader()).text.split())

    assert "Nieuw: Jaarplan 2026</a> (1 nieuw, 1 gewijzigd)" in text
    assert "vastgesteld door Gemeente Zeedrecht" in text
    assert "Nieuw: Jaarplan 2026" not in desk(door).text


def test_a_decision_is_new_for_sixty_days():
    besluit = overeenkomst().besluiten.get()
    own = frozenset({organisatie(HUURDERS).pk})
    ask = bureau_nieuws.news

    assert [each.besluit for each in ask(own, frozenset(), besluit.op + timedelta(days=60))] == [besluit]
    assert ask(own, frozenset(), besluit.op + timedelta(days=61)) == []


def test_who_signs_is_asked_for_a_word_and_not_told_of_it_twice():
    overeenkomst()

    page = desk(reader(rol=Rol.TEKENBEVOEGD))

    assert "Zeg of dit klopt" in page.text
    assert "#verklaringen" in page.text
    assert page.context["bureau"].nieuw == []


@pytest.mark.parametrize(("rol", "taken"), [(Rol.LEZER, False), (Rol.BEHEERDER, False), (Rol.BEWERKER, True)])
def test_who_only_reads_sees_the_work_of_colleagues_as_that(rol, taken):
    today = timezone.localdate()
    of = overeenkomst(van=organisatie(HUURDERS))
    Ronde.objects.create(overeenkomst=of, naam="Ronde 2027", opent=today, sluit=today, door="G")
    inzending(organisatie(HUURDERS))

    page = desk(reader(rol=rol))

    assert (NIETS not in page.text) == taken
    assert ("U leest mee" in page.text) != taken
    assert "afspraken.txt" in page.text
    assert "Ronde 2027" in page.text


def test_more_than_fit_on_a_page_are_on_the_next(monkeypatch):
    monkeypatch.setattr(bureau, "_SHOWN", 2)
    for _ in range(3):
        inzending(organisatie(HUURDERS))
    client = als(reader(rol=Rol.BEWERKER))

    first, second = (client.get(reverse("werk"), {"bladzijde": number}) for number in (1, 2))

    shown = [each.inzending.pk for page in (first, second) for each in page.context["bureau"].stukken]
    assert len(set(shown)) == 3
    assert "bladzijde 1 van 2 (3 documenten)" in first.text
    assert client.get(reverse("werk"), {"bladzijde": "x"}).status_code == 200


def test_it_takes_as_many_queries_for_thirty_as_for_one():
    client = als(reader())

    def fill(naam):
        besluit = overeenkomst(naam, van=organisatie(GEMEENTE)).besluiten.get()
        say(besluit, "bezwaar", toelichting=naam)
        inzending(organisatie(HUURDERS))

    def count():
        with CaptureQueriesContext(connection) as seen:
            page = client.get(reverse("werk"))
        assert page.status_code == 200
        return len(seen)

    fill("Eerste")
    one = count()
    for number in range(29):
        fill(f"Plaats{number}")
    assert count() == one
