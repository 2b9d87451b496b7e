"""The bounds that a norm sets to a figure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction

from wederkerig.model import Norm
from wederkerig.monitoring.beoordelen.marges import marges
from wederkerig.monitoring.indicatoren import Indicator
from wederkerig.monitoring.toewijzing import indexed

_DAYS = {
    "dag": Fraction(1),
    "week": Fraction(7),
    "maand": Fraction(365, 12),
    "kwartaal": Fraction(365, 4),
    "jaar": Fraction(365),
}
_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Grens:
    """Between which figures, both included, the norm is met; None is no bound on that side.

    Where both are the same, a figure meets it that is the same when rounded to as many decimals, or that is
    less than one dwelling or person off. stap: how much one of them is in a share; 0 where that is not known.
    """

    onder: Decimal | None
    boven: Decimal | None
    stap: Decimal = _ZERO

    def tekort(self, waarde: Decimal) -> Decimal:
        """How far the figure is on the wrong side, 0 where it is not; in the unit of the bound."""
        if self.onder is not None and waarde < self.onder:
            return self._unless_rounded(self.onder - waarde)
        if self.boven is not None and waarde > self.boven:
            return self._unless_rounded(waarde - self.boven)
        return _ZERO

    def is_met(self, waarde: Decimal) -> bool:
        """Whether the figure meets the norm."""
        return self.tekort(waarde) == 0

    def side(self, waarde: Decimal) -> Decimal:
        """The bound that a figure outside the bounds has to come to."""
        nearest = self.onder if self.onder is not None and waarde < self.onder else self.boven
        return waarde if nearest is None else nearest

    def _unless_rounded(self, gap: Decimal) -> Decimal:
        if self.onder is None or self.onder != self.boven:
            return gap
        exponent = self.onder.as_tuple().exponent
        step = Decimal(1).scaleb(min(exponent, 0) if isinstance(exponent, int) else 0)
        return _ZERO if gap * 2 <= step or gap < self.stap else gap


def bounds(norm: Norm, indicator: Indicator) -> Grens:
    """The bounds in the unit of an indicator, of which more, less, or just so much (binnen) is good.

    A minimum or maximum is what the agreement says. "Circa" gives room by a margin. "Precies", "circa" and a
    range bind on the bad side only, and on both sides where neither is bad. How much less something must
    become is negative: "ten minste 25% minder" is at most -25. Where more or less is good it binds on the bad
    side, whether its relation was written as that of the fall or of the figure.
    """
    low, high = sorted((norm.waarde, norm.waarde if norm.tot is None else norm.tot))
    low, high = (_converted(value, norm, indicator.eenheid) for value in (low, high))
    richting = indicator.richting
    if norm.relatie == "circa":
        low, high = _about(low, high, whole=indicator.vorm == "aantal" and norm.eenheid != "%")
    if norm.relatie in {"min", "max"}:
        return Grens(low, None) if binds_below(norm, richting) else Grens(None, high)
    return Grens(None if richting == "lager" else low, None if richting == "hoger" else high)


def indexed_norm(norm: Norm, jaar: int) -> Norm:
    """The norm with its bound as it is in a year, where that rises each year (`Norm.indexatie`)."""
    if norm.indexatie is None or norm.van is None or jaar <= norm.van.year:
        return norm
    rises = dict.fromkeys(range(norm.van.year + 1, jaar + 1), norm.indexatie)
    last = date(jaar, 12, 31)

    def raised(value: Decimal) -> Decimal:
        return indexed(value, prijspeil=norm.van or last, op=last, percentages=rises)

    tot = None if norm.tot is None else raised(norm.tot)
    return norm.model_copy(update={"waarde": raised(norm.waarde), "tot": tot})


def _about(low: Decimal, high: Decimal, *, whole: bool) -> tuple[Decimal, Decimal]:
    """The room of "circa"; of what is counted in whole numbers."""
    room = Decimal(marges().circa_procent) / 100
    low, high = low - abs(low) * room, high + abs(high) * room
    if whole:
        low, high = (low.to_integral_value(ROUND_CEILING), high.to_integral_value(ROUND_FLOOR))
    return low, high


def binds_below(norm: Norm, richting: str) -> bool:
    """Whether a minimum or maximum is the least the figure may be; of a fall that is the most it may fall."""
    if norm.grootheid == "stand" or norm.waarde >= 0 or richting == "binnen":
        return norm.relatie == "min"
    return richting == "hoger"


def is_comparable(norm: Norm, eenheid: str) -> bool:
    """Whether the figures of an indicator in this unit can be held against the norm."""
    if norm.grootheid == "verandering in %":
        return norm.eenheid in {"%", ""}
    return (norm.eenheid == "%") == (eenheid == "%") or norm.eenheid == ""


def _converted(value: Decimal, norm: Norm, eenheid: str) -> Decimal:
    """A time in the unit of the indicator; other values stay as they are."""
    if norm.eenheid == eenheid or norm.eenheid not in _DAYS or eenheid not in _DAYS:
        return value
    exact = Fraction(value) * _DAYS[norm.eenheid] / _DAYS[eenheid]
    return Decimal(exact.numerator) / Decimal(exact.denominator)
