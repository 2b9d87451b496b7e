"""What a person sees on a page of a PDF: the words within a rectangle, and the ink."""

import io
import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

import pikepdf
import pypdfium2
from PIL import Image

from wederkerig.documents import Mark, page_image

_HYPHENS = dict.fromkeys(map(ord, "-\u2010\u2011\u00ad\ufffe\x02"))
_WHITE = 250


def bare(text: str) -> str:
    """A text without what the end of a line adds or takes away: white space and hyphens."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text).translate(_HYPHENS))


@contextmanager
def words_under(data: bytes) -> Iterator:
    """A function that gives the words under a mark, as pdfium itself finds them in a rectangle.

    For pages that are not turned. The rectangle is made a little smaller, because pdfium also gives
    a character that it only touches.
    """
    document = pypdfium2.PdfDocument(data)
    pages = {}

    def words(mark: Mark) -> str:
        if mark.page not in pages:
            page = document[mark.page - 1]
            pages[mark.page] = (page.get_textpage(), *page.get_size())
        text, width, height = pages[mark.page]
        left, right = mark.left * width + 0.2, (mark.left + mark.width) * width - 0.2
        middle, half = (mark.top + mark.height / 2) * height, 0.3 * mark.height * height
        return bare(text.get_text_bounded(left, height - middle - half, right, height - middle + half))

    try:
        yield words
    finally:
        document.close()


def ink(data: bytes, page: int = 1) -> tuple[float, float, float, float]:
    """The left, upper, right and lower side of everything drawn on the page, as parts of it."""
    picture = Image.open(io.BytesIO(page_image(data, page, 1000))).convert("L")
    left, top, right, bottom = picture.point(lambda shade: 255 * (shade < _WHITE)).getbbox()
    return left / picture.width, top / picture.height, right / picture.width, bottom / picture.height


def turned(data: bytes, quarters: int, shift: float = 0) -> bytes:
    """The same A4 pages, laid down otherwise in the file, and said to be shown upright.

    quarters: to the right; shift: how far the corner of the page lies from the origin, in points.
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            _, _, width, height = map(float, page.mediabox)
            matrix = {
                0: (1, 0, 0, 1, 0, 0),
                1: (0, 1, -1, 0, height, 0),
                2: (-1, 0, 0, -1, width, height),
                3: (0, -1, 1, 0, 0, width),
            }[quarters]
            moved = " ".join(map(str, (*matrix[:4], matrix[4] + shift, matrix[5] + shift)))
            page.contents_add(f"q {moved} cm".encode(), prepend=True)
            page.contents_add(b"Q")
            sides = (height, width) if quarters % 2 else (width, height)
            page.mediabox = [shift, shift, shift + sides[0], shift + sides[1]]
            page.Rotate = 90 * quarters
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()
