"""What tables about the stock promise: closing stocks bind, what is planned until then is background."""

from datetime import date
from decimal import Decimal

import pytest

from tests import stukken
from wederkerig.model import Tabel
from wederkerig.monitoring.normen import propose_norms

STOCK = Tabel(
    titel="Tabel 1: zelfstandige woningen",
    kop=("", "Stand 31-12-2024", "Nieuwbouw", "Sloop", "Verkoop", "Stand 31-12-2028"),
    rijen=(
        ("Duinwonen", "1.000", "120 (waarvan 40 fictief)", "30", "10", "1.080"),
        ("Havenhuis", "500", "60", "0", "5", "555"),
        ("Totaal", "1.500", "180", "30", "15", "1.635"),
    ),
    afspraak="1",
)
PLANS = Tabel(
    kop=("Duinwonen", "2026", "2027"), rijen=(("Aantal nieuwbouw", "20", "35"), ("Flexwoningen", "", "50"))
)


def norms_of(tabel):
    stuk = stukken.overeenkomst(tabellen=(tabel,))
    bare = tuple(each.model_copy(update={"getallen": (), "stappen": ()}) for each in stuk.afspraken)
    return propose_norms(stuk.model_copy(update={"afspraken": bare}))


def test_a_closing_stock_binds_its_corporation():
    norms = [norm for norm in norms_of(STOCK) if norm.aard == "norm"]

    assert [(norm.partijen, norm.indicator, norm.waarde, norm.per, norm.nummer) for norm in norms] == [
        ((stukken.DUINWONEN,), "voorraad-zelfstandig", Decimal(1080), date(2028, 12, 31), "1"),
        ((stukken.HAVENHUIS,), "voorraad-zelfstandig", Decimal(555), date(2028, 12, 31), "1"),
    ]


def test_what_is_planned_until_then_is_background():
    planned = [norm for norm in norms_of(STOCK) if norm.aard == "achtergrond"]

    assert sorted((norm.indicator, norm.waarde) for norm in planned) == [
        ("nieuwbouw", Decimal(60)),
        ("nieuwbouw", Decimal(120)),
        ("sloop", Decimal(30)),
        ("verkoop", Decimal(5)),
        ("verkoop", Decimal(10)),
    ]


@pytest.mark.parametrize("change", [{"titel": "Tabel 1: prognose van de voorraad"}, {"afspraak": None}])
def test_an_expected_stock_and_a_table_of_no_agreement_do_not_bind(change):
    assert {norm.aard for norm in norms_of(STOCK.model_copy(update=change))} == {"achtergrond"}


def test_what_is_planned_in_a_year_has_that_year():
    found = [(norm.indicator, norm.grootheid, norm.waarde, norm.van, norm.per) for norm in norms_of(PLANS)]

    assert found == [
        ("nieuwbouw", "stand", Decimal(20), date(2026, 1, 1), date(2026, 12, 31)),
        ("nieuwbouw", "stand", Decimal(35), date(2027, 1, 1), date(2027, 12, 31)),
        ("voorraad-flexwoningen", "verandering", Decimal(50), date(2027, 1, 1), date(2027, 12, 31)),
    ]


def test_keys_of_tables_are_unique_and_do_not_follow_from_the_figures():
    other = STOCK.model_copy(
        update={"rijen": tuple((row[0], row[1], "7", "0", "0", row[5]) for row in STOCK.rijen)}
    )
    keys, others = ([norm.sleutel for norm in norms_of(tabel)] for tabel in (STOCK, other))

    assert len(set(keys)) == len(keys)
    assert set(others) <= set(keys)
