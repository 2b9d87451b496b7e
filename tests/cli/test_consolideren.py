"""`wederkerig consolideer`: what it shows, what it writes, and what it ends with."""

import json
import re
import zipfile
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from tests.cli import zeedrecht
from tests.cli.zeedrecht import names, put
from wederkerig.consolidation import read_geschiedenis
from wederkerig.documents import read_document
from wederkerig.export.akn import read_akoma_ntoso
from wederkerig.model import Overeenkomst
from wederkerig.reading import read_stuk

NEW = zeedrecht.BOUW.replace("40", "55")


def texts(stuk):
    return [afspraak.tekst for afspraak in stuk.afspraken]


def written(name):
    return Overeenkomst.model_validate_json(Path(name).read_bytes())


@pytest.mark.usefixtures("files")
def test_it_tells_what_became_of_each_amendment(run):
    result = run("consolideer", "basis.json", "plan.json", "-o", "uit.json")

    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "Jaarplan 2026",
        "vastgesteld op 11 december 2025, geldt vanaf 1 januari 2026",
        "",
        "   nr  toestand     wat er gebeurt",
        "    1  toegepast    In afspraak 1 verandert: minimaal [-40-] {+55+} woningen",
        "",
        "1 wijziging: 1 toegepast.",
    ]
    assert result.stderr == "Geschreven: uit.json\n"


@pytest.mark.usefixtures("files")
def test_the_document_is_read_anew_where_it_changed(run):
    run("consolideer", "basis.json", "plan.json", "-o", "uit.json")

    assert texts(written("uit.json")) == [NEW, zeedrecht.VERKOOP, zeedrecht.WACHTTIJD, zeedrecht.HUUR]
    assert [getal.waarde for getal in written("uit.json").afspraken[0].getallen] == [55]


@pytest.mark.parametrize("name", ["uit.docx", "uit.odt", "uit.html", "uit.pdf"])
@pytest.mark.usefixtures("files")
def test_what_is_written_reads_back(run, name):
    run("consolideer", "basis.json", "plan.json", "-o", name)

    found = read_stuk(read_document(Path(name)))

    assert texts(found) == [NEW, zeedrecht.VERKOOP, zeedrecht.WACHTTIJD, zeedrecht.HUUR]


@pytest.mark.usefixtures("files")
def test_a_page_names_the_decision_under_what_it_changed(run):
    run("consolideer", "basis.json", "plan.json", "-o", "uit.html")

    page = Path("uit.html").read_text("utf-8")

    assert page.count("[Gewijzigd bij Jaarplan 2026 (11 december 2025)]") == 1
    assert "minimaal 55 woningen" in page


@pytest.mark.usefixtures("files")
def test_akoma_ntoso_knows_the_decision_and_reads_back(run):
    run("consolideer", "basis.json", "plan.json", "-o", "uit.xml")

    content = Path("uit.xml").read_bytes()

    assert texts(read_akoma_ntoso(content))[0] == NEW
    assert b"2025-12-11" in content


@pytest.mark.usefixtures("files")
def test_the_pdf_to_read_and_the_pdf_to_keep_are_two_files(run):
    result = run("consolideer", "basis.json", "plan.json", "-o", "uit.pdf", "--archief", "archief.pdf")

    assert result.exit_code == 0
    with pikepdf.open("uit.pdf") as to_read, pikepdf.open("archief.pdf") as to_keep:
        assert to_read.open_metadata()["pdfuaid:part"] == "1"
        assert to_keep.open_metadata()["pdfaid:part"] == "3"
        assert list(to_keep.attachments) == ["prestatieafspraken.json"]


@pytest.mark.usefixtures("files")
def test_tracked_changes_bear_the_name_and_the_day_of_the_decision(run):
    run("consolideer", "basis.json", "plan.json", "--renvooi", "renvooi.docx")

    with zipfile.ZipFile("renvooi.docx") as package:
        body = package.read("word/document.xml").decode()

    assert set(re.findall(r'w:author="([^"]*)"', body)) == {"Jaarplan 2026"}
    assert {found[:10] for found in re.findall(r'w:date="([^"]*)"', body)} == {"2025-12-11"}


def test_of_several_plans_tracked_changes_bear_the_name_of_the_last(run, files):
    put(files, "later.json", zeedrecht.plan(zeedrecht.wijziging("4", "de inflatie", "1%"), jaar=2027))

    run("consolideer", "basis.json", "later.json", "plan.json", "--renvooi", "renvooi.html")
    page = Path("renvooi.html").read_text("utf-8")

    assert "Gewijzigd bij Jaarplan 2027, vastgesteld op" in page
    assert re.sub(r"<[^>]*>", "", page).count("55") == 1


