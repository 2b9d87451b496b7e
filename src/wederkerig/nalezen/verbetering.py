"""What a person says of one fact that was read: another value, right as it is, not there, or missed."""

from __future__ import annotations

from typing import Literal

from pydantic import JsonValue

from wederkerig.model import Bron
from wederkerig.model.bron import Model

FeitSoort = Literal[
    "kop",
    "partij",
    "thema",
    "afspraak",
    "stap",
    "getal",
    "termijn",
    "verwijzing",
    "tabel",
    "begrip",
    "kader",
    "hoofdstuk",
    "wijziging",
]
VerbeteringSoort = Literal["veld", "bevestigd", "weg", "nieuw", "terug"]


class Verbetering(Model):
    """One correction; of several for one field the last counts.

    sleutel: the fact (see `sleutels`); for `nieuw` the key that the added fact gets.
    soort: `veld` gives the field `veld` the value `wordt`; `bevestigd`: the doubt was looked at, and it
        is right as read; `weg`: what was read is not there; `nieuw`: a fact that reading missed;
        `terug`: back to as read, one field or (without `veld`) all that was said of the fact.
    was: the value as read when it was corrected; for `bevestigd` and `weg` all values, by field.
    wordt: the new value as JSON; for `nieuw` the values by field.
    feit, ouder: what the fact is, and the key of what it belongs to (None: the document itself).
    na: for `nieuw` the key of the fact it stands behind. gelijken: for `nieuw`, how many facts with the
        same words its owner had already. bron: where it stands.
    plaats, woorden: what a person saw, to find the fact back by when it is read otherwise.
    """

    sleutel: str
    soort: VerbeteringSoort
    veld: str | None = None
    was: JsonValue = None
    wordt: JsonValue = None
    feit: FeitSoort | None = None
    ouder: str | None = None
    na: str | None = None
    gelijken: int = 0
    bron: Bron | None = None
    plaats: str = ""
    woorden: str = ""
