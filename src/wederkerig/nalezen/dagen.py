"""Days as a Dutch user types them: 31-12-2026, 31 december 2026, and 1 april (elk jaar)."""

from __future__ import annotations

import re
from datetime import date

from wederkerig.reading.dates import MONTH, MONTH_NAMES, MONTHS
from wederkerig.reading.language.termijnen import find_termijnen

_FIRST, _LAST = 1900, 2199
_LEAP = 2024
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_FIGURES = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})")
_WRITTEN = re.compile(rf"([0-9]{{1,2}})(?:e|ste|de)?\s+({MONTH})\.?,?\s+([0-9]{{4}})", re.IGNORECASE)
_YEARLY = re.compile(r"\(?\b(?:elk|ieder)\s+jaar\b\)?|\bjaarlijks\b", re.IGNORECASE)
_RECURS = re.compile(r"--([0-9]{2})-([0-9]{2})")
_DAY_MONTH = re.compile(rf"(?:vóór|voor|op)?\s*([0-9]{{1,2}})(?:e|ste|de)?\s+({MONTH})\.?", re.IGNORECASE)
_DAY_FIGURES = re.compile(r"([0-9]{1,2})[-/]([0-9]{1,2})")


def read_date(text: str) -> date | None:
    """The date; None where it is none, or not in a calendar."""
    text = " ".join(text.split())
    if found := _ISO.fullmatch(text):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := _FIGURES.fullmatch(text):
        return _date(int(found[4]), int(found[3]), int(found[1]))
    if found := _WRITTEN.fullmatch(text):
        return _date(int(found[3]), MONTHS[found[2].lower()], int(found[1]))
    return None


def read_day(text: str) -> date | str | None:
    """The date, or the day that recurs every year as `--MM-DD`; also the last day of "eind 2027"."""
    text = " ".join(text.split())
    if found := _RECURS.fullmatch(text):
        return _recurring(int(found[1]), int(found[2]))
    if _YEARLY.search(text):
        return _yearly(_YEARLY.sub("", text).strip(" ,"))
    return read_date(text) or _day_of_month(text) or _last_day(text)


def _yearly(text: str) -> str | None:
    if found := _DAY_FIGURES.fullmatch(text):
        return _recurring(int(found[2]), int(found[1]))
    return _day_of_month(text)


def _day_of_month(text: str) -> str | None:
    found = _DAY_MONTH.fullmatch(text)
    return _recurring(MONTHS[found[2].lower()], int(found[1])) if found else None


def _last_day(text: str) -> date | str | None:
    """What a deadline in words means, as reading understands it."""
    found = find_termijnen(text)
    whole = len(found) == 1 and (found[0].start, found[0].end) == (0, len(text))
    return found[0].tot if whole and found[0].twijfel is None else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if _FIRST <= year <= _LAST else None
    except ValueError:
        return None


def _recurring(month: int, day: int) -> str | None:
    return f"--{month:02d}-{day:02d}" if _date(_LEAP, month, day) else None


def write_day(value: str) -> str:
    """A day as `read_day` reads it: 31-12-2026 or 1 april (elk jaar); other words stay as they are."""
    if found := _RECURS.fullmatch(value):
        return f"{int(found[2])} {MONTH_NAMES[int(found[1]) - 1]} (elk jaar)"
    found = _ISO.fullmatch(value)
    return f"{int(found[3])}-{int(found[2])}-{found[1]}" if found else value
