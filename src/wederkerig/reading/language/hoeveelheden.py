"""Read an amount at a place in the text: digits or words, with scale, per cent or currency, and ranges."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from wederkerig.reading.language.telwoorden import telwoord, tiental


@dataclass(frozen=True, slots=True)
class Hoeveelheid:
    """One amount as printed; `eenheid` is set when sign or currency stood with it, `geschreven` for words."""

    end: int
    waarde: Decimal
    tot: Decimal | None = None
    eenheid: str | None = None
    geschaald: bool = False
    geschreven: bool = False
    tal: bool = False


_SCHAAL = {
    "miljoen": 10**6,
    "mln": 10**6,
    "mio": 10**6,
    "miljard": 10**9,
    "mld": 10**9,
    "duizend": 1000,
    "ton": 10**5,
}

_CIJFERS = re.compile(r"(\d{1,3}(?:[.\u00a0\u202f]\d{3})+(?!\d)(?:,\d+)?|\d+(?:,\d+)?)(½)?(?![.,]?\d)")
_ZONDER_DUIZENDTEKEN = str.maketrans({".": "", "\u00a0": "", "\u202f": "", ",": "."})
_PUNTDECIMAAL = re.compile(r"\d+\.\d{1,2}(?=\s*(?:%|procent|euro|miljoen|mln))")
_WOORD = re.compile(r"[^\W\d_]+")
_TAL = re.compile(r"[ -]?tal\b")
_ACHTER = re.compile(
    r"(?:,(?:-{1,2}|–|=)|\.-)?"
    r"(?:\s?(?P<schaal>(?:miljoen|miljard|duizend|ton(?!\s+\w*(?:CO|afval|stoot)))\b|(?:mln|mio|mld)\b\.?))?"
    r"(?:\s?(?P<procent>%(?:-?punt(?:en)?)?|procent(?:punt(?:en)?)?\b|percent\b)|\s?(?P<euro>euro|EUR)\b)?",
    re.IGNORECASE,
)
_VERBINDING = re.compile(
    r"\s?(?P<streep>[-–—])\s?|\s?(?P<schuin>/)\s?|\s+(?:(?P<tot>tot(?:\s+en\s+met)?|t/m|à|a|of)|(?P<en>en))\s+"
)
_TWEEDE = re.compile(r"(?:(?:maximaal|circa|ongeveer|de)\s+)?(?P<munt>(?:€|EUR)\s?)?", re.IGNORECASE)
_MUNT_VOOR = re.compile(r"(?:€|EUR|euro)\s?\Z", re.IGNORECASE)
_TUSSEN_VOOR = re.compile(r"\btussen(?:\s+de)?\s+(?:€\s?)?\Z", re.IGNORECASE)


def lees_hoeveelheid(text: str, start: int) -> Hoeveelheid | None:
    """Read the amount or range that begins at `start`; None where no number begins there."""
    first = _enkel(text, start, munt=bool(_MUNT_VOOR.search(text[max(0, start - 6) : start])))
    if first is None or first.tal:
        return first
    return _bereik(text, start, first) or first


def _enkel(text: str, start: int, *, munt: bool) -> Hoeveelheid | None:
    """Read one number with what belongs to it: `1,5 mln`, `€ 480.000,-`, `85 %`, `tien`, `8-tal`."""
    number = _cijfers(text, start) or _woord(text, start)
    if number is None or number.tal:
        return number
    match = _ACHTER.match(text, number.end)
    assert match is not None  # noqa: S101 - every part of the pattern is optional
    schaal = match["schaal"]
    eenheid = "%" if match["procent"] else "euro" if munt or match["euro"] else None
    factor = _SCHAAL[schaal.lower().rstrip(".")] if schaal else 1
    waarde = number.waarde * factor if schaal else number.waarde
    return Hoeveelheid(match.end(), waarde, None, eenheid, schaal is not None, number.geschreven)


def _bereik(text: str, start: int, first: Hoeveelheid) -> Hoeveelheid | None:
    """Read the second half of a range; `en` joins one only after `tussen`, a slash only two prices."""
    link = _VERBINDING.match(text, first.end)
    if link is None or (link["en"] and not _TUSSEN_VOOR.search(text[max(0, start - 16) : start])):
        return None
    opening = _TWEEDE.match(text, link.end())
    assert opening is not None  # noqa: S101 - every part of the pattern is optional
    second = _enkel(text, opening.end(), munt=opening["munt"] is not None)
    if second is None or second.tal or (link["schuin"] and not (first.eenheid == second.eenheid == "euro")):
        return None
    if first.eenheid and second.eenheid and first.eenheid != second.eenheid:
        return None
    low = first.waarde
    if second.geschaald and not first.geschaald and low < second.waarde:
        low *= _factor(text, opening.end(), second)
    if low >= second.waarde:
        return None
    eenheid = second.eenheid or first.eenheid
    geschreven = first.geschreven and second.geschreven
    return replace(second, waarde=low, tot=second.waarde, eenheid=eenheid, geschreven=geschreven)


def _factor(text: str, start: int, scaled: Hoeveelheid) -> Decimal:
    """Return the scale of the second number, which holds for the first too: `1 tot 2 miljoen`."""
    bare = _cijfers(text, start) or _woord(text, start)
    return scaled.waarde / bare.waarde if bare is not None and bare.waarde else Decimal(1)


def _cijfers(text: str, start: int) -> Hoeveelheid | None:
    match = _CIJFERS.match(text, start)
    if match is None:
        dotted = _PUNTDECIMAAL.match(text, start)
        return Hoeveelheid(dotted.end(), Decimal(dotted[0])) if dotted else None
    digits = match[1]
    if len(digits) > 1 and digits[0] == "0" and digits[1] != ",":  # 06-, 01-01: telephone numbers and dates
        return None
    waarde = Decimal(digits.translate(_ZONDER_DUIZENDTEKEN)) + (Decimal("0.5") if match[2] else 0)
    tal = _TAL.match(text, match.end())
    return Hoeveelheid(tal.end() if tal else match.end(), waarde, tal=tal is not None)


def _woord(text: str, start: int) -> Hoeveelheid | None:
    match = _WOORD.match(text, start)
    if match is None:
        return None
    word = match[0].lower()
    if word == "half" and text[max(0, start - 4) : start].lower() == "een ":
        return Hoeveelheid(match.end(), Decimal("0.5"), geschreven=True)
    waarde = Decimal(1) if word in ("een", "één") else telwoord(word)
    if waarde is not None:
        return Hoeveelheid(match.end(), waarde, geschreven=True)
    waarde = tiental(word)
    return Hoeveelheid(match.end(), waarde, geschreven=True, tal=True) if waarde is not None else None
