"""Keys: one for each fact, the same whatever else reading finds or loses, and fit for an address."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import stukken
from tests.nalezen.nemen import FILES, example, item, with_afspraak, without, zeedrecht
from wederkerig.model import Afspraak, Bron, Getal, Stuk, Termijn
from wederkerig.nalezen import items

LISTS = (
    "partijen themas afspraken getallen termijnen tabellen begrippen kaders hoofdstukken wijzigingen".split()
)
EXAMPLES = [path.name for path in FILES]
NEW = Getal(tekst="negen kabouters", waarde=9, eenheid="kabouters")
OTHER = Afspraak(nummer="1", tekst="Kabouters wonen hier graag.", getallen=(NEW,))


def keys(stuk):
    """Each fact with its key, by which words are known."""
    return {each.sleutel: (each.soort, each.woorden) for each in items(stuk)}


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_fact_has_a_key_of_its_own(name):
    found = [each.sleutel for each in items(example(name))]

    assert len(found) == len(set(found))


@pytest.mark.parametrize("name", EXAMPLES)
def test_keys_are_short_and_fit_for_an_address(name):
    assert [key for key in keys(example(name)) if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,47}", key)] == []


def test_the_same_reading_as_docx_and_pdf_has_mostly_the_same_keys():
    docx, pdf = (
        keys(example(f"veldermeer-meerjarige-prestatieafspraken-2025-2028.{end}")) for end in ("docx", "pdf")
    )

    assert len(docx.keys() & pdf.keys()) > 0.95 * len(docx)


@st.composite
def _changed(draw):
    """A reading of an example document, and one with other facts beside it."""
    stuk = example(draw(st.sampled_from(EXAMPLES)))
    lijst = draw(st.sampled_from([name for name in LISTS if getattr(stuk, name)]))
    facts = getattr(stuk, lijst)
    at = draw(st.integers(0, len(facts) - 1))
    if draw(st.booleans()):
        return stuk, without(stuk, lijst, at)
    if stuk.afspraken and draw(st.booleans()):
        at = draw(st.integers(0, len(stuk.afspraken) - 1))
        getallen = (NEW, *stuk.afspraken[at].getallen)
        return stuk, with_afspraak(stuk, at, getallen=getallen)
    return stuk, stuk.model_copy(
        update={"afspraken": (OTHER, *stuk.afspraken), "getallen": (NEW, *stuk.getallen)}
    )


@given(_changed())
def test_a_fact_keeps_its_key_whatever_is_found_or_lost_beside_it(pair):
    before, after = map(keys, pair)

    for key in before.keys() & after.keys():
        assert before[key] == after[key]
    gone = [key for key in before if key not in after]
    fewer = len(before) - len(after)
    assert len(gone) == max(fewer, 0)


def test_equal_words_keep_their_keys_by_what_stands_before_them():
    first = Getal(tekst="10%", waarde=10, eenheid="%", bron=Bron(van=20, tot=23, voor="van de nieuwbouw is "))
    second = Getal(tekst="10%", waarde=10, eenheid="%", bron=Bron(van=60, tot=63, voor="van de sloop komt "))
    both = with_afspraak(zeedrecht(), 0, getallen=(first, second))
    one = with_afspraak(zeedrecht(), 0, getallen=(second,))
    by_place = {each.bron.van: each.sleutel for each in items(both) if each.woorden == "10%"}

    assert item(one, "getal", "10%").sleutel == by_place[60]
    assert by_place[20] != by_place[60]


def test_spaces_capitals_and_breaks_in_words_make_no_other_key():
    first = Afspraak(nummer="1", tekst="De gemeente bouwt woon-\nwagens.")
    again = Afspraak(nummer="1", tekst="De  Gemeente bouwt woonwagens.")
    found = [
        item(Stuk(soort="meerjarig", titel="", afspraken=(each,)), "afspraak").sleutel
        for each in (first, again)
    ]

    assert found[0] == found[1]


@pytest.mark.parametrize(
    "update", [{"waarde": 3}, {"eenheid": "huizen"}, {"twijfel": "Hm."}, {"relatie": "max"}]
)
def test_another_value_of_the_same_words_makes_no_other_key(update):
    stuk = zeedrecht()
    getal = stuk.afspraken[0].getallen[0].model_copy(update=update)

    assert item(with_afspraak(stuk, 0, getallen=(getal,)), "getal").sleutel == item(stuk, "getal").sleutel


def test_the_same_words_in_another_agreement_or_of_another_kind_have_another_key():
    words = Getal(tekst="eind 2027", waarde=1, eenheid="x"), Termijn(tekst="eind 2027")
    afspraken = tuple(
        Afspraak(nummer=nummer, tekst="Iets.", getallen=words[:1], termijnen=words[1:]) for nummer in "12"
    )
    stuk = Stuk(soort="meerjarig", titel="", afspraken=afspraken)
    second = stuk.model_copy(update={"afspraken": afspraken[1:]})

    assert len(keys(stuk)) == 7
    assert keys(second).items() <= keys(stuk).items()


@given(st.lists(st.text(max_size=5), max_size=6), st.lists(st.text(max_size=3), max_size=6))
def test_any_words_give_keys_of_their_own(texts, nummers):
    getallen = tuple(Getal(tekst=text, waarde=1, eenheid="x") for text in texts)
    afspraken = tuple(Afspraak(nummer=nummer, tekst="Iets.", getallen=getallen) for nummer in nummers)
    stuk = stukken.overeenkomst(afspraken=afspraken, getallen=getallen)
    found = [each.sleutel for each in items(stuk)]

    assert len(found) == len(set(found))
    assert all(key.isascii() and key.isprintable() and " " not in key for key in found)
