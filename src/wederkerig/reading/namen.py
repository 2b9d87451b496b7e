"""Names of organisations in text: one at a place, or a whole enumeration of them.

"de gemeente A, de corporaties B en C en hun huurdersorganisaties": each name gets the kind that the
noun before it, or a word in it, tells. The nouns are data (`partijen.yaml`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import get_args

import yaml

from wederkerig.model import PartijSoort

UPPER = "A-ZÀ-ÖØ-Þ"
_WORD = rf"(?:[{UPPER}]\.|[{UPPER}0-9'’][\w'’&+-]*|[a-z]{{2,}}\d\w*)"
_LINK = r"(?:van|de|den|der|het|'t|’t|op|aan|bij|in|te|ter|tot|voor|over|&)"
_NAME = rf"(?:(?:[Dd]e|[Hh]et)\s+)?{_WORD}(?:\s+(?:{_LINK}\s+){{0,2}}{_WORD})*"
_ALIAS = re.compile(
    r"\s*\(\s*(?:(?:hierna|verder|afgekort|kortweg|in dit stuk|in deze (?:afspraken|overeenkomst))"
    r"(?: ook)?(?: te noemen)?(?: als)?)?:?\s*"
    r"['‘’“\"]?(?P<kort>[^)'’”\"]{2,40}?)['’”\"]?\s*\)"
    r"|\s*,\s*hierna(?:\s+(?:samen|ook|te noemen|genoemd))*:?\s*['‘“\"](?P<kort2>[^'’”\"]{2,40})['’”\"]"
)
_SEPARATOR = re.compile(r"\s*(?:[,;]\s*en\b|,|;|/|\||\ben\b|\bmet\b(?=\s+(?:de\s+)?[A-Z]))\s*")
_DETERMINER = re.compile(
    r"(?:(?:de|het|hun|haar|beide|lokale|deelnemende|volgende|samenwerkende)\s+|De\s+(?=[Gg]emeente\s))*"
)


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")  # in the title of a document, not in a name
_PLAIN = re.compile(rf"(?:[{UPPER}0-9'’&+].*|{_LINK}|en)")
_DESCRIBES = re.compile(r"(?:woning|woon)?corporatie|zorgaanbieder|huurdersorganisatie")  # no part of a name
_ITEM_NAME = re.compile(
    rf"(?P<naam>(?:[{UPPER}'’]|gemeente )[^,;:(|]{{2,90}}?)"
    r"(?=\s*(?:[,;:(]|\.?\s*$|\s[–—-]\s"
    r"|\s(?:hierna|rechtsgeldig|vertegenwoordigd|te dezen|ten deze|gevestigd)\b))"
)


@dataclass(frozen=True, slots=True)
class FoundName:
    """A party as found in one place: where its name stands in the text, its kind and how it is called.

    plural: a noun for several parties stands before it; signed: the words on who signs, if beside it.
    """

    naam: str
    soort: PartijSoort | None
    kort: str
    first: int
    last: int
    plural: bool = False
    signed: str = ""


def enumerations(text: str) -> Iterator[list[FoundName]]:
    """Runs of names parted by commas and "en", such as "de gemeente A, de corporaties B en C"."""
    position = 0
    for match in re.finditer(r"\bgemeente\s+(?=[A-Z'’])", text, re.IGNORECASE):
        if match.start() < position:
            continue
        run, position = read_run(text, match.start())
        yield run


def read_run(text: str, position: int) -> tuple[list[FoundName], int]:
    """The enumeration of names at `position`, and where it ends."""
    run: list[FoundName] = []
    carried: PartijSoort | None = None
    while (party := read_name(text, position, carried)) is not None:
        run.append(party)
        carried = party.soort if party.plural or (carried and party.soort == carried) else None
        position = _after_alias(text, party.last)
        separator = _SEPARATOR.match(text, position)
        if separator is None:
            break
        position = after_determiner(text, separator.end())
    return run, position


def _after_alias(text: str, position: int) -> int:
    alias = _ALIAS.match(text, position)
    return alias.end() if alias else position


def read_name(text: str, position: int, carried: PartijSoort | None) -> FoundName | None:
    """One name, with the noun before it, at `position`."""
    noun = noun_at(text, position)
    article = re.compile(r"\b(?:de|het)\s+$").search(text, max(0, position - 4), position)
    start, soort, plural = position, carried, False
    if noun is not None:
        soort = noun[0]
        plural = noun[2]
    name = re.compile(_NAME).match(text, noun[1] if noun else position)
    if name is None:
        if noun is None or not text[position : position + 1].isupper():
            return None
        last = noun[1]
    else:
        last = _trim_name(text, name.end())
    if (
        plural or _DESCRIBES.fullmatch(text[position : noun[1]].strip() if noun else "")
    ) and name is not None:
        start = name.start()
    elif noun is None and article and carried is None:
        start = article.start()  # "de Alliantie": the article belongs to the name
    naam = text[start:last].rstrip(" .'’:")
    last = start + len(naam)
    alias = _ALIAS.match(text, last)
    kort = (alias["kort"] or alias["kort2"]) if alias else short_name(naam)
    if naam[:9] == "gemeente ":
        naam = "G" + naam[1:]
    return FoundName(naam, soort or _kind_of_name(naam), kort, start, last, plural)


def _trim_name(text: str, end: int) -> int:
    """Where a name ends: in "'t Gooi en Omstreken" and "Aa en Hunze" it goes on behind "en"."""
    more = re.compile(r"\s+en\s+(" + "|".join(_words()["naamvervolg"]) + r")\b").match(text, end)
    return more.end() if more else end


def noun_at(text: str, position: int = 0) -> tuple[PartijSoort, int, bool] | None:
    """The noun for a kind of party at `position`: the kind, where it ends, whether it is plural."""
    match = _nouns().match(text, position)
    if match is None:
        return None
    word = match.group().strip()
    plural = bool(re.search(r"(?:ies|en|s)$", word)) and not word.endswith("belangen")
    return kind_of_noun(word), match.end(), plural and word[:1].islower()


@cache
def _words() -> dict[str, dict[str, list[str]]]:
    data: dict[str, dict[str, list[str]]] = yaml.safe_load(
        resources.files(__package__).joinpath("partijen.yaml").read_text("utf-8")
    )
    return data


@cache
def _nouns() -> re.Pattern[str]:
    patterns = [pattern for kind in _words()["soorten"].values() for pattern in kind]
    joined = "|".join(f"(?:{pattern})" for pattern in patterns)
    return re.compile(
        rf"(?:(?:Algemene|Stichting|Vereniging|Coöperatie|Christelijke)\s+)*(?:{joined})\b\s*", re.IGNORECASE
    )


@cache
def kind_of_noun(word: str) -> PartijSoort:
    """The kind of party that a noun such as "huurdersvereniging" names; 'overig' when none."""
    for kind, patterns in _words()["soorten"].items():
        if any(re.search(rf"\b(?:{pattern})\b", word, re.IGNORECASE) for pattern in patterns):
            return next(known for known in get_args(PartijSoort) if known == kind)
    return "overig"


def _kind_of_name(naam: str) -> PartijSoort | None:
    kind = kind_of_noun(naam)
    if kind != "overig":
        return kind
    for known in get_args(PartijSoort):
        if any(part in naam.casefold() for part in _words()["naamdelen"].get(known, [])):
            return known  # type: ignore[no-any-return]
    return None


def short_name(naam: str) -> str:
    """Without "hierna te noemen": the gemeente by its noun, others by their name without the noun."""
    if naam.casefold().startswith("gemeente "):
        return "de gemeente"
    bare = re.sub(r"^(?:Stichting|Vereniging)\s+", "", _nouns().sub("", naam, count=1).strip())
    return bare or naam


def read_item_name(text: str) -> FoundName | None:
    """An item that opens with the name, and says nothing else before a comma, bracket or verb."""
    start = after_determiner(text)
    match = _ITEM_NAME.match(text, start)
    if match is None or len(match["naam"].split()) > 8:
        return None
    naam = match["naam"].rstrip(" .")
    noun = noun_at(naam)
    last = start + len(naam)
    alias = _ALIAS.match(text, last)
    kort = (alias["kort"] or alias["kort2"]) if alias else short_name(naam)
    if naam.startswith("gemeente "):
        naam = "G" + naam[1:]
    return FoundName(naam, noun[0] if noun else _kind_of_name(naam), kort, start, last)


def is_plain_name(naam: str) -> bool:
    """Whether the words can be a name and no more: "Stichting Goed Wonen", not "Goed Wonen bouwt huizen"."""
    words = naam.split()
    return not _YEAR.search(naam) and all(
        _PLAIN.fullmatch(word) or _nouns().fullmatch(word) for word in words
    )


def after_determiner(text: str, position: int = 0) -> int:
    """Where the words begin behind "de", "hun", "beide" and the like at `position`."""
    match = _DETERMINER.match(text, position)
    return match.end() if match else position
