"""Reads a PDF with a text layer: running text, headings, lists, tables and notes, in reading order."""

from __future__ import annotations

from wederkerig.documents.document import Document, Format
from wederkerig.documents.errors import EmptyFileError, ScannedFileError
from wederkerig.documents.pdf.compose import compose
from wederkerig.documents.pdf.opening import blaming_the_file, read_pages
from wederkerig.documents.pdf.page import Page

_FEWEST_LETTERS = 25


def read_pdf(data: bytes, name: str) -> Document:
    """The document that the bytes of a PDF hold; `name` is the file's name without its folder.

    Raises `EmptyFileError`, `EncryptedFileError`, `DamagedFileError`, `ScannedFileError` or
    `TooLargeError`.
    """
    if not data.strip():
        raise EmptyFileError("Het bestand is leeg.")
    with blaming_the_file():
        return _read(data, name)


def _read(data: bytes, name: str) -> Document:
    pages, title = read_pages(data)
    _check_words(pages)
    notices = _notices(pages)
    text, blocks = compose(pages)
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


__all__ = ["read_pdf"]
