"""Whole dates in text: "28 juni 2023", "1-1-2022", "d.d. 5 juni 2023"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

_WRITTEN = (
    ("januari", "jan"),
    ("februari", "feb", "febr"),
    ("maart", "mrt"),
    ("april", "apr"),
    ("mei",),
    ("juni", "jun"),
    ("juli", "jul"),
    ("augustus", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "okt"),
    ("november", "nov"),
    ("december", "dec"),
)
MONTHS = {name: number for number, names in enumerate(_WRITTEN, 1) for name in names}
MONTH_NAMES = tuple(names[0] for names in _WRITTEN)
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DATE = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})\s+(?P<month>{MONTH})\.?\s+(?P<year>\d{{4}})"
    r"|(?P<d>\d{1,2})[-/.](?P<m>\d{1,2})[-/.](?P<y>\d{4}))\b",
    re.IGNORECASE,
)


def find_dates(text: str) -> Iterator[tuple[int, int, date]]:
    """The span and value of every whole date in `text`; impossible dates are passed over."""
    for match in _DATE.finditer(text):
        day, year = int(match["day"] or match["d"]), int(match["year"] or match["y"])
        month = MONTHS[match["month"].lower()] if match["month"] else int(match["m"])
        try:
            yield match.start(), match.end(), date(year, month, day)
        except ValueError:
            continue
