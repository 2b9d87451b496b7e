"""Sums of the field: sharing out a taakstelling, raising a land price each year, room in letting.

Numbers of people and dwellings are whole, so what is shared out always adds up to what there was.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from fractions import Fraction

from wederkerig.parameters import toewijzingsnorm

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


def daeb_minimum(op: date, *, afgesproken: Decimal | None = None) -> Decimal:
    """The percentage of a year's DAEB lettings that must go to incomes under the limit (Woningwet art. 48).

    afgesproken: what the agreements of the parties make of it; None where they say nothing.
    Raises ToewijzingError where agreements may not make it that.
    """
    norm = toewijzingsnorm("daeb", op)
    if afgesproken is None:
        return norm.minimum
    if norm.met_afspraak is None:
        raise ToewijzingError(
            f"In {op.year} mogen prestatieafspraken de norm van {norm.minimum}% niet veranderen."
        )
    if not norm.met_afspraak <= afgesproken <= norm.minimum:
        raise ToewijzingError(
            f"Afspraken mogen de norm verlagen van {norm.minimum}% tot ten minste {norm.met_afspraak}%. "
            f"{afgesproken}% kan dus niet ({norm.grondslag})."
        )
    return afgesproken


def free_room(toewijzingen: int, boven_grens: int, *, minimum: Decimal) -> int:
    """How many of a year's lettings may still go to incomes above the limit, if their number stays as it is.

    minimum: the percentage that must go to the others. Negative: so many went above too much.
    Raises ToewijzingError where more went above the limit than were let.
    """
    if not 0 <= boven_grens <= toewijzingen:
        raise ToewijzingError(
            f"Van {toewijzingen} toewijzingen kunnen er geen {boven_grens} boven de inkomensgrens zijn."
        )
    allowed = Decimal(toewijzingen) * (100 - minimum) / 100
    return int(allowed.to_integral_value(ROUND_FLOOR)) - boven_grens
