"""The second law: reading a year plan that was written gives the same amendments."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import examples
from tests.export.jaarplannen import IN_WOORDEN, WIJZIGING, amendments, plan
from wederkerig.documents import read_document
from wederkerig.export.jaarplan import as_written, write_jaarplan_docx, write_jaarplan_pdf
from wederkerig.reading import read_stuk


def read_back(jaarplan, write, ending):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"plan.{ending}"
        write(jaarplan, path)
        return read_stuk(read_document(path))


@settings(max_examples=examples(1500), deadline=None)
@given(st.lists(WIJZIGING, max_size=6))
def test_reading_a_written_plan_gives_its_amendments(wijzigingen):
    jaarplan = plan(*wijzigingen)

    read = read_back(jaarplan, write_jaarplan_docx, "docx")

    assert amendments(read) == amendments(as_written(jaarplan))


@settings(max_examples=examples(300), deadline=None)
@given(st.lists(WIJZIGING, max_size=4))
def test_what_can_be_written_stays_as_it_is(wijzigingen):
    written = as_written(plan(*wijzigingen))

    assert as_written(written) == written


@settings(max_examples=examples(60), deadline=None)
@given(st.lists(IN_WOORDEN, max_size=5))
def test_a_pdf_gives_the_amendments_too(wijzigingen):
    jaarplan = plan(*wijzigingen)

    read = read_back(jaarplan, write_jaarplan_pdf, "pdf")

    assert amendments(read) == amendments(as_written(jaarplan))
