"""The sector's reference data (VERA): which code a word in a list means.

Our own list holds what figures are made of. Where the package `woningwaardering` is installed (the extra
`vera`), a word that is not in it is looked up in the whole lists. Those are read from its files: importing
the package sets the precision of decimals, the time zone and the locale of the whole program.
"""

from __future__ import annotations

import ast
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from wederkerig.monitoring.woningen.data import gegevens

_PACKAGE, _FOLDER = "woningwaardering", "vera/referentiedata"
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
    """The list of the package; empty where that is not installed, or has no such list."""
    spec = find_spec(_PACKAGE)
    places = spec.submodule_search_locations if spec else None
    file = Path(places[0], _FOLDER, f"{lijst.lower()}.py") if places else None
    if file is None or not file.is_file():
        return {}
    rows = list(_rows(file.read_text(encoding="utf-8")))
    return {_bare(name): each for each, name in rows if name} | {_bare(each): each for each, _ in rows}


def _rows(source: str) -> Iterator[tuple[str, str]]:
    """Code and name of each entry: a call with `code` and `naam`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            said = {
                each.arg: each.value.value for each in node.keywords if isinstance(each.value, ast.Constant)
            }
            if "code" in said:
                yield str(said["code"]), str(said.get("naam") or "")


def _bare(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word.casefold())
    return _LEFT_OUT.sub("", letters)
