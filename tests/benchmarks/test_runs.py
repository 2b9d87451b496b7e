"""The benchmarks run, on documents so small that the figures mean nothing."""

import pypdfium2
import pytest

from benchmarks import stukken
from benchmarks.__main__ import row
from benchmarks.measure import Result, ratio
from benchmarks.runs import Sizes, made_docx, made_pdf, run_all, to_json
from wederkerig.documents import read_document
from wederkerig.reading import read_stuk


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("made")


@pytest.mark.slow
def test_every_benchmark_gives_a_figure_and_a_row(folder):
    results = list(
        run_all(
            folder,
            Sizes(
                pages=4, themes=(4,), growing=(2, 4), files=4, runs=1, plans=3, projects=5, dwellings=3_000
            ),
        )
    )

    assert len({result.name for result in results}) == 16
    assert all(result.value > 0 for result in results)
    assert all(row(result).count("pass") + row(result).count("FAIL") == 1 for result in results)


def test_a_made_pdf_has_the_pages_asked_for_and_is_made_once(folder):
    path = made_pdf(folder, 3)
    made = path.stat().st_mtime_ns

    with pypdfium2.PdfDocument(path) as document:
        assert len(document) == 3
    assert made_pdf(folder, 3).stat().st_mtime_ns == made


def test_made_documents_read_as_agreements(folder):
    parts = stukken.delen(4)

    stuk = read_stuk(read_document(made_docx(folder, 4)))

    assert [thema.titel for thema in stuk.themas] == [part.titel for part in parts]
    assert len(stuk.afspraken) == sum(len(part.afspraken) for part in parts)
    assert len(stuk.tabellen) == 2


def test_the_same_themes_come_out_every_time_and_no_two_are_alike():
    once, again = stukken.delen(30), stukken.delen(30)

    assert once == again
    assert len({part.context for part in once}) == 30
    assert stukken.delen(10, first=20) == once[20:]


def test_the_whole_way_gives_json(folder):
    assert to_json(made_docx(folder, 4).read_bytes(), "a.docx").startswith("{")


@pytest.mark.parametrize(
    ("value", "target", "higher", "passed"),
    [(2.4, 2.5, False, True), (2.6, 2.5, False, False), (1.8, 1.7, True, True), (1.6, 1.7, True, False)],
)
def test_a_target_is_a_most_or_a_least(value, target, higher, passed):
    assert Result("a", value, target, "x", higher=higher).passed is passed


def test_a_ratio_is_taken_run_by_run():
    assert ratio([2.0, 30.0, 4.0], [1.0, 10.0, 2.0]) == 2.0
