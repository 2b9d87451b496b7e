"""Reference days and the periods that end on them."""

from datetime import date

import pytest

from wederkerig.monitoring.woningen import Periode


@pytest.mark.parametrize(
    ("peildatum", "van", "tot"),
    [
        (date(2025, 12, 31), date(2025, 1, 1), date(2025, 12, 31)),
        (date(2026, 1, 1), date(2025, 1, 1), date(2025, 12, 31)),
        (date(2025, 7, 1), date(2024, 7, 1), date(2025, 6, 30)),
        (date(2025, 3, 15), date(2024, 3, 16), date(2025, 3, 15)),
        (date(2024, 2, 28), date(2023, 2, 28), date(2024, 2, 28)),
    ],
)
def test_a_period_is_the_year_before(peildatum, van, tot):
    found = Periode.ending(peildatum)

    assert (found.van, found.tot) == (van, tot)


def test_a_period_can_begin_on_another_day():
    assert Periode.ending(date(2025, 7, 1), date(2025, 1, 1)).van == date(2025, 1, 1)


def test_a_period_that_begins_after_it_ends_is_refused():
    with pytest.raises(ValueError, match="na de peildatum"):
        Periode.ending(date(2025, 7, 1), date(2025, 7, 1))
