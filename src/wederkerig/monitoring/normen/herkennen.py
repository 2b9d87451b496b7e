"""Which indicator measures a quantity: the rules of herkennen.yaml, the nearest words first."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Any

from wederkerig.model import PartijSoort
from wederkerig.monitoring.normen.huurklasse import rent_class
from wederkerig.monitoring.normen.omgeving import Omgeving
from wederkerig.monitoring.normen.woordenlijst import compiled, woordenlijst

_FARTHEST = 4
_USUAL_REACH = 3
_SHARE = "%"


def recognise(
    around: Omgeving, eenheid: str, about: AbstractSet[PartijSoort], mentioned: AbstractSet[PartijSoort]
) -> tuple[str, bool]:
    """The id of the indicator, and whether its words were far off; "" where none fits.

    about: the kinds of the parties that the clause is about; mentioned: of those that its sentence names.
    """
    klasse = rent_class(around) if eenheid == _SHARE else ""
    rules = [rule for rule in woordenlijst("herkennen")["regels"] if eenheid in _units(rule)]
    for level in range(_FARTHEST + 1):
        if klasse and level == 1:
            return klasse, False
        for rule in rules:
            nearest, farthest = rule.get("vanaf", 0), rule.get("tot", _USUAL_REACH)
            if nearest <= level <= farthest and _fits(rule, around, level, about, mentioned):
                return str(rule["indicator"]), level >= _USUAL_REACH > nearest
    return "", True


def _units(rule: dict[str, Any]) -> list[str]:
    units: list[str] = woordenlijst("herkennen")["eenheden"][rule["eenheid"]]
    return units


def _fits(
    rule: dict[str, Any],
    around: Omgeving,
    level: int,
    about: AbstractSet[PartijSoort],
    mentioned: AbstractSet[PartijSoort],
) -> bool:
    if not compiled(rule["bij"]).search(around.reach(level)):
        return False
    wanted = {"buurt": around.reach(3), "rond": around.reach(_FARTHEST), "midden": around.midden}
    if any(key in rule and not compiled(rule[key]).search(text) for key, text in wanted.items()):
        return False
    if "niet" in rule and compiled(rule["niet"]).search(around.zinsdeel):
        return False
    if "noemt" in rule and rule["noemt"] not in mentioned - about:
        return False
    return "wie" not in rule or (rule["wie"] in about and "corporatie" not in about)
