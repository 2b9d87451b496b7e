"""Dutch number words: `vijftien`, `honderdtwintig`, `anderhalf`, `een twintigtal`."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

_UNITS = "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien".split()
_UNITS += "vijftien zestien zeventien achttien negentien".split()
_TENS = dict(
    zip(
        "twintig dertig veertig vijftig zestig zeventig tachtig negentig".split(),
        range(20, 100, 10),
        strict=True,
    )
)
_THOUSAND = 1000

STAMMEN = "anderhal twee twintig drie der vier veer vijf zes zeven acht tachtig negen tien elf".split()
STAMMEN += "twaalf honderd duizend".split()
"""How every number word above one begins, save `eenentwintig` and the like: a cheap first look at a text."""


def telwoord(word: str) -> Decimal | None:
    """Return the number a single word writes out (two and more, halves included), or None for any other word.

    `een` is an article far more often than a number, so it is never a number here; callers decide on `één`.
    """
    word = word.lower()
    exact = _up_to_hundred().get(word)
    return exact if exact is not None else _compound(word)


def tiental(word: str) -> Decimal | None:
    """Return the number inside a collective such as `twintigtal` or `tiental`, or None."""
    stem = word.lower().removesuffix("tal")
    return telwoord(stem) if stem != word.lower() else None


def _compound(word: str) -> Decimal | None:
    """Read words above one hundred by splitting at `duizend` and then at `honderd`."""
    for splitter, size in (("duizend", _THOUSAND), ("honderd", 100)):
        head, found, tail = word.partition(splitter)
        if found:
            many = Decimal(1) if not head else telwoord(head)
            rest = _rest(tail)
            return None if many is None or rest is None else many * size + rest
    return None


def _rest(tail: str) -> Decimal | None:
    """Return what follows `honderd` or `duizend`: nothing, `twintig`, or `entwintig` (`honderdentwintig`)."""
    if not tail:
        return Decimal(0)
    bare = tail.removeprefix("en")
    return Decimal(1) if "een" in (tail, bare) else telwoord(tail) or telwoord(bare)


@cache
def _up_to_hundred() -> dict[str, Decimal]:
    words = {word: Decimal(value) for value, word in enumerate(_UNITS) if value > 1}
    words |= {word: Decimal(value) for word, value in _TENS.items()}
    for value, unit in enumerate(_UNITS[:10]):
        for ten, size in _TENS.items() if value else ():
            for link in ("en", "ën"):  # tweeëntwintig, and what is typed for it
                words[f"{unit}{link}{ten}"] = Decimal(size + value)
        for half in ("half", "halve") if value > 1 else ():
            for link in ("en", "ën"):  # tweeënhalf jaar
                words[f"{unit}{link}{half}"] = Decimal(value) + Decimal("0.5")
    words |= {"anderhalf": Decimal("1.5"), "anderhalve": Decimal("1.5")}
    return words