def test_closing_gaps_leaves_tracked_changes_on_the_name_of_the_plan(run, files):
    put(files, "plan.json", zeedrecht.plan(zeedrecht.wijziging("1", None, "", soort="verwijderen")))

    run("consolideer", "basis.json", "plan.json", "--hernummer", "--renvooi", "renvooi.html")

    assert "Gewijzigd bij Jaarplan 2026, vastgesteld op" in Path("renvooi.html").read_text("utf-8")


@pytest.mark.parametrize("name", ["basis.md", "basis.json", "geschiedenis.json"])
def test_a_document_data_and_a_history_are_all_a_base(run, files, name):
    files("basis.md", zeedrecht.MARKDOWN)
    put(files, "geschiedenis.json", zeedrecht.geschiedenis())

    result = run("consolideer", name, "plan.json", "-o", "uit.json")

    assert result.exit_code == 0
    assert texts(written("uit.json")) == [NEW, zeedrecht.VERKOOP, zeedrecht.WACHTTIJD, zeedrecht.HUUR]


def test_what_lees_gives_is_a_base(run, files):
    files("basis.md", zeedrecht.MARKDOWN)
    stuk = read_stuk(read_document(Path("basis.md")))
    files("gelezen.json", stuk.model_dump_json() + "\n")

    assert run("consolideer", "gelezen.json", "plan.json").exit_code == 0


def test_two_plans_go_in_the_order_in_which_they_begin_to_hold(run, files):
    later = zeedrecht.wijziging("1", "minimaal 55 woningen", "minimaal 70 woningen")
    put(files, "later.json", zeedrecht.plan(later, jaar=2027))

    result = run("consolideer", "basis.json", "later.json", "plan.json", "-o", "uit.json")

    assert result.exit_code == 0
    assert texts(written("uit.json"))[0] == zeedrecht.BOUW.replace("40", "70")
    assert [line for line in result.stdout.splitlines() if line.startswith("Jaarplan")] == [
        "Jaarplan 2026",
        "Jaarplan 2027",
    ]


def test_plans_without_dates_go_in_the_order_in_which_they_are_named(run, files):
    first = zeedrecht.plan(ondertekening=None, jaar=2027)
    later = zeedrecht.wijziging("1", "minimaal 55 woningen", "minimaal 70 woningen")
    put(files, "eerst.json", first)
    put(files, "dan.json", zeedrecht.plan(later))

    result = run("consolideer", "basis.json", "eerst.json", "dan.json", "-o", "uit.json")

    assert result.exit_code == 0
    assert "vastgesteld" not in result.stdout
    assert texts(written("uit.json"))[0] == zeedrecht.BOUW.replace("40", "70")


def test_plans_of_one_day_go_in_the_order_in_which_they_are_named(run, files):
    second = zeedrecht.wijziging("1", "minimaal 55 woningen", "minimaal 70 woningen")
    put(files, "eerst.json", zeedrecht.plan(titel="Jaarplan 2026 nieuwbouw"))
    put(files, "dan.json", zeedrecht.plan(second, titel="Jaarplan 2026 meer nieuwbouw"))

    right = run("consolideer", "basis.json", "eerst.json", "dan.json", "-o", "uit.json")
    wrong = run("consolideer", "basis.json", "dan.json", "eerst.json")

    assert (right.exit_code, wrong.exit_code) == (0, 5)
    assert texts(written("uit.json"))[0] == zeedrecht.BOUW.replace("40", "70")


@pytest.mark.parametrize("name", ["uit.xml", "uit.pdf", "uit.html", "uit.odt"])
def test_a_plan_without_a_date_can_be_written_without_one(run, files, name):
    put(files, "plan.json", zeedrecht.plan(ondertekening=None))

    result = run("consolideer", "basis.json", "plan.json", "-o", name)

    assert result.exit_code == 0
    assert b"9999" not in Path(name).read_bytes()


def test_two_plans_of_one_year_are_told_apart_by_their_titles(run, files):
    huur = zeedrecht.wijziging("4", "de inflatie", "1%")
    put(files, "huur.json", zeedrecht.plan(huur, titel="Jaarplan 2026 huurbeleid Zeedrecht"))

    result = run("consolideer", "basis.json", "plan.json", "huur.json")

    assert result.exit_code == 0
    assert [line for line in result.stdout.splitlines() if line.startswith("Jaarplan")] == [
        "Jaarplan 2026 Zeedrecht",
        "Jaarplan 2026 huurbeleid Zeedrecht",
    ]


