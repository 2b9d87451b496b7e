"""Look back from a place in the text at the words before it, cheaply, and find where they begin."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_OPMAAK = "*_\"'“”‘’[•"


@dataclass(frozen=True, slots=True)
class WoordenVoor:
    """The words before a place: lower case, without markup; a bracket closes the view."""

    text: str
    place: int
    printed: list[str]
    woorden: list[str]

    def begin(self, i: int) -> int:
        """Return where the word with index `i` begins in the text."""
        pos = self.place
        for word in reversed(self.printed[i:]):
            pos = self.text.rfind(word, 0, pos)
        return pos + (
            len(self.printed[i]) - len(self.printed[i].lstrip(_OPMAAK)) if i < len(self.printed) else 0
        )


def woorden_voor(text: str, place: int, venster: int) -> WoordenVoor:
    """Return the words in the `venster` characters before `place`."""
    window = text[max(0, place - venster) : place]
    bracket = window.rfind("(")
    printed = window[bracket + 1 :].split()
    return WoordenVoor(text, place, printed, [word.lower().strip(_OPMAAK) for word in printed])


def begin_regex(words: Iterable[str]) -> str:
    """Return an alternation that finds words by their beginning, with or without a capital."""
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[0], []).append(word[1:])
    return "|".join(f"[{letter}{letter.upper()}](?:{'|'.join(rest)})" for letter, rest in by_letter.items())
