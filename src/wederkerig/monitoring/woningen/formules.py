"""How each figure follows from counts: numerator and denominator as filters, from data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from wederkerig.monitoring.indicatoren import Indicator, indicatoren
from wederkerig.monitoring.woningen.data import gegevens
from wederkerig.monitoring.woningen.huurklassen import klassen_tot
from wederkerig.monitoring.woningen.kenmerken import COMPUTED, field_of, mask
from wederkerig.monitoring.woningen.tellen import Groep

# the columns that say whether a dwelling belongs to a group, and those of computed features; of each row of
# alternatives one is enough
_GROUPS: dict[str, tuple[str, ...]] = {
    "voorraad": (),
    "begin": ("inExploitatiedatum", "uitExploitatiedatum"),
    "in": ("inExploitatiedatum",),
    "uit": ("uitExploitatiedatum",),
    "verhuring": ("datumVerhuring",),
}
_RENT = ("rekenhuur", "nettohuur")
_TARGET = ("streefhuur", "streefhuurpercentage")
_COMPUTED: dict[str, tuple[str, ...]] = {
    "huurklasse": _RENT,
    "streefklasse": _TARGET,
    "maximum": ("maximaleHuur",),
}
_FIT = {"passend": _RENT, "passend_streef": _TARGET}
_MEANT, _LET = ("doelgroep",), ("huishoudgrootte", "doelgroep")
# a list without this column is a list of dwellings
_MAY_LACK = "categorie"
_WHICH = ("van", "deel", "som")
_FITS = {"huurklasse": "passend", "streefklasse": "passend_streef"}


@dataclass(frozen=True, slots=True)
class Deel:
    """Which dwellings are counted, or whose amounts are added: the group, and one mask for each feature."""

    groep: Groep
    maskers: tuple[int, ...]
    som: str = ""

    def holds(self, code: int) -> bool:
        """Whether dwellings with these features are among them."""
        return all(code & masker for masker in self.maskers)


@dataclass(frozen=True, slots=True)
class Formule:
    """A figure: what is counted, what it is a share of, and the columns it needs (one of each row)."""

    indicator: Indicator
    teller: Deel
    noemer: Deel | None
    nodig: frozenset[tuple[str, ...]]
    middenhuur: bool = False


@cache
def formules() -> tuple[Formule, ...]:
    """The formula of every indicator that follows from a list, in the order of the catalogue."""
    return tuple(_formule(each) for each in indicatoren() if each.herkomst == "lijst")


def _formule(each: Indicator) -> Formule:
    words = _of_rent_class(each) if each.huurklasse else gegevens("formules")["formules"][each.id]
    teller, noemer = _whole(words["teller"]), _whole(words["noemer"]) if "noemer" in words else None
    needed = frozenset(need for part in (teller, noemer) if part for need in _needed(part))
    middle = teller.get("huurklasse") == "middenhuur"
    return Formule(each, _deel(teller), _deel(noemer) if noemer else None, needed, middle)


def _of_rent_class(each: Indicator) -> dict[str, Any]:
    """Of a class of rents: the base it is a share of stands before it in the id."""
    klasse = each.huurklasse
    base = gegevens("formules")["grondslagen"][each.id.split("-", 1)[0]]
    if klasse is None or klasse.naar_huishouden:
        feature, values = _FITS[base["klasse"]], ["ja"]
    else:
        feature, values = base["klasse"], list(klassen_tot(klasse.boven, klasse.tot))
    part = {"deel": base["deel"]}
    return {"teller": part | {feature: values}, "noemer": part | {feature: "bekend"}}


def _whole(words: dict[str, Any]) -> dict[str, Any]:
    """The filter with the subset it names written out."""
    subset = gegevens("formules")["deelverzamelingen"][words["deel"]] if "deel" in words else {}
    return {key: value for key, value in (subset | words).items() if key != "deel"}


def _deel(words: Mapping[str, Any]) -> Deel:
    maskers = tuple(mask(key, _listed(value)) for key, value in words.items() if key not in _WHICH)
    return Deel(words["van"], maskers, words.get("som", ""))


def _listed(value: str | list[str]) -> list[str]:
    return value if isinstance(value, list) else [value]


def _needed(words: Mapping[str, Any]) -> list[tuple[str, ...]]:
    needed: list[tuple[str, ...]] = [(veld,) for veld in _GROUPS[words["van"]]]
    for key in words:
        if key in _FIT:
            needed += [_FIT[key], _MEANT if words["van"] == "voorraad" else _LET]
        elif key in _COMPUTED:
            needed.append(_COMPUTED[key])
        elif key not in _WHICH and key not in COMPUTED and key != _MAY_LACK:
            needed.append((field_of(key),))
    return needed
