"""Reads a PDF with a text layer: running text, headings, lists, tables and notes, in reading order."""

from __future__ import annotations

from statistics import median

from wederkerig.documents.document import Document, Format
from wederkerig.documents.errors import DamagedFileError, EmptyFileError, ScannedFileError
from wederkerig.documents.pdf.blocks import Text, Writer
from wederkerig.documents.pdf.columns import find_columns
from wederkerig.documents.pdf.continued import continue_tables
from wederkerig.documents.pdf.drafts import Item
from wederkerig.documents.pdf.furniture import drop_furniture
from wederkerig.documents.pdf.hyphens import Hyphens
from wederkerig.documents.pdf.layout import Layout, far_right
from wederkerig.documents.pdf.notes import Notes, set_apart
from wederkerig.documents.pdf.opening import read_pages
from wederkerig.documents.pdf.page import Page
from wederkerig.documents.pdf.style import body_size, learn_style

_FEWEST_LETTERS = 25


def read_pdf(data: bytes, name: str) -> Document:
    """The document that the bytes of a PDF hold; `name` is the file's name without its folder.

    Raises `EmptyFileError`, `EncryptedFileError`, `DamagedFileError`, `ScannedFileError` or
    `TooLargeError`.
    """
    if not data.strip():
        raise EmptyFileError("Het bestand is leeg.")
    try:
        return _read(data, name)
    except (ArithmeticError, LookupError, RecursionError, ValueError) as error:
        raise DamagedFileError("Deze PDF is zo beschadigd dat de tekst er niet uit te halen is.") from error


def _read(data: bytes, name: str) -> Document:
    pages, title = read_pages(data)
    _check_words(pages)
    notices = _notices(pages)
    drop_furniture(pages)
    body = body_size(pages)
    flow = _flow(pages, body)
    plain: list[Item] = [item for item in flow if not isinstance(item, Notes)]
    writer = Writer(learn_style(body, plain), Hyphens(pages))
    text = Text(len(pages))
    blocks = tuple(text.blocks(writer.drafts(flow)))
    whole, starts = text.finish()
    return Document(name, Format.PDF, whole, blocks, starts, notices, title)


def _check_words(pages: list[Page]) -> None:
    """Refuse a file that holds pictures of words, or none."""
    letters = sum(len(line.text) for page in pages for line in page.lines if not line.text.isdigit())
    if letters < _FEWEST_LETTERS * len(pages) and sum(page.picture for page in pages) * 2 >= len(pages):
        raise ScannedFileError("Deze PDF bevat alleen afbeeldingen (een scan), geen tekst.")
    if not letters:
        raise EmptyFileError("Deze PDF bevat geen woorden.")


def _notices(pages: list[Page]) -> tuple[str, ...]:
    """What a person should know: pages that are only a picture."""
    scans = [str(page.number + 1) for page in pages if page.picture and not page.lines]
    if not scans:
        return ()
    listed = ", ".join(scans[:20]) + (" en meer" if len(scans) > 20 else "")
    return (f"Deze bladzijden zijn alleen een afbeelding en zijn niet gelezen: {listed}.",)


def _flow(pages: list[Page], body: float) -> list[Item | Notes]:
    """Everything in the document in the order of reading."""
    full = [page.lines for page in pages if len(page.lines) > 8]
    left = median(min(line.x0 for line in lines) for lines in full) if full else 0.0
    right = median(far_right(lines) for lines in full) if full else 0.0
    layout = Layout(find_columns(pages), left, right)
    flow: list[Item | Notes] = []
    for page in pages:
        flow += set_apart(layout.arrange(page), body)
    return continue_tables(flow)


__all__ = ["read_pdf"]
