"""The stock tables of the real documents: what they plan, and where they do not add up.

The documents stay outside this repository; only numbers stand here.
"""

from datetime import date

import pytest

from wederkerig.documents import read_document
from wederkerig.reading import read_stuk
from wederkerig.voorraad.grootboek import balance, total
from wederkerig.voorraad.plannen import plans_from


@pytest.fixture(scope="module")
def plannen(shared):
    """The plans of a document by its key, with the names of its corporations known."""

    def of(key):
        stuk = read_stuk(read_document(next((shared / "seeds").glob(f"{key}_*.txt"))))
        return plans_from(
            stuk.tabellen, corporaties=[een.naam for een in stuk.partijen if een.soort == "corporatie"]
        )

    return of


def closing(plan):
    boek = balance(plan.standen, plan.mutaties, van=plan.van, tot=plan.tot)
    assert boek.verschillen == ()
    return {een.corporatie: (een.begin, een.posten, een.eind) for een in boek.balansen}


def test_a_table_of_corporations_and_their_changes(plannen):
    (plan,) = plannen("000")

    assert (plan.verschillen, plan.fictief) == ((), 48)
    assert (plan.van, plan.tot) == (date(2022, 12, 31), date(2026, 12, 31))
    assert closing(plan) == {
        "Woonservice": (2220, {"toevoeging": 100, "vervanging": 0, "verkoop": -30}, 2290),
        "Actium": (1019, {"toevoeging": 52, "verkoop": -20}, 1051),
    }
    assert [(een.aantal, een.gesloopt) for een in plan.mutaties if een.soort == "vervanging"] == [(80, 80)]


def test_a_table_of_stock_change_and_forecast(plannen):
    (plan,) = plannen("001")

    assert plan.verschillen == ()
    assert (plan.van, plan.tot) == (date(2020, 11, 1), date(2024, 12, 31))
    assert closing(plan) == {
        "De Volmacht": (1535, {"saldo": -25}, 1510),
        "Woonborg": (400, {"saldo": -15}, 385),
    }


def test_a_table_of_years_with_a_block_for_each_corporation(plannen):
    (plan,) = plannen("002")

    per_jaar = {(een.corporatie, een.soort, een.categorie, een.dag.year): een.aantal for een in plan.mutaties}
    assert plan.verschillen == ()
    assert per_jaar == {
        ("Actium", "sloop", "daeb", 2024): 99,
        ("Actium", "sloop", "daeb", 2025): 108,
        ("Actium", "sloop", "daeb", 2029): 554,
        ("Actium", "verkoop", "daeb", 2025): 12,
        ("Actium", "verkoop", "daeb", 2029): 92,
        ("Actium", "nieuwbouw", "daeb", 2024): 122,
        ("Actium", "nieuwbouw", "daeb", 2025): 186,
        ("Actium", "nieuwbouw", "daeb", 2029): 746,
        ("Actium", "toevoeging", "flex", 2025): 150,
        ("Woonservice", "nieuwbouw", "daeb", 2025): 44,
    }


def test_a_table_of_stock_by_category_and_one_of_changes_with_a_wrong_total(plannen):
    bezit, groei = plannen("003")

    assert bezit.verschillen == ()
    assert {een.dag for een in bezit.standen} == {date(2023, 1, 1)}
    per_corporatie = {}
    for een in bezit.standen:
        per_corporatie[een.corporatie] = per_corporatie.get(een.corporatie, 0) + een.aantal
    assert per_corporatie == {"Domesta": 3442, "Woonconcept": 3508, "Actium": 246, "Woonservice": 76}
    (verschil,) = groei.verschillen
    assert (verschil.verwacht, verschil.gevonden) == (391, 390)
    boek = balance(groei.standen, groei.mutaties, van=groei.van, tot=groei.tot)
    assert total(boek.balansen).posten == {"nieuwbouw": 715, "sloop of verkoop": -391}


def test_a_year_plan_without_a_table_of_the_stock_has_no_plans(plannen):
    assert plannen("004") == ()
