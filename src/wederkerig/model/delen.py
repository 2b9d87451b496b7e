"""The parts an agreement document is made of: parties, chapters, themes, agreements, tables, glossary."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator

from wederkerig.model.bron import Feit, Model
from wederkerig.model.taal import Getal, Termijn, Verwijzing

PartijSoort = Literal["gemeente", "corporatie", "huurdersorganisatie", "zorgaanbieder", "overig"]


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
    """One numbered agreement: who promises what, how much and by when.

    id stays with the agreement when it is renumbered, reworded or moved; a number belongs to one version.
    eerder: ids of earlier agreements whose words it took over, because they were split or merged.
    """

    id: str | None = None
    eerder: tuple[str, ...] = ()
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


class Hoofdstuk(Feit):
    """Running text outside the themes: introduction, cooperation, process, monitoring.

    tekst has one paragraph or list item a line; `koppen` are those of its lines that are sub-headings.
    """

    titel: str
    tekst: str = ""
    koppen: tuple[str, ...] = ()


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


def _whole_date(value: object) -> object:
    """A whole date in a file is a date again; "mei 2024" stays as it is."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) and value[4:5] == "-" else value
    except ValueError:
        return value


class Kader(Feit):
    """A document named in the annex of frameworks, with the heading it stands under."""

    niveau: str | None = None
    titel: str
    datum: Annotated[date | str | None, BeforeValidator(_whole_date)] = None
