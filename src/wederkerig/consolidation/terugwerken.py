"""A later text turned back to what a plan made of it, so far as the fates of its amendments show."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rapidfuzz.distance import Indel

from wederkerig.consolidation.aansluiting import added_words
from wederkerig.consolidation.gelijkenis import holds, words_of
from wederkerig.consolidation.ingreep import Ingreep, perform
from wederkerig.consolidation.lot import Lot
from wederkerig.reading.language.zinnen import find_zinnen


def undone(text: str, lots: Sequence[Lot]) -> str:
    """The text as it read right after the plan: what changed since is put back as the plan says it."""
    for lot in lots:
        words, passage = added_words(lot.wijziging), lot.passage or ""
        match lot.uitkomst:
            case "gewijzigd overgenomen" if passage in text:
                text = text.replace(passage, words, 1)
            case "niet overgenomen" if passage and passage in text:
                text = text.replace(passage, words, 1)
            case "niet overgenomen" if words and not holds(text, words):
                text = f"{text}\n{words}".strip()
            case "staat er nog" if passage in text:
                start = text.index(passage)
                text = perform(text, [Ingreep(start, start + len(passage))])
            case _:
                continue
    return text


def aligned(text: str, now: str) -> str:
    """The text with the layout of `now` in the sentences that both have: only other words are a change."""
    before, after = _pieces(text), _pieces(now)
    ops = Indel.opcodes([words_of(each) for each in before], [words_of(each) for each in after])
    parts: list[str] = []
    for op in ops:
        if op.tag == "equal":
            pairs = zip(before[op.src_start :], after[op.dest_start : op.dest_end], strict=False)
            parts += [new if new[-1:].isspace() else new + old[len(old.rstrip()) :] for old, new in pairs]
        else:
            parts += before[op.src_start : op.src_end]
    return _joined(parts)


def _pieces(text: str) -> list[str]:
    """The sentences, each with the white space behind it."""
    spans = find_zinnen(text)
    starts = [0, *(first for first, _ in spans[1:]), len(text)]
    return [text[first:last] for first, last in pairwise(starts) if text[first:last]]


def _joined(parts: Sequence[str]) -> str:
    """The sentences one behind another, with a space where the last of a text meets the next."""
    text = ""
    for part in parts:
        text += part if not text or text[-1:].isspace() else f" {part}"
    return text.strip()
