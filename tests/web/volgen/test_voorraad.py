"""The stock: ledgers that add up or say where not, a forecast of what all may see, what is planned."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.web.inloggen import als
from tests.web.maken import CORPORATIE, GEMEENTE, HUURDERS, mens, organisatie, overeenkomst
from tests.web.monitor.lijsten import bewerker
from tests.web.monitor.maken import afspraken
from tests.web.monitor.projecten import DIT_JAAR, VORIG_JAAR, ingediend, met_tabel, project
from wederkerig.model import Norm
from wederkerig.web.accounts.models import Rol
from wederkerig.web.monitor.domain import projecten, voorraad
from wederkerig.web.monitor.domain.beoordelingen import judgements
from wederkerig.web.monitor.models import Project

pytestmark = pytest.mark.django_db
OP = date(2026, 3, 1)


def page(of) -> str:
    return reverse("voorraad", args=[of.slug])


def norm(indicator: str = "voorraad-sociaal", **extra) -> Norm:
    made = {"sleutel": "n", "afspraak": "a", "nummer": "1", "relatie": "min", "waarde": 1000}
    return Norm.model_validate(
        made | {"indicator": indicator, "eenheid": "woningen", "per": date(2028, 12, 31)} | extra
    )


def total(of, indicator: str = "voorraad-sociaal", **extra) -> int:
    return sum(int(each.verschil) for each in voorraad.planned(of, norm(indicator, **extra), op=OP))


def test_a_table_of_the_agreements_is_a_ledger_that_adds_up():
    beeld = voorraad.stock_of(met_tabel(), op=OP)

    (plan,) = beeld.plannen
    (balans,) = plan.grootboek.balansen
    assert (balans.corporatie, balans.begin, balans.eind) == (CORPORATIE, 920, 1080)
    assert balans.posten == {"nieuwbouw": 200, "sloop": -40}
    assert (plan.plan.verschillen, plan.grootboek.verschillen) == ((), ())


def test_a_table_that_does_not_add_up_is_told_on_the_page():
    shown = als(bewerker()).get(page(met_tabel(eind=1090))).content.decode()

    assert "Deze tabel telt niet op" in shown
    assert "1.080" in shown
    assert "1.090" in shown


def test_what_was_reported_is_a_ledger_too():
    of = met_tabel()
    ingediend("voorraad-sociaal", 920, VORIG_JAAR)
    ingediend("nieuwbouw", 30, date(2025, 12, 31), van=VORIG_JAAR)
    ingediend("sloop", 5, date(2025, 12, 31), van=VORIG_JAAR)
    ingediend("voorraad-sociaal", 947)

    gemeld = voorraad.stock_of(of, op=OP).gemeld

    (balans,) = gemeld.balansen
    assert (balans.begin, balans.eind) == (920, 945)
    assert [each.gevonden - each.verwacht for each in gemeld.verschillen] == [2]


def test_a_figure_goes_before_a_table_and_shared_projects_before_its_plans():
    of = met_tabel()
    ingediend("voorraad-sociaal", 950)
    project("Openhof", gedeeld=True, erbij=60, fase="bouw", oplevering=2027)

    beeld = voorraad.stock_of(of, op=OP)

    assert (beeld.vooruitblik.begin, beeld.vooruitblik.op) == (950, date(2025, 12, 31))
    assert [each.locatie for each in beeld.stof.projecten] == ["Openhof"]
    assert beeld.vooruitblik.jaren[-1].gepland == 1010


def test_without_a_stock_the_page_says_why_there_is_no_forecast():
    shown = als(bewerker()).get(page(overeenkomst())).content.decode()

    assert "Daarom is er nog geen vooruitblik" in shown


def test_the_forecast_is_the_same_for_every_party_and_every_time():
    of = met_tabel()
    project("Openhof", gedeeld=True)
    project("Geheimhof", erbij=500)

    first = voorraad.stock_of(of, op=OP).vooruitblik
    voorraad.forget()
    Project.objects.filter(naam="Geheimhof").delete()

    assert voorraad.stock_of(of, op=OP).vooruitblik == first


def test_what_is_planned_of_a_norm_is_what_projects_and_tables_say():
    of = met_tabel()
    from_table = total(of), total(of, "nieuwbouw"), total(of, "sloop")
    project("Openhof", gedeeld=True, erbij=60, eraf=10, soort="SLN", kern="Zee")
    project("Geheimhof", erbij=500)
    project("Weg", gedeeld=True, erbij=70, fase="vervallen")

    assert from_table == (160, 200, 40)
    assert (total(of), total(of, "nieuwbouw"), total(of, "sloop")) == (50, 60, 10)
    assert (total(of, gebied="Zee"), total(of, gebied="Duin")) == (50, 0)
    assert total(of, partijen=(HUURDERS,)) == 0


def test_what_stands_for_the_plans_changes_when_they_do():
    places = [met_tabel().gemeenten.get().pk]
    seen = [voorraad.plans_since(places)]
    row = project("Openhof")
    seen.append(voorraad.plans_since(places))
    projecten.share(organisatie(CORPORATIE), [str(row.pk)], gedeeld=True, gebruiker=bewerker())
    seen.append(voorraad.plans_since(places))

    assert seen == [{}, {places[0]: (1, 0)}, {places[0]: (1, 1)}]


def test_a_judgement_follows_what_is_planned():
    of = afspraken()
    ingediend("voorraad-sociaal", 1150)
    before = judgements(of, op=OP)[0].beoordeling.verwacht

    project("Openhof", gedeeld=True, erbij=60)

    assert (before, judgements(of, op=OP)[0].beoordeling.verwacht) == (None, 1210)


def test_projects_in_another_municipality_do_not_count():
    of = met_tabel()
    elsewhere = overeenkomst("Duinrecht").gemeenten.get()
    project("Ver weg", gedeeld=True, gemeente=elsewhere)

    assert voorraad.stock_of(of, op=OP).projecten == ()


def test_only_parties_see_the_page():
    of = met_tabel()
    party = als(mens("nel@branding.nl", Rol.LEZER, bij=organisatie(HUURDERS)))
    stranger = als(mens("ver@elders.nl", Rol.TEKENBEVOEGD, bij=organisatie("Stichting Elders", "corporatie")))

    assert party.get(page(of)).status_code == 200
    assert stranger.get(page(of)).status_code != 200


def test_the_page_asks_the_database_as_often_for_one_project_as_for_thirty():
    of = met_tabel()
    client = als(mens("anna@zeedrecht.nl", Rol.LEZER, bij=organisatie(GEMEENTE)))
    ingediend("voorraad-sociaal", 950, DIT_JAAR)
    counts = []
    for start, number in ((0, 1), (1, 29)):
        for each in range(start, start + number):
            project(f"Plek {each}", gedeeld=True)
        client.get(page(of))
        with CaptureQueriesContext(connection) as queries:
            client.get(page(of))
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_a_figure_that_is_not_what_the_table_says_is_told_on_the_page():
    of = met_tabel()
    assert "Twee bronnen" not in als(bewerker()).get(page(of)).content.decode()

    ingediend("voorraad-sociaal", 905, VORIG_JAAR)
    shown = als(bewerker()).get(page(of)).content.decode()

    assert "Twee bronnen, twee aantallen" in shown
    assert "Gerekend is met 905" in shown
