"""Figures from a list: equal to what plain counting gives, whatever the order and however the list is cut."""

from collections import defaultdict
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.monitoring.woningen.maken import ALL, DWELLINGS, YEAR, made
from tests.monitoring.woningen.narekenen import counted
from wederkerig.monitoring.indicatoren import indicatoren
from wederkerig.monitoring.woningen import Periode, count, figures, figures_of
from wederkerig.parameters import ParameterError

LISTS = st.lists(DWELLINGS, max_size=25)
CLASSES = ("goedkoop", "goedkoop-tot-laag", "laag-tot-hoog", "duur", "boven-huurgrens")


def of(woningen, perioden=(YEAR,), velden=ALL):
    return figures(woningen, perioden=perioden, velden=velden)


def by_name(cijfers):
    return {each.indicator: each.waarde for each in cijfers if each.gebied is None}


def areas(woningen):
    """Where each dwelling counts: its municipality, and the parts of it that it names."""
    found = defaultdict(list)
    for each in woningen:
        parts = {"woonplaats": each.woonplaats, "wijk": each.wijk, "buurt": each.buurt}
        for niveau, part in {"gemeente": None, **{key: name for key, name in parts.items() if name}}.items():
            found[each.corporatie, each.gemeente, niveau, part].append(each)
    return found


@settings(max_examples=60)
@given(LISTS)
def test_every_figure_is_what_plain_counting_gives(woningen):
    expected = {
        (*where, name): pair
        for where, rows in areas(woningen).items()
        for name, pair in counted(rows).items()
        if pair[1] != 0
    }
    found = {
        (each.corporatie, each.gemeente, each.niveau, each.gebied, each.indicator): (each.teller, each.noemer)
        for each in of(woningen)
    }
    # an area in which nothing counts on any day says nothing
    assert found == {key: pair for key, pair in expected.items() if key[:4] in {each[:4] for each in found}}
    silent = {key[:4] for key in expected} - {key[:4] for key in found}
    assert all(not pair[0] and not pair[1] for key, pair in expected.items() if key[:4] in silent)


def test_plain_counting_knows_every_indicator_from_a_list():
    assert set(counted([])) == {each.id for each in indicatoren() if each.herkomst == "lijst"}


@settings(max_examples=25)
@given(LISTS, st.randoms())
def test_the_order_of_rows_does_not_matter(woningen, random):
    shuffled = random.sample(woningen, len(woningen))

    assert of(shuffled) == of(woningen)


@settings(max_examples=25)
@given(LISTS, st.integers(0, 25))
def test_a_list_in_two_files_gives_the_same(woningen, at):
    one, other = (count(part, perioden=[YEAR], velden=ALL) for part in (woningen[:at], woningen[at:]))

    assert figures_of(one + other) == of(woningen)


@settings(max_examples=40)
@given(LISTS)
def test_parts_add_up(woningen):
    for where, rows in areas(woningen).items():
        found = {
            each.indicator: each for each in of(woningen)
            if (each.corporatie, each.gemeente, each.niveau, each.gebied) == where
        }  # fmt: skip
        for base in ("huur", "streefhuur", "verhuring", "nieuwbouw"):
            parts = [found[f"{base}-{name}"] for name in CLASSES if f"{base}-{name}" in found]
            assert sum(each.teller for each in parts) == (parts[0].noemer if parts else 0)
        if "verkoop-aandeel" in found:
            came = sum(1 for each in rows if counted([each])["toevoeging"][0])
            assert found["toevoeging"].teller == came


def test_a_rent_at_a_limit_is_in_the_lower_class():
    found = by_name(of([made(rekenhuur=Decimal("477.20"), maatschappelijk_label="DAE")]))

    assert (found["huur-goedkoop"], found["huur-betaalbaar"]) == (100, 0)


def test_limits_are_those_of_the_year():
    woning = made(rekenhuur=Decimal(480), maatschappelijk_label="DAE")
    days = [Periode.ending(date(year, 12, 31)) for year in (2025, 2026)]

    found = {(each.peildatum.year, each.indicator): each.waarde for each in of([woning], days)}

    assert (found[2025, "huur-goedkoop"], found[2026, "huur-goedkoop"]) == (0, 100)


def test_mid_range_rent_is_no_figure_before_it_existed():
    woning = made(rekenhuur=Decimal(1000), maatschappelijk_label="NDA")
    days = [Periode.ending(date(year, 12, 31)) for year in (2023, 2024)]

    years = [each.peildatum.year for each in of([woning], days) if each.indicator == "voorraad-middenhuur"]

    assert years == [2024]


def test_a_year_without_known_limits_is_refused():
    with pytest.raises(ParameterError, match="geen bedrag bekend"):
        of([made(rekenhuur=Decimal(500))], [Periode.ending(date(2030, 12, 31))])


def test_without_its_column_a_figure_is_left_out():
    velden = ALL - {"energielabel", "maatschappelijkLabel"}

    found = by_name(of([made()], velden=velden))

    assert "voorraad-corporatie" in found
    assert [name for name in found if name.startswith(("label", "voorraad-sociaal", "huur"))] == []


def test_one_of_two_columns_with_rent_is_enough():
    velden = ALL - {"rekenhuur"}
    woning = made(rekenhuur=Decimal(500), maatschappelijk_label="DAE")

    assert by_name(of([woning], velden=velden))["huur-gemiddeld"] == 500


def test_a_row_with_a_day_of_its_own_counts_on_that_day_alone():
    days = [Periode.ending(date(year, 12, 31)) for year in (2024, 2025)]
    woningen = [made(peildatum=date(2024, 12, 31)), made(peildatum=date(2025, 12, 31)), made(id="2")]

    found = [each for each in of(woningen, days) if each.indicator == "voorraad-corporatie"]

    assert [(each.peildatum.year, each.waarde) for each in found] == [(2024, 2), (2025, 2)]


def test_the_first_of_january_says_what_the_day_before_says():
    woningen = [made(in_exploitatiedatum=date(2026, 1, 1)), made(uit_exploitatiedatum=date(2026, 1, 1))]

    both = [by_name(of(woningen, [Periode.ending(day)])) for day in (date(2025, 12, 31), date(2026, 1, 1))]

    assert both[0] == both[1]
    assert both[0]["voorraad-corporatie"] == 1


def test_counts_of_other_periods_do_not_add_up():
    other = Periode.ending(date(2024, 12, 31))

    with pytest.raises(ValueError, match="verschillende perioden"):
        count([], perioden=[YEAR], velden=ALL) + count([], perioden=[other], velden=ALL)
