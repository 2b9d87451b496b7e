"""The words that lead in an expression of time: `uiterlijk in`, `voor eind`, `ten opzichte van`."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from wederkerig.reading.language.terugkijken import woorden_voor
from wederkerig.reading.language.woordenlijst import woorden, woordenlijst


@dataclass(frozen=True, slots=True)
class Inleiding:
    """What stands before a point of time: where it begins, which prepositions, which part."""

    begin: int
    soorten: frozenset[str]
    deel: str | None = None
    ervoor: list[str] = field(default_factory=list)


_VENSTER = 64
_LANGSTE = 4
_MEESTE = 2


def lees_inleiding(text: str, start: int) -> Inleiding:
    """Read backwards from the point of time at `start`; at most two prepositions belong to it."""
    view = woorden_voor(text, start, _VENSTER)
    words = view.woorden
    i = first = len(words)
    deel, soorten = None, set[str]()
    while i and len(soorten) < _MEESTE:
        size, soort = _voorzetsel(words, i)
        if size and soort not in soorten:
            soorten.add(soort)
            first = i = i - size
        elif soorten:
            break
        elif words[i - 1] in _delen():
            deel = _delen()[words[i - 1]]
            first = i = i - 1
        elif _is_vulling(words, i):
            i -= 1
        else:
            break
    return Inleiding(view.begin(first), frozenset(soorten), deel, words[:i])


def _is_vulling(words: list[str], i: int) -> bool:
    """Return whether the word before `i` only fills: an article, `jaar`, or `van` in `eind van`."""
    word = words[i - 1]
    if word == "van":
        return i > 1 and words[i - 2] in woorden("tijd", "voor_van")
    return word in woorden("tijd", "lidwoorden") or word in woorden("tijd", "jaarwoorden")


def _voorzetsel(words: list[str], i: int) -> tuple[int, str]:
    """Return how many words before `i` form a preposition, and its kind; the longest wins."""
    for size in range(min(_LANGSTE, i), 0, -1):
        soort = _voorzetsels().get(" ".join(words[i - size : i]).rstrip(":"))
        if soort is not None:
            inside = (
                size == 1 and words[i - 1] == "van" and i > 1 and words[i - 2] in woorden("tijd", "voor_van")
            )
            return (0, "") if inside else (size, soort)
    return 0, ""


@cache
def _voorzetsels() -> dict[str, str]:
    lists = woordenlijst("tijd")["voorzetsels"]
    return {expression: soort for soort, expressions in lists.items() for expression in expressions}


@cache
def _delen() -> dict[str, str]:
    return dict(woordenlijst("tijd")["delen"])
