"""The rule of the five, and what changed since the report before."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.monitoring.rapportstof import beoordeling, norm
from wederkerig.monitoring.aandacht import MOST, Kandidaat, attention, changes_since
from wederkerig.monitoring.beoordelen import STATUSSEN


def kandidaat(sleutel, status, thema="beschikbaarheid", tekort=None, grens=None, **velden):
    judged = beoordeling(sleutel, status, tekort=tekort, grens=grens)
    promised = norm(sleutel, velden.pop("nummer", sleutel), thema, **velden)
    return Kandidaat(promised, judged, f"Norm {sleutel}", f"Zin {sleutel}.")


def keys(punten):
    return [punt.sleutel for punt in punten]


def one_each(statuses):
    return [kandidaat(f"{at}", status, thema=f"thema {at}") for at, status in enumerate(statuses)]


# --- attention -----------------------------------------------------------------------------------


def test_what_goes_well_or_is_too_early_needs_no_attention():
    assert attention(one_each(["gehaald", "op koers", "te vroeg"])) == ()


def test_the_worst_status_comes_first():
    every = one_each(["geen cijfers", "risico", "niet gehaald", "achter"])

    assert keys(attention(every)) == ["2", "3", "1", "0"]


def test_a_norm_that_asks_for_talks_comes_before_all_whatever_its_status():
    punten = attention(one_each(["niet gehaald", "gehaald"]), overleg={"1"})

    assert [(punt.sleutel, punt.reden) for punt in punten] == [
        ("1", "De afspraak vraagt nu om overleg."),
        ("0", "De norm is niet gehaald."),
    ]


def test_within_a_status_what_became_worse_comes_first():
    now = one_each(["achter", "achter"])
    changes = changes_since([beoordeling("1", "achter")], [beoordeling("1", "op koers")])

    punten = attention(now, changes)

    assert keys(punten) == ["1", "0"]
    assert punten[0].reden == "Dit ging achteruit sinds het vorige rapport."


def test_then_what_is_due_first_and_without_a_last_day_comes_last():
    days = {"a": None, "b": date(2027, 1, 1), "c": date(2026, 1, 1)}
    every = [kandidaat(key, "achter", thema=key, per=day) for key, day in days.items()]

    assert keys(attention(every)) == ["c", "b", "a"]


def test_then_what_falls_short_most_for_its_size():
    every = [
        kandidaat("groot", "achter", thema="a", tekort=Decimal(10), grens=Decimal(3000)),
        kandidaat("klein", "achter", thema="b", tekort=Decimal(5), grens=Decimal(10)),
        kandidaat("nul", "achter", thema="c", tekort=Decimal(1), grens=Decimal(0)),
    ]

    assert keys(attention(every)) == ["nul", "klein", "groot"]


def test_one_theme_has_no_more_than_two_while_another_has_something_to_tell():
    crowded = [kandidaat(f"a{at}", "niet gehaald") for at in range(6)]
    other = [kandidaat("b", "risico", thema="betaalbaarheid")]

    assert keys(attention([*crowded, *other])) == ["a0", "a1", "a2", "a3", "b"]
    assert keys(attention(crowded)) == ["a0", "a1", "a2", "a3", "a4"]


def test_missing_figures_are_told_with_whose_they_are():
    each = kandidaat("a", "geen cijfers")
    missing = each._replace(
        beoordeling=each.beoordeling.model_copy(update={"ontbreekt": ("Woonborg", "Zee")})
    )

    assert attention([missing])[0].reden == "Er ontbreken cijfers van Woonborg, Zee."
    assert attention([each])[0].reden == "Er ontbreken cijfers."


def test_where_nothing_is_measured_yet_that_is_the_reason():
    each = kandidaat("a", "geen cijfers")
    unknown = each._replace(beoordeling=each.beoordeling.model_copy(update={"meetbaar": False}))

    assert attention([unknown])[0].reden == "Het is nog niet gekozen wat er gemeten wordt."


def test_a_point_says_what_why_and_who():
    (punt,) = attention([kandidaat("7", "risico", cijfers_van=("Gemeente",), partijen=())])

    assert (punt.kop, punt.zin, punt.reden, punt.wie) == (
        "Norm 7 (afspraak 7)",
        "Zin 7.",
        "Het scheelt weinig.",
        ("Gemeente",),
    )


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.sampled_from(list(STATUSSEN)), st.sampled_from("abc")), max_size=12),
    st.randoms(use_true_random=False),
)
def test_there_are_never_more_than_five_and_order_of_input_does_not_matter(given_norms, random):
    every = [kandidaat(f"{at}", status, thema=thema) for at, (status, thema) in enumerate(given_norms)]
    shuffled = random.sample(every, len(every))

    punten = attention(every)

    assert attention(shuffled) == punten
    assert len(punten) <= MOST
    bad = [
        each
        for each in every
        if each.beoordeling.status in {"niet gehaald", "achter", "risico", "geen cijfers"}
    ]
    assert len(punten) == min(MOST, len(bad))


# --- changes -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("was", "nu", "koers"),
    [
        ("op koers", "achter", "slechter"),
        ("risico", "gehaald", "beter"),
        ("niet gehaald", "achter", "beter"),
        ("te vroeg", "achter", "anders"),
        ("achter", "geen cijfers", "anders"),
    ],
)
def test_a_change_says_which_way(was, nu, koers):
    (change,) = changes_since([beoordeling("a", nu)], [beoordeling("a", was)])

    assert (change.koers, change.was, change.nu) == (koers, was, nu)


def test_only_another_figure_is_a_change_too():
    now, before = (beoordeling("a", "achter", stand=Decimal(stand)) for stand in (12, 10))

    (change,) = changes_since([now], [before])

    assert (change.koers, change.stand_was, change.stand_nu) == ("anders", 10, 12)


def test_norms_that_are_new_or_gone_are_told():
    changes = changes_since([beoordeling("nieuw", "achter")], [beoordeling("weg", "gehaald")])

    assert [(change.sleutel, change.koers) for change in changes] == [
        ("nieuw", "nieuw"),
        ("weg", "vervallen"),
    ]


def test_with_nothing_before_or_nothing_changed_there_is_no_change():
    now = [beoordeling("a", "achter")]

    assert changes_since(now, []) == ()
    assert changes_since(now, now) == ()


def test_half_a_year_of_a_yearly_figure_is_not_held_against_a_whole_one():
    before = beoordeling("a", "achter", stand=Decimal(64), peildatum=date(2025, 12, 31))
    half = beoordeling("a", "achter", stand=Decimal(38), peildatum=date(2026, 6, 30))
    worse = half.model_copy(update={"status": "niet gehaald"})

    assert changes_since([half], [before], over_een_jaar={"a"}) == ()
    (change,) = changes_since([worse], [before], over_een_jaar={"a"})
    assert (change.koers, change.stand_was, change.stand_nu) == ("slechter", None, None)
    (change,) = changes_since([half], [before])  # a figure on a day
    assert (change.stand_was, change.stand_nu) == (64, 38)


def test_halves_and_whole_years_are_held_against_those_of_the_year_before():
    before = beoordeling("a", "achter", stand=Decimal(30), peildatum=date(2025, 6, 30))
    now = beoordeling("a", "achter", stand=Decimal(38), peildatum=date(2026, 6, 30))

    (change,) = changes_since([now], [before], over_een_jaar={"a"})
    assert (change.koers, change.stand_was, change.stand_nu) == ("anders", 30, 38)


def test_points_that_would_be_called_the_same_say_whose_they_are():
    every = [
        kandidaat("a", "achter", thema="1", nummer="24", partijen=("Duin", "Zee")),
        kandidaat("b", "achter", thema="1", nummer="24", partijen=("Zee",)),
        kandidaat("c", "achter", thema="1", nummer="25", partijen=("Zee",)),
    ]
    every = [each._replace(naam="Uitstroom") for each in every]

    assert [punt.kop for punt in attention(every)] == [
        "Uitstroom (afspraak 24): alle partijen samen",
        "Uitstroom (afspraak 24): Zee",
        "Uitstroom (afspraak 25)",
    ]


def test_points_of_one_party_that_would_be_called_the_same_say_what_was_promised():
    every = [
        kandidaat("a", "achter", nummer="24", waarde=Decimal(10)),
        kandidaat("b", "achter", nummer="24", waarde=Decimal(20)),
    ]
    every = [each._replace(naam="Uitstroom") for each in every]

    first, second = [punt.kop for punt in attention(every)]
    assert "ten minste 10 woningen" in first
    assert "ten minste 20 woningen" in second
