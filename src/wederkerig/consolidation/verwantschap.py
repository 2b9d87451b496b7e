"""Agreements that were split or merged: which words of one version went on under another id."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Indel

from wederkerig.model import Afspraak

_MOSTLY = 0.7  # so many of the words stand in the other agreement
_HARDLY = 0.4  # and no more than so many in its other version
_FEWEST = 6  # words: with fewer, likeness is chance


def find_origin(new: Afspraak, pairs: Sequence[tuple[Afspraak, Afspraak]]) -> str | None:
    """The id of the old agreement that a new one was split off from, if its words left it."""
    for old, later in pairs:
        if old.id and _went(new.tekst, old.tekst, later.tekst):
            return old.id
    return None


def find_successor(gone: Afspraak, pairs: Sequence[tuple[Afspraak, Afspraak]]) -> str | None:
    """The id of the agreement that took up a withdrawn one, if its words came into it."""
    for old, later in pairs:
        if old.id and _went(gone.tekst, later.tekst, old.tekst):
            return old.id
    return None


def _went(text: str, where: str, elsewhere: str) -> bool:
    """Whether the words of `text` stand in `where` and hardly in `elsewhere`."""
    words = text.split()
    if len(words) < _FEWEST or where == elsewhere:
        return False
    return _held(words, where.split()) >= _MOSTLY and _held(words, elsewhere.split()) <= _HARDLY


def _held(words: Sequence[str], other: Sequence[str]) -> float:
    """How much of the words stands in the other text, in order."""
    common = (len(words) + len(other) - Indel.distance(words, other)) / 2
    return common / len(words)
