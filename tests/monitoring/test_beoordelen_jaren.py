"""A norm that holds in every year: each year by itself, and the years together."""

from datetime import date
from decimal import Decimal

import pytest

from tests.monitoring.maken import (
    AFWIJKEND,
    OP,
    jaar,
    norm,
    nul,
    over,
    som,
    stand,
    status,
    vrije_ruimte,
)
from wederkerig.monitoring.beoordelen import beoordeel

BEGIN, NU = date(2023, 1, 1), date(2025, 7, 1)


@pytest.mark.parametrize(
    ("waarden", "op", "verwacht"),
    [
        ((19, 18, 20, 17), date(2026, 4, 1), "gehaald"),
        ((19, 21, 20, 17), date(2026, 4, 1), "niet gehaald"),
        ((19, None, 20, 17), date(2026, 4, 1), "geen cijfers"),
        ((19, 21, 20), date(2025, 4, 1), "achter"),
        ((19, 18, 20), date(2025, 4, 1), "op koers"),
        ((), date(2022, 4, 1), "te vroeg"),
        ((19,), date(2023, 4, 1), "op koers"),
        ((19,), date(2023, 9, 2), "geen cijfers"),
        ((19, None), date(2024, 4, 1), "geen cijfers"),  # 2024 has only begun, and hides nothing of 2023
    ],
)
def test_a_yearly_norm_must_hold_in_every_year(waarden, op, verwacht):
    held = vrije_ruimte(partijen=("Aster",))
    given = [
        jaar(2022 + n, waarde, indicator=AFWIJKEND) for n, waarde in enumerate(waarden) if waarde is not None
    ]

    assert status(held, given, op=op) == verwacht


def test_a_new_year_does_not_hide_how_the_year_before_it_went():
    held = vrije_ruimte(partijen=("Aster",))
    half = [over(date(2022, 1, 1), date(2022, 6, 30), 30, indicator=AFWIJKEND)]

    assert [status(held, half, op=op) for op in (date(2022, 12, 31), date(2023, 1, 2))] == ["achter"] * 2


def test_of_a_year_that_has_only_begun_nothing_is_missing():
    beoordeling = beoordeel(
        vrije_ruimte(partijen=("Aster",)), [jaar(2022, 19, indicator=AFWIJKEND)], op=date(2023, 4, 1)
    )

    assert beoordeling.let_op == ()


def test_shares_that_cannot_be_taken_together_are_told_as_such():
    given = [jaar(2022, 19, partij, indicator=AFWIJKEND) for partij in ("Aster", "Bloem")]
    beoordeling = beoordeel(vrije_ruimte(), given, op=date(2023, 4, 1))

    assert beoordeling.som == (
        "Elk jaar ten hoogste 20%; 2022: met de cijfers is niet te rekenen (geen cijfers); "
        "2023: er zijn nog geen cijfers van Aster en Bloem (te vroeg)"
    )
    assert beoordeling.let_op == (
        "Bij Aster en Bloem ontbreekt waarvan het een deel is; samennemen kan zo niet.",
    )


def test_each_year_is_judged_by_itself():
    held = vrije_ruimte(partijen=("Aster",))
    given = [jaar(2022, 19, indicator=AFWIJKEND), jaar(2023, 21, indicator=AFWIJKEND)]
    beoordeling = beoordeel(held, given, op=date(2024, 4, 1))

    assert [(each.jaar, each.status, each.tekort) for each in beoordeling.jaren] == [
        (2022, "gehaald", 0),
        (2023, "niet gehaald", 1),
        (2024, "te vroeg", None),
    ]
    assert beoordeling.slot == "in 2023 1 procentpunt te veel"


def test_a_yearly_maximum_of_a_stand_holds_all_the_year():
    held = norm("100", relatie="max", ritme="jaarlijks", van=date(2024, 1, 1), per=date(2024, 12, 31))
    lower = held.model_copy(update={"relatie": "min"})
    given = [stand(date(2024, 7, 1), 101), stand(date(2025, 1, 1), 99)]

    assert beoordeel(held, given, op=OP).status == "niet gehaald"
    assert beoordeel(held, given, op=OP).stand == 101
    assert (
        beoordeel(lower, [stand(date(2024, 7, 1), 99), stand(date(2025, 1, 1), 101)], op=OP).status
        == "gehaald"
    )


def test_of_several_figures_above_a_yearly_maximum_the_worst_is_told():
    held = norm("100", relatie="max", ritme="jaarlijks", van=date(2024, 1, 1), per=date(2024, 12, 31))
    given = [stand(date(2024, 4, 1), 101), stand(date(2024, 7, 1), 110), stand(date(2024, 10, 1), 105)]

    assert beoordeel(held, given, op=OP).stand == 110


def test_a_figure_on_the_first_of_january_is_of_the_year_before():
    held = norm("100", ritme="jaarlijks", van=date(2023, 1, 1), per=date(2024, 12, 31))
    beoordeling = beoordeel(held, [stand(date(2024, 1, 1), 100)], op=OP)

    assert [(each.jaar, each.status) for each in beoordeling.jaren] == [
        (2023, "gehaald"),
        (2024, "geen cijfers"),
    ]


def test_growth_in_each_year_is_counted_from_its_first_day():
    held = norm(
        "30", grootheid="verandering", ritme="jaarlijks", van=date(2023, 1, 1), per=date(2024, 12, 31)
    )
    given = [stand(date(2023, 1, 1), 100), stand(date(2024, 1, 1), 130), stand(date(2025, 1, 1), 159)]
    beoordeling = beoordeel(held, given, op=OP)

    assert [each.status for each in beoordeling.jaren] == ["gehaald", "niet gehaald"]


