"""`wederkerig verschil`: what changed between two versions, shown and written."""

import json
import re
import zipfile
from pathlib import Path

import pytest

from tests.cli import zeedrecht
from tests.cli.zeedrecht import put
from wederkerig.cli.marked import marked_lines
from wederkerig.consolidation import Stukje, apply, content, identify
from wederkerig.documents import read_document
from wederkerig.model import Afspraak, Hoofdstuk, Jaarplan
from wederkerig.reading import read_stuk

NEW = zeedrecht.BOUW.replace("40", "55")
LOKET = "De gemeente opent een loket."


def later():
    """Agreement 1 changed, 2 gone, a new one last, 4 moved up to 2."""
    first, _, third, last = zeedrecht.stuk().afspraken
    changed = (
        first.model_copy(update={"tekst": NEW}),
        last.model_copy(update={"nummer": "2"}),
        third,
        Afspraak(nummer="4", tekst=LOKET, thema="Betaalbaarheid"),
    )
    return zeedrecht.stuk(afspraken=changed, hoofdstukken=(Hoofdstuk(titel="Overleg", tekst="Elke maand."),))


@pytest.fixture
def files(folder):
    """Two versions."""
    put(folder, "oud.json", zeedrecht.stuk())
    put(folder, "nieuw.json", later())
    return folder


@pytest.mark.usefixtures("files")
def test_each_change_stands_under_its_agreement(run):
    result = run("verschil", "oud.json", "nieuw.json")

    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "Prestatieafspraken Zeedrecht",
        "4 afspraken; 1 gewijzigd, 1 nieuw, 1 vervallen, 1 verplaatst, 1 met een ander nummer, 1 ander deel",
        "gewijzigd.",
        "",
        "Afspraak 1: gewijzigd",
        "  Duinwonen bouwt minimaal [-40-] {+55+} woningen aan de Havenkade. De gemeente wijst de",
        "  bouwplaatsen aan.",
        "",
        "Afspraak 2: vervallen",
        "  Duinwonen verkoopt hooguit 12 woningen per jaar. De huurders krijgen het eerste aanbod.",
        "",
        "Afspraak 2 (was 4): verplaatst binnen het thema",
        "",
        "Afspraak 4: nieuw, onder thema Betaalbaarheid",
        "  De gemeente opent een loket.",
        "",
        "Hoofdstuk Overleg",
        "  Elke maand.",
        "",
        "Andere nummers (1)",
        "  was → wordt",
        "  4 → 2",
    ]


@pytest.mark.usefixtures("files")
def test_two_equal_documents_say_so(run):
    result = run("verschil", "oud.json", "oud.json")

    assert result.stdout == "Prestatieafspraken Zeedrecht\n4 afspraken; er is niets veranderd.\n"


@pytest.mark.usefixtures("files")
def test_a_move_to_another_theme_says_from_where_to_where(run, files):
    first, *rest = zeedrecht.stuk().afspraken
    put(files, "nieuw.json", zeedrecht.stuk(afspraken=(first.model_copy(update={"thema": "Wonen"}), *rest)))

    result = run("verschil", "oud.json", "nieuw.json")

    assert "Afspraak 1: verplaatst van thema Beschikbaarheid naar thema Wonen" in result.stdout


def test_ids_that_mean_something_else_in_the_other_document_do_not_count(run, folder):
    first, *rest = identify(zeedrecht.stuk()).afspraken
    later = identify(zeedrecht.stuk(afspraken=[each.model_copy(update={"id": None}) for each in rest]))
    swapped = [
        each.model_copy(update={"id": name.id})
        for each, name in zip(later.afspraken, [first, *rest], strict=False)
    ]
    put(folder, "oud.json", identify(zeedrecht.stuk()))
    put(folder, "nieuw.json", later.model_copy(update={"afspraken": tuple(swapped)}))

    result = run("verschil", "oud.json", "nieuw.json")

    assert "3 afspraken; 1 vervallen." in result.stdout


def test_ids_of_one_history_tell_what_words_cannot(run, folder):
    old = identify(zeedrecht.stuk())
    first, *rest = old.afspraken
    put(folder, "oud.json", old)
    put(
        folder,
        "nieuw.json",
        old.model_copy(update={"afspraken": (first.model_copy(update={"tekst": LOKET}), *rest)}),
    )

    result = run("verschil", "oud.json", "nieuw.json")

    assert "4 afspraken; 1 gewijzigd." in result.stdout


@pytest.mark.usefixtures("files")
def test_machines_get_the_pieces(run):
    result = run("verschil", "oud.json", "nieuw.json", "--json", "-o", "uit.json")

    data = json.loads(result.stdout)

    assert [each["stand"] for each in data["afspraken"]] == [
        "gewijzigd",
        "vervallen",
        "gelijk",
        "gelijk",
        "nieuw",
    ]
    assert data["afspraken"][0]["stukjes"][1:3] == [
        {"soort": "weg", "tekst": " 40"},
        {"soort": "bij", "tekst": " 55"},
    ]
    assert json.loads(Path("uit.json").read_text("utf-8")) == data


@pytest.mark.usefixtures("files")
def test_the_difference_as_a_year_plan_turns_the_old_into_the_new(run):
    run("verschil", "oud.json", "nieuw.json", "--jaarplan", "plan.json")

    plan = Jaarplan.model_validate_json(Path("plan.json").read_bytes())

    assert content(apply(zeedrecht.stuk(), plan).stuk) == content(later())


@pytest.mark.usefixtures("files")
def test_the_year_plan_is_a_document_that_reads_back(run):
    run("verschil", "oud.json", "nieuw.json", "--jaarplan", "plan.docx")

    plan = read_stuk(read_document(Path("plan.docx")))

    assert {"minimaal 55 woningen" in each.tekst for each in plan.wijzigingen if each.doel.nummer == "1"} == {
        True
    }


