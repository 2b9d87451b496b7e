"""Cells of a table as numbers."""

from decimal import Decimal

import pytest

from wederkerig.checks.cellen import getal_nl, lees_cel


@pytest.mark.parametrize(
    ("tekst", "waarde", "eenheid"),
    [
        ("2.220", "2220", ""),
        ("1 250", "1250", ""),
        ("+324", "324", ""),
        ("-25", "-25", ""),
        ("– 25", "-25", ""),
        ("−25", "-25", ""),
        ("80 sloop, 80 nieuwbouw = 0", "0", ""),
        ("52 (waarvan 48 fictief)*", "52", ""),
        ("17¹", "17", ""),
        ("€ 480.000,-", "480000", "€"),
        ("€ 12,50", "12.50", "€"),
        ("-€ 300", "-300", "€"),
        ("1,2 mln", "1200000.0", ""),
        ("12,5%", "12.5", "%"),
        ("40 procent", "40", "%"),
        ("110 woningen", "110", ""),
        ("0", "0", ""),
    ],
)
def test_a_cell_with_one_exact_number_is_that_number(tekst, waarde, eenheid):
    cel = lees_cel(tekst)

    assert (cel.soort, cel.waarde, cel.eenheid) == ("getal", Decimal(waarde), eenheid)


@pytest.mark.parametrize("tekst", ["", "-", "–", "n.v.t.", "x", "  "])
def test_an_empty_cell_or_a_dash_is_nothing(tekst):
    assert lees_cel(tekst).soort == "leeg"


@pytest.mark.parametrize(
    "tekst",
    [
        "ca. 100",
        "10-15",
        "10 tot 15",
        "p.m.",
        "?",
        "n.t.b.",
        "01-01-2025",
        "2 x 50",
        ">100",
        "1e helft",
        "6.5",
    ],
)
def test_a_cell_without_an_exact_number_is_uncertain(tekst):
    assert lees_cel(tekst).soort == "onzeker"


def test_words_without_digits_are_text():
    assert lees_cel("label A of beter").soort == "tekst"


@pytest.mark.parametrize(
    ("waarde", "gedrukt"), [("2220", "2.220"), ("12.50", "12,50"), ("-40", "-40"), ("3.0", "3")]
)
def test_numbers_are_printed_as_dutch_does(waarde, gedrukt):
    assert getal_nl(Decimal(waarde)) == gedrukt
