"""References to other agreements, and numbers that refer to something else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wederkerig.reading.language.verwijzingen import find_nummers_in_verwijzingen, find_verwijzingen


@pytest.mark.parametrize(
    ("text", "expected", "remark"),
    [
        ("Zie afspraak 36.", ["36"], "one number"),
        ("Dit sluit aan bij afspraak 12 en 14.", ["12", "14"], "two behind a singular"),
        ("In de afspraken 3 t/m 5 staat meer.", ["3", "4", "5"], "a series, written out"),
        ("De afspraken 11 tot en met 14 gelden.", ["11", "12", "13", "14"], "a series in words"),
        ("Afspraken 2, 4 en 7-9 vervallen.", ["2", "4", "7", "8", "9"], "a list with a series in it"),
        ("In samenhang met afspraak 2.2.1 bezien.", ["2.2.1"], "numbering with dots"),
        ("Ook afspraak A3 en afspraak B.2 gelden.", ["A3", "B.2"], "numbering with a letter before"),
        ("Zoals bij afspraak 12a is benoemd.", ["12"], "a sub-letter stays within its agreement"),
        ("Op grond van 5.3 is een uitzondering mogelijk.", ["5.3"], "a bare number behind a reference"),
        ("Wijkt een plan af van 2.1.2, dan volgt overleg.", ["2.1.2"], "the same, with three levels"),
        ("Zie ook 4.2.", ["4.2"], "the shortest reference"),
        ("Bij prestatieafspraken 2021 hoort een bijlage.", [], "a year"),
        ("Wij doen dit zoals bedoeld in 2.3.", ["2.3"], "as meant in"),
        ("Het overleg uit 3.1.2 bespreekt dit.", ["3.1.2"], "three levels behind a preposition"),
        ("Zie B.2 en de A28, bij 3.2 punten.", ["B.2"], "a letter before, a road, a score"),
        ("Op 1.12.2025 en in 1.5 jaar.", [], "a date and a decimal"),
        ("Conform artikel 46 van de Woningwet.", [], "an article of law"),
        ("Onder 2.5% leegstand gebeurt niets.", [], "a percentage"),
        ("Zie 1.500 woningen verderop.", [], "a thousand"),
        ("De drie afspraken gelden 5 jaar.", [], "a count of agreements"),
        ("Afspraak 7: De gemeente wijst kavels aan.", [], "the number of the agreement itself"),
    ],
)
def test_references_in_a_sentence(text, expected, remark):
    assert [found.nummer for found in find_verwijzingen(text)] == expected, remark


def test_a_reference_points_at_its_words():
    text = "Wij werken dit uit, zie afspraak 14."
    (found,) = find_verwijzingen(text)
    assert text[found.start : found.end].endswith("afspraak 14")


@given(st.text(alphabet="afsprkeni 0123456789.,-tmAB\n", max_size=60))
def test_spans_lie_inside_any_text(text):
    for found in find_verwijzingen(text):
        assert text[found.start : found.end].strip()


@pytest.mark.parametrize(
    ("text", "expected", "remark"),
    [
        ("Zie afspraken 3 t/m 5 en 8.", [(14, "3"), (20, "5"), (25, "8")], "the two ends of a series"),
        ("Zie afspraak 12a en 1.", [(13, "12"), (20, "1")], "without the letter of a part"),
        ("Conform 5.3 en afspraak B.2.", [(8, "5.3"), (24, "B.2")], "a bare number"),
        ("Afspraken 1.2.3 tot en met 1.2.5.", [(10, "1.2.3"), (27, "1.2.5")], "bare and listed, once"),
        ("Zie afspraak 4 en afspraak 4.", [(13, "4"), (27, "4")], "the same number twice"),
        ("Afspraak 7: De gemeente bouwt.", [], "the number of the agreement itself"),
        ("In 2026 komen er 40 woningen.", [], "no reference"),
        ("Wij houden ons aan de afspraken.", [], "no number"),
    ],
)
def test_printed_numbers_of_references(text, expected, remark):
    assert [(start, nummer) for start, _, nummer in find_nummers_in_verwijzingen(text)] == expected, remark


@given(st.text(alphabet="zie conform afspraken 0123456789.,-t/m AB\n", max_size=60))
def test_every_printed_number_is_just_its_digits_and_lies_in_a_reference(text):
    gevonden = find_nummers_in_verwijzingen(text)

    verwezen = find_verwijzingen(text)
    assert all(text[start:end] == nummer for start, end, nummer in gevonden)
    assert all(
        any(found.start <= start and end <= found.end for found in verwezen) for start, end, _ in gevonden
    )
    assert {nummer for _, _, nummer in gevonden} <= {found.nummer for found in verwezen}
