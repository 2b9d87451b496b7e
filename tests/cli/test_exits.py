"""How the command ends: codes and messages."""

import os
import subprocess
import sys

import pytest

from wederkerig.cli import commands
from wederkerig.cli.exits import Exit, gravest
from wederkerig.export import xlsx

COMMAND = [sys.executable, "-m", "wederkerig"]


def test_an_unreadable_file_does_not_stop_the_others(run, folder):
    folder("a.md")
    folder("b.pdf", "scan")
    folder("c.md")

    result = run("lees", "a.md", "b.pdf", "nee.md", "c.md", "-j", "2")

    assert result.exit_code == 3
    first, second = result.stderr.splitlines()
    assert first.startswith("b.pdf: De PDF bestaat alleen uit plaatjes. Vraag om het oorspronkelijke bestand")
    assert second == "nee.md: Het bestand nee.md bestaat niet. Controleer de naam en de map van het bestand."
    assert "samen 2 stukken" in result.stdout


def test_a_folder_without_documents_is_unreadable(run, folder):
    folder("leeg/foto.png")

    result = run("lees", "leeg")

    assert result.exit_code == 3
    assert result.stderr.startswith(
        "leeg: in deze map staan geen stukken die wederkerig kan lezen. Noem een map"
    )


@pytest.mark.parametrize("command", [["lees"], ["lees", "--json"], ["controleer"]])
def test_agreements_found_in_another_language_are_not_to_be_relied_on(run, folder, command):
    folder("a.md", "engels met nummers")

    result = run(*command, "a.md")

    assert result.exit_code == 4
    assert "a.md: de tekst lijkt Engels te zijn; wat is gevonden, klopt waarschijnlijk niet." in result.stderr
    assert result.stdout


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("leeg", "a.md: in dit stuk zijn geen afspraken of wijzigingen gevonden. Kijk of dit"),
        (
            "engels",
            "a.md: in dit stuk zijn geen afspraken gevonden; de tekst lijkt Engels te zijn. Wederkerig leest",
        ),
    ],
)
@pytest.mark.parametrize("command", [["lees"], ["lees", "--json"], ["controleer"]])
def test_a_document_without_agreements_says_what_to_do(run, folder, words, message, command):
    folder("a.md", words)

    result = run(*command, "a.md")

    assert result.exit_code == 4
    assert message in result.stderr
    assert result.stdout


def test_our_own_mistake_is_said_to_be_ours(run, folder):
    folder("a.md", "stuk")
    folder("b.md")

    result = run("lees", "a.md", "b.md")

    assert result.exit_code == 70
    assert "a.md: er ging iets mis in wederkerig zelf (KeyError). Dat is onze fout" in result.stderr
    assert "Traceback" not in result.stderr
    assert "b.md" in result.stdout


def test_a_mistake_outside_reading_gives_no_traceback_either(run, folder, monkeypatch):
    folder("a.md")
    monkeypatch.setattr(commands, "overview", lambda *_: 1 / 0)

    result = run("lees", "a.md")

    assert result.exit_code == 70
    assert result.stderr.startswith("wederkerig: er ging iets mis in wederkerig zelf (ZeroDivisionError).")


def test_with_the_debug_setting_the_details_are_shown(run, folder, monkeypatch):
    folder("a.md")
    monkeypatch.setenv("WEDERKERIG_DEBUG", "1")
    monkeypatch.setattr(commands, "overview", lambda *_: 1 / 0)

    assert isinstance(run("lees", "a.md").exception, ZeroDivisionError)


