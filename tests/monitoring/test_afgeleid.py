"""What follows from other figures: shares of the statushouders, and the taakstelling shared out."""

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.monitoring.maken import VOORRAAD, jaar, norm, over, stand
from wederkerig.monitoring.afgeleid import GEHUISVEST, TAAKSTELLING, VERDELING, derived, share_task
from wederkerig.monitoring.beoordelen import beoordeel
from wederkerig.monitoring.opgave import due

SOORTEN = {"Zeedrecht": "gemeente", "Aster": "corporatie", "Bloem": "corporatie"}
BEGIN, ZOMER, OP = date(2025, 1, 1), date(2025, 7, 1), date(2026, 3, 1)


def deel(waarde, partij, **changes):
    """Each year this part of the taakstelling is of one corporation."""
    said = {"indicator": VERDELING, "relatie": "gelijk", "eenheid": "%", "ritme": "jaarlijks", "van": BEGIN}
    return norm(waarde, sleutel=f"1-{partij}", partijen=(partij,), **(said | changes))


EEN_DERDE = (deel("33.33", "Aster"), deel("66.67", "Bloem"))


def gehuisvest(van, tot, **by_party):
    return tuple(over(van, tot, waarde, partij, indicator=GEHUISVEST) for partij, waarde in by_party.items())


def taak(dag, waarde):
    return stand(dag, waarde, "Zeedrecht", indicator=TAAKSTELLING)


def parts(verdeling):
    return [(each.partij, each.taak, each.gehuisvest, each.nog) for each in verdeling.delen]


def test_the_share_of_each_corporation_follows_from_what_all_of_them_housed():
    known = gehuisvest(BEGIN, date(2025, 12, 31), Aster=10, Bloem=20)

    found = derived(known, SOORTEN)

    assert [(each.partij, each.indicator, each.waarde, each.noemer) for each in found] == [
        ("Aster", VERDELING, Decimal("33.3333"), 30),
        ("Bloem", VERDELING, Decimal("66.6667"), 30),
    ]
    assert beoordeel(EEN_DERDE[0], found, op=OP).jaren[0].status == "gehaald"


def test_no_share_follows_where_a_corporation_is_missing_or_nobody_was_housed():
    assert derived([jaar(2025, 10, indicator=GEHUISVEST)], SOORTEN) == ()
    assert derived(gehuisvest(BEGIN, ZOMER, Aster=0, Bloem=0), SOORTEN) == ()
    assert derived(gehuisvest(BEGIN, ZOMER, Aster=1, Bloem=1, Zeedrecht=2), {}) == ()


def test_the_share_itself_is_not_asked_but_what_it_follows_from():
    found = due(EEN_DERDE[:1], (), op=OP, soorten=SOORTEN)

    assert {(each.partij, each.indicator) for each in found} == {
        ("Aster", GEHUISVEST),
        ("Bloem", GEHUISVEST),
        ("Zeedrecht", TAAKSTELLING),
    }


def test_a_taakstelling_is_shared_out_by_the_key_of_the_agreements():
    known = (taak(BEGIN, 31), *gehuisvest(BEGIN, date(2025, 6, 30), Aster=4, Bloem=23))

    (found,) = share_task(EEN_DERDE, known, SOORTEN, op=OP)

    assert (found.van, found.tot, found.naar) == (BEGIN, date(2025, 6, 30), "afspraak")
    assert parts(found) == [("Aster", 10, 4, 6), ("Bloem", 21, 23, 0)]
    assert share_task(EEN_DERDE[:1], known, SOORTEN, op=OP)[0].delen[1].taak == 21


def test_without_a_key_it_is_shared_out_by_the_stock_that_all_told():
    known = (
        taak(BEGIN, 40),
        stand(BEGIN, 3000, "Aster"),
        stand(BEGIN, 1000, "Bloem"),
        stand(ZOMER, 1, "Aster"),
    )

    (found,) = share_task((), known, SOORTEN, op=OP)

    assert (found.naar, found.voorraad_op) == ("voorraad", BEGIN)
    assert parts(found) == [("Aster", 30, None, None), ("Bloem", 10, None, None)]
    assert share_task((), known[:2], SOORTEN, op=OP) == ()


def test_of_the_second_half_year_only_its_own_people_count():
    known = (
        taak(ZOMER, 30),
        *gehuisvest(BEGIN, date(2025, 6, 30), Aster=4, Bloem=9),
        *gehuisvest(BEGIN, date(2025, 12, 31), Aster=11, Bloem=29),
    )

    assert parts(share_task(EEN_DERDE, known, SOORTEN, op=OP)[0]) == [
        ("Aster", 10, 7, 3),
        ("Bloem", 20, 20, 0),
    ]
    assert parts(share_task(EEN_DERDE, known[:3], SOORTEN, op=OP)[0])[0] == ("Aster", 10, None, None)
    assert share_task(EEN_DERDE, known, SOORTEN, op=date(2025, 6, 30)) == ()


@settings(max_examples=40)
@given(st.integers(0, 500), st.integers(1, 5000), st.integers(0, 5000))
def test_the_parts_add_up_to_the_taakstelling(people, aster, bloem):
    known = (taak(BEGIN, people), stand(BEGIN, aster, "Aster"), stand(BEGIN, bloem, "Bloem"))

    (found,) = share_task((), known, SOORTEN, op=OP)

    assert sum(each.taak for each in found.delen) == people
    assert known[1].indicator == VOORRAAD
