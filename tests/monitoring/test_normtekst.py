"""Norms in words."""

from datetime import date
from decimal import Decimal

import pytest

from tests.monitoring.rapportstof import norm
from wederkerig.model.norm import Nulmeting
from wederkerig.monitoring.normtekst import day_words, norm_words

EEN = {"per": None}
CO2 = {
    "indicator": "co2-corporatie",
    "grootheid": "verandering in %",
    "eenheid": "ton CO₂",
    "nulmeting": Nulmeting(peildatum=date(2017, 12, 31)),
}


@pytest.mark.parametrize(
    ("velden", "woorden"),
    [
        ({}, "ten minste 3.341 woningen, uiterlijk eind 2026"),
        ({"relatie": "max", "waarde": 20, "eenheid": "%", **EEN}, "ten hoogste 20%"),
        ({"relatie": "circa", "waarde": 75, "ritme": "jaarlijks", **EEN}, "ongeveer 75 woningen, elk jaar"),
        ({"relatie": "gelijk", "waarde": 21000, "eenheid": "euro", **EEN}, "€ 21.000"),
        ({"relatie": "bereik", "waarde": 10, "tot": 15, "eenheid": "%", **EEN}, "10 tot 15%"),
        ({"waarde": 4, "gebied": "Beilen", **EEN}, "ten minste 4 woningen, in Beilen"),
        (
            {"relatie": "max", "waarde": -25, **CO2},
            "ten minste 25% minder dan eind 2017, uiterlijk eind 2026",
        ),
        ({"relatie": "min", "waarde": -25, **CO2, **EEN}, "ten minste 25% minder dan eind 2017"),
        (
            {"relatie": "max", "waarde": -25, **CO2, "indicator": "", **EEN},
            "ten minste 25% minder dan eind 2017",
        ),
        (
            {"relatie": "min", "waarde": -40, "grootheid": "verandering", **EEN},
            "ten hoogste 40 woningen minder",
        ),
        ({"relatie": "max", "waarde": 6, "eenheid": "maand", **EEN}, "ten hoogste 6 maanden"),
        ({"waarde": 1, **EEN}, "ten minste 1 woning"),
        (
            {
                "relatie": "max",
                "waarde": 21000,
                "eenheid": "euro",
                "ritme": "jaarlijks",
                "indexatie": Decimal("2.5"),
            },
            "ten hoogste € 21.000, elk jaar tot en met 2026, met per jaar ten hoogste 2,5% erbij",
        ),
        (
            {
                "grootheid": "verandering",
                "waarde": 102,
                "nulmeting": Nulmeting(peildatum=date(2023, 1, 1)),
                **EEN,
            },
            "ten minste 102 woningen meer dan begin 2023",
        ),
        (
            {"grootheid": "verandering", "relatie": "bereik", "waarde": -10, "tot": -15, **EEN},
            "10 tot 15 woningen minder",
        ),
        (
            {"waarde": 5, "ritme": "jaarlijks", "van": date(2025, 1, 1), "per": date(2028, 12, 31)},
            "ten minste 5 woningen, elk jaar van 2025 tot en met 2028",
        ),
        (
            {"waarde": 5, "ritme": "jaarlijks", "van": date(2025, 1, 1), "per": date(2025, 12, 31)},
            "ten minste 5 woningen, in 2025",
        ),
        ({"waarde": 5, "ritme": "jaarlijks"}, "ten minste 5 woningen, elk jaar tot en met 2026"),
        (
            {"waarde": 5, "ritme": "jaarlijks", "van": date(2025, 1, 1), **EEN},
            "ten minste 5 woningen, elk jaar vanaf 2025",
        ),
    ],
)
def test_a_norm_reads_as_it_was_promised(velden, woorden):
    amounts = {key: Decimal(velden[key]) for key in ("waarde", "tot") if key in velden}

    assert norm_words(norm("a", "1", None, **{**velden, **amounts})) == woorden


@pytest.mark.parametrize(
    ("dag", "woorden"),
    [
        (date(2026, 12, 31), "eind 2026"),
        (date(2026, 1, 1), "begin 2026"),
        (date(2026, 7, 1), "1 juli 2026"),
    ],
)
def test_a_day_at_either_end_of_a_year_is_named_after_it(dag, woorden):
    assert day_words(dag) == woorden
