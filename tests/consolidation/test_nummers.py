"""Numbers: which comes next, how they are written, and where a new agreement comes to stand."""

from itertools import pairwise

import pytest

from tests.consolidation.bouwen import conflicts, genummerd, plan, stuk, thema, wijziging
from wederkerig.consolidation import apply
from wederkerig.consolidation.nummers import comes_before, following, is_lettered, next_for, parse
from wederkerig.consolidation.teksten import bare
from wederkerig.model import Afspraak, Thema

NEW = "Partijen planten tien linden."


@pytest.mark.parametrize(
    "written", ["12", "12.", "12)", "12:", "Afspraak 12", "afspraak 12.", "nr. 12", " 12 "]
)
def test_a_number_is_the_same_however_it_is_written(written):
    assert bare(written) == "12"


@pytest.mark.parametrize(("nummer", "next_one"), [("9", "10"), ("2.1.9", "2.1.10"), ("A4", "A5"), ("x", "x")])
def test_the_following_number(nummer, next_one):
    assert following(nummer) == next_one


@pytest.mark.parametrize(
    ("last", "nummer", "expected"),
    [("12", "12", "13"), ("12a", "12a", "12b"), ("12", "12a", "12a"), ("13a", "13", "14"), ("3", "x", "x")],
)
def test_the_number_behind_another(last, nummer, expected):
    assert next_for(last, nummer) == expected


def test_letters_come_between_the_figures():
    rising = ["11", "12", "12a", "12b", "13"]

    assert all(comes_before(one, other) for one, other in pairwise(rising))
    assert not any(comes_before(other, one) for one, other in pairwise(rising))


def test_numbers_of_other_series_have_no_order():
    assert not comes_before("2.1.1", "2.2.2")
    assert not comes_before("x", "1")
    assert parse("x") is None


@pytest.mark.parametrize(("nummer", "answer"), [("12a", True), ("12", False), ("A4", False), ("x", False)])
def test_a_letter_behind_the_figures_makes_a_part(nummer, answer):
    assert is_lettered(nummer) == answer


def test_what_stands_out_of_order_makes_room_too():
    assert after(numbered("1", "2", "5", "3", "4"), "2") == ["1", "2+", "3<2", "6<5", "4<3", "5<4"]


def numbered(*numbers):
    return stuk(*(Afspraak(nummer=nummer, tekst=f"Tekst van {nummer}.") for nummer in numbers))


def after(base, *nieuw, **rest):
    result = apply(
        base, plan(*(wijziging("nieuw", nummer, f"{NEW} {at}", **rest) for at, nummer in enumerate(nieuw)))
    )
    assert conflicts(result) == []
    return [
        f"{nummer}+" if NEW in tekst else f"{nummer}<{tekst[10:-1]}" if f" {nummer}." not in tekst else nummer
        for nummer, tekst in genummerd(result.stuk)
    ]


@pytest.mark.parametrize(
    ("standing", "new", "expected"),
    [
        (["1", "2"], ["3"], ["1", "2", "3+"]),
        (["1", "2"], ["2"], ["1", "2+", "3<2"]),
        (["1", "2", "4"], ["2"], ["1", "2+", "3<2", "4"]),
        (["1", "3"], ["2"], ["1", "2+", "3"]),
        (["1", "2", "3"], ["2", "3"], ["1", "2+", "3<2", "4+", "5<3"]),
        (["1", "2"], ["1", "1"], ["1+", "2+", "3<1", "4<2"]),
        (["1", "2"], [None], ["1", "2", "3+"]),
        ([], ["1"], ["1+"]),
        (["2.1", "2.2", "3.1"], ["2.2"], ["2.1", "2.2+", "2.3<2.2", "3.1"]),
        (["12", "12a", "12b", "13"], ["12"], ["12+", "13<12", "13a<12a", "13b<12b", "14<13"]),
        (["12", "12a", "12b", "13"], ["12a"], ["12", "12a+", "12b<12a", "12c<12b", "13"]),
        (["A1", "A2"], ["Afspraak A2."], ["A1", "A2+", "A3<A2"]),
    ],
)
def test_a_new_agreement_and_what_moves_up(standing, new, expected):
    assert after(numbered(*standing), *new) == expected


def test_only_the_theme_in_which_numbers_begin_anew_moves_up():
    base = stuk(
        *thema("Water", ("1", "Sloten."), ("2", "Plassen.")), *thema("Lucht", ("1", "Bomen."), ("2", "Wind."))
    )

    result = apply(base, plan(wijziging("nieuw", "2", NEW, thema="Lucht")))

    assert genummerd(result.stuk) == [
        ("1", "Sloten."),
        ("2", "Plassen."),
        ("1", "Bomen."),
        ("2", NEW),
        ("3", "Wind."),
    ]


def test_an_agreement_in_a_theme_without_any_stands_between_its_neighbours():
    base = stuk(*thema("Water", ("1", "Sloten.")), *thema("Lucht", ("2", "Bomen.")))
    base = base.model_copy(
        update={"themas": tuple(Thema(titel=each) for each in ("Water", "Grond", "Lucht"))}
    )

    result = apply(base, plan(wijziging("nieuw", "2", NEW, thema="grond")))

    assert [(each.nummer, each.thema) for each in result.stuk.afspraken] == [
        ("1", "Water"),
        ("2", "Grond"),
        ("3", "Lucht"),
    ]
