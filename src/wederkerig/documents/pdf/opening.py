"""Opens a PDF and takes the lines from its pages, or says why that cannot be done."""

from __future__ import annotations

import re

import pypdfium2 as pdfium
from pypdfium2 import raw

from wederkerig.documents.errors import DamagedFileError, EncryptedFileError, TooLargeError
from wederkerig.documents.pdf.glyphs import Glyphs
from wederkerig.documents.pdf.lines import read_page
from wederkerig.documents.pdf.page import Page
from wederkerig.documents.pdf.turned import Turn

MOST_PAGES = 5000
_LINEARIZED = re.compile(rb"/Linearized\b[^>]*?/L\s+(\d+)", re.DOTALL)


def read_pages(data: bytes) -> tuple[list[Page], str]:
    """The pages of the file and the title in its properties.

    Raises `DamagedFileError`, `EncryptedFileError` or `TooLargeError`.
    """
    _check_whole(data)
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise _refusal() from error
    try:
        return _read(document), _title(document)
    finally:
        document.close()


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


def _read(document: pdfium.PdfDocument) -> list[Page]:
    count = len(document)
    if count > MOST_PAGES:
        raise TooLargeError(
            f"Deze PDF heeft {count} bladzijden; er worden er hoogstens {MOST_PAGES} gelezen."
        )
    glyphs = Glyphs()
    pages = [_page(document, glyphs, number) for number in range(count)]
    if not any(page.width for page in pages):
        raise DamagedFileError("Deze PDF is beschadigd: er is geen bladzijde die te lezen is.")
    return pages


def _page(document: pdfium.PdfDocument, glyphs: Glyphs, number: int) -> Page:
    """One page; an empty one where the page itself is broken."""
    handle = raw.FPDF_LoadPage(document.raw, number)
    if not handle:
        return Page(number, 0.0, 0.0, [])
    try:
        width, height = raw.FPDF_GetPageWidthF(handle), raw.FPDF_GetPageHeightF(handle)
        return read_page(glyphs, handle, number, Turn(raw.FPDFPage_GetRotation(handle), width, height))
    finally:
        raw.FPDF_ClosePage(handle)


def _title(document: pdfium.PdfDocument) -> str:
    return " ".join(str(document.get_metadata_value("Title")).split())
