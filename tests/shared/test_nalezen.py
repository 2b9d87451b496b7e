"""Real documents on the screen: keys of their own, and values that can be typed again."""

import pytest

from wederkerig.documents import read_document
from wederkerig.nalezen import check_value, confirm, items, open_doubts, settle
from wederkerig.reading import read_stuk

KEYS = ("000", "001", "002", "003", "004")


@pytest.fixture(scope="module")
def readings(shared):
    """The documents as read, by key."""
    return {key: read_stuk(read_document(next((shared / "seeds").glob(f"{key}_*.txt")))) for key in KEYS}


@pytest.mark.parametrize("key", KEYS)
def test_every_fact_has_a_key_of_its_own(key, readings):
    found = [each.sleutel for each in items(readings[key])]

    assert len(found) == len(set(found)) > 50


@pytest.mark.parametrize("key", KEYS)
def test_what_is_shown_can_be_typed_again(key, readings):
    for each in items(readings[key]):
        for veld in each.velden:
            if veld.tekst or not veld.verplicht:
                assert check_value(each, veld.naam, veld.tekst) == veld.waarde, veld.naam


@pytest.mark.parametrize("key", KEYS)
def test_a_document_of_which_nothing_is_said_stays_as_it_is(key, readings):
    assert settle(readings[key], []).stuk == readings[key]


@pytest.mark.parametrize("key", KEYS)
def test_all_doubts_can_be_settled(key, readings):
    said = [confirm(each) for each in open_doubts(readings[key])]

    assert open_doubts(readings[key], said) == ()
    assert open_doubts(settle(readings[key], said).stuk) == ()


@pytest.mark.parametrize("key", KEYS)
def test_a_fact_less_changes_no_other_key(key, readings):
    stuk = readings[key]
    before = {each.sleutel: each.woorden for each in items(stuk)}
    for lijst in ("partijen", "afspraken", "getallen", "termijnen", "wijzigingen", "kaders"):
        fewer = stuk.model_copy(update={lijst: getattr(stuk, lijst)[1:]})
        assert {each.sleutel: each.woorden for each in items(fewer)}.items() <= before.items()
