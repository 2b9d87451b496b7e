"""Applying a plan: which words go and come, and which amendments do not go together."""

import pytest

from tests.consolidation.bouwen import (
    amended,
    conflicts,
    genummerd,
    plan,
    stuk,
    teksten,
    wijziging,
)
from wederkerig.consolidation import GeschiedenisError, apply, explain
from wederkerig.model import Beslissing, Plek, Thema

FIRST = "De gemeente wijst bouwgrond aan."
SECOND = "Duinwonen bouwt daar 40 woningen."
THIRD = "De huurders kiezen de kleuren."
THREE = f"{FIRST} {SECOND} {THIRD}"


def test_an_addition_is_a_new_line_at_the_end():
    result = amended(FIRST, wijziging("aanvulling", "1", SECOND, FIRST))

    assert result == f"{FIRST}\n{SECOND}"


@pytest.mark.parametrize(
    ("struck", "left"),
    [(FIRST, f"{SECOND} {THIRD}"), (SECOND, f"{FIRST} {THIRD}"), (THIRD, f"{FIRST} {SECOND}")],
)
def test_a_struck_sentence_leaves_no_gap(struck, left):
    assert amended(THREE, wijziging("verwijderen", "1", struck)) == left


def test_a_sentence_struck_without_its_full_stop_takes_it_along():
    assert amended(THREE, wijziging("verwijderen", "1", SECOND[:-1])) == f"{FIRST} {THIRD}"


def test_words_struck_before_a_full_stop_leave_it_behind_the_word_before():
    result = amended("Duinwonen bouwt 40 woningen in Zuid.", wijziging("verwijderen", "1", "in Zuid"))

    assert result == "Duinwonen bouwt 40 woningen."


def test_a_struck_item_takes_its_letter_along():
    text = "Duinwonen bouwt:\na. veertig woningen;\nb. een winkel."

    result = amended(text, wijziging("verwijderen", "1", "een winkel."))

    assert result == "Duinwonen bouwt:\na. veertig woningen;"


def test_a_comma_behind_a_replaced_percentage_stays():
    result = amended("Van de huren is 50%, of meer, laag.", wijziging("wijziging", "1", "60%", "50%"))

    assert result == "Van de huren is 60%, of meer, laag."


def test_part_of_an_amount_is_not_found_as_that_amount():
    result = apply(stuk("De prijs is € 24.500 per woning."), plan(wijziging("wijziging", "1", "26", "24")))

    assert [kind for _, kind in conflicts(result)] in (["ontbreekt"], ["wijkt af"])


def test_more_than_is_not_less_than():
    result = apply(
        stuk("Bij < 20 woningen geldt dit."), plan(wijziging("wijziging", "1", "Altijd", "Bij > 20 woningen"))
    )

    assert conflicts(result) == [(1, "wijkt af")]


def test_a_quote_may_leave_out_what_the_same_plan_strikes():
    current = f"{FIRST} {THIRD}"

    result = amended(
        THREE,
        wijziging("verwijderen", "1", SECOND, current),
        wijziging("aanvulling", "1", "Partijen melden dit.", current),
    )

    assert result == f"{FIRST} {THIRD}\nPartijen melden dit."


def test_a_quote_may_leave_out_both_sentences_that_a_plan_strikes():
    result = amended(
        f"{THREE} Einde.",
        wijziging("verwijderen", "1", FIRST, f"{SECOND} Einde."),
        wijziging("verwijderen", "1", THIRD, f"{SECOND} Einde."),
    )

    assert result == f"{SECOND} Einde."


# --- parts with a letter ---------------------------------------------------------------------------

LETTERS = "a. De gemeente meldt dit.\nb. De gemeente meldt dit.\nc. Zij betaalt."


@pytest.mark.parametrize("nummer", ["1b", "1b.", "Afspraak 1b", "1 b"])
def test_an_addition_to_a_lettered_part_ends_that_part(nummer):
    result = amended(LETTERS, wijziging("aanvulling", nummer, "Ook in Zuid."))

    assert result == LETTERS.replace("dit.\nc", "dit.\nOok in Zuid.\nc")


def test_words_are_sought_in_the_lettered_part_first():
    result = amended(LETTERS, wijziging("wijziging", "1b", "hoort", "meldt"))

    assert result == LETTERS.replace("b. De gemeente meldt", "b. De gemeente hoort")


def test_withdrawing_a_lettered_part_leaves_the_other_parts():
    result = amended(LETTERS, wijziging("verwijderen", "1b"))

    assert result == "a. De gemeente meldt dit.\nc. Zij betaalt."


def test_withdrawing_a_part_that_is_not_there_changes_nothing():
    base = stuk(LETTERS)

    result = apply(base, plan(wijziging("verwijderen", "1f")))

    assert conflicts(result) == [(1, "onbekend")]
    assert teksten(result.stuk) == teksten(base)


# --- amendments that meet ---------------------------------------------------------------------------


