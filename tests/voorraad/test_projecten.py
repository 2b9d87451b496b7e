"""Projects: what can be, what they change in the stock, and plans as projects."""

from datetime import date

import pytest
from pydantic import ValidationError

from wederkerig.voorraad.grootboek import Mutatie, Voorraadstand, balance
from wederkerig.voorraad.projecten import FASEN, Project, mutations_of, problems, projects_from

OP = date(2026, 11, 30)


def project(**velden):
    return Project(
        **{"locatie": "Kerkelaan", "kern": "Aldrum", "erbij": 12, "fase": "ontwerp", "oplevering": 2028}
        | velden
    )


def fields(**velden):
    return [een.veld for een in problems(project(**velden), op=OP)]


def test_phases_have_an_order():
    assert FASEN.index("idee") < FASEN.index("vergunning") < FASEN.index("opgeleverd")


@pytest.mark.parametrize(
    ("velden", "uitleg"),
    [
        ({"erbij": -1}, "bij ‘erbij’ kan niet negatief zijn"),
        ({"eraf": -1}, "bij ‘eraf’ kan niet negatief zijn"),
        ({"geclusterd": 13}, "niet meer woningen geclusterd zijn dan er gebouwd worden"),
        ({"toegankelijk": 13}, "niet meer woningen toegankelijk zijn dan er gebouwd worden"),
        ({"oplevering": 28}, "tussen 1990 en 2100"),
    ],
)
def test_numbers_that_cannot_be_are_refused_in_dutch(velden, uitleg):
    with pytest.raises(ValidationError, match=uitleg):
        project(**velden)


@pytest.mark.parametrize(
    ("velden", "verwacht"),
    [
        ({}, []),
        ({"oplevering": 2026}, []),
        ({"oplevering": date(2026, 11, 30)}, []),
        ({"oplevering": 2025}, ["oplevering"]),
        ({"oplevering": date(2026, 11, 29)}, ["oplevering"]),
        ({"oplevering": 2025, "fase": "vervallen"}, []),
        ({"oplevering": 2025, "fase": "opgeleverd"}, []),
        ({"oplevering": 2027, "fase": "opgeleverd"}, ["oplevering"]),
        ({"oplevering": None, "fase": "opgeleverd"}, ["oplevering"]),
        ({"oplevering": None}, []),
        ({"fictief": True}, ["fictief"]),
        ({"fictief": True, "fase": "idee"}, []),
        ({"soort": "SLO"}, ["erbij"]),
        ({"soort": "SLO", "erbij": 0, "eraf": 8}, []),
        ({"soort": "NIU", "eraf": 8}, ["eraf"]),
        ({"soort": "SLN"}, ["eraf"]),
        ({"soort": "SLN", "eraf": 8}, []),
    ],
)
def test_what_cannot_be_right_on_a_day_is_told_with_its_field(velden, verwacht):
    assert fields(**velden) == verwacht


def test_every_problem_says_what_to_do():
    (fout,) = problems(project(oplevering=2025), op=OP)

    assert fout.uitleg == "De verwachte oplevering is al voorbij, maar het project is niet opgeleverd."
    assert fout.advies == "Vul een nieuwe verwachting in, of zet de fase op opgeleverd."


@pytest.mark.parametrize(
    ("velden", "soort", "aantal", "gesloopt"),
    [
        ({}, "nieuwbouw", 12, 0),
        ({"soort": "SLN", "eraf": 10}, "vervanging", 12, 10),
        ({"soort": "SLO", "erbij": 0, "eraf": 10}, "sloop", 10, 0),
    ],
)
def test_a_project_is_a_planned_change(velden, soort, aantal, gesloopt):
    (mutatie,) = mutations_of(project(corporatie="Lisdodde", **velden))

    assert (mutatie.soort, mutatie.aantal, mutatie.gesloopt) == (soort, aantal, gesloopt)
    assert (mutatie.dag, mutatie.gerealiseerd, mutatie.bron) == (
        date(2028, 7, 1),
        False,
        "project Kerkelaan (Aldrum)",
    )


def test_what_is_called_off_or_has_no_day_changes_nothing():
    assert mutations_of(project(fase="vervallen")) == mutations_of(project(oplevering=None)) == ()


def test_plans_become_projects_that_change_the_same():
    rest = {"corporatie": "Lisdodde", "dag": date(2028, 12, 31)}
    plannen = [
        Mutatie(soort="nieuwbouw", aantal=30, **rest),
        Mutatie(soort="toevoeging", aantal=48, fictief=True, **rest),
        Mutatie(soort="vervanging", aantal=20, gesloopt=24, **rest),
        Mutatie(soort="sloop", aantal=6, **rest),
    ]
    ander = [
        Mutatie(soort="verkoop", aantal=5, **rest),
        Mutatie(soort="nieuwbouw", aantal=5, gerealiseerd=True, **rest),
    ]

    projecten = projects_from([*plannen, *ander])

    assert [een.fase for een in projecten] == ["verkenning", "idee", "verkenning", "verkenning"]
    begin = [Voorraadstand(corporatie="Lisdodde", dag=date(2024, 12, 31), aantal=500)]
    terug = [mutatie for een in projecten for mutatie in mutations_of(een)]
    grenzen = {"van": date(2024, 12, 31), "tot": date(2028, 12, 31)}
    assert (
        balance(begin, terug, **grenzen).balansen[0].eind
        == balance(begin, plannen, **grenzen).balansen[0].eind
    )
    assert [problems(een, op=OP) for een in projecten] == [(), (), (), ()]
