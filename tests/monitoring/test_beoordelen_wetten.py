"""Laws of the judgement, whatever the figures."""

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.monitoring.maken import NIEUWBOUW, jaar, norm, stand
from wederkerig.monitoring.beoordelen import STATUSSEN, Gepland, beoordeel, zin

OP = date(2025, 9, 15)
BEST_FIRST = ["gehaald", "op koers", "risico", "achter", "niet gehaald"]
DAYS = [date(year, month, 1) for year in range(2023, 2028) for month in (1, 7)]
FIGURES = st.integers(0, 5000)
KRINGEN = ("gemeente", "corporatie", "huurdersorganisatie", "zorgaanbieder", "overig", "publiek")

standen = st.dictionaries(
    st.tuples(st.sampled_from(["Aster", "Bloem"]), st.sampled_from(DAYS)), FIGURES, max_size=12
).map(lambda found: [stand(dag, waarde, partij) for (partij, dag), waarde in found.items()])
plannen = st.lists(
    st.builds(Gepland, peildatum=st.sampled_from(DAYS), verschil=st.integers(-300, 300).map(Decimal)),
    max_size=3,
)
normen = st.builds(
    norm,
    st.integers(0, 5000).map(str),
    relatie=st.sampled_from(["min", "max", "circa", "gelijk"]),
    per=st.sampled_from([None, date(2025, 12, 31), date(2026, 12, 31)]),
    ritme=st.sampled_from(["eenmalig", "jaarlijks"]),
    van=st.sampled_from([None, date(2023, 1, 1)]),
    partijen=st.sampled_from([("Aster",), ("Aster", "Bloem"), ()]),
    indicator=st.sampled_from(["voorraad-sociaal", "label-efg", "voorraad-niet-daeb"]),
    grootheid=st.sampled_from(["stand", "verandering", "verandering in %"]),
)


def of(held, metingen, op=OP, gepland=()):
    mine = [each.model_copy(update={"indicator": held.indicator}) for each in metingen]
    eenheid = "%" if held.grootheid == "verandering in %" else held.eenheid
    return beoordeel(held.model_copy(update={"eenheid": eenheid}), mine, op=op, gepland=gepland)


@settings(max_examples=60)
@given(normen, standen, plannen, st.sampled_from(DAYS), st.randoms(use_true_random=False))
def test_the_order_of_the_figures_does_not_matter(held, metingen, gepland, op, random):
    shuffled = list(metingen)
    random.shuffle(shuffled)

    assert of(held, shuffled, op, gepland) == of(held, metingen, op, gepland)


@settings(max_examples=150)
@given(
    st.integers(0, 5000),
    st.sampled_from([("min", "voorraad-sociaal", 1), ("max", "label-efg", -1)]),
    st.sampled_from([None, date(2025, 12, 31), date(2026, 12, 31)]),
    st.lists(FIGURES, min_size=1, max_size=6),
    st.integers(1, 400),
    plannen,
    st.sampled_from(["eenmalig", "jaarlijks"]),
)
def test_a_better_figure_never_gives_a_worse_status(waarde, soort, per, figures, better, gepland, ritme):
    relatie, name, sign = soort
    held = norm(str(waarde), relatie=relatie, indicator=name, per=per, ritme=ritme, van=date(2023, 1, 1))
    before = [stand(dag, figure) for dag, figure in zip(DAYS, figures, strict=False)]
    last = before[-1].model_copy(update={"waarde": before[-1].waarde + sign * better})

    was, now = (of(held, given, DAYS[5], gepland).status for given in (before, [*before[:-1], last]))

    if was in BEST_FIRST and now in BEST_FIRST:
        assert BEST_FIRST.index(now) <= BEST_FIRST.index(was)


@settings(max_examples=60)
@given(st.lists(st.integers(0, 40), min_size=1, max_size=3), st.integers(0, 40), st.integers(1, 100), plannen)
def test_more_built_never_gives_a_worse_status(built, more, target, gepland):
    held = norm(str(target), indicator=NIEUWBOUW, van=date(2023, 1, 1))
    given_ = [jaar(2023 + at, waarde) for at, waarde in enumerate(built)]
    higher = [*given_[:-1], jaar(2022 + len(built), built[-1] + more)]

    was, now = (
        beoordeel(held, each, op=date(2026, 3, 1), gepland=gepland).status for each in (given_, higher)
    )

    if was in BEST_FIRST and now in BEST_FIRST:
        assert BEST_FIRST.index(now) <= BEST_FIRST.index(was)


@settings(max_examples=60)
@given(standen)
def test_what_parties_have_together_is_the_sum_of_what_they_have(metingen):
    together = beoordeel(norm(partijen=("Aster", "Bloem")), metingen, op=OP)
    if together.stand is None:
        return
    of_day = [
        beoordeel(norm(partijen=(partij,)), metingen, op=together.peildatum).stand
        for partij in ("Aster", "Bloem")
    ]

    assert together.stand == sum(of_day)


@settings(max_examples=40)
@given(st.lists(st.integers(0, 50), min_size=4, max_size=4))
def test_a_total_is_the_sum_of_its_years(built):
    held = norm("9999", indicator=NIEUWBOUW, van=date(2023, 1, 1))
    given_ = [jaar(2023 + at, waarde) for at, waarde in enumerate(built)]

    assert beoordeel(held, given_, op=date(2027, 2, 1)).stand == sum(built)


@settings(max_examples=80)
@given(normen, standen, plannen, st.sampled_from(DAYS))
def test_every_judgement_has_a_sum_and_a_sentence_for_each_reader(held, metingen, gepland, op):
    beoordeling = of(held, metingen, op, gepland)

    assert beoordeling.status in STATUSSEN
    assert "; " in beoordeling.som
    assert "\n" not in beoordeling.som
    for kring in KRINGEN:
        for eigen in (True, False):
            sentence = zin(beoordeling, kring, eigen=eigen)
            assert sentence.endswith(".")
            assert sentence.count(". ") == 0
            assert "{" not in sentence


@settings(max_examples=60)
@given(normen, standen, plannen, st.sampled_from(DAYS))
def test_what_is_met_lacks_nothing_and_what_is_not_met_does(held, metingen, gepland, op):
    beoordeling = of(held, metingen, op, gepland)

    if beoordeling.status == "gehaald":
        assert beoordeling.tekort == 0
    if beoordeling.status == "niet gehaald":
        assert beoordeling.tekort > 0
