"""The sector's reference data (VERA): which code a word in a list means.

Our own list holds what figures are made of. Where the package `woningwaardering` is installed (the extra
`vera`), a word that is not in it is looked up in the whole lists.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib import import_module

from wederkerig.monitoring.woningen.data import gegevens

_PACKAGE = "woningwaardering.vera.referentiedata"
# signs that make another word of it: A++ is not A
_LEFT_OUT = re.compile(r"[^a-z0-9+]+")


def code(lijst: str, woord: str) -> str | None:
    """The code of a code, name or other word, in the reference list `lijst`; None where it has none."""
    bare = _bare(woord)
    return _own(lijst).get(bare) or _whole(lijst).get(bare)


def codes(lijst: str) -> Mapping[str, str]:
    """Our own list: code and name."""
    found: Mapping[str, str] = gegevens("vera")["lijsten"][lijst]
    return found


def names(lijst: str) -> tuple[str, ...]:
    """What can be written, for a person: every code with its name."""
    return tuple(f"{each} ({name})" if each != name else each for each, name in codes(lijst).items())


@cache
def _own(lijst: str) -> dict[str, str]:
    others = gegevens("vera")["andere_woorden"].get(lijst, {})
    known = {_bare(word): each for word, each in others.items()}
    known |= {_bare(name): each for each, name in codes(lijst).items()}
    return known | {_bare(each): each for each in codes(lijst)}


@cache
def _whole(lijst: str) -> dict[str, str]:
    """The list of the package; empty where that is not installed."""
    try:
        module = import_module(f"{_PACKAGE}.{lijst.lower()}")
    except ImportError:
        return {}
    members = vars(getattr(module, lijst.capitalize())).values()
    rows = [(each.code, each.naam) for each in members if hasattr(each, "naam")]
    return {_bare(name): each for each, name in rows if name} | {_bare(each): each for each, _ in rows}


def _bare(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word.casefold())
    return _LEFT_OUT.sub("", letters)
