"""Numbers in the text, shares of one whole, energy labels."""

import pytest

from tests.checks.maken import met_plaats, stuk, tabel
from wederkerig.checks.aandelen import hogere_grens_kleiner_deel, meer_dan_honderd
from wederkerig.checks.energie import index_past_niet
from wederkerig.checks.getallen import (
    aantal_klopt_niet,
    samen_klopt_niet,
    wijkt_af_van_tabel,
)

STANDEN = tabel(
    " | Beginstand | Toevoeging | Verkoop | Eindstand",
    "Lisdodde | 1.204 | 90 | 14 | 1.280",
    "Totaal | 1.204 | 90 | 14 | 1.280",
    titel="Tabel 1: voorraad",
)


def met_standen(tekst):
    return stuk(tekst, tabellen=(STANDEN,))


def test_w201_is_silent_when_text_and_table_agree():
    tekst = "Eind 2028 zijn er 1.280 woningen (zie tabel 1). Dat is een netto toename van 76 woningen."

    assert not wijkt_af_van_tabel(met_standen(tekst))


@pytest.mark.parametrize(
    "tekst",
    [
        "Eind 2028 zijn er 1.820 woningen (zie tabel 1).",
        "Eind 2028 zijn er 1.280 woningen (zie tabel 1). Dat is een netto-toename van 86 woningen.",
    ],
)
def test_w201_finds_a_number_that_the_table_does_not_bear_out(tekst):
    (bevinding,) = wijkt_af_van_tabel(met_standen(tekst))

    assert bevinding.plaats == "afspraak 1 <-> Tabel 1: voorraad"


@pytest.mark.parametrize(
    "tekst",
    [
        "In het jaar 2028 zijn er 1.820 woningen.",  # says nothing of a table
        "Er zijn 1.820 woningen (zie tabel 4).",  # another check's subject
    ],
)
def test_w201_leaves_numbers_alone_that_name_no_table(tekst):
    assert not wijkt_af_van_tabel(met_standen(tekst))


def test_w203_finds_shares_that_do_not_make_the_sum():
    (bevinding,) = samen_klopt_niet(
        stuk("Lisdodde (7) en Thuishaven (10) realiseren samen 18 standplaatsen.")
    )

    assert "7 + 10 = 17, maar er staat samen 18" in bevinding.uitleg


@pytest.mark.parametrize(
    "tekst",
    [
        "Lisdodde (7) en Thuishaven (10) realiseren samen 17 standplaatsen.",
        "Lisdodde (7) en Thuishaven (10) werken samen aan standplaatsen.",
        "Lisdodde (zie 7) en Thuishaven realiseren samen 17 standplaatsen.",
        "Lisdodde (7) bouwt samen met 2 andere partijen.",
    ],
)
def test_w203_is_silent_on_sums_that_are_right_or_no_sums(tekst):
    assert not samen_klopt_niet(stuk(tekst))


KLASSEN = (
    "Van de woningen die vrijkomen valt:\n- {}% onder de kwaliteitskortingsgrens;\n- {}% tussen deze grens en\
 de eerste aftoppingsgrens;\n- {}% daarboven."
)


def test_w204_finds_classes_that_make_more_than_a_hundred():
    (bevinding,) = meer_dan_honderd(stuk(KLASSEN.format(25, 50, 35)))

    assert bevinding.plaats == "afspraak 1"
    assert "25% + 50% + 35% = 110%" in bevinding.uitleg


def test_w204_finds_segments_that_make_more_than_a_hundred():
    tekst = "Het programma telt 30% sociale huur, 40% middenhuur en 40% koop."

    assert len(meer_dan_honderd(stuk(tekst))) == 1


def test_w204_finds_a_column_of_shares_that_make_more_than_a_hundred():
    kop = "Klasse | Aandeel"
    fout = tabel(kop, "Laag | 45%", "Midden | 45%", "Hoog | 20%")
    goed = tabel(kop, "Laag | 45%", "Midden | 35%", "Hoog | 20%")

    assert len(meer_dan_honderd(stuk(tabellen=(fout, goed)))) == 1


