"""Whose dwellings, lettings or money a quantity is about, and who can supply the figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wederkerig.model import Partij, PartijSoort, Stuk
from wederkerig.monitoring.indicatoren import Indicator
from wederkerig.monitoring.normen.omgeving import Omgeving
from wederkerig.monitoring.normen.teksten import Tekst
from wederkerig.monitoring.normen.woordenlijst import woordenlijst
from wederkerig.reading.dates import MONTHS

UIT_EERDER = "Welke partij dit is, komt uit een eerdere zin."
WERKGEBIED = "Dit geldt voor het hele werkgebied, dus voor meer dan deze gemeente."
_GROUPS: dict[PartijSoort, str] = {
    "gemeente": r"gemeente(?!n\b)",
    "corporatie": r"(?:woning)?corporaties?|toegelaten instellingen",
    "huurdersorganisatie": r"huurders(?:belangen)?(?:organisaties?|vereniging(?:en)?)",
}
_ALL = re.compile(r"\b(?:partijen|wij|we|gezamenlijk)\b", re.IGNORECASE)
_JOIN = re.compile(
    r"(?:\s*\([^()]{0,20}\))?\s*(?:,|en|&|,\s*en|samen met)?\s*(?:de\s+|het\s+)?", re.IGNORECASE
)
_LOCATION = re.compile(r"\b(?:in|binnen)\s+(?:de\s+)?$", re.IGNORECASE)
_OWNER = re.compile(r"\b(?:bezit|eigendom|door|bij|van)\b(?:\s+van)?\s+(?:de\s+)?$", re.IGNORECASE)
_AREA = re.compile(r"\b(?:te|in|voor)\s+(?P<naam>[A-Z][a-zà-ÿ'’-]+(?:[- ](?:[A-Z][a-zà-ÿ'’-]+|aan|de|en))*)")
_OWNER_REACH = 45
_AREA_REACH = 70


@dataclass(frozen=True, slots=True)
class Wie:
    """The parties a quantity is about as `Partij.naam`, whether a sentence before named them."""

    partijen: tuple[str, ...]
    twijfel: str | None = None


@dataclass(frozen=True, slots=True)
class _Naam:
    start: int
    end: int
    partijen: tuple[str, ...]


class Partijwijzer:
    """Finds the parties of a document in its sentences."""

    def __init__(self, stuk: Stuk) -> None:
        self._partijen = stuk.partijen
        self._soort = {partij.naam: partij.soort for partij in stuk.partijen}
        self._patterns: list[tuple[re.Pattern[str], tuple[str, ...]]] = [
            (_pattern(partij), (partij.naam,)) for partij in stuk.partijen
        ]
        for soort, words in _GROUPS.items():
            names = tuple(partij.naam for partij in stuk.partijen if partij.soort == soort)
            if names:
                self._patterns.append((re.compile(rf"\b(?:{words})\b", re.IGNORECASE), names))
        self._patterns.append((_ALL, tuple(partij.naam for partij in stuk.partijen)))

    def kinds(self, names: Sequence[str]) -> frozenset[PartijSoort]:
        """The kinds of these parties."""
        return frozenset(self._soort[name] for name in names if name in self._soort)

    def mentioned(self, text: str) -> frozenset[PartijSoort]:
        """The kinds of the single parties that a text names."""
        return self.kinds([name for _, _, name in self.named_shares(text)])

    def about(self, around: Omgeving, tekst: Tekst) -> Wie:
        """The parties that the clause is about: its subject, its owner, else those of a sentence before."""
        owner = self._owner(around.na)
        subject = owner or self._last_group(around.begin) or self._first_group(around.na)
        if subject:
            return Wie(subject)
        for line in reversed(around.eerder.strip().splitlines()[-4:]):
            for sentence in reversed(re.split(r"(?<=[.!?])\s+", line)):
                named = self._last_group(sentence)
                if named:
                    return Wie(
                        named, UIT_EERDER if len(named) < len(tekst.actoren or self._partijen) else None
                    )
        return Wie(tekst.actoren or tuple(partij.naam for partij in self._partijen))

    def measured(self, who: Wie, indicator: Indicator, tekst: Tekst) -> tuple[str, ...]:
        """Of these parties those whose figures the indicator is about."""
        for names in (who.partijen, tekst.actoren, tuple(partij.naam for partij in self._partijen)):
            found = tuple(name for name in names if self._soort.get(name) in indicator.levert)
            if found:
                return found
        return ()

    def suppliers(self, partijen: Sequence[str], indicator: Indicator) -> tuple[str, ...]:
        """Who supplies the figures: those of them that can, or else all of the first kind that can."""
        own = tuple(name for name in partijen if self._soort.get(name) in indicator.levert)
        of_kinds = (
            tuple(partij.naam for partij in self._partijen if partij.soort == soort)
            for soort in indicator.levert
        )
        return own or next(filter(None, of_kinds), ())

    def named_shares(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Every single party that a text names: span and name."""
        for found in self._names(text):
            if len(found.partijen) == 1:
                yield found.start, found.end, found.partijen[0]

    def is_party(self, words: str) -> bool:
        """Whether words name a party."""
        return any(found.start == 0 for found in self._names(words))

    def _owner(self, behind: str) -> tuple[str, ...]:
        for found in self._names(behind[:_OWNER_REACH]):
            if _OWNER.search(behind[: found.start]) and not _LOCATION.search(behind[: found.start]):
                return found.partijen
        return ()

    def _last_group(self, text: str) -> tuple[str, ...]:
        """The parties named last in a text, with those that "en" or a comma joins to them."""
        names = [found for found in self._names(text) if not self._is_place(text, found)]
        if not names:
            return ()
        group = [names[-1]]
        for found in reversed(names[:-1]):
            if not _JOIN.fullmatch(text[found.end : group[0].start]):
                break
            group.insert(0, found)
        return tuple(dict.fromkeys(name for found in group for name in found.partijen))

    def _first_group(self, text: str) -> tuple[str, ...]:
        names = [found for found in self._names(text) if not self._is_place(text, found)]
        if not names:
            return ()
        group = [names[0]]
        for found in names[1:]:
            if not _JOIN.fullmatch(text[group[-1].end : found.start]):
                break
            group.append(found)
        return tuple(dict.fromkeys(name for found in group for name in found.partijen))

    def _is_place(self, text: str, found: _Naam) -> bool:
        return self.kinds(found.partijen) == {"gemeente"} and bool(
            re.search(r"\b(?:in|binnen)\s+(?:de\s+)?$", text[: found.start], re.IGNORECASE)
        )

    def _names(self, text: str) -> list[_Naam]:
        """The names in order; of names in one place the longest."""
        found = [
            _Naam(match.start(), match.end(), names)
            for regex, names in self._patterns
            for match in regex.finditer(text)
        ]
        found.sort(key=lambda each: (each.start, each.start - each.end, len(each.partijen)))
        kept: list[_Naam] = []
        for each in found:
            if not kept or each.start >= kept[-1].end:
                kept.append(each)
        return kept


