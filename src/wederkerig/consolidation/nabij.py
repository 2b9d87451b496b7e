"""The passage that comes nearest to a quote that does not stand in the text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rapidfuzz import fuzz

from wederkerig.reading.language.zinnen import find_zinnen

_LEAST = 55.0
_NEARLY = 80.0


class Passage(NamedTuple):
    """A stretch of text near to a quote: where it stands, its words, and how near (0 to 100)."""

    plaats: str
    tekst: str
    gelijkenis: float

    @property
    def nearly(self) -> bool:
        """Whether it must be the passage that was meant, with other words in it."""
        return self.gelijkenis >= _NEARLY


def nearest(quote: str, texts: Iterable[tuple[str, str]]) -> Passage | None:
    """The passage of all `texts` (place, text) that looks most like the quote, in whole sentences."""
    wanted, best = quote.casefold(), None
    for plaats, text in texts:
        least = best.gelijkenis if best else _LEAST
        found = fuzz.partial_ratio_alignment(wanted, text.casefold(), score_cutoff=least)
        if found is None or (best and found.score <= best.gelijkenis) or not text.strip():
            continue
        longer = len(wanted) > len(text)  # then the text is what was sought in the quote
        words = text if longer else _sentences(text, found.dest_start, found.dest_end)
        score = fuzz.ratio(wanted, text.casefold()) if longer else found.score
        if score >= least:
            best = Passage(plaats, words, score)
    return best


def _sentences(text: str, first: int, last: int) -> str:
    """The whole sentences that are covered for more than half, or else the one that is covered most."""
    shares = [(start, end, min(end, last) - max(start, first)) for start, end in find_zinnen(text)]
    spans = [span for span in shares if span[2] * 2 > span[1] - span[0]]
    if not spans and shares:
        spans = [max(shares, key=lambda span: span[2])]
    return text[spans[0][0] : spans[-1][1]] if spans else text[first:last]
