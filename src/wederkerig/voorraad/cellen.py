"""Numbers in the cells of a stock table: "2.220", "-99", "52 (waarvan 48 fictief)", "8 sloop, 9 bouw"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Inhoud = Literal["getal", "leeg", "tekst", "onbekend"]


@dataclass(frozen=True, slots=True)
class Cel:
    """What a cell says of a number of dwellings.

    inhoud: a number, nothing (or a dash), words, or a number that is not known (yet).
    waarde: with its sign as printed; `teken` says whether one was printed. speling: how far off it may be,
        because the cell says "about" or gives a range. fictief: how many of it have no location yet.
    sloop, nieuwbouw: the parts of a replacement, where the cell names them.
    """

    inhoud: Inhoud
    waarde: int = 0
    teken: bool = False
    speling: int = 0
    fictief: int = 0
    sloop: int | None = None
    nieuwbouw: int | None = None


_NIETS = re.compile(r"^(?:[-–—−]+|n\.?v\.?t\.?|x|geen|nihil|/)?$", re.IGNORECASE)
_ONBEKEND = re.compile(
    r"^(?:p\.?m\.?|\?+|n\.?n\.?b\.?|n\.?t\.?b\.?|(?:nog )?(?:on|niet )bekend|nader te bepalen|volgt)$",
    re.IGNORECASE,
)
_VOETNOOT = re.compile(r"[*†‡¹²³⁴⁵⁶⁷⁸⁹⁰]+|<[^>]*>|\^\s?\d+\b|\(\d\)$")
_AANTAL = r"\d{1,3}(?:[.\s]\d{3})+(?!\d)|\d+"
_CIRCA = re.compile(
    r"^(?:circa|ca\.?|c\.a\.|ongeveer|plusminus|±|\+/-|~|ruim|bijna|rond(?: de)?)\s*", re.IGNORECASE
)
_WONINGEN = r"(?:\s*(?:woningen|woning|won\.?|wooneenheden|eenheden|vhe|stuks|st\.?|appartementen|plekken))?"
_GETAL = re.compile(rf"^(?P<teken>[+\-−–])?\s*(?P<aantal>{_AANTAL}){_WONINGEN}\.?$", re.IGNORECASE)
_BEREIK = re.compile(
    rf"^(?P<teken>[+\-−])?\s*(?P<van>{_AANTAL})\s*(?:-|–|à|tot(?: en met)?|t/m)\s*(?P<tot>{_AANTAL})"
    rf"{_WONINGEN}$",
    re.IGNORECASE,
)
_FICTIEF = re.compile(
    r"fictie|(?:geen|zonder|nog niet (?:op een )?|onbekende)\s*(?:concrete |bekende )?(?:locatie|plek)"
    r"|(?:locatie|plek) (?:is )?(?:nog )?(?:on|niet )bekend|locatie (?:n\.?t\.?b|nader te bepalen|volgt)",
    re.IGNORECASE,
)
_DEEL = re.compile(rf"({_AANTAL})\D*$")
_SLOOP = re.compile(
    rf"(?P<voor>{_AANTAL})\s*(?:x\s*)?(?:won\w*\s*)?(?:te\s)?(?:ge)?slo(?:op|pen)|sloop\s*:?\s*(?P<na>{_AANTAL})",
    re.IGNORECASE,
)
_BOUW = re.compile(
    rf"(?P<voor>{_AANTAL})\s*(?:x\s*)?(?:won\w*\s*)?(?:terug\s?bouw|nieuw\s?bouw|nieuwe?\b|terug\b)"
    rf"|(?:nieuw|terug)\s?bouw\s*:?\s*(?P<na>{_AANTAL})",
    re.IGNORECASE,
)
_UITKOMST = re.compile(rf"=\s*(?P<teken>[+\-−–])?\s*(?P<aantal>{_AANTAL})\D*$")


def read_cel(tekst: str) -> Cel:
    """The number in a cell; money, shares and words are `tekst`."""
    kaal = " ".join(_VOETNOOT.sub(" ", tekst.replace("\xa0", " ")).split())
    if _NIETS.match(kaal):
        return Cel("leeg")
    if _ONBEKEND.match(kaal):
        return Cel("onbekend")
    if re.search(r"[€%]|\d,\d", kaal):
        return Cel("tekst")
    vervanging = _replacement(kaal)
    if vervanging is not None:
        return vervanging
    fictief = _fictitious(kaal)
    kern = _UITKOMST.search(kaal)
    kaal = kern[0].lstrip("= ") if kern else re.sub(r"\s*\([^()]*\)", "", kaal)
    kaal = re.split(r",| waarvan | fictie", kaal, maxsplit=1)[0].strip()
    circa = _CIRCA.match(kaal)
    kaal = kaal[circa.end() :] if circa else kaal
    cel = _range(kaal) or _number(kaal, circa=circa is not None)
    if cel is None:
        return Cel("onbekend" if re.search(r"\d", kaal) and re.search(r"p\.?m\.?|\?", kaal) else "tekst")
    return cel if not fictief else _with_fictitious(cel, fictief)


def _number(kaal: str, *, circa: bool) -> Cel | None:
    gevonden = _GETAL.match(kaal)
    if gevonden is None:
        return None
    waarde = _whole(gevonden["aantal"])
    min_teken = gevonden["teken"] not in {None, "+"}
    speling = -(-waarde // 10) if circa else 0
    return Cel("getal", -waarde if min_teken else waarde, bool(gevonden["teken"]), speling)


def _range(kaal: str) -> Cel | None:
    """A range counts for its middle, and may be off by half of it."""
    gevonden = _BEREIK.match(kaal)
    if gevonden is None:
        return None
    van, tot = _whole(gevonden["van"]), _whole(gevonden["tot"])
    if van > tot:
        return None
    min_teken = gevonden["teken"] not in {None, "+"}
    midden = (van + tot) // 2
    return Cel("getal", -midden if min_teken else midden, bool(gevonden["teken"]), tot - midden)


def _replacement(kaal: str) -> Cel | None:
    """Demolished and built back in one cell, with or without the sum; a wrong sum is left as printed."""
    sloop, bouw = _SLOOP.search(kaal), _BOUW.search(kaal)
    if sloop is None or bouw is None:
        return None
    eraf, erbij = (_whole(een["voor"] or een["na"]) for een in (sloop, bouw))
    uitkomst = _UITKOMST.search(kaal)
    waarde = erbij - eraf
    if uitkomst:
        waarde = _whole(uitkomst["aantal"]) * (-1 if uitkomst["teken"] not in {None, "+"} else 1)
    return Cel("getal", waarde, teken=True, sloop=eraf, nieuwbouw=erbij)


def _fictitious(kaal: str) -> int | None:
    """How many have no location yet; -1 where a cell says so of all of them."""
    gevonden = _FICTIEF.search(kaal)
    if gevonden is None:
        return None
    ervoor = re.split(r"[(;,]|\bwaarvan\b", kaal[: gevonden.start()])
    deel = _DEEL.search(ervoor[-1]) if len(ervoor) > 1 else None
    return _whole(deel[1]) if deel else -1


def _with_fictitious(cel: Cel, fictief: int) -> Cel:
    aantal = abs(cel.waarde) if fictief < 0 else min(fictief, abs(cel.waarde))
    return Cel(cel.inhoud, cel.waarde, cel.teken, cel.speling, aantal)


def _whole(cijfers: str) -> int:
    return int(re.sub(r"[.\s]", "", cijfers))
