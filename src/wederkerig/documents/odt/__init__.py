"""OpenDocument texts (ODT): read with zipfile and lxml, in one pass over the text."""

from __future__ import annotations

from lxml import etree

from wederkerig.documents.archive import Archive
from wederkerig.documents.build import changes_notice
from wederkerig.documents.document import Document, Format
from wederkerig.documents.errors import (
    DamagedFileError,
    EmptyFileError,
    EncryptedFileError,
    ScannedFileError,
)
from wederkerig.documents.odt import names as n
from wederkerig.documents.odt.body import Body
from wederkerig.documents.odt.lists import Lists
from wederkerig.documents.odt.styles import Styles

__all__ = ["read_odt"]

MANIFEST = "META-INF/manifest.xml"
DC_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def read_odt(data: bytes, name: str) -> Document:
    """Read an OpenDocument text as a person sees it printed with all tracked changes accepted.

    Automatic numbers are computed and put before the words; headers, footers and comments are not
    read. Pages are known only where the program that saved the file noted them. Raises a
    DocumentError where the file is damaged, unsafe, encrypted or without words.
    """
    archive = Archive(data)
    if MANIFEST in archive and b"encryption-data" in archive.read(MANIFEST):
        raise EncryptedFileError("Het bestand is met een wachtwoord beveiligd.")
    content = archive.xml("content.xml")
    text = content.find(f"{n.OFFICE}body/{n.OFFICE}text")
    if text is None:
        raise DamagedFileError("Het ODT-bestand heeft geen tekstgedeelte.")
    body = _body(archive, content)
    blocks = body.read(text)
    if not blocks:
        raise _without_words(archive)
    builder = body.builder
    laid_out = text.get(n.TEXT + "use-soft-page-breaks") == "true" or builder.laid_out
    return Document(
        name=name,
        format=Format.ODT,
        text=builder.text,
        blocks=tuple(blocks),
        page_starts=builder.page_starts() if laid_out else (),
        notices=_notices(text),
        title=_title(archive),
    )


def _body(archive: Archive, content: etree._Element) -> Body:
    """A reader of the body that knows the styles of the whole file."""
    common = archive.xml("styles.xml") if "styles.xml" in archive else None
    shared = None if common is None else next(common.iterchildren(n.OFFICE + "styles"), None)
    own = next(content.iterchildren(n.OFFICE + "automatic-styles"), None)
    return Body(Styles(shared, own), Lists(shared, own))


def _notices(text: etree._Element) -> tuple[str, ...]:
    """Say that there were tracked changes; struck words are kept outside the text itself."""
    added = struck = 0
    for changes in text.iter(n.TRACKED_CHANGES):
        for region in changes:
            for change in region:
                added += change.tag == n.TEXT + "insertion"
                struck += change.tag == n.TEXT + "deletion"
    return (changes_notice(added, struck),) if added or struck else ()


def _title(archive: Archive) -> str:
    if "meta.xml" not in archive:
        return ""
    title = next(archive.xml("meta.xml").iter(DC_TITLE), None)
    return " ".join((title.text or "").split()) if title is not None else ""


def _without_words(archive: Archive) -> EmptyFileError | ScannedFileError:
    if any(name.startswith("Pictures/") for name in archive.names):
        return ScannedFileError("Het ODT-bestand bevat alleen afbeeldingen en geen tekst.")
    return EmptyFileError("Het ODT-bestand bevat geen tekst.")