def test_a_history_grows_by_a_plan_in_its_own_file(run, files):
    put(files, "geschiedenis.json", zeedrecht.geschiedenis(zeedrecht.plan()))
    later = zeedrecht.wijziging("1", "minimaal 55 woningen", "minimaal 70 woningen")
    put(files, "later.json", zeedrecht.plan(later, jaar=2027))

    result = run("consolideer", "geschiedenis.json", "later.json", "--geschiedenis", "geschiedenis.json")

    grown = read_geschiedenis(Path("geschiedenis.json").read_bytes())
    assert result.exit_code == 0
    assert [besluit.naam for besluit in grown.besluiten] == ["Jaarplan 2026", "Jaarplan 2027"]
    assert texts(grown.basis)[0] == zeedrecht.BOUW


@pytest.mark.parametrize("written_as", ["12-1-2026", "2026-01-12", "12 januari 2026"])
def test_a_date_the_plan_does_not_say_can_be_given(run, files, written_as):
    put(files, "plan.json", zeedrecht.plan(ondertekening=None))

    options = ("--vastgesteld", written_as, "--inwerking", "1-2-2026")
    result = run("consolideer", "basis.json", "plan.json", "--geschiedenis", "uit.json", *options)

    (besluit,) = read_geschiedenis(Path("uit.json").read_bytes()).besluiten
    assert result.exit_code == 0
    assert (besluit.vastgesteld, besluit.inwerking) == (date(2026, 1, 12), date(2026, 2, 1))


@pytest.mark.usefixtures("files")
def test_the_explanation_comes_before_anything_happens(run):
    before = names()

    result = run("consolideer", "basis.json", "plan.json", "--uitleg", "-o", "uit.json")

    assert result.exit_code == 0
    assert [line.split(maxsplit=2) for line in result.stdout.splitlines()[4:5]] == [
        ["1", "voorgesteld", "In afspraak 1 verandert: minimaal [-40-] {+55+} woningen"],
    ]
    assert result.stderr == "Er is niets geschreven.\n"
    assert names() == before


@pytest.mark.usefixtures("files")
def test_machines_get_the_same(run):
    result = run("consolideer", "basis.json", "plan.json", "--json", "-o", "uit.docx")

    data = json.loads(result.stdout)

    assert data["geschreven"] == ["uit.docx"]
    assert [each["toestand"] for each in data["besluiten"][0]["verwerkingen"]] == ["toegepast"]
    assert data["besluiten"][0]["vastgesteld"] == "2025-12-11"


# --- numbers ---------------------------------------------------------------------------------------


def test_numbers_that_moved_up_are_told_and_references_follow(run, files):
    new = zeedrecht.wijziging("2", None, "De gemeente opent een loket.", soort="nieuw")
    put(files, "plan.json", zeedrecht.plan(new))

    result = run("consolideer", "basis.json", "plan.json", "-o", "uit.json")

    assert result.stdout.splitlines()[-3:] == [
        "Andere nummers (3)",
        "  was → wordt",
        "  2 → 3   3 → 4   4 → 5",
    ]
    assert texts(written("uit.json"))[3] == "De gemeente houdt de wachttijd bij, zie afspraak 3."


def test_a_reference_that_leads_nowhere_is_told(run, files):
    put(files, "plan.json", zeedrecht.plan(zeedrecht.wijziging("2", None, "", soort="verwijderen")))

    result = run("consolideer", "basis.json", "plan.json", "-o", "uit.json")

    assert result.stdout.splitlines()[-2:] == [
        "Verwijzingen die nergens meer heen gaan (1)",
        "  Afspraak 3 verwijst naar afspraak 2, en die is vervallen.",
    ]


def test_gaps_are_closed_on_request(run, files):
    put(files, "plan.json", zeedrecht.plan(zeedrecht.wijziging("1", None, "", soort="verwijderen")))

    run("consolideer", "basis.json", "plan.json", "-o", "open.json")
    run("consolideer", "basis.json", "plan.json", "-o", "dicht.json", "--hernummer")

    assert [afspraak.nummer for afspraak in written("open.json").afspraken] == ["2", "3", "4"]
    assert [afspraak.nummer for afspraak in written("dicht.json").afspraken] == ["1", "2", "3"]
    assert texts(written("dicht.json"))[1] == "De gemeente houdt de wachttijd bij, zie afspraak 1."


