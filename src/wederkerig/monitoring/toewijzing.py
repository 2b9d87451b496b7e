"""Sums of the field: sharing out a taakstelling, raising a land price each year.

Numbers of people and dwellings are whole, so what is shared out always adds up to what there was.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

_CENT = Decimal("0.01")


class ToewijzingError(ValueError):
    """What was asked cannot be reckoned; the message says in Dutch why and what to do."""


def share_out(totaal: int, sleutel: Mapping[str, int | Decimal]) -> dict[str, int]:
    """A whole number shared out by a key: parts (1 and 2) or dwellings (pro rata of the stock).

    Everybody gets the whole part of their share; what is left goes to the largest remainders, at equal
    remainders to the larger part and then by name. So a taakstelling of 31 by 1 and 2 is 10 and 21. The same
    key shares it out over parties or over half years.

    Raises ToewijzingError for a negative total or part, and where nobody has a part.
    """
    parts = {naam: Fraction(deel) for naam, deel in sleutel.items()}
    whole = sum(parts.values(), Fraction(0))
    if totaal < 0 or any(deel < 0 for deel in parts.values()):
        raise ToewijzingError("Een aantal en een deel kunnen niet kleiner dan 0 zijn. Kijk de getallen na.")
    if whole == 0:
        raise ToewijzingError("De verdeelsleutel is leeg: geef ten minste één partij een deel.")
    exact = {naam: totaal * deel / whole for naam, deel in parts.items()}
    shares = {naam: int(share) for naam, share in exact.items()}
    order = sorted(exact, key=lambda naam: (shares[naam] - exact[naam], -parts[naam], naam))
    for naam in order[: totaal - sum(shares.values())]:
        shares[naam] += 1
    return shares


def indexed(bedrag: Decimal, *, prijspeil: date, op: date, percentages: Mapping[int, Decimal]) -> Decimal:
    """An amount of a price level as it is on a day, raised on each 1 January after it; euro, whole cents.

    percentages: for each year by how many percent it is raised on its 1 January; a fall is negative.
    Raises ToewijzingError where a year lacks its percentage, or the day lies before the price level.
    """
    if op < prijspeil:
        raise ToewijzingError(
            f"Het prijspeil is {prijspeil.isoformat()}; een bedrag van daarvoor is niet bekend."
        )
    years = range(prijspeil.year + 1, op.year + 1)
    missing = [str(year) for year in years if year not in percentages]
    if missing:
        raise ToewijzingError(f"Het percentage van {', '.join(missing)} ontbreekt. Vul dat eerst in.")
    for year in years:
        bedrag *= 1 + percentages[year] / 100
    return bedrag.quantize(_CENT, ROUND_HALF_UP)
