"""Counting dwellings: how many there are of each kind, in each area, on each reference day.

What is counted can be added to what was counted of another list; figures follow from the counts alone, so
that the list itself is not needed any more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from wederkerig.monitoring.woningen.cijfer import Niveau
from wederkerig.monitoring.woningen.huurklassen import fits, klasse
from wederkerig.monitoring.woningen.kenmerken import bits, features, household, household_let
from wederkerig.monitoring.woningen.periode import Periode
from wederkerig.monitoring.woningen.woning import Woning

Groep = Literal["voorraad", "begin", "in", "uit", "verhuring"]
"""Which dwellings: those of the stock at the end or the start of the period, or those of a flow during it."""
NIVEAUS: tuple[Niveau, ...] = ("woonplaats", "wijk", "buurt")
NOT_HERE = ("ONT", "ADM")  # being built, and let by others
GONE = "UIT"


class Gebied(NamedTuple):
    """What figures are about: a reference day, a corporation, a municipality and perhaps a part of it."""

    peildatum: date
    corporatie: str
    gemeente: str
    niveau: Niveau
    gebied: str | None


Soort = tuple[Groep, int]
"""One kind of dwellings: the group, and their features as bits."""


class Aantal(NamedTuple):
    """How many dwellings, and their rent, streefhuur and maximum rent together, in eurocents."""

    aantal: int = 0
    huur: int = 0
    streefhuur: int = 0
    maximum: int = 0


@dataclass(frozen=True, slots=True)
class Telling:
    """Counts by area and kind; velden: the columns that all lists had, perioden: the periods counted."""

    perioden: tuple[Periode, ...]
    velden: frozenset[str]
    aantallen: dict[Gebied, dict[Soort, Aantal]] = field(default_factory=dict)

    def __add__(self, other: Telling) -> Telling:
        """Both lists together. Raises ValueError where they were counted for other periods."""
        if self.perioden != other.perioden:
            raise ValueError("De lijsten zijn voor verschillende perioden geteld.")
        total: dict[Gebied, dict[Soort, Aantal]] = {at: dict(rows) for at, rows in self.aantallen.items()}
        for gebied, rows in other.aantallen.items():
            mine = total.setdefault(gebied, {})
            for soort, aantal in rows.items():
                mine[soort] = Aantal(*map(sum, zip(mine.get(soort, Aantal()), aantal, strict=True)))
        return Telling(self.perioden, self.velden & other.velden, total)


def count(woningen: Iterable[Woning], *, perioden: Sequence[Periode], velden: Collection[str]) -> Telling:
    """Count a list, read once. velden: the columns it has, as `Kolomkeuze.velden` says.

    A dwelling with a reference day of its own counts for that day only, others for all. Raises ParameterError
    where the rent limits of a year are not known.
    """
    running: dict[Gebied, dict[Soort, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0, 0, 0]))
    for woning in woningen:
        fixed = features(woning)
        amounts = [1, *map(_cents, (woning.rekenhuur, woning.streefhuur, woning.maximale_huur))]
        for periode in perioden:
            if woning.peildatum not in (None, periode.peildatum, periode.tot):
                continue
            areas = [running[gebied] for gebied in _areas(woning, periode)]
            for soort in _kinds(woning, fixed, periode):
                for area in areas:
                    row = area[soort]
                    for at, amount in enumerate(amounts):
                        row[at] += amount
    counted = {at: {soort: Aantal(*row) for soort, row in rows.items()} for at, rows in running.items()}
    return Telling(tuple(perioden), frozenset(velden), counted)


def _areas(woning: Woning, periode: Periode) -> Iterator[Gebied]:
    where = periode.peildatum, woning.corporatie, woning.gemeente
    yield Gebied(*where, "gemeente", None)
    for niveau, name in zip(NIVEAUS, (woning.woonplaats, woning.wijk, woning.buurt), strict=True):
        if name:
            yield Gebied(*where, niveau, name)


def _kinds(woning: Woning, fixed: int, periode: Periode) -> Iterator[Soort]:
    """Each group the dwelling belongs to, with its features there."""
    came, went, let = woning.in_exploitatiedatum, woning.uit_exploitatiedatum, woning.datum_verhuring
    if woning.status in NOT_HERE or (woning.status == GONE and went is None):
        return
    before = (came is None or came < periode.van) and (went is None or went >= periode.van)
    if (came is None or came <= periode.tot) and (went is None or went > periode.tot):
        yield "voorraad", fixed | _rents(woning, periode.tot, household(woning.doelgroep))
    if before:
        yield "begin", fixed
    if came is not None and periode.van <= came <= periode.tot:
        yield "in", fixed | _rents(woning, came, household_let(woning.huishoudgrootte, woning.doelgroep))
    if went is not None and periode.van <= went <= periode.tot:
        yield "uit", fixed
    if let is not None and periode.van <= let <= periode.tot:
        existing = bits()["bestaand", "ja"] if before else 0
        yield (
            "verhuring",
            fixed | existing | _rents(woning, let, household_let(woning.huishoudgrootte, woning.doelgroep)),
        )


def _rents(woning: Woning, dag: date, huishouden: str | None) -> int:
    """The bits of rent and streefhuur with the limits of a day."""
    known, found = bits(), 0
    if woning.maximale_huur is not None:
        found |= known["maximum", "gegeven"]
    for huur, name, fit in (
        (woning.rekenhuur, "huurklasse", "passend"),
        (woning.streefhuur, "streefklasse", "passend_streef"),
    ):
        if huur is not None:
            rent_class = klasse(huur, dag)
            found |= known[name, rent_class]
            if huishouden is not None:
                found |= known[fit, "ja" if fits(rent_class, huishouden) else "nee"]
    return found


def _cents(amount: Decimal | None) -> int:
    return int(amount * 100) if amount is not None else 0
