"""The term, days and years."""

import pytest

from tests.checks.maken import geldig, stuk, tabel
from wederkerig.checks.looptijd import (
    aantal_jaren,
    datum_bestaat_niet,
    regeling_vervallen,
    titel_tegen_looptijd,
    visie_met_twee_looptijden,
    volgorde_van_dagen,
    weekdag_past_niet,
)
from wederkerig.model import Kader


@pytest.mark.parametrize(
    ("titel", "tekst"),
    [
        ("Prestatieafspraken 2025-2029", ""),
        ("Prestatieafspraken Elzerveen", "Meerjarige prestatieafspraken\n\n2025 - 2029\n"),
        ("Prestatieafspraken Elzerveen", "# Meerjarige prestatieafspraken 2025-2029\n\nTekst.\n"),
        ("Prestatieafspraken 2024-2028", ""),
    ],
)
def test_w401_finds_a_title_or_heading_with_another_period(titel, tekst):
    document = stuk(titel=titel, **geldig("2025-01-01", "2028-12-31"))

    (bevinding,) = titel_tegen_looptijd(document, tekst)

    assert "31 december 2028" in bevinding.uitleg


def test_w401_finds_the_title_of_a_table_with_another_period():
    voorraad = tabel("Partij | Woningen", titel="Tabel 1: groei looptijd prestatieafspraken 2025-2029")

    assert len(titel_tegen_looptijd(stuk(tabellen=(voorraad,), **geldig("2025-01-01", "2028-12-31")))) == 1


@pytest.mark.parametrize(
    ("titel", "tekst"),
    [
        ("Prestatieafspraken 2025-2028", "Prestatieafspraken 2025 tot en met 2028\n"),
        ("Prestatieafspraken", "Evaluatie prestatieafspraken 2021-2024\n"),
        ("Prestatieafspraken", "Prestatieafspraken 2021-2024\n"),
        ("Prestatieafspraken", "De prestatieafspraken sluiten aan op de Woonvisie 2025-2030\n"),
        ("Prestatieafspraken", "Afspraken over nieuwbouw 2025-2026\n"),
        (
            "Prestatieafspraken",
            "Deze prestatieafspraken volgen op die van 2025-2029, die niet door konden gaan.\n",
        ),
    ],
)
def test_w401_is_silent_on_the_same_period_and_on_other_documents(titel, tekst):
    assert not titel_tegen_looptijd(stuk(titel=titel, **geldig("2025-01-01", "2028-12-31")), tekst)


@pytest.mark.parametrize(
    ("van", "tot"),
    [("2024-12-15", "2028-12-31"), (None, "2028-12-31"), ("2025-01-01", "2029-01-01"), (None, None)],
)
def test_w401_allows_for_signing_before_the_first_year_and_ending_just_after_the_last(van, tot):
    assert not titel_tegen_looptijd(stuk(titel="Prestatieafspraken 2025-2028", **geldig(van, tot)))


def test_w402_finds_a_number_of_years_that_is_not_the_period():
    (bevinding,) = aantal_jaren(stuk("Dit geldt voor de komende drie jaar (2025 tot en met 2028)."))

    assert "is 4 jaar, geen drie" in bevinding.uitleg


@pytest.mark.parametrize(
    "tekst",
    [
        "Voor vier jaar (2025 tot en met 2028).",
        "Voor 4 jaren (2025-2028).",
        "De komende jaren (2025-2028) bouwen wij.",
    ],
)
def test_w402_is_silent_on_the_right_number(tekst):
    assert not aantal_jaren(stuk(tekst))


@pytest.mark.parametrize(
    "teksten",
    [
        (
            "De Woonvisie 2025-2030 is de basis.",
            "De looptijd van de woonvisie, dus tot en met 2029, is leidend.",
        ),
        ("De Woonvisie 2025-2030 is de basis.", "Zie de woonvisie Elzerveen 2025-2029."),
    ],
)
def test_w403_finds_a_vision_with_two_last_years(teksten):
    assert len(visie_met_twee_looptijden(stuk(*teksten))) == 1


