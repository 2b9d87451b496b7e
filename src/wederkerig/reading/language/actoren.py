"""Who has to act: the subjects of an agreement's own sentences.

Parties are found by name, short name and the groups they belong to ("de corporaties", "Partijen"). A
mention acts where it is the subject of a main clause: at its beginning before the finite verb, right
behind that verb ("hanteert de gemeente"), or as the agent of a passive ("wordt door … opgepakt").
Where no clause names a party the sub-heading decides, and failing that every party acts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from wederkerig.model import Partij
from wederkerig.reading.language.zinnen import find_zinnen

FROM_HEADING = "Geen zin noemt wie handelt; de partijen komen uit het kopje."
BY_DEFAULT = "Geen zin noemt wie handelt; aangenomen zijn alle partijen."

_JOIN = re.compile(
    r"\s*(?:\([^)]{0,40}\))?\s*(?:,\s*en|,|en/of|en|of|&|/|evenals|alsmede)\s+(?:ook\s+|tevens\s+)?(?:(?:de|het|hun|haar|beide)\s+)?",
)
_OPENING = re.compile(
    r"[\"'“‘(*\s]*(?:(?:de|het|alle|beide|ook|zowel|elke|iedere)\s+)?(?:[a-z]{1,2}[.)]\s+)?(?:(?:de|het)\s+)?",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:^|[\s(])(?:de|het|alle|beide|hun|haar|deze)\s*$", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"([\w'’-]+|[,;:(])\s*$")
_WORD_AFTER = re.compile(r"\s*(?:\([^)]{0,60}\)\s*)?([\w'’-]+|[,;:.)])")
_PASSIVE = re.compile(r"\b(?:word(?:t|en)|werd(?:en)?)\b", re.IGNORECASE)
_BECOMES = frozenset({"wordt", "worden", "werd", "werden"})
_CLAUSE = frozenset(", ; en maar terwijl waarna : want".split())
_SUBORDINATE = frozenset("dat waarbij zodat waarin waarop waarmee waarvoor waardoor hoe waartoe".split())
_WE = re.compile(r"\b(?:we|wij)\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"\d[\d.]*|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|\w+(?:tien|tig|honderd|duizend)",
    re.IGNORECASE,
)
_WE_ACT = re.compile(r"(?:^|[.;:!?]\s+)(?:We|Wij)\b|\b\w{3,}en\s+(?:we|wij)\b", re.MULTILINE)
_NAME = re.compile(r"(?:[A-ZÀ-Þ][\w'’-]*|des|van|de|der)(?:\s+(?:des|van|de|der|[A-ZÀ-Þ][\w'’-]*))*")


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names parties, or a third party."""

    start: int
    end: int
    partijen: frozenset[str]
    derden: tuple[str, ...] = ()
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Actoren:
    """Who acts: party names in the order of the parties, third parties, where they stand, and a doubt."""

    actoren: tuple[str, ...]
    derden: tuple[str, ...]
    mentions: tuple[Mention, ...]
    twijfel: str | None = None


class Deelnemers:
    """The parties of one document, ready to be recognised in its sentences."""

    def __init__(self, partijen: Sequence[Partij]) -> None:
        self._all = tuple(partij.naam for partij in partijen)
        self._patterns: list[tuple[str, frozenset[str], str | None, bool]] = []
        for alias, naam in _aliases(partijen):
            self._patterns.append((_flexible(alias), frozenset({naam}), None, False))
        self._add_groups(partijen)
        names = "|".join(_data()["naamwoorden"])
        organisation = rf"(?-i:(?:[A-ZÀ-Þ][\w'’-]+\s+)+(?:{names})|[A-Za-z][a-z]{{2,}}[A-Z][a-z]\w+)"
        for pattern in (*_data()["derden"], organisation):
            self._patterns.append((pattern, frozenset(), "derde", False))
        self._named_nouns = _noun_aliases(partijen)
        ordered = sorted(range(len(self._patterns)), key=lambda index: -_weight(self._patterns[index]))
        joined = "|".join(f"(?P<p{index}>{self._patterns[index][0]})" for index in ordered)
        self._regex = re.compile(rf"(?<![\w-])(?:{joined})(?![\w-])", re.IGNORECASE)

    def _add_groups(self, partijen: Sequence[Partij]) -> None:
        for group, patterns in _data()["groepen"].items():
            members = frozenset(p.naam for p in partijen if group in {"alle", p.soort})
            if not members and group == "zorgaanbieder":
                continue
            for pattern in patterns:
                self._patterns.append((pattern, members, None, group != "gemeente"))

    def find(self, text: str) -> list[Mention]:
        """All mentions in `text`, left to right."""
        mentions = []
        for match in self._regex.finditer(text):
            pattern = self._patterns[int((match.lastgroup or "p0")[1:])] if match.lastgroup else None
            index = next(int(name[1:]) for name, value in match.groupdict().items() if value is not None)
            pattern = self._patterns[index]
            words = match.group()
            plural = (pattern[3] and bool(re.search(r"(?:en|s)$", words))) or (
                pattern[2] is not None and bool(re.search(r"(?:en|s)$", words))
            )
            if named := self._named_nouns.get(words.split()[-1]):
                pattern, plural = ("", frozenset({named}), None, False), False
            third = (
                (re.sub(r"^(?:(?:de|het|beoogde|nieuwe)\s+)+", "", words, flags=re.IGNORECASE),)
                if pattern[2]
                else ()
            )
            mentions.append(Mention(match.start(), match.end(), pattern[1], third, plural))
        return mentions

    def order(self, names: Iterable[str]) -> tuple[str, ...]:
        """Names in the order of the parties."""
        chosen = set(names)
        return tuple(naam for naam in self._all if naam in chosen)

    @property
    def all(self) -> tuple[str, ...]:
        """The names of all parties."""
        return self._all


