"""What is counted of a dwelling, as one bit for each value of each feature.

So the features of a dwelling are one whole number, and a filter is one number for each feature it names.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Iterable, Mapping
from functools import cache, reduce
from typing import Any

from wederkerig.monitoring.woningen.data import gegevens
from wederkerig.monitoring.woningen.huurklassen import KLASSEN
from wederkerig.monitoring.woningen.woning import Woning

BEKEND = "bekend"
# features that are computed: the classes of rents, whether a rent fits the household, and so on
COMPUTED: dict[str, tuple[str, ...]] = {
    "huurklasse": KLASSEN,
    "streefklasse": KLASSEN,
    "passend": ("ja", "nee"),
    "passend_streef": ("ja", "nee"),
    "maximum": ("gegeven",),
    "bestaand": ("ja",),
}
_CAPITAL = re.compile(r"(?<!^)([A-Z])")


@cache
def bits() -> Mapping[tuple[str, str], int]:
    """The bit of each value of each feature."""
    listed = {naam: tuple(row["codes"]) for naam, row in gegevens("kenmerken")["kenmerken"].items()}
    pairs = [(naam, value) for naam, values in (listed | COMPUTED).items() for value in values]
    return {pair: 1 << at for at, pair in enumerate(pairs)}


def mask(kenmerk: str, waarden: Iterable[str]) -> int:
    """The bits of these values of a feature together; `bekend` is every value."""
    wanted = set(waarden)
    found = [
        bit
        for (naam, value), bit in bits().items()
        if naam == kenmerk and (value in wanted or BEKEND in wanted)
    ]
    if not found:
        raise ValueError(f"unknown feature {kenmerk} with {sorted(wanted)}")
    return reduce(operator.or_, found)


def features(woning: Woning) -> int:
    """The bits that follow from the columns alone."""
    found = 0
    for attribute, (_, table) in _tables().items():
        found |= table.get(getattr(woning, attribute), 0)
    return without_pitch(found)


def features_of(values: Mapping[str, object]) -> int:
    """The same of some columns alone, by VERA's names; "" is an empty cell."""
    found = 0
    for veld, table in _tables().values():
        if veld in values:
            found |= table.get(values[veld], 0)
    return without_pitch(found)


def without_pitch(found: int) -> int:
    """A pitch for a caravan is no dwelling and no place in a care building, whatever else is said of it."""
    return found & ~_dwelling() if found & _pitch() else found


def household(doelgroep: str) -> str | None:
    """Whom a dwelling is meant for: `klein` or `groot`; None where that is not known."""
    return _households().get(doelgroep)


def household_let(huishoudgrootte: int | None, doelgroep: str) -> str | None:
    """The household that came to live there; where that is not known whom the dwelling is meant for."""
    if huishoudgrootte:
        largest: int = gegevens("kenmerken")["huishouden"]["klein_tot_en_met"]
        return "klein" if huishoudgrootte <= largest else "groot"
    return household(doelgroep)


def field_of(kenmerk: str) -> str:
    """The column a feature of the list follows from."""
    veld: str = gegevens("kenmerken")["kenmerken"][kenmerk]["veld"]
    return veld


@cache
def _tables() -> Mapping[str, tuple[str, Mapping[Any, int]]]:
    """The bits of each value of a column, by the name of the field of a dwelling; with VERA's name."""
    return {
        _CAPITAL.sub(r"_\1", row["veld"]).lower(): (
            row["veld"],
            {code: bits()[naam, value] for value, codes in row["codes"].items() for code in codes},
        )
        for naam, row in gegevens("kenmerken")["kenmerken"].items()
    }


@cache
def _households() -> Mapping[str, str]:
    groups: dict[str, list[str]] = gegevens("kenmerken")["huishouden"]["doelgroep"]
    return {code: size for size, codes in groups.items() for code in codes}


@cache
def _pitch() -> int:
    return mask("detail", ["standplaats"])


@cache
def _dwelling() -> int:
    return mask("categorie", [BEKEND])
