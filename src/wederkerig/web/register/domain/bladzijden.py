"""The pages of a PDF as pictures: drawn once by a process apart, few at a time, and kept.

The worker that read a document draws its pages; what it did not come to is drawn for who asks. They wait for
it, so only a few may do so at once: a page that takes long must not hold up the rest of the site. A page that
could not be drawn is not tried again for a day.
"""

from __future__ import annotations

from datetime import timedelta
from threading import BoundedSemaphore
from time import monotonic
from uuid import UUID

from django.utils import timezone

from wederkerig.web.register.leesproces import LezenError, draw_apart
from wederkerig.web.register.models import Bestand, Bladzijde, Lezing

BREEDTES = (900, 1600)
"""The widths in pixels that pages are drawn in; no others, so that nobody can ask for ever more."""
SECONDEN = 5
"""After how long somebody who was sent away may ask again."""
PLAATS = BoundedSemaphore(3)  # who draws or waits for that, in this process
_TEKENEN = BoundedSemaphore(2)
_PATIENCE = 3  # seconds
_AHEAD = 60  # seconds
_TRIED_AGAIN = timedelta(days=1)


class DrukError(Exception):
    """Too many pages are being drawn just now."""


def page_count(inzending: UUID) -> int:
    """How many pages a document has, as it was read; 0 where it has none to show."""
    found = Lezing.objects.filter(inzending=inzending).order_by("-op", "-pk")
    return len((found.values_list("plaatsen", flat=True).first() or {}).get("bladzijden", ()))


def picture(bestand: str, nummer: int, breedte: int) -> bytes | None:
    """A page as PNG; None where it cannot be shown. Raises DrukError."""
    kept = Bladzijde.objects.filter(bestand=bestand, nummer=nummer, breedte=breedte).first()
    if kept is not None and (kept.png or kept.op > timezone.now() - _TRIED_AGAIN):
        return bytes(kept.png) or None
    return _keep(bestand, nummer, breedte, _in_turn(bestand, nummer, breedte)) or None


def draw_ahead(bestand: str, count: int) -> None:
    """Draw the pages of a document in the first width, as far as that goes in a minute."""
    end = monotonic() + _AHEAD
    there = Bladzijde.objects.filter(bestand=bestand, breedte=BREEDTES[0])
    for nummer in sorted(set(range(1, count + 1)) - set(there.values_list("nummer", flat=True))):
        if monotonic() > end:
            return
        _keep(bestand, nummer, BREEDTES[0], _draw(bestand, nummer, BREEDTES[0]))


def _keep(bestand: str, nummer: int, breedte: int, png: bytes) -> bytes:
    Bladzijde.objects.update_or_create(
        bestand_id=bestand, nummer=nummer, breedte=breedte, defaults={"png": png}
    )
    return png


def _in_turn(bestand: str, nummer: int, breedte: int) -> bytes:
    if not PLAATS.acquire(blocking=False):
        raise DrukError
    try:
        if not _TEKENEN.acquire(timeout=_PATIENCE):
            raise DrukError
        try:
            return _draw(bestand, nummer, breedte)
        finally:
            _TEKENEN.release()
    finally:
        PLAATS.release()


def _draw(bestand: str, nummer: int, breedte: int) -> bytes:
    """The picture; empty where the page is broken, or takes too much time or memory."""
    try:
        return draw_apart(bytes(Bestand.objects.get(pk=bestand).inhoud), nummer, breedte)
    except LezenError:
        return b""
