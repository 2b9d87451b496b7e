"""Counting some rows of a very long list: small tables of how often features occur together in an area.

Each row becomes one small number for each table: the class its values fall in. Values that no figure tells
apart are one class, so that tables stay small. Which rows belong to the stock, or to a flow of the year, is
the rule of `tellen`; features and limits are the same too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt

from wederkerig.monitoring.woningen.formules import Deel
from wederkerig.monitoring.woningen.huurklassen import KLASSEN, fits, limits
from wederkerig.monitoring.woningen.kenmerken import (
    BEKEND,
    bits,
    features_of,
    household,
    household_let,
    mask,
)
from wederkerig.monitoring.woningen.tellen import GONE, NOT_HERE, Groep

if TYPE_CHECKING:
    from wederkerig.monitoring.woningen.landkolommen import Brokstuk

Getallen = npt.NDArray[Any]
# columns whose features figures ask together; those of the base go with each of the others
_BASE = ("soort", "detailSoort", "maatschappelijkLabel")
_BASE_FEATURES = ("categorie", "daeb")
_TABLES = (
    ("energielabel", "status", "zelfstandig"),
    ("toegankelijkheidslabel", "woonvorm", "doelgroep"),
    ("detailSoort", "verkoop"),
)
_FLOWS: dict[Groep, tuple[str, ...]] = {
    "in": ("inExploitatieReden", "toegankelijkheidslabel"),
    "uit": ("uitExploitatieReden",),
    "verhuring": (),
}
# amounts by the name that formulas give them: the column, and the features that follow from it
_AMOUNTS = {
    "huur": ("rekenhuur", "huurklasse", "passend"),
    "streefhuur": ("streefhuur", "streefklasse", "passend_streef"),
    "maximaleHuur": ("maximaleHuur", "maximum", ""),
}
_RENTS = ("huur", "streefhuur")
_EPOCH = date(1970, 1, 1)
LONG_AGO, NEVER = int(np.iinfo(np.int32).min), int(np.iinfo(np.int32).max)
# Rents above this are dearer than any limit; in cents.
_DEAREST = 200_000


class LandError(ValueError):
    """The file cannot be counted; says in Dutch what is wrong and what to do."""


class Plek(NamedTuple):
    """An area of the country's figures."""

    gemeente: str
    corporatie: str
    jaar: int


class Klassen(NamedTuple):
    """Of each row its class, and of each class which masks it has a bit of."""

    van_rij: Getallen
    raakt: tuple[frozenset[int], ...]

    def having(self, maskers: frozenset[int]) -> list[int]:
        """The classes that have a bit of each of these masks."""
        return [at for at, touched in enumerate(self.raakt) if maskers <= touched]


def count_rows(stuk: Brokstuk, delen: Sequence[Deel]) -> tuple[list[Plek], Getallen]:
    """How many rows belong to each part of a formula, in each area that occurs; amounts in eurocents."""
    plekken, area = _areas(stuk)
    teller = _Teller(stuk, delen, area, len(plekken))
    teller.count_stock()
    teller.count_begin()
    teller.count_amounts()
    teller.count_flows()
    return plekken, teller.found


def _areas(stuk: Brokstuk) -> tuple[list[Plek], Getallen]:
    """The areas that occur, and of each row which of them it is in."""
    towns, years = stuk.words("gemeente"), stuk.years
    owners = stuk.words("corporatie") if "corporatie" in stuk else [""]
    place = stuk.numbers("gemeente").astype(np.int32)
    if "corporatie" in stuk:
        place *= len(owners)
        place += stuk.numbers("corporatie")
    place *= len(years)
    place += stuk.year_codes
    occurs = np.bincount(place, minlength=len(towns) * len(owners) * len(years)) > 0
    numbered = (np.cumsum(occurs) - 1).astype(np.int32)
    plekken = []
    for at in np.flatnonzero(occurs).tolist():
        rest, year = divmod(at, len(years))
        town, owner = divmod(rest, len(owners))
        plekken.append(Plek(str(towns[town] or ""), str(owners[owner] or ""), years[year]))
    return plekken, numbered[place]


