"""Files as they come in: recognised by content, turned away with a reason when they are not read."""

import io
import signal
import zipfile
from collections.abc import Iterator

import pytest

from tests.documents.making import ODT_TYPE, docx, odt, par, zipped
from wederkerig.documents import Format, gate
from wederkerig.documents import archive as archive_module
from wederkerig.documents.errors import (
    DamagedFileError,
    DocumentError,
    EmptyFileError,
    EncryptedFileError,
    MissingFileError,
    TooLargeError,
    UnknownFormatError,
    UnsafeFileError,
)
from wederkerig.documents.gate import recognise
from wederkerig.documents.read import read_bytes, read_document

WORD = docx(par("De gemeente bouwt."))
OPEN = odt("<text:p>De gemeente bouwt.</text:p>")
SLOW_ONCE = {
    "blank lines": b"\n" * 400_000,
    "spaces": b" " * 400_000,
    "brackets": b"[" * 400_000,
    "links without an end": b"[a](" * 100_000,
}
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)
ENTITY = '<!DOCTYPE x [<!ENTITY geheim SYSTEM "file:///etc/hostname">]>'


def ole(stream):
    return OLE + stream.encode("utf-16-le") + bytes(500)


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"%PDF-1.7\n%", "a.pdf", Format.PDF),
        (b"\r\n%PDF-1.4\n", "a.pdf", Format.PDF),
        (WORD, "a.docx", Format.DOCX),
        (OPEN, "a.odt", Format.ODT),
        (b"<!DOCTYPE html><p>x", "a.html", Format.HTML),
        (b"\xef\xbb\xbf <!-- x --><HTML><p>x", "a.txt", Format.HTML),
        (b"<p>x</p>", "a.htm", Format.HTML),
        (b"<p>x</p>", "a.txt", Format.TEXT),
        (b"# Kop\n\n**vet** begin", "a.txt", Format.MARKDOWN),
        (b"zin", "a.md", Format.MARKDOWN),
        (b"Een # teken en *ster*.", "a.txt", Format.TEXT),
        (b"Een zin over %PDF-bestanden.", "a.txt", Format.TEXT),
        (b"BMW en zo", "a.txt", Format.TEXT),
    ],
)
def test_the_content_decides_the_format(data, name, expected):
    assert recognise(data, name).format is expected


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (WORD, "stuk.pdf", "De naam eindigt op .pdf, maar het bestand is een Word-bestand (DOCX)"),
        (WORD, "stuk.doc", "een Word-bestand (DOCX)"),
        (OPEN, "stuk.docx", "een ODT-bestand"),
        (b"Gewoon een zin.", "stuk.pdf", "een tekstbestand"),
        (WORD, "stuk.docx", None),
        (WORD, "stuk", None),
        (WORD, "stuk.definitief", None),
        (b"# Kop\n\n## Kop", "stuk.txt", None),
    ],
)
def test_a_name_that_promises_another_kind_is_reported(data, name, said):
    notices = recognise(data, name).notices

    assert (said in notices[0]) if said else notices == ()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", "JPEG"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (zipped({"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"}), "Excel"),
        (zipped({"[Content_Types].xml": "<x/>", "ppt/presentation.xml": "<x/>"}), "PowerPoint"),
        (zipped({"mimetype": ODT_TYPE.replace("text", "spreadsheet")}), "ODS"),
        (zipped({"mimetype": "application/epub+zip"}), "EPUB"),
        (zipped({"foto.jpg": b"x"}), "zip-archief"),
        (ole("WordDocument"), "DOCX"),
        (ole("Workbook"), "Excel"),
        (b"{\\rtf1\\ansi tekst}", "DOCX"),
        (b"\x00\x01\x02\x03" * 50, "geen tekst"),
        (b'<?xml version="1.0"?><factuur/>', "XML"),
        (b"From: a@voorbeeld.nl\r\nMIME-Version: 1.0\r\n\r\nx", "e-mail"),
    ],
)
def test_what_is_not_read_is_named(data, kind):
    with pytest.raises(UnknownFormatError, match=kind):
        read_bytes(data, "stuk.pdf")


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyFileError),
        (b" \n\t ", EmptyFileError),
        (docx(par("")), EmptyFileError),
        (ole("EncryptedPackage"), EncryptedFileError),
        (WORD[:-60], DamagedFileError),
        (WORD[:200], DamagedFileError),
        (OPEN[: len(OPEN) // 2], DamagedFileError),
        (zipped({"[Content_Types].xml": "", "word/document.xml": "<w:document"}), DamagedFileError),
        (zipped({"[Content_Types].xml": "", "word/document.xml": "<leeg/>"}), DamagedFileError),
        (
            zipped({"[Content_Types].xml": "", "word/document.xml": ENTITY + "<x>&geheim;</x>"}),
            UnsafeFileError,
        ),
        (
            zipped({"[Content_Types].xml": "", "word/document.xml": (ENTITY + "<x/>").encode("utf-16")}),
            UnsafeFileError,
        ),
        (zipped({"mimetype": ODT_TYPE, "content.xml": ENTITY + "<x>&geheim;</x>"}), UnsafeFileError),
        (zipped({"[Content_Types].xml": "", "../word/document.xml": "x"}), UnsafeFileError),
        (zipped({"[Content_Types].xml": "", "/word/document.xml": "x"}), UnsafeFileError),
        (zipped({"[Content_Types].xml": "", "word/document.xml": b" " * 30_000_000}), UnsafeFileError),
        (docx("<w:sdt><w:sdtContent>" * 200 + "</w:sdtContent></w:sdt>" * 200), TooLargeError),
    ],
)
def test_bad_files_are_refused_with_the_right_reason(data, error):
    with pytest.raises(error):
        read_bytes(data, "stuk.docx")


