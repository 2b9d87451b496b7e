"""Lasting ids: after the number, unique, and kept whatever becomes of the agreement."""

import pytest

from tests.consolidation.bouwen import plan, stuk, wijziging
from wederkerig.consolidation import apply, identify
from wederkerig.consolidation.identiteit import fresh_id, slug
from wederkerig.model import Afspraak, Plek


def ids(document):
    return [afspraak.id for afspraak in document.afspraken]


def test_an_agreement_is_named_after_its_number():
    assert ids(identify(stuk("Eerste.", "Tweede."))) == ["afspraak-1", "afspraak-2"]


def test_agreements_of_one_number_are_told_apart():
    twins = [Afspraak(nummer="1", tekst=words) for words in ("Eerste.", "Tweede.", "Derde.")]

    assert ids(identify(stuk(*twins))) == ["afspraak-1", "afspraak-1-2", "afspraak-1-3"]


def test_an_id_that_is_there_stays_and_is_not_given_twice():
    document = stuk(
        Afspraak(nummer="7", tekst="Eerste."), Afspraak(id="afspraak-7", nummer="8", tekst="Tweede.")
    )

    assert ids(identify(document)) == ["afspraak-7-2", "afspraak-7"]


def test_a_new_agreement_is_named_after_its_plan():
    result = apply(stuk("Eerste."), plan(wijziging("nieuw", "1", "Nieuw.")))

    assert ids(result.stuk) == ["jaarplan-2026-1", "afspraak-1"]


def test_an_agreement_keeps_its_id_when_its_words_number_and_theme_change():
    moved = wijziging("verplaatsing", "1", plek=Plek(nummer="9", thema="Water", na="2"))
    reworded = wijziging("wijziging", "1", "Geheel andere woorden.")

    result = apply(stuk("Eerste.", "Tweede."), plan(moved, reworded))

    assert [(each.id, each.nummer, each.thema, each.tekst) for each in result.stuk.afspraken] == [
        ("afspraak-2", "2", None, "Tweede."),
        ("afspraak-1", "9", "Water", "Geheel andere woorden."),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [("Jaarplan 2026", "jaarplan-2026"), ("Één – twee", "een-twee"), ("…", "x"), ("2.1.", "2.1")],
)
def test_words_become_a_name(text, name):
    assert slug(text) == name


def test_a_fresh_id_is_not_known_yet():
    assert fresh_id("A 1", {"a-1", "a-1-2"}) == "a-1-3"
