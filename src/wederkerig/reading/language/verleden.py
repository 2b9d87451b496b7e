"""Tell what happened from what has to happen: a time in a sentence about the past is no deadline."""

from __future__ import annotations

import re

from wederkerig.reading.language.woordenlijst import woorden

_ZIN = 180
_ZINSEINDE = re.compile(r"[.!?;•](?:\s|$)|\n")
_WOORD = re.compile(r"[^\W\d_]+")
_VOLTOOID = re.compile(
    r"\b(?:(?:\w{2,5})?ge[^\W\d_]{2,}(?:d|t|en)|(?:ver|be|ont|her)[^\W\d_]{3,}(?:d|t))\b", re.IGNORECASE
)
_BIJVOEGLIJK = re.compile(
    r"\s+((?:\w{2,5})?ge[^\W\d_]{2,}[dt]e|(?:ver|be|ont|her)[^\W\d_]{3,}[dt]e)\b", re.IGNORECASE
)
_LIDWOORD = frozenset("de het een deze die".split())
_GRENZEN = frozenset(("uiterlijk", "tot", "voor"))
_ONDERWERP = 5


def is_verleden(text: str, begin: int, end: int, soorten: frozenset[str]) -> bool:
    """Return whether the sentence around `text[begin:end]` tells what already happened.

    An expression with `uiterlijk`, `tot` or `voor` sets a limit and is never past, whatever its verb.
    """
    if soorten & _GRENZEN:
        return False
    before, after = _zin(text, begin, end)
    words_before, words_after = _woorden(before), _woorden(after)
    if words_before and words_before[-1] in _LIDWOORD and (found := _BIJVOEGLIJK.match(after)):
        return found[1].lower() not in woorden("tijd", "vooruit")
    gebeurd = woorden("tijd", "deelwoord_verleden")
    toekomst = bool(woorden("tijd", "toekomst").intersection(words_before + words_after))
    if not toekomst and (
        (words_before and words_before[-1] in gebeurd) or (words_after and words_after[0] in gebeurd)
    ):
        return True
    return _met_hulpwerkwoord(words_before, words_after, after)


def _met_hulpwerkwoord(words_before: list[str], words_after: list[str], after: str) -> bool:
    """Judge by the auxiliary next to the expression: `werd`, `heeft ... ontwikkeld`, `is ... gestart`."""
    near = [*words_before[-_ONDERWERP:], *words_after[:1]]
    if "om" in words_before[-_ONDERWERP:]:
        return False
    if woorden("tijd", "hulp_verleden").intersection(near):
        return True
    if woorden("tijd", "hulp_voltooid").intersection(near):
        return bool(_VOLTOOID.search(after))
    aux = {*words_before[-2:], *words_after[:1]}
    if woorden("tijd", "hulp_zijn") & aux:
        return bool(woorden("tijd", "deelwoord_verleden").intersection(words_after))
    return False


def _zin(text: str, begin: int, end: int) -> tuple[str, str]:
    """Return the parts of the sentence before and after the expression."""
    before = text[max(0, begin - _ZIN) : begin]
    after = text[end : end + _ZIN]
    stop = _ZINSEINDE.search(after)
    return _ZINSEINDE.split(before)[-1], after[: stop.start()] if stop else after


def _woorden(part: str) -> list[str]:
    return [word.lower() for word in _WOORD.findall(part)]
