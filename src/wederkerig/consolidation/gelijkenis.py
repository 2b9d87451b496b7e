"""How much of one text stands in another: runs of words, sentences, and the words few texts share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib import resources

import yaml
from rapidfuzz import fuzz

from wederkerig.consolidation.citaat import gewoord
from wederkerig.reading.language.verwijzingen import find_nummers_in_verwijzingen
from wederkerig.reading.language.zinnen import find_zinnen

_RUN = 3  # so many words in a row are no chance
_NEARLY = 82.0  # of 100 characters
_KNOWN = 0.8  # of the words of a sentence
_CONTENT = re.compile(r"[a-zà-ÿ]{5,}")
_ENDING = re.compile(r"(?:en|e|s|n|t)\Z")
_ANY = "#"  # a number in a reference: it follows its agreement, so it says nothing of the words


@lru_cache(maxsize=8192)
def words_of(text: str) -> tuple[str, ...]:
    """The words as they are compared, the numbers in references to agreements left open."""
    here = gewoord(text)
    spans = [(start, end) for start, end, _ in find_nummers_in_verwijzingen(text)]
    if not spans:
        return tuple(here.words)
    return tuple(
        _ANY if any(start <= first < end for start, end in spans) else word
        for word, (first, _) in zip(here.words, here.spans, strict=True)
    )


@lru_cache(maxsize=8192)
def _line(text: str) -> str:
    """All words with a space before and behind each: the fastest to search."""
    words = words_of(text)
    return f" {' '.join(words)} " if words else ""


def holds(text: str, quote: str) -> bool:
    """Whether the words of `quote` stand in `text` one after another; never so for no words."""
    sought = _line(quote)
    return bool(sought) and sought in _line(text)


def stretch_of(text: str, quote: str) -> tuple[int, int] | None:
    """Where the words of `quote` stand in `text` one after another; None where they do not."""
    if not holds(text, quote):
        return None
    line = _line(text)
    first = line.count(" ", 0, line.index(_line(quote)))
    return gewoord(text).stretch(first, first + len(words_of(quote)), quote)


@lru_cache(maxsize=8192)
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = words_of(text)
    return frozenset(zip(*(words[at:] for at in range(_RUN)), strict=False))


def share(quote: str, text: str) -> float:
    """How much of the words of `quote` stands in `text` in runs of the same words, 0 to 1."""
    words, runs = words_of(quote), _runs(text)
    if len(words) < _RUN:
        return float(holds(text, quote))
    found: set[int] = set()
    for at in range(len(words) - _RUN + 1):
        if words[at : at + _RUN] in runs:
            found.update(range(at, at + _RUN))
    return len(found) / len(words)


def sentences(text: str) -> list[str]:
    """The sentences of a text that have words."""
    return [text[first:last] for first, last in find_zinnen(text) if words_of(text[first:last])]


def nearly(one: str, other: str) -> bool:
    """Whether two sentences differ in few words only."""
    return fuzz.ratio(" ".join(words_of(one)), " ".join(words_of(other))) >= _NEARLY


def fresh(text: str, known: Sequence[str]) -> list[str]:
    """The sentences of `text` that do not stand in any of the texts that are known."""
    return [zin for zin in sentences(text) if all(share(zin, each) < _KNOWN for each in known)]


def passage_between(text: str, zinnen: Sequence[str]) -> str:
    """The words of `text` from the first to the last of these sentences of it."""
    spans = [(first, last) for first, last in find_zinnen(text) if text[first:last] in zinnen]
    return text[spans[0][0] : spans[-1][1]] if spans else ""


@lru_cache(maxsize=8192)
def stems(text: str) -> frozenset[str]:
    """The words of five letters and more, without their endings and without words that say little."""
    return frozenset(_stem(word) for word in words_of(text) if _CONTENT.fullmatch(word)) - _common()


def _stem(word: str) -> str:
    return _ENDING.sub("", word)


@cache
def _common() -> frozenset[str]:
    text = resources.files(__package__).joinpath("gewone_woorden.yaml").read_text("utf-8")
    return frozenset(_stem(word) for word in yaml.safe_load(text)["woorden"].split())


class Zeldzaamheid:
    """How distinctive a word is in a document: 1 where no other text has it, less the more do."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._times = Counter(stem for text in texts for stem in stems(text))

    def weight(self, words: Iterable[str]) -> float:
        """How distinctive these words (stems) are together."""
        return sum(1 / max(1, self._times[word]) for word in words)

    def kinship(self, one: str, other: str, known: str = "") -> tuple[float, float]:
        """How much two texts share of the distinctive words of the shorter (0 to 1), and how many.

        known: words that say nothing, because both texts stand beside them.
        """
        first, second = stems(one) - stems(known), stems(other) - stems(known)
        least = min(self.weight(first), self.weight(second))
        both = self.weight(first & second)
        return (both / least if least else 0.0), both
