"""One figure that follows from a list of dwellings."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from wederkerig.model import Model
from wederkerig.model.taal import Hoeveelheid

Niveau = Literal["gemeente", "woonplaats", "wijk", "buurt"]
# A figure is kept with more decimals than are shown, so that rounding never carries it over a bound.
_PLACES = Decimal("0.0001")


class Cijfer(Model):
    """A figure of one corporation in one municipality, or in a part of it.

    gebied: the part (village, district, neighbourhood); None is the whole municipality. niveau: what it is.
    van: first day that counts of a figure over a period; None of a figure on a day.
    teller, noemer: counts, or amounts in euro; noemer is None of a count.
    waarde: in the unit of the indicator; of a share the percentage, in four decimals.
    """

    indicator: str
    corporatie: str
    gemeente: str
    niveau: Niveau = "gemeente"
    gebied: str | None = None
    peildatum: date
    van: date | None = None
    teller: Hoeveelheid
    noemer: Hoeveelheid | None = None
    waarde: Hoeveelheid


def share(teller: Decimal, noemer: Decimal, *, percent: bool) -> Decimal:
    """How much one is of the other, in percent or as an amount each; `noemer` is not 0."""
    return (teller * (100 if percent else 1) / noemer).quantize(_PLACES)
