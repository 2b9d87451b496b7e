"""Where each sentence comes from: exact with layers, and as far as plans show it without."""

from datetime import date

import pytest
from hypothesis import given

from tests.consolidation import gemeenten as g
from tests.consolidation.test_lot import taken_up
from wederkerig.consolidation import apply
from wederkerig.consolidation.herkomst import sentences_of, trace
from wederkerig.consolidation.lagen import Laag

UNKNOWN = "onbekend: basis, of een jaarplan dat hier ontbreekt"


def told(document, *plans):
    """Of each agreement its sentences with their origin."""
    return [
        (zin.tekst, zin.uitleg) for part in trace(document, plans) if part.doel.nummer for zin in part.zinnen
    ]


def test_a_sentence_of_a_plan_was_brought_by_it_and_quoted_text_is_older():
    document = g.stuk([("4", g.BUURT, f"{g.TOEZICHT}\n{g.TOEZICHT_BIJ}"), ("5", g.BUURT, g.GROEN)])

    assert told(document, g.BRINKVEEN_PLAN) == [
        (g.TOEZICHT, "ouder dan Jaarplan 2031"),
        (g.TOEZICHT_BIJ, "Jaarplan 2031 (9 december 2030)"),
        (g.GROEN, UNKNOWN),
    ]


def test_a_sentence_with_a_few_other_words_has_changed_since():
    changed = g.TOEZICHT_BIJ.replace("kort", "uitgebreid")
    document = g.stuk([("4", g.BUURT, f"{g.TOEZICHT}\n{changed}")])

    assert told(document, g.BRINKVEEN_PLAN)[1] == (changed, "gewijzigd sinds Jaarplan 2031")


def test_what_came_instead_of_an_addition_is_from_after_its_plan():
    document = g.OOSTERLO

    found = dict(told(document, g.OOSTERLO_PLAN))

    assert found[g.KORTING_EINDE] == "onbekend: na Jaarplan 2031"
    assert found[g.PROEF] == "Jaarplan 2031 (9 december 2030)"
    assert found[g.VERHUISHULP] == "Jaarplan 2031 (9 december 2030)"


@pytest.mark.parametrize("turned", [False, True])
def test_of_two_plans_the_one_that_first_brought_a_sentence_is_told(turned):
    first = g.plan(g.bij("1", g.BUURT, g.TOEZICHT, g.TOEZICHT_BIJ), jaar=2031)
    second = g.plan(g.bij("1", g.BUURT, f"{g.TOEZICHT} {g.TOEZICHT_BIJ}", g.LICHT), jaar=2032)
    document = g.stuk([("1", g.BUURT, f"{g.TOEZICHT}\n{g.TOEZICHT_BIJ}\n{g.LICHT}")])

    found = told(document, *((second, first) if turned else (first, second)))

    assert found == [
        (g.TOEZICHT, "ouder dan Jaarplan 2031"),
        (g.TOEZICHT_BIJ, "Jaarplan 2031 (9 december 2030)"),
        (g.LICHT, "Jaarplan 2032 (9 december 2031)"),
    ]


def test_of_two_plans_with_the_same_new_words_the_later_one_wins():
    first = g.plan(g.bij("1", g.BUURT, g.TOEZICHT, g.LICHT), jaar=2031)
    second = g.plan(g.anders("1", g.BUURT, g.TOEZICHT, f"{g.GROEN} {g.LICHT}"), jaar=2032)
    document = g.stuk([("1", g.BUURT, f"{g.GROEN} {g.LICHT}")])

    assert told(document, first, second)[1] == (g.LICHT, "Jaarplan 2032 (9 december 2031)")


def test_goals_chapters_and_annex_are_traced_too():
    found = {part.naam: [zin.uitleg for zin in part.zinnen] for part in trace(g.KROMDIEP, [g.KROMDIEP_PLAN])}

    assert found["hoofdstuk Samenwerking"] == ["Jaarplan 2031 (9 december 2030)", UNKNOWN]
    assert found["de doelen van thema Bouwen"] == ["ouder dan Jaarplan 2031", "onbekend: na Jaarplan 2031"]
    assert found["de bijlage"] == ["Jaarplan 2031 (9 december 2030)"]


def test_a_plan_gives_its_date_and_year():
    zin = trace(g.BRINKVEEN, [g.BRINKVEEN_PLAN])[0].zinnen[1]

    assert (zin.besluiten, zin.datum, zin.jaar) == (("Jaarplan 2031",), date(2030, 12, 9), 2031)


def test_without_plans_nothing_is_known():
    assert {uitleg for _, uitleg in told(g.BRINKVEEN)} == {UNKNOWN}


@given(taken_up())
def test_in_a_document_that_took_up_a_plan_exactly_its_sentences_are_traced_to_it(case):
    basis, jaarplan = case
    stuk = apply(basis, jaarplan).stuk
    brought = {each.tekst for each in jaarplan.wijzigingen if each.soort != "verwijderen"}

    found = {tekst for tekst, uitleg in told(stuk, jaarplan) if uitleg.startswith("Jaarplan")}

    assert found == brought


# --- with layers ------------------------------------------------------------------------------------


def layers(*stretches):
    """A text and its layers, from its stretches with who brought them."""
    tekst = "".join(words for words, _ in stretches)
    return tekst, [Laag(len(words), besluit) for words, besluit in stretches]


def test_each_sentence_has_the_decision_of_its_layer():
    tekst, lagen = layers((g.TOEZICHT, None), (f"\n{g.TOEZICHT_BIJ}", "Jaarplan 2031"))

    found = sentences_of(tekst, lagen, {"Jaarplan 2031": date(2030, 12, 9)})

    assert [(zin.tekst, zin.soort, zin.uitleg) for zin in found] == [
        (g.TOEZICHT, "basis", "basis"),
        (g.TOEZICHT_BIJ, "besluit", "Jaarplan 2031 (9 december 2030)"),
    ]


def test_a_sentence_with_words_of_several_decisions_names_them_all():
    tekst, lagen = layers(
        ("De gemeente plant ", None),
        ("negen", "Jaarplan 2031"),
        (" bomen", None),
        (" en vier heggen", "Jaarplan 2033"),
        (".", None),
    )

    (zin,) = sentences_of(tekst, lagen)

    assert (zin.besluiten, zin.deels) == (("Jaarplan 2031", "Jaarplan 2033"), True)
    assert zin.uitleg == "deels Jaarplan 2031 en Jaarplan 2033"


def test_marks_and_white_space_alone_make_no_origin():
    tekst, lagen = layers(("De gemeente plant bomen", "Jaarplan 2031"), (". ", None), ("Elk jaar.", None))

    assert [(zin.soort, zin.deels) for zin in sentences_of(tekst, lagen)] == [
        ("besluit", False),
        ("basis", False),
    ]
