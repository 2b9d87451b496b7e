"""How a number is meant: at least, at most, about, exactly; read from the words before it."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from wederkerig.reading.language.terugkijken import woorden_voor
from wederkerig.reading.language.woordenlijst import woorden, woordenlijst

Grens = Literal["min", "max", "circa", "gelijk"]

_VENSTER = 70
_ZIN = 120
_LIJST_VENSTER = 300
_LANGSTE = 4
_MUNT = frozenset(("€", "eur"))
_HAAKJE = re.compile(
    r"\b(tot|t/m|onder|beneden|boven|vanaf)\s+(?:de|het)\s+(?:[^\s.,;()]+\s+){1,4}\((?:€\s?)?\Z",
    re.IGNORECASE,
)
_BOVENKANT = re.compile(r"\btussen\s+(?:[^\d\s.,;()€]+\s+){1,4}en\s+(?:€\s?)?\Z", re.IGNORECASE)
_ZINSEINDE = re.compile(r"[.!?]\s")
_OMGEKEERD: dict[Grens, Grens] = {"min": "max", "max": "min", "circa": "circa"}  # behind niet, nooit, geen


def relatie_voor(text: str, start: int) -> tuple[Grens, int]:
    """Return the relation of the number at `start`, and where the words that say so begin."""
    view = woorden_voor(text, start, _VENSTER)
    words = view.woorden
    i = len(words)
    while i:
        for size in range(min(_LANGSTE, i), 0, -1):
            grens = _uitdrukkingen().get(" ".join(words[i - size : i]))
            if grens is not None:
                first = i - size
                if first and words[first - 1] in woorden("relaties", "niet"):
                    return _OMGEKEERD[grens], view.begin(first - 1)
                return grens, view.begin(first)
        if words[i - 1] not in _MUNT and words[i - 1] not in woorden("relaties", "tussenwoorden"):
            break
        i -= 1
    return _uit_zinsbouw(text, text[max(0, start - _VENSTER) : start], start), start


def is_uitkomst(text: str, start: int) -> bool:
    """Return whether `tot` at `start` leads to a result: "verbouwt een school tot 20 appartementen"."""
    if text[start : start + 4].lower() != "tot ":
        return False
    before = text[max(0, start - _ZIN) : start]
    clause = _ZINSEINDE.split(before)[-1].lower()
    return any(stem in clause for stem in woorden("relaties", "wordt_tot"))


def _uit_zinsbouw(text: str, window: str, start: int) -> Grens:
    """Read the relation from further away: a limit before brackets, one end of a band, a list."""
    if "(" in window[-4:]:
        bracket = _HAAKJE.search(window)
        if bracket is not None:
            return _uitdrukkingen()[bracket[1].lower()]
    if "tussen" in window and _BOVENKANT.search(window):
        return "max"
    return _uit_lijst(text, start)


def _uit_lijst(text: str, start: int) -> Grens:
    """Return `min` in a list such as "De minimale percentages zijn: 15% ..., 65% ..."."""
    window = text[max(0, start - _LIJST_VENSTER) : start]
    intro, colon, items = window.rpartition(":")
    if not colon or _ZINSEINDE.search(items):
        return "gelijk"
    words = set(_ZINSEINDE.split(intro)[-1].lower().split())
    if words & woorden("relaties", "lijst_min"):
        return "min"
    return "max" if words & woorden("relaties", "lijst_max") else "gelijk"


@cache
def _uitdrukkingen() -> dict[str, Grens]:
    """Return every expression of relaties.yaml with the relation it names, comparisons with their verbs."""
    lists = woordenlijst("relaties")
    relaties: tuple[Grens, ...] = ("min", "max", "circa")
    expressions = {expression: relatie for relatie in relaties for expression in lists[relatie]}
    verbs = ["", *(f"{verb} " for verb in woorden("relaties", "vergelijkend_werkwoord"))]
    for relatie, words in lists["vergelijkend"].items():
        expressions |= {f"{word} {verb}dan": relatie for word in words.split() for verb in verbs}
    return expressions
