"""`wederkerig voorraad`, on the example documents."""

import json

import pytest
from click.testing import CliRunner

from tests.conftest import ROOT
from wederkerig.cli import main
from wederkerig.voorraad.plannen import Voorraadplan

STUK = str(ROOT / "voorbeelden" / "veldermeer-meerjarige-prestatieafspraken-2025-2028.docx")
KOP = "gemeente;locatie;erbij;eraf;soort;fase;oplevering\n"


def run(*words):
    return CliRunner(env={"COLUMNS": "100"}).invoke(main, ["voorraad", *words])


@pytest.fixture
def lijst(tmp_path):
    def write(*regels):
        path = tmp_path / "projecten.csv"
        path.write_text(KOP + "\n".join(regels) + "\n")
        return str(path)

    return write


def test_the_plan_of_a_document_is_shown_with_its_balance():
    result = run(STUK)

    assert (result.exit_code, result.stderr) == (0, "")
    rows = [line.split() for line in result.stdout.splitlines()]
    assert ["Lindewaarde", "sociale", "huur", "(DAEB)", "1.512", "124", "-28", "-18", "1.590"] in rows
    assert ["samen", "sociale", "huur", "(DAEB)", "4.358", "360", "-92", "-56", "4.570"] in rows
    assert "De getallen spreken elkaar niet tegen." in result.stdout


def test_where_a_table_does_not_add_up_is_told_with_the_sum(tmp_path):
    path = tmp_path / "stuk.md"
    path.write_text(
        "# Prestatieafspraken Zeedrecht 2025-2028\n\n1. De corporaties bouwen 60 woningen.\n\n"
        "| Corporatie | Stand 1-1-2025 | Nieuwbouw | Stand 31-12-2028 |\n|---|---|---|---|\n"
        "| Lisdodde | 1.000 | 40 | 1.050 |\n| Thuishaven | 500 | 20 | 520 |\n"
    )

    result = run(str(path))

    said = " ".join(result.stdout.split())
    assert result.exit_code == 0
    assert (
        "Klopt niet: rij 'Lisdodde', kolom 'Stand 31-12-2028': 1.000 + 40 = 1.040, maar er staat 1.050."
        in said
    )


def test_json_is_one_object_a_file():
    result = run(STUK, "--json")

    (first,) = map(json.loads, result.stdout.splitlines())
    (plan,) = [Voorraadplan.model_validate(each) for each in first["plannen"]]
    assert first["bestand"] == STUK
    assert sum(each.aantal for each in plan.mutaties if each.soort == "nieuwbouw") == 360


def test_with_projects_the_forecast_is_told(lijst):
    path = lijst("Veldermeer;Meeroever;244;;NIU;bouw;2026", "Veldermeer;Tuinwijk;116;92;SLN;vergunning;2028")

    said = " ".join(run(STUK, "--projecten", path, "--op", "1-2-2025").stdout.split())

    assert "Van 4.358 woningen eind 2024 groeit de voorraad naar verwachting tot ongeveer" in said
    assert "ten minste 4.570 woningen eind 2028 wordt in" in said
    assert "Het meest hangt af van" in said


def test_a_document_without_such_tables_says_so():
    result = run(str(ROOT / "voorbeelden" / "veldermeer-jaarplan-2026.docx"))

    assert "Er zijn geen tabellen over de woningvoorraad gevonden." in result.stdout


@pytest.mark.parametrize(
    ("regel", "op", "code", "uitleg"),
    [
        ("Veldermeer;Meeroever;-4;;NIU;bouw;2026", "1-2-2025", 6, "rij 2"),
        ("Veldermeer;Meeroever;4;;NIU;bouw;2024", "1-2-2025", 6, "De verwachte oplevering is al voorbij"),
        (
            "Veldermeer;Meeroever;4;;NIU;bouw;2026",
            "1-2-2020",
            6,
            "er is geen tabel met de voorraad op een dag",
        ),
    ],
)
def test_what_does_not_fit_is_refused(lijst, regel, op, code, uitleg):
    result = run(STUK, "--projecten", lijst(regel), "--op", op)

    assert result.exit_code == code
    assert uitleg in result.stderr


def test_a_list_that_is_not_there_is_told(tmp_path):
    result = run(STUK, "--projecten", str(tmp_path / "weg.csv"), "--op", "1-2-2025")

    assert result.exit_code == 3
    assert "is niet te openen" in result.stderr


def test_projects_and_their_day_belong_together():
    assert run(STUK, "--op", "1-2-2025").exit_code == 2
