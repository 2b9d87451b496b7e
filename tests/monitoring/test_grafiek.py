"""What a chart shows as data, and the table behind it."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from wederkerig.monitoring.grafiek import Band, Grafiek, Reeks, dutch, is_empty, table, with_unit


def grafiek(*reeksen, eenheid="woningen", **anders):
    return Grafiek(
        soort="lijn met doel en band",
        titel="Voorraad",
        beschrijving="De voorraad.",
        eenheid=eenheid,
        x=("2025", "2026"),
        x_naam="Jaar",
        reeksen=reeksen,
        **anders,
    )


def test_the_table_has_a_row_for_each_place_and_a_column_for_all_that_is_drawn():
    voorraad = grafiek(
        Reeks(naam="stand", waarden=(3262, None)),
        doel=Reeks(naam="doel", waarden=(None, 3341)),
        band=Band(naam="band", onder=(None, 3308), boven=(None, 3349)),
    )

    assert table(voorraad) == (
        ("Jaar", "stand (woningen)", "band, van (woningen)", "band, tot (woningen)", "doel (woningen)"),
        (("2025", "3.262", "–", "–", "–"), ("2026", "–", "3.308", "3.349", "3.341")),
    )


@pytest.mark.parametrize(
    ("eenheid", "kop", "cel"),
    [("%", "aandeel", "85,5%"), ("euro", "aandeel", "€ 85,5"), ("", "aandeel", "85,5")],
)
def test_a_sign_of_a_unit_stands_with_each_figure(eenheid, kop, cel):
    (_, head), rows = table(grafiek(Reeks(naam="aandeel", waarden=("85.5", None)), eenheid=eenheid))

    assert (head, rows[0][1]) == (kop, cel)


def test_a_series_of_another_length_is_refused_with_what_is_wrong():
    with pytest.raises(ValidationError, match="‘stand’ heeft 1 cijfers en de grafiek 2 plaatsen"):
        grafiek(Reeks(naam="stand", waarden=(1,)))


@pytest.mark.parametrize(
    ("getal", "tekst"),
    [
        ("3341", "3.341"),
        ("-1.5", "-1,5"),
        ("0.005", "0"),
        ("-0.001", "0"),
        ("2.999", "3"),
        ("1234567.899", "1.234.567,9"),
        ("1E+25", "10.000.000.000.000.000.000.000.000"),
    ],
)
def test_numbers_are_written_the_dutch_way_with_at_most_two_decimals(getal, tekst):
    assert dutch(Decimal(getal)) == tekst


def test_a_unit_without_a_sign_is_not_written_with_the_figure():
    assert with_unit(Decimal(40), "woningen") == "40"


def test_a_chart_without_figures_is_empty():
    assert is_empty(grafiek())
    assert is_empty(grafiek(Reeks(naam="stand", waarden=(None, None))))
    assert not is_empty(grafiek(Reeks(naam="stand", waarden=(None, 0))))
