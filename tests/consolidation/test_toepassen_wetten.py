"""Laws of applying: it never fails, a conflict changes nothing, what lies apart may come in any order."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import examples
from tests.consolidation.bouwen import plan, wijziging
from tests.consolidation.maken import overeenkomsten, versions
from tests.consolidation.plannen import genummerd, plannen
from wederkerig.consolidation import apply, content, diff, identify
from wederkerig.consolidation.ingreep import Ingreep, perform, splices
from wederkerig.consolidation.lagen import Laag, at, splice
from wederkerig.consolidation.toepassen import take
from wederkerig.consolidation.werkstuk import open_stuk
from wederkerig.model import Afspraak, Overeenkomst

with_plan = overeenkomsten.flatmap(lambda stuk: st.tuples(st.just(stuk), plannen(stuk)))


@settings(max_examples=examples(1000))
@given(with_plan)
def test_any_plan_is_applied_to_any_document(made):
    base, jaarplan = made

    result = apply(base, jaarplan)

    assert [each.nummer for each in result.verwerkingen] == list(range(1, len(jaarplan.wijzigingen) + 1))
    assert [each.wijziging for each in result.verwerkingen] == list(jaarplan.wijzigingen)
    assert [bool(each.conflict) for each in result.verwerkingen] == [
        each.toestand == "in conflict" for each in result.verwerkingen
    ]
    assert all(each.uitleg for each in result.verwerkingen)


@settings(max_examples=examples(500))
@given(with_plan)
def test_amendments_in_conflict_change_nothing(made):
    base, jaarplan = made
    found = apply(base, jaarplan)
    alone = [each.wijziging for each in found.verwerkingen if each.conflict]

    again = apply(base, plan(*alone))

    if all(each.conflict for each in again.verwerkingen):
        assert content(again.stuk) == content(base)


@settings(max_examples=examples(500))
@given(with_plan)
def test_every_agreement_keeps_an_id_of_its_own(made):
    base, jaarplan = made

    after = apply(base, jaarplan).stuk.afspraken

    ids = [afspraak.id for afspraak in after]
    assert all(ids)
    assert len(set(ids)) == len(ids)


@settings(max_examples=examples(500))
@given(with_plan)
def test_layers_are_as_long_as_the_words(made):
    base, jaarplan = made
    werk = open_stuk(base)

    take(werk, jaarplan, naam="Plan")

    assert [sum(laag.lengte for laag in each.lagen) for each in werk.afspraken] == [
        len(each.tekst) for each in werk.afspraken
    ]


@given(versions())
def test_layers_of_a_comparison_are_as_long_as_the_words(pair):
    old, new = pair
    werk = open_stuk(old)

    take(werk, diff(old, new), naam="Plan")

    assert [sum(laag.lengte for laag in each.lagen) for each in werk.afspraken] == [
        len(each.tekst) for each in werk.afspraken
    ]


# --- amendments that lie apart ----------------------------------------------------------------------


@st.composite
def apart(draw):
    """Two plans for a document of nine agreements, that touch different agreements."""
    numbers = draw(st.permutations(range(1, 10)))
    cut = draw(st.integers(1, 8))
    return [
        plan(*(draw(st.sampled_from(options(number))) for number in half))
        for half in (numbers[:cut], numbers[cut:])
    ]


def options(number):
    nr = str(number)
    return (
        wijziging("aanvulling", nr, f"Wijk {nr} krijgt ook een fontein."),
        wijziging("verwijderen", nr, f"Wijk {nr} krijgt een plein."),
        wijziging("verwijderen", nr),
        wijziging("wijziging", nr, f"{number + 40} bomen", f"{number + 20} bomen"),
        wijziging("wijziging", nr, "Dit was er niet.", "Woorden die nergens in het stuk voorkomen."),
    )


@given(apart())
def test_plans_for_different_agreements_may_come_in_any_order(plans):
    base = genummerd(9)

    first, second = (apply(apply(base, one).stuk, other).stuk for one, other in (plans, reversed(plans)))

    assert content(first) == content(second)


@given(apart())
def test_two_plans_apart_do_what_one_plan_with_both_does(plans):
    base = genummerd(9)
    both = plan(*plans[0].wijzigingen, *plans[1].wijzigingen)

    after = apply(apply(base, plans[0]).stuk, plans[1]).stuk

    assert content(apply(base, both).stuk) == content(after)


# --- numbers ------------------------------------------------------------------------------------------

numbers = st.lists(
    st.builds(
        lambda series, last, letter: f"{series}{last}{letter}",
        st.sampled_from(("", "", "2.", "2.1.", "A")),
        st.integers(1, 6),
        st.sampled_from(("", "", "a", "b")),
    ),
    unique=True,
    min_size=1,
    max_size=9,
)


@given(numbers, st.lists(st.integers(0, 8), min_size=1, max_size=3), st.booleans())
def test_no_two_agreements_get_one_number(bearers, places, in_order):
    order = (
        sorted(bearers, key=lambda nummer: (nummer.rstrip("0123456789ab"), nummer)) if in_order else bearers
    )
    base = Overeenkomst(
        soort="meerjarig",
        titel="Afspraken",
        afspraken=tuple(Afspraak(nummer=nummer, tekst=f"Tekst bij {nummer}.") for nummer in order),
    )
    new = [
        wijziging("nieuw", order[place % len(order)], f"Nieuw {at} in de wijk.")
        for at, place in enumerate(places)
    ]

    after = apply(base, plan(*new)).stuk.afspraken

    given_numbers = [afspraak.nummer for afspraak in after]
    assert sorted(set(given_numbers)) == sorted(given_numbers)


# --- splices, layers and ids ----------------------------------------------------------------------------


@st.composite
def cuts(draw):
    """A text with changes that do not overlap, in any order."""
    text = draw(st.text(st.sampled_from("ab \n."), max_size=30))
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pairs = list(zip(places[::2], places[1::2], strict=False))
    return text, [
        Ingreep(start, end, draw(st.sampled_from(("", "X", "YY\n"))))
        for start, end in draw(st.permutations(pairs))
    ]


@given(cuts())
def test_layers_follow_every_change(made):
    text, ingrepen = made
    lagen = (Laag(len(text), None),)
    now = text

    for start, end, words in splices(text, ingrepen):
        now = now[:start] + words + now[end:]
        lagen = splice(lagen, start, end, [Laag(len(words), "Plan")])

    assert now == perform(text, ingrepen)
    assert sum(laag.lengte for laag in lagen) == len(now)
    marked = {at(lagen, place) for place, letter in enumerate(now) if letter in "XY"}
    assert marked <= {"Plan"}


@given(overeenkomsten)
def test_ids_are_unique_and_stay(base):
    first = identify(base)

    ids = [afspraak.id for afspraak in first.afspraken]
    assert len(set(ids)) == len(ids)
    assert identify(first) == first
    assert identify(base) == first
