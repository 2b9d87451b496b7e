"""Sums of the field: sharing out and indexing."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wederkerig.monitoring.toewijzing import ToewijzingError, indexed, share_out

KEYS = st.dictionaries(st.text("abc", min_size=1, max_size=3), st.integers(0, 9000), min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("totaal", "sleutel", "delen"),
    [
        (30, {"Aster": 1, "Bloem": 2}, {"Aster": 10, "Bloem": 20}),
        (31, {"Aster": 1, "Bloem": 2}, {"Aster": 10, "Bloem": 21}),
        (32, {"Aster": 1, "Bloem": 2}, {"Aster": 11, "Bloem": 21}),
        (47, {"eerste halfjaar": 1, "tweede halfjaar": 2}, {"eerste halfjaar": 16, "tweede halfjaar": 31}),
        (40, {"Aster": 2262, "Bloem": 1000, "Cirkel": 79}, {"Aster": 27, "Bloem": 12, "Cirkel": 1}),
        (1, {"Aster": 5, "Bloem": 5}, {"Aster": 1, "Bloem": 0}),
        (0, {"Aster": 1}, {"Aster": 0}),
        (10, {"Aster": Decimal("0.25"), "Bloem": Decimal("0.75")}, {"Aster": 2, "Bloem": 8}),
    ],
)
def test_a_taakstelling_is_shared_out_in_whole_people(totaal, sleutel, delen):
    assert share_out(totaal, sleutel) == delen


@settings(max_examples=60)
@given(st.integers(0, 500), KEYS.filter(lambda sleutel: any(sleutel.values())))
def test_shares_add_up_and_none_is_a_whole_off(totaal, sleutel):
    shares = share_out(totaal, sleutel)
    whole = sum(sleutel.values())

    assert sum(shares.values()) == totaal
    assert all(abs(share * whole - totaal * sleutel[naam]) < whole for naam, share in shares.items())


@settings(max_examples=40)
@given(st.integers(0, 500), KEYS.filter(lambda sleutel: any(sleutel.values())))
def test_the_order_of_the_key_does_not_matter(totaal, sleutel):
    assert share_out(totaal, dict(reversed(sleutel.items()))) == share_out(totaal, sleutel)


@pytest.mark.parametrize(
    ("totaal", "sleutel"), [(-1, {"A": 1}), (5, {"A": -1, "B": 2}), (5, {}), (5, {"A": 0})]
)
def test_what_cannot_be_shared_out_is_refused(totaal, sleutel):
    with pytest.raises(ToewijzingError):
        share_out(totaal, sleutel)


def test_a_land_price_is_raised_on_each_first_of_january_since_its_price_level():
    percentages = {2024: Decimal("3.8"), 2025: Decimal("3.3"), 2026: Decimal(-1)}
    level = date(2023, 1, 1)

    assert indexed(Decimal(21000), prijspeil=level, op=date(2023, 12, 31), percentages={}) == 21000
    assert indexed(Decimal(21000), prijspeil=level, op=date(2024, 1, 1), percentages=percentages) == 21798
    assert indexed(Decimal(21000), prijspeil=level, op=date(2026, 7, 1), percentages=percentages) == Decimal(
        "22292.16"
    )


def test_a_land_price_is_not_guessed():
    with pytest.raises(ToewijzingError, match="2024, 2026"):
        indexed(Decimal(1), prijspeil=date(2023, 1, 1), op=date(2026, 1, 1), percentages={2025: Decimal(1)})
    with pytest.raises(ToewijzingError, match="2023-01-01"):
        indexed(Decimal(1), prijspeil=date(2023, 1, 1), op=date(2022, 1, 1), percentages={})
