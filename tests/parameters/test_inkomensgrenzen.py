"""Income limits by date and household, and what the law asks of lettings."""

from datetime import date
from decimal import Decimal

import pytest

from wederkerig.monitoring.indicatoren import indicator
from wederkerig.parameters import ParameterError, inkomensgrens, toewijzingsnorm


@pytest.mark.parametrize(
    ("naam", "op", "personen", "waarde"),
    [
        ("daeb_inkomensgrens", date(2021, 12, 31), 1, "40024"),
        ("daeb_inkomensgrens", date(2021, 12, 31), 4, "40024"),
        ("daeb_inkomensgrens", date(2022, 1, 1), 1, "40765"),
        ("daeb_inkomensgrens", date(2022, 1, 1), 2, "45014"),
        ("daeb_inkomensgrens", date(2026, 12, 31), 3, "56910"),
        ("daeb_tweede_inkomensgrens", date(2021, 6, 1), 1, "44655"),
        ("norminkomen_huurtoeslag", date(2026, 1, 1), 1, "29400"),
        ("middeninkomen_grens", date(2026, 1, 1), 2, "93531"),
    ],
)
def test_a_limit_holds_from_its_date_for_a_household_of_that_size(naam, op, personen, waarde):
    grens = inkomensgrens(naam, op, personen=personen)

    assert grens.waarde == Decimal(waarde)
    assert grens.van <= op
    assert grens.bron


@pytest.mark.parametrize("jaar", range(2022, 2027))
def test_both_limits_move_by_one_percentage(jaar):
    een, meer = (inkomensgrens("daeb_inkomensgrens", date(jaar, 1, 1), personen=n).waarde for n in (1, 2))

    assert abs(meer / een - Decimal("1.10422")) < Decimal("0.00005")  # whole euros are rounded


@pytest.mark.parametrize(
    ("naam", "op", "personen", "zegt"),
    [
        ("daeb_inkomensgrens", date(2014, 12, 31), 1, "is geen waarde bekend op 2014-12-31"),
        ("daeb_inkomensgrens", date(2027, 1, 1), 1, "tot en met 2026-12-31"),
        ("daeb_tweede_inkomensgrens", date(2022, 1, 1), 1, "tot en met 2021-12-31"),
        ("inkomen", date(2024, 1, 1), 1, "Bekend zijn: daeb_inkomensgrens"),
        ("daeb_inkomensgrens", date(2024, 1, 1), 0, "ten minste 1 persoon"),
    ],
)
def test_what_is_not_known_is_said(naam, op, personen, zegt):
    with pytest.raises(ParameterError, match=zegt):
        inkomensgrens(naam, op, personen=personen)


def test_agreements_may_lower_the_norm_of_lettings_since_2022():
    before, since = (toewijzingsnorm("daeb", dag) for dag in (date(2021, 12, 31), date(2022, 1, 1)))

    assert (before.minimum, before.met_afspraak) == (80, None)
    assert (since.minimum, since.met_afspraak) == (Decimal("92.5"), 85)
    assert "art. 48" in since.grondslag


@pytest.mark.parametrize(
    ("naam", "gemeten"), [("daeb", "toewijzing-doelgroep"), ("passend", "passend-toewijzen")]
)
def test_the_catalogue_of_indicators_says_the_same_of_the_law(naam, gemeten):
    norm, law = toewijzingsnorm(naam, date(2026, 1, 1)), indicator(gemeten).wettelijk_op(date(2026, 1, 1))

    assert law is not None
    assert (law.van, law.waarde, law.met_afspraak) == (norm.van, norm.minimum, norm.met_afspraak)


def test_no_norm_of_lettings_is_known_before_its_law():
    with pytest.raises(ParameterError, match="passend"):
        toewijzingsnorm("passend", date(2015, 12, 31))
