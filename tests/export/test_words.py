"""Values of the model in Dutch words."""

from datetime import date
from decimal import Decimal
from typing import get_args

import pytest

from tests import stukken
from wederkerig.export.words import (
    WIJZIGING_SOORTEN,
    amount,
    clean,
    getal,
    getallen_of,
    looptijd,
    number,
    short_names,
    termijn,
    who,
)
from wederkerig.model import Afspraak, Getal, Looptijd, Partij, Stap, Termijn
from wederkerig.model.wijziging import WijzigingSoort


@pytest.mark.parametrize(
    ("value", "words"),
    [("3341", "3.341"), ("442.46", "442,46"), ("1.50", "1,5"), ("1E+3", "1.000"), ("-5", "-5"), ("0", "0")],
)
def test_numbers_have_dutch_separators(value, words):
    assert number(Decimal(value)) == words


@pytest.mark.parametrize(
    ("value", "words"), [("1250", "€ 1.250"), ("442.5", "€ 442,50"), ("1E+6", "€ 1.000.000")]
)
def test_amounts_have_cents_only_where_there_are_any(value, words):
    assert amount(Decimal(value)) == words


@pytest.mark.parametrize(
    ("relatie", "waarde", "tot", "eenheid", "words", "short"),
    [
        ("min", "3341", None, "woningen", "minimaal 3.341 woningen", "min. 3.341 woningen"),
        ("max", "12.5", None, "%", "maximaal 12,5%", "max. 12,5%"),
        ("circa", "6", None, "standplaatsen", "ongeveer 6 standplaatsen", "ca. 6 standplaatsen"),
        ("gelijk", "442.46", None, "euro", "€ 442,46", "€ 442,46"),
        ("bereik", "30", "40", "%", "30 tot 40%", "30 tot 40%"),
        ("bereik", "30", None, "%", "30%", "30%"),
    ],
)
def test_quantities_say_their_relation(relatie, waarde, tot, eenheid, words, short):
    fact = Getal(
        tekst="x",
        waarde=Decimal(waarde),
        tot=tot and Decimal(tot),
        eenheid=eenheid,
        relatie=relatie,
    )

    assert (getal(fact), getal(fact, short=True)) == (words, short)


@pytest.mark.parametrize(
    ("tot", "words"),
    [(date(2026, 12, 31), "31-12-2026"), ("--04-01", "elk jaar 1 april"), (None, "vanaf volgend jaar")],
)
def test_deadlines_say_the_last_day_or_their_own_words(tot, words):
    assert termijn(Termijn(tekst="vanaf volgend jaar", tot=tot)) == words


@pytest.mark.parametrize(
    ("van", "tot", "words"),
    [
        (date(2025, 1, 1), date(2028, 12, 31), "1 januari 2025 t/m 31 december 2028"),
        (None, date(2028, 12, 31), "t/m 31 december 2028"),
        (date(2025, 1, 1), None, "vanaf 1 januari 2025"),
        (None, None, ""),
    ],
)
def test_the_term_is_said_as_far_as_it_is_known(van, tot, words):
    assert looptijd(Looptijd(van=van, tot=tot)) == words


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ([stukken.ZEEDRECHT, stukken.DUINWONEN, stukken.HAVENHUIS, stukken.HUURDERS], "alle partijen"),
        ([stukken.DUINWONEN, stukken.HAVENHUIS], "corporaties"),
        ([stukken.ZEEDRECHT, stukken.HAVENHUIS], "gemeente, Havenhuis"),
        ([stukken.HUURDERS], "huurders"),
        (["provincie Duinland"], "provincie Duinland"),
        ([], ""),
    ],
)
def test_whole_groups_are_named_once(names, words):
    assert who(stukken.overeenkomst(), tuple(names)) == words


def test_short_names_have_no_article_but_that_of_the_name():
    assert short_names(stukken.overeenkomst(), [stukken.ZEEDRECHT]) == ["gemeente"]
    party = Partij(naam="Huurdersvereniging De Brug", kort="De Brug", soort="huurdersorganisatie")
    assert short_names(stukken.overeenkomst(partijen=(party,)), [party.naam]) == ["De Brug"]


def test_control_characters_are_gone_and_line_ends_stay():
    assert clean("a\x1b[31mb\x07\n\tc\ud800\uffff\x9b") == "a[31mb\n\tc"


def test_a_quantity_of_the_agreement_is_not_counted_again_in_its_step():
    shared = Getal(tekst="5 woningen", waarde=Decimal(5), eenheid="woningen")
    own = Getal(tekst="6 woningen", waarde=Decimal(6), eenheid="woningen")
    step = Stap(tekst="x", getallen=(shared, own))

    assert getallen_of(Afspraak(nummer="1", tekst="y", getallen=(shared,), stappen=(step,))) == [
        (None, shared),
        (1, own),
    ]


def test_every_kind_of_amendment_has_a_word():
    assert set(WIJZIGING_SOORTEN) == set(get_args(WijzigingSoort))


@pytest.mark.parametrize(
    ("waarde", "eenheid", "said"),
    [
        (3, "maand", "max. 3 maanden"),
        (1, "maand", "max. 1 maand"),
        (8, "week", "max. 8 weken"),
        (1, "weken", "max. 1 week"),
        (10, "jaar", "max. 10 jaar"),
        (200, "woningen", "max. 200 woningen"),
    ],
)
def test_a_unit_of_time_goes_by_its_number(waarde, eenheid, said):
    fact = Getal(waarde=Decimal(waarde), eenheid=eenheid, relatie="max", tekst="x")

    assert getal(fact, short=True) == said
