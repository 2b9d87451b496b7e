"""Find references to other agreements: `zie afspraak 36`, `de afspraken 3 t/m 5`, `op grond van 5.3`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from wederkerig.reading.language.gevonden import VerwijzingGevonden

_NUMMER = r"[A-Z]?\.?\d{1,3}(?:\.\d{1,3})*(?![\d%])"
_MET_LETTER = rf"{_NUMMER}(?:\s?[a-e]\b)?"
_LIJST = re.compile(  # without its first letter, because a search for fixed letters is fast
    rf"fspra(?:ak|ken)(?:\s+(?:nr\.?|nummers?|met nummers?))?\s+(?=[A-Z]?\.?\d)"
    rf"({_MET_LETTER}(?:\s?(?:,|en|of|t/m|tot\sen\smet|-|–)\s?(?:afspraak\s+)?{_MET_LETTER})*)"
)
_NIET_ERNA = r"(?![\w%]|[.,-]\d|\s*(?:%|procent|euro|miljoen|m2|m²))"
_KAAL = (  # apart, because a search for one kind of first letter is fast
    re.compile(rf"[0-9][0-9]?(?:\.[0-9]{{1,2}}){{1,3}}{_NIET_ERNA}"),
    re.compile(rf"[A-Z]\.?[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{0,3}}{_NIET_ERNA}"),
)
_VERWIJST = re.compile(
    r"\b(?:op\sgrond\svan|conform|zie(?:\sook)?(?:\sonder)?|volgens|(?:be|ge)(?:doeld|noemd)\s(?:in|onder|bij)"
    r"|onder|af\svan|in\safwijking\svan)\s+\Z",
    re.IGNORECASE,
)
_VOORZETSEL = re.compile(r"\b(?:in|bij|van|uit|met|naar|op)\s+\Z", re.IGNORECASE)
_DIEP = re.compile(r"\d+\.\d+\.\d+")
_DEEL = re.compile(rf"(?P<reeks>t/m|tot\sen\smet|-|–)?\s?(?P<nummer>{_NUMMER})")
_KOP = re.compile(r"\s*[:–—-]")  # "Afspraak 7:" at the start of a line numbers the agreement itself
_REGELBEGIN = re.compile(r"(?:\A|\n)[\s*#]*[aA]\Z")
_CIJFER = re.compile(r"[0-9]")
_INSPRONG = 9
_LANGSTE_REEKS = 50


def find_verwijzingen(text: str) -> list[VerwijzingGevonden]:
    """Return the agreements that `text` refers to by number; a series counts as each of its members."""
    gevonden = [found for match in _lijsten(text) for found in _nummers(match)]
    for before, match in _kale_nummers(text):
        gevonden.append(VerwijzingGevonden(match.start() - len(before[0]), match.end(), match[0]))
    return sorted(gevonden, key=lambda found: found.start)


def find_nummers_in_verwijzingen(text: str) -> list[tuple[int, int, str]]:
    """Return each number printed in a reference with the span of just that number.

    A series has its two ends ("3 t/m 5" gives 3 and 5); the letter of a part ("12a") stays outside.
    """
    if not _CIJFER.search(text):
        return []
    gevonden = {
        (match.start(1) + deel.start("nummer"), match.start(1) + deel.end("nummer"), deel["nummer"])
        for match in _lijsten(text)
        for deel in _DEEL.finditer(match[1])
    }
    gevonden |= {(match.start(), match.end(), match[0]) for _, match in _kale_nummers(text)}
    return sorted(gevonden)


def _lijsten(text: str) -> Iterator[re.Match[str]]:
    """The words "afspraak" or "afspraken" with the numbers behind them."""
    if "fspra" in text:
        for match in _LIJST.finditer(text):
            if not (_KOP.match(text, match.end()) and _aan_regelbegin(text, match.start())):
                yield match


def _kale_nummers(text: str) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """The numbers that only the words before them make a reference, with those words."""
    for match in chain.from_iterable(pattern.finditer(text) for pattern in _KAAL):
        before = _verwijst(text, match)
        if before is not None:
            yield before, match


def _verwijst(text: str, match: re.Match[str]) -> re.Match[str] | None:
    """Return the words that make a bare number a reference; three levels are one behind any preposition."""
    before = text[max(0, match.start() - 24) : match.start()]
    return _VERWIJST.search(before) or (_VOORZETSEL.search(before) if _DIEP.fullmatch(match[0]) else None)


def _aan_regelbegin(text: str, pos: int) -> bool:
    """Return whether only markup stands before the word whose second letter is at `pos`."""
    return bool(_REGELBEGIN.search(text[max(0, pos - _INSPRONG) : pos]))


def _nummers(match: re.Match[str]) -> list[VerwijzingGevonden]:
    """Write a list such as `3 t/m 5 en 8` out."""
    nummers: list[str] = []
    for deel in _DEEL.finditer(match[1]):
        nummer = deel["nummer"]
        if deel["reeks"] and nummers and nummer.isdigit() and nummers[-1].isdigit():
            first, last = int(nummers[-1]), int(nummer)
            nummers += [str(between) for between in range(first + 1, min(last, first + _LANGSTE_REEKS))]
        nummers.append(nummer)
    return [VerwijzingGevonden(max(0, match.start() - 1), match.end(), nummer) for nummer in nummers]
