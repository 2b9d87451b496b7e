"""The status of a norm: what each kind of norm, figure and plan makes of it."""

from datetime import date
from decimal import Decimal

import pytest

from tests.monitoring.maken import AFWIJKEND, NIEUWBOUW, jaar, norm, nul, over, stand, vrije_ruimte
from wederkerig.monitoring.beoordelen import Gepland, beoordeel

OP = date(2025, 9, 15)
BEGIN, NU = date(2023, 1, 1), date(2025, 7, 1)


def plan(dag, verschil):
    return Gepland(peildatum=dag, verschil=Decimal(verschil))


def status(held, metingen, op=OP, gepland=()):
    return beoordeel(held, metingen, op=op, gepland=gepland).status


def som(held, metingen, op=OP, gepland=()):
    return beoordeel(held, metingen, op=op, gepland=gepland).som


# -- a figure on a day, with a last day


@pytest.mark.parametrize(
    ("gepland", "verwacht"),
    [
        (79, "op koers"),
        (80, "op koers"),
        (64, "risico"),  # 15 of 79 too few: under a fifth
        (63, "achter"),  # 16 of 79
        (0, "achter"),
        (-5, "achter"),
    ],
)
def test_what_is_planned_decides(gepland, verwacht):
    assert status(norm(), [stand(NU, 3262)], gepland=[plan(date(2026, 6, 1), gepland)]) == verwacht


def test_demolition_can_undo_what_is_met_now():
    beoordeling = beoordeel(norm(), [stand(NU, 3350)], op=OP, gepland=[plan(date(2026, 1, 1), -20)])

    assert (beoordeling.status, beoordeling.verwacht, beoordeling.tekort) == ("risico", 3330, 11)
    assert beoordeling.som.endswith("stand 1-7-2025 3.350; gepland nog 20 minder: 11 te weinig")


def test_plans_of_before_the_figure_and_after_the_last_day_do_not_count():
    plans = [plan(NU, 1000), plan(date(2027, 1, 1), 1000), plan(date(2026, 12, 31), 79)]
    beoordeling = beoordeel(norm(), [stand(NU, 3262)], op=OP, gepland=plans)

    assert (beoordeling.status, beoordeling.verwacht) == ("op koers", 3341)
    assert beoordeling.let_op == ("Wat na 31-12-2026 gepland is (1.000 woningen), telt niet mee.",)


@pytest.mark.parametrize(
    ("nu", "verwacht"),
    [
        (3341, "op koers"),
        (3303, "op koers"),
        (3298, "op koers"),
        (3297, "risico"),
        (3283, "risico"),
        (3282, "achter"),
    ],
)
def test_without_plans_the_straight_line_decides(nu, verwacht):
    # from 3.239 to 3.341 in four years: 3.303 after two and a half; a twentieth of the way is 5, a fifth 20
    assert status(norm(), [stand(BEGIN, 3239), stand(NU, nu)]) == verwacht


def test_the_line_starts_at_the_baseline_the_agreement_names():
    held = norm(nulmeting=nul(date(2022, 12, 31), 3239))

    assert status(held, [stand(date(2024, 1, 1), 3100), stand(NU, 3303)]) == "op koers"


def test_one_figure_is_no_line():
    held = norm()

    assert status(held, [stand(NU, 3262)], op=date(2025, 12, 31)) == "te vroeg"
    assert status(held, [stand(NU, 3262)], op=date(2026, 3, 2)) == "geen cijfers"


def test_what_was_met_and_no_longer_is_has_no_line():
    assert status(norm("100"), [stand(BEGIN, 120), stand(NU, 95)]) == "risico"
    assert status(norm("100"), [stand(BEGIN, 120), stand(NU, 94)]) == "achter"


