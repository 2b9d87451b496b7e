"""Word documents (DOCX): read with zipfile and lxml, in one pass over the text."""

from __future__ import annotations

from wederkerig.documents.build import changes_notice
from wederkerig.documents.document import Document, Format
from wederkerig.documents.docx.body import Body
from wederkerig.documents.docx.notes import Notes
from wederkerig.documents.docx.numbering import Numbering
from wederkerig.documents.docx.package import Package
from wederkerig.documents.docx.styles import Styles
from wederkerig.documents.errors import EmptyFileError, ScannedFileError

__all__ = ["read_docx"]


def read_docx(data: bytes, name: str) -> Document:
    """Read a Word file as a person sees it printed with all tracked changes accepted.

    Automatic numbers are computed and put before the words; headers, footers and comments are not
    read. Pages are known only where the program that saved the file noted them. Raises a
    DocumentError where the file is damaged, unsafe, encrypted or without words.
    """
    package = Package(data)
    styles = Styles(package.related("styles"))
    numbering = Numbering(package.related("numbering"), styles)
    notes = Notes(package.related("footnotes"), package.related("endnotes"))
    body = Body(styles, numbering, notes)
    blocks = body.read(package.body())
    if not blocks:
        raise _without_words(package)
    builder = body.builder
    return Document(
        name=name,
        format=Format.DOCX,
        text=builder.text,
        blocks=tuple(blocks),
        page_starts=builder.page_starts() if builder.laid_out else (),
        notices=tuple(_notices(body)),
        title=package.title(),
    )


def _notices(body: Body) -> list[str]:
    notices = []
    changes = body.changes
    if changes.found:
        notices.append(changes_notice(changes.added, changes.struck, changes.moved))
    if body.foreign_parts:
        notices.append(
            "Een deel van de tekst is als apart bestand in het document ingevoegd en is niet "
            "gelezen. Open het document in Word en bewaar het opnieuw."
        )
    return notices


def _without_words(package: Package) -> EmptyFileError | ScannedFileError:
    if package.has_pictures:
        return ScannedFileError("Het Word-bestand bevat alleen afbeeldingen en geen tekst.")
    return EmptyFileError("Het Word-bestand bevat geen tekst.")
