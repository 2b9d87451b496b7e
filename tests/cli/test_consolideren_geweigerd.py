"""`wederkerig consolideer`: what it refuses, with a clear message and nothing written."""

import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from tests.cli import zeedrecht
from tests.cli.zeedrecht import names, put
from wederkerig.cli import outputs


def of_another_municipality(put_file):
    put_file("plan.json", zeedrecht.plan(gemeente="Bergdam"))


def to_an_unknown_number(put_file):
    put_file("plan.json", zeedrecht.plan(zeedrecht.meer_woningen(), zeedrecht.onbekend()))


def without_amendments(put_file):
    put_file("plan.json", zeedrecht.plan().model_copy(update={"wijzigingen": ()}))


def that_is_no_year_plan(put_file):
    put_file("plan.json", zeedrecht.stuk())


def on_a_year_plan(put_file):
    put_file("basis.json", zeedrecht.plan())


def on_half_a_history(put_file):
    whole = put_file("basis.json", zeedrecht.geschiedenis(zeedrecht.plan(jaar=2025)))
    whole.write_text(whole.read_text()[:-200])


def on_a_history_of_a_newer_version(put_file):
    whole = put_file("basis.json", zeedrecht.geschiedenis())
    whole.write_text(whole.read_text().replace('"versie": 1', '"versie": 2'))


def on_a_history_with_a_plan_twice(put_file):
    put_file("basis.json", zeedrecht.geschiedenis(zeedrecht.plan()))


def on_decisions_that_wait_for_each_other(put_file):
    whole = put_file(
        "basis.json", zeedrecht.geschiedenis(zeedrecht.plan(jaar=2025), zeedrecht.plan(jaar=2027))
    )
    data = json.loads(whole.read_text())
    for one, other in pairwise([*data["besluiten"], data["besluiten"][0]]):
        one["na"], one["inwerking"] = other["naam"], "2026-01-01"
    whole.write_text(json.dumps(data))


def before_the_agreements_hold(put_file):
    put_file("plan.json", zeedrecht.plan(jaar=2020))


REFUSED = [
    (of_another_municipality, 6, "Jaarplan 2026 is van gemeente Bergdam, de afspraken zijn van gemeente Zee"),
    (
        to_an_unknown_number,
        6,
        "wijziging 2 van Jaarplan 2026 kan niet: Afspraak 98 bestaat niet in dit stuk.",
    ),
    (without_amendments, 6, "in dit jaarplan zijn geen wijzigingen gevonden."),
    (that_is_no_year_plan, 6, "plan.json: dit is geen jaarplan"),
    (on_a_year_plan, 6, "basis.json: dit is een jaarplan, en geen stuk met afspraken."),
    (on_half_a_history, 6, "basis.json: De geschiedenis is niet volledig of beschadigd"),
    (on_a_history_of_a_newer_version, 6, "een nieuwere versie van wederkerig (formaat 2)"),
    (on_a_history_with_a_plan_twice, 6, "Jaarplan 2026 is al eerder verwerkt in deze geschiedenis."),
    (on_decisions_that_wait_for_each_other, 6, "Deze besluiten wachten op elkaar:"),
    (before_the_agreements_hold, 6, "vóór de afspraken zelf (01-01-2025)"),
]


@pytest.mark.parametrize(
    ("arrange", "code", "message"), REFUSED, ids=lambda each: getattr(each, "__name__", "")
)
def test_nothing_is_written_for_a_plan(run, files, arrange, code, message):
    arrange(lambda name, content: put(files, name, content))
    before = names()

    options = ("-o", "uit.docx", "-o", "uit.json", "--geschiedenis", "uit-geschiedenis.json")
    result = run("consolideer", "basis.json", "plan.json", *options)

    assert result.exit_code == code
    assert message in result.stderr
    assert names() == before


def test_nothing_is_written_when_two_plans_contradict_each_other(run, files):
    put(files, "ander.json", zeedrecht.plan(zeedrecht.meer_woningen(60), titel="Jaarplan 2026 nieuwbouw"))
    before = names()

    result = run("consolideer", "basis.json", "plan.json", "ander.json", "-o", "uit.json")

    assert result.exit_code == 6
    assert "kan niet: Jaarplan 2026 Zeedrecht heeft deze tekst in afspraak 1 al gewijzigd" in result.stderr
    assert "Er is niets geschreven." in result.stderr
    assert names() == before


def test_nothing_is_written_when_a_plan_undoes_a_later_one_of_the_history(run, files):
    put(files, "basis.json", zeedrecht.geschiedenis(zeedrecht.plan(zeedrecht.meer_woningen(60), jaar=2027)))
    before = names()

    result = run("consolideer", "basis.json", "plan.json", "--geschiedenis", "uit.json")

    assert result.exit_code == 6
    assert "wijziging 1 van Jaarplan 2027 kan niet" in result.stderr
    assert names() == before