@pytest.mark.parametrize(
    ("dag", "waarde", "verwacht"),
    [
        (date(2026, 12, 31), 3341, "gehaald"),
        (date(2027, 1, 1), 3341, "gehaald"),
        (date(2027, 1, 1), 3340, "niet gehaald"),
        (date(2026, 12, 1), 3341, "gehaald"),  # a month away is near enough
        (date(2026, 11, 30), 3341, "geen cijfers"),
        (date(2027, 7, 1), 3341, "geen cijfers"),  # after the last day
    ],
)
def test_after_the_last_day_the_figure_of_that_day_decides(dag, waarde, verwacht):
    assert status(norm(), [stand(dag, waarde)], op=date(2027, 8, 1)) == verwacht


def test_a_later_figure_is_told_and_does_not_count():
    metingen = [stand(date(2027, 1, 1), 3300), stand(date(2027, 7, 1), 3400)]
    beoordeling = beoordeel(norm(), metingen, op=date(2027, 8, 1))

    assert (beoordeling.status, beoordeling.stand) == ("niet gehaald", 3300)
    assert beoordeling.let_op == ("Op 1-7-2027, na de laatste dag, voldoet het cijfer wel: 3.400.",)


def test_until_the_last_figure_is_due_the_norm_is_still_judged_by_what_there_is():
    metingen = [stand(BEGIN, 3239), stand(date(2026, 7, 1), 3341)]

    assert status(norm(), metingen, op=date(2027, 3, 1)) == "op koers"
    assert status(norm(), metingen, op=date(2027, 3, 2)) == "geen cijfers"


def test_without_figures_it_is_too_early_until_one_was_due():
    held = norm(van=date(2025, 1, 1))

    assert status(held, [], op=date(2024, 6, 1)) == "te vroeg"
    assert status(held, [], op=date(2025, 9, 1)) == "te vroeg"
    assert status(held, [], op=date(2025, 9, 2)) == "geen cijfers"
    assert status(norm(), [], op=OP) == "geen cijfers"


def test_a_figure_of_a_day_to_come_is_not_known_yet():
    assert beoordeel(norm(), [stand(NU, 3262)], op=date(2025, 6, 30)).stand is None


def test_an_old_figure_is_said_to_be_old():
    beoordeling = beoordeel(norm(), [stand(BEGIN, 3350)], op=OP)

    assert beoordeling.status == "op koers"
    assert beoordeling.let_op == (
        "Het laatste cijfer is van 1-1-2023; een nieuwer had er op 1-9-2025 moeten zijn.",
    )


# -- without a last day


@pytest.mark.parametrize(
    ("waarden", "gepland", "verwacht"),
    [
        ([3341], [], "gehaald"),
        ([3300], [], "achter"),
        ([3200, 3300], [], "risico"),
        ([3300, 3300], [], "achter"),
        ([3300], [plan(date(2030, 1, 1), 41)], "op koers"),
        ([3341], [plan(date(2030, 1, 1), -1)], "risico"),
        ([3341], [plan(date(2030, 1, 1), 0)], "gehaald"),
    ],
)
def test_a_norm_without_a_last_day(waarden, gepland, verwacht):
    days = (BEGIN, NU) if len(waarden) == 2 else (NU,)
    metingen = [stand(dag, waarde) for dag, waarde in zip(days, waarden, strict=True)]

    assert status(norm(per=None), metingen, gepland=gepland) == verwacht
    assert som(norm(per=None), metingen).startswith("Ten minste 3.341 (zonder einddatum); ")


# -- bounds


