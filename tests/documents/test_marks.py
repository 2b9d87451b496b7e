"""Where on the pages of a PDF the words of its document stand."""

import re
import threading
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from tests.conftest import ROOT
from tests.documents.pdf_maken import BUILD, HEADER, LONG, REPORT, TALK, pdf_of, placed_text
from tests.documents.pdf_zien import bare, ink, turned, words_under
from wederkerig.documents import DocumentError, find_marks, page_image, page_sizes, read_bytes
from wederkerig.documents.pdf import opening
from wederkerig.model import Bron
from wederkerig.reading import read_stuk

SOUND = placed_text([(70.0, 700.0 - 14 * line, f"{line}. Wij bouwen {line} woningen") for line in range(20)])
EXAMPLES = sorted((ROOT / "voorbeelden").glob("*.pdf"))


def sources(part):
    """All places that a model refers to."""
    if isinstance(part, Bron):
        yield part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from sources(getattr(part, name))
    elif isinstance(part, tuple):
        for other in part:
            yield from sources(other)


def marks_of(data, words, *, nth=0):
    """The marks of the nth time that these words stand in the document."""
    document = read_bytes(data, "stuk.pdf")
    start = [match.start() for match in re.finditer(re.escape(words), document.text)][nth]
    return find_marks(data, document, [(start, start + len(words))])[0]


def read(data):
    return read_bytes(data, "stuk.pdf")


def find(data):
    return marks_of(data, BUILD[:20])


def read_and_find(data):
    document = read(data)
    return find_marks(data, document, [(0, len(document.text))])


def draw(data):
    return page_image(data, 1, 300)


def assert_every_word_is_found(data):
    document = read_bytes(data, "stuk.pdf")
    spans = [match.span() for match in re.finditer(r"\S+", document.text)]
    found = find_marks(data, document, spans)
    with words_under(data) as words:
        seen = ["".join(map(words, marks)) for marks in found]
    assert seen == [bare(document.text[start:end]) for start, end in spans]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_words_of_every_fact_of_the_examples_stand_under_its_marks(path):
    data = path.read_bytes()
    document = read_bytes(data, path.name)
    facts = list(sources(read_stuk(document)))
    found = find_marks(data, document, [(fact.van, fact.tot) for fact in facts])

    with words_under(data) as words:
        seen = ["".join(map(words, marks)) for marks in found]

    assert len(facts) > 100
    assert seen == [bare(fact.citaat) for fact in facts]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_word_of_the_examples_is_found(path):
    assert_every_word_is_found(path.read_bytes())


@pytest.mark.parametrize(
    ("body", "style"),
    [
        (f"<p>{LONG}</p>", "html { hyphens: auto } body { width: 45mm }"),
        (f"<p>{LONG} {LONG}</p><p>{TALK}</p>" * 8, "html { hyphens: auto } body { columns: 2 }"),
        (f"<h1>Wonen</h1><ul><li>{BUILD}<ul><li>{REPORT}</li></ul></li></ul><ol><li>{TALK}</li></ol>", ""),
        (f"<table><tr><td>{BUILD}</td><td>12</td></tr><tr><td>{BUILD}</td><td>12</td></tr></table>", ""),
        (f"<table class=open><tr><td>Dorp<td>{BUILD}<tr><td>Dorp<td>12<tr><td>Stad<td>12</table>", ""),
        (f"<p>Officiële efficiënte vijf m<sup>2</sup> per coöperatie à € 1.250.</p><p>{LONG}</p>", ""),
        (f"<p>{LONG}</p>" * 40, HEADER),
        (
            "<p>Wij bouwen in het dorp aan-en uitbouwen bij woningen, tot wel 20%.</p>",
            "p { text-align: justify }",
        ),
    ],
    ids=["hyphens", "columns", "lists", "ruled", "unruled", "signs", "header", "hyphens in a line"],
)
def test_every_word_is_found_in_any_layout(body, style):
    assert_every_word_is_found(pdf_of(body, style))


def test_words_over_lines_have_one_mark_a_line():
    data = placed_text(
        [(70, 700, "Wij zorgen voor betaal-"), (70, 686, "bare woningen in het dorp."), (70, 672, "Dat")]
    )

    first, second = marks_of(data, "zorgen voor betaalbare woningen")

    assert (first.page, second.page) == (1, 1)
    assert first.left > second.left == pytest.approx(70 / 595, abs=0.003)
    assert second.top - first.top == pytest.approx(14 / 842, abs=1e-4)
    assert first.top < 1 - 700 / 842 < first.top + first.height
    assert first.height == pytest.approx(10 / 842, abs=0.002)


def test_a_word_cut_at_the_end_of_a_line_is_marked_with_its_hyphen():
    data = placed_text([(70, 700, "Wij zorgen voor betaal-"), (70, 686, "bare woningen in het dorp.")])

    first, _ = marks_of(data, "betaalbare")

    _, _, right, _ = ink(placed_text([(70, 700, "Wij zorgen voor betaal-")]))
    assert first.left + first.width == pytest.approx(right, abs=0.002)


