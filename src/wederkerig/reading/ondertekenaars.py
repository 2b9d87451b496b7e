"""Who signs for a party: named behind "vertegenwoordigd door", or on the page with signatures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wederkerig.documents import Kind
from wederkerig.model import Vertegenwoordiger
from wederkerig.reading.namen import UPPER, FoundName
from wederkerig.reading.units import Unit

REPRESENTED = re.compile(r"vertegenwoordigd\s+door", re.IGNORECASE)
_PERSON = re.compile(
    rf"(?:(?:de\s+heer|mevrouw|mevr\.|dhr\.|mw\.|heer)\s+)?(?:(?:drs|ir|ing|mr|dr|prof)\.\s*)*"
    rf"(?P<naam>(?:[{UPPER}]\.\s?)+(?:\([^)]*\)\s*)?"
    rf"(?:(?:van|de|den|der|het|ter|ten|te|in|'t|op|la|el|von)\s+){{0,3}}"
    rf"[{UPPER}][\w'’-]+(?:[ -][{UPPER}][\w'’-]+)*)",
)
_TITLED = re.compile(
    rf"(?:de\s+heer|mevrouw|mevr\.|dhr\.|mw\.)\s+(?P<naam>[{UPPER}][\w'’-]+"
    rf"(?:\s+(?:van|de|den|der|het|ter|ten|te)){{0,3}}(?:\s+[{UPPER}][\w'’-]+)+)",
    re.IGNORECASE,
)
_FUNCTION = re.compile(
    r"\b(?P<functie>wethouder|burgemeester|(?:directeur|voorzitter)[- ]?(?:bestuurder)?|bestuurder"
    r"|bestuursvoorzitter|(?:vice)?voorzitter|secretaris|penningmeester|manager\s+\w+|directeur)\b",
    re.IGNORECASE,
)


def find_representative(text: str, after: int) -> Vertegenwoordiger | None:
    """The person named behind "vertegenwoordigd door", from `after` on."""
    clause = REPRESENTED.search(text, after)
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


def find_signature(units: Sequence[Unit], party: FoundName) -> Vertegenwoordiger | None:
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