WRONG_USE = [
    (["-o", "basis.json"], "'basis.json' is ook een bestand om te lezen"),
    (["-o", "plan.json"], "'plan.json' is ook een bestand om te lezen"),
    (["--geschiedenis", "basis.json"], "'basis.json' is ook een bestand om te lezen"),
    (["-o", "weg/uit.docx"], "De map 'weg' bestaat niet"),
    (["-o", "uit.docx", "-o", "weg/uit.docx"], "De map 'weg' bestaat niet"),
    (["-o", "map.json"], "'map.json' is een map"),
    (["-o", "uit.rtf"], "moet eindigen op een van deze: .docx, .odt, .pdf, .html, .json, .xml"),
    (["--renvooi", "uit.pdf"], "moet eindigen op een van deze: .docx, .html"),
    (["--archief", "uit.docx"], "moet eindigen op .pdf"),
    (["-o", "uit.json", "--geschiedenis", "uit.json"], "'uit.json' wordt twee keer genoemd"),
    (["plan.json"], "Een jaarplan wordt twee keer genoemd."),
    (["ander.json", "--vastgesteld", "1-1-2026"], "gaan alleen samen met één jaarplan"),
    (["--vastgesteld", "31-2-2026"], "'31-2-2026' is geen datum"),
]


@pytest.mark.parametrize(("options", "message"), WRONG_USE, ids=str)
def test_wrong_use_is_refused_before_anything_is_read(run, files, options, message):
    files("map.json/leeg.txt", "")
    before = {path: path.read_bytes() for path in Path().iterdir() if path.is_file()}

    result = run("consolideer", "basis.json", "plan.json", *options)

    assert result.exit_code == 2
    assert message in result.stderr
    assert {path: path.read_bytes() for path in Path().iterdir() if path.is_file()} == before


@pytest.mark.parametrize("option", [["--geschiedenis", "uit.json"], ["--renvooi", "uit.docx"]])
def test_a_date_must_be_known_where_it_is_written_down(run, files, option):
    put(files, "plan.json", zeedrecht.plan(ondertekening=None))
    before = names()

    result = run("consolideer", "basis.json", "plan.json", *option)

    assert result.exit_code == 6
    assert "Van Jaarplan 2026 is niet bekend wanneer het is vastgesteld. Geef de datum met" in result.stderr
    assert names() == before


UNREADABLE = [
    ("basis.json", "geen json", "basis.json: dit bestand is geen JSON, is niet volledig"),
    ("basis.json", '{"soort": "meerjarig"}', "dit is geen stuk als gegevens: titel klopt niet."),
    ("basis.json", "[]", "dit is geen stuk als gegevens"),
    ("plan.json", '{"soort": "jaarplan", "titel"', "plan.json: dit bestand is geen JSON"),
]


@pytest.mark.parametrize(("name", "words", "message"), UNREADABLE)
def test_a_damaged_file_is_refused(run, files, name, words, message):
    files(name, words)
    before = names()

    result = run("consolideer", "basis.json", "plan.json", "-o", "uit.json")

    assert result.exit_code == 3
    assert message in result.stderr
    assert names() == before


@pytest.mark.parametrize("arguments", [["niets.json", "plan.json"], ["basis.json", "niets.docx"]])
@pytest.mark.usefixtures("files")
def test_a_file_that_is_not_there_is_refused(run, arguments):
    result = run("consolideer", *arguments)

    assert result.exit_code == 3
    assert "bestaat niet" in result.stderr


CHOICES = [
    ({"Jaarplan 2031": []}, "er is geen jaarplan met de naam Jaarplan 2031; wel: Jaarplan 2026."),
    ([{"wijziging": 7, "keuze": "afwijzen"}], "Jaarplan 2026 heeft geen wijziging 7; ze lopen van 1 tot"),
    ([{"wijziging": 1, "keuze": "misschien"}], "bij Jaarplan 2026 klopt ‘keuze’ in beslissing 1 niet."),
    ([{"wijziging": 1, "keuze": "afwijzen"}] * 2, "staat wijziging 1 er twee keer in."),
    ("ja", "hier hoort per jaarplan een lijst met beslissingen te staan."),
]


@pytest.mark.parametrize(("choices", "message"), CHOICES)
def test_decisions_that_fit_no_amendment_are_refused(run, files, choices, message):
    files("keuzes.json", json.dumps(choices))
    before = names()

    options = ("--beslissingen", "keuzes.json", "-o", "uit.json")
    result = run("consolideer", "basis.json", "plan.json", *options)

    assert result.exit_code == 6
    assert message in result.stderr
    assert names() == before


def test_of_several_files_none_is_left_when_one_fails(tmp_path):
    def fails(_draft):
        raise OSError(28, "No space left on device")

    with pytest.raises(Exception, match=r"de schijf is vol"):
        outputs.write_all([(tmp_path / "a.txt", lambda _draft: None), (tmp_path / "b.txt", fails)])

    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("files")
def test_without_the_library_for_pdf_nothing_is_written():
    code = (
        "import cffi; cffi.FFI.dlopen = lambda *a: (_ for _ in ()).throw(OSError('weg'));"
        "from wederkerig.cli import main;"
        "main(['consolideer', 'basis.json', 'plan.json', '-o', 'uit.docx', '-o', 'uit.pdf'])"
    )

    result = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)

    assert result.returncode == 2
    assert "uit.pdf: Voor PDF-bestanden is de bibliotheek Pango nodig" in result.stderr
    assert names() == ["basis.json", "plan.json"]
