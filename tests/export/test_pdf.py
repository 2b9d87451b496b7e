"""The consolidated document as PDF, looked into with another library."""

import re
import subprocess
import sys
from datetime import date

import pikepdf
import pytest

from tests import stukken
from tests.export.terug import VOORBEELDEN, read_back, same
from wederkerig.export.opmaak import Regel, opmaak
from wederkerig.export.pdf import ATTACHMENT, PdfError, write_pdf

DATA = b'{"soort": "meerjarig"}'
LINES = opmaak(stukken.overeenkomst(), {"2": ["Gewijzigd bij Jaarplan 2026"]})


@pytest.fixture(scope="module", params=["ua", "archief"])
def variant(request):
    return request.param


@pytest.fixture(scope="module")
def pdf(variant, tmp_path_factory):
    path = tmp_path_factory.mktemp("pdf") / "stuk.pdf"
    made(path, variant)
    with pikepdf.open(path) as document:
        yield document


def made(path, variant="ua", lines=LINES):
    data = DATA if variant == "archief" else None
    day = date(2026, 1, 1)
    write_pdf(lines, path, titel="Afspraken", gemeente="Zeedrecht", datum=day, variant=variant, bijlage=data)


def elements(pdf, kind):
    """The elements of one kind in the tree of tags."""
    found, todo = [], [pdf.Root.StructTreeRoot.K]
    while todo:
        each = todo.pop()
        if isinstance(each, pikepdf.Array):
            todo += list(each)
        elif isinstance(each, pikepdf.Dictionary) and "/S" in each:
            found += [each] if kind == each.S else []
            todo += [each.K] if "/K" in each else []
    return found


def fonts(pdf):
    return [
        each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font"
    ]


def test_the_file_is_tagged_and_says_its_language_and_title(pdf):
    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang) == "nl"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    with pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == "Afspraken"
        assert metadata["dc:creator"] == ["Gemeente Zeedrecht"]
        assert metadata["xmp:CreateDate"] == "2026-01-01"


def test_the_file_says_which_standard_it_keeps(pdf, variant):
    with pdf.open_metadata() as metadata:
        said = {key: metadata.get(key) for key in ("pdfuaid:part", "pdfaid:part", "pdfaid:conformance")}

    expected = {"ua": ("1", None, None), "archief": (None, "3", "A")}[variant]
    assert tuple(said.values()) == expected


def test_all_fonts_are_embedded(pdf):
    found = [font for font in fonts(pdf) if "/FontDescriptor" in font]

    assert found
    assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(font.FontDescriptor.keys()) for font in found)
    assert all("/ToUnicode" in font for font in fonts(pdf) if font.Subtype == "/Type0")


def test_the_file_is_sound(pdf):
    assert pdf.check_pdf_syntax() == []


def test_nothing_is_locked_and_nothing_runs(pdf):
    assert not pdf.is_encrypted
    assert not {"/OpenAction", "/AA", "/JavaScript"} & set(pdf.Root.keys())


def test_headings_are_tagged_and_listed(pdf):
    assert len(elements(pdf, "/H1")) == 1
    assert len(elements(pdf, "/H2")) == 6
    with pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == [
            "Inhoud",
            "Partijen",
            "Thema: Beschikbaarheid",
            "Thema: Betaalbaarheid",
            "Begrippen",
            "Overzicht van documenten",
        ]


def test_heads_of_tables_say_what_they_head(pdf):
    heads = elements(pdf, "/TH")

    assert {str(head.A.Scope) for head in heads} == {"/Column", "/Row"}
    assert all("/Headers" in cell.A for cell in elements(pdf, "/TD"))


def test_every_picture_has_words_instead(pdf):
    assert [figure for figure in elements(pdf, "/Figure") if "/Alt" not in figure] == []


def test_the_archive_has_a_colour_profile_and_the_data_behind_the_pages(tmp_path):
    made(tmp_path / "a.pdf", "archief")

    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        (attached,) = pdf.Root.AF
        assert pdf.Root.OutputIntents[0].S == "/GTS_PDFA1"
        assert str(attached.AFRelationship) == "/Source"
        assert list(pdf.attachments) == [ATTACHMENT]
        assert pdf.attachments[ATTACHMENT].get_file().read_bytes() == DATA
        assert pdf.attachments[ATTACHMENT].get_file().mime_type == "application/json"


def test_the_file_for_reading_carries_nothing_along(tmp_path):
    made(tmp_path / "a.pdf")

    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        assert list(pdf.attachments) == []


def test_the_same_lines_give_the_same_bytes(tmp_path, variant):
    for name in ("een.pdf", "twee.pdf"):
        made(tmp_path / name, variant)

    assert (tmp_path / "een.pdf").read_bytes() == (tmp_path / "twee.pdf").read_bytes()


def test_each_theme_begins_a_page(tmp_path):
    made(tmp_path / "a.pdf")
    text = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "a.pdf", "-"], check=True, capture_output=True, text=True
    ).stdout
    pages = [" ".join(page.split()) for page in text.split("\f")]

    assert [page[:22] for page in pages if page.startswith("Thema:")] == [
        "Thema: Beschikbaarheid",
        "Thema: Betaalbaarheid ",
    ]
    assert re.search(r"Pagina 3 van \d$", pages[2])


@pytest.mark.parametrize("words", ["<img src='file:///etc/hostname'>", "<b>vet", "a\x00b & c"])
def test_text_never_becomes_mark_up(tmp_path, words, caplog):
    made(tmp_path / "a.pdf", lines=[Regel("titel", "titel", words), Regel("kop1", "a", words)])

    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        assert elements(pdf, "/Figure") == []
    assert caplog.records == []


@pytest.mark.parametrize(
    "write",
    [
        "write_pdf([], Path('x.pdf'), titel='x')",
        "write_jaarplan_pdf(Jaarplan(soort='jaarplan', titel='x'), Path('x.pdf'))",
    ],
)
def test_what_is_missing_is_said_in_dutch(write):
    code = (
        "import sys, ctypes.util; from pathlib import Path;"
        "import cffi; cffi.FFI.dlopen = lambda *a: (_ for _ in ()).throw(OSError('weg'));"
        "from wederkerig.export.jaarplan import write_jaarplan_pdf; from wederkerig.model import Jaarplan;"
        "from wederkerig.export.pdf import write_pdf, PdfError\n"
        f"try: {write}\n"
        "except PdfError as error: print(error)"
    )

    said = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout

    assert said.startswith("Voor PDF-bestanden is de bibliotheek Pango nodig")
    assert issubclass(PdfError, Exception)


@pytest.mark.slow
@pytest.mark.parametrize("name", VOORBEELDEN)
def test_reading_the_file_gives_the_same_document(name, tmp_path):
    stuk = read_back(name)
    write_pdf(opmaak(stuk), tmp_path / "stuk.pdf", titel=stuk.titel, gemeente=stuk.gemeente)

    assert same(tmp_path / "stuk.pdf") == same(stuk)