@pytest.mark.parametrize(
    "tekst",
    [
        KLASSEN.format(25, 50, 25),
        "De norm:\n- minimaal 85% onder de eerste grens\n- minimaal 95% onder de tweede grens",
        "Er geldt:\n- maximaal 60% tussen de grenzen\n- maximaal 60% boven de grens",
        "Lisdodde heeft 85% van haar bezit onder de grens en Thuishaven 74%.",
        "Het programma telt 30% sociale huur, 30% middenhuur en 40% koop.",
        "De opkomst was 60%.\n- 80% van de huurders is tevreden\n- 70% voelt zich veilig",
    ],
)
def test_w204_is_silent_on_shares_that_fit_or_overlap(tekst):
    assert not meer_dan_honderd(stuk(tekst))


def test_w205_finds_a_larger_share_below_the_lower_limit():
    tekst = "Minimaal 95% blijft onder de eerste aftoppingsgrens en 85% onder de tweede aftoppingsgrens."

    assert len(hogere_grens_kleiner_deel(stuk(tekst))) == 1


@pytest.mark.parametrize(
    "tekst",
    [
        "Minimaal 85% blijft onder de eerste aftoppingsgrens en 95% onder de tweede aftoppingsgrens.",
        "Er ligt 80% onder de eerste aftoppingsgrens en 10% tussen de eerste en tweede aftoppingsgrens.",
        "Van het bezit ligt 80% onder de eerste aftoppingsgrens.",
    ],
)
def test_w205_is_silent_on_shares_that_rise(tekst):
    assert not hogere_grens_kleiner_deel(stuk(tekst))


LIJST = (
    "Dit stuk bestaat uit {} delen:\n\n- Deel 1: rollen\n- Deel 2: samenwerking\n- Deel 3: thema's\n\n"
    "Daarna volgt meer.\n"
)


def test_w206_finds_a_list_that_is_shorter_than_announced():
    (bevinding,) = aantal_klopt_niet(stuk(), LIJST.format("vier"))

    assert "vier delen" in bevinding.uitleg
    assert "somt er 3 op" in bevinding.uitleg


@pytest.mark.parametrize(
    "tekst",
    [
        LIJST.format("drie"),
        LIJST.format("3"),
        "We werken met vier partijen. Zij doen dit:\n- bouwen\n- verhuren\n",
        "Er zijn vijf thema's: wonen, zorg, huur, buurt en samenwerking.\n",
    ],
)
def test_w206_is_silent_on_lists_of_the_right_length_and_on_other_text(tekst):
    assert not aantal_klopt_niet(stuk(), tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "Voorrang krijgen woningen met een lage energie-index (2,11 of meer).",
        "Woningen met een energie-index van 1,95 (label B) worden verbeterd.",
        "Een hoge energie-index (1,10) is het doel.",
    ],
)
def test_w207_finds_an_index_that_does_not_fit_its_label_or_its_name(tekst):
    assert len(index_past_niet(stuk(tekst))) == 1


@pytest.mark.parametrize(
    "tekst",
    [
        "Voorrang krijgen woningen met een hoge energie-index (2,11 / voormalig label E of slechter).",
        "Nieuwe woningen krijgen een lage energie-index (0,80).",
        "Het doel is een energie-index tussen 1,41 en 1,80 (voormalig label C).",
        "De energie-index is gemiddeld 1,60 (label C).",
        "Wij hanteren energielabel C.",
    ],
)
def test_w207_is_silent_where_index_and_label_fit(tekst):
    assert not index_past_niet(stuk(tekst))


def test_a_finding_points_to_its_place_in_the_text():
    tekst = "Inleiding.\n\n1. Lisdodde (7) en Thuishaven (10) bouwen samen 18 woningen.\n"
    document = stuk(met_plaats(tekst, "Lisdodde (7) en Thuishaven (10) bouwen samen 18 woningen."))

    (bevinding,) = samen_klopt_niet(document, tekst)

    assert tekst[bevinding.bron.van : bevinding.bron.tot] == bevinding.bron.citaat
    assert bevinding.bron.citaat.startswith("Lisdodde (7)")
    assert bevinding.plaats == "afspraak 1"
