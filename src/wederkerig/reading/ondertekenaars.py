"""Who signs for a party: named behind "vertegenwoordigd door", beside its name, or on the signature page."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from wederkerig.model import Vertegenwoordiger
from wederkerig.reading.namen import UPPER
from wederkerig.reading.regels import Regel, key_of

_REPRESENTED = re.compile(r"vertegenwoordigd\s+door|bij\s+monde\s+van|in\s+de\s+persoon\s+van", re.IGNORECASE)
_MAY_REPRESENT = ("vertegenwoordigd", "monde", "persoon")  # says quickly where that is worth trying
_PREFIXES = r"(?:van|de|den|der|het|ter|ten|te|in|'t|op|la|el|von|ait)"
_SURNAME = rf"(?:{_PREFIXES}\s+){{0,3}}[{UPPER}][\w'’-]+(?:[ -][{UPPER}][\w'’-]+)*"
_PERSON = re.compile(
    rf"(?:(?:de\s+heer|mevrouw|mevr\.|dhr\.|mw\.|heer)\s+)?(?:(?:drs|ir|ing|mr|dr|prof)\.\s*)*"
    rf"(?P<naam>(?:[{UPPER}]\.\s?)+(?:\([^)]*\)\s*)?{_SURNAME})",
)
_TITLED = re.compile(
    rf"(?:de\s+heer|mevrouw|mevr\.|dhr\.|mw\.)\s+(?P<naam>[{UPPER}][\w'’-]+\s+{_SURNAME})", re.IGNORECASE
)
_FULL_NAME = re.compile(rf"(?P<naam>[{UPPER}][a-zà-ÿ]+\s+{_SURNAME})")
_FUNCTION = re.compile(
    r"\b(?P<functie>wethouder|burgemeester|(?:algemeen\s+|regio)?(?:directeur|voorzitter)(?:[- ]?bestuurder)?"
    r"|bestuurder|bestuursvoorzitter|(?:vice-?)?voorzitter|secretaris|penningmeester"
    r"|(?:regio)?manager(?:\s+wonen)?|lid raad van bestuur)\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\s*(?::|[–—-]\s|\(|,)\s*(?P<rest>.+)")
_CLOSES = re.compile(r"(?:,|\(|\bnamens(?:\s+(?:de|het))?)\s*$", re.IGNORECASE)


def names_representative(text: str) -> bool:
    """Whether a text says by whom a party is represented."""
    lowered = text.lower()
    return any(word in lowered for word in _MAY_REPRESENT) and _REPRESENTED.search(text) is not None


def find_representative(text: str, after: int) -> Vertegenwoordiger | None:
    """The person named behind "vertegenwoordigd door", from `after` on."""
    clause = _REPRESENTED.search(text, after)
    return read_person(text[clause.end() : clause.end() + 200]) if clause else None


def read_person(text: str) -> Vertegenwoordiger | None:
    """A person with a function: "mevrouw A. de Wit, wethouder", "bestuurder Ilse Nijboer"."""
    function = _FUNCTION.search(text)
    person = _PERSON.search(text) or _TITLED.search(text)
    if person is None and function is not None and len(text) < 90:
        person = _FULL_NAME.search(_FUNCTION.sub(" ", text))
    if person is None:
        return None
    return Vertegenwoordiger(
        naam=" ".join(person["naam"].split()).rstrip("."),
        functie=" ".join(function["functie"].lower().split()) if function else None,
    )


def find_signature(
    regels: Sequence[Regel], names: Collection[str], others: Collection[str]
) -> Vertegenwoordiger | None:
    """The person behind or below a party's name, before the name of another party follows.

    names: how this party is called, others: how the others are, all case-folded.
    """
    for regel in regels:
        before = _before_name(regel, names)
        if before and (person := read_person(before)):
            return person
        behind = _behind_name(regel, names)
        if behind is None:
            continue
        below: list[str] = []
        for text in regel.below:
            if key_of(text) in others:
                break
            below.append(text)
        person = (
            read_person(behind)
            or read_person(" ".join(below[:3])[:160])
            or (read_person(regel.beside) if key_of(regel.beside) not in others else None)
        )
        if person is not None:
            return person if person.functie else _with_function(person, below)
    return None


def _before_name(regel: Regel, names: Collection[str]) -> str | None:
    """What stands before a party's name that ends its line: "Wethouder E. Smit, gemeente Veldermeer"."""
    words = regel.text.rstrip(" *.")
    for name in names:
        if words.casefold().endswith(name) and _CLOSES.search(words, 0, len(words) - len(name)):
            return words[: -len(name)]
    return None


def _with_function(person: Vertegenwoordiger, below: Sequence[str]) -> Vertegenwoordiger:
    function = _FUNCTION.search(" ".join(below[:2]))
    return person.model_copy(update={"functie": function["functie"].lower()}) if function else person


def _behind_name(regel: Regel, names: Collection[str]) -> str | None:
    """What follows a party's name on its line: empty when nothing does, None when it is not there."""
    if regel.key in names:
        return ""
    for name in names:
        if not regel.key.startswith(name):
            continue
        if rest := _BEHIND.match(regel.key, len(name)):
            return regel.text[len(regel.text.rstrip(" *:")) - len(rest["rest"]) :]
        beside = regel.text[len(regel.text.rstrip(" *:")) - len(regel.key) + len(name) :].lstrip()
        if _PERSON.match(beside) or _TITLED.match(beside):
            return beside
    return None