# --- conflicts -------------------------------------------------------------------------------------


def test_what_fits_is_written_and_a_conflict_told_with_the_nearest_passage(run, files):
    put(files, "plan.json", zeedrecht.plan(zeedrecht.bijna(), zeedrecht.meer_woningen()))

    result = run("consolideer", "basis.json", "plan.json", "-o", "uit.json")

    assert result.exit_code == 5
    assert texts(written("uit.json"))[:2] == [NEW, zeedrecht.VERKOOP]
    assert "2 wijzigingen: 1 in conflict, 1 toegepast." in result.stdout
    assert "1. wijkt af: In afspraak 2 staat bijna deze tekst, maar met andere woorden:" in result.stdout
    assert "Duinwonen verkoopt hooguit [-15-] {+12+} woningen per jaar." in result.stdout
    assert "→ Kies of deze passage bedoeld is." in result.stdout


def test_words_that_stand_in_another_agreement_are_pointed_out(run, files):
    put(files, "plan.json", zeedrecht.plan(zeedrecht.wijziging("1", zeedrecht.VERKOOP, "Niets.")))

    result = run("consolideer", "basis.json", "plan.json")

    assert result.exit_code == 5
    assert "1. ontbreekt: De aangehaalde tekst staat niet in afspraak 1:" in result.stdout
    assert "Deze woorden staan precies zo in afspraak 2." in result.stdout
    assert "→ Bedoelt u afspraak 2?" in result.stdout


def test_an_explanation_shows_conflicts_too(run, files):
    put(files, "plan.json", zeedrecht.plan(zeedrecht.onbekend()))

    result = run("consolideer", "basis.json", "plan.json", "--uitleg")

    assert result.exit_code == 5
    assert "Afspraak 98 bestaat niet in dit stuk." in result.stdout


def test_what_can_be_written_is_written_when_that_is_asked(run, files):
    put(files, "plan.json", zeedrecht.plan(zeedrecht.onbekend(), zeedrecht.meer_woningen()))

    result = run("consolideer", "basis.json", "plan.json", "-o", "uit.json", "--ondanks-conflicten")

    assert result.exit_code == 5
    assert texts(written("uit.json"))[0] == NEW


def test_a_person_decides_which_words_are_meant(run, files):
    put(files, "plan.json", zeedrecht.plan(zeedrecht.bijna(), zeedrecht.meer_woningen()))
    choices = [
        {"wijziging": 1, "keuze": "toepassen", "huidig": "Duinwonen verkoopt hooguit 12 woningen per jaar."},
        {"wijziging": 2, "keuze": "afwijzen"},
    ]
    files("keuzes.json", json.dumps({"Jaarplan 2026": choices}))

    options = ("--beslissingen", "keuzes.json", "-o", "uit.json")
    result = run("consolideer", "basis.json", "plan.json", *options)

    assert result.exit_code == 0
    assert texts(written("uit.json"))[:2] == [
        zeedrecht.BOUW,
        "Duinwonen verkoopt niets. De huurders krijgen het eerste aanbod.",
    ]
    assert "2 wijzigingen: 1 beslist, 1 afgewezen." in result.stdout


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('[{"wijziging": 1, "keuze": "misschien"}]', "bij Jaarplan 2026 klopt ‘keuze’ in beslissing 1 niet."),
        ("[3]", "bij Jaarplan 2026 klopt beslissing 1 niet."),
        ("{", "dit bestand is geen JSON, is niet volledig, of bevat meer dan één stuk."),
    ],
)
def test_a_wrong_file_of_decisions_is_told_with_what_to_do(run, files, content, told):
    files("keuzes.json", content)

    result = run("consolideer", "basis.json", "plan.json", "--beslissingen", "keuzes.json", "-o", "uit.json")

    advice = "Hoe dit bestand eruitziet, staat in de handleiding (docs/gebruik.md)."
    assert result.stderr == f"keuzes.json: {told} {advice}\n"
    assert not Path("uit.json").exists()


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_it_fits_the_terminal(run, files, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    amendments = (zeedrecht.bijna(), zeedrecht.onbekend(), zeedrecht.meer_woningen())
    put(files, "plan.json", zeedrecht.plan(*amendments))

    lines = run("consolideer", "basis.json", "plan.json", "--uitleg").stdout.splitlines()

    assert max(map(len, lines)) <= columns
