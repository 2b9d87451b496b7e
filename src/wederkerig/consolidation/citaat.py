"""Finding quoted words in a text: layout, quotation marks, dashes and case do not matter, words do."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache

_SIGNS = "%€<>≤≥=±+"  # they change what is agreed, so they count as words
_WORD = re.compile(f"[{_SIGNS}]|[^\\W_](?:[^\\W_]|[\u0300-\u036f\u00ad\u200b-\u200d\u2060])*")
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060]")
_BREAK = "\x1f"
_OPENERS = "([{“‘„«"
_CLOSERS = ".;:!?"


@dataclass(frozen=True)
class Gewoord:
    """A text with its words as they are compared, each with its place."""

    text: str

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where each word stands, half-open."""
        return [match.span() for match in _WORD.finditer(self.text)]

    @cached_property
    def words(self) -> list[str]:
        """The words as they are compared: small letters, without hidden characters."""
        found = _WORD.findall(self.text)
        if self.text.isascii():
            return [word.lower() for word in found]
        return [word.casefold() if word.isascii() else _compared(word) for word in found]

    @cached_property
    def line(self) -> str:
        """All words with a break before and behind each."""
        return _BREAK + _BREAK.join(self.words) + _BREAK if self.words else ""

    def find(self, quote: Gewoord) -> list[tuple[int, int]]:
        """Every run of words that equals `quote`, as positions in `words`; nothing for an empty quote."""
        needle, found = quote.line, []
        at = self.line.find(needle) if needle else -1
        while at >= 0:
            first = self.line.count(_BREAK, 0, at)
            last = first + len(quote.words)
            if not (self._inside_number(first) or self._inside_number(last)):
                found.append((first, last))
            at = self.line.find(needle, at + 1)
        return found

    def _inside_number(self, place: int) -> bool:
        """Whether the word at `place` and the one before it are one number: 24 and 500 in 24.500."""
        if not 0 < place < len(self.spans):
            return False
        between = self.text[self.spans[place - 1][1] : self.spans[place][0]]
        figures = self.words[place - 1][-1:] + self.words[place][:1]
        return between in {".", ","} and figures.isdigit()

    def holds(self, quote: Gewoord) -> bool:
        """Whether the words of `quote` stand here one after another; an empty quote stands anywhere."""
        return quote.line in self.line

    def stretch(self, first: int, last: int, quote: str, instead: str = "") -> tuple[int, int]:
        """Where words `first` to `last` stand, with the punctuation that belongs to them.

        Punctuation behind belongs to them if the quote, or what comes instead, ends in some; brackets
        and quotation marks before if the quote begins with some. The whole text is all of it, to the letter.
        """
        if first == 0 and last == len(self.words) and quote.strip() == self.text.strip():
            return 0, len(self.text)
        start, end = self.spans[first][0], self.spans[last - 1][1]
        if not _ends_in_word(quote) or (instead.rstrip()[-1:] or " ") in _CLOSERS:
            while end < len(self.text) and _is_mark(self.text[end]) and self.text[end] not in _OPENERS:
                end += 1
        if not _is_word(quote.lstrip()[:1]):
            while start and _is_mark(self.text[start - 1]) and self.text[start - 1] in quote:
                start -= 1
        return start, end


@lru_cache(maxsize=4096)
def gewoord(text: str) -> Gewoord:
    """The words of a text; kept, because a text is searched for every amendment to it."""
    return Gewoord(text)


def same_words(one: str, other: str) -> bool:
    """Whether two texts have the same words."""
    return gewoord(one).words == gewoord(other).words


def has_words(text: str | None) -> bool:
    """Whether there is any word in the text."""
    return bool(text) and _WORD.search(text or "") is not None


def _compared(word: str) -> str:
    return unicodedata.normalize("NFKC", _UNSEEN.sub("", word)).casefold()


def _is_mark(character: str) -> bool:
    return not character.isspace() and not character.isalnum()


def _ends_in_word(text: str) -> bool:
    return _is_word(text.rstrip()[-1:])


def _is_word(character: str) -> bool:
    return character.isalnum() or (character != "" and character in _SIGNS)
