"""The agreements of the real documents read anew from their words."""

import pytest

from tests.reading.test_opnieuw import all_facts
from wederkerig.documents import read_document
from wederkerig.reading import read_stuk, reread_stuk


@pytest.mark.parametrize("key", ["000", "001", "002", "003"])
def test_the_words_of_a_document_give_the_same_facts_again(shared, key):
    stuk = read_stuk(read_document(next((shared / "seeds").glob(f"{key}_*.txt"))))

    assert all_facts(reread_stuk(stuk)) == all_facts(stuk)
    assert stuk.afspraken
