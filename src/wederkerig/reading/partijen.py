"""Who concludes the agreements: names, short names, kinds and signatories.

Looked for where documents say it best: in items that name a representative, in the list below
"tussen:" or under the heading for the parties, and else in the sentence that sums the parties up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import get_args

import yaml

from wederkerig.documents import Document, Kind
from wederkerig.model import Partij, PartijSoort, Vertegenwoordiger
from wederkerig.reading.outline import Outline
from wederkerig.reading.passage import make_bron
from wederkerig.reading.units import Unit

UNSURE_KIND = "De soort van deze partij staat er niet bij; aangenomen is een corporatie."
_UPPER = "A-ZÀ-ÖØ-Þ"
_WORD = rf"(?:[{_UPPER}]\.|[{_UPPER}0-9'’][\w'’&+-]*|[a-z]{{2,}}\d\w*)"
_LINK = r"(?:van|de|den|der|het|'t|’t|op|aan|bij|in|te|ter|tot|voor|over|&)"
_NAME = rf"(?:(?:[Dd]e|[Hh]et)\s+)?{_WORD}(?:\s+(?:{_LINK}\s+){{0,2}}{_WORD})*"
_ALIAS = re.compile(
    r"\s*\(\s*(?:(?:hierna|verder|afgekort)(?: ook)?(?: te noemen)?(?: als)?)?:?\s*['‘’“\"]?(?P<kort>[^)'’”\"]{2,40}?)['’”\"]?\s*\)"
    r"|\s*,\s*hierna(?:\s+(?:samen|ook|te noemen|genoemd))*:?\s*['‘“\"](?P<kort2>[^'’”\"]{2,40})['’”\"]"
)
_CALLED = re.compile(
    r"(?:hierna|verder)(?:\s+ook)?(?:\s+te\s+noemen|\s+genoemd|\s+aangeduid\s+als)?\s*:?\s*(?P<quote>['‘’“\"*]*)(?P<kort>[^'‘’“”\"*;,.)]{2,50})"
)
_REPRESENTED = re.compile(r"vertegenwoordigd\s+door", re.IGNORECASE)
_PERSON = re.compile(
    rf"(?:(?:de\s+heer|mevrouw|mevr\.|dhr\.|mw\.|heer)\s+)?(?:(?:drs|ir|ing|mr|dr|prof)\.\s*)*"
    rf"(?P<naam>(?:[{_UPPER}]\.\s?)+(?:\([^)]*\)\s*)?(?:(?:van|de|den|der|het|ter|ten|te|in|'t|op|la|el|von)\s+){{0,3}}[{_UPPER}][\w'’-]+(?:[ -][{_UPPER}][\w'’-]+)*)",
)
_TITLED = re.compile(
    rf"(?:de\s+heer|mevrouw|mevr\.|dhr\.|mw\.)\s+(?P<naam>[{_UPPER}][\w'’-]+(?:\s+(?:van|de|den|der|het|ter|ten|te)){{0,3}}(?:\s+[{_UPPER}][\w'’-]+)+)",
    re.IGNORECASE,
)
_FUNCTION = re.compile(
    r"\b(?P<functie>wethouder|burgemeester|(?:directeur|voorzitter)[- ]?(?:bestuurder)?|bestuurder|bestuursvoorzitter|(?:vice)?voorzitter|secretaris|penningmeester|manager\s+\w+|directeur)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\b(?:tussen|partijen(?: bij deze overeenkomst)? zijn|partijen|deelnemers|ondergetekenden)\s*:\s*$",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*(?:[,;]\s*en\b|,|;|/|\||\ben\b|\bmet\b(?=\s+(?:de\s+)?[A-Z]))\s*")
_DETERMINER = re.compile(r"(?:(?:de|het|hun|haar|beide|lokale|deelnemende|volgende|samenwerkende)\s+)*")


_ITEM_NAME = re.compile(
    rf"(?P<naam>(?:[{_UPPER}'’]|gemeente )[^,;:(|]{{2,90}}?)(?=\s*(?:[,;:(]|\.?\s*$|\s(?:hierna|rechtsgeldig|vertegenwoordigd|te dezen|ten deze|gevestigd)\b))"
)
_ACRONYM = re.compile(r"['‘’“\"(]([A-Z]{2,6})['’”\")]")
_FRONT = 80


@dataclass(frozen=True, slots=True)
class _Found:
    """A party as found in one place: where its name stands in the text, its kind and how it is called."""

    naam: str
    soort: PartijSoort | None
    kort: str
    first: int
    last: int
    plural: bool = False


def find_partijen(document: Document, units: Sequence[Unit], outline: Outline) -> tuple[Partij, ...]:
    """The parties in the order of the document; empty when it names none."""
    items = [unit for unit in units if _REPRESENTED.search(unit.text) and len(unit.text) < 900]
    listed = _from_items(items)
    if len(listed) < 2:
        listed = _from_items(_listed_units(units, outline))
    found = listed if len(listed) > 1 else _best_sentence(units)
    kinds = _kinds_in_text(units)
    partijen = [_make(document, units, unit, party, kinds) for unit, party in _unique(found)]
    return _with_acronyms(units, partijen)


# --- where parties are listed --------------------------------------------------------------------


def _listed_units(units: Sequence[Unit], outline: Outline) -> list[Unit]:
    """The items below "tussen:" or the heading for the parties."""
    for unit in units:
        heading = outline.headings.get(unit.index)
        if unit.toc or unit.kind is Kind.TABLE:
            continue
        if _BETWEEN.search(unit.text) or (heading and heading.role == "partijen"):
            below = _items_below(units, unit.index, outline)
            if len(below) > 1 and any("gemeente" in near.text[:60].casefold() for near in below):
                return below
    return []


def _items_below(units: Sequence[Unit], index: int, outline: Outline) -> list[Unit]:
    items: list[Unit] = []
    for unit in units[index + 1 : index + 40]:
        if items and unit.index in outline.headings:
            break
        listed = unit.label is not None or unit.bullet
        if (
            listed
            and len(unit.text) < 600
            and unit.words[:1] not in "abcdefghijklmnopqrstuvwxyz"
            or (listed and _noun_at(unit.words, _after_determiner(unit.words)))
        ):
            items.append(unit)
        elif items and not listed:
            break
        elif not items and len(unit.text) > 300:
            break
    return items


def _from_items(items: Sequence[Unit]) -> list[tuple[Unit, _Found]]:
    found = []
    for unit in items:
        shift = unit.label.end if unit.label else 0
        text = unit.text[shift:]
        party = _whole_item(text) or _element(text, _after_determiner(text), None)
        if party is None:
            continue
        called = _CALLED.search(text)
        kort = called["kort"].strip() if called else party.kort
        found.append((unit, replace(party, kort=kort, first=party.first + shift, last=party.last + shift)))
    return found


def _whole_item(text: str) -> _Found | None:
    """An item that opens with the name, and says nothing else before a comma, bracket or verb."""
    start = _after_determiner(text)
    match = _ITEM_NAME.match(text, start)
    if match is None or len(match["naam"].split()) > 8:
        return None
    naam = match["naam"].rstrip(" .")
    noun = _noun_at(naam)
    last = start + len(naam)
    alias = _ALIAS.match(text, last)
    kort = (alias["kort"] or alias["kort2"]) if alias else _short_name(naam)
    if naam.startswith("gemeente "):
        naam = "G" + naam[1:]
    return _Found(naam, noun[0] if noun else _kind_of_name(naam), kort, start, last)


def _after_determiner(text: str, position: int = 0) -> int:
    match = _DETERMINER.match(text, position)
    return match.end() if match else position


def _best_sentence(units: Sequence[Unit]) -> list[tuple[Unit, _Found]]:
    """The enumeration near the beginning that names most parties, with their kinds."""
    best: list[tuple[Unit, _Found]] = []
    best_score = 3.0
    for unit in units[:_FRONT]:
        if unit.toc or unit.kind is Kind.TABLE:
            continue
        for run in _enumerations(unit.text):
            kinds = {party.soort for party in run}
            score = len(run) + 1.5 * len(kinds - {None})
            if "gemeente" in kinds and len(run) > 1 and score > best_score:
                best, best_score = [(unit, party) for party in run], score
    return best


# --- an enumeration of names ---------------------------------------------------------------------


def _enumerations(text: str) -> Iterator[list[_Found]]:
    """Runs of names parted by commas and "en", such as "de gemeente A, de corporaties B en C"."""
    position = 0
    for match in re.finditer(r"\bgemeente\s+(?=[A-Z'’])", text, re.IGNORECASE):
        if match.start() < position:
            continue
        run, position = _run(text, match.start())
        yield run


def _run(text: str, position: int) -> tuple[list[_Found], int]:
    run: list[_Found] = []
    carried: PartijSoort | None = None
    while (party := _element(text, position, carried)) is not None:
        run.append(party)
        carried = party.soort if party.plural or (carried and party.soort == carried) else None
        position = _after_alias(text, party.last)
        separator = _SEPARATOR.match(text, position)
        if separator is None:
            break
        position = _after_determiner(text, separator.end())
    return run, position


def _after_alias(text: str, position: int) -> int:
    alias = _ALIAS.match(text, position)
    return alias.end() if alias else position


def _element(text: str, position: int, carried: PartijSoort | None) -> _Found | None:
    """One name, with the noun before it, at `position`."""
    noun = _noun_at(text, position)
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
    if plural and name is not None:
        start = name.start()
    elif noun is None and article and carried is None:
        start = article.start()  # "de Alliantie": the article belongs to the name
    naam = text[start:last].rstrip(" .'’:")
    last = start + len(naam)
    alias = _ALIAS.match(text, last)
    kort = (alias["kort"] or alias["kort2"]) if alias else _short_name(naam)
    if naam[:9] == "gemeente ":
        naam = "G" + naam[1:]
    return _Found(naam, soort or _kind_of_name(naam), kort, start, last, plural)


def _trim_name(text: str, end: int) -> int:
    """ "'t Gooi en Omstreken", "Aa en Hunze": a name may go on behind "en"."""
    more = re.compile(r"\s+en\s+(" + "|".join(_words()["naamvervolg"]) + r")\b").match(text, end)
    return more.end() if more else end


def _noun_at(text: str, position: int = 0) -> tuple[PartijSoort, int, bool] | None:
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


def _short_name(naam: str) -> str:
    """Without "hierna te noemen": the gemeente by its noun, others by their name without the noun."""
    if naam.casefold().startswith("gemeente "):
        return "de gemeente"
    bare = _nouns().sub("", naam, count=1).strip()
    return bare or naam


# --- from what was found to parties --------------------------------------------------------------


def _unique(found: Sequence[tuple[Unit, _Found]]) -> list[tuple[Unit, _Found]]:
    seen: dict[str, tuple[Unit, _Found]] = {}
    for unit, party in found:
        seen.setdefault(party.naam.casefold(), (unit, party))
    return list(seen.values())


def _kinds_in_text(units: Sequence[Unit]) -> dict[str, PartijSoort]:
    """What the running text says of names: "de huurdersorganisaties MEVM en Samen Sterk"."""
    kinds: dict[str, PartijSoort] = {}
    for unit in units:
        if unit.kind is Kind.TABLE:
            continue
        for match in re.finditer(
            r"\b(?:corporaties|\w+corporaties|huurders\w+(?:s|en)|corporatie|huurdersvereniging)\s+(?=[A-Z])",
            unit.text,
        ):
            for party in _run(unit.text, match.start())[0]:
                if party.soort:
                    kinds.setdefault(party.naam.casefold(), party.soort)
                    kinds.setdefault(party.kort.casefold(), party.soort)
    return kinds


def _make(
    document: Document, units: Sequence[Unit], unit: Unit, party: _Found, kinds: dict[str, PartijSoort]
) -> Partij:
    explicit = kind_of_noun(party.naam)
    soort = (
        explicit
        if explicit != "overig"
        else kinds.get(party.naam.casefold()) or kinds.get(party.kort.casefold()) or party.soort
    )
    signatory = _representative(unit.text, party.last) or _signature(units, party)
    start, end = unit.block.span(party.first, party.last)
    return Partij(
        naam=party.naam,
        kort=party.kort,
        soort=soort or "corporatie",
        vertegenwoordiger=signatory,
        bron=make_bron(document, start, end),
        twijfel=None if soort else UNSURE_KIND,
    )


def _with_acronyms(units: Sequence[Unit], partijen: Sequence[Partij]) -> tuple[Partij, ...]:
    """Short names that the text brings in between quotes or brackets: 'HVM' for Huurdersvereniging Meppel."""
    tokens = {match[1] for unit in units[:_FRONT] for match in _ACRONYM.finditer(unit.text)}
    tokens -= {partij.kort for partij in partijen}
    named: dict[str, str] = {}
    for token in tokens:
        fitting = [partij.naam for partij in partijen if _abbreviates(token, partij.naam)]
        if len(fitting) == 1:
            named[fitting[0]] = token
    return tuple(
        partij.model_copy(update={"kort": named[partij.naam]}) if partij.naam in named else partij
        for partij in partijen
    )


def _abbreviates(token: str, naam: str) -> bool:
    """Whether the letters of `token` stand in this order in `naam`, the initials of its words among them."""
    letters, initials = (
        iter(naam.casefold()),
        [word[0].casefold() for word in naam.split() if word[0].isupper()],
    )
    lowered = token.casefold()
    return (
        lowered[0] == naam[0].casefold()
        and all(letter in letters for letter in lowered)
        and set(initials) <= set(lowered)
    )


def _representative(text: str, after: int) -> Vertegenwoordiger | None:
    clause = _REPRESENTED.search(text, after)
    if clause is None:
        return None
    stretch = text[clause.end() : clause.end() + 200]
    return _person(stretch)


def _person(stretch: str) -> Vertegenwoordiger | None:
    person = _PERSON.search(stretch) or _TITLED.search(stretch)
    if person is None:
        return None
    function = _FUNCTION.search(stretch)
    return Vertegenwoordiger(
        naam=" ".join(person["naam"].split()).rstrip("."),
        functie=function["functie"].lower() if function else None,
    )


def _signature(units: Sequence[Unit], party: _Found) -> Vertegenwoordiger | None:
    """The name below or behind a party's name on the page with signatures."""
    names = {party.naam.casefold(), party.kort.casefold()}
    for unit in units:
        head, colon, rest = unit.text.partition(":")
        if head.strip(" *").casefold() not in names or unit.kind is Kind.TABLE:
            continue
        below = " ".join(
            near.text for near in units[unit.index + 1 : unit.index + 4] if near.kind is not Kind.HEADING
        )
        person = _person(rest) if colon and rest else _person(_first_lines(units, unit.index))
        if person is not None:
            return person if person.functie else _person(f"{person.naam} {below[:60]}") or person
    return None


def _first_lines(units: Sequence[Unit], index: int) -> str:
    lines = []
    for near in units[index + 1 : index + 4]:
        if near.kind is Kind.HEADING or len(near.text) > 120:
            break
        lines.append(near.text)
    return " ".join(lines)
