"""Has a document opened by a process of its own (`lezer`, by way of `apart`), and tells what came of it."""

from __future__ import annotations

from base64 import b64decode
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_noop
from pydantic import TypeAdapter, ValidationError

from wederkerig.model import Bevinding, Jaarplan, Stuk
from wederkerig.web.register.apart import ApartError, Redenen, Step, Werk, ask
from wederkerig.web.register.domain.geschiedenis import stuk_from

_PAGE_SECONDS = 20
MEESTE_AFSPRAKEN, LANGSTE_AFSPRAAK, MEESTE_TERMIJNEN = 2_000, 200_000, 500
_BEVINDINGEN = TypeAdapter(list[Bevinding])
_PLAATSEN = TypeAdapter(dict[str, Any])


class LezenError(Exception):
    """Why a file could not be read: Dutch, what was wrong and what to do."""


@dataclass(frozen=True, slots=True)
class Gelezen:
    """What was read: the document, its text, what checks say of it, and where it stands on the pages."""

    stuk: Stuk
    tekst: str
    bevindingen: list[Bevinding]
    plaatsen: dict[str, Any]


def read_apart(data: bytes, name: str, on_step: Step, *, seconds: int | None = None) -> Gelezen:
    """Read a file. on_step hears what is being done and how far it is (0 to 100). Raises LezenError."""
    answer = _ask({"doe": "lees", "naam": name}, data, on_step, seconds or settings.LEZEN_SECONDEN)
    try:
        gelezen = Gelezen(
            stuk=stuk_from(answer["stuk"]),
            tekst=TypeAdapter(str).validate_python(answer["tekst"]),
            bevindingen=_BEVINDINGEN.validate_python(answer["bevindingen"]),
            plaatsen=_PLAATSEN.validate_python(answer["plaatsen"]),
        )
    except (KeyError, ValidationError) as error:
        raise LezenError(_CRASHED) from error
    if _is_out_of_proportion(gelezen.stuk):
        raise LezenError(_TOO_MUCH)
    return gelezen


def _is_out_of_proportion(stuk: Stuk) -> bool:
    """Whether it holds more than agreements ever do, so much that pages about it would take minutes."""
    texts = [each.tekst for each in stuk.afspraken]
    if isinstance(stuk, Jaarplan):
        texts += [each.tekst or "" for each in stuk.wijzigingen]
    dated = (
        len(each.termijnen) + sum(len(stap.termijnen) for stap in each.stappen) for each in stuk.afspraken
    )
    return (
        len(texts) > MEESTE_AFSPRAKEN
        or max(map(len, texts), default=0) > LANGSTE_AFSPRAAK
        or max(dated, default=0) > MEESTE_TERMIJNEN
    )


def draw_apart(data: bytes, page: int, width: int) -> bytes:
    """A page of a PDF as PNG. Raises LezenError."""
    order = {"doe": "bladzijde", "bladzijde": page, "breedte": width}
    answer = _ask(order, data, lambda *_: None, _PAGE_SECONDS)
    try:
        return b64decode(answer["png"])
    except (KeyError, ValueError, TypeError) as error:
        raise LezenError(_CRASHED) from error


_SLOW = gettext_noop(
    "Het lezen van dit bestand duurt te lang. "
    "Splits het document, of bewaar het opnieuw zonder afbeeldingen, en breng het nog eens in."
)
_CRASHED = gettext_noop(
    "Het bestand kon niet worden gelezen: het programma dat het opent, liep erop vast. "
    "Open het in het programma waarin het is gemaakt, bewaar het opnieuw en breng het nog eens in."
)
_TOO_MUCH = gettext_noop(
    "Dit document is te groot: er staan meer dan 2.000 afspraken in, of er is een afspraak met meer dan "
    "200.000 tekens of meer dan 500 termijnen. Splits het document en breng de delen los in."
)
_NO_ROOM = gettext_noop(
    "Dit bestand vraagt te veel geheugen. "
    "Splits het document, of bewaar het opnieuw zonder afbeeldingen, en breng het nog eens in."
)


def _ask(order: dict[str, Any], data: bytes, on_step: Step, seconds: int) -> dict[str, Any]:
    werk = Werk(
        module="wederkerig.web.register.lezer",
        seconden=seconds,
        geheugen=settings.LEZEN_GEHEUGEN,
        redenen=Redenen(te_traag=_SLOW, vastgelopen=_CRASHED, geen_ruimte=_NO_ROOM),
    )
    try:
        return ask(werk, order, data, on_step)
    except ApartError as error:
        raise LezenError(str(error)) from error