@pytest.mark.parametrize(
    ("changes", "waarde", "verwacht"),
    [
        # more is better
        ({"relatie": "gelijk"}, 120, "gehaald"),
        ({"relatie": "gelijk"}, 99, "niet gehaald"),
        ({"relatie": "circa"}, 90, "gehaald"),
        ({"relatie": "circa"}, 89, "niet gehaald"),
        ({"relatie": "circa"}, 500, "gehaald"),
        ({"relatie": "bereik", "tot": Decimal(150)}, 100, "gehaald"),
        ({"relatie": "bereik", "tot": Decimal(150)}, 151, "gehaald"),
        ({"relatie": "bereik", "tot": Decimal(150)}, 99, "niet gehaald"),
        ({"relatie": "max"}, 101, "niet gehaald"),
        ({"relatie": "max"}, 100, "gehaald"),
        # less is better
        ({"relatie": "gelijk", "indicator": "label-efg"}, 100, "gehaald"),
        ({"relatie": "gelijk", "indicator": "label-efg"}, 101, "niet gehaald"),
        ({"relatie": "circa", "indicator": "label-efg"}, 110, "gehaald"),
        ({"relatie": "circa", "indicator": "label-efg"}, 111, "niet gehaald"),
        ({"relatie": "bereik", "tot": Decimal(150), "indicator": "label-efg"}, 150, "gehaald"),
        ({"relatie": "bereik", "tot": Decimal(150), "indicator": "label-efg"}, 151, "niet gehaald"),
        # neither is
        ({"relatie": "gelijk", "indicator": "voorraad-niet-daeb"}, 100, "gehaald"),
        ({"relatie": "gelijk", "indicator": "voorraad-niet-daeb"}, 101, "niet gehaald"),
        ({"relatie": "circa", "indicator": "voorraad-niet-daeb"}, 110, "gehaald"),
        ({"relatie": "circa", "indicator": "voorraad-niet-daeb"}, 89, "niet gehaald"),
        ({"relatie": "bereik", "tot": Decimal(150), "indicator": "voorraad-niet-daeb"}, 151, "niet gehaald"),
    ],
)  # fmt: skip
def test_a_relation_binds_on_the_bad_side(changes, waarde, verwacht):
    held = norm("100", **changes)

    assert (
        status(held, [stand(date(2027, 1, 1), waarde, indicator=held.indicator)], op=date(2027, 4, 1))
        == verwacht
    )


@pytest.mark.parametrize(
    ("relatie", "waarde", "na", "verwacht"),
    [
        ("min", -25, 75, "gehaald"),
        ("gelijk", -25, 74, "gehaald"),
        ("max", -25, 75, "gehaald"),  # as some write "a figure of at most -25"
        ("min", -25, 76, "niet gehaald"),
        ("min", -25, 130, "niet gehaald"),
    ],
)
def test_how_much_less_something_must_become_is_a_fall(relatie, waarde, na, verwacht):
    held = norm(
        str(waarde),
        relatie=relatie,
        indicator="label-efg",
        grootheid="verandering in %",
        eenheid="%",
        nulmeting=nul(BEGIN, 100),
    )

    assert status(held, [stand(date(2027, 1, 1), na, indicator="label-efg")], op=date(2027, 4, 1)) == verwacht


def test_how_much_less_binds_as_it_is_written_where_neither_more_nor_less_is_better():
    def of(relatie, nu):
        held = norm("-40", relatie=relatie, indicator="voorraad-niet-daeb", grootheid="verandering")
        held = held.model_copy(update={"nulmeting": nul(BEGIN, 300)})
        given = [stand(date(2027, 1, 1), nu, indicator=held.indicator)]
        return status(held, given, op=date(2027, 4, 1))

    assert [of("max", nu) for nu in (250, 270)] == ["gehaald", "niet gehaald"]  # at least 40 fewer
    assert [of("min", nu) for nu in (250, 270)] == ["niet gehaald", "gehaald"]  # at most 40 fewer


def test_precisely_a_percentage_is_that_percentage_rounded_or_within_one_person():
    held = norm(
        "33.33", relatie="gelijk", indicator="statushouders-verdeling", eenheid="%", ritme="jaarlijks",
        van=date(2024, 1, 1), per=date(2024, 12, 31),
    )  # fmt: skip

    def of(waarde, noemer=None):
        return status(held, [jaar(2024, waarde, indicator=held.indicator, noemer=noemer)])

    assert of("33.333") == "gehaald"
    assert of("32.26") == "niet gehaald"
    assert of("32.26", Decimal(31)) == "gehaald"  # 10 of 31
    assert of("29.03", Decimal(31)) == "niet gehaald"  # 9 of 31

    told = som(held, [jaar(2024, "32.26", indicator=held.indicator, noemer=Decimal(31))])
    assert told.endswith("in 2024 32,26%: 1,07 procentpunt ernaast, en dat mag (gehaald)")


