"""Whether a quantity binds, or explains: needs, estimates, borders of rents, facts of the past."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from wederkerig.model import Getal, Relatie
from wederkerig.monitoring.indicatoren import Indicator
from wederkerig.monitoring.normen.huurklasse import limit_of
from wederkerig.monitoring.normen.omgeving import Omgeving
from wederkerig.monitoring.normen.teksten import Tekst
from wederkerig.monitoring.normen.vondsten import Vondst
from wederkerig.monitoring.normen.woordenlijst import compiled, last, pattern

Aard = Literal["norm", "achtergrond"]
BEHOEFTE = "Dit lijkt een behoefte of schatting, geen belofte."
BEGIN = "Dit is de stand aan het begin van de verandering."
VERLEDEN = "Dit lijkt te gaan over wat al zo is, niet over wat beloofd wordt."
VOORWAARDE = "Dit lijkt een voorwaarde, geen belofte."
ONDERZOEK = "Dit wordt nog onderzocht."
DOEL = "Dit staat bij de doelen van het thema, niet in een afspraak."
INLEIDING = "Dit staat in de inleiding van het thema, niet in een afspraak."
VERWIJZING = "Dit verwijst naar een getal dat eerder in de afspraak staat."
VASTGEHOUDEN = "Beloofd is dat dit niet slechter wordt dan het was."
IN_WOORDEN = "De afspraak zegt dit in woorden, zonder getal."
GEEN_INDICATOR = "Bij dit getal past geen indicator; kies er een."
_REFERENCE = re.compile(r"\b(?:de|deze|die)\s+(?:€\s?)?\d")
_THRESHOLD = re.compile(r"^\W*(?:vanaf|meer dan|minder dan|groter dan|kleiner dan|tot)\b", re.IGNORECASE)
_DEFINITE = re.compile(r"\b(?:de|deze|die)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Gewicht:
    """What a quantity is, and the doubt about that."""

    aard: Aard
    twijfel: str | None = None
    relatie: Relatie | None = None


def weigh(vondst: Vondst, indicator: Indicator | None, around: Omgeving, tekst: Tekst) -> Gewicht:
    """Whether a quantity binds, with the doubt about it."""
    getal = vondst.getal
    if _is_border(getal, indicator, around) or _is_term(getal, indicator, around):
        return Gewicht("achtergrond")
    if indicator is not None and not vondst.in_woorden and _is_past(around):
        return _kept_up(indicator, around) or Gewicht("achtergrond", VERLEDEN)
    if _is_start(around):
        return Gewicht("achtergrond", BEGIN)
    if _refers(getal, around):
        return Gewicht("achtergrond", VERWIJZING)
    if last(pattern("behoefte"), around.voor) > last(pattern("belofte"), around.voor):
        return Gewicht("achtergrond", BEHOEFTE)
    if tekst.soort == "context" and not pattern("belofte").search(around.zin):
        return Gewicht("achtergrond", INLEIDING)
    if _is_threshold(getal, around) or (pattern("voorwaarde").search(around.voor) and _is_condition(around)):
        return Gewicht("achtergrond", VOORWAARDE)
    return Gewicht("norm", _doubt(indicator, around, tekst))


def _doubt(indicator: Indicator | None, around: Omgeving, tekst: Tekst) -> str | None:
    if indicator is None:
        return GEEN_INDICATOR
    if tekst.soort == "doel":
        return DOEL
    if tekst.soort == "context":
        return INLEIDING
    return ONDERZOEK if pattern("onderzoek").search(around.begin) else None


def _is_border(getal: Getal, indicator: Indicator | None, around: Omgeving) -> bool:
    """Whether an amount only names a limit of rent: "(€ 663, prijspeil 2020)"."""
    if getal.eenheid != "euro":
        return False
    if indicator is not None and indicator.id.startswith(("grondprijs", "huurverhoging", "bijdrage")):
        return False
    if getal.waarde % 1 and limit_of(getal.waarde):
        return True
    nearby = f"{around.voor[-60:]}{around.midden}{around.na[:25]}"
    return bool(pattern("huurgrens").search(nearby))


def _is_term(getal: Getal, indicator: Indicator | None, around: Omgeving) -> bool:
    """Whether a duration is no figure to measure: "voor een looptijd van 10 jaar"."""
    if getal.eenheid not in (
        "jaar",
        "maand",
        "maanden",
        "week",
        "weken",
        "uur",
        "dagen",
        "werkdagen",
        "minuten",
    ):
        return False
    return indicator is None or bool(indicator.vorm != "duur" or pattern("looptijd").search(around.zinsdeel))


def _is_past(around: Omgeving) -> bool:
    clause = around.zinsdeel
    if pattern("voltooid").search(clause) and not pattern("gepland").search(clause):
        return True
    return bool(pattern("verleden").search(around.voor)) and not pattern("belofte").search(around.voor)


def _is_start(around: Omgeving) -> bool:
    """Whether the figure is where a change begins: "van 3.090 woningen naar 3.290"."""
    behind = around.zin[len(around.begin) + len(around.midden) :]
    return bool(pattern("begin").search(around.voor) and pattern("einde").search(behind))


def _is_threshold(getal: Getal, around: Omgeving) -> bool:
    """Whether the figure says to which plans or villages it applies: "bij plannen vanaf 15 woningen"."""
    return bool(_THRESHOLD.search(getal.tekst) and pattern("drempel").search(around.voor))


def _kept_up(indicator: Indicator, around: Omgeving) -> Gewicht | None:
    """A fact of the past that the next sentence promises to keep up or to better."""
    if indicator.richting == "binnen" or not pattern("vasthouden").search(around.volgende):
        return None
    return Gewicht("norm", VASTGEHOUDEN, "max" if indicator.richting == "lager" else "min")


def _refers(getal: Getal, around: Omgeving) -> bool:
    """Whether "de 20%" takes up a figure that stands earlier in the text."""
    if not (_REFERENCE.search(getal.tekst) or _DEFINITE.search(around.voor)):
        return False
    figure = re.search(r"\d[\d.,]*", getal.tekst)
    return figure is not None and bool(
        compiled(rf"(?<![\d.,]){re.escape(figure[0].rstrip('.,'))}(?![\d])").search(
            around.eerder + around.begin[:-1]
        )
    )


def _is_condition(around: Omgeving) -> bool:
    """Whether a sentence opens with a condition and the quantity stands in that opening, or behind "als"."""
    opening = re.match(
        r"\W*(?:is|zakt|stijgt|komt|als|indien|wanneer|zodra|bij)\b", around.zin, re.IGNORECASE
    )
    return bool(opening) and "," not in around.begin
