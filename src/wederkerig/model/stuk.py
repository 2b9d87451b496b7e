"""What an agreement document holds: the shape in which every other room speaks.

The published JSON Schema is generated from these models (`wederkerig schema`). Keys may be
added, never renamed.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from wederkerig.model.bron import Feit, Model
from wederkerig.model.taal import Getal, Termijn, Verwijzing

PartijSoort = Literal["gemeente", "corporatie", "huurdersorganisatie", "zorgaanbieder", "overig"]
WijzigingSoort = Literal["aanvulling", "wijziging", "verwijderen", "nieuw", "bijlage"]


class Vertegenwoordiger(Model):
    """Who signs for a party."""

    naam: str
    functie: str | None = None


class Partij(Feit):
    """An organisation that concludes the agreements. `kort` is what the document calls it afterwards."""

    naam: str
    kort: str
    soort: PartijSoort
    vertegenwoordiger: Vertegenwoordiger | None = None


class Looptijd(Model):
    """First and last day on which the agreements hold, as far as the document says."""

    van: date | None = None
    tot: date | None = None


class Ondertekening(Model):
    """Where and when the document was signed."""

    plaats: str | None = None
    datum: date | None = None


class Thema(Feit):
    """A theme: its title without number, the running text that opens it and its goals.

    An ambition ("gezamenlijke ambitie") stands in `ambities`.
    """

    titel: str
    context: str = ""
    doelen: tuple[str, ...] = ()
    ambities: tuple[str, ...] = ()


class Stap(Feit):
    """A concrete step beside an agreement."""

    tekst: str
    actoren: tuple[str, ...] = ()
    derden: tuple[str, ...] = ()
    getallen: tuple[Getal, ...] = ()
    termijnen: tuple[Termijn, ...] = ()


class Afspraak(Feit):
    """One numbered agreement: who promises what, how much and by when."""

    nummer: str
    thema: str | None = None
    rubriek: str | None = None
    tekst: str
    actoren: tuple[str, ...] = ()
    derden: tuple[str, ...] = ()
    getallen: tuple[Getal, ...] = ()
    termijnen: tuple[Termijn, ...] = ()
    verwijzingen: tuple[Verwijzing, ...] = ()
    stappen: tuple[Stap, ...] = ()


class Doel(Model):
    """What an amendment amends: an agreement by number, or goals, process texts or the annex of a theme."""

    nummer: str | None = None
    onderdeel: Literal["doelen", "proces", "bijlage"] | None = None
    thema: str | None = None


class Wijziging(Feit):
    """An amendment: `huidig` is the current text as quoted, `tekst` the text added, new or struck."""

    doel: Doel
    soort: WijzigingSoort
    huidig: str | None = None
    tekst: str
    reden: str | None = None
    jaar: int | None = None


class Tabel(Feit):
    """A table of the document; rows hold the cells' words, spanned cells stand once."""

    titel: str | None = None
    kop: tuple[str, ...] = ()
    rijen: tuple[tuple[str, ...], ...] = ()
    afspraak: str | None = None


class Begrip(Feit):
    """A term of the document's glossary."""

    term: str
    definitie: str


class Kader(Feit):
    """A document named in the annex of frameworks, with the heading it stands under."""

    niveau: str | None = None
    titel: str
    datum: date | str | None = None


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