class _Teller:
    """Counts one piece; `found` gets a row for each area and a column for each part."""

    def __init__(self, stuk: Brokstuk, delen: Sequence[Deel], area: Getallen, areas: int) -> None:
        self.stuk = stuk
        self.delen = delen
        self.area = area
        self.areas = areas
        self.found = np.zeros((areas, len(delen)), dtype=np.int64)
        masks = frozenset(masker for deel in delen for masker in deel.maskers)
        whole = mask(_BASE_FEATURES[0], [BEKEND]) | mask(_BASE_FEATURES[1], [BEKEND])
        self.base_masks = frozenset(masker for masker in masks if masker & whole)
        self.masks = masks - self.base_masks
        self._counts: dict[frozenset[int], Getallen] = {}
        self._stocks: dict[frozenset[int], Getallen] = {}
        self.groups = _groups(stuk)
        # what is not in the stock is counted in an area beyond the last one
        self.stock = np.where(self.groups["voorraad"], area, np.int32(areas))
        self.base = _classes(stuk, _BASE, self.base_masks)
        self.base_and_area = np.multiply(self.base.van_rij, areas + 1, dtype=np.int64)
        self.base_and_area += self.stock
        self.amounts = {name: stuk.numbers(row[0]) for name, row in _AMOUNTS.items() if row[0] in stuk}

    def count_stock(self) -> None:
        """Every part that counts the stock, from the first table that knows all its features."""
        wanted = self._parts("voorraad")
        for table in self._tables():
            known = frozenset[int]().union(self.base_masks, *table.raakt)
            here = [at for at in wanted if known.issuperset(self.delen[at].maskers)]
            wanted = [at for at in wanted if at not in here]
            self._count_table(table, here)

    def count_begin(self) -> None:
        """The stock at the start: that at the end, with what went and without what came."""
        begin, end = self.groups["begin"], self.groups["voorraad"]
        differ = np.flatnonzero(begin ^ end)
        sign = np.where(begin[differ], 1, -1)
        for at in self._parts("begin"):
            fits = self._of_base(at, differ)
            change = np.bincount(self.area[differ], weights=sign * fits, minlength=self.areas)
            self.found[:, at] = self._stock_counts(self._base_masks(at)) + np.rint(change).astype(np.int64)

    def count_amounts(self) -> None:
        """Every part that adds up amounts of the stock, in cents; where one of them is not known, none is."""
        known = {name: amount > 0 for name, amount in self.amounts.items()}
        needed = {name: not there.all() for name, there in known.items()}
        sums: dict[tuple[object, ...], Getallen] = {}
        for at, deel in enumerate(self.delen):
            if deel.som not in self.amounts:
                continue
            others = tuple(
                name
                for name, (_, feature, _) in _AMOUNTS.items()
                if name != deel.som and needed.get(name) and mask(feature, [BEKEND]) in deel.maskers
            )
            key = deel.som, others, self._base_masks(at)
            if key not in sums:
                amount = self.amounts[deel.som].astype(np.float64)
                for name in others:
                    amount *= known[name]
                sums[key] = np.bincount(self._stock_of(key[2]), weights=amount, minlength=self.areas + 1)[:-1]
            self.found[:, at] = np.rint(sums[key]).astype(np.int64)

    def count_flows(self) -> None:
        """Every part about dwellings that came, went or were let: few rows, each with all its features."""
        for groep, columns in _FLOWS.items():
            rows = np.flatnonzero(self.groups[groep])
            bits_of = self._flow_features(groep, columns, rows)
            for at in self._parts(groep):
                fits = self._of_base(at, rows)
                for masker in frozenset(self.delen[at].maskers) - self.base_masks:
                    fits &= (bits_of & masker) != 0
                self.found[:, at] = np.bincount(self.area[rows][fits], minlength=self.areas)

    def _parts(self, groep: Groep) -> list[int]:
        return [at for at, deel in enumerate(self.delen) if deel.groep == groep and not deel.som]

    def _base_masks(self, at: int) -> frozenset[int]:
        return frozenset(self.delen[at].maskers) & self.base_masks

    def _of_base(self, at: int, rows: Getallen) -> Getallen:
        """Which of these rows have the features of the base that a part asks."""
        wanted = np.zeros(len(self.base.raakt), dtype=np.bool_)
        wanted[self.base.having(self._base_masks(at))] = True
        return wanted[self.base.van_rij[rows]]

    def _stock_of(self, masks: frozenset[int]) -> Getallen:
        """The area of each row of the stock with these features; beyond the last area of other rows."""
        if masks not in self._stocks:
            wanted = np.zeros(len(self.base.raakt), dtype=np.bool_)
            wanted[self.base.having(masks)] = True
            self._stocks[masks] = np.where(wanted[self.base.van_rij], self.stock, self.areas)
        return self._stocks[masks]

    def _stock_counts(self, masks: frozenset[int]) -> Getallen:
        """How many of the stock have these features of the base, in each area."""
        if masks not in self._counts:
            self._counts[masks] = np.bincount(self._stock_of(masks), minlength=self.areas + 1)[:-1]
        return self._counts[masks]

    def _tables(self) -> Iterator[Klassen]:
        for velden in _TABLES:
            yield _classes(self.stuk, velden, self.masks)
        for name in _RENTS:
            if name in self.amounts:
                yield self._rent_classes(name)

    def _rent_classes(self, name: str) -> Klassen:
        """Classes of the rent, and of whether it fits whom the dwelling is meant for."""
        meant = self.stuk.words("doelgroep") if "doelgroep" in self.stuk else [None]
        codes = [
            _rent_features(name, rent, household(str(word or "")))
            for rent, word in product(range(len(KLASSEN) + 1), meant)
        ]
        row = _rents(self.amounts[name], self.stuk.year_codes, self.stuk.years).astype(np.uint16)
        if len(meant) > 1:
            row *= np.uint16(len(meant))
            row += self.stuk.numbers("doelgroep")
        return _grouped(row, codes, self.masks)

    def _count_table(self, table: Klassen, here: Sequence[int]) -> None:
        """How often each class occurs with each class of the base in each area; then what figures ask."""
        size, wide = len(table.raakt), len(self.base.raakt) * (self.areas + 1)
        key = np.multiply(table.van_rij, wide, dtype=np.int64)
        key += self.base_and_area
        counts = np.bincount(key, minlength=size * wide)
        cube = counts.reshape(size, len(self.base.raakt), self.areas + 1)[:, :, :-1]
        sums: dict[frozenset[int], Getallen] = {}
        for at in here:
            of_base = self._base_masks(at)
            if of_base not in sums:
                sums[of_base] = cube[:, self.base.having(of_base)].sum(axis=1)
                self._counts[of_base] = sums[of_base].sum(axis=0)
            columns = table.having(frozenset(self.delen[at].maskers) - self.base_masks)
            self.found[:, at] = sums[of_base][columns].sum(axis=0)

    def _flow_features(self, groep: Groep, columns: Iterable[str], rows: Getallen) -> Getallen:
        """The features of these rows, as bits."""
        stuk = self.stuk
        found = np.zeros(len(rows), dtype=np.int64)
        for veld in columns:
            if veld in stuk:
                codes = [features_of({veld: "" if word is None else word}) for word in stuk.words(veld)]
                found |= np.asarray(codes, dtype=np.int64)[stuk.numbers(veld)[rows]]
        if groep == "verhuring":
            found |= np.where(self.groups["begin"][rows], bits()["bestaand", "ja"], 0)
        if groep != "uit" and "huur" in self.amounts:
            rent = _rents(self.amounts["huur"][rows], stuk.year_codes[rows], stuk.years).astype(np.intp)
            homes = _households_let(stuk, rows)
            codes = [
                _rent_features("huur", at, home) for at, home in product(range(len(KLASSEN) + 1), _HOMES)
            ]
            found |= np.asarray(codes, dtype=np.int64)[rent * len(_HOMES) + homes]
        return found


