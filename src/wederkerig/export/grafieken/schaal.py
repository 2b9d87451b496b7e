"""From figures to places, and which figures stand along an axis."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Final, NamedTuple

from matplotlib.ticker import MaxNLocator

from wederkerig.monitoring.grafiek import Waarden, dutch

_DRAWABLE: Final = Decimal(10) ** 15  # more cannot be told apart in a picture; the table has it
_BIG: Final = ((Decimal(10) ** 12, "bln"), (Decimal(10) ** 9, "mld"), (Decimal(10) ** 6, "mln"))


class Schaal(NamedTuple):
    """From `laag` to `hoog` on a stretch that begins at `begin` and ends at `eind`, in units."""

    laag: float
    hoog: float
    begin: float
    eind: float

    def place(self, value: float) -> float:
        """Where a figure stands."""
        part = (value - self.laag) / (self.hoog - self.laag)
        return self.begin + part * (self.eind - self.begin)


def drawable(waarden: Waarden) -> list[float | None]:
    """The figures as places can be made of them; what is too big to draw is a gap."""
    return [None if each is None or abs(each) > _DRAWABLE else float(each) for each in waarden]


def known(waarden: Iterable[float | None]) -> list[float]:
    """The figures without the gaps."""
    return [each for each in waarden if each is not None]


def ticks(low: float, high: float, *, most: int = 5) -> list[float]:
    """Round figures around low and high, evenly apart; at least two."""
    if low == high:
        low, high = low - 1, high + 1
    found = MaxNLocator(nbins=most, steps=[1, 2, 2.5, 5, 10]).tick_values(low, high)
    return [float(each) for each in found]


def short(value: float, eenheid: str) -> str:
    """A figure as it stands along an axis or at a mark: 3.400, 85%, € 1,2 mln."""
    exact = Decimal(repr(value))
    size, name = next(((size, name) for size, name in _BIG if abs(exact) >= size), (Decimal(1), ""))
    words = dutch(exact / size) + (f" {name}" if name else "")
    if eenheid == "%":
        return f"{words}%"
    return f"€ {words}" if eenheid == "euro" else words
