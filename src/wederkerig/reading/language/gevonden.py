"""What the grammars of sentences find: a span of the text and what it means, not yet tied to a document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from wederkerig.model.taal import Relatie


@dataclass(frozen=True, slots=True)
class GetalGevonden:
    """A quantity: `text[start:end]` holds its words, relation word and noun included."""

    start: int
    end: int
    waarde: Decimal
    tot: Decimal | None
    eenheid: str
    relatie: Relatie
    twijfel: str | None = None


@dataclass(frozen=True, slots=True)
class TermijnGevonden:
    """An expression of time; `tot` is the last day meant, `--MM-DD` when it recurs, or None."""

    start: int
    end: int
    tot: date | str | None
    twijfel: str | None = None


@dataclass(frozen=True, slots=True)
class VerwijzingGevonden:
    """A reference to the agreement printed as `nummer`."""

    start: int
    end: int
    nummer: str