def _pattern(partij: Partij) -> re.Pattern[str]:
    bare = re.sub(r"^(?:(?:Woon|Woning)?stichting|Huurders(?:vereniging|organisatie))\s+", "", partij.naam)
    names = {partij.naam, partij.kort.removeprefix("de "), bare} - {""}
    capital = [name for name in names if name[:1].isupper() or name.lower() == "gemeente"]
    words = "|".join(re.escape(name) for name in sorted(capital or names, key=len, reverse=True))
    return re.compile(rf"\b(?:{words})\b")


def area(around: Omgeving, stuk: Stuk, parties: Partijwijzer) -> str | None:
    """The village or district that the clause names; None for the whole municipality."""
    for text in (around.na[:_AREA_REACH], around.voor, around.begin):
        for match in reversed(list(_AREA.finditer(text))) if text is not around.na else _AREA.finditer(text):
            name = match["naam"].removesuffix(" en").removesuffix(" de").removesuffix(" aan")
            if _is_area(name, stuk, parties):
                return name
    return None


def _is_area(name: str, stuk: Stuk, parties: Partijwijzer) -> bool:
    first = name.split(maxsplit=1)[0]
    if stuk.gemeente and (name in stuk.gemeente or stuk.gemeente.split(maxsplit=1)[0] == first):
        return False
    never = woordenlijst("woorden")["geen_plek"].split()
    return first not in never and first.lower() not in MONTHS and not parties.is_party(name)
