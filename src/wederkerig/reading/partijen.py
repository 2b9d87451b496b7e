"""Who concludes the agreements: names, short names, kinds and signatories.

Looked for where documents say it best: in items that name a representative, in the list below
"tussen:" or under the heading for the parties, and else in the sentence that sums the parties up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from wederkerig.documents import Document, Kind
from wederkerig.model import Partij, PartijSoort
from wederkerig.reading.namen import (
    FoundName,
    after_determiner,
    enumerations,
    kind_of_noun,
    noun_at,
    read_item_name,
    read_name,
    read_run,
)
from wederkerig.reading.ondertekenaars import REPRESENTED, find_representative, find_signature
from wederkerig.reading.outline import Outline
from wederkerig.reading.passage import make_bron
from wederkerig.reading.units import Unit

UNSURE_KIND = "De soort van deze partij staat er niet bij; aangenomen is een corporatie."
_CALLED = re.compile(
    r"(?:hierna|verder)(?:\s+ook)?(?:\s+te\s+noemen|\s+genoemd|\s+aangeduid\s+als)?\s*:?\s*(?P<quote>['‘’“\"*]*)(?P<kort>[^'‘’“”\"*;,.)]{2,50})"
)
_BETWEEN = re.compile(
    r"\b(?:tussen|partijen(?: bij deze overeenkomst)? zijn|partijen|deelnemers|ondergetekenden)\s*:\s*$",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"['‘’“\"(]([A-Z]{2,6})['’”\")]")
_KIND_AND_NAMES = re.compile(
    r"\b(?:corporaties|\w+corporaties|huurders\w+(?:s|en)|corporatie|huurdersvereniging)\s+(?=[A-Z])"
)
_MAY_NAME = re.compile(r"(?:corporaties?|huurders\w+)\s+[A-Z]")  # says quickly where that is worth trying
_FRONT = 80


def find_partijen(document: Document, units: Sequence[Unit], outline: Outline) -> tuple[Partij, ...]:
    """The parties in the order of the document; empty when it names none."""
    items = [unit for unit in units if REPRESENTED.search(unit.text) and len(unit.text) < 900]
    listed = _from_items(items)
    if len(listed) < 2:
        listed = _from_items(_listed_units(units, outline))
    found = listed if len(listed) > 1 else _best_sentence(units) or _standing_alone(units, outline)
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
        if (listed and len(unit.text) < 600 and unit.words[:1] not in "abcdefghijklmnopqrstuvwxyz") or (
            listed and noun_at(unit.words, after_determiner(unit.words))
        ):
            items.append(unit)
        elif (items and not listed) or (not items and len(unit.text) > 300):
            break
    return items


def _from_items(items: Sequence[Unit]) -> list[tuple[Unit, FoundName]]:
    found = []
    for unit in items:
        shift = unit.label.end if unit.label else 0
        text = unit.text[shift:]
        party = read_item_name(text) or read_name(text, after_determiner(text), None)
        if party is None:
            continue
        called = _CALLED.search(text)
        kort = called["kort"].strip() if called else party.kort
        found.append((unit, replace(party, kort=kort, first=party.first + shift, last=party.last + shift)))
    return found


def _best_sentence(units: Sequence[Unit]) -> list[tuple[Unit, FoundName]]:
    """The enumeration near the beginning that names most parties, with their kinds."""
    best: list[tuple[Unit, FoundName]] = []
    best_score = 3.0
    for unit in units[:_FRONT]:
        if unit.toc or unit.kind is Kind.TABLE:
            continue
        for run in enumerations(unit.text):
            kinds = {party.soort for party in run}
            score = len(run) + 1.5 * len(kinds - {None})
            if "gemeente" in kinds and len(run) > 1 and score > best_score:
                best, best_score = [(unit, party) for party in run], score
    return best


def _standing_alone(units: Sequence[Unit], outline: Outline) -> list[tuple[Unit, FoundName]]:
    """Names on lines or in cells of their own, in the chapter on the parties or on the signature page."""
    found: list[tuple[Unit, FoundName]] = []
    inside = False
    for unit in units:
        heading = outline.headings.get(unit.index)
        if heading is not None and (heading.role or heading.theme or heading.number):
            inside = heading.role == "partijen"
        if not inside or unit.toc:
            continue
        for part in _parts(unit):
            party = read_item_name(part.text) if len(part.text) < 90 else None
            if party is not None and party.soort is not None and " " in party.naam:
                found.append((part, party))
    kinds = {party.soort for _, party in found}
    return found if "gemeente" in kinds and len(kinds) > 1 else []


def _parts(unit: Unit) -> list[Unit]:
    """A unit, or the blocks in the cells of a table as units of their own."""
    if unit.kind is not Kind.TABLE:
        return [unit]
    blocks = [block for cells in unit.block.rows for cell in cells for block in cell.blocks]
    return [Unit(unit.index, block) for block in blocks if block.kind is not Kind.TABLE]


# --- from what was found to parties --------------------------------------------------------------


def _unique(found: Sequence[tuple[Unit, FoundName]]) -> list[tuple[Unit, FoundName]]:
    seen: dict[str, tuple[Unit, FoundName]] = {}
    for unit, party in found:
        seen.setdefault(party.naam.casefold(), (unit, party))
    return list(seen.values())


def _kinds_in_text(units: Sequence[Unit]) -> dict[str, PartijSoort]:
    """What the running text says of names: "de huurdersorganisaties MEVM en Samen Sterk"."""
    kinds: dict[str, PartijSoort] = {}
    for unit in units:
        if unit.kind is Kind.TABLE or not _MAY_NAME.search(unit.text):
            continue
        for match in _KIND_AND_NAMES.finditer(unit.text):
            for party in read_run(unit.text, match.start())[0]:
                if party.soort:
                    kinds.setdefault(party.naam.casefold(), party.soort)
                    kinds.setdefault(party.kort.casefold(), party.soort)
    return kinds


def _make(
    document: Document, units: Sequence[Unit], unit: Unit, party: FoundName, kinds: dict[str, PartijSoort]
) -> Partij:
    explicit = kind_of_noun(party.naam)
    soort = (
        explicit
        if explicit != "overig"
        else kinds.get(party.naam.casefold()) or kinds.get(party.kort.casefold()) or party.soort
    )
    signatory = find_representative(unit.text, party.last) or find_signature(units, party)
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
