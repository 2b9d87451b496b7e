"""Which unit stands behind a number: the noun, past the adjectives before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from wederkerig.reading.language.woordenlijst import woorden, woordenlijst


@dataclass(frozen=True, slots=True)
class Eenheid:
    """A unit and where its words end; `zeker` is False for a noun that stands in no list."""

    naam: str
    end: int
    zeker: bool


class _Soort(Enum):
    EENHEID = "a unit we know"
    NAAMWOORD = "a plural in no list"
    TUSSEN = "an adjective or the like: the noun comes later"
    GEEN = "no unit, and none will follow"


_MAX_WOORDEN = 7
_WOORD = re.compile(r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)([^\W\d_][\w’'-]*)")
_WOORD_NA_KOMMA = re.compile(r"[,/]?\s*([^\W\d_][\w’'-]*)")
_HERHAALD = re.compile(r"\s*\(\s*\d[\d.]*\s*\)")  # veertig (40) woningen
_TE_DOEN = re.compile(r"(?:\s+(?:op|aan|af|uit|in))?\s+te\s+[^\W\d_]+")  # 300 op te leveren woningen
_VOETNOOT = re.compile(r"[¹²³⁴⁵⁶⁷⁸⁹⁰]+$")


def eenheid_na(text: str, pos: int) -> Eenheid | None:
    """Return the unit behind the number that ends at `pos`, or None where no noun of that kind follows."""
    repeated = _HERHAALD.match(text, pos)
    pos = repeated.end() if repeated else pos
    pattern = _WOORD
    for _ in range(_MAX_WOORDEN):
        to_do = _TE_DOEN.match(text, pos)
        match = pattern.match(text, to_do.end() if to_do else pos)
        if match is None:
            return None
        printed = match[1]
        soort, naam = _soort(printed.lower())
        if soort is _Soort.TUSSEN:
            pos, pattern = match.end(), _WOORD_NA_KOMMA
            continue
        if soort is _Soort.GEEN or (soort is _Soort.NAAMWOORD and printed[0].isupper()):
            return None
        return Eenheid(naam, match.end(), soort is _Soort.EENHEID)
    return None


@lru_cache(maxsize=4096)
def _soort(word: str) -> tuple[_Soort, str]:
    """Return what a word behind a number is, and the name of the unit."""
    bare = _VOETNOOT.sub("", word)
    known = _bekend(word) or _bekend(bare)
    if known is not None:
        return _Soort.EENHEID, known
    if bare in woorden("eenheden", "geen_naamwoord") or bare.endswith(_endings("geen_eenheid")):
        return _Soort.GEEN, ""
    if bare.endswith("e") or bare in ("en", "of") or bare in woorden("eenheden", "bijwoord"):
        return _Soort.TUSSEN, ""
    if len(bare) > 3 and bare.endswith(("en", "s")):
        return _Soort.NAAMWOORD, bare
    return _Soort.GEEN, ""


def _bekend(word: str) -> str | None:
    """Return the name of a unit in the lists, or None."""
    tijd = woordenlijst("eenheden")["tijd"]
    if word in tijd:
        return str(tijd[word])
    if word in ("m2", "m²"):
        return "m2"
    if word in woorden("eenheden", "bekend") or word in woorden("eenheden", "toch_eenheid"):
        return word
    if word.endswith(_endings("standplaatsen")):
        return "standplaatsen"
    if word in woorden("eenheden", "geen_woningen"):
        return word
    if word in woorden("eenheden", "woningen_heel") or word.endswith(_endings("woningen")):
        return "woningen"
    return None


@lru_cache(maxsize=8)
def _endings(key: str) -> tuple[str, ...]:
    return tuple(woorden("eenheden", key))
