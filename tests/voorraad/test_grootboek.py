"""The ledger adds up, or says where not."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.voorraad.maken import BEGIN, EIND, mutaties, openingen
from wederkerig.voorraad.grootboek import Mutatie, Voorraadstand, balance, total

VAN, TOT = date(2024, 12, 31), date(2028, 12, 31)


def stand(aantal, dag=VAN, **rest):
    return Voorraadstand(corporatie="Lisdodde", dag=dag, aantal=aantal, **rest)


def mutatie(soort, aantal, dag=TOT, **rest):
    return Mutatie(soort=soort, corporatie="Lisdodde", aantal=aantal, dag=dag, **rest)


def by_key(grootboek):
    return {(een.corporatie, een.categorie): een for een in grootboek.balansen}


@settings(max_examples=40)
@given(openingen, st.lists(mutaties(), max_size=25))
def test_opening_and_changes_make_the_closing_balance(standen, gedaan):
    boek = balance(standen, gedaan, van=BEGIN, tot=EIND)

    erbij = sum(een.aantal for een in gedaan if een.soort in {"nieuwbouw", "toevoeging", "aankoop", "saldo"})
    eraf = sum(een.aantal for een in gedaan if een.soort in {"sloop", "verkoop"})
    vervangen = sum(een.aantal - een.gesloopt for een in gedaan if een.soort == "vervanging")
    samen = total(boek.balansen)
    assert samen.begin == sum(een.aantal for een in standen)
    assert samen.eind == samen.begin + erbij - eraf + vervangen
    assert all(een.eind == een.begin + een.verandering for een in boek.balansen)


@settings(max_examples=40)
@given(openingen, st.lists(mutaties(), max_size=25))
def test_the_total_is_the_sum_of_its_corporations(standen, gedaan):
    boek = balance(standen, gedaan, van=BEGIN, tot=EIND)

    per_corporatie = [
        total([een for een in boek.balansen if een.corporatie == naam])
        for naam in {een.corporatie for een in boek.balansen}
    ]
    alles = total(boek.balansen)
    assert total(per_corporatie) == alles
    assert sum(een.eind for een in per_corporatie) == alles.eind


@settings(max_examples=30)
@given(openingen, st.lists(mutaties().filter(lambda een: een.soort == "omzetting"), max_size=15))
def test_a_conversion_keeps_the_total(standen, gedaan):
    boek = balance(standen, gedaan, van=BEGIN, tot=EIND)

    assert total(boek.balansen).verandering == 0


@settings(max_examples=30)
@given(openingen, st.lists(mutaties(), max_size=15), st.randoms())
def test_the_order_does_not_matter(standen, gedaan, toeval):
    geschud, standen_geschud = gedaan[:], standen[:]
    toeval.shuffle(geschud)
    toeval.shuffle(standen_geschud)

    assert balance(standen_geschud, geschud, van=BEGIN, tot=EIND) == balance(
        standen, gedaan, van=BEGIN, tot=EIND
    )


@settings(max_examples=40)
@given(openingen, st.lists(mutaties(), max_size=25), st.integers(1, 1500))
def test_a_period_in_two_parts_comes_to_the_same(standen, gedaan, na):
    halverwege = BEGIN + timedelta(days=na)

    heel = by_key(balance(standen, gedaan, van=BEGIN, tot=EIND))
    eerst = by_key(balance(standen, gedaan, van=BEGIN, tot=halverwege))
    dan = by_key(balance(standen, gedaan, van=halverwege, tot=EIND))

    for key, balans in heel.items():
        assert eerst[key].eind == dan[key].begin
        assert dan[key].eind == balans.eind
        assert eerst[key].verandering + dan[key].verandering == balans.verandering


def test_every_kind_stands_in_the_balance_with_its_sign():
    gedaan = [
        mutatie("nieuwbouw", 40),
        mutatie("vervanging", 30, gesloopt=36),
        mutatie("sloop", 12),
        mutatie("verkoop", 5),
        mutatie("omzetting", 3, naar="niet-daeb"),
    ]

    daeb, niet_daeb = balance([stand(1_000)], gedaan, van=VAN, tot=TOT).balansen

    assert daeb.posten == {"nieuwbouw": 40, "vervanging": -6, "sloop": -12, "verkoop": -5, "omzetting": -3}
    assert (daeb.begin, daeb.eind) == (1_000, 1_014)
    assert (niet_daeb.posten, niet_daeb.begin, niet_daeb.eind) == ({"omzetting": 3}, None, None)


def test_a_closing_stock_that_does_not_follow_is_told_with_the_sum():
    boek = balance(
        [stand(1_000), stand(1_031, TOT)], [mutatie("nieuwbouw", 40), mutatie("sloop", 8)], van=VAN, tot=TOT
    )

    (verschil,) = boek.verschillen
    assert verschil.waar == "Lisdodde, sociale huur (DAEB), stand 31-12-2028"
    assert (verschil.verwacht, verschil.gevonden) == (1_032, 1_031)
    assert verschil.uitleg == "1.000 + 40 - 8 = 1.032, maar er staat 1.031: 1 minder."


def test_two_openings_that_disagree_are_told_and_the_lowest_counts():
    standen = [stand(1_020, bron="jaarverslag"), stand(1_000, date(2025, 1, 1), bron="tabel 1")]

    boek = balance(standen, [], van=VAN, tot=TOT)

    (verschil,) = boek.verschillen
    assert (verschil.verwacht, verschil.gevonden) == (1_000, 1_020)
    assert "1.000 en 1.020 (tabel 1 en jaarverslag)" in verschil.uitleg
    assert boek.balansen[0].begin == 1_000


def test_the_same_opening_twice_is_no_difference():
    assert balance([stand(9), stand(9, date(2025, 1, 1))], [], van=VAN, tot=TOT).verschillen == ()


def test_an_older_stock_is_carried_on_to_the_first_day():
    eerder = [mutatie("nieuwbouw", 10, date(2024, 6, 1)), mutatie("sloop", 4, date(2023, 6, 1))]

    (balans,) = balance([stand(1_000, date(2023, 12, 31))], eerder, van=VAN, tot=TOT).balansen

    assert (balans.begin, balans.eind) == (1_010, 1_010)


def test_a_later_stock_is_counted_back_to_the_first_day():
    (balans,) = balance(
        [stand(1_000, date(2026, 6, 30))], [mutatie("nieuwbouw", 10, date(2026, 1, 1))], van=VAN, tot=TOT
    ).balansen

    assert (balans.begin, balans.eind) == (990, 1_000)


def test_what_changes_outside_the_period_is_left_out():
    buiten = [mutatie("nieuwbouw", 10, VAN), mutatie("nieuwbouw", 10, date(2029, 1, 1))]

    (balans,) = balance([stand(1_000)], buiten, van=VAN, tot=TOT).balansen

    assert balans.posten == {}


def test_more_going_off_than_there_are_is_told():
    (verschil,) = balance([stand(5)], [mutatie("sloop", 8)], van=VAN, tot=TOT).verschillen

    assert verschil.uitleg == "Er gaan meer woningen af dan er zijn: 5 - 8 = -3."


@pytest.mark.parametrize(
    ("velden", "uitleg"),
    [
        ({"soort": "sloop", "aantal": -1}, "kan het aantal woningen niet negatief zijn"),
        ({"soort": "vervanging", "aantal": 1, "gesloopt": -1}, "kan het aantal woningen niet negatief zijn"),
        ({"soort": "sloop", "aantal": 1, "gesloopt": 1}, "horen bij een vervanging"),
        ({"soort": "omzetting", "aantal": 1}, "van de ene categorie naar een andere"),
        ({"soort": "omzetting", "aantal": 1, "naar": "daeb"}, "van de ene categorie naar een andere"),
        ({"soort": "sloop", "aantal": 1, "van": date(2029, 1, 1)}, "niet na de laatste liggen"),
    ],
)
def test_a_change_that_cannot_be_is_refused_in_dutch(velden, uitleg):
    with pytest.raises(ValidationError, match=uitleg):
        Mutatie(corporatie="Lisdodde", dag=TOT, **velden)


def test_balances_of_other_periods_are_not_added():
    een = balance([stand(5)], [], van=VAN, tot=TOT).balansen
    ander = balance([stand(5)], [], van=VAN, tot=EIND).balansen

    with pytest.raises(ValueError, match="verschillende perioden"):
        total([*een, *ander])


def test_a_period_does_not_end_before_it_begins():
    with pytest.raises(ValueError, match="niet voor de eerste"):
        balance([], [], van=TOT, tot=VAN)