def test_a_reader_that_dies_takes_no_other_file_with_it(run, folder):
    for name in ("a.md", "c.md", "d.md"):
        folder(name)
    folder("b.md", "dood")

    result = run("lees", "a.md", "b.md", "c.md", "d.md", "-j", "2")

    assert result.exit_code == 3
    assert "b.md: het lezen van dit bestand is onverwacht gestopt" in result.stderr
    assert "samen 3 stukken" in result.stdout


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([], ""),
        (["lees"], "Noem minstens één bestand of map."),
        (["controleer"], "Noem minstens één bestand of map."),
        (["less"], "De opdracht 'less' bestaat niet. Bedoelt u 'lees'?"),
        (["lees", "a.md", "--jsn"], "De optie '--jsn' bestaat niet. Bedoelt u '--json'?"),
        (["lees", "a.md", "-j", "0"], "'0' is geen geheel getal van 1 of hoger."),
        (["lees", "a.md", "-j", "veel"], "'veel' is geen geheel getal van 1 of hoger."),
        (["lees", "a.md", "--xlsx"], "De optie '--xlsx' heeft een waarde nodig."),
        (["lees", "a.md", "--json=1"], "De optie '--json' krijgt geen waarde."),
        (["lees", "a.md", "--xlsx", "uit.xls"], "moet eindigen op .xlsx."),
        (["lees", "a.md", "--xlsx", "nee/uit.xlsx"], "De map 'nee' bestaat niet; maak die eerst."),
        (["lees", "a.md", "b.xlsx", "--xlsx", "b.xlsx"], "'b.xlsx' is ook een bestand om te lezen"),
        (["controleer", "a.md", "--sarif", "a.md"], "'a.md' is ook een bestand om te lezen"),
        (["controleer", "a.md", "--sarif", "."], "'.' is een map; noem een bestand."),
        (["lees", "a.md", "--tekst", "--json"], "--tekst gaat niet samen met andere uitvoer"),
        (["toon"], "Er ontbreekt iets: 'BESTAND'."),
        (["toon", "a.md"], "Er ontbreekt een optie: '--afspraak'."),
        (["toon", "a.md", "b.md", "--afspraak", "1"], "Dit hoort er niet bij: b.md."),
        (["schema", "a.md"], "Dit hoort er niet bij: a.md."),
    ],
)
def test_wrong_use_is_said_in_dutch_and_ends_with_2(run, folder, tmp_path, words, message):
    folder("a.md")
    before = sorted(tmp_path.iterdir())

    result = run(*words)

    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""
    assert "Usage" not in result.stderr
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_an_output_that_cannot_be_written_is_wrong_use(run, folder, tmp_path):
    folder("a.md")
    (tmp_path / "dicht").mkdir(mode=0o500)

    assert run("lees", "a.md", "--xlsx", "dicht/uit.xlsx").exit_code == 2


def test_a_full_disk_is_said_in_dutch(run, folder, tmp_path, monkeypatch):
    def full(*_, **__):
        raise OSError(28, "No space left on device")

    folder("a.md")
    monkeypatch.setattr(xlsx, "write_workbook", full)

    result = run("lees", "a.md", "--xlsx", "uit.xlsx")

    assert result.exit_code == 2
    assert "'uit.xlsx' kan niet geschreven worden" in result.stderr
    assert not (tmp_path / "uit.xlsx").exists()


@pytest.mark.parametrize(
    "words", [["--help"], ["-h"], ["lees", "--help"], ["controleer", "-h"], ["toon", "--help"]]
)
def test_help_is_dutch(run, words):
    result = run(*words)

    assert result.exit_code == 0
    assert result.stdout.startswith("Gebruik: wederkerig")
    assert "Opties:" in result.stdout
    assert not any(
        word in result.stdout for word in ("Options", "OPTIONS", "Show", "Commands", "Usage", "required")
    )


def test_version_is_shown(run):
    assert run("--version").stdout.startswith("wederkerig, versie ")


@pytest.mark.parametrize(
    ("codes", "code"),
    [
        (set(), 0),
        ({Exit.FOUTEN}, 1),
        ({Exit.FOUTEN, Exit.LEEG}, 4),
        ({Exit.FOUTEN, Exit.LEEG, Exit.ONLEESBAAR}, 3),
        (set(Exit), 70),
    ],
)
def test_of_several_codes_the_gravest_counts(codes, code):
    assert gravest(codes) == code


def test_help_loads_no_more_than_click():
    script = "import sys, wederkerig.cli; print(*sys.modules)"

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert {"pydantic", "lxml", "pypdfium2", "yaml", "xlsxwriter"}.isdisjoint(done.stdout.split())


def test_a_closed_pipe_is_no_error():
    run = subprocess.Popen([*COMMAND, "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    run.stdout.close()
    complaints = run.stderr.read()
    run.stderr.close()

    assert run.wait() in {0, Exit.PIJP_DICHT}
    assert complaints == b""


def test_ctrl_c_ends_with_130(run, folder, monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    folder("a.md")
    monkeypatch.setattr(commands, "overview", interrupt)

    result = run("lees", "a.md")

    assert result.exit_code == 130
    assert result.stderr.strip() == "Afgebroken."
