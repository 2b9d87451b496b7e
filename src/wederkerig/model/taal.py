"""The small facts inside sentences: quantities, deadlines, references."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, PlainSerializer

from wederkerig.model.bron import Feit


def _json_number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


Hoeveelheid = Annotated[Decimal, PlainSerializer(_json_number, return_type=int | float, when_used="json")]
"""An exact number, printed in JSON as a number."""

Relatie = Literal["min", "max", "circa", "gelijk", "bereik"]
Jaardag = Annotated[str, Field(pattern=r"^--\d\d-\d\d$")]
"""A day that recurs every year, as `--MM-DD` (ISO 8601, without the year)."""


class Getal(Feit):
    """A quantity with its unit; `tot` is the end of a range (relatie `bereik`)."""

    tekst: str
    waarde: Hoeveelheid
    tot: Hoeveelheid | None = None
    eenheid: str
    relatie: Relatie = "gelijk"


class Termijn(Feit):
    """An expression of time and the last day it means; None where it has no last day."""

    tekst: str
    tot: date | Jaardag | None = None


class Verwijzing(Feit):
    """A reference to another agreement, by its printed number."""

    nummer: str
    tekst: str = ""
