"""The rent class of a dwelling: which of the year's limits its rent stays within.

A rent at a limit counts in the lower class, "tot en met", as the law and agreements have it (Wht art. 13 and
20). VERA's list HUURKLASSE puts it in the higher one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cache

from wederkerig.parameters import ParameterError, huurgrens

# from low to high; a class runs up to and including its limit, the last one has none
GRENZEN = (
    "kwaliteitskortingsgrens",
    "aftoppingsgrens_laag",
    "aftoppingsgrens_hoog",
    "maximale_huurgrens_huurtoeslag",
    "middenhuurgrens",
)
KLASSEN = ("goedkoop", "laag", "hoog", "duur", "middenhuur", "vrij")
_HIGHEST = Decimal("1e9")
_FIT = {"klein": KLASSEN[:2], "groot": KLASSEN[:3]}


def klasse(huur: Decimal, dag: date) -> str:
    """The class of a rent with the limits of that day. Raises ParameterError where none are known."""
    return KLASSEN[bisect_left(limits(dag), huur)]


def klassen_tot(boven: str | None, tot: str | None) -> tuple[str, ...]:
    """The classes above one limit up to and including another."""
    start = 0 if boven is None else GRENZEN.index(boven) + 1
    end = len(KLASSEN) if tot is None else GRENZEN.index(tot) + 1
    return KLASSEN[start:end]


def fits(huurklasse: str, huishouden: str) -> bool:
    """Whether the rent stays within the aftoppingsgrens of a small or large household."""
    return huurklasse in _FIT[huishouden]


def has_middenhuur(dag: date) -> bool:
    """Whether there is a limit of mid-range rent on this day; it exists since 1 July 2024."""
    try:
        huurgrens("middenhuurgrens", dag)
    except ParameterError:
        return False
    return True


@cache
def limits(dag: date) -> Sequence[Decimal]:
    """The limits of a day, from low to high. Raises ParameterError where none are known."""
    known = [huurgrens(naam, dag).waarde for naam in GRENZEN[:-1]]
    # without a limit of mid-range rent nothing is dearer than it
    return (*known, huurgrens(GRENZEN[-1], dag).waarde if has_middenhuur(dag) else _HIGHEST)
