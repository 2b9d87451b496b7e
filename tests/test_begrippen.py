"""docs/begrippen.md: every word has its place in the code, and every model has its word."""

import re

import pytest

from tests.conftest import ROOT
from wederkerig import model

PAGE = (ROOT / "docs" / "begrippen.md").read_text()
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.splitlines()
    if line.startswith("|") and not line.startswith(("| term |", "|---"))
]
OWN_WORDS = {"Model"}  # a word of programming, not of the field


def place_exists(place: str) -> bool:
    if place.endswith("/"):
        return (ROOT / "src" / "wederkerig" / place).is_dir()
    _, name, *field = place.split(".")
    owner = getattr(model, name, None)
    return owner is not None and (not field or field[0] in owner.model_fields)


@pytest.mark.parametrize(("meaning", "where"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_every_word_is_explained_and_lives_where_the_page_says(meaning, where):
    places = re.findall(r"`([^`]+)`", where)

    assert meaning.endswith(".")
    assert places
    assert [place for place in places if not place_exists(place)] == []


def test_every_word_stands_once():
    terms = [row[0] for row in ROWS]

    assert sorted(terms) == sorted(set(terms))


def test_every_model_has_a_word():
    terms = {word.lower() for row in ROWS for word in re.split(r", ", row[0])}

    assert [name for name in model.__all__ if name not in OWN_WORDS and name.lower() not in terms] == []
