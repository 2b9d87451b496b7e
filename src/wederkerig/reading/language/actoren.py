"""Who has to act: the subjects of an agreement's own sentences.

Parties are found by name, short name and the groups they belong to ("de corporaties", "Partijen"). A
mention acts where it is the subject of a main clause: at its beginning before the finite verb, right
behind that verb ("hanteert de gemeente"), or as the agent of a passive ("wordt door … opgepakt").
Where no clause names a party the sub-heading decides, and failing that every party acts.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from wederkerig.reading.language.deelnemers import Deelnemers, Mention, words
from wederkerig.reading.language.zinnen import find_zinnen

FROM_HEADING = "Geen zin noemt wie handelt; de partijen komen uit het kopje."
BY_DEFAULT = "Geen zin noemt wie handelt; aangenomen zijn alle partijen."

_JOIN = re.compile(
    r"\s*(?:\([^)]{0,40}\))?\s*(?:,\s*en|,|en/of|en|of|&|/|evenals|alsmede|als)\s+(?:ook\s+|tevens\s+)?(?:(?:de|het|hun|haar|beide)\s+)?",
)
_OPENING = re.compile(
    r"[\"'“‘(*\s]*(?:(?:de|het|alle|beide|ook|zowel|elke|iedere)\s+)?(?:(?:\d{1,3}|[a-z]{1,2})[.)]\s+){0,2}(?:(?:de|het)\s+)?",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:^|[\s(])(?:de|het|alle|beide|hun|haar|deze)\s*$", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"([\w'’-]+|[,;:(])\s*$")
_WORD_AFTER = re.compile(r"\s*(?:\([^)]{0,60}\)\s*)?([\w'’-]+|[,;:.)])")
_PASSIVE = re.compile(r"\b(?:word(?:t|en)|werd(?:en)?)\b", re.IGNORECASE)
_FULL_NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?: (?:& |van |de |der |voor )*[A-ZÀ-Þ][\w'’-]+)+(?![\w-])")
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
class Actoren:
    """Who acts: party names in the order of the parties, third parties, where they stand, and a doubt."""

    actoren: tuple[str, ...]
    derden: tuple[str, ...]
    mentions: tuple[Mention, ...]
    twijfel: str | None = None


def find_actoren(text: str, deelnemers: Deelnemers, rubriek: str | None = None) -> Actoren:
    """Who acts in `text` (the words of one agreement or step, a paragraph a line)."""
    acting, seconds = [], []
    mentions = deelnemers.find(text)
    starts = [mention.start for mention in mentions]
    for first, last in find_zinnen(text):
        inside = mentions[bisect_left(starts, first) : bisect_left(starts, last)]
        chains = _chains(text, inside, last)
        main, sub = _subjects(text, chains, first, last)
        if not main and (third := _organisation_by_name(text, first, last)):
            main = [third]
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


def _chains(text: str, mentions: Sequence[Mention], last: int) -> list[Mention]:
    """Mentions joined by commas and "en" become one; a name of an unknown organisation may join in."""
    chains: list[Mention] = []
    for mention in mentions:
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


def _organisation_by_name(text: str, first: int, last: int) -> Mention | None:
    """A name of two words or more that opens the sentence and acts: "Buurthulp Zuid bezoekt …"."""
    name = _FULL_NAME.match(text, first, last)
    if name is None or name.group().split()[0].lower() in _no_names():
        return None
    verb = _word_after(text, name.end(), last)
    if not _is_verb(verb) or verb.endswith("en") or verb in {"is", "was"}:
        return None
    return Mention(name.start(), name.end(), frozenset(), (name.group(),))


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
    near = max(first, start - 40)
    if article := _ARTICLE.search(text[near:start]):
        start = near + article.start()
    match = _WORD_BEFORE.search(text[near:start])
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


@cache
def _not_verbs() -> frozenset[str]:
    return frozenset(words()["geen_werkwoord"].split())


@cache
def _no_names() -> frozenset[str]:
    return _not_verbs() | frozenset(words()["geen_naam"].split())


@cache
def _auxiliaries() -> frozenset[str]:
    return frozenset(words()["hulpwerkwoorden"].split())
