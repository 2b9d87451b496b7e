"""The documents behind the agreements: the file as it was brought in, its pages, and places in it.

Only what was adopted: a file is reached through its decision, never through what was brought in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse

from wederkerig.documents import Mark, PageSize
from wederkerig.model import Bron
from wederkerig.web.register.beeld import page_answer
from wederkerig.web.register.domain.bladzijden import BREEDTES
from wederkerig.web.register.models import Besluit, Bestand, Lezing

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


def page_of(besluit: Besluit, bladzijde: int) -> HttpResponse:
    """A page of the source as an image. Raises Http404 where it has no such page."""
    if not 1 <= bladzijde <= len(_plaatsen(besluit.inzending_id).get("bladzijden", ())):
        raise Http404
    return page_answer(besluit.inzending.bestand_id, bladzijde, BREEDTES[0])


def passage_of(besluit: Besluit, bron: Bron) -> Passage:
    """The words at a place and around it, as they were read; without the text, what the place knows."""
    text = _text(besluit.inzending_id)
    if text[bron.van : bron.tot] != bron.citaat:
        return Passage(bron.voor, bron.citaat, bron.na, bron.pagina)
    before, after = text[max(0, bron.van - _AROUND) : bron.van], text[bron.tot : bron.tot + _AROUND]
    return Passage(_whole_end(before), bron.citaat, _whole_start(after), bron.pagina)


def shown_places(besluit: Besluit, bronnen: Sequence[Bron]) -> tuple[Plaats, ...]:
    """The first pages with these places, marked; none where the source has no pages to show."""
    there = [bron for bron in bronnen if bron.pagina]
    found = _plaatsen(besluit.inzending_id) if there else {}
    marked = found.get("vakken", {})
    marks = [Mark(*box) for bron in there for box in marked.get(f"{bron.van}-{bron.tot}", ())]
    sizes = [PageSize(*size) for size in found.get("bladzijden", ())]
    named = {mark.page for mark in marks} or {bron.pagina for bron in there if bron.pagina}
    return tuple(
        Plaats(page, sizes[page - 1], tuple(mark for mark in marks if mark.page == page))
        for page in sorted(page for page in named if page <= len(sizes))[:_MOST_PAGES]
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
def _plaatsen(inzending: UUID) -> Mapping[str, Any]:
    """Where the facts stand on its pages, as the last reader found them (see `Lezing`)."""
    found = Lezing.objects.filter(inzending=inzending).order_by("-op", "-pk")
    return found.values_list("plaatsen", flat=True).first() or {}
