"""`wederkerig controleer`."""

import json

import pytest

from wederkerig.checks import CHECKS
from wederkerig.cli import work


def test_findings_read_like_those_of_a_linter_the_gravest_first(run, folder):
    folder("a.md")

    result = run("controleer", "a.md")
    lines = result.stdout.splitlines()

    assert result.exit_code == 1
    assert lines[:4] == [
        "a.md:tabel 1 (p. 2): T901 fout: De som is 12 en niet 13.",
        "    → Reken het na.",
        "a.md:afspraak 3: A900 advies: De afspraak is vaag.",
        "    → Maak haar concreet.",
    ]
    assert "a.md: 1 fout, 1 advies" in lines


def test_two_tables_end_the_report(run, folder):
    folder("a.md")

    text = run("controleer", "a.md").stdout

    assert text.index("Concreetheid") < text.index("Wederkerigheid")
    assert text.index("1 fout, 1 advies") < text.index("Concreetheid")


def test_a_sound_document_ends_with_0(run, folder):
    folder("goed.md")

    result = run("controleer", "goed.md")

    assert result.exit_code == 0
    assert "goed.md: niets gevonden dat niet klopt" in result.stdout


def test_json_holds_findings_and_both_tables(run, folder):
    for name in ("a.md", "goed.md"):
        folder(name)

    result = run("controleer", "a.md", "goed.md", "--json")
    first, second = map(json.loads, result.stdout.splitlines())

    assert result.exit_code == 1
    assert first["bestand"] == "a.md"
    assert [finding["code"] for finding in first["bevindingen"]] == ["A900", "T901"]
    assert second["bevindingen"] == []
    assert {"concreetheid", "wederkerigheid"} <= first.keys()


def test_sarif_is_written_with_all_checks_as_rules(run, folder, tmp_path):
    folder("a.md")

    run("controleer", "a.md", "--sarif", "uit.sarif")
    log = json.loads((tmp_path / "uit.sarif").read_text())["runs"][0]

    assert {result["ruleId"] for result in log["results"]} == {"A900", "T901"}
    assert {rule["id"] for rule in log["tool"]["driver"]["rules"]} == {each.code for each in CHECKS}


@pytest.mark.parametrize("code", [CHECKS[0].code, CHECKS[0].code.lower()])
def test_a_check_can_be_left_out(run, folder, monkeypatch, code):
    folder("a.md")
    real = work.check

    def renamed(stuk, tekst):
        return [finding.model_copy(update={"code": CHECKS[0].code}) for finding in real(stuk, tekst)]

    monkeypatch.setattr(work, "check", renamed)

    assert run("controleer", "a.md").exit_code == 1
    assert run("controleer", "a.md", "--zonder", code).exit_code == 0


def test_an_unknown_check_is_wrong_use(run, folder):
    folder("a.md")

    result = run("controleer", "a.md", "--zonder", "XXX")

    assert result.exit_code == 2
    assert "Er is geen controle 'XXX'. Bekijk de codes met --lijst." in result.stderr


def test_the_list_names_every_check(run):
    result = run("controleer", "--lijst")

    assert result.exit_code == 0
    assert [each.code for each in CHECKS if each.code not in result.stdout] == []
