"""A price that rises each year: its bound rises with the percentage that the same agreement names."""

from __future__ import annotations

from collections.abc import Container, Sequence

from wederkerig.model import Norm

PRIJZEN = frozenset({"grondprijs-grondgebonden", "grondprijs-gestapeld", "grondprijs-sociaal"})
STIJGING = "grondprijs-stijging"


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


def _rises(norm: Norm, rises: Container[tuple[str, str]]) -> bool:
    yearly = norm.ritme == "jaarlijks" and norm.van is not None and norm.aard == "norm"
    return yearly and norm.indicator in PRIJZEN and _agreement(norm) in rises


def _agreement(norm: Norm) -> tuple[str, str]:
    return norm.afspraak, norm.nummer
