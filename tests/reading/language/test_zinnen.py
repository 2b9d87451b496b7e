"""Sentences: where each begins and ends."""

import pytest

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
        ("Zie www.duinrade.nl voor meer.", ["Zie www.duinrade.nl voor meer."]),
    ],
)
def test_a_text_falls_apart_into_sentences(text, expected):
    assert [text[first:last] for first, last in find_zinnen(text)] == expected
