"""Who concludes the agreements: names, short names, kinds and signatories.

Looked for where documents say it best: in items that name a representative, in the list below
"tussen:" or under the heading for the parties, and else in the sentence that sums the parties up.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

from wederkerig.documents import Cell, Document, Kind
from wederkerig.model import Partij, PartijSoort
from wederkerig.reading.namen import (
    FoundName,
    after_determiner,
    enumerations,
    is_plain_name,
    kind_of_noun,
    noun_at,
    read_item_name,
    read_name,
    read_run,
    short_name,
)
from wederkerig.reading.ondertekenaars import (
    find_representative,
    find_signature,
    names_representative,
    read_person,
)
from wederkerig.reading.outline import Outline
from wederkerig.reading.passage import make_bron
from wederkerig.reading.regels import Regel, stand_alone
from wederkerig.reading.units import Unit

UNSURE_KIND = "De soort van deze partij staat er niet bij; aangenomen is een corporatie."
_CALLED = re.compile(
    r"(?:hierna|verder|kortweg)(?:\s+ook)?(?:\s+te\s+noemen|\s+genoemd|\s+aangeduid\s+als)?\s*:?\s*(?P<quote>['‘’“\"*]*)(?P<kort>[^'‘’“”\"*;,.)]{2,50})"
)
_BETWEEN = re.compile(
    r"\b(?:tussen|(?:gesloten|aangegaan|gemaakt|ondertekend|getekend) door"
    r"|partijen(?: bij deze overeenkomst)? zijn|partijen|deelnemers|ondergetekenden)\s*:\s*$",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"['‘’“\"(]([A-Z]{2,6})['’”\")]")
_KIND_AND_NAMES = re.compile(
    r"\b(?:corporaties|\w+corporaties|huurders\w+(?:s|en)|corporatie|huurdersvereniging)\s+(?=[A-Z])"
)
_MAY_NAME = re.compile(r"(?:corporaties?|huurders\w+)\s+[A-Z]")  # says quickly where that is worth trying
_BRINGS_IN = re.compile(r"[('‘“\"]")
_FRONT = 80
_LINE = 160
_PARTY_COLUMN = re.compile(
    r"(?:deelnemende )?partij(?:en)?|organisatie(?:s)?|deelnemers?|naam(?: organisatie)?"
)
_SHORT_COLUMN = re.compile(r"afgekort|afkorting|kort|hierna|in dit stuk")
_KIND_COLUMN = re.compile(r"rol|soort(?: partij)?|type")
_SIGNED_COLUMN = re.compile(r"vertegenwoordig|ondertekenaar|getekend|namens|functie|contact")
_FUNCTION_INSIDE = re.compile(r"\b(?:wethouder|bestuurder|voorzitter|directeur|secretaris)\b", re.IGNORECASE)


Found = list[tuple[Unit, FoundName]]


def find_partijen(document: Document, units: Sequence[Unit], outline: Outline) -> tuple[Partij, ...]:
    """The parties in the order of the document; empty when it names none."""
    regels = stand_alone(_front_and_back(units, outline))
    represented = [unit for unit in units if len(unit.text) < 900 and names_representative(unit.text)]
    best = _unique(_from_items(represented))
    sources: list[Found] = [
        _from_tables(units),
        _from_items(_listed_units(units, outline)),
        _best_sentence(units),
        _standing_alone(regels, outline),
        _title_lines(regels),
    ]
    if _weight(best) == 0:
        best = max((_unique(found) for found in sources), key=_weight)
    if _weight(best) == 0:
        return ()
    kinds = _kinds_in_text(units)
    partijen = _distinct(
        _with_short_names(units, [_make(document, unit, party, kinds) for unit, party in best])
    )
    return _with_signatories(regels, partijen)


def _front_and_back(units: Sequence[Unit], outline: Outline) -> list[Unit]:
    """The first and last pages and the chapter on the parties: where names stand on lines of their own."""
    chapter = next((h.index for h in outline.headings.values() if h.role == "partijen"), len(units))
    return [
        unit
        for unit in units
        if unit.index < _FRONT or unit.index > len(units) - _FRONT or chapter <= unit.index < chapter + _FRONT
    ]


def _weight(found: Found) -> int:
    """How much a source says: the number of parties, if a municipality is among them."""
    return len(found) if len(found) > 1 and any(party.soort == "gemeente" for _, party in found) else 0


# --- where parties are listed --------------------------------------------------------------------


def _listed_units(units: Sequence[Unit], outline: Outline) -> list[Unit]:
    """The items below "tussen:" or the heading for the parties."""
    for unit in units:
        heading = outline.headings.get(unit.index)
        if unit.toc or unit.kind is Kind.TABLE:
            continue
        if _ends_in_between(unit.text) or (heading and heading.role == "partijen"):
            below = _items_below(units, unit.index, outline)
            if len(below) > 1 and any("gemeente" in near.text[:60].casefold() for near in below):
                return below
    return []


def _ends_in_between(text: str) -> bool:
    # the last character is looked at first, for most texts end otherwise and searching them is slow
    return text.rstrip()[-1:] == ":" and bool(_BETWEEN.search(text))


def _items_below(units: Sequence[Unit], index: int, outline: Outline) -> list[Unit]:
    items: list[Unit] = []
    for unit in units[index + 1 : index + 40]:
        heading = outline.headings.get(unit.index)
        if items and heading and (heading.strong or heading.role or heading.theme):
            break
        listed = unit.label is not None or unit.bullet or _holds_name(unit.text)
        if (listed and len(unit.text) < 600 and unit.words[:1] not in "abcdefghijklmnopqrstuvwxyz") or (
            listed and noun_at(unit.words, after_determiner(unit.words))
        ):
            items.append(unit)
        elif (items and not listed) or (not items and len(unit.text) > 300):
            break
    return items


def _holds_name(text: str) -> bool:
    """Whether a line of its own opens with a name, with at most an alias or a person behind it."""
    party = read_item_name(text) if len(text) < _LINE else None
    return party is not None and is_plain_name(party.naam) and not text.rstrip().endswith(".")


def _from_items(items: Sequence[Unit]) -> Found:
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


def _best_sentence(units: Sequence[Unit]) -> Found:
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


def _standing_alone(regels: Sequence[Regel], outline: Outline) -> Found:
    """Names on lines or in cells of their own: in the chapter on the parties, above a person who signs."""
    found: Found = []
    inside = False
    for regel in regels:
        heading = outline.headings.get(regel.unit.index)
        if heading is not None and (heading.role or heading.theme or heading.number):
            inside = heading.role == "partijen"
        words = re.sub(r"^(?:Namens|Voor)\s+", "", regel.text)
        party = read_item_name(words) if len(words) < 90 else None
        if party is None or party.soort is None or " " not in party.naam or not is_plain_name(party.naam):
            continue
        if inside or read_person(" ".join(regel.below[:2])[:120]) or read_person(regel.beside):
            shift = len(regel.text) - len(words)
            found.append((regel.unit, replace(party, first=party.first + shift, last=party.last + shift)))
    return found


def _title_lines(regels: Sequence[Regel]) -> Found:
    """Names on lines that follow each other, three at least, as on a title page."""
    best: Found = []
    run: Found = []
    for regel in regels[:_FRONT]:
        party = read_item_name(regel.text) if len(regel.text) < 90 else None
        whole = party is not None and party.last >= len(regel.text.rstrip(" ."))
        if party is None or party.soort is None or not whole or not is_plain_name(party.naam):
            run = []
            continue
        if not run and kind_of_noun(party.naam) == "overig":
            continue  # a motto may hold the word "wonen" too
        run.append((regel.unit, party))
        best = list(run) if len(run) > max(2, len(best)) else best
    return best


def _from_tables(units: Sequence[Unit]) -> Found:
    """The rows of a table with a column for organisations: "Partij | Afgekort | Vertegenwoordigd door"."""
    for unit in units[: 2 * _FRONT]:
        if unit.kind is not Kind.TABLE or len(unit.block.rows) < 3:
            continue
        head = [cell.text.strip(" *:").casefold() for cell in unit.block.rows[0]]
        column = next((place for place, title in enumerate(head) if _PARTY_COLUMN.fullmatch(title)), None)
        if column is not None:
            rows = unit.block.rows[1:]
            return [entry for cells in rows if (entry := _from_row(unit, cells, column, head))]
    return []


def _from_row(
    unit: Unit, cells: Sequence[Cell], column: int, head: Sequence[str]
) -> tuple[Unit, FoundName] | None:
    party = read_item_name(cells[column].text) if column < len(cells) and cells[column].blocks else None
    if party is None:
        return None
    for title, cell in zip(head, cells, strict=False):
        if _SHORT_COLUMN.match(title) and cell.text:
            party = replace(party, kort=cell.text)
        elif _KIND_COLUMN.fullmatch(title) and (known := kind_of_noun(cell.text)) != "overig":
            party = replace(party, soort=known)
        elif _SIGNED_COLUMN.search(title):
            party = replace(party, signed=f"{party.signed} {cell.text}".strip())
    return Unit(unit.index, cells[column].blocks[0]), party


# --- from what was found to parties --------------------------------------------------------------


def _unique(found: Sequence[tuple[Unit, FoundName]]) -> Found:
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


def _make(document: Document, unit: Unit, party: FoundName, kinds: dict[str, PartijSoort]) -> Partij:
    explicit = kind_of_noun(party.naam)
    told = kinds.get(party.naam.casefold()) or kinds.get(party.kort.casefold()) or party.soort
    soort = explicit if explicit != "overig" else told
    start, end = unit.block.span(party.first, party.last)
    inside = read_person(party.kort) if _FUNCTION_INSIDE.search(party.kort) else None
    return Partij(
        naam=party.naam,
        kort=short_name(party.naam) if inside else party.kort,
        soort=soort or "corporatie",
        vertegenwoordiger=inside or read_person(party.signed) or find_representative(unit.text, party.last),
        bron=make_bron(document, start, end),
        twijfel=None if soort else UNSURE_KIND,
    )


def _with_signatories(regels: Sequence[Regel], partijen: Sequence[Partij]) -> tuple[Partij, ...]:
    """Parties with who signs for them, looked up on the signature page where it was not said before."""
    names = {
        partij.naam: {partij.naam.casefold(), partij.kort.casefold()} - {"de gemeente"} for partij in partijen
    }
    everyone = set().union(*names.values())
    done = []
    for partij in partijen:
        own = names[partij.naam]
        person = partij.vertegenwoordiger or find_signature(regels, own, everyone - own)
        done.append(partij.model_copy(update={"vertegenwoordiger": person}))
    return tuple(done)


def _distinct(partijen: Sequence[Partij]) -> list[Partij]:
    """Where parties would be called the same, all but a corporatie keep their whole name."""
    called = Counter(partij.kort.casefold() for partij in partijen)
    return [
        partij.model_copy(update={"kort": partij.naam})
        if called[partij.kort.casefold()] > 1 and partij.soort != "corporatie"
        else partij
        for partij in partijen
    ]


def _with_short_names(units: Sequence[Unit], partijen: Sequence[Partij]) -> list[Partij]:
    """Short names that the text brings in: "HPT (Huurdersplatform Zuid)"."""
    told = (unit.text for unit in units if unit.kind is not Kind.TABLE and _BRINGS_IN.search(unit.text))
    text = "\n".join(told)
    acronyms = {match[1] for match in _ACRONYM.finditer(text)} - {partij.kort for partij in partijen}
    named: dict[str, str] = {}
    for partij in partijen:
        if partij.kort != short_name(partij.naam):
            continue
        fitting = [token for token in acronyms if _abbreviates(token, partij.naam)]
        longer = [other.naam for other in partijen if other.naam != partij.naam and partij.naam in other.naam]
        if found := _brought_in(
            reduce(lambda words, name: words.replace(name, ""), longer, text), partij.naam
        ):
            named[partij.naam] = found
        elif len(fitting) == 1 and sum(_abbreviates(fitting[0], other.naam) for other in partijen) == 1:
            named[partij.naam] = fitting[0]
    return [
        partij.model_copy(update={"kort": named[partij.naam]}) if partij.naam in named else partij
        for partij in partijen
    ]


def _brought_in(text: str, naam: str) -> str | None:
    """The short name that brackets beside the full one give."""
    name = re.escape(naam)
    found = re.search(rf"\b(?P<kort>[A-Z][\w&' ]{{1,24}}?)\s*\(\s*{name}\s*\)", text) or re.search(
        rf"{name}\s*\(\s*(?:[^:)]{{2,40}}:\s*)?['‘“\"]?(?P<kort>[^()'’”\"]{{2,40}}?)['’”\"]?\s*\)", text
    )
    return found["kort"] if found and not read_person(found["kort"]) else None


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