@pytest.mark.parametrize(
    "teksten",
    [
        ("De Woonvisie 2025-2030 is de basis.", "De looptijd van de woonvisie, tot en met 2030, is leidend."),
        ("De Woonvisie 2025-2030 volgt op de Woonvisie 2020-2024.",),
        ("De Woonvisie 2025-2030 is de basis.", "De woonzorgvisie 2025-2028 hoort daarbij."),
    ],
)
def test_w403_is_silent_on_one_term_and_on_an_earlier_vision(teksten):
    assert not visie_met_twee_looptijden(stuk(*teksten))


@pytest.mark.parametrize(
    "dagen",
    [("2028-01-01", "2025-12-31", None), ("2022-01-01", "2025-12-31", "2026-02-01")],
    ids=["om", "na"],
)
def test_w404_finds_days_in_the_wrong_order(dagen):
    assert len(volgorde_van_dagen(stuk(**geldig(*dagen)))) == 1


@pytest.mark.parametrize(
    "dagen",
    [("2025-01-01", "2028-12-31", "2024-12-12"), ("2025-01-01", None, "2025-02-01"), (None, None, None)],
)
def test_w404_is_silent_on_days_in_order(dagen):
    assert not volgorde_van_dagen(stuk(**geldig(*dagen)))


@pytest.mark.parametrize(
    "dag", ["31 november 2025", "30 februari", "29 februari 2025", "31 juni", "0 maart 2025"]
)
def test_w405_finds_a_day_that_does_not_exist(dag):
    (bevinding,) = datum_bestaat_niet(stuk(f"De gemeente levert het plan voor {dag}."))

    assert dag in bevinding.uitleg


@pytest.mark.parametrize(
    "dag", ["30 november 2025", "29 februari", "29 februari 2024", "31 juli", "15 december 2025"]
)
def test_w405_is_silent_on_days_that_exist(dag):
    assert not datum_bestaat_niet(stuk(f"De gemeente levert het plan voor {dag}."))


def test_w406_finds_a_weekday_that_is_not_that_day():
    (bevinding,) = weekdag_past_niet(stuk("Het overleg is op dinsdag 15 december 2025."))

    assert "is een maandag, geen dinsdag" in bevinding.uitleg


def test_w406_is_silent_on_the_right_weekday():
    assert not weekdag_past_niet(stuk("Het overleg is op maandag 15 december 2025 en elke dinsdag 3 maart."))


def test_w407_finds_a_rule_that_was_gone_when_the_document_was_signed():
    document = stuk("De verhuurdersheffing remt de bouw.", **geldig("2025-01-01", "2028-12-31"))

    (bevinding,) = regeling_vervallen(document)

    assert "1 januari 2023" in bevinding.uitleg


def test_w407_dates_an_updated_document_by_its_title_page():
    tekst = "Prestatieafspraken 2022-2025\n(inclusief aanvullingen jaarplan 2025)\n\nHet Bouwbesluit geldt.\n"

    assert len(regeling_vervallen(stuk(**geldig("2022-01-01", "2025-12-31")), tekst)) == 1


@pytest.mark.parametrize(
    ("tekst", "van"),
    [
        ("De verhuurdersheffing remt de bouw.", "2022-01-01"),
        ("Nu de verhuurdersheffing is afgeschaft, bouwen wij meer.", "2025-01-01"),
        ("Het Besluit bouwwerken leefomgeving geldt.", "2025-01-01"),
    ],
)
def test_w407_is_silent_on_rules_still_in_force_or_said_to_be_gone(tekst, van):
    assert not regeling_vervallen(stuk(tekst, **geldig(van, None)))


def test_w407_looks_in_the_annex_too():
    document = stuk(
        kaders=(Kader(niveau="Landelijk", titel="Bouwbesluit 2012"),), **geldig("2025-01-01", None)
    )

    assert len(regeling_vervallen(document)) == 1
