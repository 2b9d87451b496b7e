"""Draws a page of a PDF, and measures the pages."""

from __future__ import annotations

from io import BytesIO
from math import isfinite
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from wederkerig.documents.errors import DamagedFileError, MissingPageError
from wederkerig.documents.pages import PageSize
from wederkerig.documents.pdf.opening import blaming_the_file, opened

# Pixels. What a bitmap takes stays under 2400 x 5000 x 3 bytes, whatever the page measures.
_NARROWEST, _WIDEST, _HIGHEST = 200, 2400, 5000
_A4 = PageSize(595.0, 842.0)
_WHITE = (255, 255, 255, 255)
# More effort takes up to three times as long and saves next to nothing on a page of text.
_COMPRESSION = 3


def draw_page(data: bytes, number: int, width: int) -> bytes:
    """A page, counted from 1, as a PNG of about that width in pixels; raises a DocumentError."""
    with blaming_the_file(), opened(data) as document:
        picture = _draw(document, number, width)
    out = BytesIO()
    picture.save(out, "PNG", compress_level=_COMPRESSION)
    return out.getvalue()


def measure_pages(data: bytes) -> tuple[PageSize, ...]:
    """The size of each page as it is shown; raises a DocumentError."""
    with opened(data) as document:
        return tuple(_size(document, number) for number in range(len(document)))


def _size(document: pdfium.PdfDocument, number: int) -> PageSize:
    size = raw.FS_SIZEF()
    known = raw.FPDF_GetPageSizeByIndexF(document.raw, number, size)
    sound = known and isfinite(size.width * size.height) and size.width * size.height > 0
    return PageSize(size.width, size.height) if sound else _A4


def _draw(document: pdfium.PdfDocument, number: int, width: int) -> Any:  # noqa: ANN401 - pypdfium2 has no types
    """The page as a picture of Pillow, which holds nothing of pdfium any more."""
    count = len(document)
    if not 1 <= number <= count:
        raise MissingPageError(f"Bladzijde {number} bestaat niet; deze PDF heeft er {count}.")
    try:
        document.init_forms()  # before the first page is loaded, or filled in fields stay blank
        page = document[number - 1]
    except pdfium.PdfiumError as error:
        raise DamagedFileError(f"Bladzijde {number} van deze PDF is beschadigd.") from error
    bitmap = pdfium.PdfBitmap.new_native(*_pixels(page, width), raw.FPDFBitmap_BGR)
    try:
        bitmap.fill_rect(_WHITE, 0, 0, bitmap.width, bitmap.height)
        place = (bitmap, page, 0, 0, bitmap.width, bitmap.height, 0, raw.FPDF_ANNOT)
        raw.FPDF_RenderPageBitmap(*place)
        if document.formenv:
            raw.FPDF_FFLDraw(document.formenv, *place)
        return bitmap.to_pil().copy()
    finally:
        bitmap.close()
        page.close()


def _pixels(page: pdfium.PdfPage, width: int) -> tuple[int, int]:
    """How wide and high the picture becomes, within bounds."""
    width = min(max(width, _NARROWEST), _WIDEST)
    height = width * page.get_height() / page.get_width()
    if height > _HIGHEST:
        return max(1, round(width * _HIGHEST / height)), _HIGHEST
    return width, max(1, round(height))
