"""What is still planned of the stock: what was done of what a table plans over years is not planned again."""

from datetime import date

import pytest

from wederkerig.monitoring.voorraadbeeld import planned_work
from wederkerig.voorraad.grootboek import Mutatie
from wederkerig.voorraad.plannen import Voorraadplan

HIER, ELDERS = "Stichting Duinwonen", "Woonplein"


def sold(aantal, van=date(2025, 1, 1), dag=date(2025, 12, 31), corporatie=HIER, soort="verkoop"):
    return Mutatie(
        soort=soort, corporatie=corporatie, aantal=aantal, van=van, dag=dag, gerealiseerd=True, bron="cijfers"
    )


def left(done, corporatie=HIER):
    planned = Mutatie(
        soort="verkoop",
        corporatie=corporatie,
        aantal=38,
        van=date(2025, 1, 1),
        dag=date(2028, 12, 31),
        bron="tabel",
    )
    plan = Voorraadplan(titel="Voorraad", tabel=1, mutaties=(planned,))
    _, other = planned_work([plan], [], done)
    return [een.aantal for een in other]


@pytest.mark.parametrize(
    ("done", "expected"),
    [
        ([], [38]),
        ([sold(12)], [26]),
        ([sold(12), sold(11, date(2026, 1, 1), date(2026, 6, 30))], [15]),
        ([sold(38)], []),
        ([sold(50)], []),
        ([sold(12, corporatie=ELDERS)], [38]),
        ([sold(12, soort="sloop")], [38]),
        ([sold(12, date(2024, 1, 1), date(2024, 12, 31))], [38]),
        ([sold(12, date(2024, 7, 1), date(2025, 6, 30))], [38]),
    ],
)
def test_what_was_done_in_the_period_is_not_planned_again(done, expected):
    assert left(done) == expected


def test_what_a_table_plans_for_all_together_is_less_by_what_each_did():
    assert left([sold(12), sold(6, corporatie=ELDERS)], corporatie="") == [20]
