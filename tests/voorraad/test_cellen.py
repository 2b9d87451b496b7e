"""Numbers as they stand in the cells of stock tables, and what is none."""

import pytest

from wederkerig.voorraad.cellen import read_cel


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [
        ("2.220", 2220),
        ("2 220", 2220),
        ("+200", 200),
        ("-99", -99),
        ("− 12", -12),
        ("0", 0),
        ("12*", 12),
        ("12¹", 12),
        ("48 woningen", 48),
        ("15 (2 blokken)", 15),
        ("10 + 5 = 15", 15),
        ("30, waarvan 10 voor ouderen", 30),
    ],
)
def test_a_number_with_its_sign(tekst, waarde):
    cel = read_cel(tekst)

    assert (cel.inhoud, cel.waarde, cel.speling, cel.fictief) == ("getal", waarde, 0, 0)


@pytest.mark.parametrize(
    ("tekst", "waarde", "speling"),
    [("circa 50", 50, 5), ("ca. 1.200", 1200, 120), ("± 12", 12, 2), ("40-50", 45, 5), ("40 à 51", 45, 6)],
)
def test_about_so_many_may_be_off(tekst, waarde, speling):
    cel = read_cel(tekst)

    assert (cel.waarde, cel.speling) == (waarde, speling)


@pytest.mark.parametrize(
    ("tekst", "aantal", "fictief"),
    [
        ("52 (waarvan 48 fictief)*", 52, 48),
        ("52, waarvan 20 zonder locatie", 52, 20),
        ("30 (locatie onbekend)", 30, 30),
        ("30 fictief", 30, 30),
        ("12 (waarvan 40 fictief)", 12, 12),
    ],
)
def test_what_has_no_location_yet_is_told(tekst, aantal, fictief):
    cel = read_cel(tekst)

    assert (cel.waarde, cel.fictief) == (aantal, fictief)


@pytest.mark.parametrize(
    ("tekst", "sloop", "nieuwbouw", "waarde"),
    [
        ("80 sloop, 80 nieuwbouw = 0", 80, 80, 0),
        ("60 gesloopt, 44 terug", 60, 44, -16),
        ("sloop 12 / nieuwbouw 18", 12, 18, 6),
        ("24 slopen en 30 nieuwe woningen = +6", 24, 30, 6),
        ("10 sloop, 12 nieuwbouw = 3", 10, 12, 3),
    ],
)
def test_a_replacement_names_its_parts(tekst, sloop, nieuwbouw, waarde):
    cel = read_cel(tekst)

    assert (cel.sloop, cel.nieuwbouw, cel.waarde) == (sloop, nieuwbouw, waarde)


@pytest.mark.parametrize(
    ("tekst", "inhoud"),
    [
        ("", "leeg"),
        ("–", "leeg"),
        ("n.v.t.", "leeg"),
        ("p.m.", "onbekend"),
        ("n.t.b.", "onbekend"),
        ("12 + p.m.", "onbekend"),
        ("nog niet bekend", "onbekend"),
        ("€ 12", "tekst"),
        ("12%", "tekst"),
        ("7,5", "tekst"),
        ("in overleg", "tekst"),
        ("fase 2 van Meeroever", "tekst"),
    ],
)
def test_what_is_no_number_of_dwellings(tekst, inhoud):
    assert read_cel(tekst).inhoud == inhoud
