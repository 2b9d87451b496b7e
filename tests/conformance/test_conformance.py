"""Every case of the conformance set: the same base and plans give the expected document and conflicts."""

import json
from datetime import date
from pathlib import Path

import pytest

from wederkerig.consolidation import content, latest, version_on
from wederkerig.model import Besluit, Geschiedenis, Jaarplan, Overeenkomst

CASES = sorted(Path(__file__).parent.glob("[0-9]*/"))
DAY = date(2026, 1, 1)


def read(folder, name, instead=None):
    path = folder / name
    return json.loads(path.read_text("utf-8")) if path.exists() else instead


def geschiedenis(folder):
    """The base with its decisions; a single plan is a decision of its own."""
    basis = Overeenkomst.model_validate(read(folder, "basis.json"))
    besluiten = [read(folder, path.name) for path in sorted(folder.glob("besluit-*.json"))]
    if not besluiten:
        jaarplan = Jaarplan.model_validate(read(folder, "jaarplan.json"))
        chosen = read(folder, "beslissingen.json", [])
        besluiten = [
            {
                "naam": "jaarplan",
                "vastgesteld": DAY,
                "inwerking": DAY,
                "jaarplan": jaarplan,
                "beslissingen": chosen,
            }
        ]
    return Geschiedenis(basis=basis, besluiten=tuple(Besluit.model_validate(each) for each in besluiten))


def conflicts(version):
    for besluit, opname in zip(version.besluiten, version.opnames, strict=True):
        for each in opname.verwerkingen:
            if each.conflict is not None:
                yield {
                    "besluit": besluit.naam,
                    "wijziging": each.nummer,
                    "soort": each.conflict.soort,
                    "nabij": each.conflict.nabij,
                }


def test_there_are_cases():
    assert len(CASES) >= 45


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_case(folder):
    history = geschiedenis(folder)

    version = latest(history)

    basis = read(folder, "basis.json")
    expected = Overeenkomst.model_validate(read(folder, "verwacht.json", basis))
    assert content(version.stuk) == expected
    wanted = [{"besluit": "jaarplan", **each} for each in read(folder, "conflicten.json", [])]
    found = list(conflicts(version))
    assert [{key: one.get(key) for key in want} for one, want in zip(found, wanted, strict=True)] == wanted
    loose = [
        {"plaats": each.plaats, "nummer": each.nummer} for one in version.opnames for each in one.losgeraakt
    ]
    assert loose == read(folder, "losgeraakt.json", [])


@pytest.mark.parametrize("path", sorted(Path(__file__).parent.glob("*/verwacht-*.json")), ids=str)
def test_version_on_a_day(path):
    day = date.fromisoformat(path.stem.removeprefix("verwacht-"))

    found = version_on(geschiedenis(path.parent), day)

    assert content(found.stuk) == Overeenkomst.model_validate(json.loads(path.read_text("utf-8")))
