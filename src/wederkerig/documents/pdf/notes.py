"""Notes at the foot of a page or column: small type that begins with a mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wederkerig.documents.pdf.drafts import Item
from wederkerig.documents.pdf.line import Line
from wederkerig.documents.pdf.marks import is_note

_SMALLER = 0.92


@dataclass(slots=True)
class Notes:
    """The lines of the notes under one column of one page."""

    lines: list[Line]


def set_apart(items: Sequence[Item], body: float) -> list[Item | Notes]:
    """The items of a page with the notes at the foot of each column gathered."""
    found: list[Item | Notes] = []
    column: list[Item] = []
    for item in items:
        if column and isinstance(item, Line) and _column(column[-1]) not in (None, item.column):
            found += _foot(column, body)
            column = []
        column.append(item)
    return found + _foot(column, body)


def _column(item: Item) -> int | None:
    return item.column if isinstance(item, Line) else None


def _foot(column: list[Item], body: float) -> list[Item | Notes]:
    """The column, the small lines at its end as notes when they begin with a mark."""
    start = len(column)
    for place in range(len(column) - 1, -1, -1):
        item = column[place]
        if not isinstance(item, Line) or item.size > _SMALLER * body:
            break
        start = place
    tail = [item for item in column[start:] if isinstance(item, Line)]
    while tail and not is_note(tail[0].text):
        tail = tail[1:]
    if not tail or len(tail) > max(3, len(column) // 2):
        return list(column)
    return [*column[: len(column) - len(tail)], Notes(tail)]
