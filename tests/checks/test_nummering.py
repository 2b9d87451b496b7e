"""Numbers of agreements, references, sentences that stand twice."""

import pytest

from tests.checks.maken import afspraak, met_plaats, stuk, tabel
from wederkerig.checks.nummering import (
    afspraak_bestaat_niet,
    nummering_loopt_niet_door,
    tabel_bestaat_niet,
    zin_staat_twee_keer,
)
from wederkerig.model import Thema


def genummerd(*nummers, thema=None):
    return [afspraak("De gemeente doet iets.", nummer, thema=thema) for nummer in nummers]


@pytest.mark.parametrize(
    ("tekst", "nummer"),
    [
        ("Zie ook afspraak 7.", "7"),
        ("Dit volgt uit de afspraken 1 en 9.", "9"),
        ("Zoals in afspraak nr. 12a staat.", "12a"),
    ],
)
def test_w501_finds_a_reference_to_an_agreement_that_is_not_there(tekst, nummer):
    (bevinding,) = afspraak_bestaat_niet(stuk(tekst, "De gemeente helpt.", "Lisdodde bouwt."))

    assert f"afspraak {nummer}," in bevinding.uitleg


@pytest.mark.parametrize(
    "tekst",
    [
        "Zie afspraak 2 en de afspraken 1 t/m 3.",
        "Dit is deel b van afspraak 2a.",
        "Wij maken afspraken 2025 af.",
        "Zie afspraak 14 uit het jaarplan 2024.",
        "Zie afspraak 7 van het convenant.",
        "De prestatieafspraken 8 jaar geleden waren anders.",
        "Wij maken afspraken over 8 projecten.",
    ],
)
def test_w501_is_silent_on_references_that_lead_somewhere(tekst):
    assert not afspraak_bestaat_niet(stuk(tekst, "De gemeente helpt.", "Lisdodde bouwt."))


def test_w501_knows_a_number_that_stands_for_all_below_it():
    afspraken = [afspraak("Zie afspraak 1.4 en 2.1.", "1.4.1"), *genummerd("1.4.2", "2.1.1")]

    assert not afspraak_bestaat_niet(stuk(*afspraken))


def test_w501_says_nothing_of_a_year_plan():
    assert not afspraak_bestaat_niet(stuk("Zie afspraak 40.", soort="jaarplan"))


def test_w502_finds_a_table_that_is_not_there():
    document = stuk("Zie tabel 3.", tabellen=(tabel("a | b", titel="Tabel 1: voorraad"),))

    assert len(tabel_bestaat_niet(document)) == 1


@pytest.mark.parametrize("titel", ["Tabel 3: voorraad", "Voorraad"])
def test_w502_is_silent_when_the_table_is_there_or_tables_have_no_numbers(titel):
    assert not tabel_bestaat_niet(stuk("Zie tabel 3.", tabellen=(tabel("a | b", titel=titel),)))


@pytest.mark.parametrize(
    ("nummers", "zegt"),
    [
        (("1", "2", "4"), "nummer 3 ontbreekt"),
        (("1", "2", "6"), "3 tot en met 5 ontbreekt"),
        (("1", "2", "2", "3"), "twee keer"),
        (("1", "2", "3", "2", "4"), "loopt terug"),
        (("1.1", "1.2", "1.4"), "nummer 3 ontbreekt"),
        (("A1", "A3", "B1"), "nummer 2 ontbreekt"),
        (("12a", "12a"), "twee keer"),
    ],
)
def test_w503_finds_numbers_that_skip_repeat_or_go_back(nummers, zegt):
    bevindingen = nummering_loopt_niet_door(stuk(*genummerd(*nummers)))

    assert zegt in bevindingen[0].uitleg


@pytest.mark.parametrize(
    "nummers",
    [
        ("1", "2", "3"),
        ("7", "8", "9"),
        ("1.", "2.", "3."),
        ("1.1", "1.2", "2.1", "2.2"),
        ("A1", "A2", "B1", "B2"),
        ("11", "12a", "12b", "13"),
        ("1", "2", "1", "2", "3"),
        ("", "", ""),
        ("I", "II", "III"),
    ],
)
def test_w503_is_silent_on_numbers_that_run_on_or_start_again(nummers):
    assert not nummering_loopt_niet_door(stuk(*genummerd(*nummers)))


def test_w503_takes_themes_that_count_anew_one_by_one():
    wonen, zorg = genummerd("1", "2", "3", thema="Wonen"), genummerd("1", "3", thema="Zorg")

    assert len(nummering_loopt_niet_door(stuk(*wonen, *zorg))) == 1
    assert not nummering_loopt_niet_door(stuk(*wonen, *genummerd("1", "2", thema="Zorg")))


def test_w503_says_nothing_of_a_year_plan():
    assert not nummering_loopt_niet_door(stuk(*genummerd("2", "5", "9"), soort="jaarplan"))


def test_w503_is_silent_when_the_missing_number_stands_in_the_text():
    tekst = "1. Lisdodde bouwt.\n\n2. Niet als afspraak gelezen\n\n3. Thuishaven sloopt.\n"
    afspraken = [met_plaats(tekst, "Lisdodde bouwt."), met_plaats(tekst, "Thuishaven sloopt.", nummer="3")]

    assert not nummering_loopt_niet_door(stuk(*afspraken), tekst)
    assert len(nummering_loopt_niet_door(stuk(*afspraken), tekst.replace("2. ", "- "))) == 1


ZIN = (
    "De corporaties onderzoeken in het voorjaar met alle huurders of gemeenschappelijke tuinen haalbaar zijn."
)


def test_w504_finds_a_long_sentence_that_stands_twice():
    (bevinding,) = zin_staat_twee_keer(stuk(ZIN, "De gemeente helpt.", ZIN))

    assert bevinding.plaats == "afspraak 1 <-> afspraak 3"


def test_w504_finds_it_in_the_introduction_of_a_theme_and_with_a_word_changed():
    thema = Thema(titel="Wonen", context=ZIN.replace("haalbaar zijn", "haalbaar mogen zijn"))

    assert len(zin_staat_twee_keer(stuk(ZIN, themas=(thema,)))) == 1


@pytest.mark.parametrize(
    "andere",
    [
        "De gemeente helpt.",
        "De corporaties onderzoeken in het voorjaar of alle huurders al zonnepanelen op het dak willen.",
    ],
)
def test_w504_is_silent_on_short_and_on_different_sentences(andere):
    assert not zin_staat_twee_keer(stuk(ZIN, "De gemeente helpt.", andere))