@pytest.mark.usefixtures("files")
def test_tracked_changes_bear_the_title_and_the_day_of_the_new_document(run):
    run("verschil", "oud.json", "nieuw.json", "-o", "uit.docx")

    with zipfile.ZipFile("uit.docx") as package:
        body = package.read("word/document.xml").decode()

    assert set(re.findall(r'w:author="([^"]*)"', body)) == {"Prestatieafspraken Zeedrecht"}
    assert {found[:10] for found in re.findall(r'w:date="([^"]*)"', body)} == {"2024-12-12"}


def test_author_and_day_can_be_given(run, files):
    put(files, "nieuw.json", later().model_copy(update={"ondertekening": None, "looptijd": None}))

    refused = run("verschil", "oud.json", "nieuw.json", "-o", "uit.html")
    run(
        "verschil", "oud.json", "nieuw.json", "-o", "uit.html", "--auteur", "Concept 3", "--datum", "1-2-2026"
    )

    assert refused.exit_code == 2
    assert "Geef met --datum de dag van de wijzigingen" in refused.stderr
    assert "Gewijzigd bij Concept 3, vastgesteld op" in Path("uit.html").read_text("utf-8")


REFUSED = [
    (["oud.json", "plan.json"], 6, "plan.json: dit is een jaarplan"),
    (["geschiedenis.json", "oud.json"], 6, "geschiedenis.json: dit is een geschiedenis"),
    (["oud.json", "weg.json"], 3, "weg.json: dit bestand bestaat niet."),
    (["oud.json", "nieuw.json", "-o", "oud.json"], 2, "'oud.json' is ook een bestand om te lezen"),
    (["oud.json", "nieuw.json", "-o", "uit.pdf"], 2, "een van deze: .docx, .html, .json"),
    (["oud.json", "nieuw.json", "--jaarplan", "uit.odt"], 2, "een van deze: .docx, .pdf, .json"),
]


@pytest.mark.parametrize(("arguments", "code", "message"), REFUSED)
def test_nothing_is_written_for(run, files, arguments, code, message):
    put(files, "plan.json", zeedrecht.plan())
    put(files, "geschiedenis.json", zeedrecht.geschiedenis())
    before = sorted(Path().iterdir())

    result = run("verschil", *arguments, "--jaarplan", "uit-plan.json")

    assert result.exit_code == code
    assert message in result.stderr
    assert sorted(Path().iterdir()) == before


# --- marks -----------------------------------------------------------------------------------------


def lines(*pieces, size=40, coloured=False, whole=False):
    return list(marked_lines([Stukje(*piece) for piece in pieces], size, "", coloured=coloured, whole=whole))


def test_marks_stand_against_their_words():
    pieces = (("gelijk", "Er komen"), ("weg", " 40 tot 60"), ("bij", " 48"), ("gelijk", " huizen."))

    assert lines(*pieces) == ["Er komen [-40 tot 60-] {+48+} huizen."]


def test_what_comes_instead_of_the_first_words_stands_apart():
    assert lines(("weg", "40 tot 60"), ("bij", "48"), ("gelijk", " huizen.")) == [
        "[-40 tot 60-] {+48+} huizen."
    ]


def test_a_new_paragraph_begins_on_a_new_line():
    pieces = (("gelijk", "Er komen huizen."), ("bij", "\nEn een\nspeelplaats."))

    assert lines(*pieces) == ["Er komen huizen.", "{+En een", "speelplaats.+}"]


def test_a_part_of_a_word_stays_with_it():
    assert lines(("gelijk", "huis"), ("bij", "je"), ("gelijk", " te koop")) == ["huis{+je+} te koop"]


def test_what_is_far_from_a_change_is_left_out():
    far = " ".join(f"w{number}" for number in range(40))
    pieces = (("gelijk", far), ("bij", " nieuw"), ("gelijk", f" {far}"))

    shown = " ".join(lines(*pieces))

    assert shown.startswith("… w28 w29")
    assert " w39 {+nieuw+} w0 " in shown
    assert shown.endswith("w10 …")
    assert " ".join(lines(*pieces, whole=True)).count("w20") == 2


def test_in_colour_every_word_is_painted_by_itself():
    shown = lines(("weg", "heel lang"), ("bij", " kort"), coloured=True)

    assert shown == [
        "\x1b[31m\x1b[9mheel\x1b[0m \x1b[31m\x1b[9mlang\x1b[0m \x1b[32m\x1b[4mkort\x1b[0m",
    ]


def test_what_a_plan_on_paper_tells_but_reading_leaves_is_said(run, folder):
    put(folder, "oud.json", zeedrecht.stuk())
    put(folder, "nieuw.json", zeedrecht.stuk(titel="Afspraken Zeedrecht"))

    result = run("verschil", "oud.json", "nieuw.json", "--jaarplan", "plan.docx", "--jaarplan", "plan.json")

    [notice] = [line for line in result.stderr.splitlines() if "let op" in line]
    assert notice.startswith(
        "plan.docx: let op: onder ‘Overige wijzigingen’ staat wat wederkerig hieruit niet"
    )


def test_a_year_plan_without_amendments_is_said_to_be_empty(run, folder):
    put(folder, "oud.json", zeedrecht.stuk())
    put(folder, "zelfde.json", zeedrecht.stuk())

    result = run("verschil", "oud.json", "zelfde.json", "--jaarplan", "plan.json")

    told = "plan.json: let op: er is niets veranderd; in dit jaarplan staan geen wijzigingen."
    assert result.stderr.splitlines() == ["Geschreven: plan.json", told]
