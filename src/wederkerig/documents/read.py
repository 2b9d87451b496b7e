"""Reads a file of any supported format: the way in to this room."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from wederkerig.documents.document import Document, Format
from wederkerig.documents.errors import EmptyFileError, MissingFileError, TooLargeError
from wederkerig.documents.gate import MAX_BYTES, Recognised, recognise


def read_document(path: Path) -> Document:
    """Read the file at `path`; raises nothing but a DocumentError."""
    return read_bytes(file_bytes(path), path.name)


def file_bytes(path: Path) -> bytes:
    """What stands in a file; raises MissingFileError or TooLargeError."""
    try:
        if path.is_dir():
            raise MissingFileError(f"{path} is een map en geen bestand.", "Kies een bestand in die map.")
        if not path.is_file():
            raise MissingFileError(f"Het bestand {path} bestaat niet.")
        if path.stat().st_size > MAX_BYTES:
            raise TooLargeError(f"Het bestand is groter dan {MAX_BYTES // 1_000_000} MB.")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise MissingFileError(f"Het bestand {path} kan niet worden geopend.") from error


def read_bytes(data: bytes, name: str) -> Document:
    """Read a file that is already in memory; `name` is what its owner calls it.

    The content decides the format. Raises nothing but a DocumentError.
    """
    found = recognise(data, name)
    document = _read(found, data, name)
    if not document.text.strip():
        raise EmptyFileError("Het bestand bevat geen tekst.")
    return replace(document, notices=(*found.notices, *document.notices))


def _read(found: Recognised, data: bytes, name: str) -> Document:
    """Readers are imported when they are needed: each brings libraries of its own."""
    match found.format:
        case Format.PDF:
            from wederkerig.documents.pdf import read_pdf  # noqa: PLC0415

            return read_pdf(data, name)
        case Format.DOCX:
            from wederkerig.documents.docx import read_docx  # noqa: PLC0415

            return read_docx(data, name)
        case Format.ODT:
            from wederkerig.documents.odt import read_odt  # noqa: PLC0415

            return read_odt(data, name)
        case Format.HTML:
            from wederkerig.documents.markup import read_html  # noqa: PLC0415

            return read_html(found.text, name)
        case _:
            from wederkerig.documents.markup import read_text  # noqa: PLC0415

            return read_text(found.text, name, found.format)
