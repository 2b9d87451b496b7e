"""Which decision brought which stretch of a text: layers that follow every change of its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Laag(NamedTuple):
    """So many characters, brought by this decision; None is the base document."""

    lengte: int
    besluit: str | None


def splice(lagen: tuple[Laag, ...], start: int, end: int, laag: Laag) -> tuple[Laag, ...]:
    """The layers once `start` to `end` of the text made way for a new one."""
    size = sum(each.lengte for each in lagen)
    return tuple(_joined([*_between(lagen, 0, start), laag, *_between(lagen, end, size)]))


def at(lagen: tuple[Laag, ...], place: int) -> str | None:
    """The decision that brought the character at `place`."""
    return next((laag.besluit for laag in _between(lagen, place, place + 1)), None)


def between(lagen: tuple[Laag, ...], start: int, end: int) -> tuple[Laag, ...]:
    """The layers of `start` to `end` of the text."""
    return tuple(_between(lagen, start, end))


def _between(lagen: Iterable[Laag], start: int, end: int) -> Iterator[Laag]:
    here = 0
    for laag in lagen:
        length = min(end, here + laag.lengte) - max(start, here)
        if length > 0:
            yield Laag(length, laag.besluit)
        here += laag.lengte


def _joined(lagen: Iterable[Laag]) -> Iterator[Laag]:
    """Neighbours of one decision as one; what is empty is left out."""
    last = Laag(0, None)
    for laag in lagen:
        if not laag.lengte:
            continue
        if last.lengte and last.besluit == laag.besluit:
            last = Laag(last.lengte + laag.lengte, last.besluit)
            continue
        if last.lengte:
            yield last
        last = laag
    if last.lengte:
        yield last