_HOMES = (None, "klein", "groot")


def _households_let(stuk: Brokstuk, rows: Getallen) -> Getallen:
    """The place in `_HOMES` of the household that came to live there."""
    sizes = stuk.numbers("huishoudgrootte")[rows] if "huishoudgrootte" in stuk else np.zeros(len(rows), int)
    meant = stuk.words("doelgroep") if "doelgroep" in stuk else [None]
    word = stuk.numbers("doelgroep")[rows] if "doelgroep" in stuk else np.zeros(len(rows), int)
    largest = int(sizes.max(initial=0))
    homes = [
        _HOMES.index(household_let(size, str(each or "")))
        for size, each in product(range(largest + 1), meant)
    ]
    return np.asarray(homes)[sizes.astype(np.intp) * len(meant) + word]


def _groups(stuk: Brokstuk) -> dict[Groep, Getallen]:
    """Which rows are of the stock at the end and at the start of their year, and of each flow of it."""
    year = stuk.year_codes
    first = np.asarray([(date(each, 1, 1) - _EPOCH).days for each in stuk.years], dtype=np.int32)[year]
    last = np.asarray([(date(each, 12, 31) - _EPOCH).days for each in stuk.years], dtype=np.int32)[year]
    came = stuk.numbers("inExploitatiedatum") if "inExploitatiedatum" in stuk else None
    went = stuk.numbers("uitExploitatiedatum") if "uitExploitatiedatum" in stuk else None
    let = stuk.numbers("datumVerhuring") if "datumVerhuring" in stuk else None
    here = _here(stuk, went)
    nothing = np.zeros(stuk.rows, dtype=np.bool_)
    begin, end, arrived, left = here, here, nothing, nothing
    if came is not None:
        in_time, before = came <= last, came < first
        begin, end, arrived = begin & before, end & in_time, here & in_time & ~before
    if went is not None:
        stays, there = went > last, went >= first
        begin, end, left = begin & there, end & stays, here & there & ~stays
    started = nothing if let is None else here & (let >= first) & (let <= last)
    return {"voorraad": end, "begin": begin, "in": arrived, "uit": left, "verhuring": started}


