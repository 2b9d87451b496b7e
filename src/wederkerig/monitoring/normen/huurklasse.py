"""Which rent class a share is about: "minimaal 85% onder de tweede aftoppingsgrens", and a share of what."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from wederkerig.monitoring.normen.omgeving import Omgeving
from wederkerig.monitoring.normen.woordenlijst import compiled, woordenlijst
from wederkerig.parameters import bekend_tot, huurgrens

_BACK = 24
_AHEAD = 14
_FIRST_YEAR = 2015
_AMOUNT = re.compile(r"€\s?(\d{3})(?:,(\d\d))?(?!\d)")


def rent_class(around: Omgeving) -> str:
    """The id of the indicator for a share per rent class, or "" where the words are about something else."""
    klasse = _klasse(around)
    return f"{_noemer(around)}-{klasse}" if klasse else ""


def _klasse(around: Omgeving) -> str:
    words = _words()
    behind = f"{around.midden}{around.na}"
    start = len(around.begin)
    with_amount = around.zin[start : start + len(behind) + _AHEAD]
    for text in (behind, with_amount, around.zinsdeel):
        found = _between(text, around)
        if found:
            return found
    if compiled(words["passend"]).search(around.zinsdeel):
        return "passend"
    return ""


def _between(text: str, around: Omgeving) -> str:
    """The class between the limits that a text names, in the words of huurklassen.yaml."""
    words = _words()
    named = _named(text)
    both = {"laag", "hoog"} <= {name for _, name in named}
    if both and compiled(words["huishouden"]).search(around.zin):
        return "passend"
    earlier = _named(around.eerder + around.begin)
    if earlier and (that := compiled(words["die_grens"]).search(text)):
        named = sorted([*named, (that.start(), earlier[-1][1])])
    if not named:
        higher = compiled(words["daarboven"]).search(text)
        return _id(earlier[-1][1], "-") if higher and earlier else ""
    if len(named) > 1:
        low, high = sorted((named[0][1], named[1][1]), key=_rank)
        return _id(low, high) if low != high else _id("-", low)
    at, name = named[0]
    above = compiled(words["boven"]).search(text[max(0, at - _BACK) : at])
    return _id(name, "-") if above else _id("-", name)


def _named(text: str) -> list[tuple[int, str]]:
    """The limits that a text names, with their places."""
    named = [
        (match.start(), str(row["naam"]))
        for row in _words()["grenzen"]
        for match in compiled(row["patroon"]).finditer(text)
    ]
    if not named:
        amounts = [(match.start(), limit_of(_euro(match))) for match in _AMOUNT.finditer(text)]
        named = [(at, name) for at, name in amounts if name]
    return sorted(named)


def limit_of(amount: Decimal) -> str:
    """The limit of rent that had this amount in some year, in cents or whole euros; "" where none had."""
    return _amounts().get(amount, "")


@cache
def _amounts() -> dict[Decimal, str]:
    found: dict[Decimal, str] = {}
    for year in range(_FIRST_YEAR, bekend_tot().year + 1):
        for row in _words()["grenzen"]:
            value = huurgrens(row["parameter"], date(year, 1, 1)).waarde
            found.setdefault(value, row["naam"])
            found.setdefault(Decimal(int(value)), row["naam"])
    return found


def _euro(match: re.Match[str]) -> Decimal:
    return Decimal(f"{match[1]}.{match[2] or '0'}")


def _rank(name: str) -> int:
    return [row["naam"] for row in _words()["grenzen"]].index(name)


def _id(low: str, high: str) -> str:
    return str(_words()["klassen"].get(f"{low} {high}", ""))


def _noemer(around: Omgeving) -> str:
    leads = f"{around.aanloop}\n{around.vorige}\n{around.kop}"
    for row in _words()["noemers"]:
        reach = row["reikwijdte"]
        text = leads if reach == "aanloop" else around.reach(reach)
        if compiled(row["bij"]).search(text):
            return str(row["id"])
    return "huur"


def _words() -> Any:  # noqa: ANN401  # YAML
    return woordenlijst("huurklassen")
