"""Opens a PDF and takes the lines from its pages, or says why that cannot be done.

pdfium bears one thread at a time, whatever document each of them works on. So there is one lock for
the whole process, and everything that is asked of pdfium is asked while `opened` holds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from wederkerig.documents.errors import DamagedFileError, EncryptedFileError, TooLargeError
from wederkerig.documents.pdf.glyphs import Glyphs
from wederkerig.documents.pdf.lines import read_page
from wederkerig.documents.pdf.page import Page
from wederkerig.documents.pdf.turned import Turn

MOST_PAGES = 5000
_PDFIUM = Lock()
_LINEARIZED = re.compile(rb"/Linearized\b[^>]*?/L\s+(\d+)", re.DOTALL)


def read_pages(data: bytes) -> tuple[list[Page], str]:
    """The pages of the file and the title in its properties.

    Raises `DamagedFileError`, `EncryptedFileError` or `TooLargeError`.
    """
    with opened(data) as document:
        return _read(document), _title(document)


@contextmanager
def opened(data: bytes) -> Iterator[pdfium.PdfDocument]:
    """The file, for as long as no other thread uses pdfium; all that comes from it is to be closed within.

    Raises `DamagedFileError`, `EncryptedFileError` or `TooLargeError`.
    """
    _check_whole(data)
    with _PDFIUM:
        try:
            document = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as error:
            raise _refusal() from error
        try:
            _check_length(document)
            yield document
        finally:
            document.close()


@contextmanager
def blaming_the_file() -> Iterator[None]:
    """Nothing but a DocumentError comes from reading a file in which nothing is as it should be."""
    try:
        yield
    except (ArithmeticError, LookupError, RecursionError, ValueError) as error:
        raise DamagedFileError("Deze PDF is zo beschadigd dat de tekst er niet uit te halen is.") from error


@contextmanager
def loaded(document: pdfium.PdfDocument, number: int) -> Iterator[tuple[Any, Turn]]:
    """The handle of a page, counted from 0, and how it is shown; no handle where the page is broken."""
    handle = raw.FPDF_LoadPage(document.raw, number)
    if not handle:
        yield None, Turn()
        return
    try:
        width, height = raw.FPDF_GetPageWidthF(handle), raw.FPDF_GetPageHeightF(handle)
        yield handle, Turn(raw.FPDFPage_GetRotation(handle), width, height)
    finally:
        raw.FPDF_ClosePage(handle)


def _check_whole(data: bytes) -> None:
    """Refuse a file that breaks off; pdfium would read what is left without a word."""
    if b"%%EOF" not in data:
        raise DamagedFileError("Deze PDF is afgebroken: het einde ontbreekt.")
    linear = _LINEARIZED.search(data[:1024])
    if linear and len(data) < int(linear.group(1)[:15]):
        raise DamagedFileError("Deze PDF is afgebroken: er ontbreken bladzijden.")


def _refusal() -> DamagedFileError | EncryptedFileError:
    if raw.FPDF_GetLastError() in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}:
        return EncryptedFileError("Deze PDF vraagt om een wachtwoord.")
    return DamagedFileError("Deze PDF is beschadigd en kan niet worden geopend.")


def _check_length(document: pdfium.PdfDocument) -> None:
    count = len(document)
    if count > MOST_PAGES:
        raise TooLargeError(
            f"Deze PDF heeft {count} bladzijden; er worden er hoogstens {MOST_PAGES} gelezen."
        )


def _read(document: pdfium.PdfDocument) -> list[Page]:
    glyphs = Glyphs()
    pages = [_page(document, glyphs, number) for number in range(len(document))]
    if not any(page.width for page in pages):
        raise DamagedFileError("Deze PDF is beschadigd: er is geen bladzijde die te lezen is.")
    return pages


def _page(document: pdfium.PdfDocument, glyphs: Glyphs, number: int) -> Page:
    """One page; an empty one where the page itself is broken."""
    with loaded(document, number) as (handle, turn):
        return read_page(glyphs, handle, number, turn) if handle else Page(number, 0.0, 0.0, [])


def _title(document: pdfium.PdfDocument) -> str:
    return " ".join(str(document.get_metadata_value("Title")).split())
