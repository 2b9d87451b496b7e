"""`wederkerig herkomst`: where sentences come from, and what became of amendments."""

import json
from pathlib import Path

import pytest

from tests.cli import zeedrecht
from tests.cli.zeedrecht import put
from wederkerig.consolidation import apply
from wederkerig.model import Jaarplan

LOKET = "De gemeente opent in het voorjaar een loket voor woningzoekenden."


@pytest.fixture
def files(folder):
    """A year plan, the text a year later in which one sentence has changed again, and the history."""
    plan = zeedrecht.plan(
        zeedrecht.meer_woningen(), zeedrecht.wijziging("4", zeedrecht.HUUR, LOKET, soort="aanvulling")
    )
    later = apply(zeedrecht.stuk(), plan).stuk
    first, *rest, last = later.afspraken
    last = last.model_copy(update={"tekst": last.tekst.replace("in het voorjaar", "in de herfst")})
    put(folder, "plan.json", plan)
    put(folder, "later.json", later.model_copy(update={"afspraken": (first, *rest, last)}))
    put(folder, "geschiedenis.json", zeedrecht.geschiedenis(plan))
    return folder


@pytest.mark.usefixtures("files")
def test_a_history_knows_the_decision_of_every_sentence(run):
    result = run("herkomst", "geschiedenis.json")

    assert result.exit_code == 0
    assert "Afspraak 4\n  basis                       Duinwonen verhoogt" in result.stdout
    assert f"  Jaarplan 2026 (11 december  {LOKET}\n  2025)" in result.stdout
    assert "Elke zin komt uit de basis\n  afspraken 2, 3\n" in result.stdout


@pytest.mark.usefixtures("files")
def test_of_a_later_text_the_words_tell(run):
    result = run("herkomst", "later.json", "--jaarplan", "plan.json")

    assert "Wat er van Jaarplan 2026 is geworden" in result.stdout
    assert "2 wijzigingen: 1 woordelijk overgenomen, 1 gewijzigd overgenomen." in result.stdout
    assert "De gemeente opent in [-het voorjaar-] {+de herfst+} een loket" in result.stdout
    assert "Jaarplan 2027 (gereconstrueerd)" in result.stdout


def test_a_number_that_changed_in_between_is_told(run, files):
    first, *rest = zeedrecht.stuk().afspraken
    later = zeedrecht.stuk(afspraken=(*rest, first.model_copy(update={"nummer": "9"})))
    put(files, "later.json", later)
    put(
        files,
        "plan.json",
        zeedrecht.plan(zeedrecht.wijziging("1", zeedrecht.BOUW, LOKET, soort="aanvulling")),
    )

    result = run("herkomst", "later.json", "--jaarplan", "plan.json")

    assert "Andere nummers dan in Jaarplan 2026 (1)\n  was → wordt\n  1 → 9\n" in result.stdout
    assert "wordt afspraak 9" in result.stdout


@pytest.mark.usefixtures("files")
def test_the_plan_in_between_is_written(run):
    result = run("herkomst", "later.json", "--jaarplan", "plan.json", "--reconstructie", "uit.json")

    plan = Jaarplan.model_validate_json(Path("uit.json").read_bytes())
    assert result.exit_code == 0
    assert ["herfst" in each.tekst for each in plan.wijzigingen] == [True]


@pytest.mark.usefixtures("files")
def test_machines_get_every_sentence(run):
    data = json.loads(run("herkomst", "later.json", "--jaarplan", "plan.json", "--json").stdout)

    assert [each["uitkomst"] for each in data["jaarplannen"][0]["wijzigingen"]] == [
        "woordelijk overgenomen",
        "gewijzigd overgenomen",
    ]
    assert {zin["soort"] for each in data["herkomst"] for zin in each["zinnen"]} == {
        "besluit",
        "gewijzigd",
        "onbekend",
        "ouder",
    }


REFUSED = [
    (["later.json"], 2, "Noem met --jaarplan minstens één jaarplan, of geef een geschiedenis."),
    (["plan.json", "--jaarplan", "plan.json"], 6, "plan.json: dit is een jaarplan"),
    (["later.json", "--jaarplan", "later.json"], 6, "later.json: dit is geen jaarplan"),
    (["geschiedenis.json", "--reconstructie", "uit.docx"], 2, "Voor --reconstructie is een jaarplan nodig"),
    (["weg.docx", "--jaarplan", "plan.json"], 3, "bestaat niet"),
    (
        ["later.json", "--jaarplan", "plan.json", "--reconstructie", "uit.odt"],
        2,
        "van deze: .docx, .pdf, .json",
    ),
]


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(("arguments", "code", "message"), REFUSED)
def test_it_refuses(run, arguments, code, message):
    result = run("herkomst", *arguments)

    assert result.exit_code == code
    assert message in result.stderr


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize("arguments", [["geschiedenis.json"], ["later.json", "--jaarplan", "plan.json"]])
def test_it_fits_the_terminal(run, monkeypatch, columns, arguments):
    monkeypatch.setenv("COLUMNS", str(columns))

    lines = run("herkomst", *arguments).stdout.splitlines()

    assert max(map(len, lines)) <= columns