def find_actoren(text: str, deelnemers: Deelnemers, rubriek: str | None = None) -> Actoren:
    """Who acts in `text` (the words of one agreement or step, a paragraph a line)."""
    acting, seconds = [], []
    for first, last in find_zinnen(text):
        chains = _chains(text, list(deelnemers.find(text[first:last])), first, last)
        main, sub = _subjects(text, chains, first, last)
        acting += main
        seconds += sub
    parties = {naam for mention in acting for naam in mention.partijen}
    if not parties and seconds and not _WE_ACT.search(text):
        acting += seconds
        parties = {naam for mention in seconds for naam in mention.partijen}
    derden = tuple({name.casefold(): name for mention in acting for name in mention.derden}.values())
    if parties:
        return Actoren(deelnemers.order(parties), derden, tuple(acting))
    named = {naam for mention in deelnemers.find(rubriek or "") for naam in mention.partijen}
    if named:
        return Actoren(deelnemers.order(named), derden, tuple(acting), FROM_HEADING)
    return Actoren(deelnemers.all, derden, tuple(acting), None if _WE.search(text) else BY_DEFAULT)


# --- from mentions to subjects -------------------------------------------------------------------


def _chains(text: str, mentions: Sequence[Mention], first: int, last: int) -> list[Mention]:
    """Mentions joined by commas and "en" become one; a name of an unknown organisation may join in."""
    chains: list[Mention] = []
    for found in mentions:
        mention = Mention(found.start + first, found.end + first, found.partijen, found.derden, found.plural)
        before = chains[-1] if chains else None
        if before is not None and _JOIN.fullmatch(text[before.end : mention.start]):
            chains[-1] = _merge(before, mention)
        elif before is not None and (name := _joined_name(text, before.end, mention.start)):
            chains[-1] = _merge(
                Mention(before.start, before.end, before.partijen, (*before.derden, name), plural=True),
                mention,
            )
        else:
            chains.append(mention)
    return [_with_trailing_name(text, chain, last) for chain in chains]


def _merge(one: Mention, other: Mention) -> Mention:
    return Mention(
        one.start, other.end, one.partijen | other.partijen, (*one.derden, *other.derden), plural=True
    )


def _joined_name(text: str, start: int, end: int) -> str | None:
    """The unknown name in ", Attenta en " between two mentions."""
    join = _JOIN.match(text, start, end)
    name = _NAME.match(text, join.end(), end) if join else None
    return name.group().strip() if name and _JOIN.fullmatch(text, name.end(), end) else None


def _with_trailing_name(text: str, chain: Mention, last: int) -> Mention:
    """An organisation by name joins in at the end: "De gemeente en Buurthulp Zuid werken"."""
    join = _JOIN.match(text, chain.end, last)
    name = _NAME.match(text, join.end(), last) if join else None
    if name is None:
        return chain
    agent = re.search(r"\bdoor\s+(?:de\s+)?$", text[max(0, chain.start - 9) : chain.start])
    if not agent and not _is_verb(_word_after(text, name.end(), last)):
        return chain
    if len(name.group()) < 3 or not name.group()[0].isupper():
        return chain
    return Mention(
        chain.start, name.end(), chain.partijen, (*chain.derden, name.group().strip()), plural=True
    )


