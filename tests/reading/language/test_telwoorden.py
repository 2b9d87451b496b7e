"""Number words, one by one."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wederkerig.reading.language.telwoorden import telwoord, tiental


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("twee", "2"),
        ("Vijftien", "15"),
        ("veertig", "40"),
        ("eenentwintig", "21"),
        ("tweeëntwintig", "22"),
        ("tweeentwintig", "22"),
        ("drieëntachtig", "83"),
        ("negenennegentig", "99"),
        ("honderd", "100"),
        ("honderdtwintig", "120"),
        ("honderdeneen", "101"),
        ("honderdenvijf", "105"),
        ("driehonderdvijfenzestig", "365"),
        ("vijftienhonderd", "1500"),
        ("duizend", "1000"),
        ("tweeduizend", "2000"),
        ("twaalfduizendvijfhonderd", "12500"),
        ("honderdduizend", "100000"),
        ("anderhalf", "1.5"),
        ("anderhalve", "1.5"),
        ("tweeënhalf", "2.5"),
        ("vierenhalve", "4.5"),
    ],
)
def test_a_number_word_is_read(word, value):
    assert telwoord(word) == Decimal(value)


@pytest.mark.parametrize(
    "word",
    "een nul derde tweede tweemaal achterstand honderden duizenden half vierkant tienjarig huizen".split(),
)
def test_another_word_is_no_number(word):
    assert telwoord(word) is None


@pytest.mark.parametrize(
    ("word", "value"), [("tiental", 10), ("Twintigtal", 20), ("zestal", 6), ("tweetal", 2)]
)
def test_a_collective_holds_its_number(word, value):
    assert tiental(word) == value


@pytest.mark.parametrize(("word"), ["aantal", "tal", "totaal", "tientallen", "tien"])
def test_another_word_is_no_collective(word):
    assert tiental(word) is None


@given(st.integers(2, 9), st.sampled_from(["twintig", "dertig", "veertig", "vijftig", "zestig", "negentig"]))
def test_units_and_tens_combine(unit, ten):
    word = ["twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"][unit - 2]
    tens = telwoord(ten)
    assert tens is not None
    assert telwoord(f"{word}en{ten}") == telwoord(f"{word}ën{ten}") == tens + unit


@given(st.text(max_size=30))
def test_any_word_is_a_number_or_none(word):
    value = telwoord(word)
    assert value is None or value >= 0
