"""Which decision brought which stretch of a text: layers that follow every change of its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from wederkerig.consolidation.gelijkenis import words_of
from wederkerig.reading.language.zinnen import find_zinnen


class Laag(NamedTuple):
    """So many characters, brought by this decision; None is the base document."""

    lengte: int
    besluit: str | None


def splice(lagen: tuple[Laag, ...], start: int, end: int, instead: Sequence[Laag]) -> tuple[Laag, ...]:
    """The layers once `start` to `end` of the text made way for others."""
    size = sum(each.lengte for each in lagen)
    return tuple(_joined([*_between(lagen, 0, start), *instead, *_between(lagen, end, size)]))


def kept_sentences(old: str, new: str, lagen: tuple[Laag, ...], besluit: str) -> list[Laag]:
    """The layers of `new`, that comes in the place of `old`: a sentence that returns keeps its own."""
    before, after = find_zinnen(old), find_zinnen(new)
    same: dict[str, list[int]] = {}
    for start, end in before:
        same.setdefault(old[start:end], []).append(start)
    found: list[Laag] = []
    here = 0
    for start, end in after:
        places = same.get(new[start:end])
        if places:
            place = places.pop(0)
            found += [Laag(start - here, besluit), *_between(lagen, place, place + end - start)]
            here = end
    return [*found, Laag(len(new) - here, besluit)]


def shortened(lagen: tuple[Laag, ...], before: str, now: str, besluit: str) -> tuple[Laag, ...]:
    """The layers where a sentence that only lost words is of the decision that took them."""
    stood = {words_of(before[first:last]) for first, last in find_zinnen(before)}
    for first, last in find_zinnen(now):
        brought = sum(each.lengte for each in between(lagen, first, last) if each.besluit == besluit)
        if brought <= 1 and words_of(now[first:last]) not in stood:  # a gap that closed leaves one space
            lagen = splice(lagen, first, last, [Laag(last - first, besluit)])
    return lagen


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
