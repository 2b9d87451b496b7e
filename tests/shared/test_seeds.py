"""The real documents with annotations: as they are, laid out anew, and with other numbers.

Scored as their annotators score. The documents stay outside this repository; only the floors stand here.
"""

import importlib.util
import json

import pytest

from tests.relay import NUMBERINGS, as_docx, as_pdf, renumber, take_up
from wederkerig.documents import read_bytes
from wederkerig.reading import read_stuk

KEYS = ("000", "004")
FLOORS = {"termijnen": 0.96, "getallen": 0.98}
LAYOUTS = {
    "docx": (as_docx, "stuk.docx"),
    "pdf": (as_pdf, "stuk.pdf"),
    "pdf, two columns": (lambda laid: as_pdf(laid, columns=True), "stuk.pdf"),
}


@pytest.fixture(scope="module")
def score(shared):
    """The scorer that comes with the annotations."""
    spec = importlib.util.spec_from_file_location("score", shared / "gold" / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.score


@pytest.fixture(scope="module")
def gold(shared):
    """The annotations by key."""
    return {key: json.loads((shared / "gold" / f"{key}.json").read_text("utf-8")) for key in KEYS}


@pytest.fixture(scope="module")
def texts(shared):
    """The documents by key."""
    return {key: next((shared / "seeds").glob(f"{key}_*.txt")).read_text("utf-8") for key in KEYS}


def below(report, slack=0.0):
    """The aspects that score below their floor, with what was found."""
    return [
        (name, round(value, 3), note)
        for name, value, note in report.rows
        if value < FLOORS.get(name, 1.0) - slack - 1e-9
    ]


def read(data, name):
    """What reading yields, as it is printed."""
    return read_stuk(read_bytes(data, name)).model_dump(mode="json")


@pytest.mark.parametrize("key", KEYS)
def test_a_document_is_read_as_annotated(key, texts, gold, score):
    assert below(score(read(texts[key].encode(), "stuk.txt"), gold[key], misses=True)) == []


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.slow
def test_a_document_laid_out_anew_is_read_as_before(key, layout, texts, gold, score):
    lay, name = LAYOUTS[layout]
    out = read(lay(take_up(texts[key])), name)
    assert below(score(out, gold[key], misses=True), slack=0.02) == []


@pytest.mark.parametrize("style", NUMBERINGS)
def test_a_document_with_other_numbers_is_read_as_before(style, texts, gold, score):
    text, new = renumber(take_up(texts["000"]), style)
    right = json.loads(json.dumps(gold["000"]))
    for afspraak in right["afspraken"]:
        afspraak["nummer"] = new[afspraak["nummer"]]
        for verwijzing in afspraak.get("verwijzingen", []):
            verwijzing["nummer"] = new.get(verwijzing["nummer"], verwijzing["nummer"])
    assert len(set(new.values())) == len(new)
    assert below(score(read(text.encode(), "stuk.txt"), right, misses=True), slack=0.03) == []
