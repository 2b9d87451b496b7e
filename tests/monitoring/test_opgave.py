"""What is asked from whom by when: only what norms need and is not there."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.monitoring.maken import (
    AFWIJKEND,
    NIEUWBOUW,
    OP,
    VOORRAAD,
    jaar,
    norm,
    nul,
    over,
    stand,
    vrije_ruimte,
)
from wederkerig.monitoring.opgave import due
from wederkerig.monitoring.peildata import due_by, moment, overdue_since, reference_days


def asked(*normen, metingen=(), op):
    return [(each.partij, each.van, each.peildatum) for each in due(normen, metingen, op=op)]


def test_figures_are_asked_on_the_first_of_january_and_july():
    assert reference_days(date(2024, 1, 1), date(2025, 1, 1)) == (
        date(2024, 1, 1),
        date(2024, 7, 1),
        date(2025, 1, 1),
    )


@pytest.mark.parametrize(
    ("peildatum", "uiterlijk"),
    [
        (date(2025, 1, 1), date(2025, 3, 1)),
        (date(2024, 12, 31), date(2025, 3, 1)),
        (date(2025, 6, 30), date(2025, 9, 1)),
        (date(2025, 3, 31), date(2025, 5, 30)),
    ],
)
def test_there_are_two_months_to_hand_a_figure_in(peildatum, uiterlijk):
    assert due_by(peildatum) == uiterlijk


@pytest.mark.parametrize(
    ("op", "dag"),
    [
        (date(2025, 3, 1), date(2024, 7, 1)),
        (date(2025, 3, 2), date(2025, 1, 1)),
        (date(2025, 9, 2), date(2025, 7, 1)),
    ],
)
def test_a_figure_is_late_the_day_after_its_last(op, dag):
    assert overdue_since(op) == dag


def test_the_last_day_of_a_half_year_is_the_first_of_the_next():
    assert moment(date(2024, 12, 31)) == date(2025, 1, 1)
    assert moment(date(2024, 12, 30)) == date(2024, 12, 30)


def test_of_a_figure_on_a_day_the_newest_is_asked():
    assert asked(norm(), op=date(2025, 9, 1)) == [("Aster", None, date(2025, 7, 1))]
    assert asked(norm(), op=date(2025, 6, 30)) == [("Aster", None, date(2025, 1, 1))]


@pytest.mark.parametrize("dag", [date(2025, 7, 1), date(2025, 6, 30)])
def test_what_was_handed_in_is_not_asked_again(dag):
    assert asked(norm(), metingen=[stand(dag, 1)], op=date(2025, 9, 1)) == []


def test_a_baseline_is_asked_where_the_agreement_gives_no_figure():
    op = date(2025, 9, 1)
    held = norm("102", grootheid="verandering", nulmeting=nul(date(2022, 12, 31)))

    assert asked(held, op=op) == [("Aster", None, date(2022, 12, 31)), ("Aster", None, date(2025, 7, 1))]
    assert asked(held, metingen=[stand(date(2023, 1, 1), 9)], op=op) == [("Aster", None, date(2025, 7, 1))]
    assert asked(held.model_copy(update={"nulmeting": nul(date(2022, 12, 31), 9)}), op=op) == [
        ("Aster", None, date(2025, 7, 1))
    ]
    first_day = held.model_copy(update={"nulmeting": None, "van": date(2023, 10, 2)})
    assert asked(first_day, op=op)[0] == ("Aster", None, date(2024, 1, 1))


def test_after_the_last_day_only_the_figure_of_that_day_is_asked():
    assert asked(norm(), op=date(2027, 8, 1)) == [("Aster", None, date(2027, 1, 1))]
    assert asked(norm(), metingen=[stand(date(2026, 12, 31), 1)], op=date(2028, 1, 1)) == []


def test_of_a_yearly_norm_on_a_day_the_end_of_each_year_is_asked():
    held = norm("85", ritme="jaarlijks", van=date(2023, 1, 1))

    assert asked(held, metingen=[stand(date(2024, 1, 1), 1)], op=date(2025, 9, 1)) == [
        ("Aster", None, date(2025, 1, 1)),
        ("Aster", None, date(2025, 7, 1)),
    ]


def test_of_a_figure_over_a_period_each_year_is_asked_and_this_one_until_now():
    held = norm("102", indicator=NIEUWBOUW, van=date(2023, 10, 2))
    given_ = [over(date(2024, 1, 1), date(2024, 6, 30), 3), over(date(2024, 7, 1), date(2024, 12, 31), 3)]

    assert asked(held, metingen=given_, op=date(2025, 9, 1)) == [
        ("Aster", date(2023, 1, 1), date(2023, 12, 31)),
        ("Aster", date(2025, 1, 1), date(2025, 6, 30)),
    ]
    assert asked(held, metingen=given_, op=date(2026, 1, 1))[-1] == (
        "Aster",
        date(2025, 1, 1),
        date(2025, 12, 31),
    )


def test_half_a_year_is_not_asked_where_only_whole_years_count():
    held = norm(
        "-25",
        indicator="co2-corporatie",
        grootheid="verandering in %",
        relatie="max",
        eenheid="%",
        per=date(2030, 12, 31),
        nulmeting=nul(date(2017, 12, 31), 12000),
    )

    assert asked(held, op=date(2025, 10, 1)) == [("Aster", date(2024, 1, 1), date(2024, 12, 31))]


def test_of_a_fall_in_each_year_the_year_before_the_first_is_asked_too():
    held = norm(
        "-3",
        indicator="co2-corporatie",
        grootheid="verandering in %",
        relatie="max",
        eenheid="%",
        ritme="jaarlijks",
        van=date(2024, 1, 1),
    )

    assert [year.year for _, year, _ in asked(held, op=date(2025, 4, 1))] == [2023, 2024]


def test_last_time_is_filled_in_before():
    (found,) = due(
        [norm()],
        [stand(date(2024, 7, 1), 5), stand(date(2025, 1, 1), 6), stand(date(2025, 1, 1), 7)],
        op=date(2025, 9, 1),
    )

    assert found.vorige == stand(date(2025, 1, 1), 7)


def test_a_figure_that_several_norms_need_is_asked_once():
    (found,) = due([norm(), norm("3500", sleutel="2-b")], (), op=date(2025, 9, 1))

    assert found.normen == ("1-a", "2-b")


def test_who_supplies_a_figure_is_asked_for_it():
    assert asked(norm(cijfers_van=("Gemeente",)), op=date(2025, 9, 1)) == [
        ("Gemeente", None, date(2025, 7, 1))
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"aard": "achtergrond"},
        {"indicator": ""},
        {"partijen": ()},
        {"van": date(2025, 9, 2)},
        {"van": date(2025, 7, 2)},  # after the last reference day
    ],
)
def test_nothing_is_asked_that_no_norm_needs_yet(changes):
    assert due([norm(**changes)], (), op=date(2025, 9, 1)) == ()


def test_what_a_list_of_dwellings_gives_is_asked_as_such():
    found = due([norm(), vrije_ruimte(partijen=("Aster",))], (), op=date(2025, 9, 1))

    assert {each.indicator: each.herkomst for each in found} == {VOORRAAD: "lijst", AFWIJKEND: "opgave"}


def test_keys_differ_and_say_what_they_are_about():
    found = due(
        [norm(partijen=("Aster", "Bloem")), norm(gebied="Noord"), vrije_ruimte()], (), op=date(2025, 9, 1)
    )

    assert len({each.sleutel for each in found}) == len(found)
    assert f"{VOORRAAD}|Noord|2025-07-01|Aster" in {each.sleutel for each in found}


def test_the_last_day_of_february_is_a_day_like_others():
    assert asked(norm(), op=date(2024, 2, 29)) == [("Aster", None, date(2024, 1, 1))]


@settings(max_examples=50)
@given(
    st.sampled_from(["stand", "verandering"]),
    st.sampled_from(["eenmalig", "jaarlijks"]),
    st.sampled_from([VOORRAAD, NIEUWBOUW]),
    st.sampled_from([None, date(2022, 1, 1), date(2023, 10, 2)]),
    st.dates(date(2022, 1, 1), date(2028, 1, 1)),
)
def test_once_all_that_was_asked_is_handed_in_nothing_is(grootheid, ritme, name, van, op):
    held = norm("10", grootheid=grootheid, ritme=ritme, indicator=name, van=van, partijen=("Aster", "Bloem"))
    given_ = [
        stand(each.peildatum, 1, each.partij, indicator=name, van=each.van, noemer=Decimal(1))
        for each in due([held], (), op=op)
    ]

    assert due([held], given_, op=op) == ()
    assert all(each.peildatum <= op for each in given_)


def test_shares_of_years_are_asked_of_each_party():
    given_ = [jaar(2024, 3, "Bloem", indicator=AFWIJKEND, noemer=Decimal(40))]

    assert asked(vrije_ruimte(van=date(2024, 1, 1)), metingen=given_, op=date(2025, 3, 1)) == [
        ("Aster", date(2024, 1, 1), date(2024, 12, 31))
    ]


def test_a_share_of_several_parties_is_asked_with_what_it_is_a_share_of():
    op = date(2023, 3, 1)
    several, one = vrije_ruimte(), vrije_ruimte(partijen=("Aster",), sleutel="1-b")

    assert {each.met_noemer for each in due((several,), (), op=op)} == {True}
    assert {each.met_noemer for each in due((one,), (), op=op)} == {False}
    assert [(each.partij, each.met_noemer) for each in due((one, several), (), op=op)][:1] == [
        ("Aster", True)
    ]
    built = norm("10", indicator=NIEUWBOUW, van=date(2022, 1, 1), partijen=("Aster", "Bloem"))
    assert {each.met_noemer for each in due((built,), (), op=op)} == {False}


def test_a_share_without_its_total_is_asked_again_and_shows_what_was_given():
    op = date(2023, 3, 1)
    bare = jaar(2022, 19, indicator=AFWIJKEND)
    whole = bare.model_copy(update={"noemer": Decimal(100)})

    def of_aster(metingen):
        return [each for each in due((vrije_ruimte(),), metingen, op=op) if each.partij == "Aster"]

    (again,) = of_aster([bare])
    assert (again.peildatum, again.gegeven) == (date(2022, 12, 31), bare)
    assert of_aster([whole]) == []
    assert of_aster([whole, bare]) == [again]


# --- a figure about one norm -----------------------------------------------------------------------------


def stap(sleutel, nummer, waarde, **changes):
    said = {
        "sleutel": sleutel,
        "nummer": nummer,
        "indicator": "doorlooptijd",
        "relatie": "max",
        "eenheid": "week",
        "tekst": f"binnen {waarde} weken",
        "van": date(2025, 1, 1),
    }
    return norm(waarde, **(said | changes))


def test_how_long_a_step_takes_is_asked_for_each_norm_in_its_words():
    vragen = due([stap("a", "7", "8"), stap("b", "12", "2")], (), op=date(2026, 2, 1))

    assert [(each.norm, each.naam) for each in vragen] == [
        ("a", "Doorlooptijd van een stap (afspraak 7: binnen 8 weken)"),
        ("b", "Doorlooptijd van een stap (afspraak 12: binnen 2 weken)"),
    ]
    assert len({each.sleutel for each in vragen}) == len(vragen)


def test_a_figure_of_one_norm_leaves_that_of_another_to_be_asked():
    given = over(date(2025, 1, 1), date(2025, 12, 31), "6", indicator="doorlooptijd", norm="a")

    (vraag,) = due([stap("a", "7", "8"), stap("b", "12", "2")], [given], op=date(2026, 2, 1))
    assert vraag.norm == "b"


def test_a_figure_about_the_party_as_a_whole_is_asked_once_for_all_norms():
    (vraag,) = due([norm(sleutel="a"), norm(sleutel="b", nummer="2")], (), op=OP)

    assert (vraag.norm, vraag.normen, vraag.naam) == (None, ("a", "b"), "Sociale huurwoningen")
