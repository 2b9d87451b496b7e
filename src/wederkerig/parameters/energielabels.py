"""The energy label that goes with an energie-index."""

from decimal import Decimal

from wederkerig.parameters.data import gegevens


def energielabel(index: Decimal) -> str:
    """The label (A to G) of a dwelling with this energie-index; a lower index is better."""
    grenzen: dict[str, str] = gegevens("energielabels")["hoogste_index"]
    return next((label for label, grens in grenzen.items() if index <= Decimal(grens)), "G")
