"""Pages that are shown turned: where things stand as a reader sees them."""

from __future__ import annotations

from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""The left, lower, right and upper side, in points."""


@dataclass(frozen=True, slots=True)
class Turn:
    """How many quarters to the right a page is shown, and how wide and high it then is, in points."""

    quarters: int = 0
    width: float = 0.0
    height: float = 0.0

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the page stands on the page as shown."""
        if self.quarters == 1:
            return y, self.height - x
        if self.quarters == 2:
            return self.width - x, self.height - y
        if self.quarters == 3:
            return self.width - y, x
        return x, y

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """The same for a box, from its lower left to its upper right."""
        if not self.quarters:
            return x0, y0, x1, y1
        (a, b), (c, d) = self.point(x0, y0), self.point(x1, y1)
        return min(a, c), min(b, d), max(a, c), max(b, d)