def test_a_fall_in_each_year_is_counted_from_the_year_before():
    held = norm(
        "-3",
        relatie="max",
        indicator="co2-corporatie",
        grootheid="verandering in %",
        eenheid="%",
        ritme="jaarlijks",
        van=date(2023, 1, 1),
        per=date(2024, 12, 31),
    )
    given = [
        jaar(year, waarde, indicator=held.indicator)
        for year, waarde in ((2022, 1000), (2023, 960), (2024, 940))
    ]

    assert som(held, given) == (
        "Elk jaar ten minste 3% minder dan het jaar ervoor; "
        "2023: in 2022 1.000, in 2023 960 (4% minder): 1 procentpunt meer dan nodig (gehaald); "
        "2024: in 2023 960, in 2024 940 (2,08% minder): 0,92 procentpunt te weinig (niet gehaald)"
    )


def test_growth_in_each_year_is_told_as_since_its_first_day():
    held = norm(
        "30", grootheid="verandering", ritme="jaarlijks", van=date(2024, 1, 1), per=date(2024, 12, 31)
    )
    given = [stand(date(2024, 1, 1), 100), stand(date(2025, 1, 1), 130)]

    assert som(held, given).startswith("In 2024 ten minste 30 meer dan op 1 januari; in 2024 stand 1-1-2024")


def test_a_range_of_a_fall_is_told_without_signs():
    held = norm("-60", relatie="bereik", tot=Decimal(-40), indicator="label-efg", grootheid="verandering")
    held = held.model_copy(update={"nulmeting": nul(BEGIN, 200)})

    assert som(held, [stand(NU, 170, indicator="label-efg")]).startswith(
        "Eind 2026 40 tot 60, dus ten minste 40 minder dan op 1-1-2023; "
    )


def test_what_is_missing_is_said_where_only_a_later_figure_is_there():
    held = norm("100", per=date(2026, 10, 1))

    assert som(held, [stand(date(2027, 1, 1), 101)], op=date(2027, 4, 1)) == (
        "Op 1-10-2026 ten minste 100; stand 1-1-2027 101; het cijfer van 1-10-2026 ontbreekt"
    )


def test_years_without_figures_are_told_together():
    assert som(vrije_ruimte(partijen=("Aster",)), [], op=date(2024, 4, 1)) == (
        "Elk jaar ten hoogste 20%; 2022 t/m 2023: er zijn nog geen cijfers van Aster (geen cijfers); "
        "2024: er zijn nog geen cijfers van Aster (te vroeg)"
    )


def test_a_price_that_rises_each_year_is_held_against_that_of_its_year():
    held = norm(
        "21000",
        indicator="grondprijs-sociaal",
        relatie="gelijk",
        eenheid="euro",
        ritme="jaarlijks",
        van=date(2025, 1, 1),
        per=date(2028, 12, 31),
        indexatie=Decimal(2),
    )

    def prices(*figures):
        return [stand(date(year, 1, 1), waarde, indicator=held.indicator) for year, waarde in figures]

    kept = beoordeel(held, prices((2025, 21000), (2026, 21420), (2027, "21848.40")), op=date(2027, 9, 1))
    assert kept.status == "op koers"
    assert kept.som == (
        "In 2025 ten hoogste € 21.000, elk jaar daarna ten hoogste 2% meer; "
        "in 2025 stand 1-1-2025 € 21.000: precies op de grens (gehaald); "
        "in 2026 stand 1-1-2026 € 21.420: precies op de grens (gehaald); "
        "in 2027 stand 1-1-2027 € 21.848,4: precies op de grens (op koers)"
    )
    passed = beoordeel(held, prices((2025, 21000), (2026, 21421)), op=date(2026, 9, 1))
    assert (passed.status, passed.tekort) == ("achter", 1)


LAND = norm(
    "21000",
    indicator="grondprijs-grondgebonden",
    relatie="gelijk",
    eenheid="euro",
    van=date(2023, 1, 1),
    prijspeil=date(2023, 1, 1),
)
PRICES = [stand(date(2023, 7, 1), 21000), stand(date(2025, 1, 1), 22800)]
PRICES = [each.model_copy(update={"indicator": LAND.indicator}) for each in PRICES]


@pytest.mark.parametrize("ritme", ["jaarlijks", "eenmalig"])
def test_an_indexed_price_of_a_later_year_is_not_held_against_the_price_of_the_first(ritme):
    held = LAND.model_copy(update={"ritme": ritme})

    assert status(held, PRICES[:1], op=date(2023, 9, 15)) == "op koers"
    judged = beoordeel(held, PRICES, op=date(2025, 4, 1))
    assert (judged.status, judged.tekort, judged.ontbreekt) == ("geen cijfers", None, ())
    assert "welke prijs in 2025 is afgesproken, is niet bekend" in judged.som
    flat = held.model_copy(update={"prijspeil": None})
    assert status(flat, PRICES, op=date(2025, 4, 1)) == "achter"


def test_an_indexed_price_with_its_percentage_is_judged_in_every_year():
    held = LAND.model_copy(update={"ritme": "jaarlijks", "indexatie": Decimal(5)})

    judged = beoordeel(held, PRICES, op=date(2026, 4, 1))

    assert [each.status for each in judged.jaren][::2] == ["gehaald", "gehaald"]
