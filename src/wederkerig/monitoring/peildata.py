"""The days figures are asked about, and until when they can be handed in.

A figure on the last day of a half year is the same as one on the first day of the next: 31 December says what
1 January says.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

ONE_DAY = timedelta(days=1)


def reference_days(van: date, tot: date) -> tuple[date, ...]:
    """The days between these two, both included, on which figures are asked for, oldest first."""
    return tuple(dag for dag, _ in _all(van.year, tot.year) if van <= dag <= tot)


def due_by(peildatum: date) -> date:
    """The last day to hand in a figure about this day, or about a period that ends on it."""
    at = moment(peildatum)
    known = dict(_all(at.year, at.year))
    return known[at] if at in known else peildatum + timedelta(days=_rule(peildatum)["andere_dag"])


def overdue_since(op: date, *, per_jaar: bool = False) -> date | None:
    """The last reference day of which the figures should have been handed in before this day.

    per_jaar: the figures are of whole calendar years, so that only the first day of a year is one.
    """
    past = [
        dag
        for dag, uiterlijk in _all(op.year - 2, op.year)
        if uiterlijk < op and (not per_jaar or (dag.month, dag.day) == (1, 1))
    ]
    return max(past, default=None)


def moment(peildatum: date) -> date:
    """The day on which a figure counts: the last day of a half year counts as the first of the next."""
    nxt = peildatum + ONE_DAY
    return nxt if any(nxt == dag for dag, _ in _all(nxt.year, nxt.year)) else peildatum


@cache
def _all(first: int, last: int) -> tuple[tuple[date, date], ...]:
    """Each reference day of these years with the last day to hand in, oldest first."""
    return tuple(
        (_day(year, row["dag"]), _day(year, row["uiterlijk"]))
        for year in range(first, last + 1)
        for row in _rule(date(year, 1, 1))["peildata"]
    )


def _day(year: int, recurring: str) -> date:
    """The day of a year that recurs as --MM-DD."""
    return date.fromisoformat(f"{year}{recurring[1:]}")


def _rule(op: date) -> dict[str, Any]:
    rules: list[dict[str, Any]] = _data()["regels"]
    return next((rule for rule in reversed(rules) if rule["van"] <= op), rules[0])


@cache
def _data() -> dict[str, Any]:
    text = files(__package__).joinpath("peildata.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.safe_load(text)
    return data