def _here(stuk: Brokstuk, went: Getallen | None) -> Getallen:
    """Rows that are not left out for their status."""
    if "status" not in stuk:
        return np.ones(stuk.rows, dtype=np.bool_)
    words, row = stuk.words("status"), stuk.numbers("status")
    here = np.asarray([word not in NOT_HERE for word in words])[row]
    if GONE in words:
        gone = row == words.index(GONE)
        here &= ~gone if went is None else ~gone | (went != NEVER)
    return here


def _classes(stuk: Brokstuk, velden: Sequence[str], masks: frozenset[int]) -> Klassen:
    """Classes of some columns together."""
    there = [veld for veld in velden if veld in stuk]
    words = [stuk.words(veld) for veld in there]
    codes = [
        features_of(
            dict.fromkeys(velden, "")
            | {veld: word for veld, word in zip(there, row, strict=True) if word is not None}
        )
        for row in product(*words)
    ]
    small = len(codes) < 2**16
    row: Getallen = np.zeros(stuk.rows, dtype=np.uint16 if small else np.int64)
    for veld, known in zip(there, words, strict=True):
        row = np.multiply(row, len(known), dtype=row.dtype) + stuk.numbers(veld).astype(row.dtype)
    return _grouped(row, codes, masks)


def _grouped(row: Getallen, codes: Sequence[int], masks: frozenset[int]) -> Klassen:
    """Rows whose codes touch the same masks are one class."""
    numbers: dict[frozenset[int], int] = {}
    places = [
        numbers.setdefault(frozenset(masker for masker in masks if masker & code), len(numbers))
        for code in codes
    ]
    return Klassen(
        np.asarray(places, dtype=np.uint8 if len(numbers) < 256 else np.int64)[row], tuple(numbers)
    )


def _rents(cents: Getallen, year: Getallen, years: Sequence[int]) -> Getallen:
    """Of each amount its class with the limits of its year, from 1 on; 0 where it is not known."""
    table = np.concatenate([_rent_table(each) for each in years])
    place = np.minimum(cents, _DEAREST)
    if len(years) > 1:
        place += np.multiply(year, _DEAREST + 1, dtype=np.int32)
    return table[place]


@cache
def _rent_table(year: int) -> Getallen:
    """The class of every amount in cents, with the limits of a year's last day."""
    table = np.full(_DEAREST + 1, len(KLASSEN), dtype=np.uint8)
    start = 1
    for number, limit in enumerate(limits(date(year, 12, 31)), start=1):
        end = min(int(limit * 100), _DEAREST)
        table[start : end + 1] = number
        start = end + 1
    table[0] = 0
    return table


def _rent_features(name: str, rent: int, huishouden: str | None) -> int:
    """The features of a class of rents (0 is not known)."""
    if rent == 0:
        return 0
    _, feature, fit = _AMOUNTS[name]
    found = bits()[feature, KLASSEN[rent - 1]]
    if huishouden is not None:
        found |= bits()[fit, "ja" if fits(KLASSEN[rent - 1], huishouden) else "nee"]
    return found