# -- a change


def test_a_change_is_counted_from_the_figure_the_agreement_names():
    held = norm("102", grootheid="verandering", nulmeting=nul(date(2022, 12, 31), 3239))
    beoordeling = beoordeel(held, [stand(date(2027, 1, 1), 3341)], op=date(2027, 4, 1))

    assert (beoordeling.status, beoordeling.verandering, beoordeling.stand) == ("gehaald", 102, 3341)
    assert beoordeling.som == (
        "Eind 2026 ten minste 102 meer dan op 31-12-2022; stand 31-12-2022 3.239, "
        "stand 1-1-2027 3.341 (102 meer): precies genoeg"
    )


@pytest.mark.parametrize(("dag", "telt"), [(date(2023, 4, 2), True), (date(2023, 4, 4), False)])
def test_a_baseline_may_be_a_figure_near_its_day(dag, telt):
    held = norm("10", grootheid="verandering", nulmeting=nul(date(2022, 12, 31)))
    found = status(held, [stand(dag, 100), stand(date(2027, 1, 1), 110)], op=date(2027, 4, 1))

    assert found == ("gehaald" if telt else "geen cijfers")


def test_of_nothing_no_percentage_can_be_reckoned():
    held = norm("5", grootheid="verandering in %", eenheid="%", nulmeting=nul(BEGIN, 0))
    beoordeling = beoordeel(held, [stand(NU, 5)], op=OP)

    assert beoordeling.status == "geen cijfers"
    assert beoordeling.som.endswith("er wordt geteld vanaf 0, en een percentage van 0 is niet uit te rekenen")


def test_without_a_first_day_a_change_is_counted_from_the_first_figure():
    beoordeling = beoordeel(norm("10", grootheid="verandering"), [stand(BEGIN, 100), stand(NU, 111)], op=OP)

    assert beoordeling.status == "op koers"
    assert beoordeling.let_op == ("De afspraak zegt niet vanaf wanneer; er is geteld vanaf 1-1-2023.",)


# -- figures over a period

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


# -- several parties

SAMEN = norm(partijen=("Aster", "Bloem"))


def test_numbers_of_parties_are_added():
    beoordeling = beoordeel(SAMEN, [stand(NU, 3000), stand(NU, 341, "Bloem")], op=OP)

    assert (beoordeling.status, beoordeling.stand) == ("op koers", 3341)


def test_a_party_without_a_figure_is_not_counted_as_0():
    most = norm("3000", relatie="max", partijen=("Aster", "Bloem"))
    beoordeling = beoordeel(most, [stand(NU, 2000)], op=OP)

    assert (beoordeling.status, beoordeling.ontbreekt) == ("geen cijfers", ("Bloem",))
    assert beoordeling.let_op == ("Van Bloem zijn er geen cijfers. Die tellen niet als 0.",)


def test_the_last_day_on_which_all_gave_a_figure_counts():
    given = [stand(date(2025, 1, 1), 3000), stand(date(2024, 12, 31), 341, "Bloem"), stand(NU, 3100)]
    beoordeling = beoordeel(SAMEN, given, op=OP)

    assert (beoordeling.stand, beoordeling.peildatum) == (3341, date(2025, 1, 1))
    assert beoordeling.let_op[0] == "Bij het nieuwste cijfer ontbreekt dat van Bloem; daarom telt 1-1-2025."