def _subjects(
    text: str, chains: Sequence[Mention], first: int, last: int
) -> tuple[list[Mention], list[Mention]]:
    """The chains that are subjects of main clauses, and those of subordinate clauses and loose agents."""
    main: list[Mention] = []
    seconds: list[Mention] = []
    opened = False
    passive = bool(_PASSIVE.search(text, first, last))
    for chain in chains:
        before = _word_before(text, chain, first)
        after = _word_after(text, chain.end, last)
        opens = bool(_OPENING.fullmatch(text, first, chain.start))
        follows_verb = not opened and _is_verb(before) and _agrees(before, chain)
        if opens:
            if after.lower() not in _BECOMES and after not in {"van", ""}:
                main.append(chain)
        elif before.lower() == "door":
            (main if passive else seconds).append(chain)
        elif follows_verb:
            if before.lower() not in _BECOMES or not _is_participle_clause(text, chain, last):
                main.append(chain)
        elif _opens_clause(before, after, chain, main):
            main.append(chain)
        elif before.lower() in _SUBORDINATE:
            seconds.append(chain)
        opened = opened or opens or follows_verb
    return main, seconds


def _opens_clause(before: str, after: str, chain: Mention, main: Sequence[Mention]) -> bool:
    """A next main clause, also one without its verb: "X doet tien woningen, Y zes woningen"."""
    if before in _CLAUSE and _is_verb(after) and after.lower() not in _BECOMES:
        return _agrees(after, chain)
    return bool(main) and before in {",", "en"} and bool(_NUMBER.fullmatch(after))


def _is_participle_clause(text: str, chain: Mention, last: int) -> bool:
    """Told by a participle: "worden de huurdersorganisaties betrokken": a passive without a named agent."""
    return bool(
        re.search(
            r"\b(?:ge\w+(?:d|t|en)|be\w+(?:d|t|en)|ver\w+(?:d|t|en)|\w+ge\w+(?:d|t|en))\b",
            text[chain.end : last],
        )
    )


def _word_before(text: str, chain: Mention, first: int) -> str:
    start = chain.start
    if article := _ARTICLE.search(text[first:start]):
        start = first + article.start()
    match = _WORD_BEFORE.search(text[first:start])
    return match[1] if match else ""


def _word_after(text: str, position: int, last: int) -> str:
    match = _WORD_AFTER.match(text, position, last)
    return match[1] if match else ""


def _is_verb(word: str) -> bool:
    """Whether a word can be a finite verb, by its ending; nouns and prepositions like it are data."""
    if word in _auxiliaries():
        return True
    return word.islower() and len(word) > 3 and word.endswith(("t", "en")) and word not in _not_verbs()


def _agrees(verb: str, chain: Mention) -> bool:
    """Plural verbs go with plural subjects."""
    if verb in {"is", "heeft", "zal", "kan", "mag", "moet", "wil", "gaat", "doet", "was"} or verb.endswith(
        "t"
    ):
        return not chain.plural
    return chain.plural


# --- the words -----------------------------------------------------------------------------------


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(
        resources.files(__package__).joinpath("actoren.yaml").read_text("utf-8")
    )
    return data


@cache
def _not_verbs() -> frozenset[str]:
    return frozenset(_data()["geen_werkwoord"].split())


@cache
def _auxiliaries() -> frozenset[str]:
    return frozenset(_data()["hulpwerkwoorden"].split())


def _aliases(partijen: Sequence[Partij]) -> list[tuple[str, str]]:
    """All ways in which each party may be called; a word that two parties share calls neither."""
    pairs: dict[str, str] = {}
    for partij in partijen:
        for alias in (partij.naam, partij.kort, _without_noun(partij.naam)):
            if len(alias) > 2:
                pairs.setdefault(alias.casefold(), partij.naam)
    words: dict[str, set[str]] = {}
    for partij in partijen:
        for word in partij.naam.split():
            if partij.soort != "gemeente" and len(word) > 4 and word[0].isupper():
                words.setdefault(word.casefold(), set()).add(partij.naam)
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
        re.fullmatch(pattern, word, re.IGNORECASE)
        for patterns in _data()["groepen"].values()
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


def _flexible(alias: str) -> str:
    escaped = re.escape(alias).replace(r"\ ", r"\s+").replace("'", "['’]")
    article = "" if alias.startswith(("de ", "het ")) else r"(?:de\s+)?"
    return article + escaped


def _weight(pattern: tuple[str, frozenset[str], str | None, bool]) -> int:
    """Names come before groups, long names before short ones."""
    return len(pattern[0]) + (1000 if len(pattern[1]) == 1 and not pattern[3] else 0)
