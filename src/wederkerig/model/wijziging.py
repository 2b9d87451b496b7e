"""Amendments: what a year plan, or the comparison of two versions, changes in a document."""

from __future__ import annotations

from typing import Literal

from wederkerig.model.bron import Feit, Model
from wederkerig.model.delen import (
    Begrip,
    Hoofdstuk,
    Kader,
    Looptijd,
    Ondertekening,
    Partij,
    Stap,
    Tabel,
    Thema,
)

WijzigingSoort = Literal["aanvulling", "wijziging", "verwijderen", "nieuw", "bijlage", "verplaatsing"]
Onderdeel = Literal[
    "doelen", "proces", "bijlage", "tabel", "thema", "begrippen", "partijen", "kop", "stappen"
]


class Doel(Model):
    """What an amendment amends.

    An agreement by number, or goals, process texts, a table or the annex. `afspraak` is the
    agreement's lasting id where that is known; `titel` names the chapter, table or term.
    """

    nummer: str | None = None
    onderdeel: Onderdeel | None = None
    thema: str | None = None
    titel: str | None = None
    afspraak: str | None = None


class Plek(Model):
    """Where an agreement stands once the amendment is in.

    na: the id (or else the number) of the agreement it follows, "" for the very first; None leaves the
    place to its number.
    """

    nummer: str
    thema: str | None = None
    rubriek: str | None = None
    na: str | None = None


class Kop(Model):
    """What a document says of itself."""

    soort: Literal["meerjarig", "jaarafspraken"]
    titel: str
    gemeente: str | None = None
    looptijd: Looptijd | None = None
    ondertekening: Ondertekening | None = None


class Inhoud(Model):
    """The new state of parts that words alone do not carry; None leaves a part as it is."""

    kop: Kop | None = None
    partijen: tuple[Partij, ...] | None = None
    hoofdstukken: tuple[Hoofdstuk, ...] | None = None
    themas: tuple[Thema, ...] | None = None
    tabellen: tuple[Tabel, ...] | None = None
    begrippen: tuple[Begrip, ...] | None = None
    kaders: tuple[Kader, ...] | None = None
    stappen: tuple[Stap, ...] | None = None


class Wijziging(Feit):
    """An amendment: `huidig` is the current text as quoted, `tekst` the text added, new or struck.

    plek: where a new or moved agreement comes to stand.
    nummering: which numbers the references in `tekst` use: those from before the plan, or its result.
    afgesplitst_van, samengevoegd_met: the id of the agreement whose words a new one takes over, or in
        which a withdrawn one is taken up.
    tabel: the table that comes instead; inhoud: new states that words alone do not carry.
    """

    doel: Doel
    soort: WijzigingSoort
    huidig: str | None = None
    tekst: str
    reden: str | None = None
    jaar: int | None = None
    plek: Plek | None = None
    nummering: Literal["oud", "nieuw"] = "oud"
    afgesplitst_van: str | None = None
    samengevoegd_met: str | None = None
    tabel: Tabel | None = None
    inhoud: Inhoud | None = None
