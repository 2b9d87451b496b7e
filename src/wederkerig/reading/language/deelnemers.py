"""Mentions of the parties, and of third parties, in text.

Parties are recognised by name, short name, a word that only their name holds, and the groups they
belong to. One expression over the lower-cased text finds all; every alternative opens with a letter,
so that most places in a text are passed over at once.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from wederkerig.model import Partij


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names parties, or a third party."""

    start: int
    end: int
    partijen: frozenset[str]
    derden: tuple[str, ...] = ()
    plural: bool = False


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What a pattern stands for: parties, or a third party; groups are plural by their ending.

    each: the word counts only behind "elke" or "iedere".
    """

    partijen: frozenset[str] = frozenset()
    third: bool = False
    group: bool = False
    each: bool = False


class Deelnemers:
    """The parties of one document, ready to be recognised in its sentences."""

    def __init__(self, partijen: Sequence[Partij]) -> None:
        self._all = tuple(partij.naam for partij in partijen)
        patterns = [(_literal(alias), _Meaning(frozenset({naam}))) for alias, naam in _aliases(partijen)]
        patterns += _groups(partijen)
        patterns += [(pattern, _Meaning(third=True)) for pattern in words()["derden"]]
        self._regex, self._meanings = _compile(patterns)
        self._named_nouns = _noun_aliases(partijen)

    def find(self, text: str) -> list[Mention]:
        """All mentions in `text`, left to right."""
        lowered = text.lower()
        lowered = lowered if len(lowered) == len(text) else text
        found = (self._mention(text, match) for match in self._regex.finditer(lowered))
        mentions = [mention for mention in found if mention is not None]
        parties, ends = list(mentions), [mention.end for mention in mentions]
        for match in (_organisations() if _INSIDE.search(text) else _named_organisations()).finditer(text):
            start = _name_start(text, match.start())
            place = bisect_right(ends, start)  # the first party that ends behind it
            if place == len(ends) or parties[place].start >= match.end():
                name = text[start : match.end()]
                mentions.append(Mention(start, match.end(), frozenset(), (name,)))
        return sorted(mentions, key=lambda mention: mention.start)

    def _mention(self, text: str, match: re.Match[str]) -> Mention | None:
        meaning = self._meanings[(match.lastindex or 1) - 1]
        found = text[match.start() : match.end()]
        start = _with_words_before(text, match.start())
        if meaning.each and not re.match(r"(?:elke|iedere)\b", text[start : match.start()], re.IGNORECASE):
            return None
        if named := self._named_nouns.get(found):
            return Mention(start, match.end(), frozenset({named}))
        plural = (meaning.group or meaning.third) and found.endswith(("en", "s"))
        return Mention(start, match.end(), meaning.partijen, (found,) if meaning.third else (), plural)

    def order(self, names: Iterable[str]) -> tuple[str, ...]:
        """Names in the order of the parties."""
        chosen = set(names)
        return tuple(naam for naam in self._all if naam in chosen)

    @property
    def all(self) -> tuple[str, ...]:
        """The names of all parties."""
        return self._all


@cache
def words() -> dict[str, Any]:
    """The word lists of `actoren.yaml`."""
    data: dict[str, Any] = yaml.safe_load(
        resources.files(__package__).joinpath("actoren.yaml").read_text("utf-8")
    )
    return data


@cache
def _words_before() -> frozenset[str]:
    return frozenset(words()["ervoor"].split())


def _with_words_before(text: str, start: int) -> int:
    """Where a mention begins, the articles and adjectives before it taken along."""
    while start > 1 and text[start - 1] == " ":
        first = text.rfind(" ", 0, start - 1) + 1
        word = text[first : start - 1].rpartition("\n")[2].lower().lstrip("(\"'‘“")
        if word not in _words_before():
            break
        start = start - 1 - len(word)
    return start


_INSIDE = re.compile(r"[A-Z][a-z](?<=[a-z][A-Z][a-z])")  # a capital inside a word


@cache
def _named_organisations() -> re.Pattern[str]:
    """Words such as Welzijn or Zorg with what follows, parted by first letter so that it runs fast."""
    by_initial: dict[str, list[str]] = {}
    for name in words()["naamwoorden"].split():
        by_initial.setdefault(name[0], []).append(name[1:])
    names = "|".join(
        rf"{initial}(?<![\w-]{initial})(?:{'|'.join(rests)})" for initial, rests in by_initial.items()
    )
    return re.compile(rf"(?:{names})(?: [A-ZÀ-Þ][\w'’-]+)?(?![\w-])")


@cache
def _organisations() -> re.Pattern[str]:
    """The same, and words with a capital inside."""
    names = "|".join(words()["naamwoorden"].split())
    return re.compile(
        rf"\b(?<!-)(?:(?:{names})(?: [A-ZÀ-Þ][\w'’-]+)?|[A-Za-z][a-z]{{2,}}[A-Z][a-z]\w+)(?![\w-])"
    )


def _name_start(text: str, start: int) -> int:
    """Where a name begins: words with a capital right before it belong to it."""
    before = re.search(r"(?:(?<![\w-])[A-ZÀ-Þ][\w'’-]+ )+$", text[max(0, start - 60) : start])
    return start - len(before.group()) if before else start


def _groups(partijen: Sequence[Partij]) -> list[tuple[str, _Meaning]]:
    found = []
    for group, patterns in words()["groepen"].items():
        everyone = group in {"alle", "elk"}
        members = frozenset(partij.naam for partij in partijen if everyone or group == partij.soort)
        if members or group != "zorgaanbieder":
            found += [
                (pattern, _Meaning(members, group=group != "gemeente", each=group == "elk"))
                for pattern in patterns
            ]
    return found


def _compile(patterns: Sequence[tuple[str, _Meaning]]) -> tuple[re.Pattern[str], list[_Meaning]]:
    """One expression with a group for every alternative, parted by first letter so that it runs fast."""
    by_initial: dict[str, list[tuple[str, _Meaning]]] = {}
    for pattern, meaning in patterns:
        for option in _options(re.sub(r"\((?!\?)", "(?:", pattern)):
            initial = option[0] if option[0].isalnum() else ""
            by_initial.setdefault(initial, []).append((option[len(initial) :], meaning))
    branches, meanings = [], []
    for initial, options in by_initial.items():
        branches.append(initial + "(?:" + "|".join(f"({rest})" for rest, _ in options) + ")")
        meanings += [meaning for _, meaning in options]
    return re.compile(rf"\b(?<!-)(?:{'|'.join(branches)})(?![\w-])"), meanings


def _options(pattern: str) -> list[str]:
    """The alternatives of a pattern, those inside brackets left alone."""
    options, depth = [""], 0
    for letter in pattern:
        depth += (letter == "(") - (letter == ")")
        if letter == "|" and depth == 0:
            options.append("")
        else:
            options[-1] += letter
    return options


def _literal(alias: str) -> str:
    escaped = re.escape(alias).replace("'", "['’]").replace(r"\ ", " ")
    for sign in "(|)":  # bars and brackets are taken apart in `_compile`, so that those of a name hide
        escaped = escaped.replace("\\" + sign, f"\\x{ord(sign):02x}")
    return escaped


def _aliases(partijen: Sequence[Partij]) -> list[tuple[str, str]]:
    """All ways in which each party may be called; a word that two parties share calls neither."""
    pairs: dict[str, str] = {}
    towns = [partij.naam.split(" ", 1)[-1] for partij in partijen if partij.soort == "gemeente"]
    # "Huis & Haard" is the corporatie Huis & Haard Testdam before it is the Bewonersplatform Huis & Haard
    first = sorted(partijen, key=lambda partij: partij.soort not in {"gemeente", "corporatie"})
    named = [(partij, alias) for partij in first for alias in (partij.naam, partij.kort)]
    short = [(partij, _without_noun(partij.naam)) for partij in first]
    local = [(p, p.naam.removesuffix(f" {town}")) for p in first if p.soort == "corporatie" for town in towns]
    for partij, alias in (*named, *local, *short):
        bare = re.sub(r"^(?:de|het) ", "", alias)
        if len(bare) > 2 or (len(bare) == 2 and bare.isupper()):
            pairs.setdefault(bare.lower(), partij.naam)
    words: dict[str, set[str]] = {}
    for partij in partijen:
        for word in partij.naam.split():
            if partij.soort != "gemeente" and len(word) > 4 and word[0].isupper():
                words.setdefault(word.lower(), set()).add(partij.naam)
    places = {
        word.casefold() for partij in partijen if partij.soort == "gemeente" for word in partij.naam.split()
    }
    for word, names in words.items():
        if len(names) == 1 and word not in places and word not in _COMMON and not _is_group_word(word):
            pairs.setdefault(word, next(iter(names)))
    return sorted(pairs.items(), key=lambda pair: -len(pair[0]))


def _noun_aliases(partijen: Sequence[Partij]) -> dict[str, str]:
    """A noun that is a name: "het Huurdersplatform" is the one party with that word in its name."""
    found: dict[str, list[str]] = {}
    for partij in partijen:
        for word in partij.naam.split():
            if word[0].isupper() and _is_group_word(word) and partij.soort != "gemeente":
                found.setdefault(word, []).append(partij.naam)
    return {word: names[0] for word, names in found.items() if len(names) == 1 and len(partijen) > 1}


_COMMON = frozenset(
    "stichting vereniging wonen woning woningstichting woonstichting algemene belangen".split()
)


def _is_group_word(word: str) -> bool:
    return any(
        re.fullmatch(pattern, word.lower())
        for patterns in words()["groepen"].values()
        for pattern in patterns
    )


def _without_noun(naam: str) -> str:
    return (
        re.sub(
            r"^(?:stichting|gemeente|woningstichting|woonstichting|huurders\w+|bewoners\w+"
            r"|algemene huurdersvereniging|vereniging|zorg\w+)\s+",
            "",
            naam,
            flags=re.IGNORECASE,
        )
        if not naam.casefold().startswith("gemeente")
        else naam
    )
