"""Cells of a table as numbers, signs and units as printed."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Soort = Literal["getal", "leeg", "tekst", "onzeker"]


@dataclass(frozen=True)
class Cel:
    """What a cell holds.

    soort: `getal` (a number), `leeg` (nothing, a dash), `tekst` (words without digits) or `onzeker`
        (something with digits, or "p.m.", that is no exact number).
    eenheid: `%`, `€` or "" as printed. stap: one unit of the last printed decimal.
    """

    soort: Soort
    waarde: Decimal = Decimal(0)
    eenheid: str = ""
    stap: Decimal = Decimal(1)
    teken: bool = False


LEEG = Cel("leeg")
_NIETS = re.compile(r"^(?:[-–—−]+|n\.?v\.?t\.?|x|geen|nihil)?$", re.IGNORECASE)
_ONBEKEND = re.compile(
    r"^(?:p\.?m\.?|\?+|n\.?n\.?b\.?|n\.?t\.?b\.?|onbekend|nader te bepalen)$", re.IGNORECASE
)
_UITKOMST = re.compile(r"^.*=\s*(?=[^=]+$)")
_VOETNOOT = re.compile(r"[*†‡¹²³⁴⁵⁶⁷⁸⁹⁰]+|<[^>]*>")
_TUSSEN_HAAKJES = re.compile(r"(?<=\S)\s*\([^()]*\)")
_GETAL = re.compile(
    r"^(?P<euro>€|EUR)?\s*(?P<teken>[+\-−–])?\s*(?P<euro2>€)?\s*"
    r"(?P<heel>\d{1,3}(?:[.\s]\d{3})+|\d+)(?:,(?P<deel>\d+)|,[-–=]+)?"
    r"\s*(?P<maal>mln\.?|miljoen)?\s*(?P<naam>%|procent|euro|[a-zë-]{3,40})?\.?$",
    re.IGNORECASE,
)


def lees_cel(tekst: str) -> Cel:
    """The number in a cell: "2.220", "+324", "€ 480.000,-", "52 (waarvan 48 fictief)*", "80 - 80 = 0"."""
    kaal = " ".join(_VOETNOOT.sub("", tekst.replace("\xa0", " ")).split())
    if _NIETS.match(kaal):
        return LEEG
    if _ONBEKEND.match(kaal):
        return Cel("onzeker")
    kaal = _TUSSEN_HAAKJES.sub("", _UITKOMST.sub("", kaal)).strip()
    gevonden = _GETAL.match(kaal)
    if gevonden is None:
        return Cel("onzeker" if re.search(r"\d", kaal) else "tekst")
    return _cel(gevonden)


def _cel(gevonden: re.Match[str]) -> Cel:
    deel = gevonden["deel"] or ""
    waarde = Decimal(re.sub(r"[.\s]", "", gevonden["heel"]) + ("." + deel if deel else ""))
    stap = Decimal(1).scaleb(-len(deel))
    if gevonden["maal"]:
        waarde, stap = waarde * 1_000_000, stap * 1_000_000
    if gevonden["teken"] and gevonden["teken"] != "+":
        waarde = -waarde
    return Cel("getal", waarde, _eenheid(gevonden), stap, bool(gevonden["teken"]))


def _eenheid(gevonden: re.Match[str]) -> str:
    naam = (gevonden["naam"] or "").lower()
    if naam in {"%", "procent"}:
        return "%"
    return "€" if gevonden["euro"] or gevonden["euro2"] or naam == "euro" else ""


def getal_nl(waarde: Decimal) -> str:
    """A number as Dutch prints it: 2.220 or 12,5."""
    heel, _, deel = f"{waarde:,f}".partition(".")
    deel = deel.rstrip("0") if waarde == waarde.to_integral_value() else deel
    return heel.replace(",", ".") + ("," + deel if deel else "")
