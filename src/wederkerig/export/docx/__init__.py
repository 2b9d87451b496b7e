"""Word documents: the clean document, and the changes between two versions as tracked changes.

Accepting every change in the second gives the first of the new version, rejecting them that of the old.
The same lines always give the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from wederkerig.export.docx.body import Changes, body_xml
from wederkerig.export.docx.package import package
from wederkerig.export.opmaak import Regel
from wederkerig.export.renvooi import RenvooiRegel, mark, unmarked
from wederkerig.export.writing import whole_file


def write_docx(regels: Sequence[Regel], path: Path, *, titel: str) -> None:
    """Write the clean document to `path`, whole or not at all.

    Raises OSError where it cannot be written.
    """
    _write(docx_bytes(regels, titel=titel), path)


def write_tracked_docx(
    oud: Sequence[Regel], nieuw: Sequence[Regel], path: Path, *, titel: str, auteur: str, datum: date
) -> None:
    """Write the new version to `path` with what changed since the old one as tracked changes.

    auteur: the document that decided the changes; datum: when it was adopted.
    Raises OSError where it cannot be written.
    """
    _write(tracked_docx_bytes(oud, nieuw, titel=titel, auteur=auteur, datum=datum), path)


def docx_bytes(regels: Sequence[Regel], *, titel: str) -> bytes:
    """The clean document as a DOCX file."""
    return package(body_xml(unmarked(regels), Changes("", None)), titel=titel)


def tracked_docx_bytes(
    oud: Sequence[Regel], nieuw: Sequence[Regel], *, titel: str, auteur: str, datum: date
) -> bytes:
    """The new version as a DOCX file, with what changed since the old one as tracked changes."""
    return marked_docx_bytes(mark(oud, nieuw), titel=titel, auteur=auteur, datum=datum)


def marked_docx_bytes(regels: Sequence[RenvooiRegel], *, titel: str, auteur: str, datum: date) -> bytes:
    """The same from lines that were marked before."""
    return package(body_xml(regels, Changes(auteur, datum, regels)), titel=titel)


def _write(content: bytes, path: Path) -> None:
    with whole_file(path) as draft:
        draft.write_bytes(content)
