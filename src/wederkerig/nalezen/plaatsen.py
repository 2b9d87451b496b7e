"""Where a fact stands, in Dutch as people say it: "afspraak 12, stap 2", "partij Gemeente Veldermeer"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wederkerig.model import Doel
from wederkerig.nalezen.boom import Knoop

_LONG = 80


def place_of(knoop: Knoop) -> str:
    """The place of a fact by the names it has now."""
    kind = knoop.soort.naam
    if kind in _NAMED:
        return short(_NAMED[kind](knoop.feit))
    owner = knoop.ouder
    if owner is None or owner.ouder is None:
        return "buiten de afspraken"
    return f"{place_of(owner)}, stap {_ordinal(owner, knoop)}" if kind == "stap" else place_of(owner)


def short(text: str) -> str:
    """The text on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONG else f"{line[: _LONG - 1].rstrip()}…"


def _ordinal(owner: Knoop, stap: Knoop) -> int:
    steps = [each for each in owner.lijsten["stappen"] if each is stap or each.stand.weg is None]
    return steps.index(stap) + 1


def _doel(doel: Doel) -> str:
    if doel.nummer:
        return f"wijziging van afspraak {doel.nummer}"
    return f"wijziging van {doel.onderdeel or 'het stuk'}"


_NAMED: dict[str, Callable[[Any], str]] = {
    "kop": lambda _: "kop van het stuk",
    "partij": lambda partij: f"partij {partij.naam}",
    "thema": lambda thema: f"thema {thema.titel or 'zonder titel'}",
    "afspraak": lambda afspraak: f"afspraak {afspraak.nummer}",
    "tabel": lambda tabel: f"tabel {tabel.titel or 'zonder titel'}",
    "begrip": lambda begrip: f"begrip {begrip.term}",
    "kader": lambda kader: f"kader {kader.titel}",
    "hoofdstuk": lambda hoofdstuk: f"hoofdstuk {hoofdstuk.titel or 'zonder titel'}",
    "wijziging": lambda wijziging: _doel(wijziging.doel),
}
