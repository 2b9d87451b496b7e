"""The history file: what is written is read again, and what is damaged is told in Dutch."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.consolidation.bouwen import plan, stuk, wijziging
from tests.consolidation.maken import overeenkomsten, versions
from wederkerig.consolidation import GeschiedenisError, diff, read_geschiedenis, write_geschiedenis
from wederkerig.model import Besluit, Geschiedenis, Kader, Looptijd, Plek, Tabel

DAY = date(2026, 3, 1)
SMALL = Geschiedenis(
    basis=stuk("De gemeente wijst één kavel aan."),
    besluiten=(
        Besluit(
            naam="Jaarplan 2026",
            vastgesteld=DAY,
            inwerking=DAY,
            jaarplan=plan(wijziging("aanvulling", "1", "“Hé”: € 5,-")),
        ),
    ),
)
DATA = write_geschiedenis(SMALL)


@given(versions())
def test_a_history_is_read_as_it_was_written(pair):
    old, new = pair
    decision = Besluit(naam="Verschil", vastgesteld=DAY, inwerking=DAY, jaarplan=diff(old, new))
    history = Geschiedenis(
        basis=old, besluiten=(decision.model_copy(update={"jaarplan": _of(old, decision.jaarplan)}),)
    )

    assert read_geschiedenis(write_geschiedenis(history)) == history


def _of(stuk, jaarplan):
    return jaarplan.model_copy(update={"gemeente": stuk.gemeente})


@given(overeenkomsten)
def test_the_same_history_gives_the_same_bytes(base):
    history = Geschiedenis(basis=base)

    assert write_geschiedenis(history) == write_geschiedenis(read_geschiedenis(write_geschiedenis(history)))


def test_dates_tables_and_places_survive_the_file():
    base = stuk(
        "Regel.",
        kaders=(Kader(titel="Woonvisie", datum=date(2024, 5, 1)), Kader(titel="Nota", datum="mei 2024")),
        looptijd=Looptijd(van=DAY, tot=None),
        tabellen=(Tabel(kop=("a", "b"), rijen=(("1", "2"),)),),
    )
    move = wijziging("verplaatsing", "1", plek=Plek(nummer="2", na=""))
    history = Geschiedenis(
        basis=base,
        besluiten=(Besluit(naam="A", vastgesteld=DAY, inwerking=DAY, jaarplan=plan(move)),),
    )

    assert read_geschiedenis(write_geschiedenis(history)) == history


@pytest.mark.parametrize("size", range(len(DATA) - 2))
def test_a_file_cut_short_is_told_as_such(size):
    with pytest.raises(GeschiedenisError) as error:
        read_geschiedenis(DATA[:size])

    assert error.value.advice


def changed(**keys):
    return json.dumps(json.loads(DATA) | keys).encode()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (changed(versie=2), "nieuwere versie"),
        (changed(versie="1.1"), "nieuwere versie"),
        (changed(versie=True), "nieuwere versie"),
        (changed(formaat="iets anders"), "geen geschiedenis van wederkerig"),
        (changed(kleur="rood"), "kleur"),
        (changed(inwerking="31-02-2026"), "inwerking"),
        (changed(besluiten=[{"naam": "A"}]), r"besluiten\.0\.vastgesteld"),
        (b"[]", "geen geschiedenis"),
        (b"null", "geen geschiedenis"),
        (b'{"formaat": "wederkerig-geschiedenis"}', "nieuwere versie"),
        (b"\xff\xfe\xfd", "JSON|beschadigd"),
        (b"[" * 200_000, "beschadigd"),
        (b"1" * 5000, "beschadigd"),
        (b'{"versie": ' + b"1" * 5000 + b"}", "beschadigd"),
    ],
)
def test_a_file_that_is_no_history_is_told_as_such(data, message):
    with pytest.raises(GeschiedenisError, match=message):
        read_geschiedenis(data)


def test_decisions_that_wait_for_each_other_are_refused_when_reading():
    both = [
        Besluit(naam=name, na=other, vastgesteld=DAY, inwerking=DAY, jaarplan=plan())
        for name, other in (("A", "B"), ("B", "A"))
    ]
    data = write_geschiedenis(SMALL.model_copy(update={"besluiten": tuple(both)}))

    with pytest.raises(GeschiedenisError, match="wachten op elkaar"):
        read_geschiedenis(data)


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data):
    with pytest.raises(GeschiedenisError):
        read_geschiedenis(data)
