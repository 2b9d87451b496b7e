"""The stock put together: figures before tables, shared projects before plans, nothing twice."""

from datetime import date
from decimal import Decimal

import pytest

from wederkerig.model import Meting, Norm
from wederkerig.monitoring.voorraadbeeld import (
    gather,
    planned_for,
    planned_work,
    reported_changes,
    reported_ledger,
    reported_stocks,
)
from wederkerig.monitoring.voorraadgrafiek import stock_chart
from wederkerig.voorraad.grootboek import Mutatie, Voorraadstand
from wederkerig.voorraad.plannen import Voorraadplan
from wederkerig.voorraad.projecten import Project
from wederkerig.voorraad.vooruitblik import forecast

OP, EIND = date(2026, 3, 1), date(2028, 12, 31)
VAN, TOT = date(2025, 1, 1), date(2025, 12, 31)


def meting(waarde: int, dag: date = date(2026, 1, 1), indicator: str = "voorraad-sociaal", **extra) -> Meting:
    said = {"partij": "Duin", "peildatum": dag, "waarde": Decimal(waarde), "indicator": indicator}
    return Meting.model_validate(said | extra)


def mutatie(soort: str, aantal: int, corporatie: str = "Duin", **extra) -> Mutatie:
    said = {"soort": soort, "aantal": aantal, "corporatie": corporatie, "dag": EIND, "van": VAN}
    return Mutatie.model_validate(said | extra)


def plan(*mutaties: Mutatie, tabel: int = 1, stand: int | None = 900) -> Voorraadplan:
    standen = (
        () if stand is None else (Voorraadstand(corporatie="Duin", dag=VAN, aantal=stand, bron="tabel"),)
    )
    return Voorraadplan(tabel=tabel, mutaties=mutaties, standen=standen)


def project(**extra) -> Project:
    said = {"locatie": "Haven", "corporatie": "Duin", "erbij": 40, "fase": "ontwerp", "oplevering": 2028}
    return Project.model_validate(said | extra)


def norm(**extra) -> Norm:
    said = {"sleutel": "n", "afspraak": "a", "nummer": "3", "indicator": "voorraad-sociaal", "relatie": "min"}
    return Norm.model_validate(said | {"waarde": 1000, "eenheid": "woningen", "per": EIND} | extra)


def test_a_figure_goes_before_a_table_about_an_earlier_day():
    stof = gather([plan()], [meting(950)], [], [], op=OP)

    assert [(each.aantal, each.dag) for each in stof.begin] == [(950, date(2026, 1, 1))]
    assert "1-1-2026" in stof.opmerkingen[0]


def test_a_day_of_which_more_corporations_are_known_goes_before_a_later_one():
    other = Voorraadstand(corporatie="Zee", dag=VAN, aantal=400, bron="tabel")
    table = plan().model_copy(update={"standen": (*plan().standen, other)})

    stof = gather([table], [meting(950)], [], [], op=OP)

    assert sum(each.aantal for each in stof.begin) == 1300


def test_a_figure_about_a_day_that_has_not_been_is_no_opening():
    assert gather([], [meting(950, date(2027, 1, 1))], [], [], op=OP).begin == ()


def test_projects_go_before_what_a_table_plans_to_build_and_not_before_sales():
    table = plan(mutatie("nieuwbouw", 100), mutatie("sloop", 30), mutatie("verkoop", 12))

    without = planned_work([table], [])
    shared = planned_work([table], [project()])

    assert [(each.erbij, each.eraf) for each in without[0]] == [(100, 0), (0, 30)]
    assert [each.locatie for each in shared[0]] == ["Haven"]
    assert [each.soort for each in without[1]] == [each.soort for each in shared[1]] == ["verkoop"]


def test_of_two_tables_that_plan_the_same_the_first_counts():
    tables = [plan(mutatie("nieuwbouw", 100)), plan(mutatie("nieuwbouw", 90), mutatie("verkoop", 5), tabel=2)]

    work, other = planned_work(tables, [])

    assert ([each.erbij for each in work], [each.aantal for each in other]) == ([100], [5])


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        ({}, [(1000, "voorraad", "")]),
        ({"grootheid": "verandering", "waarde": 60}, []),
        (
            {
                "grootheid": "verandering",
                "waarde": 60,
                "nulmeting": {"peildatum": VAN, "waarde": Decimal(930)},
            },
            [(60, "groei", "")],
        ),
        ({"grootheid": "verandering", "waarde": 60, "nulmeting": {"peildatum": VAN}}, []),
        ({"relatie": "circa"}, [(900, "voorraad", "")]),  # as it is judged
        ({"indicator": "nieuwbouw", "waarde": 80, "van": VAN}, [(80, "toegevoegd", "")]),
        ({"ritme": "jaarlijks"}, []),
        ({"gebied": "Zee"}, []),
        ({"per": date(2025, 12, 31)}, []),
        ({"per": date(2026, 1, 1)}, []),
        ({"partijen": ("Elders",)}, []),
    ],
)
def test_which_norms_are_targets_of_the_forecast(extra, expected):
    stof = gather([], [meting(950)], [], [norm(**extra)], op=OP)

    assert [(each.aantal, each.meting, each.corporatie) for each in stof.doelen] == expected


