"""Counting some rows of a very long list: small tables of how often features occur together in an area.

Each row becomes one small number for each table of the plan: the class its values fall in. Most dwellings are
there all year; the few that came or went, or were let, are looked up first and looked at one by one. Which
rows belong to the stock, or to a flow of the year, is the rule of `tellen`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from wederkerig.monitoring.woningen.huurklassen import KLASSEN
from wederkerig.monitoring.woningen.kenmerken import household_let
from wederkerig.monitoring.woningen.landklassen import (
    AMOUNTS,
    BASE,
    DEAREST,
    EXISTING,
    HOMES,
    LET,
    Getallen,
    Plek,
    Som,
    Tabel,
    Telgroep,
    Telplan,
)
from wederkerig.monitoring.woningen.tellen import GONE, NOT_HERE, Groep

if TYPE_CHECKING:
    from wederkerig.monitoring.woningen.landkolommen import Brokstuk

_EPOCH = date(1970, 1, 1)
LONG_AGO, NEVER = int(np.iinfo(np.int32).min), int(np.iinfo(np.int32).max)
# an empty day of coming lies before all years, one of going after them
EMPTY_DAYS = {"inExploitatiedatum": LONG_AGO, "uitExploitatiedatum": NEVER, "datumVerhuring": LONG_AGO}
ALL = slice(None)
# Numbers that are counted at once.
_MANY = 500_000
Rijen = Getallen | slice
"""Which rows of a piece: their places, or all."""


class LandError(ValueError):
    """The file cannot be counted; says in Dutch what is wrong and what to do."""


class Landteller:
    """Counts piece after piece; areas have numbers of their own, in the order in which they were met."""

    def __init__(self, plan: Telplan) -> None:
        self._plan = plan
        self._places = np.zeros(0, np.int64)
        self._area_of = np.full(plan.places, -1, np.int32)
        self._tallies = [_Tally() for _ in plan.tabellen]
        self._sums = {som: np.zeros(0) for som in plan.sommen}

    def add(self, stuk: Brokstuk) -> None:
        """Count these rows too."""
        place = _places(stuk, self._plan)
        area = self._area_of.take(place, mode="clip")
        if area.min(initial=0) < 0:
            new = np.unique(place[area < 0])
            self._area_of[new] = np.arange(len(self._places), len(self._places) + len(new))
            self._places = np.append(self._places, new)
            area = self._area_of.take(place, mode="clip")
        piece = _Stukteller(stuk, self._plan, area.astype(np.int64))
        areas = len(self._places)
        for tabel, tally in zip(self._plan.tabellen, self._tallies, strict=True):
            tally.add(piece.area[piece.rows[tabel.groep]], tabel, piece.classes(tabel))
        for som, amounts in piece.add_amounts(areas).items():
            self._sums[som] = _grown(self._sums[som], amounts)

    def totals(self) -> tuple[Getallen, Getallen]:
        """The numbers of the areas (see `Telplan.names`), and a row for each part: how many belong to it."""
        total = np.zeros((len(self._plan.delen), len(self._places)), dtype=np.int64)
        for tabel, tally in zip(self._plan.tabellen, self._tallies, strict=True):
            counts = tally.counts(len(self._places) * tabel.size)
            by_class = np.ascontiguousarray(counts.reshape(-1, tabel.size).T)
            for at, classes in tabel.telt.items():
                total[at] += tabel.teken * by_class[classes].sum(axis=0)
        for som, amounts in self._sums.items():
            total[self._plan.sommen[som]] = np.rint(amounts)
        return self._places, total


def found(tellers: Sequence[Landteller], plan: Telplan) -> tuple[tuple[Plek, ...], Getallen]:
    """What all of them counted: the areas in the order of their names, and a row for each part.

    Amounts are in eurocents.
    """
    counts = [each.totals() for each in tellers]
    places = np.unique(np.concatenate([numbers for numbers, _ in counts]))
    total = np.zeros((len(plan.delen), len(places)), dtype=np.int64)
    for numbers, more in counts:
        total[:, np.searchsorted(places, numbers)] += more
    plekken = plan.names(places)
    order = sorted(range(len(plekken)), key=plekken.__getitem__)
    return tuple(plekken[at] for at in order), total[:, order]


class _Tally:
    """How often each number occurs; many are counted together, as that is quicker."""

    def __init__(self) -> None:
        self._total = np.zeros(0, np.int64)
        self._waiting = np.empty(_MANY, np.int64)
        self._used = 0

    def add(self, area: Getallen, tabel: Tabel, classes: Getallen) -> None:
        """Count each area and its class together, as one number."""
        if self._used + len(area) > _MANY:
            self._count()
        if len(area) > _MANY:
            self._waiting = np.empty(len(area), np.int64)
        place = self._waiting[self._used : self._used + len(area)]
        np.multiply(area, tabel.size, out=place)
        place += classes
        self._used += len(area)

    def counts(self, size: int) -> Getallen:
        """Of each number below `size` how often it occurs."""
        self._count(size)
        return self._total

    def _count(self, size: int = 0) -> None:
        more = np.bincount(self._waiting[: self._used], minlength=max(size, len(self._total)))
        self._total = _grown(self._total, more)
        self._used = 0


def _grown(total: Getallen, more: Getallen) -> Getallen:
    """Both together; later pieces know more areas."""
    more[: len(total)] += total
    return more


def _places(stuk: Brokstuk, plan: Telplan) -> Getallen:
    """Of each row the number of its municipality, corporation and year together."""
    place = stuk.numbers("gemeente").astype(np.int32)
    if "corporatie" in plan.words:
        place *= len(plan.words["corporatie"])
        place += stuk.numbers("corporatie")
    place *= len(plan.jaren)
    place += stuk.numbers("jaar")
    return place


class _Stukteller:
    """Counts one piece. area: of each row its area."""

    def __init__(self, stuk: Brokstuk, plan: Telplan, area: Getallen) -> None:
        self.stuk = stuk
        self.plan = plan
        self.area = area
        self.cents = {veld: stuk.numbers(veld) for veld in AMOUNTS if veld in plan.words}
        self.base = plan.basis.take(self._combined(BASE, ALL), mode="clip")
        special, let = _special(stuk, plan), _let(stuk, plan)
        groups, groups_let = _groups(stuk, plan, special), _groups(stuk, plan, let)
        self.rows: dict[Telgroep, Rijen] = {
            "voorraad": ALL,
            "begin": special[groups["begin"]],
            "eind": special[groups["voorraad"]],
            "in": special[groups["in"]],
            "uit": special[groups["uit"]],
            "verhuring": let[groups_let["verhuring"]],
        }
        self.existing = groups_let["begin"][groups_let["verhuring"]]
        self.outside = special[~groups["voorraad"]]

    def classes(self, tabel: Tabel) -> Getallen:
        """Of each row of the group its class."""
        combined = self._combined(tabel.kolommen, self.rows[tabel.groep], self._base_of(tabel.groep))
        # of a short type: numpy looks up eight bytes at a time much slower
        return tabel.klassen.take(combined, mode="clip")

    def add_amounts(self, areas: int) -> dict[Som, Getallen]:
        """Amounts of the stock together, in each area; where one of them is not known, none counts."""
        base = self._base_of("voorraad")
        known = {veld: cents > 0 for veld, cents in self.cents.items()}
        whole = {veld for veld, each in known.items() if each.all()}
        social: dict[tuple[bool, ...], Getallen] = {}
        sums: dict[Som, Getallen] = {}
        for som in self.plan.sommen:
            least = som._replace(bekend=tuple(veld for veld in som.bekend if veld not in whole))
            if least not in sums:
                if som.kinds not in social:
                    social[som.kinds] = np.asarray([*som.kinds, False]).take(base, mode="clip")
                amounts = self.cents[som.veld] * social[som.kinds]
                for veld in least.bekend:
                    amounts *= known[veld]
                sums[least] = np.bincount(self.area, weights=amounts, minlength=areas)
            sums[som] = sums[least].copy()
        return {som: sums[som] for som in self.plan.sommen}

    def _base_of(self, groep: Telgroep) -> Getallen:
        """The base class of the rows of a group; of the stock those are all rows, others have one apart."""
        base: Getallen = self.base[self.rows[groep]]
        if groep == "voorraad":
            base = base.copy()
            base[self.outside] = self.plan.buiten
        return base

    def _combined(self, names: Sequence[str], rows: Rijen, base: Getallen | None = None) -> Getallen:
        """For each row the number of its combination of values."""
        found = np.zeros(len(self.stuk), np.uint8) if base is None else base
        size = 1 if base is None else self.plan.buiten + 1
        for codes, many in (each for name in names for each in self._codes(name, rows)):
            size *= many
            kind = np.min_scalar_type(size)
            found = np.multiply(found, many, dtype=kind, casting="unsafe")
            np.add(found, codes, out=found, casting="unsafe")
        return found

    def _codes(self, name: str, rows: Rijen) -> Iterator[tuple[Getallen, int]]:
        """What goes into a combination: numbers of each row, and how many there are."""
        stuk, words = self.stuk, self.plan.words
        if name == EXISTING:
            yield self.existing, 2
        elif name == LET:
            yield self._rents("rekenhuur", rows), len(KLASSEN) + 1
            yield _homes(stuk, self.plan, rows), len(HOMES)
        elif name in self.cents:
            yield self._rents(name, rows), len(KLASSEN) + 1
            if "doelgroep" in words:
                yield stuk.numbers("doelgroep")[rows], len(words["doelgroep"])
        elif name in words:
            yield stuk.numbers(name)[rows], len(words[name])

    def _rents(self, veld: str, rows: Rijen) -> Getallen:
        """Of each amount its class with the limits of its year, from 1 on; 0 where it is not known."""
        place = np.minimum(self.cents[veld][rows], DEAREST)
        if len(self.plan.jaren) > 1:
            place += np.multiply(self.stuk.numbers("jaar")[rows], DEAREST + 1, dtype=np.int32)
        return self.plan.huurklassen.take(place, mode="clip")


def _homes(stuk: Brokstuk, plan: Telplan, rows: Rijen) -> Getallen:
    """The place in `HOMES` of the household that came to live there."""
    nobody = np.zeros(len(stuk), np.uint8)
    sizes = (stuk.numbers("huishoudgrootte") if "huishoudgrootte" in plan.words else nobody)[rows]
    word = (stuk.numbers("doelgroep") if "doelgroep" in plan.words else nobody)[rows]
    meant = plan.words.get("doelgroep", [None])
    largest = int(sizes.max(initial=0))
    homes = [
        HOMES.index(household_let(size, str(each or ""))) for size, each in product(range(largest + 1), meant)
    ]
    return np.asarray(homes, np.uint8)[sizes.astype(np.intp) * len(meant) + word]


def _special(stuk: Brokstuk, plan: Telplan) -> Getallen:
    """The rows of dwellings that were perhaps not there all year."""
    found = np.zeros(len(stuk), dtype=np.bool_)
    if "inExploitatiedatum" in plan.words:
        found |= stuk.numbers("inExploitatiedatum") >= _day(plan.jaren.start, 1, 1)
    if "uitExploitatiedatum" in plan.words:
        found |= stuk.numbers("uitExploitatiedatum") != NEVER
    if "status" in plan.words:
        for at, word in enumerate(plan.words["status"]):
            if word in (*NOT_HERE, GONE):
                found |= stuk.numbers("status") == at
    return np.flatnonzero(found)


def _let(stuk: Brokstuk, plan: Telplan) -> Getallen:
    """The rows of dwellings that were perhaps let during their year."""
    if "datumVerhuring" not in plan.words:
        return np.zeros(0, np.intp)
    return np.flatnonzero(stuk.numbers("datumVerhuring") >= _day(plan.jaren.start, 1, 1))


def _groups(stuk: Brokstuk, plan: Telplan, rows: Getallen) -> dict[Groep, Getallen]:
    """Which of these rows are of the stock at the end and at the start of their year, or of a flow of it."""
    year = stuk.numbers("jaar")[rows]
    first, last = (
        np.asarray([_day(each, *day) for each in plan.jaren], np.int32)[year] for day in ((1, 1), (12, 31))
    )
    days = {
        veld: stuk.numbers(veld)[rows] if veld in plan.words else np.full(len(rows), empty, np.int32)
        for veld, empty in EMPTY_DAYS.items()
    }
    came, went, let = days.values()
    here = _here(stuk, plan, rows, went)
    in_time, before, stays, there = came <= last, came < first, went > last, went >= first
    return {
        "voorraad": here & in_time & stays,
        "begin": here & before & there,
        "in": here & in_time & ~before,
        "uit": here & there & ~stays,
        "verhuring": here & (let >= first) & (let <= last),
    }


def _here(stuk: Brokstuk, plan: Telplan, rows: Getallen, went: Getallen) -> Getallen:
    """Which rows are not left out for their status."""
    if "status" not in plan.words:
        return np.ones(len(rows), dtype=np.bool_)
    words, row = plan.words["status"], stuk.numbers("status")[rows]
    here: Getallen = np.asarray([word not in NOT_HERE for word in words])[row]
    if GONE in words:
        here &= (row != words.index(GONE)) | (went != NEVER)
    return here


def _day(year: int, month: int, day: int) -> int:
    return (date(year, month, day) - _EPOCH).days
