"""The consolidated document as an OpenDocument text, looked into with another library and LibreOffice."""

import shutil
import subprocess
from datetime import date, datetime
from zipfile import ZIP_STORED, ZipFile

import odfdo
import pytest

from tests import stukken
from tests.export.terug import VOORBEELDEN, read_back, same
from wederkerig.export.docx.markup import column_widths
from wederkerig.export.odt import write_odt
from wederkerig.export.odt.content import _columns
from wederkerig.export.opmaak import Regel, opmaak
from wederkerig.model import Afspraak, Tabel


def written(path, lines, titel="Afspraken"):
    write_odt(lines, path, titel=titel, gemeente="Zeedrecht", datum=date(2026, 1, 1))
    return odfdo.Document(path)


@pytest.fixture
def made(tmp_path):
    return written(
        tmp_path / "stuk.odt", opmaak(stukken.overeenkomst(), {"2": ["Gewijzigd bij Jaarplan 2026"]})
    )


def test_headings_have_their_level(made):
    found = [
        (head.get_attribute_integer("text:outline-level"), head.text_recursive) for head in made.body.headers
    ]

    assert found == [
        (1, "Partijen"),
        (1, "Thema: Beschikbaarheid"),
        (2, "Afspraken"),
        (3, "Verkoop"),
        (1, "Thema: Betaalbaarheid"),
        (2, "Afspraken"),
        (1, "Begrippen"),
        (1, "Overzicht van documenten"),
        (2, "Landelijk"),
    ]


def test_every_style_that_is_used_is_there(made):
    used = set(made.body.xpath("//@text:style-name | //@table:style-name"))
    known = {style.name for style in made.get_styles() if style.name}

    assert {str(name) for name in used} - known == set()


def test_the_file_says_its_title_language_author_and_date(made):
    meta = made.meta

    assert (meta.title, meta.language, meta.initial_creator) == ("Afspraken", "nl-NL", "Gemeente Zeedrecht")
    assert meta.creation_date == datetime(2026, 1, 1, 12)  # noqa: DTZ001  # the format knows no time zone here


def test_tables_have_a_heading_row_that_returns_on_each_page(made):
    parties = made.body.tables[0]

    assert len(parties.get_elements("table:table-header-rows/table:table-row")) == 1
    assert len(made.body.tables) == 3


def test_links_of_the_contents_lead_to_the_chapters(made):
    targets = {str(link).removeprefix("#") for link in made.body.xpath("//@xlink:href")}

    assert targets == {str(name) for name in made.body.xpath("//text:bookmark/@text:name")}
    assert len(targets) == 5


def test_items_stand_in_a_list(tmp_path):
    afspraak = Afspraak(nummer="1", tekst="Wij doen:\nhet een;\nhet ander.\nDan niets.")
    document = written(tmp_path / "a.odt", opmaak(stukken.overeenkomst(afspraken=(afspraak,), kaders=())))

    assert [item.text_recursive.strip() for item in document.body.get_elements("//text:list-item")] == [
        "het een;",
        "het ander.",
    ]


@pytest.mark.parametrize("words", ["<text:p>x</text:p>", "B&W", "a\x00\ud800b", "]]>"])
def test_text_never_becomes_mark_up(tmp_path, words):
    tabel = Tabel(titel=words, kop=(words, words), rijen=((words, words),))
    lines = [
        *opmaak(stukken.overeenkomst(titel=words, tabellen=(tabel,))),
        Regel("begrip", "b", cellen=(words, "x")),
    ]

    document = written(tmp_path / "a.odt", lines, titel=words)

    plain = words.replace("\x00", "").replace("\ud800", "")
    assert document.body.paragraphs[0].text_recursive == plain
    assert document.meta.title == plain


def test_the_same_lines_give_the_same_bytes(tmp_path):
    for name in ("een.odt", "twee.odt"):
        written(tmp_path / name, opmaak(stukken.overeenkomst()))

    assert (tmp_path / "een.odt").read_bytes() == (tmp_path / "twee.odt").read_bytes()


def test_the_first_bytes_say_what_the_file_is(tmp_path):
    written(tmp_path / "a.odt", [])

    with ZipFile(tmp_path / "a.odt") as package:
        first = package.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        assert package.read(first) == b"application/vnd.oasis.opendocument.text"


@pytest.mark.parametrize("name", VOORBEELDEN)
def test_reading_the_file_gives_the_same_document(name, tmp_path):
    stuk = read_back(name)
    write_odt(opmaak(stuk), tmp_path / "stuk.odt", titel=stuk.titel)

    assert same(tmp_path / "stuk.odt") == same(stuk)


@pytest.mark.slow
@pytest.mark.parametrize("name", VOORBEELDEN)
def test_libreoffice_opens_the_file_and_saves_the_same_document(name, tmp_path):
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is missing; `make system` says what to install")
    stuk = read_back(name)
    write_odt(opmaak(stuk), tmp_path / "stuk.odt", titel=stuk.titel)
    profile = f"-env:UserInstallation={(tmp_path / 'profiel').as_uri()}"
    command = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "docx",
        "--outdir",
        tmp_path,
        tmp_path / "stuk.odt",
    ]

    subprocess.run(command, check=True, capture_output=True, timeout=180)

    assert same(tmp_path / "stuk.docx")["afspraken"] == same(stuk)["afspraken"]


def test_a_column_with_short_cells_keeps_room_for_its_bold_heading():
    rows = [("Energielabel", "De Wetering", "Lindewaarde"), ("A of beter", "1.024", "498")]
    regels = [Regel("tabelkop", "t", cellen=rows[0]), Regel("tabelrij", "t", cellen=rows[1])]

    in_docx, in_odt = column_widths(rows, [True, False]), _columns(regels)

    assert min(in_docx) >= 11 * 118
    assert min(in_odt) >= 11 * 2
