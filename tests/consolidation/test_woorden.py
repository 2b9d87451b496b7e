"""The marked difference between two texts: whole words, drawn together."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import examples
from tests.consolidation.maken import teksten
from wederkerig.consolidation import compare_words

LOOSE = st.text(st.sampled_from("ab é\n.,-"), max_size=30)
SIGN = {"gelijk": "", "weg": "-", "bij": "+"}


def shown(old, new):
    """The pieces as people type them: [-struck-] and {+added+}."""
    return "|".join(SIGN[piece.soort] + piece.tekst for piece in compare_words(old, new))


@settings(max_examples=examples(1000))
@given(st.one_of(teksten, LOOSE), st.one_of(teksten, LOOSE))
def test_kept_and_struck_give_the_old_text_and_kept_and_added_the_new(old, new):
    pieces = compare_words(old, new)

    assert "".join(piece.tekst for piece in pieces if piece.soort != "bij") == old
    assert "".join(piece.tekst for piece in pieces if piece.soort != "weg") == new


@settings(max_examples=examples(1000))
@given(st.one_of(teksten, LOOSE), st.one_of(teksten, LOOSE))
def test_no_two_pieces_of_one_kind_stand_side_by_side_and_none_is_empty(old, new):
    kinds = [piece.soort for piece in compare_words(old, new)]

    assert [one for one, other in pairwise(kinds) if one == other] == []
    assert all(piece.tekst for piece in compare_words(old, new))


@pytest.mark.parametrize(
    ("old", "new", "pieces"),
    [
        ("", "", ""),
        ("Wij bouwen.", "Wij bouwen.", "Wij bouwen."),
        ("", "Nieuw.", "+Nieuw."),
        ("Oud.", "", "-Oud."),
        ("Wij bouwen huizen.", "Wij slopen huizen.", "Wij|- bouwen|+ slopen| huizen."),
        # a word is changed whole, not letter by letter
        ("De huurder belt.", "De huurders bellen.", "De|- huurder belt.|+ huurders bellen."),
        # a small word between two replacements goes along with them
        ("oud de lamp", "nieuw de stoel", "-oud de lamp|+nieuw de stoel"),
        # a long stretch between them stays
        (
            "oud blijft hier toch altijd staan lamp",
            "nieuw blijft hier toch altijd staan stoel",
            "-oud|+nieuw| blijft hier toch altijd staan|- lamp|+ stoel",
        ),
        ("Een.\nTwee.", "Een.\nExtra.\nTwee.", "Een.|+\nExtra.|\nTwee."),
        ("Een.\nTwee.\nDrie.", "Een.\nDrie.", "Een.|-\nTwee.|\nDrie."),
        ("Een. Twee.", "Een.\nTwee.", "Een.|- |+\n|Twee."),
    ],
)
def test_what_is_marked(old, new, pieces):
    assert shown(old, new) == pieces