def test_of_equal_sentences_each_has_its_own_place():
    data = pdf_of(f"<p>{BUILD}</p><p>{TALK}</p><p>{BUILD}</p>", "body { break-after: page }")

    found = [marks_of(data, "veertig sociale huurwoningen", nth=nth)[0] for nth in (0, 1)]

    assert found[0].top < marks_of(data, TALK)[0].top < found[1].top
    assert found[0].left == pytest.approx(found[1].left)


def test_words_that_also_stand_in_the_header_are_marked_in_the_body():
    data = pdf_of(f"<p>Woonafspraken Westermarke</p><p>{LONG}</p>" * 25, HEADER)

    (mark,) = marks_of(data, "Woonafspraken Westermarke")

    assert mark.page == 1
    assert mark.top > 24 / 297


def test_a_span_over_the_end_of_a_page_has_marks_on_both():
    data = pdf_of(f'<div style="height: 228mm"></div><p>{LONG} {LONG}</p><p>{REPORT}</p>')

    marks = marks_of(data, f"{LONG} {LONG}")

    pages = [mark.page for mark in marks]
    assert pages == sorted(pages)
    assert set(pages) == {1, 2}
    assert all(mark.top > 0.8 for mark in marks if mark.page == 1)
    assert all(mark.top < 0.2 for mark in marks if mark.page == 2)


def test_a_paragraph_in_two_columns_is_marked_in_both():
    text = " en ".join([BUILD[:-1].lower()] * 20)
    data = pdf_of(f"<p>{text}</p>", "body { columns: 2 }")

    marks = marks_of(data, text)

    sides = [mark.left > 0.5 for mark in marks]
    assert sides == sorted(sides)
    assert {*sides} == {False, True}
    assert all(mark.width < 0.45 for mark in marks)


@pytest.mark.parametrize("shift", [0, 40])
@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_a_mark_lies_round_the_ink_however_the_page_lies_in_the_file(quarters, shift):
    data = turned(placed_text([(200, 300, "Veertig woningen op de hoek")], size=20), quarters, shift)

    (mark,) = marks_of(data, "Veertig woningen op de hoek")

    left, top, right, bottom = ink(data)
    assert (mark.left, mark.left + mark.width) == pytest.approx((left, right), abs=0.003)
    assert mark.top - 0.003 < top < bottom < mark.top + mark.height + 0.003
    assert mark.height < 0.03


def test_text_outside_the_page_as_shown_has_no_mark():
    shown = [(70.0, 700.0, "Wij bouwen veertig woningen in het dorp.")]
    data = placed_text([*shown, (70.0, 20.0, "Onder de rand.")]).replace(b"[0 0 595 842]", b"[0 60 595 842]")
    document = read_bytes(data, "stuk.pdf")

    assert "Onder de rand" in document.text
    assert marks_of(data, "Onder de rand.") == ()
    assert len(marks_of(data, "veertig woningen")) == 1


def test_spans_without_words_have_no_marks():
    data = pdf_of(f"<p>{BUILD}</p><p>{TALK}</p>")
    document = read_bytes(data, "stuk.pdf")
    length = len(document.text)

    spans = [(0, 0), (9, 3), (len(BUILD), len(BUILD) + 1), (length, length + 9), (-9, 0)]

    assert find_marks(data, document, spans) == ((),) * 5
    assert find_marks(data, document, []) == ()


def test_a_document_that_was_not_read_from_this_file_has_no_marks():
    data = pdf_of(f"<p>{BUILD}</p>")
    other = read_bytes(pdf_of(f"<p>{TALK}</p>"), "stuk.pdf")
    text = read_bytes(BUILD.encode(), "stuk.txt")

    assert find_marks(data, other, [(0, 20)]) == ((),)
    assert find_marks(BUILD.encode(), text, [(0, 20)]) == ((),)


@pytest.mark.parametrize("damaged", [b"", b"geen pdf", b"%PDF-1.7\nonzin\n%%EOF"])
def test_marks_in_a_damaged_file_are_refused(damaged):
    document = read_bytes(pdf_of(f"<p>{BUILD}</p>"), "stuk.pdf")

    with pytest.raises(DocumentError):
        find_marks(damaged, document, [(0, 20)])


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(0, len(SOUND) - 1), st.integers(0, 255)), min_size=1, max_size=12))
def test_nothing_but_our_own_errors_escapes_from_a_garbled_file(changes):
    data = bytearray(SOUND)
    for place, value in changes:
        data[place] = value
    for use in (read_and_find, page_sizes, draw):
        with suppress(DocumentError):
            assert use(bytes(data))


@pytest.mark.parametrize("use", [read, find, page_sizes, draw], ids=lambda use: use.__name__)
def test_pdfium_serves_one_thread_at_a_time(use, monkeypatch):
    data = pdf_of(f"<p>{LONG}</p>")
    other = threading.Thread(target=use, args=(data,))
    waited = []

    def see_other_wait(_):
        monkeypatch.undo()
        other.start()
        other.join(0.3)
        waited.append(other.is_alive())

    monkeypatch.setattr(opening, "_check_length", see_other_wait)
    use(data)
    other.join()

    assert waited == [True]
