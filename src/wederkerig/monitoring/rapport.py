"""What a half-yearly report and a letter to the council hold, whatever file they become.

Both say the same things; the letter says them in two pages. The first thing in each is short: what needs
attention. Until a report is published it is a concept, and its figures are those of the day it was frozen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

from wederkerig.model import Model, PartijSoort
from wederkerig.model.taal import Hoeveelheid
from wederkerig.monitoring.beoordelen import Status
from wederkerig.monitoring.grafiek import Grafiek

RapportSoort = Literal["halfjaarrapport", "raadsbrief"]
Koers = Literal["beter", "slechter", "anders", "nieuw", "vervallen"]


class Verschuiving(Model):
    """That a norm has another status, or another figure, than in the report before.

    koers: which way; "anders" where one of both says nothing of keeping the norm (te vroeg, geen cijfers) or
        only the figure moved. was, stand_was: None where the norm is new; nu, stand_nu: where it is gone.
    """

    sleutel: str
    koers: Koers
    was: Status | None = None
    nu: Status | None = None
    stand_was: Hoeveelheid | None = None
    stand_nu: Hoeveelheid | None = None


class Normregel(Model):
    """A norm as a report tells it.

    naam: of the indicator; nummer: of the agreement; norm: the promise in words.
    som: the sum behind the status; zin: the sentence for the public. wie: whose norm it is.
    peildatum: the day of the figure it is judged by.
    """

    sleutel: str
    naam: str
    nummer: str
    norm: str
    status: Status
    zin: str
    som: str = ""
    wie: tuple[str, ...] = ()
    peildatum: date | None = None
    verschuiving: Verschuiving | None = None


class Aandachtspunt(Model):
    """One of the things that need attention: what, why, and who is to speak of it."""

    sleutel: str
    thema: str
    kop: str
    zin: str
    status: Status
    reden: str
    wie: tuple[str, ...] = ()


class Opmerking(Model):
    """What a party says in a report, of a norm (`sleutel`), of a theme, or of the whole ("" in both).

    As a right of reply (weerwoord) it answers what others say of the party.
    """

    partij: str
    soort: PartijSoort
    tekst: str
    op: date | None = None
    thema: str = ""
    sleutel: str = ""


class Aandeel(Model):
    """What one party promised, and kept: its side of the reciprocity.

    afspraken: in how many agreements it has to act; gemeten: how many of those have a norm in figures that
        could be judged; gehaald: how many of those are kept or on course, all their norms together.
    """

    partij: str
    soort: PartijSoort
    afspraken: int
    gemeten: int = 0
    gehaald: int = 0


class Vervolg(Model):
    """What comes next: what is due, of whom, by which day."""

    uiterlijk: date
    wie: str
    wat: str


class Themadeel(Model):
    """What a report says of one theme. thema: its canonical id; "" for what belongs to none."""

    thema: str
    naam: str
    normen: tuple[Normregel, ...] = ()
    grafieken: tuple[Grafiek, ...] = ()
    opmerkingen: tuple[Opmerking, ...] = ()
    weerwoord: tuple[Opmerking, ...] = ()
    verschuivingen: tuple[Verschuiving, ...] = ()


class Rapport(Model):
    """A report on the agreements of a municipality, on a day.

    peildatum, vorige: the day it judges on, and that of the report before.
    opgesteld: when it was made; bevroren: since when its figures are fixed; gepubliceerd: when it was
        published, None for a concept.
    kop: what needs attention, at most five. grafieken, opmerkingen, weerwoord: on the whole.
    """

    soort: RapportSoort
    titel: str
    gemeente: str
    peildatum: date
    vorige: date | None = None
    opgesteld: date
    bevroren: date | None = None
    gepubliceerd: date | None = None
    partijen: tuple[str, ...] = ()
    kop: tuple[Aandachtspunt, ...] = ()
    grafieken: tuple[Grafiek, ...] = ()
    themas: tuple[Themadeel, ...] = ()
    aandelen: tuple[Aandeel, ...] = ()
    vervolg: tuple[Vervolg, ...] = ()
    opmerkingen: tuple[Opmerking, ...] = ()
    weerwoord: tuple[Opmerking, ...] = ()


def is_concept(rapport: Rapport) -> bool:
    """Whether a report is still to be published."""
    return rapport.gepubliceerd is None


def counted(rapport: Rapport) -> Mapping[Status, int]:
    """How many norms of a report have each status that occurs."""
    found: dict[Status, int] = {}
    for regel in all_norms(rapport):
        found[regel.status] = found.get(regel.status, 0) + 1
    return found


def all_norms(rapport: Rapport) -> Sequence[Normregel]:
    """The norms of a report in the order of its themes."""
    return [regel for deel in rapport.themas for regel in deel.normen]
