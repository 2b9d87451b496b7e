"""A real year plan beside the later consolidated text: the fate of every amendment, as decided by hand.

The documents stay outside this repository; only numbers and fates stand here.
"""

import pytest

from wederkerig.consolidation import apply, content
from wederkerig.consolidation.herkomst import trace
from wederkerig.consolidation.lot import fates, number_shifts
from wederkerig.consolidation.reconstructie import reconstruction
from wederkerig.documents import read_bytes
from wederkerig.reading import read_stuk

ADOPTED, CHANGED, DROPPED = "woordelijk overgenomen", "gewijzigd overgenomen", "niet overgenomen"
STRUCK = "geschrapt zoals afgesproken"
# Kind and target in the plan, the fate, and the place now.
FATES = [
    ("wijziging", "proces", ADOPTED, "proces"),
    ("aanvulling", "doelen", ADOPTED, "doelen"),
    ("nieuw", "2", DROPPED, None),
    ("verwijderen", "5", STRUCK, "5"),
    ("aanvulling", "5", CHANGED, "5"),
    ("verwijderen", "7", STRUCK, "7"),
    ("nieuw", "12", ADOPTED, "11"),
    ("verwijderen", "13", STRUCK, "13"),
    ("aanvulling", "13", ADOPTED, "13"),
    ("aanvulling", "15", CHANGED, "15"),
    ("verwijderen", "17", STRUCK, "17"),
    ("aanvulling", "17", ADOPTED, "17"),
    ("aanvulling", "19", CHANGED, "19"),
    ("aanvulling", "27", DROPPED, "27"),
    ("nieuw", "29", ADOPTED, "28"),
    ("aanvulling", "30", ADOPTED, "31"),
    ("nieuw", "31", ADOPTED, "34"),
    ("aanvulling", "33", ADOPTED, "35"),
    ("bijlage", "bijlage", ADOPTED, "bijlage"),
    ("bijlage", "bijlage", ADOPTED, "bijlage"),
]
SHIFTS = {
    "2": None,
    "5": "5",
    "7": "7",
    "12": "11",
    "13": "13",
    "15": "15",
    "17": "17",
    "19": "19",
    "27": "27",
    "29": "28",
    "30": "31",
    "31": "34",
    "33": "35",
}


@pytest.fixture(scope="module")
def assen(shared):
    """The later text and the earlier plan."""
    files = [next((shared / "seeds").glob(f"{key}_*.txt")) for key in ("002", "004")]
    return [read_stuk(read_bytes(file.read_bytes(), file.name)) for file in files]


def target(doel):
    return doel.nummer or doel.onderdeel if doel else None


def test_each_amendment_has_the_fate_that_people_decided(assen):
    found = [
        (lot.wijziging.soort, target(lot.wijziging.doel), lot.uitkomst, target(lot.doel))
        for lot in fates(*assen)
    ]

    assert found == FATES


def test_numbers_shift_as_people_see(assen):
    assert {nummer: nu for nummer, nu, _ in number_shifts(*assen)} == SHIFTS


def test_sentences_are_traced_to_the_plan_where_it_brought_them(assen):
    document, plan = assen

    brought = {
        part.doel.nummer or part.doel.onderdeel
        for part in trace(document, [plan])
        for zin in part.zinnen
        if zin.soort == "besluit"
    }

    assert brought == {"5", "11", "13", "17", "28", "31", "34", "35", "proces", "doelen", "bijlage"}


def test_the_plan_in_between_is_reconstructed(assen):
    result = reconstruction(*assen)

    found = [(each.soort, each.doel.nummer) for each in result.jaarplan.wijzigingen]

    assert result.jaarplan.titel == "Jaarplan 2025 (gereconstrueerd)"
    assert found == [
        ("wijziging", "5"),
        ("wijziging", "13"),
        ("wijziging", "15"),
        ("wijziging", "19"),
        ("verwijderen", "27"),
        ("verwijderen", "2"),
        ("verplaatsing", "12"),
        ("verplaatsing", "29"),
        ("verplaatsing", "30"),
        ("verplaatsing", "31"),
        ("verplaatsing", "33"),
    ]


def test_the_reconstructed_plan_leads_to_the_later_text(assen):
    result = reconstruction(*assen)

    assert content(apply(result.na, result.jaarplan).stuk) == content(result.nu)
