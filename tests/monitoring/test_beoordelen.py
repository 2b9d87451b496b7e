"""The status of a norm: what each kind of norm, figure and plan makes of it."""

from datetime import date
from decimal import Decimal

import pytest

from tests.monitoring.maken import (
    AFWIJKEND,
    OP,
    jaar,
    norm,
    nul,
    som,
    stand,
    status,
    vrije_ruimte,
)
from wederkerig.monitoring.beoordelen import Gepland, beoordeel

BEGIN, NU = date(2023, 1, 1), date(2025, 7, 1)


def plan(dag, verschil):
    return Gepland(peildatum=dag, verschil=Decimal(verschil))


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
    beoordeling = beoordeel(norm(), [stand(date(2024, 7, 1), 3350)], op=OP)

    assert beoordeling.status == "op koers"
    assert beoordeling.let_op == (
        "Het laatste cijfer is van 1-7-2024; een nieuwer had er op 1-9-2025 moeten zijn.",
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


@pytest.mark.parametrize(
    ("indicator", "relatie", "waarde", "let_op"),
    [
        (
            "toewijzing-doelgroep",
            "min",
            "84.9",
            "De wet laat niet minder toe dan 85% (Woningwet art. 48 lid 1).",
        ),
        ("toewijzing-doelgroep", "min", "85", None),
        ("toewijzing-vrij", "max", "15.1", "De wet laat niet meer toe dan 15% (Woningwet art. 48 lid 1)."),
        ("toewijzing-vrij", "max", "15", None),
    ],
)
def test_a_norm_that_goes_further_than_the_law_lets_it_is_said_to(indicator, relatie, waarde, let_op):
    held = norm(waarde, indicator=indicator, relatie=relatie, eenheid="%", ritme="jaarlijks", van=BEGIN)
    given = [jaar(2023, 90 if relatie == "min" else 5, indicator=indicator)]

    judged = beoordeel(held, given, op=date(2024, 3, 15))

    assert judged.let_op == ((let_op,) if let_op else ())


def test_a_figure_about_one_norm_judges_no_other():
    about = {"indicator": "doorlooptijd", "eenheid": "week", "relatie": "max", "ritme": "jaarlijks"}
    year = {"van": date(2024, 1, 1), "per": date(2024, 12, 31)}
    quick, slow = (norm(weeks, sleutel=weeks, **about, **year) for weeks in ("2", "8"))
    given = [jaar(2024, 6, indicator="doorlooptijd", norm="8")]

    assert (status(quick, given), status(slow, given)) == ("geen cijfers", "gehaald")


def test_a_figure_about_the_party_as_a_whole_judges_no_norm_that_has_figures_of_its_own():
    held = norm("50000", indicator="budget", eenheid="euro", van=date(2024, 1, 1))

    assert status(held, [jaar(2024, 900_000, indicator="budget")]) == "geen cijfers"
    assert status(norm(), [stand(NU, 3400, norm="1-a")]) == "geen cijfers"
