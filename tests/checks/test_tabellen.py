"""Tables that add up and tables that do not."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.checks.maken import met_tabel, stuk, tabel
from wederkerig.checks.tabellen import saldo_klopt_niet, totaal_klopt_niet

VOORRAAD = (
    "Stand 1-1-2025 | Lisdodde | Thuishaven | Totaal",
    "Sociale huurwoningen | 1.204 | 860 | 2.064",
    "Zorgplaatsen | 35 | 12 | 47",
    "Standplaatsen | 8 | 0 | 8",
    "Totaal bezit | 1.247 | 872 | 2.119",
)
GROEI = (
    "2025 t/m 2028 | Lisdodde | Thuishaven | Totaal",
    "Sloop/verkoop | 40 | 25 | 65",
    "Nieuwbouw | 130 | 70 | 200",
    "Netto toevoeging | +90 | +45 | +135",
)
STANDEN = (
    " | Beginstand 31-12-2024 | Toevoeging | Vervanging (sloop- nieuwbouw) | Verkoop- prognose | Eindstand",
    "Lisdodde | 1.204 | 90 | 60 sloop, 60 nieuwbouw = 0 | 14 | 1.280",
    "Thuishaven | 860 | 45 (waarvan 20 fictief)* | 0 | 5 | 900",
    "TOTAAL | 2.064 | 135 | 0 | 19 | 2.180",
)
GEGROEPEERD = (
    " | | Gemeente Elzerveen*",
    "Aantal sociale huurwoningen 1-11-2024 | Lisdodde | 1.205",
    " | Thuishaven | 860",
    " | Totaal | 2.065",
    "Verwachte ontwikkeling t/m 2028 | Lisdodde | -15",
    " | Thuishaven | 40",
    " | Totaal | 25",
    "Prognose aantal woningen eind 2028 | Lisdodde | 1.190",
    " | Thuishaven | 900",
    " | Totaal | 2.090",
)
BLOKKEN = (
    "Lisdodde | 2025 | 2026 | 2027-2030",
    "Aantal sloop | -20 | -35 | -90",
    "Aantal nieuwbouw | 44 | 60 | 150",
    "Voorraadontwikkeling | 24 | 25 | 60",
    "Flexwoningen | | 30 | ",
    "Voorraadontwikkeling inclusief flexwoningen | | 55 | ",
    "Thuishaven | 2025 | 2026 | ",
    "Aantal sloop | -5 | 0 | ",
    "Aantal nieuwbouw | 25 | 12 | ",
    "Voorraadontwikkeling | 20 | 12 | ",
    "Totaal Lisdodde en Thuishaven inclusief flexwoningen | 44 | 67 | 60",
)
GOED = (VOORRAAD, GROEI, STANDEN, GEGROEPEERD, BLOKKEN)


def alles(document):
    return [*totaal_klopt_niet(document), *saldo_klopt_niet(document)]


def veranderd(regels, oud, nieuw):
    assert any(oud in regel for regel in regels)
    return tuple(regel.replace(oud, nieuw) for regel in regels)


@pytest.mark.parametrize("regels", GOED, ids=["totalen", "netto", "standen", "groepen", "blokken"])
def test_w101_and_w102_are_silent_on_tables_that_add_up(regels):
    assert alles(met_tabel(*regels)) == []


@pytest.mark.parametrize(
    ("regels", "oud", "nieuw"),
    [
        (VOORRAAD, "2.119", "2.120"),
        (VOORRAAD, "| 47", "| 48"),
        (VOORRAAD, "1.247", "1.274"),
        (STANDEN, "2.064", "2.046"),
        (GEGROEPEERD, "2.065", "2.060"),
        (BLOKKEN, "| 44 | 67", "| 44 | 76"),
    ],
)
def test_w101_finds_a_total_that_is_wrong(regels, oud, nieuw):
    bevindingen = totaal_klopt_niet(met_tabel(*veranderd(regels, oud, nieuw)))

    assert [bevinding.code for bevinding in bevindingen] == ["W101"]


@pytest.mark.parametrize(
    ("regels", "oud", "nieuw"),
    [
        (BLOKKEN, "| 25 | 60", "| 26 | 60"),
        (BLOKKEN, "| 20 | 12 |", "| 20 | 21 |"),
        (BLOKKEN, "| 55 |", "| 45 |"),
        (GEGROEPEERD, "1.190", "1.290"),
    ],
)
def test_w102_finds_a_balance_that_is_wrong(regels, oud, nieuw):
    bevindingen = saldo_klopt_niet(met_tabel(*veranderd(regels, oud, nieuw)))

    assert "W102" in [bevinding.code for bevinding in bevindingen]


def test_a_cell_that_repairs_row_and_column_is_named_once():
    fout = veranderd(GROEI, "| 65", "| 64")

    (bevinding,) = alles(met_tabel(*fout))

    assert bevinding.code == "W101"
    assert "rij 'Sloop/verkoop', kolom 'Totaal'" in bevinding.plaats
    assert "40 + 25 = 65, maar er staat 64" in bevinding.uitleg
    assert "met 65 in plaats van 64" in bevinding.advies


DOORGEWERKT = (
    "jaar | Noord | Zuid | Totaal",
    "2025 | 10 | 12 | 22",
    "2026 | 5 | 10 | 16",
    "Totaal | 15 | 22 | 38",
)


@pytest.mark.parametrize(
    ("regels", "plaats", "som"),
    [
        (DOORGEWERKT, "rij '2026', kolom 'Totaal'", "5 + 10 = 15, maar er staat 16"),
        (
            ("jaar | A | B | Totaal", "N | 10 | 5 | 15", "Z | 12 | 10 | 22", "Totaal | 22 | 16 | 38"),
            "rij 'Totaal', kolom 'B'",
            "5 + 10 = 15, maar er staat 16",
        ),
        (
            (*DOORGEWERKT[:3], "2027 | 4 | 6 | 10", "Totaal | 19 | 28 | 48"),
            "rij '2026', kolom 'Totaal'",
            "5 + 10 = 15, maar er staat 16",
        ),
        (
            ("Buurt | Sloop | Nieuwbouw | Saldo", "N | 4 | 9 | 5", "Z | 2 | 8 | 7", "Totaal | 6 | 17 | 12"),
            "rij 'Z', kolom 'Saldo'",
            "-2 + 8 = 6, maar er staat 7",
        ),
    ],
    ids=["row", "column", "three rows", "balance"],
)
def test_a_wrong_number_that_is_carried_into_the_grand_total_is_named_once(regels, plaats, som):
    (bevinding,) = alles(met_tabel(*regels))

    assert plaats in bevinding.plaats
    assert som in bevinding.uitleg


def test_two_wrong_rows_carried_into_the_grand_total_are_more_than_one_sound_row_bears_out():
    regels = (*DOORGEWERKT[:3], "2027 | 4 | 6 | 13", "Totaal | 19 | 28 | 51")

    assert alles(met_tabel(*regels)) == []


def test_the_place_names_the_table_and_the_agreement():
    fout = met_tabel(*veranderd(VOORRAAD, "2.119", "2.120"), titel="Tabel 2: bezit", afspraak="4")

    (bevinding,) = alles(fout)

    assert bevinding.plaats.startswith("tabel 'Tabel 2: bezit' bij afspraak 4, ")


@pytest.mark.parametrize(
    "regels",
    [
        # an average below percentages
        (
            "Huurklasse | Lisdodde | Thuishaven | Totaal",
            "Betaalbaar | 80% | 60% | 72%",
            "Duur | 20% | 40% | 28%",
        ),
        # stock at moments after one another is no sum
        (
            " | 2025 | 2026 | 2027 | Totaal",
            "Nieuwbouw | 10 | 20 | 30 | 60",
            "Voorraad | 810 | 830 | 860 | 860",
        ),
        # parts of a row above
        (
            " | Woningen",
            "Sociale huur | 500",
            "waarvan voor ouderen | 120",
            "Middenhuur | 80",
            "Totaal | 580",
        ),
        # an unlabelled hierarchy
        (
            " | Woningen",
            "Zelfstandig | 300",
            "Onzelfstandig | 200",
            "DAEB | 500",
            "Niet-DAEB | 40",
            "Totaal | 540",
        ),
        # something not known yet
        ("Jaar | Nieuwbouw", "2025 | 12", "2026 | p.m.", "Totaal | 40"),
        # rents are not added
        ("Type | Gemiddelde huur", "Eengezins | 610", "Appartement | 580", "Totaal | 598"),
        # a range
        ("Buurt | Woningen", "Noord | 10-15", "Zuid | 20", "Totaal | 35"),
        # a table of words
        ("Termijn | Overleg", "Maart 2025 | ambtelijk", "Totaal | vier keer"),
        # nothing adds up: these numbers are something else than parts
        (" | Vraag | Aanbod", "Ouderen | 30 | 12", "Jongeren | 14 | 9", "Totaal | 90 | 70"),
    ],
    ids=["gemiddelde", "standen", "waarvan", "onderverdeling", "p.m.", "huur", "bereik", "woorden", "anders"],
)
def test_w101_is_silent_where_the_structure_is_not_understood(regels):
    assert alles(met_tabel(*regels)) == []


def test_w101_leaves_room_for_rounding_where_the_table_says_so():
    regels = ("Buurt | Woningen", "Noord | 105", "Zuid | 210", "Totaal | 320")

    assert alles(met_tabel(*regels, titel="Woningen per buurt, afgerond op vijftallen")) == []
    assert len(alles(met_tabel(*regels))) == 1


def test_w101_checks_percentages_only_against_a_hundred():
    goed = ("Klasse | Aandeel", "Laag | 33%", "Midden | 33%", "Hoog | 33%", "Totaal | 100%")
    fout = ("Klasse | Deel", "Laag | 33%", "Midden | 23%", "Hoog | 33%", "Totaal | 100%")

    assert alles(met_tabel(*goed)) == []
    assert len(alles(met_tabel(*fout))) == 1


def test_a_table_whose_heading_was_read_as_a_row_is_understood():
    regels = ("Stand | Lisdodde | Thuishaven | Totaal", *VOORRAAD[1:])

    assert alles(stuk(tabellen=(tabel("", *regels),))) == []
    assert len(alles(stuk(tabellen=(tabel("", *veranderd(regels, "2.119", "2.191")),)))) == 1


@st.composite
def kloppende_tabel(draw):
    """Numbers with totals for rows and columns."""
    rijen, kolommen = draw(st.integers(2, 5)), draw(st.integers(2, 4))
    getal = st.integers(0, 9_000)
    inhoud = [[draw(getal) for _ in range(kolommen)] for _ in range(rijen)]
    for rij in inhoud:
        rij.append(sum(rij))
    return [*inhoud, [sum(kolom) for kolom in zip(*inhoud, strict=True)]]


def als_tabel(inhoud):
    kop = " | ".join(["", *(f"Buurt {nr}" for nr in range(1, len(inhoud[0]))), "Totaal"])
    regels = [
        " | ".join([f"Soort {nr}", *(f"{getal:,}".replace(",", ".") for getal in rij)])
        for nr, rij in enumerate(inhoud, start=1)
    ]
    return met_tabel(kop, *regels[:-1], regels[-1].replace(f"Soort {len(inhoud)}", "Totaal"))


@settings(max_examples=60, deadline=None)
@given(kloppende_tabel())
def test_a_table_that_adds_up_gives_no_finding(inhoud):
    assert alles(als_tabel(inhoud)) == []


@settings(max_examples=60, deadline=None)
@given(kloppende_tabel(), st.data())
def test_one_changed_number_gives_one_finding(inhoud, data):
    assume(
        sum(bool(getal) for rij in inhoud[:-1] for getal in rij[:-1])
        == (len(inhoud) - 1) * (len(inhoud[0]) - 1)
    )
    rij = data.draw(st.integers(0, len(inhoud) - 1))
    kolom = data.draw(st.integers(0, len(inhoud[0]) - 1))
    inhoud[rij][kolom] += data.draw(st.integers(1, 5_000))

    assert len(alles(als_tabel(inhoud))) == 1
