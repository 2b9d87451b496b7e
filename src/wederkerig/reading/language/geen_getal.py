"""Numbers that are no quantities: dates, ages, sizes of households, frequencies, shares, numbers of parts."""

from __future__ import annotations

import re
from decimal import Decimal

from wederkerig.reading.language.telwoorden import telwoord
from wederkerig.reading.language.woordenlijst import woorden

_MAAND = r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"
_DATUM = re.compile(
    rf"\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:\d{{4}}|\d\d)(?!\d)|\d{{1,2}}(?:e|ste|de)?\s+{_MAAND}\b", re.IGNORECASE
)
_JAARTAL = re.compile(r"(?:19|20)\d\d(?!\d)(?:\s?(?:[-–/]|t/m|tot en met)\s?(?:19|20)?\d\d(?!\d))?")
_JAARWOORD_VOOR = re.compile(
    rf"(?:\b(?:in|eind|begin|medio|ultimo|sinds|vanaf|per|uiterlijk|jaar|voor|vóór|t/m|met|van|na|najaar|voorjaar"
    rf"|zomer|kwartaal|tot|q[1-4]|{_MAAND})\s+|[-–/]\s?)\Z",
    re.IGNORECASE,
)
_CIJFERS = re.compile(r"\d+")
_ELKE = frozenset("per elk elke ieder iedere".split())
_OPEN = (" ", "\n", "(", "€")
_VASTGEPLAKT = re.compile(r"(?:[^\W_]|[^\W_][-–/.,:’']|\d\s?/)\Z")
_BREUK_VOOR = re.compile(r"\bop\s+(?:de|elke|iedere)\s+\Z", re.IGNORECASE)
_BREUK_NA = re.compile(r"\s*(?:/\s*\d|op\s+(?:de|elke|iedere|\d))", re.IGNORECASE)
_FREQUENTIE_VOOR = re.compile(
    r"\b(?:elke|iedere|elk|ieder|om\s+de|(?:eens|keer|maal)\s+(?:in\s+de|in|per|om\s+de)|per)\s+\Z",
    re.IGNORECASE,
)
_KLOK_VOOR = re.compile(r"\b(?:om|voor|vóór|na|tot|van|vanaf|rond)\s+\Z", re.IGNORECASE)
_UREN_PER_DAG = 24
_PER_WEEK = re.compile(r"\s+(?:per|in\s+de)\s+(?:week|maand|jaar)\b")
_PER_DAG = re.compile(r"\s+per\s+(?:dag|etmaal)\b")
_LEEFTIJD_NA = re.compile(r"\s+(?:(?:of|en)\s+(?:ouder|jonger)|oud)\b", re.IGNORECASE)
_LEEFTIJD_VOOR = re.compile(r"\b(?:(?:ouder|jonger)\s+dan|leeftijd[^.;:]{0,30})\s+\Z", re.IGNORECASE)
_LEEFTIJD_KETEN = re.compile(r"\s+(?:en|of|,)\s+(?:tussen|van|tot|vanaf)\s+(?:de\s+)?", re.IGNORECASE)
_LEEFTIJD_GRENS = frozenset("tot en met t/m van vanaf boven onder tussen de in".split())
_HUISHOUDEN_VOOR = re.compile(
    r"(?:huishoud(?:en|ens)|gezin(?:nen)?)\s+(?:bestaande\s+)?(?:van|met|uit)\s+(?:\d\s*(?:,|en|of|tot)\s+)?\Z",
    re.IGNORECASE,
)
_MEER_NA = re.compile(r"\s+of\s+(?:meer|minder)\b", re.IGNORECASE)
_WOORD = re.compile(r"[^\s(]+")
_JONGSTE, _OUDSTE = 12, 110


def overslaan_tot(text: str, start: int) -> int | None:
    """Return where reading goes on when the digit at `start` opens no number (a date, `CO2`, `artikel 4`)."""
    before = text[max(0, start - 24) : start]
    other = _DATUM.match(text, start)
    if other is None:
        other = _JAARTAL.match(text, start)
        if other is None or not _JAARWOORD_VOOR.search(before):
            other = _CIJFERS.match(text, start) if _is_onderdeel(before) else None
    return other.end() if other else None


def _is_onderdeel(before: str) -> bool:
    """Return whether digits behind `before` belong to a word, a fraction or a numbered part of a document."""
    if before[-1:] not in _OPEN and _VASTGEPLAKT.search(before):
        return True
    words = before.split()
    if not words or words[-1] == "€":
        return False
    word = words[-1].lower().lstrip("(")
    if word in woorden("eenheden", "opsomming"):  # but not in `per kwartaal 15 woningen`
        return len(words) == 1 or words[-2].lower() not in _ELKE
    return "op" in words and bool(_BREUK_VOOR.search(before))


def is_jaartal(text: str, start: int, end: int) -> bool:
    """Return whether the number is a year by its form; words before it that say so were judged earlier."""
    return bool(_JAARTAL.fullmatch(text, start, end))


def is_breuk(text: str, end: int) -> bool:
    """Return whether the number is the first half of `1/3` or `1 op de 5`."""
    return bool(_BREUK_NA.match(text, end))


def is_aandeel(text: str, start: int) -> bool:
    """Return whether the number is the whole of a share: `vijf van de tien woningen`."""
    words = text[max(0, start - 30) : start].split()
    if len(words) < 3 or [word.lower() for word in words[-2:]] != ["van", "de"]:
        return False
    return words[-3].isdigit() or telwoord(words[-3]) is not None


def is_frequentie(text: str, start: int) -> bool:
    """Return whether a duration says how often: `elke twee jaar`, `eens in de 4 jaar`."""
    return bool(_FREQUENTIE_VOOR.search(text[max(0, start - 30) : start]))


def is_kloktijd(text: str, start: int, end: int, uren: Decimal) -> bool:
    """Return whether hours name a time of day or service round the clock: `om 10 uur`, `24 uur per dag`."""
    if _PER_DAG.match(text, end):
        return True
    of_the_day = uren <= _UREN_PER_DAG and not _PER_WEEK.match(text, end)
    return of_the_day and bool(_KLOK_VOOR.search(text[max(0, start - 12) : start]))


def is_leeftijd(text: str, start: int, end: int, jaren: int, leeftijd_tot: int | None) -> bool:
    """Return whether a number of years is an age; `leeftijd_tot` is where the age before it ended."""
    if not _JONGSTE <= jaren <= _OUDSTE:
        return False
    if leeftijd_tot is not None and _LEEFTIJD_KETEN.fullmatch(text, leeftijd_tot, start):
        return True
    before = text[max(0, start - 60) : start]
    if _LEEFTIJD_NA.match(text, end) or _LEEFTIJD_VOOR.search(before):
        return True
    words = [word.lower() for word in _WOORD.findall(before)]
    grens = False
    while words and words[-1] in _LEEFTIJD_GRENS:
        grens = True
        words.pop()
    return grens and bool(words) and words[-1] in woorden("eenheden", "mensen")


def is_huishoudgrootte(text: str, start: int, end: int, number_end: int) -> bool:
    """Return whether a number of persons is the size of a household: `gezinnen van 6 of meer personen`."""
    before = text[max(0, start - 40) : start]
    return bool(
        _HUISHOUDEN_VOOR.search(before) or _MEER_NA.match(text, number_end) or _MEER_NA.match(text, end)
    )
