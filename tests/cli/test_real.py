"""The command as people run it, on the example documents, with nothing played."""

import json
import os
import subprocess
import sys

import jsonschema
import pytest

from tests.conftest import ROOT
from wederkerig.export.schema import json_schema

EXAMPLES = ROOT / "voorbeelden"
AGREEMENT = "veldermeer-meerjarige-prestatieafspraken-2025-2028.docx"
YEAR_PLAN = "veldermeer-jaarplan-2026.docx"


def run(*words, **environment):
    return subprocess.run(
        [sys.executable, "-m", "wederkerig", *map(str, words)],
        cwd=EXAMPLES,
        env=os.environ | environment,
        capture_output=True,
        check=False,
    )


def test_every_example_is_read_into_the_published_shape():
    done = run("lees", ".", "--json", "-j", "2")
    stukken = [json.loads(line) for line in done.stdout.splitlines()]

    assert (done.returncode, done.stderr) == (0, b"")
    assert len(stukken) == len([*EXAMPLES.glob("*.docx"), *EXAMPLES.glob("*.pdf")])
    for stuk in stukken:
        jsonschema.validate(stuk, json_schema())


def test_one_process_and_two_give_the_same():
    assert run("lees", ".", "--json", "-j", "1").stdout == run("lees", ".", "--json", "-j", "2").stdout


def test_offsets_count_in_the_text_that_is_given():
    text = run("lees", AGREEMENT, "--tekst").stdout.decode()
    stuk = json.loads(run("lees", AGREEMENT, "--json").stdout)

    assert stuk["afspraken"]
    for afspraak in stuk["afspraken"]:
        for fact in (afspraak, *afspraak["getallen"], *afspraak["termijnen"]):
            assert text[fact["bron"]["van"] : fact["bron"]["tot"]] == fact["bron"]["citaat"]


def test_the_examples_hold_mistakes_that_are_found(tmp_path):
    done = run("controleer", AGREEMENT, "--sarif", tmp_path / "uit.sarif")
    log = json.loads((tmp_path / "uit.sarif").read_text())

    assert done.returncode == 1
    assert done.stdout.decode().startswith(f"{AGREEMENT}:")
    assert log["runs"][0]["results"]


def test_a_passage_is_shown_with_marks():
    done = run("toon", AGREEMENT, "--afspraak", "1")

    assert done.returncode == 0
    assert "⟦getal: " in done.stdout.decode()
    assert "\x1b" not in done.stdout.decode()


def test_an_amendment_is_shown_with_marks():
    done = run("toon", YEAR_PLAN, "--afspraak", "7")

    assert done.returncode == 0
    assert "⟦getal: " in done.stdout.decode()


@pytest.mark.parametrize("words", [["lees", AGREEMENT], ["--help"], ["toon", AGREEMENT, "--afspraak", "999"]])
def test_a_terminal_that_knows_few_characters_is_no_reason_to_stop(words):
    done = run(*words, PYTHONIOENCODING="ascii", PYTHONUTF8="0")

    assert done.returncode in {0, 2}
    assert b"Traceback" not in done.stderr
    assert b"onze fout" not in done.stderr


def test_what_is_no_document_ends_with_3(tmp_path):
    for name, content in {
        "leeg.pdf": b"",
        "kapot.pdf": b"%PDF-1.7\nkapot",
        "kapot.docx": b"PK\3\4kapot",
    }.items():
        (tmp_path / name).write_bytes(content)

    done = run("lees", tmp_path, EXAMPLES / AGREEMENT, "--json", "-j", "2")

    assert done.returncode == 3
    assert len(done.stderr.decode().splitlines()) == 3
    assert len(done.stdout.splitlines()) == 1
    assert b"Traceback" not in done.stderr
