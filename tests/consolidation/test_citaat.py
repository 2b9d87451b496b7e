"""Quotes: words must match; layout, quotation marks, dashes and case do not matter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wederkerig.consolidation.citaat import gewoord, has_words, same_words

texts = st.text(st.sampled_from("aB1é. ,\n–“€%\u00ad"), max_size=25)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("De huur stijgt.", "DE HUUR\n  stijgt"),
        ("“Samen” wonen", '"samen" wonen'),
        ("wonen – en zorg", "wonen - en zorg"),
        ("auto’s", "auto's"),
        ("\ufb01etspad", "fietspad"),
        ("ge\u00admeente", "gemeente"),
        ("cafe\u0301", "café"),
        ("€480.000", "€ 480.000"),
        ("m²", "m2"),
    ],
)
def test_these_are_the_same_words(one, other):
    assert same_words(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("de huur", "de huren"),
        ("50%", "50"),
        ("€ 50", "50"),
        ("< 50", "> 50"),
        ("≥ 50", "50"),
        ("woning bouw", "woningbouw"),
    ],
)
def test_these_are_other_words(one, other):
    assert not same_words(one, other)


@pytest.mark.parametrize("text", ["", None, " \n", "…", "“–”", "\u00ad"])
def test_marks_alone_are_no_words(text):
    assert not has_words(text)


def found(text, quote):
    """The stretches of the text in which the quote is found."""
    here, wanted = gewoord(text), gewoord(quote)
    return [text[slice(*here.stretch(first, last, quote))] for first, last in here.find(wanted)]


def test_a_quote_is_found_in_every_place():
    assert found("De wijk. In de wijk. Wijken.", "de wijk") == ["De wijk", "de wijk"]


def test_overlapping_places_both_count():
    assert len(found("ja ja ja", "ja ja")) == 2


@pytest.mark.parametrize("quote", ["24", "500", "3", "2"])
def test_a_quote_does_not_begin_or_end_inside_a_number(quote):
    assert found("Voor € 24.500 of 2,3 procent.", quote) == []


@pytest.mark.parametrize("quote", ["24.500", "€ 24.500", "2,3 procent"])
def test_a_whole_number_is_found(quote):
    assert len(found("Voor € 24.500 of 2,3 procent.", quote)) == 1


def test_a_number_at_the_end_of_a_sentence_is_whole():
    assert found("Vóór 2026. 40 woningen.", "2026") == ["2026"]


def test_punctuation_goes_along_if_the_quote_has_some():
    assert found("Eerst dit; dan dat.", "eerst dit.") == ["Eerst dit;"]
    assert found("Eerst dit; dan dat.", "eerst dit") == ["Eerst dit"]


def test_brackets_around_go_along_if_the_quote_has_them():
    assert found("Dit (zie daar) en dat.", "(zie daar)") == ["(zie daar)"]


@given(texts, texts, texts)
def test_words_between_other_words_are_found(before, quote, after):
    text = f"{before} x {quote} x {after}"

    places = gewoord(text).find(gewoord(quote))

    if has_words(quote):
        assert places
    assert all(gewoord(text).words[first:last] == gewoord(quote).words for first, last in places)


@given(texts)
def test_every_word_has_its_place(text):
    here = gewoord(text)

    assert len(here.spans) == len(here.words)
    assert all(here.words)
