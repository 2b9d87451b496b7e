"""What an agreement document holds: the shape in which every other room speaks.

The published JSON Schema is generated from these models (`wederkerig schema`). Keys may be
added, never renamed.
"""

from __future__ import annotations

from typing import Literal

from wederkerig.model.bron import Model
from wederkerig.model.delen import (
    Afspraak,
    Begrip,
    Hoofdstuk,
    Kader,
    Looptijd,
    Ondertekening,
    Partij,
    Tabel,
    Thema,
)
from wederkerig.model.taal import Getal, Termijn
from wederkerig.model.wijziging import Wijziging


class Bestand(Model):
    """The file that was read."""

    naam: str
    formaat: str
    paginas: int | None = None
    tekens: int
    meldingen: tuple[str, ...] = ()


class Stuk(Model):
    """An agreement document as data."""

    soort: Literal["meerjarig", "jaarafspraken", "jaarplan"]
    titel: str
    gemeente: str | None = None
    looptijd: Looptijd | None = None
    ondertekening: Ondertekening | None = None
    partijen: tuple[Partij, ...] = ()
    hoofdstukken: tuple[Hoofdstuk, ...] = ()
    themas: tuple[Thema, ...] = ()
    afspraken: tuple[Afspraak, ...] = ()
    getallen: tuple[Getal, ...] = ()
    termijnen: tuple[Termijn, ...] = ()
    wijzigingen: tuple[Wijziging, ...] = ()
    tabellen: tuple[Tabel, ...] = ()
    begrippen: tuple[Begrip, ...] = ()
    kaders: tuple[Kader, ...] = ()
    bestand: Bestand | None = None


class Overeenkomst(Stuk):
    """Agreements for one year or several."""

    soort: Literal["meerjarig", "jaarafspraken"]


class Jaarplan(Stuk):
    """A document that amends another."""

    soort: Literal["jaarplan"]
