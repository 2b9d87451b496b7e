"""What others may see: no small number, and none that follows from what is shown."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.monitoring.woningen.maken import ALL, RENTS, YEAR, made
from wederkerig.monitoring.woningen import drempel, figures, hide_small

LEAST = 10
LIMITS = {
    "goedkoop": (0, 1),
    "goedkoop-tot-laag": (1, 2),
    "tot-laag": (0, 2),
    "laag-tot-hoog": (2, 3),
    "betaalbaar": (1, 3),
    "tot-hoog": (0, 3),
    "duur": (3, 4),
    "laag-tot-huurgrens": (2, 4),
    "tot-huurgrens": (0, 4),
    "boven-huurgrens": (4, 5),
}


def dwellings(number, **fields):
    return [made(**{"maatschappelijk_label": "DAE", "rekenhuur": Decimal(500), **fields})] * number


def shown(woningen, velden=ALL):
    cijfers = figures(woningen, perioden=[YEAR], velden=velden)
    return {(each.niveau, each.gebied, each.indicator): each for each in hide_small(cijfers, LEAST)}


def test_small_counts_and_small_rests_are_hidden_and_others_not():
    found = shown([*dwellings(20, energielabel="A"), *dwellings(9, energielabel="G")])

    assert ("gemeente", None, "voorraad-sociaal") in found
    assert ("gemeente", None, "label-efg") not in found
    assert ("gemeente", None, "label-a-aandeel") not in found
    assert ("gemeente", None, "huur-tot-laag") in found


def test_amounts_of_few_dwellings_are_hidden():
    assert ("gemeente", None, "huur-gemiddeld") not in shown(dwellings(9))
    assert shown(dwellings(10))["gemeente", None, "huur-gemiddeld"].waarde == 500


def test_nothing_is_hidden_where_nothing_is_small():
    woningen = [*dwellings(30, wijk="Noord"), *dwellings(40, wijk="Zuid")]
    cijfers = figures(woningen, perioden=[YEAR], velden=ALL)

    assert hide_small(cijfers, 1) == cijfers
    assert len(hide_small(cijfers, LEAST)) == len(cijfers)


def test_one_small_district_hides_another_so_that_the_total_does_not_tell():
    woningen = [*dwellings(30, wijk="Noord"), *dwellings(40, wijk="Zuid"), *dwellings(5, wijk="Oost")]

    found = {key[:2] for key in shown(woningen) if key[2] == "voorraad-sociaal"}

    assert found == {("gemeente", None), ("wijk", "Zuid")}


def test_a_district_hidden_for_what_is_left_over_does_not_follow_from_the_total():
    woningen = [
        *dwellings(20, wijk="Noord"),
        *dwellings(20, wijk="Noord", rekenhuur=Decimal(700)),
        *dwellings(20, wijk="Zuid"),
        *dwellings(30, wijk="Zuid", rekenhuur=Decimal(700)),
        *dwellings(15, wijk="Oost"),
        *dwellings(5, wijk="Oost", rekenhuur=Decimal(700)),
    ]

    found = {key[:2] for key in shown(woningen) if key[2] == "huur-tot-laag"}

    assert found == {("gemeente", None), ("wijk", "Zuid")}


def test_a_small_district_beside_dwellings_of_no_district_is_hidden_alone():
    woningen = [*dwellings(30), *dwellings(40, wijk="Zuid"), *dwellings(5, wijk="Oost")]

    found = {key[:2] for key in shown(woningen) if key[2] == "voorraad-sociaal"}

    assert found == {("gemeente", None), ("wijk", "Zuid")}


def test_a_total_of_which_all_but_one_part_is_shown_does_not_tell_the_part():
    woningen = [*dwellings(40, zelfstandig=True), *dwellings(4, zelfstandig=False)]

    found = {key[2] for key in shown(woningen) if key[2].startswith("voorraad")}

    assert found.isdisjoint({"voorraad-onzelfstandig", "voorraad-zelfstandig"})
    assert "voorraad-sociaal" in found


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.sampled_from(RENTS), st.integers(1, 40)), max_size=8, unique_by=lambda row: row[0])
)
def test_no_small_class_of_rents_follows_from_those_that_are_shown(rows):
    woningen = [each for rent, number in rows for each in dwellings(number, rekenhuur=rent)]
    found = {key[2].removeprefix("huur-"): each for key, each in shown(woningen).items()}
    edges = {LIMITS[name]: each.teller for name, each in found.items() if name in LIMITS}
    if edges:
        edges[0, 5] = next(each.noemer for name, each in found.items() if name in LIMITS)

    for number in derivable(edges).values():
        assert not 0 < number < LEAST


def derivable(edges):
    """Every class whose number follows from known ones, by adding and subtracting until nothing new comes."""
    known = {**edges, **{(end, start): -number for (start, end), number in edges.items()}}
    while True:
        more = {
            (start, other): number + known[end, other]
            for (start, end), number in known.items()
            for (at, other) in known
            if at == end and other != start and (start, other) not in known
        }
        if not more:
            return {pair: number for pair, number in known.items() if pair[0] < pair[1]}
        known |= more


def test_the_threshold_is_data():
    assert drempel() == 10


def test_a_total_and_its_only_part_do_not_tell_how_few_lie_elsewhere():
    woningen = [*dwellings(57, wijk="Noord"), *dwellings(3)]
    cijfers = figures(woningen, perioden=[YEAR], velden=ALL)

    asked = [each for each in cijfers if each.indicator == "voorraad-sociaal"]

    assert [(each.gebied, each.teller) for each in asked] == [(None, 60), ("Noord", 57)]
    assert [each.gebied for each in hide_small(asked, LEAST)] == [None]


def test_parts_that_overlap_do_not_hide_how_few_one_of_them_leaves():
    woningen = [*dwellings(30, wijk="Noord"), *dwellings(27, wijk="Zuid"), *dwellings(3)]
    cijfers = figures(woningen, perioden=[YEAR], velden=ALL)
    asked = [each for each in cijfers if each.indicator == "voorraad-sociaal"]
    village = asked[1].model_copy(update={"gebied": "Zee", "teller": Decimal(57), "waarde": Decimal(57)})

    assert [each.gebied for each in asked] == [None, "Noord", "Zuid"]
    assert "Zee" not in [each.gebied for each in hide_small([*asked, village], LEAST)]
