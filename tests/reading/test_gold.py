"""The example documents are read as a person read them: `gold/` holds that reading, item by item.

`mogelijk` in an agreement names what is neither right nor wrong to find. What the reader does not
manage yet is listed here with the reason; the gold says what is right.
"""

import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from tests.reading.compact import compact
from wederkerig.documents import read_document
from wederkerig.reading import read_stuk

HERE = Path(__file__).parent
VOORBEELDEN = HERE.parents[1] / "voorbeelden"
GOLD = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted((HERE / "gold").glob("*.json"))}
LISTS = ("actoren", "derden", "getallen", "termijnen", "verwijzingen")
WHOLE = ("soort", "titel", "gemeente", "looptijd", "ondertekening", "partijen", "themas")
REST = ("wijzigingen", "tabellen", "begrippen", "kaders")

VELDERMEER = "veldermeer-meerjarige-prestatieafspraken-2025-2028"
NOT_YET = {
    (VELDERMEER, "1", "eind"): "a plain note below a table is read as words of the agreement",
    (VELDERMEER, "10", "actoren"): "'zij' for 'een corporatie' is not followed",
}


@cache
def gelezen(name):
    """The compact reading of one example."""
    return compact(read_stuk(read_document(VOORBEELDEN / name)))


def cases():
    """Every item of every agreement in every file, marked where the reader is known to be wrong."""
    for stem, gold in GOLD.items():
        for name in gold["bestanden"]:
            for at, afspraak in enumerate(gold["afspraken"]):
                for key in ("thema", "rubriek", "begin", "eind", *LISTS, "stappen"):
                    reason = NOT_YET.get((stem, afspraak["nummer"], key)) or NOT_YET.get(
                        (name, afspraak["nummer"], key)
                    )
                    marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
                    yield pytest.param(
                        name, afspraak, at, key, id=f"{name}-{afspraak['nummer']}-{key}", marks=marks
                    )


FILES = [pytest.param(name, gold, id=name) for gold in GOLD.values() for name in gold["bestanden"]]


def test_every_example_has_its_gold():
    files = {path.name for path in VOORBEELDEN.iterdir() if path.suffix in {".pdf", ".docx"}}
    assert {name for gold in GOLD.values() for name in gold["bestanden"]} == files


@pytest.mark.parametrize(("name", "gold"), FILES)
def test_the_agreements_of_an_example(name, gold):
    assert [a["nummer"] for a in gelezen(name)["afspraken"]] == [a["nummer"] for a in gold["afspraken"]]


@pytest.mark.parametrize(("name", "afspraak", "at", "key"), list(cases()))
def test_an_agreement_of_an_example(name, afspraak, at, key):
    found = gelezen(name)["afspraken"][at][key]
    if key in LISTS:
        extra = Counter(found) - Counter(afspraak[key]) - Counter(afspraak.get("mogelijk", {}).get(key, ()))
        missed = Counter(afspraak[key]) - Counter(found)
        assert (extra, missed) == (Counter(), Counter())
    else:
        assert found == afspraak[key]


@pytest.mark.parametrize("key", WHOLE + REST)
@pytest.mark.parametrize(("name", "gold"), FILES)
def test_what_stands_around_the_agreements_of_an_example(name, gold, key):
    assert gelezen(name)[key] == gold[key]


@pytest.mark.parametrize("stem", [stem for stem, gold in GOLD.items() if len(gold["bestanden"]) > 1])
def test_pdf_and_docx_of_one_document_give_the_same_agreements(stem):
    one, other = (
        [
            " ".join(a.tekst.split())
            for a in read_stuk(read_document(VOORBEELDEN / f"{stem}.{suffix}")).afspraken
        ]
        for suffix in ("docx", "pdf")
    )
    assert one == other
