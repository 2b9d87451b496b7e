"""Where the words of a fact stand in the text of its agreement, laid out otherwise than the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeVar

from wederkerig.model import Bron, Getal, Termijn

Woorden = TypeVar("Woorden", Getal, Termijn)
_AROUND = 8


def places(text: str, facts: Sequence[Woorden], *, strict: bool) -> Iterator[tuple[Woorden, int, int]]:
    """Each fact that is found with its span, in order of the facts.

    strict: only where the words just before it are those of the document too.
    """
    done = 0
    for fact in facts:
        spans = list(_spans(text, fact.tekst))
        fitting = [span for span in spans if _fits(text, span, fact.bron)]
        later = [span for span in fitting if span[0] >= done]
        if not strict and not later:
            later = [span for span in spans if span[0] >= done] or fitting or spans
        if later:
            start, end = later[0]
            done = end
            yield fact, start, end


def _spans(text: str, words: str) -> Iterator[tuple[int, int]]:
    regex = r"\s+".join(re.escape(word) for word in words.split())
    if regex:
        yield from (match.span() for match in re.finditer(regex, text))


def _fits(text: str, span: tuple[int, int], bron: Bron | None) -> bool:
    """Whether the letters around a span are those around the fact in the document."""
    if bron is None:
        return False
    before, after = _letters(text[max(0, span[0] - 40) : span[0]]), _letters(text[span[1] : span[1] + 40])
    theirs_before, theirs_after = _letters(bron.voor), _letters(bron.na)
    return _ends_alike(before, theirs_before) and _ends_alike(after[::-1], theirs_after[::-1])


def _ends_alike(ours: str, theirs: str) -> bool:
    size = min(_AROUND, len(ours), len(theirs))
    return size == 0 or ours[-size:] == theirs[-size:]


def _letters(text: str) -> str:
    return re.sub(r"<[^>]*>|&\w+;|[\W_]+", "", text).lower()
