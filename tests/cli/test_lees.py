"""`wederkerig lees`."""

import json

import openpyxl
import pytest

from tests import stukken
from wederkerig.cli import work


def test_one_document_gives_an_overview(run, folder):
    folder("a.md")

    result = run("lees", "a.md")

    assert result.exit_code == 0
    assert result.stderr == ""
    assert "Prestatieafspraken Zeedrecht 2025-2028" in result.stdout
    assert "gemeente Zeedrecht · meerjarige afspraken · 1 januari 2025 t/m 31 december 2028" in result.stdout
    assert "A. de Wit, wethouder" in result.stdout
    assert "Beschikbaarheid (2 afspraken)" in result.stdout
    assert "min. 1.240 woningen" in result.stdout
    assert "30-6-2026" in result.stdout
    assert "3 afspraken, 4 getallen, 2 termijnen, 1 tabel, 1 begrip, 1 kader; 3 twijfels" in result.stdout
    assert "Let op: Er stonden wijzigingen" in result.stdout


def test_a_year_plan_shows_its_amendments(run, folder):
    folder("jaarplan.md")

    result = run("lees", "jaarplan.md")

    assert "Wijzigingen (2)" in result.stdout
    assert "hooguit 10%" in result.stdout
    assert "2 wijzigingen; 1 twijfel (bekijk ze met --twijfels)." in result.stdout


@pytest.mark.parametrize("columns", [60, 80, 100, 120])
def test_the_overview_fits_the_terminal(run, folder, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    for name in ("a.md", "b.md", "jaarplan.md"):
        folder(name)

    lines = [
        line
        for words in (["a.md"], ["jaarplan.md"], ["a.md", "b.md", "--twijfels"])
        for line in run("lees", *words).stdout.splitlines()
    ]

    assert max(map(len, lines)) <= columns


def test_several_documents_give_one_table_in_the_order_asked(run, folder):
    for name in ("map/b.md", "map/a.md", "map/jaarplan.md"):
        folder(name)

    lines = run("lees", "map/b.md", "map/a.md", "map/jaarplan.md", "-j", "2").stdout.splitlines()

    assert [line.split()[0] for line in lines] == ["bestand", "b.md", "a.md", "jaarplan.md", "samen"]
    assert lines[-1].split() == ["samen", "3", "stukken", "6", "2", "8", "4", "2", "7"]


def test_doubts_are_listed_on_request(run, folder):
    folder("a.md")

    assert "Onduidelijk waarvan." not in run("lees", "a.md").stdout
    assert "‘hooguit 12,5%’ (p. 1): Onduidelijk waarvan." in run("lees", "a.md", "--twijfels").stdout


def test_json_is_one_object_a_line(run, folder):
    for name in ("b.md", "a.md"):
        folder(name)

    lines = run("lees", "b.md", "a.md", "--json").stdout.splitlines()

    assert [json.loads(line)["bestand"]["naam"] for line in lines] == ["b.md", "a.md"]
    assert json.loads(lines[0]) == json.loads(stukken.overeenkomst("b.md").model_dump_json())
    assert "vóór" in lines[0]


def test_a_folder_stands_for_the_documents_in_it(run, folder):
    for name in (
        "map/b.PDF",
        "map/a.docx",
        "map/sub/c.txt",
        "map/~$a.docx",
        "map/.x.md",
        "map/README.md",
        "map/foto.png",
    ):
        folder(name)

    lines = run("lees", "map", "map/a.docx", "--json").stdout.splitlines()

    assert [json.loads(line)["bestand"]["naam"] for line in lines] == ["a.docx", "b.PDF", "c.txt"]


def test_text_is_given_exactly_as_read(run, folder):
    folder("a.md")

    assert run("lees", "a.md", "--tekst").stdout == stukken.TEXT


def test_the_workbook_is_written_beside_the_overview(run, folder, tmp_path):
    folder("a.md")

    result = run("lees", "a.md", "--xlsx", "uit.xlsx")

    assert "Het werkboek staat in uit.xlsx." in result.stderr
    assert "3 afspraken" in result.stdout
    assert openpyxl.load_workbook(tmp_path / "uit.xlsx").sheetnames[1] == "Afspraken"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "uit.xlsx"]


def test_json_and_workbook_go_together(run, folder, tmp_path):
    folder("a.md")

    result = run("lees", "a.md", "--json", "--xlsx", "uit.xlsx")

    assert json.loads(result.stdout)["gemeente"] == "Zeedrecht"
    assert (tmp_path / "uit.xlsx").exists()


def test_words_of_a_document_cannot_steer_the_terminal(run, folder, monkeypatch):
    folder("a.md")
    monkeypatch.setattr(work, "read_stuk", lambda _: stukken.overeenkomst(titel="Zee\x1b[2Jdrecht\x07"))

    assert "Zee[2Jdrecht\n" in run("lees", "a.md").stdout
