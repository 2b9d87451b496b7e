"""How far along the term is, as a share of its days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wederkerig.model import Looptijd
from wederkerig.web.vormgeving.woorden import looptijd


@dataclass(frozen=True, slots=True)
class Voortgang:
    """The term in words, and how much of it is over (0 to 100); None where its ends are not both known."""

    woorden: str
    deel: int | None
    van: date | None
    tot: date | None


def progress(term: Looptijd | None, dag: date) -> Voortgang | None:
    """How far along the term is on a day; None where nothing is known of it."""
    if term is None or not looptijd(term):
        return None
    part = None
    if term.van and term.tot and term.van <= term.tot:
        days = (term.tot - term.van).days + 1
        part = max(0, min(100, round(100 * ((dag - term.van).days + 1) / days)))
    return Voortgang(looptijd(term), part, term.van, term.tot)