def test_what_grew_and_was_built_already_counts():
    figures = [meting(950), meting(30, TOT, "nieuwbouw", van=VAN)]
    grown = norm(grootheid="verandering", waarde=60, nulmeting={"peildatum": VAN, "waarde": Decimal(930)})

    stof = gather([], figures, [], [grown, norm(indicator="nieuwbouw", van=VAN)], op=OP)

    assert [each.nu for each in stof.doelen] == [20, 30]


def test_growth_is_counted_from_what_was_reported_where_the_agreement_gives_no_figure():
    figures = [meting(930, VAN), meting(950)]
    grown = norm(grootheid="verandering", waarde=60, nulmeting={"peildatum": VAN})

    (doel,) = gather([], figures, [], [grown], op=OP).doelen
    assert (doel.aantal, doel.meting, doel.nu) == (60, "groei", 20)

    from_now = norm(grootheid="verandering", waarde=60, nulmeting={"peildatum": date(2026, 1, 1)})
    (doel,) = gather([], figures, [], [from_now], op=OP).doelen
    assert doel.nu == 0


def test_of_periods_that_overlap_the_longest_counts():
    half = meting(12, date(2025, 6, 30), "nieuwbouw", van=VAN)
    year = meting(30, TOT, "nieuwbouw", van=VAN)
    later = meting(5, date(2026, 6, 30), "nieuwbouw", van=date(2026, 1, 1))

    assert sorted(each.aantal for each in reported_changes([half, year, later])) == [5, 30]


def test_of_two_figures_about_one_day_the_last_counts_and_a_village_is_no_stock():
    figures = [meting(950), meting(955, date(2025, 12, 31)), meting(40, gebied="Zee")]

    assert [each.aantal for each in reported_stocks(figures)] == [955]


def test_a_ledger_needs_two_days_and_says_where_it_does_not_add_up():
    figures = [meting(900, VAN), meting(30, TOT, "nieuwbouw", van=VAN), meting(935)]

    assert reported_ledger(figures[:2]) is None
    (verschil,) = reported_ledger(figures).verschillen
    assert (verschil.verwacht, verschil.gevonden) == (930, 935)


def test_what_is_planned_of_a_norm_follows_its_indicator_area_and_parties():
    work = [project(eraf=10, soort="SLN", kern="Zee", geclusterd=8), project(fase="vervallen")]
    other = [mutatie("verkoop", 12), mutatie("aankoop", 4, gerealiseerd=True)]

    def total(**extra) -> int:
        return sum(int(each.verschil) for each in planned_for(norm(**extra), work, other, op=OP))

    assert total() == 40 - 10 - 12
    assert total(indicator="nieuwbouw") == 40
    assert total(indicator="sloop") == 10
    assert total(indicator="verkoop") == 12
    assert total(indicator="geclusterd") == 8
    assert (total(gebied="Zee"), total(gebied="Duin")) == (30, 0)
    assert (total(partijen=("Duin",)), total(partijen=("Zee",))) == (18, 0)
    assert total(indicator="label-efg") == 0


def test_the_chart_goes_from_what_was_reported_to_what_is_expected():
    figures = [meting(900, VAN), meting(950)]
    stof = gather([], figures, [project()], [norm()], op=OP)
    blik = forecast(
        stof.begin, stof.projecten, stof.mutaties, stof.doelen, tot=stof.tot, seed=1, scenarios=500
    )

    chart = stock_chart(blik, list(reported_stocks(figures)))

    assert chart.x[:3] == ("2024", "2025", "2026")
    assert chart.reeksen[0].waarden[:3] == (Decimal(900), Decimal(950), None)
    assert chart.reeksen[1].waarden[:2] == (None, Decimal(950))
    assert chart.doel.waarden[chart.x.index("2028")] == Decimal(1000)


def test_sources_that_disagree_about_the_opening_are_told_with_the_forecast():
    figures = [meting(910, VAN), meting(915, date(2024, 12, 31))]

    stof = gather([plan()], figures, [], [], op=OP)

    assert [(each.verwacht, each.gevonden) for each in stof.verschillen] == [(915, 900), (915, 910)]
    assert stof.opmerkingen[1].startswith("Bronnen spreken elkaar tegen")
    assert gather([plan()], [meting(900, VAN)], [], [], op=OP).verschillen == ()
