"""References point to an agreement: they follow its number, and one to what is withdrawn is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.consolidation.bouwen import conflicts, genummerd, plan, stuk, teksten, thema, wijziging
from wederkerig.consolidation import apply
from wederkerig.consolidation.nummers import renumbered
from wederkerig.model import Afspraak, Begrip, Hoofdstuk, Stap, Tabel, Thema

NEW = "De huurders kiezen de kleuren."


def shifted(text, **parts):
    """The first agreement once a new agreement 2 is put in."""
    result = apply(stuk(text, "Tweede regel.", "Derde regel.", **parts), plan(wijziging("nieuw", "2", NEW)))
    assert conflicts(result) == []
    return result


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Zie afspraak 2.", "Zie afspraak 3."),
        ("Zie afspraak 1.", "Zie afspraak 1."),
        ("Zie afspraak 2 en afspraak 3.", "Zie afspraak 3 en afspraak 4."),
        ("Zie de afspraken 1, 2 en 3.", "Zie de afspraken 1, 3 en 4."),
        ("Zie de afspraken 2 t/m 3.", "Zie de afspraken 3 t/m 4."),
        ("Zie afspraak 2b.", "Zie afspraak 3b."),
        ("In 2 jaar bouwen wij 3 woningen.", "In 2 jaar bouwen wij 3 woningen."),
    ],
)
def test_a_reference_gets_the_number_its_agreement_has_now(before, after):
    assert teksten(shifted(before).stuk)[0] == after


def test_references_outside_the_agreements_follow_too():
    result = shifted(
        "Eerste regel.",
        hoofdstukken=(Hoofdstuk(titel="Proces", tekst="Zie afspraak 2."),),
        themas=(Thema(titel="Water", context="Zie afspraak 2.", doelen=("Zie afspraak 3.",)),),
        tabellen=(Tabel(kop=("Wat",), rijen=(("Zie afspraak 2",),), afspraak="2"),),
        begrippen=(Begrip(term="Doel", definitie="Wat in afspraak 3 staat."),),
    ).stuk

    assert result.hoofdstukken[0].tekst == "Zie afspraak 3."
    assert (result.themas[0].context, result.themas[0].doelen) == ("Zie afspraak 3.", ("Zie afspraak 4.",))
    assert (result.tabellen[0].rijen, result.tabellen[0].afspraak) == ((("Zie afspraak 3",),), "3")
    assert result.begrippen[0].definitie == "Wat in afspraak 4 staat."


def test_references_in_steps_follow_too():
    first = Afspraak(nummer="1", tekst="Eerste regel.", stappen=(Stap(tekst="Zie afspraak 2."),))

    result = shifted(first).stuk

    assert result.afspraken[0].stappen == (Stap(tekst="Zie afspraak 3."),)


def test_new_words_refer_to_a_new_agreement_by_the_number_the_plan_gives_it():
    base = stuk("Eerste regel.", "Tweede regel.")

    result = apply(base, plan(wijziging("nieuw", "2", NEW), wijziging("aanvulling", "1", "Zie afspraak 2.")))

    assert teksten(result.stuk)[0] == "Eerste regel.\nZie afspraak 2."
    assert result.verwerkingen[1].aanvaard == "Zie afspraak 2."


def test_a_reference_that_stood_in_the_replaced_words_keeps_its_agreement():
    base = stuk("Wij bouwen (zie afspraak 2).", "Tweede regel.")
    reworded = wijziging("wijziging", "1", "Wij kopen (zie afspraak 2).", "Wij bouwen (zie afspraak 2).")

    result = apply(base, plan(wijziging("nieuw", "2", NEW), reworded))

    assert teksten(result.stuk)[0] == "Wij kopen (zie afspraak 3)."
    assert [each.aanvaard for each in result.verwerkingen] == [NEW, "Wij kopen (zie afspraak 3)."]
    assert result.verwerkingen[1].wijziging == reworded


def loose(result):
    return [(each.plaats, each.nummer) for each in result.opname.losgeraakt]


def test_a_reference_to_what_is_withdrawn_is_told_with_its_place():
    base = stuk(
        Afspraak(nummer="1", tekst="Zie afspraak 2.", stappen=(Stap(tekst="Vraag na bij afspraak 2."),)),
        "Tweede regel.",
        hoofdstukken=(Hoofdstuk(titel="Proces", tekst="Volgens afspraak 2."),),
        themas=(Thema(titel="Water", doelen=("Zie afspraak 2.",)),),
        tabellen=(Tabel(titel="Bouw", rijen=(("afspraak 2",),)),),
        begrippen=(Begrip(term="Doel", definitie="Zie afspraak 2."),),
    )

    result = apply(base, plan(wijziging("verwijderen", "2", "Tweede regel.")))

    assert loose(result) == [
        ("afspraak 1", "2"),
        ("afspraak 1", "2"),
        ("hoofdstuk Proces", "2"),
        ("thema Water", "2"),
        ("tabel Bouw", "2"),
        ("begrip Doel", "2"),
    ]


def test_a_reference_to_what_is_withdrawn_is_told_though_another_takes_its_number():
    base = stuk("Zie afspraak 2.", "Tweede regel.")

    result = apply(base, plan(wijziging("verwijderen", "2", "Tweede regel."), wijziging("nieuw", "2", NEW)))

    assert genummerd(result.stuk) == [("1", "Zie afspraak 2."), ("2", NEW)]
    assert loose(result) == [("afspraak 1", "2")]


def test_a_reference_that_goes_with_its_words_is_not_told():
    base = stuk("Wij bouwen. Zie afspraak 2.", "Tweede regel.")

    result = apply(
        base,
        plan(
            wijziging("verwijderen", "2", "Tweede regel."), wijziging("verwijderen", "1", "Zie afspraak 2.")
        ),
    )

    assert loose(result) == []
    assert teksten(result.stuk) == ["Wij bouwen."]


def test_a_number_that_two_themes_use_is_left_alone():
    base = stuk(
        *thema("Water", ("1", "Zie afspraak 2."), ("2", "Sloten.")),
        *thema("Lucht", ("1", "Bomen."), ("2", "Wind.")),
    )

    result = apply(base, plan(wijziging("nieuw", "2", NEW, thema="Lucht")))

    assert teksten(result.stuk) == ["Zie afspraak 2.", "Sloten.", "Bomen.", NEW, "Wind."]


@given(st.permutations(range(1, 10)), st.lists(st.integers(1, 9), min_size=1, max_size=5))
def test_new_numbers_can_be_undone(order, numbers):
    there = {str(at): str(number) for at, number in enumerate(order, start=1)}
    back = {number: at for at, number in there.items()}
    text = " ".join(f"Zie afspraak {number}." for number in numbers)

    assert renumbered(renumbered(text, there), back) == text
