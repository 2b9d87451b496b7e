"""Figures over a period: added, weighed, or of whole years."""

from datetime import date
from decimal import Decimal

import pytest

from tests.monitoring.maken import (
    AFWIJKEND,
    NIEUWBOUW,
    OP,
    jaar,
    norm,
    over,
    stand,
    status,
)
from wederkerig.monitoring.beoordelen import Gepland, beoordeel

BEGIN = date(2023, 1, 1)


GEBOUWD = norm("102", indicator=NIEUWBOUW, van=BEGIN)


def test_a_total_that_is_reached_is_met_at_once_and_one_that_is_passed_is_not():
    built = [jaar(2023, 60), jaar(2024, 42)]

    assert status(GEBOUWD, built) == "gehaald"
    assert status(norm("101", indicator=NIEUWBOUW, van=BEGIN, relatie="max"), built) == "niet gehaald"


def test_periods_that_do_not_join_on_are_not_added():
    gap = [jaar(2023, 60), over(date(2024, 7, 1), date(2024, 12, 31), 42)]

    assert beoordeel(GEBOUWD, gap, op=OP).stand == 60


def test_a_year_is_not_added_to_its_half_years():
    halves = [over(date(2023, 1, 1), date(2023, 6, 30), 20), over(date(2023, 7, 1), date(2023, 12, 31), 40)]

    assert beoordeel(GEBOUWD, [*halves, jaar(2023, 61), jaar(2024, 10)], op=OP).stand == 71
    assert beoordeel(GEBOUWD, [*halves, jaar(2024, 10)], op=OP).stand == 70


def test_an_amount_for_each_dwelling_is_never_added():
    held = norm("10", indicator="leefbaarheid-per-woning", eenheid="euro", ritme="jaarlijks", per=None)
    held = held.model_copy(update={"partijen": ("Aster", "Bloem"), "van": date(2024, 1, 1)})

    def given(noemer):
        return [
            jaar(2024, waarde, partij, indicator=held.indicator, noemer=noemer)
            for partij, waarde in (("Aster", 6), ("Bloem", 8))
        ]

    judged = beoordeel(held, given(Decimal(100)), op=date(2025, 4, 1))
    assert (judged.status, judged.stand) == ("achter", 7)
    unknown = beoordeel(held, given(None), op=date(2025, 4, 1))
    assert unknown.status == "geen cijfers"
    assert unknown.let_op == ("Bij Aster en Bloem ontbreekt over hoeveel het gaat; samennemen kan zo niet.",)


def test_a_first_year_that_began_before_the_norm_counts_whole():
    held = norm("102", indicator=NIEUWBOUW, van=date(2023, 10, 2))

    beoordeling = beoordeel(held, [jaar(2022, 50), jaar(2023, 60), jaar(2024, 1)], op=OP)

    assert beoordeling.stand == 61
    assert beoordeling.let_op[0] == (
        "Er wordt geteld vanaf 2-10-2023, maar het eerste cijfer begint op 1-1-2023. Het telt helemaal mee."
    )


def test_figures_of_after_the_last_day_are_not_added():
    built = [jaar(year, 25) for year in range(2023, 2028)]
    beoordeling = beoordeel(GEBOUWD, built, op=date(2028, 4, 1))

    assert (beoordeling.status, beoordeling.stand) == ("niet gehaald", 100)


@pytest.mark.parametrize(
    ("uitgegeven", "verwacht"), [(50, "op koers"), (54, "op koers"), (55, "risico"), (101, "niet gehaald")]
)
def test_a_total_under_its_maximum_must_not_go_too_fast(uitgegeven, verwacht):
    held = norm("100", indicator="verkoop", relatie="max", van=date(2025, 1, 1), per=date(2025, 12, 31))
    half = over(date(2025, 1, 1), date(2025, 6, 30), uitgegeven, indicator="verkoop")

    assert status(held, [half]) == verwacht


def test_shares_over_a_period_are_weighed():
    held = norm("20", indicator=AFWIJKEND, relatie="max", eenheid="%", van=BEGIN, per=date(2024, 12, 31))
    given = [
        jaar(2023, 30, indicator=AFWIJKEND, noemer=Decimal(100)),
        jaar(2024, 15, indicator=AFWIJKEND, noemer=Decimal(300)),
    ]

    assert beoordeel(held, given, op=OP).stand == Decimal("18.75")


def test_half_a_year_is_not_waited_for_where_whole_years_count():
    held = norm("5", relatie="max", indicator="wachttijd", eenheid="jaar", van=date(2024, 1, 1))
    given = [jaar(2024, 4, indicator="wachttijd")]

    assert status(held, [], op=date(2024, 12, 1)) == "te vroeg"
    assert beoordeel(held, given, op=date(2025, 12, 1)).let_op == ()
    assert beoordeel(held, given, op=date(2026, 4, 1)).let_op == (
        "Het laatste cijfer is van 31-12-2024; een nieuwer had er op 1-3-2026 moeten zijn.",
    )


def test_a_waiting_time_is_that_of_the_last_year():
    held = norm("36", indicator="wachttijd-jongeren", relatie="max", eenheid="maand", per=date(2024, 12, 31))
    unit = Decimal(3)  # years: the indicator is in years

    given = [jaar(2023, 4, indicator=held.indicator), jaar(2024, unit, indicator=held.indicator)]

    assert status(held, given) == "gehaald"


def test_a_figure_of_longer_than_eighteen_months_ago_says_nothing_of_now():
    held = norm("3200")
    given = [stand(date(2024, 3, 15), 3262)]

    assert status(held, given, op=date(2025, 9, 15)) == "op koers"
    assert status(held, given, op=date(2025, 9, 16)) == "geen cijfers"
    plan = [Gepland(peildatum=date(2026, 1, 1), verschil=Decimal(5))]
    assert status(held, given, op=date(2025, 9, 16), gepland=plan) == "geen cijfers"
    assert beoordeel(held, given, op=date(2025, 9, 16)).let_op == (
        "Het laatste cijfer is van 15-3-2024; een nieuwer had er op 1-9-2025 moeten zijn.",
    )


def test_a_total_that_was_reached_long_ago_stays_reached():
    assert (
        status(norm("50", indicator=NIEUWBOUW, van=BEGIN), [jaar(2023, 60)], op=date(2026, 9, 1)) == "gehaald"
    )
