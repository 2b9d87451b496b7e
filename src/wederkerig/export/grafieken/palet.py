"""The colours and patterns of charts: each colour is a token of the website's theme, or itself on paper.

What differs in meaning differs in lightness or pattern too, so that a print in grey says as much.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from wederkerig.monitoring.beoordelen import Status

COLOURS: Final[Mapping[str, str]] = {
    "inkt": "#161f2d",
    "inkt-zacht": "#4a5768",
    "lijn": "#d8dee7",
    "rand": "#748297",
    "vlak": "#ffffff",
    "vlak-zacht": "#eceff4",
    "accent-zacht": "#e7ecf9",
    "goed": "#1a6239",
    "goed-zacht": "#e3f2e8",
    "let-op": "#774800",
    "let-op-zacht": "#fcf0d6",
    "fout": "#9d1b2b",
    "fout-zacht": "#fbe8ea",
    "reeks-1": "#22459c",
    "reeks-2": "#b4551c",
    "reeks-3": "#2c7a58",
    "reeks-4": "#7b5ba6",
    "reeks-5": "#667385",
}
"""By token (`--w-inkt`), the colour on white paper. No two are the same: a colour gives its token back."""


class Vulling(NamedTuple):
    """How an area is filled: its colour, its pattern in another colour, and the line around it."""

    vlak: str
    patroon: str = ""
    streep: str = "vlak"
    rand: str = ""


REEKSEN: Final = (
    Vulling("reeks-1"),
    Vulling("accent-zacht", "///", "reeks-1", "reeks-1"),
    Vulling("reeks-2", "+++", "vlak"),
    Vulling("let-op-zacht", "\\\\\\", "reeks-2", "reeks-2"),
    Vulling("reeks-5", "---", "vlak"),
    Vulling("vlak-zacht", "", "", "rand"),
)
"""By place of a series; when they are used up they begin again."""

STATUSSEN: Final[Mapping[Status, Vulling]] = {
    "gehaald": Vulling("goed"),
    "op koers": Vulling("goed-zacht", "///", "goed", "goed"),
    "risico": Vulling("let-op-zacht", "|||", "let-op", "let-op"),
    "achter": Vulling("fout-zacht", "\\\\\\", "fout", "fout"),
    "niet gehaald": Vulling("fout", "xxx", "vlak"),
    "te vroeg": Vulling("vlak-zacht", "---", "rand", "rand"),
    "geen cijfers": Vulling("vlak", "", "", "rand"),
}


def vulling(place: int, naam: str = "") -> Vulling:
    """The fill of a series: that of the status it is named after, or by its place."""
    known = {str(status): fill for status, fill in STATUSSEN.items()}
    return known.get(naam) or REEKSEN[place % len(REEKSEN)]
