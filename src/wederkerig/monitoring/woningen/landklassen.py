"""Classes of dwellings that the figures of the country tell apart, made once for each file.

A table is about the features of some columns together. Each combination of their values has a class; values
that no part of a formula tells apart are one class, so that tables stay small and counting them is quick.
"""

from __future__ import annotations

import operator
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, reduce
from itertools import product
from typing import Any, Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from wederkerig.monitoring.woningen.formules import Deel
from wederkerig.monitoring.woningen.huurklassen import KLASSEN, fits, limits
from wederkerig.monitoring.woningen.kenmerken import BEKEND, bits, features_of, household, mask
from wederkerig.monitoring.woningen.tellen import Groep

Getallen = npt.NDArray[Any]
Woorden = Mapping[str, Sequence[str | bool | None]]
"""Of each column the values its numbers point to; the last one is the empty cell."""

Telgroep = Groep | Literal["eind"]
"""The stock at the start is that at the end with `begin` and without `eind`: those not there all year."""

# columns whose features go with each table: what is a dwelling, and a social one
BASE = ("soort", "detailSoort", "maatschappelijkLabel")
_BASE_FEATURES = ("categorie", "daeb")
LET = "verhuring"  # the rent with the household that came to live there
EXISTING = "bestaand"  # whether a dwelling that was let was there at the start of the year
# of each group the tables, and the columns or amounts of each: those whose features figures ask together
_TABLES: dict[Telgroep, tuple[tuple[str, ...], ...]] = {
    "voorraad": (
        ("energielabel", "status", "zelfstandig"),
        ("toegankelijkheidslabel", "doelgroep"),
        ("woonvorm", "verkoop", "detailSoort"),
        ("rekenhuur",),
        ("streefhuur",),
    ),
    "begin": ((),),
    "eind": ((),),
    "in": (("inExploitatieReden", "toegankelijkheidslabel", LET),),
    "uit": (("uitExploitatieReden",),),
    "verhuring": ((EXISTING, LET),),
}
# the amounts, with the name that formulas give them and the feature that tells that one is known
AMOUNTS = {
    "rekenhuur": ("huur", "huurklasse"),
    "streefhuur": ("streefhuur", "streefklasse"),
    "maximaleHuur": ("maximaleHuur", "maximum"),
}
# the features that follow from a rent: its class, and whether it fits whom the dwelling is meant for
_RENTS = {"rekenhuur": ("huurklasse", "passend"), "streefhuur": ("streefklasse", "passend_streef")}
HOMES = (None, "klein", "groot")
# what else is needed for those that are no column
_COLUMN = {LET: "rekenhuur", EXISTING: "datumVerhuring"}
# Rents above this are dearer than any limit; in cents.
DEAREST = 200_000


class Plek(NamedTuple):
    """An area of the country's figures."""

    gemeente: str
    corporatie: str
    jaar: int


class Tabel(NamedTuple):
    """Counts some parts of one group.

    kolommen: what is combined with the base. klassen: the class of each combination; size: how many classes.
    telt: of each part, by its number, the classes that count; teken: -1 where they are to be taken off.
    """

    groep: Telgroep
    kolommen: tuple[str, ...]
    klassen: Getallen
    size: int
    telt: Mapping[int, Getallen]
    teken: int


class Som(NamedTuple):
    """Adds up a column. bekend: other amounts that are to be known; kinds: which base classes count."""

    veld: str
    bekend: tuple[str, ...]
    kinds: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Telplan:
    """How a file is counted.

    basis: the base class of each combination of `BASE`; buiten: that of rows outside the group. sommen: what
    is added up, for which parts. huurklassen: the class of each amount in cents, year after year.
    """

    words: Woorden
    jaren: range
    delen: tuple[Deel, ...]
    basis: Getallen
    buiten: int
    tabellen: tuple[Tabel, ...]
    sommen: Mapping[Som, list[int]]
    huurklassen: Getallen

    @property
    def places(self) -> int:
        """How many areas there can be."""
        owners = len(self.words.get("corporatie", ["-"]))
        return len(self.words["gemeente"]) * owners * len(self.jaren)

    def names(self, places: Getallen) -> list[Plek]:
        """The areas of numbers: they go round years first, then corporations."""
        owners = [str(word or "") for word in self.words.get("corporatie", [None])]
        towns = [str(word or "") for word in self.words["gemeente"]]
        rest, year = np.divmod(places, max(1, len(self.jaren)))
        town, owner = np.divmod(rest, len(owners))
        numbers = zip(town.tolist(), owner.tolist(), year.tolist(), strict=True)
        return [Plek(towns[one], owners[two], self.jaren[three]) for one, two, three in numbers]


def make_plan(words: Woorden, jaren: range, delen: Sequence[Deel]) -> Telplan:
    """Raises ParameterError where the rent limits of a year are not known."""
    whole = reduce(operator.or_, (mask(name, [BEKEND]) for name in _BASE_FEATURES))
    asked = [tuple(masker for masker in deel.maskers if masker & whole) for deel in delen]
    codes = _base_features(words) & whole
    basis, first = _same([_holds(codes, masks) for masks in dict.fromkeys(asked)])
    kinds = codes[first]
    sommen: dict[Som, list[int]] = defaultdict(list)
    for at, deel in enumerate(delen):
        if deel.som:
            sommen[_sum(deel, _holds(kinds, asked[at]))].append(at)
    return Telplan(
        words,
        jaren,
        tuple(delen),
        basis,
        len(kinds),
        tuple(_tables(words, kinds, delen)),
        sommen,
        np.concatenate([*(_rent_classes(jaar) for jaar in jaren), np.zeros(1, np.uint8)]),
    )


