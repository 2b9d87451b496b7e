"""Read a point or period of time at a place in the text: from a day to a year, or a range."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from wederkerig.reading.language.terugkijken import begin_regex
from wederkerig.reading.language.woordenlijst import woordenlijst

Soort = Literal["dag", "maand", "kwartaal", "helft", "seizoen", "jaar"]
Maanddag = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Tijdpunt:
    """A period from `eerste` to `laatste` (month, day) ending in year `jaar`; `reeks` for a printed range."""

    end: int
    soort: Soort
    jaar: int | None
    eerste: Maanddag
    laatste: Maanddag
    reeks: bool = False

    def dag(self, maanddag: Maanddag) -> date | str:
        """Return a day of this period as a date, or as `--MM-DD` when its year is not printed."""
        month, day = maanddag
        if self.jaar is None:
            return f"--{month:02d}-{min(day, 28 if month == 2 else monthrange(2025, month)[1]):02d}"
        return date(self.jaar, month, min(day, monthrange(self.jaar, month)[1]))


_TIJD = woordenlijst("tijd")
_MAANDEN: dict[str, int] = {name: i for i, name in enumerate(_TIJD["maanden"], 1)}
_ALLE_MAANDEN: dict[str, int] = _MAANDEN | _TIJD["maanden_kort"]
_RANG: dict[str, int] = _TIJD["rangwoorden"]
_SEIZOENEN: dict[str, list[str]] = _TIJD["seizoenen"]

_MAAND = "|".join(_MAANDEN)
_KORT = "|".join(sorted(_TIJD["maanden_kort"], key=len, reverse=True))
_JAAR = r"(?:19|20)\d\d(?!\d|[.,]\d|-?[^\W\d]|\+|%)"
_VAN_JAAR = r"(?:,?\s+(?:(?:van|in)\s+)?(?:het\s+jaar\s+)?"

_MET_CIJFER = re.compile(
    rf"(?P<d>\d{{1,2}})(?P<s>[-/.])(?P<m>\d{{1,2}})(?P=s)(?P<j>(?:19|20)\d\d)(?!\d)"
    rf"|(?P<dag>\d{{1,2}})(?:e|ste|de)?\s+(?P<maand>(?:{_MAAND})\b|(?:{_KORT})\b\.?){_VAN_JAAR}(?P<djaar>{_JAAR}))?"
    rf"|(?P<rang>[1-4])(?:e|ste|de)\s+(?P<deel>kwartaal|helft|half\s?jaar)\b{_VAN_JAAR}(?P<rjaar>{_JAAR}))?"
    rf"|(?P<jaar>{_JAAR})(?:\s?/\s?(?P<jaar_tot>20\d\d|\d\d)(?!\d|[-/]))?",
    re.IGNORECASE,
)
_MET_WOORD = re.compile(
    rf"(?P<maand>{_MAAND})\b{_VAN_JAAR}(?P<mjaar>{_JAAR}))?"
    rf"|(?P<rang>{'|'.join(_RANG)})\s+(?P<deel>kwartaal|helft|half\s?jaar)\b"
    rf"(?:\s+van\s+(?P<hmaand>{_MAAND})\b)?{_VAN_JAAR}(?P<rjaar>{_JAAR}))?"
    rf"|(?:(?P<kort>Q[1-4]|H[12])\b|kwartaal\s+(?P<kwartaal>[1-4])\b)(?:[\s/-]+(?:van\s+)?(?P<qjaar>{_JAAR}))?"
    rf"|(?P<seizoen>{'|'.join(_SEIZOENEN)})\b{_VAN_JAAR}(?P<sjaar>{_JAAR}))?"
    rf"|(?P<mkort>{_KORT})\b\.?\s+(?P<kjaar>{_JAAR})",
    re.IGNORECASE,
)
_VERBINDING = re.compile(
    r"(?:\s?[-–]\s?|\s+(?:(?P<en>en)|t/m|tot\s+en\s+met|(?P<tot>tot))\s+)(?:het\s+)?(?P<deel>(?:eind|einde|ultimo)\s+(?:van\s+)?)?"
)
_TUSSEN = re.compile(r"\btussen\s+(?:(?:eind|begin|medio|het|de)\s+)*\Z", re.IGNORECASE)

BEGIN = "[0-9]|" + begin_regex(
    [*_MAANDEN, *_TIJD["maanden_kort"], *_SEIZOENEN, *_RANG, "kwartaal", "q[1-4]", "h[12]"]
)
"""How every point of time begins, as a regex alternation: a cheap first look at a text."""


def lees_tijdpunt(text: str, start: int) -> Tijdpunt | None:
    """Read the point, period or range that begins at `start`; `en` joins a range after `tussen` only."""
    first = _enkel(text, start)
    if first is None:
        return None
    link = _VERBINDING.match(text, first.end)
    if link is None or (link["en"] and not _TUSSEN.search(text[max(0, start - 20) : start])):
        return first
    second = _enkel(text, link.end())
    if second is None or (first.jaar is not None and second.jaar is not None and second.jaar < first.jaar):
        return first
    if link["tot"] and not link["deel"]:
        second = daags_voor(second)
    return replace(second, eerste=first.eerste, reeks=True)


def daags_voor(punt: Tijdpunt) -> Tijdpunt:
    """Return the period that ends the day before `punt` begins."""
    month, day = punt.eerste
    if day > 1:
        return replace(punt, laatste=(month, day - 1))
    if month > 1:
        return replace(punt, laatste=(month - 1, 31))
    return replace(punt, laatste=(12, 31), jaar=None if punt.jaar is None else punt.jaar - 1)


def _enkel(text: str, start: int) -> Tijdpunt | None:
    if text[start : start + 1].isdigit():
        return _met_cijfer(text, start)
    match = _MET_WOORD.match(text, start)
    if match is None:
        return None
    if match["maand"] or match["mkort"]:
        month = _ALLE_MAANDEN[(match["maand"] or match["mkort"]).lower()]
        return Tijdpunt(
            match.end(), "maand", _jaar(match["mjaar"] or match["kjaar"]), (month, 1), (month, 31)
        )
    if match["seizoen"]:
        first, last = (_maanddag(day) for day in _SEIZOENEN[match["seizoen"].lower()])
        return Tijdpunt(match.end(), "seizoen", _jaar(match["sjaar"]), first, last)
    if match["hmaand"]:
        return _halve_maand(match)
    if match["rang"]:
        return _deel(match.end(), _RANG[match["rang"].lower()], match["deel"], match["rjaar"])
    rank, part = (
        int(match["kwartaal"] or match["kort"][1]),
        "h" if (match["kort"] or "Q")[0] in "Hh" else "kwartaal",
    )
    return _deel(match.end(), rank, part, match["qjaar"])


def _met_cijfer(text: str, start: int) -> Tijdpunt | None:
    match = _MET_CIJFER.match(text, start)
    if match is None:
        return None
    if match["jaar"]:
        year = int(match["jaar"])
        until = match["jaar_tot"]
        last = year // 100 * 100 + int(until) % 100 if until else year
        if last not in (year, year + 1):
            return Tijdpunt(match.end("jaar"), "jaar", year, (1, 1), (12, 31))
        return Tijdpunt(match.end(), "jaar", last, (1, 1), (12, 31), reeks=last != year)
    if match["rang"]:
        return _deel(match.end(), int(match["rang"]), match["deel"], match["rjaar"])
    month = int(match["m"]) if match["m"] else _ALLE_MAANDEN[match["maand"].lower().rstrip(".")]
    day, year_text = int(match["d"] or match["dag"]), match["j"] or match["djaar"]
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(_jaar(year_text) or 2024, month)[1]:
        return None
    return Tijdpunt(match.end(), "dag", _jaar(year_text), (month, day), (month, day))


def _deel(end: int, rank: int, part: str, year: str | None) -> Tijdpunt | None:
    """Return the quarter or half year with number `rank`, where 0 is the last one."""
    if part.lower() == "kwartaal":
        rank = rank or 4
        return Tijdpunt(end, "kwartaal", _jaar(year), (3 * rank - 2, 1), (3 * rank, 31))
    rank = rank or 2
    if rank > 2:
        return None
    return Tijdpunt(end, "helft", _jaar(year), (6 * rank - 5, 1), (6 * rank, 31))


def _halve_maand(match: re.Match[str]) -> Tijdpunt:
    month = _MAANDEN[match["hmaand"].lower()]
    first, last = (
        ((month, 1), (month, 15)) if match["rang"].lower() == "eerste" else ((month, 16), (month, 31))
    )
    return Tijdpunt(match.end(), "maand", _jaar(match["rjaar"]), first, last)


def _jaar(year: str | None) -> int | None:
    return int(year) if year else None


def _maanddag(text: str) -> Maanddag:
    month, day = text.split("-")
    return int(month), int(day)
