"""The taakstelling of a municipality, shared out over its corporations from what the parties gave."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from tests.web.inloggen import als
from tests.web.maken import CORPORATIE, GEMEENTE, organisatie
from tests.web.monitor.maken import OP, VOORRAAD, afspraken, bevestig, bewerker, ingediend, norm_van
from wederkerig.monitoring.afgeleid import GEHUISVEST, TAAKSTELLING, VERDELING
from wederkerig.web.monitor.domain.beoordelingen import judgements
from wederkerig.web.monitor.domain.indienen import Opgegeven, record_figures
from wederkerig.web.monitor.domain.invullen import due_of
from wederkerig.web.monitor.domain.verdeling import task_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def of():
    """Agreements in which the one corporation takes the whole taakstelling."""
    made = afspraken()
    bevestig(made, "2", indicator=VERDELING, relatie="gelijk", partijen=(CORPORATIE,), waarde=Decimal(100))
    return made


def give(of):
    """The municipality tells its task, the corporation how many people it housed in the first half year."""
    ingediend(of, 31, date(2026, 1, 1), van=GEMEENTE, indicator=TAAKSTELLING)
    housed = Opgegeven(GEHUISVEST, date(2026, 6, 30), Decimal(12), van=date(2026, 1, 1))
    record_figures(organisatie(CORPORATIE), of.gemeenten.get(), [housed], door=bewerker(), op=OP)


def asked_of(naam):
    return {vraag.indicator.id for each in due_of([organisatie(naam)], op=OP) for vraag in each.vragen}


@pytest.mark.usefixtures("of")
def test_the_corporation_is_asked_how_many_it_housed_and_the_municipality_its_task():
    assert asked_of(CORPORATIE) == {VOORRAAD, GEHUISVEST}
    assert asked_of(GEMEENTE) == {TAAKSTELLING}


def test_the_share_is_judged_by_the_people_that_were_housed(of):
    give(of)

    judged = next(each for each in judgements(of, op=OP) if each.sleutel == norm_van(of, "2").sleutel)

    assert judged.beoordeling.stand == 100


def test_the_parties_see_who_still_has_to_house_how_many(of):
    give(of)

    (verdeling,) = task_of(of, op=OP)
    (part,) = verdeling.delen
    assert (part.taak, part.gehuisvest, part.nog) == (31, 12, 19)


def test_the_table_is_on_the_pages_of_the_parties_and_on_no_public_page(of):
    give(of)
    norm = reverse("norm", args=[of.slug, norm_van(of, "2").sleutel])
    parties, public = reverse("monitor_partijen", args=["zeedrecht"]), reverse("monitor", args=["zeedrecht"])

    for page in (norm, parties):
        assert "Verdeling van de taakstelling" in als(bewerker()).get(page).text
    for page in (norm, public):
        assert "Verdeling van de taakstelling" not in Client().get(page).text


def test_without_a_taakstelling_or_a_norm_about_it_there_is_no_table(of):
    assert task_of(of, op=OP) == ()
    other = afspraken("Duinstad")
    give(other)
    assert task_of(other, op=OP) == ()
