"""Figures as people type them: what is read, and what is said of what cannot be."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wederkerig.export.words import number
from wederkerig.monitoring.indicatoren import indicator
from wederkerig.web.monitor.domain.invoer import InvoerError, read_base, read_figure, read_number

AANTAL, AANDEEL, BEDRAG = (indicator(name) for name in ("voorraad-sociaal", "toewijzing-afwijkend", "budget"))


@pytest.mark.parametrize(
    ("typed", "of", "value"),
    [
        ("1.234,5", BEDRAG, "1234.5"),
        ("1234,5", BEDRAG, "1234.5"),
        ("€ 1.250", BEDRAG, "1250"),
        ("€ 25,-", BEDRAG, "25"),
        ("3.262", AANTAL, "3262"),
        (" 3262 ", AANTAL, "3262"),
        ("3262 woningen", AANTAL, "3262"),
        ("12,5%", AANDEEL, "12.5"),
        ("0", AANDEEL, "0"),
        ("100", AANDEEL, "100"),
        ("000", AANTAL, "0"),
    ],
)
def test_dutch_figures_are_read(typed, of, value):
    assert read_figure(typed, of) == Decimal(value)


@pytest.mark.parametrize(
    ("typed", "of", "why"),
    [
        ("-3", AANTAL, "onder nul"),
        ("\N{MINUS SIGN}3", AANTAL, "onder nul"),
        ("120", AANDEEL, "meer dan alles"),
        ("100,01", AANDEEL, "meer dan alles"),
        ("1.234,5", AANTAL, "heel getal"),
        ("=1+1", BEDRAG, "formule"),
        ("+A1", BEDRAG, "formule"),
        ("12.5", BEDRAG, "12,5"),
        ("1,234.5", BEDRAG, "geen getal"),
        ("12.34,5", BEDRAG, "geen getal"),
        ("ongeveer 12", BEDRAG, "geen getal"),
        ("1e5", BEDRAG, "geen getal"),
        ("\N{ARABIC-INDIC DIGIT THREE}", BEDRAG, "geen getal"),
        ("", BEDRAG, "geen getal"),
        ("1" * 13, BEDRAG, "te groot"),
        ("1,12345", BEDRAG, "vier cijfers"),
    ],
)
def test_what_cannot_be_is_said_with_what_to_do(typed, of, why):
    with pytest.raises(InvoerError, match=why):
        read_figure(typed, of)


@pytest.mark.parametrize(
    ("typed", "value"), [("", None), (" ", None), ("1.000", Decimal(1000)), ("0", Decimal(0))]
)
def test_a_total_may_be_left_out(typed, value):
    assert read_base(typed) == value


@pytest.mark.parametrize("typed", ["-5", "2,5", "veel"])
def test_a_total_is_a_whole_number_of_nought_or_more(typed):
    with pytest.raises(InvoerError):
        read_base(typed)


@settings(max_examples=60)
@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4))
def test_what_is_written_in_dutch_is_read_as_it_was(value):
    assert read_number(number(value)) == value
