"""The Word documents: the clean one, and tracked changes that give either version back."""

import io
import zipfile
from datetime import date

import docx
import pytest
from docx_revisions import RevisionDocument
from hypothesis import given, settings

from tests.conftest import examples
from tests.export import regels
from tests.export.regels import TITEL, afspraak, tabel, versies
from tests.export.word_lezen import AANVAARD, VERWORPEN, W, blocks, body_of
from wederkerig.documents import read_document
from wederkerig.export.docx import docx_bytes, tracked_docx_bytes, write_docx, write_tracked_docx
from wederkerig.export.opmaak import Regel

BESLUIT = {"titel": TITEL, "auteur": "Jaarplan 2026", "datum": date(2025, 12, 9)}


def clean(lines):
    return blocks(docx_bytes(lines, titel=TITEL), AANVAARD)


def tracked(old, new):
    return tracked_docx_bytes(old, new, **BESLUIT)


def opened(content):
    return docx.Document(io.BytesIO(content))


# --- the clean document --------------------------------------------------------------------------


def test_each_theme_begins_a_page_and_so_does_the_chapter_behind_the_last():
    heads = ["Inleiding", "Thema: Bouwen", "Thema: Wonen", "Samenwerking", "Begrippen"]
    lines = [Regel("kop1", head, head) for head in heads]

    document = opened(docx_bytes(lines, titel=TITEL))

    starts = [p.text for p in document.paragraphs if p.paragraph_format.page_break_before]
    assert starts == ["Thema: Bouwen", "Thema: Wonen", "Samenwerking"]


def test_headings_agreements_and_bullets_have_styles_of_their_own():
    document = opened(docx_bytes(regels.oud(), titel=TITEL))

    assert [(p.style.name, p.text) for p in document.paragraphs[:10]] == [
        ("Title", TITEL),
        ("Normal", "Gemeente Duinrade, Woonborg en Huurdersraad Duinrade."),
        ("Heading 1", "Thema: Bouwen"),
        ("Heading 2", "Doelen"),
        ("List Bullet", "Meer woningen voor starters."),
        ("Heading 2", "Afspraken"),
        ("Heading 3", "Nieuwbouw"),
        ("Afspraak", "1.\tWoonborg bouwt 240 huurwoningen."),
        ("Afspraak opsomming", "60 aan de Havenkade;"),
        ("Afspraak opsomming", "40 zonder drempels."),
    ]


def test_tables_hold_their_cells_and_repeat_their_heading_row():
    table = opened(docx_bytes(regels.oud(), titel=TITEL)).tables[1]

    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Groep", "Grens"],
        ["Laag", "€ 650"],
        ["Hoog", "€ 700"],
    ]
    assert [row._tr.find(f"{W}trPr/{W}tblHeader") is not None for row in table.rows] == [True, False, False]


def test_the_document_says_its_title_and_language():
    properties = opened(docx_bytes(regels.oud(), titel=TITEL)).core_properties

    assert (properties.title, properties.language) == (TITEL, "nl-NL")


def test_the_footer_counts_pages():
    footer = opened(docx_bytes(regels.oud(), titel=TITEL)).sections[0].footer.paragraphs[0]

    fields = [field.get(W + "instr").strip() for field in footer._p.iter(W + "fldSimple")]
    assert (footer.text, fields) == (f"{TITEL}\tPagina  van ", ["PAGE", "NUMPAGES"])


def test_the_same_lines_give_the_same_bytes():
    assert docx_bytes(regels.oud(), titel=TITEL) == docx_bytes(regels.oud(), titel=TITEL)
    assert tracked(regels.oud(), regels.nieuw()) == tracked(regels.oud(), regels.nieuw())


def test_text_is_data_and_not_markup():
    lines = [Regel("alinea", "p", '<w:p/> & "x"\x00\x0b\ud800 einde')]

    assert clean(lines)[0] == ("Normal", '<w:p/> & "x" einde')


def test_line_ends_and_tabs_stay():
    assert clean([Regel("alinea", "p", "een\ntwee\tdrie")])[0] == ("Normal", "een\ntwee\tdrie")


def test_every_part_is_well_formed_and_dated_alike():
    content = tracked(regels.oud(), regels.nieuw())

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_nothing_is_written_where_the_folder_is_missing(tmp_path):
    with pytest.raises(OSError, match="weg"):
        write_docx(regels.oud(), tmp_path / "weg" / "uit.docx", titel=TITEL)


# --- accepting and rejecting ---------------------------------------------------------------------


@settings(max_examples=examples(150), deadline=None)
@given(versies())
def test_accepting_all_gives_the_clean_document_of_the_new_version(pair):
    assert blocks(tracked(*pair), AANVAARD) == clean(pair[1])


@settings(max_examples=examples(150), deadline=None)
@given(versies())
def test_rejecting_all_gives_the_clean_document_of_the_old_version(pair):
    assert blocks(tracked(*pair), VERWORPEN) == clean(pair[0])


