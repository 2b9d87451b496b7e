"""Which doubt of a fact is left: it is settled by confirming the fact, or by correcting what it is about."""

from __future__ import annotations

from wederkerig.nalezen.boom import Knoop
from wederkerig.nalezen.velden import values_of
from wederkerig.nalezen.verbetering import Verbetering
from wederkerig.nalezen.waarden import same
from wederkerig.reading.language.actoren import BY_DEFAULT, FROM_HEADING
from wederkerig.reading.opnieuw import FROM_BEFORE
from wederkerig.reading.read import LOST_THEME
from wederkerig.reading.starts import BY_POSITION

_WHO = frozenset({"actoren", "derden"})
_ABOUT = {
    FROM_HEADING: _WHO,
    BY_DEFAULT: _WHO,
    FROM_BEFORE: _WHO,
    LOST_THEME: frozenset({"thema"}),
    BY_POSITION: frozenset({"nummer"}),
}
"""The fields each doubt of an agreement is about; it can have several."""


def doubt_left(knoop: Knoop) -> str | None:
    """The doubt, as read, that nobody has settled yet; of several sentences those that are left."""
    doubt: str | None = getattr(knoop.gelezen, "twijfel", None)
    if doubt is None or is_confirmed(knoop) or knoop.stand.nieuw is not None:
        return None
    corrected = knoop.stand.velden.keys()
    if knoop.soort.naam in {"afspraak", "stap"}:
        for sentence, fields in _ABOUT.items():
            if fields & corrected:
                doubt = doubt.replace(sentence, "")
        return " ".join(doubt.split()) or None
    over = knoop.soort.over
    settled = bool(corrected) if over is None else not over.isdisjoint(corrected)
    return None if settled else doubt


def is_confirmed(knoop: Knoop) -> bool:
    """Whether a person found it right as it is read now."""
    said = knoop.stand.bevestigd
    return said is not None and read_as_before(knoop, said)


def read_as_before(knoop: Knoop, said: Verbetering) -> bool:
    """Whether a fact is read with the values it had when it was confirmed or struck."""
    if knoop.gelezen is None or not isinstance(said.was, dict):
        return True
    now = values_of(knoop.soort, knoop.gelezen)
    return all(same(value, now[naam]) for naam, value in said.was.items() if naam in now)
