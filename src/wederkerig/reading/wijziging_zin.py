"""Sentences in which a year plan says all at once what it does, such as "In afspraak 2 vervalt de zin …".

The words are data (`etiketten.yaml`, under `zinnen`); here they are only matched, against a whole paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Any

import yaml

_NUMBER = re.compile(r"[A-Z]?\d{1,3}[a-z]?(?:\.\d{1,3}[a-z]?)*", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:t/m|tot en met|-|–)\s*", re.IGNORECASE)
_NAMES = re.compile(
    r"(?:(?!huidige |nieuwe )[\w’'-]+[ ,]+){0,5}afspra(?:ak|ken)\s+[A-Z]?\d"
    r"|(?:in|aan|bij|uit) (?:de )?(?:proces|doel)",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"\b(?:vervalt|vervallen|vervangen|geschrapt|schrappen|verwijderd|toegevoegd|gewijzigd|ingevoegd"
    r"|aangevuld|ingetrokken|vernummerd|luidt|te luiden)\b",
    re.IGNORECASE,
)
_LONGEST = 4000
_SUBJECTS = ("afspra", "doel", "proces", "werkwijze")
_BARE = ("vervalt", "vervallen", "ingetrokken", "geschrapt")
_SOONER = 200
"""A sentence that amends says so within so many characters."""


@dataclass(frozen=True, slots=True)
class Zin:
    """What a sentence does (`soort`), to which agreements, and which groups of `match` hold the words.

    rang: the sentence it names but does not quote ("tweede zin"); reden: why it does so.
    """

    soort: str
    nummers: tuple[str, ...]
    match: re.Match[str]
    rang: str | None
    reden: str | None

    def said(self, *groups: str) -> str | None:
        """The first of these groups that holds words."""
        told = self.match.groupdict()
        return next((told[group] for group in groups if told.get(group)), None)

    def span(self, *groups: str) -> tuple[int, int] | None:
        """Where in the paragraph the first of these groups stands that holds words."""
        told = self.match.groupdict()
        return next((self.match.span(group) for group in groups if told.get(group)), None)


def find_zin(text: str) -> Zin | None:
    """What a paragraph amends, where it is a sentence that says so in a known form."""
    if not _worth_trying(text):
        return None
    for soort, pattern in _patterns():
        if match := pattern.fullmatch(text):
            told = match.groupdict()
            reden = (told.get("reden") or told.get("noot") or "").strip(" .") or None
            numbers = _numbers(told.get("nummers") or told.get("nummer") or "")
            return Zin(soort, numbers, match, told.get("rang"), reden)
    return None


def seems_zin(text: str) -> bool:
    """Whether a paragraph seems to amend an agreement that it names, in whatever words."""
    return bool(_NAMES.match(text) and _DOES.search(text[:_SOONER]))


def next_number(number: str) -> str:
    """The number that follows: "4" becomes "5", and "2.1.3" "2.1.4"."""
    *before, last = re.split(r"(\d+)", number.rstrip("abcdefghijklmnopqrstuvwxyz"))[:-1]
    return "".join((*before, str(int(last) + 1)))


def _worth_trying(text: str) -> bool:
    """Most paragraphs hold none of the words that such a sentence needs; trying these is slow."""
    if len(text) >= _LONGEST:
        return False
    low = text.lower()
    named = any(word in low for word in _SUBJECTS) or low.startswith(_BARE)
    return named and bool(_opens().match(text))


def _numbers(words: str) -> tuple[str, ...]:
    """All numbers of "2, 3 en 5" or "2 t/m 4"."""
    found: list[str] = []
    matches = list(_NUMBER.finditer(words))
    for before, match in pairwise([None, *matches]):
        last = match.group() if match else ""
        first = before.group() if before else ""
        between = words[before.end() : match.start()] if before and match else ""
        if _RANGE.fullmatch(between) and first.isdigit() and last.isdigit():
            found += [str(each) for each in range(int(first) + 1, min(int(last), int(first) + 99))]
        found.append(last)
    return tuple(found)


@cache
def _opens() -> re.Pattern[str]:
    return re.compile(str(_data()["zin_begint"]), re.IGNORECASE)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    data = _data()
    found = []
    for soort, patterns in data["zinnen"].items():
        for pattern in patterns:
            filled = pattern
            for name, words in data["bouwstenen"].items():
                filled = filled.replace(f"{{{name}}}", words)
            found.append((soort, re.compile(filled, re.IGNORECASE | re.DOTALL)))
    return tuple(found)


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(
        resources.files(__package__).joinpath("etiketten.yaml").read_text("utf-8")
    )
    return data
