"""Numbers as a Dutch user types them: 1.250,5 and € 1.250,- and 12,5% and 1,5 miljoen."""

from __future__ import annotations

import re
from decimal import Decimal

_LONGEST = 24
_SPACES = re.compile(r"[\s\u00a0\u202f]+")
_AROUND = re.compile(r"^(?:€|eur(?:o)?)|(?:,-+|,=|%|procent|euro?)$", re.IGNORECASE)
_TIMES = {"duizend": 3, "miljoen": 6, "mln": 6, "mln.": 6, "miljard": 9, "mld": 9, "mld.": 9}
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_COMMA = re.compile(r"[0-9]+,[0-9]+")
_PLAIN = re.compile(r"[0-9]+(?:\.[0-9]+)?")


def read_number(text: str) -> Decimal | None:
    """The number; None where it is none, or could be two.

    A dot parts thousands where it stands before each three figures ("1.250"), and else decimals ("12.5").
    """
    bare = _SPACES.sub("", text.replace("−", "-"))
    factor = 0
    for word, size in _TIMES.items():
        if bare.lower().endswith(word):
            bare, factor = bare[: -len(word)], size
            break
    sign = bare.startswith("-")
    bare = _AROUND.sub("", _AROUND.sub("", bare.removeprefix("-")))
    plain = _without_separators(bare)
    if plain is None or len(plain) > _LONGEST:
        return None
    number = Decimal(plain).scaleb(factor)
    return -number if sign and number else number


def _without_separators(text: str) -> str | None:
    if _GROUPED.fullmatch(text):
        return text.replace(".", "").replace(",", ".")
    if _COMMA.fullmatch(text):
        return text.replace(",", ".")
    return text if _PLAIN.fullmatch(text) else None


def write_number(value: Decimal) -> str:
    """The number as `read_number` reads it: 1.250,5."""
    whole, _, fraction = f"{value:,f}".partition(".")
    fraction = fraction.rstrip("0")
    return whole.replace(",", ".") + (f",{fraction}" if fraction else "")


def canonical(value: Decimal) -> str:
    """The number for machines, without needless zeros: 1250.5."""
    text = f"{value:f}"
    bare = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if bare in {"-0", ""} else bare