def test_shares_of_parties_need_what_they_are_a_share_of():
    held = vrije_ruimte(van=date(2024, 1, 1), per=date(2024, 12, 31))
    aster = jaar(2024, 22, indicator=AFWIJKEND, noemer=Decimal(400))

    without = beoordeel(held, [aster, jaar(2024, 10, "Bloem", indicator=AFWIJKEND)], op=OP)
    weighed = beoordeel(
        held, [aster, jaar(2024, 10, "Bloem", indicator=AFWIJKEND, noemer=Decimal(100))], op=OP
    )

    assert without.status == "geen cijfers"
    assert without.let_op == ("Bij Bloem ontbreekt waarvan het een deel is; samennemen kan zo niet.",)
    assert (weighed.status, weighed.stand) == ("gehaald", Decimal("19.6"))


def test_a_share_of_nothing_is_no_share():
    held = vrije_ruimte(van=date(2024, 1, 1), per=date(2024, 12, 31), partijen=("Aster",))
    beoordeling = beoordeel(held, [jaar(2024, 0, indicator=AFWIJKEND, noemer=Decimal(0))], op=OP)

    assert beoordeling.status == "geen cijfers"
    assert "noemer 0" in beoordeling.let_op[0]


def test_a_party_without_lettings_weighs_nothing():
    held = vrije_ruimte(van=date(2024, 1, 1), per=date(2024, 12, 31))
    given = [
        jaar(2024, 15, indicator=AFWIJKEND, noemer=Decimal(400)),
        jaar(2024, 100, "Bloem", indicator=AFWIJKEND, noemer=Decimal(0)),
    ]

    assert beoordeel(held, given, op=OP).stand == 15


def test_only_the_figures_of_those_who_supply_them_count():
    held = norm(cijfers_van=("Gemeente",), partijen=("Aster", "Bloem"))

    assert beoordeel(held, [stand(NU, 3400, "Gemeente"), stand(NU, 1)], op=OP).stand == 3400
    assert beoordeel(norm(partijen=()), [stand(NU, 3000), stand(NU, 400, "Bloem")], op=OP).stand == 3400


def test_a_correction_takes_the_place_of_what_it_corrects():
    assert beoordeel(norm(), [stand(NU, 3000), stand(NU, 3400)], op=OP).stand == 3400


@pytest.mark.parametrize(("eerst", "daarna"), [((12, 31), (1, 1)), ((1, 1), (12, 31))])
def test_the_end_of_a_year_is_corrected_by_the_first_day_of_the_next_and_the_other_way_round(eerst, daarna):
    eerst, daarna = (date(2025 if dag == (12, 31) else 2026, *dag) for dag in (eerst, daarna))
    given = [stand(eerst, 3300), stand(daarna, 3350)]

    assert beoordeel(norm(per=date(2025, 12, 31)), given, op=date(2026, 4, 1)).stand == 3350


def test_other_areas_and_indicators_are_left_alone():
    given = [stand(NU, 9, gebied="Noord"), stand(NU, 9, indicator="voorraad-zelfstandig"), stand(NU, 3400)]

    assert beoordeel(norm(), given, op=OP).stand == 3400
    assert beoordeel(norm(gebied="Noord"), given, op=OP).stand == 9


# -- every year


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


# -- what cannot be judged


def test_without_an_indicator_there_is_nothing_to_judge():
    for name in ("", "onbekend"):
        beoordeling = beoordeel(norm(indicator=name), [], op=OP)

        assert beoordeling.status == "geen cijfers"
        assert beoordeling.som == "Voor deze norm is nog niet gekozen wat er gemeten wordt (de indicator)."


def test_a_percentage_is_not_held_against_dwellings():
    beoordeling = beoordeel(norm("85", eenheid="%"), [stand(NU, 3000)], op=OP)

    assert beoordeling.status == "geen cijfers"
    assert beoordeling.som == "De norm is in % en de cijfers zijn in woningen: die zijn niet te vergelijken."


def test_background_is_not_judged():
    with pytest.raises(ValueError, match="achtergrond"):
        beoordeel(norm(aard="achtergrond"), [], op=OP)
