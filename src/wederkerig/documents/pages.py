"""The pages of a PDF as they look, and where on them the words of its `Document` stand.

All of it may be called from several threads; what pdfium does then waits its turn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wederkerig.documents.document import Document, Format
from wederkerig.documents.errors import UnknownFormatError
from wederkerig.documents.gate import recognise


@dataclass(frozen=True, slots=True)
class PageSize:
    """The width and height of a page as it is shown, turned pages turned, in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A rectangle round words on one printed line.

    page: counted from 1.
    left, top, width, height: parts (0 to 1) of the width and height of the page as it is shown,
        measured from its upper left corner.
    """

    page: int
    left: float
    top: float
    width: float
    height: float


def page_image(data: bytes, page: int, width: int) -> bytes:
    """A page of a PDF, counted from 1, as a PNG.

    width: in pixels; less than 200 gives 200, more than 2400 gives 2400. The height follows from the
        page. Of a page so long that the height would pass 5000 pixels, the image is made narrower.

    Raises a DocumentError: of bytes that are no whole and open PDF, `MissingPageError` of a page it lacks.
    """
    from wederkerig.documents.pdf.image import draw_page  # noqa: PLC0415

    _check_pdf(data)
    return draw_page(data, page, width)


def page_sizes(data: bytes) -> tuple[PageSize, ...]:
    """The size of each page of a PDF; that of A4 for a page that is broken.

    Raises a DocumentError of bytes that are no whole and open PDF.
    """
    from wederkerig.documents.pdf.image import measure_pages  # noqa: PLC0415

    _check_pdf(data)
    return measure_pages(data)


def find_marks(
    data: bytes, document: Document, spans: Sequence[tuple[int, int]]
) -> tuple[tuple[Mark, ...], ...]:
    """For each half-open span of `document.text` the rectangles round its words, one a printed line.

    data: the file that `document` was read from. A document of another format, of another file or read
        by another version into another text has no places here; nor have words that cannot be found
        back. Their spans give an empty tuple.

    Raises a DocumentError of bytes that are no whole and open PDF.
    """
    from wederkerig.documents.pdf.places import find_places  # noqa: PLC0415

    if document.format is not Format.PDF:
        return tuple(() for _ in spans)
    _check_pdf(data)
    return find_places(data, document.text, spans)


def _check_pdf(data: bytes) -> None:
    if recognise(data, "").format is not Format.PDF:
        raise UnknownFormatError(
            "Het bestand is geen PDF.", "Kies een PDF; alleen daarvan zijn er bladzijden."
        )
