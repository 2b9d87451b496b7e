"""`wederkerig versie`: the agreements as they stood on a day."""

import json
from pathlib import Path

import pytest

from tests.cli import zeedrecht
from tests.cli.zeedrecht import put
from wederkerig.documents import read_document
from wederkerig.model import Overeenkomst
from wederkerig.reading import read_stuk


@pytest.fixture
def history(folder):
    """The agreements with two year plans, each of which raises the number of dwellings."""
    second = zeedrecht.wijziging("1", "minimaal 55 woningen", "minimaal 70 woningen")
    plans = (zeedrecht.plan(), zeedrecht.plan(second, jaar=2027))
    return put(folder, "geschiedenis.json", zeedrecht.geschiedenis(*plans))


@pytest.mark.usefixtures("history")
@pytest.mark.parametrize(
    ("day", "dwellings"),
    [("1-1-2025", 40), ("2025-12-31", 40), ("1 januari 2026", 55), ("30-6-2026", 55), ("2-1-2030", 70)],
)
def test_every_day_has_its_text(run, day, dwellings):
    result = run("versie", "geschiedenis.json", "--op", day, "-o", "uit.json", "-o", "uit.docx")

    stuk = Overeenkomst.model_validate_json(Path("uit.json").read_bytes())
    assert result.exit_code == 0
    assert f"minimaal {dwellings} woningen" in stuk.afspraken[0].tekst
    assert read_stuk(read_document(Path("uit.docx"))).afspraken[0].tekst == stuk.afspraken[0].tekst


@pytest.mark.usefixtures("history")
def test_the_overview_says_what_the_version_is_made_of(run):
    result = run("versie", "geschiedenis.json", "--op", "30-6-2026")

    assert [" ".join(line.split()) for line in result.stdout.splitlines()] == [
        "Prestatieafspraken Zeedrecht",
        "De tekst die geldt op 30 juni 2026.",
        "",
        "besluit vastgesteld geldt vanaf in deze versie",
        "Basis 12-12-2024 1-1-2025 ja",
        "Jaarplan 2026 11-12-2025 1-1-2026 ja",
        "Jaarplan 2027 11-12-2026 1-1-2027 nee",
        "",
        "4 afspraken. Laatst gewijzigd bij Jaarplan 2026 (1 wijziging: 1 toegepast). Gewijzigde of nieuwe",
        "afspraken: 1.",
    ]


@pytest.mark.usefixtures("history")
def test_what_was_not_adopted_yet_does_not_count(run):
    options = ("--op", "1-2-2027", "--zoals-bekend-op", "1-12-2026", "--json")

    data = json.loads(run("versie", "geschiedenis.json", *options).stdout)

    assert [besluit["naam"] for besluit in data["besluiten"]] == ["Jaarplan 2026"]
    assert "minimaal 55 woningen" in data["stuk"]["afspraken"][0]["tekst"]


REFUSED = [
    (["geschiedenis.json", "--op", "31-12-2024"], 6, "Deze afspraken gelden pas vanaf 01-01-2025"),
    (["stuk.json", "--op", "1-1-2026"], 6, "stuk.json: Dit bestand is geen geschiedenis van wederkerig."),
    (["half.json", "--op", "1-1-2026"], 6, "half.json: De geschiedenis is niet volledig of beschadigd"),
    (["weg.json", "--op", "1-1-2026"], 3, "weg.json: dit bestand bestaat niet."),
    (["geschiedenis.json", "--op", "gisteren"], 2, "'gisteren' is geen datum."),
    (["geschiedenis.json"], 2, "Er ontbreekt een optie: '--op'"),
    (["geschiedenis.json", "--op", "1-1-2026", "-o", "geschiedenis.json"], 2, "ook een bestand om te lezen"),
]


@pytest.mark.parametrize(("arguments", "code", "message"), REFUSED)
def test_nothing_is_written_for(run, folder, history, arguments, code, message):
    put(folder, "stuk.json", zeedrecht.stuk())
    folder("half.json", history.read_text()[:-300])
    before = sorted(Path().iterdir())

    result = run("versie", *arguments, "-o", "uit.docx")

    assert result.exit_code == code
    assert message in result.stderr
    assert sorted(Path().iterdir()) == before
