"""`wederkerig normen`."""

import json

import pytest

from wederkerig.model import Norm


def test_the_norms_of_a_document_are_told_under_their_agreements(run, folder):
    folder("a.md")

    result = run("normen", "a.md")

    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert lines[:2] == [
        "Prestatieafspraken Zeedrecht 2025-2028",
        "3 normen; 2 met een twijfel; 1 keer achtergrond.",
    ]
    assert "Afspraak 1 · Beschikbaarheid" in lines
    assert "Opgeleverde nieuwe sociale huurwoningen: ten minste 1.240 woningen" in result.stdout
    assert "Achtergrond: onder €\N{NO-BREAK SPACE}682,96" in result.stdout


def test_json_is_one_object_a_file(run, folder):
    for name in ("a.md", "jaarplan.md"):
        folder(name)

    first, second = (
        json.loads(line) for line in run("normen", "a.md", "jaarplan.md", "--json").stdout.splitlines()
    )

    assert (first["bestand"], second["bestand"]) == ("a.md", "jaarplan.md")
    norms = [Norm.model_validate(norm) for norm in first["normen"]]
    assert [(norm.nummer, norm.indicator) for norm in norms][:2] == [
        ("1", "nieuwbouw"),
        ("2", "verkoop-aandeel"),
    ]


@pytest.mark.parametrize("columns", [60, 100])
def test_the_norms_fit_the_terminal(run, folder, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    folder("a.md")

    assert max(map(len, run("normen", "a.md").stdout.splitlines())) <= columns


def test_a_file_that_cannot_be_read_does_not_stop_the_others(run, folder):
    folder("a.md")
    folder("b.md", "scan")

    result = run("normen", "b.md", "a.md")

    assert result.exit_code == 3
    assert "b.md: De PDF bestaat alleen uit plaatjes." in result.stderr
    assert "Prestatieafspraken Zeedrecht 2025-2028" in result.stdout


def test_without_a_file_it_says_what_to_name(run):
    result = run("normen")

    assert result.exit_code == 2
    assert "Noem minstens één bestand of map." in result.stderr
