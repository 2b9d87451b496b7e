"""The first law: what comparing two versions finds, applied to the one, gives the other to the letter."""

from hypothesis import given, settings

from tests.consolidation.maken import versions
from wederkerig.consolidation import apply, content, diff


@settings(max_examples=2000)
@given(versions())
def test_applying_the_difference_gives_the_other_version(pair):
    old, new = pair

    result = apply(old, diff(old, new))

    assert content(result.stuk) == content(new)
    assert [each.toestand for each in result.verwerkingen if each.toestand != "toegepast"] == []
