"""PDFs that cannot be read, each with its own message."""

from contextlib import suppress

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.pdf_maken import LONG, every_block, pdf_of, placed_text
from wederkerig.documents.errors import (
    DamagedFileError,
    DocumentError,
    EmptyFileError,
    EncryptedFileError,
    ScannedFileError,
    TooLargeError,
)
from wederkerig.documents.pdf import opening, read_pdf

PIXEL = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9"
    "QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
"""A picture of one dot."""


def scan(pages):
    image = f'<img src="{PIXEL}" style="width: 160mm; height: 200mm; break-after: page">'
    return pdf_of(image * pages)


@pytest.mark.parametrize("data", [b"", b"  \n"])
def test_a_file_without_bytes_is_empty(data):
    with pytest.raises(EmptyFileError):
        read_pdf(data, "leeg.pdf")


def test_a_file_without_words_is_empty():
    with pytest.raises(EmptyFileError):
        read_pdf(pdf_of("<p></p>"), "leeg.pdf")


def test_a_file_of_pictures_is_a_scan():
    with pytest.raises(ScannedFileError):
        read_pdf(scan(3), "scan.pdf")


def test_a_scanned_page_among_others_is_told():
    image = f'<div style="break-before: page"><img src="{PIXEL}" style="width: 160mm; height: 200mm"></div>'
    document = read_pdf(pdf_of(f'<p>{LONG}</p>{image}<p style="break-before: page">{LONG}</p>'), "stuk.pdf")
    assert len(document.notices) == 1
    assert "2" in document.notices[0]


@pytest.mark.parametrize("share", [0.2, 0.6, 0.95])
def test_a_file_that_breaks_off_is_damaged(share):
    data = pdf_of(f"<p>{LONG}</p>" * 30)
    with pytest.raises(DamagedFileError):
        read_pdf(data[: int(len(data) * share)], "half.pdf")


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\nonzin\n%%EOF", b"PK\x03\x04 geen pdf %%EOF", bytes(range(256)) * 9]
)
def test_what_is_no_pdf_is_damaged(data):
    with pytest.raises(DamagedFileError):
        read_pdf(data, "vreemd.pdf")


def test_a_file_with_a_password_is_encrypted(encrypted):
    with pytest.raises(EncryptedFileError):
        read_pdf(encrypted, "geheim.pdf")


def test_a_file_of_very_many_pages_is_too_large(monkeypatch):
    monkeypatch.setattr(opening, "MOST_PAGES", 2)
    pages = [[(70.0, 700.0, "Een woord.")]] * 3
    with pytest.raises(TooLargeError, match="3 bladzijden"):
        read_pdf(placed_text(*pages), "dik.pdf")


@pytest.fixture(scope="module")
def encrypted():
    """A PDF with an encryption dictionary of which nobody knows the password."""
    data = placed_text([(70.0, 700.0, "Geheim.")])
    key = "<" + "5a" * 32 + ">"
    lock = f"/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O {key} /U {key} >> /ID [<00> <00>]"
    return data.replace(b"trailer <<", f"trailer << {lock}".encode())


def test_pdfium_agrees_that_the_file_is_encrypted(encrypted):
    with pytest.raises(pypdfium2.PdfiumError, match="assword"):
        pypdfium2.PdfDocument(encrypted)


SOUND = placed_text([(70.0, 700.0 - 14 * line, f"{line}. Wij bouwen {line} woningen") for line in range(20)])


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, len(SOUND) - 1), st.integers(0, 255)), min_size=1, max_size=12))
def test_nothing_but_our_own_errors_escapes_from_a_garbled_file(changes):
    data = bytearray(SOUND)
    for place, value in changes:
        data[place] = value
    with suppress(DocumentError):
        document = read_pdf(bytes(data), "gehavend.pdf")
        assert all(document.text[b.start : b.end] == b.text for b in every_block(document.blocks))
