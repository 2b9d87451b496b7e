"""A signal: a norm that asks for talks was passed."""

from datetime import date
from decimal import Decimal

from tests.monitoring.maken import AFWIJKEND, jaar, norm, over, stand, vrije_ruimte
from wederkerig.monitoring.signalen import signals

OP = date(2025, 9, 15)


def share(year, waarde, partij="Aster"):
    return jaar(year, waarde, partij, indicator=AFWIJKEND, noemer=Decimal(100))


def half(waarde):
    return over(date(2025, 1, 1), date(2025, 6, 30), waarde, indicator=AFWIJKEND, noemer=Decimal(50))


def test_passing_the_maximum_is_told_to_all_parties_with_the_sum_and_what_is_asked():
    (found,) = signals(
        [vrije_ruimte(nummer="20")],
        [share(2024, 24), share(2024, 18, "Bloem")],
        op=OP,
        partijen=("Aster", "Bloem", "HV"),
    )

    assert found.partijen == ("Aster", "Bloem", "HV")
    assert (found.norm, found.nummer, found.peildatum) == ("1-a", "20", date(2024, 12, 31))
    assert (found.waarde, found.grens) == (21, 20)
    assert found.som == "Elk jaar ten hoogste 20%; in 2024 21%: 1 procentpunt te veel."
    assert found.gevraagd == (
        "Afspraak 20 vraagt dan om overleg: bespreek met alle partijen hoe dit komt en wat u nu doet."
    )


def test_it_is_told_in_the_year_itself():
    held = vrije_ruimte(partijen=("Aster",))

    assert [each.peildatum for each in signals([held], [half(21)], op=OP)] == [date(2025, 6, 30)]
    assert signals([held], [half(20)], op=OP) == ()


def test_each_year_that_is_passed_is_told():
    given = [share(2022, 21), share(2023, 20), share(2024, 25)]

    found = signals([vrije_ruimte(partijen=("Aster",))], given, op=OP)

    assert [each.peildatum.year for each in found] == [2022, 2024]
    assert {each.partijen for each in found} == {("Aster",)}


def test_a_party_without_a_figure_gives_no_signal():
    assert signals([vrije_ruimte()], [share(2024, 90)], op=OP) == ()


def test_a_norm_that_asks_for_no_talks_gives_none():
    most = norm("10", relatie="max")

    assert (
        signals([most, norm(indicator=""), norm(aard="achtergrond")], [stand(date(2025, 7, 1), 11)], op=OP)
        == ()
    )


def test_background_gives_no_signal():
    assert signals([vrije_ruimte(partijen=("Aster",), aard="achtergrond")], [share(2024, 30)], op=OP) == ()


def test_below_a_minimum_is_told_only_once_it_cannot_be_made_good():
    least = vrije_ruimte(relatie="min", partijen=("Aster",), van=date(2024, 1, 1))

    assert [each.peildatum.year for each in signals([least], [share(2024, 10), half(10)], op=OP)] == [2024]