@pytest.mark.parametrize("limit", ["MAX_BYTES", "MAX_CHARACTERS"])
def test_limits_hold(monkeypatch, limit):
    monkeypatch.setattr(gate, limit, 10)
    with pytest.raises(TooLargeError):
        read_bytes(b"een zin van meer dan tien tekens", "stuk.txt")


@pytest.mark.parametrize(
    ("limit", "error"),
    [("MAX_MEMBERS", TooLargeError), ("MAX_PART", TooLargeError), ("MAX_UNPACKED", UnsafeFileError)],
)
def test_limits_of_archives_hold(monkeypatch, limit, error):
    monkeypatch.setattr(archive_module, limit, 3)
    with pytest.raises(error):
        read_bytes(WORD, "stuk.docx")


def test_an_archive_that_lies_about_its_sizes_is_refused(monkeypatch):
    honest = zipped({"[Content_Types].xml": "", "word/document.xml": b" " * 5000})
    size = (5000).to_bytes(4, "little")
    monkeypatch.setattr(archive_module, "MAX_PART", 1000)

    assert honest.count(size) == 2
    with pytest.raises(DocumentError):
        read_bytes(honest.replace(size, (10).to_bytes(4, "little")), "stuk.docx")


def test_an_archive_with_a_password_is_refused():
    data = bytearray(WORD)
    with zipfile.ZipFile(io.BytesIO(WORD)) as opened:
        offset = opened.start_dir
    data[offset + 8] |= 1
    with pytest.raises(EncryptedFileError):
        read_bytes(bytes(data), "stuk.docx")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("café € “wonen”".encode(), "café € “wonen”"),
        ("café".encode("utf-8-sig"), "café"),
        ("café".encode("utf-16"), "café"),
        ("café".encode("utf-16-be"), None),
        (b"\xfe\xff" + "café".encode("utf-16-be"), "café"),
        ("café € “wonen”".encode("cp1252"), "café € “wonen”"),
        ("één café, één naïef idee"[:-1].encode() + b"\xc3", "één café, één naïef ide\ufffd"),
    ],
)
def test_text_is_decoded(data, text):
    if text is None:
        with pytest.raises(UnknownFormatError):
            recognise(data, "stuk.txt")
    else:
        assert recognise(data, "stuk.txt").text == text


def test_characters_that_were_lost_are_reported():
    damaged = "één café, één naïef idee".encode() + b"\xc3"

    assert "niet leesbaar" in recognise(damaged, "stuk.txt").notices[0]


def test_files_that_are_not_there_are_reported(tmp_path):
    for path in (tmp_path / "weg.pdf", tmp_path, tmp_path / ("x" * 5000), tmp_path / "a\0b"):
        with pytest.raises(MissingFileError):
            read_document(path)


def test_a_file_is_read_by_its_path(tmp_path):
    path = tmp_path / "stuk.docx"
    path.write_bytes(WORD)
    document = read_document(path)

    assert (document.name, document.format, document.text) == ("stuk.docx", Format.DOCX, "De gemeente bouwt.")


@pytest.fixture
def _soon() -> Iterator[None]:
    """Fail what takes more than ten seconds, instead of waiting for it."""

    def stop(*_: object) -> None:
        pytest.fail("this takes too long")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(10)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.usefixtures("_soon")
@pytest.mark.parametrize("name", sorted(SLOW_ONCE))
def test_the_signs_of_markdown_are_sought_in_a_time_that_grows_with_the_text(name):
    assert recognise(b"woord\n" + SLOW_ONCE[name] + b"\nwoord", "a.txt").format is Format.TEXT
