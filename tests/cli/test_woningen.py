"""`wederkerig woningen`: the figures of a list of dwellings."""

import csv
import json

import pytest

LIST = """\
VHE-nummer;Gemeente;Wijk;Kale huur;DAEB;Energielabel
1;Veldermeer;Noord;450,00;DAEB;A
2;Veldermeer;Noord;700,50;DAEB;C
3;Veldermeer;Zuid;-5;DAEB;C
4;Veldermeer;Zuid;1.050,00;Niet-DAEB;H
"""


@pytest.fixture
def files(folder):
    folder("lijst.csv", LIST)
    folder("goed.csv", LIST[: LIST.index("3;Veld")])
    return folder


@pytest.mark.usefixtures("files")
def test_figures_are_printed_in_dutch_with_what_they_are_a_share_of(run):
    result = run("woningen", "goed.csv", "--peildatum", "31-12-2025")

    assert result.exit_code == 0
    assert "Veldermeer · 31-12-2025\n" in result.stdout
    assert "2 van 2" in result.stdout
    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert "Sociale huurwoningen 2 woningen" in lines
    assert "Gemiddelde huur € 575,25 1.150,5 van 2" in lines
    assert result.stderr == "2 woningen geteld.\n"


@pytest.mark.usefixtures("files")
def test_rows_with_errors_are_told_left_out_and_written_to_a_file(run, tmp_path):
    result = run("woningen", "lijst.csv", "--peildatum", "2025-12-31", "--fouten", "fouten.csv")

    assert result.exit_code == 1
    assert "lijst.csv: rij 4, Kale huur: Dit bedrag is negatief. Vul" in result.stderr
    assert "2 woningen geteld, 2 rijen niet geteld omdat er iets niet klopt. Alle 2 fouten" in result.stderr
    with (tmp_path / "fouten.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row[:3] for row in csv.reader(file, delimiter=";")] == [
            ["rij", "kolom", "waarde"],
            ["4", "Kale huur", "-5"],
            ["5", "Energielabel", "H"],
        ]


@pytest.mark.usefixtures("files")
def test_one_of_each_is_told_as_one(run, tmp_path):
    (tmp_path / "een.csv").write_text("id;gemeente;rekenhuur\n1;Duin;500\n2;Duin;-5\n", encoding="utf-8")
    result = run("woningen", "een.csv", "--peildatum", "2025-12-31", "--fouten", "fouten.csv")

    assert "Woningen van de corporatie 1 woning" in {
        " ".join(line.split()) for line in result.stdout.splitlines()
    }
    assert result.stderr.endswith(
        "1 woning geteld, 1 rij niet geteld omdat er iets niet klopt. De fout staat in fouten.csv.\n"
    )


@pytest.mark.usefixtures("files")
def test_json_has_the_figures_of_districts_too(run):
    result = run("woningen", "goed.csv", "--peildatum", "2025-12-31", "--json")

    rows = json.loads(result.stdout)
    (found,) = [row for row in rows if row["indicator"] == "huur-goedkoop" and row["gebied"] == "Noord"]
    assert found == {
        "indicator": "huur-goedkoop",
        "corporatie": "",
        "gemeente": "Veldermeer",
        "niveau": "wijk",
        "gebied": "Noord",
        "peildatum": "2025-12-31",
        "van": None,
        "teller": 1,
        "noemer": 2,
        "waarde": 50,
    }


@pytest.mark.parametrize("name", ["keuze.yaml", "keuze.json"])
def test_columns_with_other_names_are_mapped_by_a_file(run, folder, name):
    folder("lijst.csv", "nr;prijs\n1;450\n")
    chosen = {"kolommen": {"id": "nr", "rekenhuur": "prijs"}, "vast": {"gemeente": "Zeedrecht"}}
    folder(name, json.dumps(chosen))

    result = run("woningen", "lijst.csv", "--peildatum", "2025-12-31", "--kolommen", name)

    assert result.exit_code == 0
    assert "Zeedrecht" in result.stdout


def test_the_days_of_the_list_are_taken_where_none_is_named(run, folder):
    folder("lijst.csv", "id;gemeente;jaar\n1;Veldermeer;2024\n1;Veldermeer;2025\n")

    result = run("woningen", "lijst.csv")

    assert "Veldermeer · 31-12-2024" in result.stdout
    assert "Veldermeer · 31-12-2025" in result.stdout


@pytest.mark.parametrize(
    ("words", "options", "code", "message"),
    [
        (LIST, [], 2, "Noem de dag met --peildatum"),
        ("VHE;prijs\n1;2\n", ["--peildatum", "2025-12-31"], 6, "ontbreekt een kolom voor: gemeente"),
        (LIST, ["--peildatum", "2031-12-31"], 6, "geen bedrag bekend op 2031-12-31"),
        (LIST, ["--peildatum", "2025-12-31", "--blad", "Blad2"], 3, "geen blad 'Blad2'"),
        (LIST, ["--peildatum", "2025-12-31", "--kolommen", "lijst.csv"], 2, "geen keuze van kolommen"),
        (LIST, ["--peildatum", "2025-12-31", "--fouten", "fouten.txt"], 2, "eindigen op .csv"),
        ("", ["--peildatum", "2025-12-31"], 3, "leeg"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_written(
    run, folder, tmp_path, words, options, code, message
):
    folder("lijst.csv", words)

    result = run("woningen", "lijst.csv", *options)

    assert result.exit_code == code
    assert message in result.stderr
    assert result.stdout == ""
    assert [path.name for path in tmp_path.iterdir()] == ["lijst.csv"]
