"""The number at the beginning of a block: which labels there are, and what only looks like one."""

import pytest

from wederkerig.reading.labels import is_sub_item, number_label, parse_label, strip_label


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("1. De gemeente bouwt.", "1", "De gemeente bouwt."),
        ("12 De gemeente bouwt.", "12", "De gemeente bouwt."),
        ("12) De gemeente bouwt.", "12", "De gemeente bouwt."),
        ("7: De gemeente bouwt.", "7", "De gemeente bouwt."),
        ("1.3 De gemeente bouwt.", "1.3", "De gemeente bouwt."),
        ("1.3. De gemeente bouwt.", "1.3", "De gemeente bouwt."),
        ("1.4.2 De gemeente bouwt.", "1.4.2", "De gemeente bouwt."),
        ("2.1.3. De gemeente bouwt.", "2.1.3", "De gemeente bouwt."),
        ("5.1 – De gemeente bouwt.", "5.1", "De gemeente bouwt."),
        ("A1 De gemeente bouwt.", "A1", "De gemeente bouwt."),
        ("A3. De gemeente bouwt.", "A3", "De gemeente bouwt."),
        ("B.2 De gemeente bouwt.", "B.2", "De gemeente bouwt."),
        ("WZ4. De gemeente bouwt.", "WZ4", "De gemeente bouwt."),
        ("Afspraak 7: De gemeente bouwt.", "7", "De gemeente bouwt."),
        ("Afspraak 7. De gemeente bouwt.", "7", "De gemeente bouwt."),
        ("Afspraak nr. 7: De gemeente bouwt.", "7", "De gemeente bouwt."),
        ("Prestatieafspraak 2.4 De gemeente bouwt.", "2.4", "De gemeente bouwt."),
        ("AFSPRAAK 12 De gemeente bouwt.", "12", "De gemeente bouwt."),
        ("B. De gemeente bouwt.", "B", "De gemeente bouwt."),
        ("1. 30 woningen worden gesloopt.", "1", "30 woningen worden gesloopt."),
        ("2. a. De gemeente bouwt.", "2", "a. De gemeente bouwt."),
        ("12a. De gemeente bouwt.", "12", "De gemeente bouwt."),
    ],
)
def test_a_number_at_the_beginning_is_a_label(text, number, words):
    label = parse_label(text)
    assert label is not None
    assert (label.number, text[label.end :]) == (number, words)


@pytest.mark.parametrize(
    "text",
    [
        "50 woningen komen in de Polderwijk.",
        "2025 wordt het jaar van de sleutel.",
        "2025. Daarna volgt de rest.",
        "1.250 woningen krijgen een beter label.",
        "12.500 euro gaat naar het noodfonds.",
        "30% van de woningen is sociaal.",
        "2,5 miljoen euro gaat naar het noodfonds.",
        "10-jarige contracten blijven bestaan.",
        "1 januari 2025 gaat de regeling in.",
        "1.5 miljoen euro gaat naar het noodfonds.",
        "De gemeente bouwt.",
        "a. De gemeente bouwt.",
        "- De gemeente bouwt.",
        "Afspraken over bouwen",
        "",
    ],
)
def test_an_amount_a_year_or_a_word_is_no_label(text):
    assert parse_label(text) is None


def test_a_letter_behind_the_number_is_kept_apart():
    label = parse_label("12a. De gemeente bouwt.")
    assert label is not None
    assert (label.number, label.sub) == ("12", "a")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("1. X", "12. X", True),
        ("1. X", "1) X", False),
        ("1.2 X", "3.4 X", True),
        ("1.2 X", "1.2.3 X", False),
        ("A1 X", "C7 X", True),
        ("Afspraak 1: X", "1: X", False),
    ],
)
def test_labels_count_together_when_they_look_alike(one, other, same):
    first, second = parse_label(one), parse_label(other)
    assert first is not None
    assert second is not None
    assert (first.style == second.style) is same


def test_a_letter_counts_as_its_place_in_the_alphabet():
    labels = [parse_label(text) for text in ("A2 X", "B.10 X", "Z1 X", "AA1 X")]
    assert [label and label.key for label in labels] == [(1, 2), (2, 10), (26, 1), (27, 1)]


@pytest.mark.parametrize(
    ("text", "sub"),
    [
        ("a. De gemeente bouwt.", True),
        ("b) De gemeente bouwt.", True),
        ("12b. De gemeente bouwt.", True),
        ("ii) De gemeente bouwt.", True),
        ("A. De gemeente bouwt.", False),
        ("1. De gemeente bouwt.", False),
        ("bij de gemeente.", False),
    ],
)
def test_a_lettered_part_is_a_sub_item(text, sub):
    assert is_sub_item(text) is sub


@pytest.mark.parametrize(
    ("cell", "number"), [("12", "12"), ("12.", "12"), ("3.1", "3.1"), ("A4", "A4"), ("wie", None), ("", None)]
)
def test_a_cell_with_a_bare_number_is_a_label(cell, number):
    label = number_label(cell)
    assert (label and label.number) == number


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("2. Betaalbaarheid", "Betaalbaarheid"),
        ("2.1 – Huurbeleid", "Huurbeleid"),
        ("Betaalbaarheid", "Betaalbaarheid"),
        ("2", "2"),
    ],
)
def test_a_title_stands_without_its_number(title, bare):
    assert strip_label(title) == bare