def test_a_struck_sentence_is_gone_after_accepting():
    old = [Regel("alinea", "p", "Dit blijft staan. Dit gaat weg.")]

    content = tracked(old, [Regel("alinea", "p", "Dit blijft staan.")])

    assert blocks(content, AANVAARD)[0] == ("Normal", "Dit blijft staan.")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ([Regel("alinea", "a", "Een.")], [Regel("alinea", "a", "Een."), Regel("kop1", "b", "Twee")]),
        ([Regel("alinea", "a", "Een.")], [Regel("kop1", "b", "Nul"), Regel("alinea", "a", "Een.")]),
        ([Regel("punt", "a", "Oud punt.")], [Regel("kop2", "b", "Heel iets anders")]),
        (
            [Regel("alinea", "a", "Een.")],
            [Regel("alinea", "a", "Een."), *tabel("t", "T", ("x", "y"), ("1", "2"))],
        ),
        ([Regel("alinea", "a", "Een."), Regel("punt", "b", "Weg.")], [Regel("alinea", "a", "Een.")]),
        ([], [Regel("alinea", "a", "Een.")]),
    ],
    ids=["last added", "first added", "another kind", "table added", "last struck", "all added"],
)
def test_paragraphs_keep_their_styles_whatever_stands_beside_them(old, new):
    for before, after in ((old, new), (new, old)):
        content = tracked(before, after)

        assert blocks(content, AANVAARD) == clean(after)
        assert blocks(content, VERWORPEN) == clean(before)


def test_the_paragraph_before_a_table_always_keeps_its_end():
    old = [*afspraak("a", "1", "Eén."), *tabel("t", "Tabel", ("x", "y"), ("1", "2"))]
    new = [
        *afspraak("a", "1", "Eén."),
        Regel("vervolg", "a", "Erbij."),
        *tabel("u", "Andere", ("x", "y"), ("3", "4")),
    ]

    paragraphs = [element.getprevious() for element in body_of(tracked(old, new)) if element.tag == W + "tbl"]

    assert [paragraph.find(f"{W}pPr/{W}rPr") for paragraph in paragraphs] == [None, None]


# --- the changes themselves ----------------------------------------------------------------------


def _changes(content, *names):
    return [change for name in names for change in body_of(content).iter(W + name)]


def test_every_change_bears_the_decision_its_date_and_a_number_of_its_own():
    changes = _changes(tracked(regels.oud(), regels.nieuw()), "ins", "del", "moveFrom", "moveTo", "pPrChange")

    assert {change.get(W + "author") for change in changes} == {"Jaarplan 2026"}
    assert {change.get(W + "date")[:10] for change in changes} == {"2025-12-09"}
    assert len({change.get(W + "id") for change in changes}) == len(changes)


def test_an_agreement_that_moved_is_one_move_under_one_name():
    content = tracked(regels.oud(), regels.nieuw())

    froms = [start.get(W + "name") for start in _changes(content, "moveFromRangeStart")]
    tos = [start.get(W + "name") for start in _changes(content, "moveToRangeStart")]
    assert froms == tos == ["verplaatst1", "verplaatst2"]


def test_rows_are_struck_and_added_as_rows():
    table = next(body_of(tracked(regels.oud(), regels.nieuw())).iter(W + "tbl"))

    marks = [
        {mark.tag.removeprefix(W) for mark in row.find(W + "trPr")} & {"ins", "del"}
        for row in table.iter(W + "tr")
    ]
    assert marks == [set(), set(), set(), {"del"}, {"ins"}]


def test_a_document_without_changes_is_the_clean_document():
    assert tracked(regels.oud(), regels.oud()) == docx_bytes(regels.oud(), titel=TITEL)


# --- other readers -------------------------------------------------------------------------------


def _with_words(document):
    return [paragraph.text for paragraph in document.paragraphs if paragraph.text.strip()]


def test_another_library_gives_both_versions_back():
    # docx-revisions knows no moves, and leaves paragraphs and rows standing once they are empty
    old, new = regels.oud(), [line for line in regels.nieuw() if line.sleutel != "a3"]
    old = [line for line in old if line.sleutel != "a3"]
    accepted, rejected = (RevisionDocument(io.BytesIO(tracked(old, new))) for _ in range(2))

    accepted.accept_all()
    rejected.reject_all()

    assert _with_words(accepted.document) == _with_words(opened(docx_bytes(new, titel=TITEL)))
    assert _with_words(rejected.document) == _with_words(opened(docx_bytes(old, titel=TITEL)))
    assert {change.author for change in accepted.track_changes} == set()


def test_our_own_reader_reads_the_new_version(tmp_path):
    write_tracked_docx(regels.oud(), regels.nieuw(), tmp_path / "renvooi.docx", **BESLUIT)
    write_docx(regels.nieuw(), tmp_path / "schoon.docx", titel=TITEL)

    marked, plain = (read_document(tmp_path / name) for name in ("renvooi.docx", "schoon.docx"))

    assert marked.text == plain.text
    assert plain.notices == ()
    assert [notice.split(";")[0] for notice in marked.notices] == [
        "Het bestand bevat bijgehouden wijzigingen"
    ]
