"""All the way round: what a plan changed, written as a plan from the difference, changes the same again."""

import pytest

from tests.conftest import ROOT
from wederkerig.consolidation import apply, content, diff
from wederkerig.documents import read_document
from wederkerig.export.jaarplan import write_jaarplan_docx, write_jaarplan_pdf
from wederkerig.reading import read_stuk

EXAMPLES = ROOT / "voorbeelden"


def read(path):
    return read_stuk(read_document(path))


@pytest.mark.parametrize("write", [write_jaarplan_docx, write_jaarplan_pdf])
def test_the_difference_written_as_a_year_plan_and_read_gives_the_same_document(write, tmp_path):
    base = read(EXAMPLES / "veldermeer-meerjarige-prestatieafspraken-2025-2028.docx")
    after = apply(base, read(EXAMPLES / "veldermeer-jaarplan-2026.docx")).stuk
    path = tmp_path / f"jaarplan.{write.__name__[-4:].strip('_')}"

    write(diff(base, after, "Jaarplan 2026", 2026), path)
    again = apply(base, read(path))

    assert [each for each in again.verwerkingen if each.toestand != "toegepast"] == []
    assert content(again.stuk) == content(after)
