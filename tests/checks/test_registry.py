"""The list of checks, and that each has its own tests."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.checks.maken import geldig, stuk
from wederkerig.checks import CHECKS, check, concreetheid
from wederkerig.model import Tabel

TESTS = "\n".join(pad.read_text(encoding="utf-8") for pad in Path(__file__).parent.glob("test_*.py"))


def test_codes_are_unique():
    assert len({een.code for een in CHECKS}) == len(CHECKS)


@pytest.mark.parametrize("een", CHECKS, ids=lambda een: een.code)
def test_every_check_says_what_it_is(een):
    assert re.fullmatch(r"W[1-8]\d\d", een.code)
    assert een.ernst in {"fout", "waarschuwing", "advies"}
    assert een.titel
    assert not een.titel.endswith(".")
    assert een.omschrijving.endswith(".")
    assert een.functie.__doc__


@pytest.mark.parametrize("een", CHECKS, ids=lambda een: een.code)
def test_every_check_is_tested_for_what_it_finds_and_for_where_it_is_silent(een):
    code = een.code.lower()

    assert re.search(rf"^def test_{code}_(?:and_w\d+_)?\w*finds", TESTS, re.MULTILINE), (
        "no test of what it finds"
    )
    stil = rf"^def test_(?:w\d+_and_)?{code}_\w*(?:silent|allows|leaves|says_nothing)|and_{code}_are_silent"
    assert re.search(stil, TESTS, re.MULTILINE), "no test of where it is silent"


def test_every_test_of_a_check_is_of_a_check_that_exists():
    codes = {een.code.lower() for een in CHECKS}

    assert set(re.findall(r"^def test_(w\d{3})_", TESTS, re.MULTILINE)) == codes


def test_a_document_with_nothing_in_it_has_no_findings():
    assert check(stuk()) == []
    assert check(stuk(), "Een tekst zonder afspraken.\n") == []
    assert check(stuk(soort="jaarplan"), "Een tekst zonder afspraken.\n") == []


def test_findings_carry_the_code_and_severity_of_their_check():
    (bevinding,) = check(stuk("De gemeente levert het plan voor 31 juni."))

    assert (bevinding.code, bevinding.ernst) == ("W405", "fout")
    assert bevinding.plaats == "afspraak 1"


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.text(max_size=120), max_size=4),
    st.lists(st.lists(st.text(max_size=12), max_size=4), max_size=5),
    st.text(max_size=300),
    st.sampled_from(["meerjarig", "jaarplan"]),
)
def test_no_text_and_no_table_makes_a_check_fail(teksten, rijen, tekst, soort):
    tabel = Tabel(kop=tuple(rijen[0]) if rijen else (), rijen=tuple(tuple(rij) for rij in rijen))
    document = stuk(*teksten, soort=soort, tabellen=(tabel,), **geldig("2025-01-01", "2028-12-31"))

    assert isinstance(check(document, tekst), list)
    assert concreetheid(document) is not None


@pytest.mark.parametrize(
    "brok",
    [
        "Lisdodde (7) ",
        "12",
        " ",
        "- 10% koop\n",
        "eerste aftoppingsgrens ",
        "eind 2026 (",
        "\n",
        "€ 1 ",
        "a.b ",
    ],
)
def test_a_long_strange_text_is_checked_to_its_end(brok):
    document = stuk(brok * 4_000, **geldig("2025-01-01", "2028-12-31"))

    assert isinstance(check(document, brok * 4_000), list)