def test_two_amendments_of_the_same_words_overlap():
    result = apply(
        stuk(THREE),
        plan(wijziging("wijziging", "1", "50 huizen", "40 woningen"), wijziging("verwijderen", "1", SECOND)),
    )

    assert conflicts(result) == [(2, "overlapt")]
    assert teksten(result.stuk) == [THREE.replace("40 woningen", "50 huizen")]


def test_the_same_addition_twice_is_added_once():
    result = apply(
        stuk(FIRST), plan(wijziging("aanvulling", "1", THIRD), wijziging("aanvulling", "1", THIRD))
    )

    assert conflicts(result) == [(2, "overlapt")]
    assert teksten(result.stuk) == [f"{FIRST}\n{THIRD}"]


def test_two_additions_keep_the_order_of_the_plan():
    result = amended(FIRST, wijziging("aanvulling", "1", SECOND), wijziging("aanvulling", "1", THIRD))

    assert result == f"{FIRST}\n{SECOND}\n{THIRD}"


def test_an_agreement_withdrawn_and_put_elsewhere_is_taken_up_as_new():
    base = stuk(FIRST, SECOND)

    result = apply(base, plan(wijziging("verwijderen", "1", FIRST), wijziging("nieuw", "3", FIRST)))

    assert conflicts(result) == []
    assert genummerd(result.stuk) == [("2", SECOND), ("3", FIRST)]


def test_a_new_agreement_with_words_that_stand_there_is_already_there():
    result = apply(stuk(FIRST), plan(wijziging("nieuw", "2", FIRST.upper())))

    assert conflicts(result) == [(1, "staat er al")]


def test_an_agreement_of_which_every_sentence_is_struck_is_withdrawn():
    result = apply(
        stuk(f"{FIRST} {SECOND}", THIRD),
        plan(wijziging("verwijderen", "1", FIRST), wijziging("verwijderen", "1", SECOND)),
    )

    assert conflicts(result) == []
    assert genummerd(result.stuk) == [("2", THIRD)]


def test_an_agreement_is_not_moved_and_withdrawn_at_once():
    move = wijziging("verplaatsing", "1", plek=Plek(nummer="3", na="afspraak-2"))

    result = apply(stuk(FIRST, SECOND), plan(wijziging("verwijderen", "1", FIRST), move))

    assert conflicts(result) == [(2, "overlapt")]
    assert genummerd(result.stuk) == [("2", SECOND)]


def test_an_agreement_moves_once():
    move = wijziging("verplaatsing", "1", plek=Plek(nummer="3", na="afspraak-2"))

    result = apply(stuk(FIRST, SECOND), plan(move, move))

    assert conflicts(result) == [(2, "overlapt")]
    assert genummerd(result.stuk) == [("2", SECOND), ("3", FIRST)]


# --- decisions of a person ----------------------------------------------------------------------------


def test_a_refused_amendment_changes_nothing():
    result = apply(
        stuk(FIRST),
        plan(wijziging("aanvulling", "1", SECOND)),
        [Beslissing(wijziging=1, keuze="afwijzen")],
    )

    assert teksten(result.stuk) == [FIRST]
    assert [each.toestand for each in result.verwerkingen] == ["door een mens beslist"]


def test_a_theme_that_was_refused_takes_no_new_agreement():
    extra = wijziging("nieuw", thema="Water", tekst="Regen.", onderdeel="thema")
    new = wijziging("nieuw", "2", SECOND, thema="Water")

    result = apply(stuk(FIRST), plan(extra, new), [Beslissing(wijziging=1, keuze="afwijzen")])

    assert conflicts(result) == [(2, "onbekend")]
    assert result.stuk.themas == ()


@pytest.mark.parametrize("numbers", [[2], [0], [1, 1]])
def test_a_decision_about_no_amendment_or_a_second_one_is_refused(numbers):
    decisions = [Beslissing(wijziging=number, keuze="afwijzen") for number in numbers]

    with pytest.raises(GeschiedenisError, match="wijziging"):
        apply(stuk(FIRST), plan(wijziging("aanvulling", "1", SECOND)), decisions)


def test_explaining_tells_what_would_happen_as_proposed():
    found = explain(stuk(FIRST), plan(wijziging("aanvulling", "1", SECOND)))

    assert [(each.toestand, each.aanvaard) for each in found] == [("voorgesteld", None)]
    assert found[0].uitleg == f"Aan het eind van afspraak 1 komt een alinea bij: “{SECOND}”."


def test_a_new_theme_and_an_agreement_in_it_come_together():
    extra = wijziging("nieuw", thema="Water", tekst="Regen.", onderdeel="thema")

    result = apply(stuk(FIRST), plan(extra, wijziging("nieuw", "2", SECOND, thema="Water")))

    assert conflicts(result) == []
    assert result.stuk.themas == (Thema(titel="Water", context="Regen."),)
    assert [(each.nummer, each.thema) for each in result.stuk.afspraken] == [("1", None), ("2", "Water")]
