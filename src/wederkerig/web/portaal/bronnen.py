"""The documents behind the agreements: the file as it was brought in, its pages, and places in it.

Only what was adopted: a file is reached through its decision, never through what was brought in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from django.http import Http404

from wederkerig.documents import (
    Document,
    DocumentError,
    Mark,
    PageSize,
    find_marks,
    page_image,
    page_sizes,
    read_bytes,
)
from wederkerig.model import Bron
from wederkerig.web.register.models import Besluit, Bestand, Lezing

WIDTH = 1100
"""The width of the image of a page, in pixels: one size, so that nobody can ask for ever others."""
_MOST_PAGES = 3  # an agreement that runs on longer is told by its words below
_AROUND = 420  # characters before and after a place
_KINDS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "txt": "text/plain; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class Plaats:
    """A page of a source with marks on it; width and height in points."""

    bladzijde: int
    maat: PageSize
    merken: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a source with those around them."""

    voor: str
    citaat: str
    na: str
    bladzijde: int | None


def media_type(name: str) -> str:
    """What a source is sent as: never as a page that a browser would show as ours."""
    return _KINDS.get(name.rpartition(".")[2].lower(), "application/octet-stream")


def content_of(besluit: Besluit) -> bytes:
    """The file that a decision was read from."""
    return bytes(Bestand.objects.get(pk=besluit.inzending.bestand_id).inhoud)


def page_of(besluit: Besluit, bladzijde: int) -> bytes:
    """A page of the source as an image. Raises Http404 where it has no such page."""
    try:
        return _page(besluit.inzending.bestand_id, bladzijde)
    except DocumentError as error:
        raise Http404 from error


def passage_of(besluit: Besluit, bron: Bron) -> Passage:
    """The words at a place and around it, as they were read; without the text, what the place knows."""
    text = _text(besluit.inzending_id)
    if text[bron.van : bron.tot] != bron.citaat:
        return Passage(bron.voor, bron.citaat, bron.na, bron.pagina)
    before, after = text[max(0, bron.van - _AROUND) : bron.van], text[bron.tot : bron.tot + _AROUND]
    return Passage(_whole_end(before), bron.citaat, _whole_start(after), bron.pagina)


def shown_places(besluit: Besluit, bronnen: Sequence[Bron]) -> tuple[Plaats, ...]:
    """The first pages with these places, marked; none where the source has no pages to show."""
    spans = tuple((bron.van, bron.tot) for bron in bronnen if bron.pagina)
    if not spans:
        return ()
    try:
        marks = [mark for each in _marks(besluit.inzending.bestand_id, spans) for mark in each]
        sizes = _sizes(besluit.inzending.bestand_id)
    except DocumentError:
        return ()
    pages = sorted({mark.page for mark in marks})[:_MOST_PAGES]
    return tuple(
        Plaats(page, sizes[page - 1], tuple(mark for mark in marks if mark.page == page)) for page in pages
    )


def _whole_end(text: str) -> str:
    """The text from its first whole word."""
    return text.partition(" ")[2] if len(text) == _AROUND else text


def _whole_start(text: str) -> str:
    """The text up to its last whole word."""
    return text.rpartition(" ")[0] if len(text) == _AROUND else text


@lru_cache(maxsize=16)
def _text(inzending: UUID) -> str:
    """The text as the last reader read it; what was adopted is read no more."""
    lezing = Lezing.objects.filter(inzending=inzending).order_by("-op", "-pk").only("tekst").first()
    return lezing.tekst if lezing else ""


@lru_cache(maxsize=64)
def _page(sha256: str, bladzijde: int) -> bytes:
    return page_image(_bytes(sha256), bladzijde, WIDTH)


@lru_cache(maxsize=64)
def _sizes(sha256: str) -> tuple[PageSize, ...]:
    return page_sizes(_bytes(sha256))


@lru_cache(maxsize=256)
def _marks(sha256: str, spans: tuple[tuple[int, int], ...]) -> tuple[tuple[Mark, ...], ...]:
    return find_marks(_bytes(sha256), _document(sha256), spans)


@lru_cache(maxsize=8)
def _document(sha256: str) -> Document:
    return read_bytes(_bytes(sha256), "stuk.pdf")


def _bytes(sha256: str) -> bytes:
    return bytes(Bestand.objects.get(pk=sha256).inhoud)