def _sum(deel: Deel, kinds: Getallen) -> Som:
    own = next(veld for veld, (som, _) in AMOUNTS.items() if som == deel.som)
    known = [veld for veld, (_, feature) in AMOUNTS.items() if mask(feature, [BEKEND]) in deel.maskers]
    return Som(own, tuple(veld for veld in known if veld != own), tuple(kinds.tolist()))


def _tables(words: Woorden, kinds: Getallen, delen: Sequence[Deel]) -> Iterator[Tabel]:
    """Every part is in the first table of its group that knows all its features."""
    for groep, tables in _TABLES.items():
        left = {
            at: deel.maskers for at, deel in enumerate(delen) if not deel.som and _counts(groep, deel.groep)
        }
        for names in tables:
            kolommen = tuple(name for name in names if _COLUMN.get(name, name) in words)
            rest = reduce(_together, (_features(name, words) for name in kolommen), np.zeros(1, np.int64))
            known = int(np.bitwise_or.reduce(np.concatenate([rest, kinds])))
            here = {at: each for at, each in left.items() if all(known & masker for masker in each)}
            if here:
                left = {at: each for at, each in left.items() if at not in here}
                # what does not belong to the group has a kind of its own, the last one
                outside = np.zeros(len(rest), np.bool_)
                holds = [np.append(_holds(_together(kinds, rest), each), outside) for each in here.values()]
                klassen, first = _same(holds)
                telt = {at: np.flatnonzero(each[first]) for at, each in zip(here, holds, strict=True)}
                yield Tabel(groep, kolommen, klassen, len(first), telt, -1 if groep == "eind" else 1)


def _counts(groep: Telgroep, of: Groep) -> bool:
    """Whether parts of a group are counted in a table of another."""
    return groep == of or (of == "begin" and groep in ("voorraad", "eind"))


def _same(holds: Sequence[Getallen]) -> tuple[Getallen, Getallen]:
    """Of each column its class, and a column of each class; those for which the same holds are one class."""
    numbers: dict[bytes, int] = {}
    first = []
    place = []
    for at, same in enumerate(map(bytes, np.packbits(np.stack(holds), axis=0).T)):
        if same not in numbers:
            numbers[same] = len(numbers)
            first.append(at)
        place.append(numbers[same])
    return np.asarray(place, np.min_scalar_type(len(first))), np.asarray(first)


def _holds(codes: Getallen, maskers: Iterable[int]) -> Getallen:
    """Which of these features have a bit of each mask."""
    found: Getallen = np.ones(len(codes), np.bool_)
    for masker in maskers:
        found &= (codes & masker) != 0
    return found


def _together(codes: Getallen, others: Getallen) -> Getallen:
    """The features of every combination, the last column going round fastest."""
    return np.bitwise_or.outer(codes, others).ravel()


def _base_features(words: Woorden) -> Getallen:
    there = [veld for veld in BASE if veld in words]
    empty: dict[str, object] = dict.fromkeys(BASE, "")
    rows = (zip(there, row, strict=True) for row in product(*(words[veld] for veld in there)))
    cells = (empty | {veld: word for veld, word in row if word is not None} for row in rows)
    return np.asarray([features_of(each) for each in cells], dtype=np.int64)


def _features(name: str, words: Woorden) -> Getallen:
    """The features of every value of a column, or of every class of rents for every household."""
    rents = range(len(KLASSEN) + 1)
    if name == EXISTING:
        found = [0, bits()["bestaand", "ja"]]
    elif name == LET:
        found = [_rent_features("rekenhuur", rent, home) for rent, home in product(rents, HOMES)]
    elif name in _RENTS:
        homes = [household(str(word or "")) for word in words.get("doelgroep", [None])]
        found = [_rent_features(name, rent, home) for rent, home in product(rents, homes)]
    else:
        found = [features_of({name: "" if word is None else word}) for word in words[name]]
    return np.asarray(found, dtype=np.int64)


def _rent_features(name: str, rent: int, huishouden: str | None) -> int:
    """The features of a class of rents (0 is not known)."""
    if rent == 0:
        return 0
    feature, fit = _RENTS[name]
    found = bits()[feature, KLASSEN[rent - 1]]
    if huishouden is not None:
        found |= bits()[fit, "ja" if fits(KLASSEN[rent - 1], huishouden) else "nee"]
    return found


@cache
def _rent_classes(jaar: int) -> Getallen:
    """The class of every amount in cents, with the limits of a year's last day; 0 where it is not known."""
    table = np.full(DEAREST + 1, len(KLASSEN), dtype=np.uint8)
    start = 1
    for number, limit in enumerate(limits(date(jaar, 12, 31)), start=1):
        end = min(int(limit * 100), DEAREST)
        table[start : end + 1] = number
        start = end + 1
    table[0] = 0
    return table
