"""Sentences: where each begins and ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wederkerig.reading.language.zinnen import find_zinnen


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eén zin.", ["Eén zin."]),
        ("Eén zin. Nog een zin.", ["Eén zin.", "Nog een zin."]),
        ("Komt er grond? Ja! Zo is het.", ["Komt er grond?", "Ja!", "Zo is het."]),
        ("De huur stijgt; De gemeente let op.", ["De huur stijgt;", "De gemeente let op."]),
        ("De huur stijgt; dat valt op.", ["De huur stijgt; dat valt op."]),
        ("Eerste regel\nTweede regel", ["Eerste regel", "Tweede regel"]),
        ("Zij zegt 'ja.' Dan begint het.", ["Zij zegt 'ja.'", "Dan begint het."]),
        ("De huur stijgt.¹ De gemeente let op.", ["De huur stijgt.¹", "De gemeente let op."]),
        ("De huur stijgt.⁵ De gemeente let op.", ["De huur stijgt.⁵", "De gemeente let op."]),
        ("Er komt geld bij. € 500 per jaar.", ["Er komt geld bij.", "€ 500 per jaar."]),
        ("  Wit eromheen.  ", ["Wit eromheen."]),
        ("Zonder punt", ["Zonder punt"]),
        ("", []),
        (" \n ", []),
        # points that end no sentence
        ("Het gaat om ca. 40 woningen.", ["Het gaat om ca. 40 woningen."]),
        ("Zij vraagt o.a. De Nok om raad.", ["Zij vraagt o.a. De Nok om raad."]),
        ("Met dhr. Boer en mevr. Smit.", ["Met dhr. Boer en mevr. Smit."]),
        ("Met A. Boer en B.C. Smit.", ["Met A. Boer en B.C. Smit."]),
        ("Volgens art. 44 van de wet.", ["Volgens art. 44 van de wet."]),
        ("De huur is € 1.250,50 per jaar.", ["De huur is € 1.250,50 per jaar."]),
        ("Zij groeit t.o.v. 2017. Dat is veel.", ["Zij groeit t.o.v. 2017.", "Dat is veel."]),
        ("Dit geldt per 1 jan. 2025 voor allen.", ["Dit geldt per 1 jan. 2025 voor allen."]),
        ("Op 1 jan. Dan begint het.", ["Op 1 jan.", "Dan begint het."]),
        (
            "Denk aan trappen, liften etc. Ook deuren tellen.",
            ["Denk aan trappen, liften etc.", "Ook deuren tellen."],
        ),
        ("Denk aan liften e.d. en deuren.", ["Denk aan liften e.d. en deuren."]),
        ("Het kost € 480.000,-. De Nok betaalt mee.", ["Het kost € 480.000,-.", "De Nok betaalt mee."]),
        ("Het kost € 480.000,- per jaar.", ["Het kost € 480.000,- per jaar."]),
        ("Er zijn vier thema's. Bij elk hoort geld.", ["Er zijn vier thema's.", "Bij elk hoort geld."]),
        ("Er zijn vier thema’s. Bij elk hoort geld.", ["Er zijn vier thema’s.", "Bij elk hoort geld."]),
        ("Minstens label C. Alleen hofjes niet.", ["Minstens label C.", "Alleen hofjes niet."]),
        ("De labels E, F en G. Voor 2030 zijn die weg.", ["De labels E, F en G.", "Voor 2030 zijn die weg."]),
        ("Kijk op duinrade.nl. De Nok helpt.", ["Kijk op duinrade.nl.", "De Nok helpt."]),
        # the number of an item belongs to its sentence
        ("1. Grond aanwijzen.", ["1. Grond aanwijzen."]),
        ("12. a. De Nok telt. Dan meldt zij zich.", ["12. a. De Nok telt.", "Dan meldt zij zich."]),
        ("Dit doen wij:\n2. Bouwen.\n3.1. Slopen.", ["Dit doen wij:", "2. Bouwen.", "3.1. Slopen."]),
        ("Zie afspraak 36. De Nok telt.", ["Zie afspraak 36.", "De Nok telt."]),
        ("Het is zover in 2025. De Nok telt.", ["Het is zover in 2025.", "De Nok telt."]),
        ("Eerst dit.\n* Dan dat.", ["Eerst dit.", "* Dan dat."]),
        ("Eerst dit.\ndan dat.", ["Eerst dit.", "dan dat."]),
        ("Zie www.duinrade.nl voor meer.", ["Zie www.duinrade.nl voor meer."]),
    ],
)
def test_a_text_falls_apart_into_sentences(text, expected):
    assert [text[first:last] for first, last in find_zinnen(text)] == expected


@given(st.text(alphabet="aB1. ,;:!?\n'*()€-", max_size=40))
def test_sentences_hold_all_words_once_and_in_order(text):
    spans = find_zinnen(text)

    assert "".join("".join(text[first:last].split()) for first, last in spans) == "".join(text.split())
    assert all(text[first:last] == text[first:last].strip() for first, last in spans)
