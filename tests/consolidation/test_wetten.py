"""The first law: what comparing two versions finds, applied to the one, gives the other to the letter."""

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import ROOT, examples
from tests.consolidation.maken import later, overeenkomsten, versions
from wederkerig.consolidation import apply, content, diff, identify
from wederkerig.documents import read_document
from wederkerig.model import Overeenkomst
from wederkerig.reading import read_stuk

EXAMPLES = sorted((ROOT / "voorbeelden").glob("*prestatieafspraken*.*"))


def read(path: Path):
    return read_stuk(read_document(path))


@settings(max_examples=examples(2000))
@given(versions())
def test_applying_the_difference_gives_the_other_version(pair):
    old, new = pair

    result = apply(old, diff(old, new))

    assert content(result.stuk) == content(new)
    assert [each for each in result.verwerkingen if each.toestand != "toegepast"] == []


@settings(max_examples=examples(500))
@given(overeenkomsten.map(identify).flatmap(lambda old: st.tuples(st.just(old), later(old).map(identify))))
def test_versions_of_one_history_keep_the_ids_of_their_agreements(pair):
    old, new = pair

    result = apply(old, diff(old, new))

    assert content(result.stuk, ids=True) == content(new, ids=True)


@settings(max_examples=examples(300))
@given(overeenkomsten)
def test_a_document_does_not_differ_from_itself(stuk):
    assert diff(stuk, stuk).wijzigingen == ()


@settings(max_examples=examples(300))
@given(versions())
def test_comparing_changes_neither_version(pair):
    old, new = pair
    before = old.model_dump_json(), new.model_dump_json()

    apply(old, diff(old, new))

    assert (old.model_dump_json(), new.model_dump_json()) == before


@pytest.mark.parametrize(
    ("old", "new"), list(permutations(EXAMPLES, 2)), ids=lambda path: f"{path.stem[:10]}{path.suffix}"
)
def test_the_law_holds_between_the_examples(old, new):
    before, after = read(old), read(new)

    assert content(apply(before, diff(before, after)).stuk) == content(after)


def test_the_law_holds_between_the_real_documents(shared):
    stukken = [read(path) for path in sorted((shared / "seeds").glob("*.txt"))]
    agreements = [stuk for stuk in stukken if isinstance(stuk, Overeenkomst)]

    failing = [
        (old.titel, new.titel)
        for old, new in permutations(agreements, 2)
        if content(apply(old, diff(old, new)).stuk) != content(new)
    ]

    assert len(agreements) == 4
    assert failing == []


def test_an_example_and_its_year_plan_differ_by_what_the_plan_changes():
    base = read(ROOT / "voorbeelden" / "veldermeer-meerjarige-prestatieafspraken-2025-2028.docx")
    plan = read(ROOT / "voorbeelden" / "veldermeer-jaarplan-2026.docx")
    after = apply(base, plan).stuk

    again = apply(base, diff(base, after)).stuk

    assert content(again, ids=True) == content(after, ids=True)
