"""Advice: nothing to hold on to, brackets that stay open, priorities nobody takes up."""

import pytest

from tests.checks.maken import PARTIJEN, afspraak, geldig, stuk
from wederkerig.checks.adviezen import (
    afspraak_zonder_houvast,
    haakjes_kloppen_niet,
    prioriteit_zonder_afspraak,
)
from wederkerig.model import Getal, Stap, Termijn

DRIE_DOELEN = [
    afspraak("Lisdodde bouwt woningen.", "1", thema="Beschikbaarheid"),
    afspraak("De huren blijven laag.", "2", thema="Betaalbaar wonen"),
    afspraak("Buurten blijven prettig.", "3", thema="Leefbaarheid"),
]


def test_w801_finds_an_agreement_that_says_nothing_to_hold_on_to():
    (bevinding,) = afspraak_zonder_houvast(stuk("We stemmen werk zoveel mogelijk af.", partijen=PARTIJEN))

    assert bevinding.ernst == "advies"


@pytest.mark.parametrize(
    "een",
    [
        afspraak("Partijen stemmen werk af."),
        afspraak("De corporaties stemmen werk af."),
        afspraak("Thuishaven stemt werk af."),
        afspraak("We bouwen.", getallen=(Getal(tekst="12 woningen", waarde="12", eenheid="woningen"),)),
        afspraak("We bouwen.", termijnen=(Termijn(tekst="in 2026", tot="2026-12-31"),)),
        afspraak("We stemmen werk af.", stappen=(Stap(tekst="De gemeente nodigt uit."),)),
    ],
    ids=["partijen", "soort", "naam", "getal", "termijn", "stap"],
)
def test_w801_is_silent_when_one_of_the_three_is_said(een):
    assert not afspraak_zonder_houvast(stuk(een, partijen=PARTIJEN))


@pytest.mark.parametrize(
    "tekst",
    [
        "Een prijs (€ 21.000 voor een woning (prijspeil 2023).",
        "Een prijs van € 21.000 (prijspeil",
        "Zo a) en b)).",
    ],
)
def test_w802_finds_brackets_that_do_not_match(tekst):
    assert len(haakjes_kloppen_niet(stuk(tekst))) == 1


@pytest.mark.parametrize(
    "tekst",
    [
        "Een prijs (€ 21.000).",
        "Wij doen 1) bouwen en 2) slopen.",
        "a) bouwen\nb) slopen",
        "De plannen (WUP's) zijn af.",
    ],
)
def test_w802_is_silent_on_matching_brackets_and_on_list_markers(tekst):
    assert not haakjes_kloppen_niet(stuk(tekst))


def test_w803_finds_the_priorities_that_no_agreement_takes_up():
    bevindingen = prioriteit_zonder_afspraak(stuk(*DRIE_DOELEN, **geldig("2024-01-01", "2027-12-31")))

    assert ["'Duurzaamheid'" in bevindingen[0].uitleg, "'Wonen, welzijn, zorg'" in bevindingen[1].uitleg] == [
        True
    ] * 2


def test_w803_takes_the_priorities_of_the_year_the_agreements_start():
    (ja, nee) = (
        prioriteit_zonder_afspraak(stuk(*DRIE_DOELEN, **geldig(getekend=dag)))
        for dag in ("2022-01-01", "2024-01-01")
    )

    assert any("spoedzoekers" in bevinding.uitleg for bevinding in ja)
    assert not any("spoedzoekers" in bevinding.uitleg for bevinding in nee)


def test_w803_is_silent_when_a_theme_or_a_text_takes_them_up():
    document = stuk(
        *DRIE_DOELEN,
        afspraak("Lisdodde isoleert woningen en bouwt voor senioren.", "4", thema="Overig"),
        **geldig("2024-01-01", "2027-12-31"),
    )

    assert not prioriteit_zonder_afspraak(document)


@pytest.mark.parametrize(
    "document",
    [
        stuk(*DRIE_DOELEN),
        stuk(**geldig("2024-01-01", "2027-12-31")),
        stuk(*DRIE_DOELEN, soort="jaarplan", **geldig("2024-01-01", "2027-12-31")),
        stuk(*DRIE_DOELEN, **geldig("2014-01-01", "2015-12-31")),
    ],
    ids=["geen datum", "geen afspraken", "jaarplan", "voor de eerste prioriteiten"],
)
def test_w803_is_silent_where_priorities_cannot_be_judged(document):
    assert not prioriteit_zonder_afspraak(document)
