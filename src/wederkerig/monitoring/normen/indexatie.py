"""A price that rises each year: its bound rises with the percentage that the same agreement names.

Where it says only that the price is indexed, the day is kept of which the price is (`Norm.prijspeil`).
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from datetime import date

from wederkerig.model import Norm

PRIJZEN = frozenset({"grondprijs-grondgebonden", "grondprijs-gestapeld", "grondprijs-sociaal"})
STIJGING = "grondprijs-stijging"
_INDEXED = re.compile(r"[iï]ndexatie|[iï]ndexering|ge[- ]?[iï]ndexeerd|[iï]ndexer(?:en|t)\b", re.IGNORECASE)
_LEVEL = re.compile(r"\bprijspeil\b[^.;)]{0,24}?\b(20\d\d)\b", re.IGNORECASE)


def with_indexation(norms: Sequence[Norm]) -> tuple[Norm, ...]:
    """The norms, each yearly price with the rise that its agreement allows.

    Without a first year there is no price level, and so nothing to rise from.
    """
    rises = {
        _agreement(norm): norm.waarde
        for norm in norms
        if norm.indicator == STIJGING and norm.aard == "norm" and norm.relatie in {"gelijk", "max"}
    }
    return tuple(
        norm.model_copy(update={"indexatie": rises[_agreement(norm)]}) if _rises(norm, rises) else norm
        for norm in norms
    )


def price_level(indicator: str, zin: str, van: date | None) -> date | None:
    """Of an indexed price the day whose price it is: as its sentence says it, else the first day."""
    if indicator not in PRIJZEN or not _INDEXED.search(zin):
        return None
    level = _LEVEL.search(zin)
    return date(int(level[1]), 1, 1) if level else van


def _rises(norm: Norm, rises: Container[tuple[str, str]]) -> bool:
    yearly = norm.ritme == "jaarlijks" and norm.van is not None and norm.aard == "norm"
    return yearly and norm.indicator in PRIJZEN and _agreement(norm) in rises


def _agreement(norm: Norm) -> tuple[str, str]:
    return norm.afspraak, norm.nummer
