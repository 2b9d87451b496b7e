"""What a document says of itself: kind, title, municipality, term, signing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Literal

from wederkerig.documents import Document, Kind
from wederkerig.model import Looptijd, Ondertekening, Partij
from wederkerig.reading.dates import find_dates
from wederkerig.reading.units import Unit

Soort = Literal["meerjarig", "jaarafspraken", "jaarplan"]

_FRONT = 60
"""How many units of the beginning say what a document is."""
_SUBJECT = re.compile(
    r"prestatie-?\s?afspraken|raamovereenkomst|jaarplan|jaarschijf|jaarafspraken|kaderafspraken"
    r"|woonafspraken|samenwerkingsovereenkomst|raamafspraken|meerjarenafspraken"
    r"|samenwerkingsagenda|lokaal akkoord",
    re.IGNORECASE,
)
_AMENDS = re.compile(
    r"^(?:huidige (?:afspraak|tekst)|aanvulling(?: \d{4})?|nieuwe afspraak(?: \d{4})?"
    r"|wijziging(?:/aanvulling)?(?: \d{4})?"
    r"|(?:onderstaande|de volgende) (?:tekst|passage)\b.*(?:verwijderd|geschrapt|vervalt)).{0,60}",
    re.IGNORECASE,
)
_YEARS = re.compile(r"\b(20\d\d)\s*(?:[-–—/]|t/m|tot en met|tot)\s*(20\d\d)\b")
_YEAR = re.compile(r"\b(20\d\d)\b")
_VALID = re.compile(
    r"\bgeldig\b|\bgelden (?:van|vanaf|tot|voor)|looptijd"
    # these say it of contracts and rules too, so that the agreements have to be named beside them
    r"|(?:afspraken|overeenkomst|akkoord|convenant|kader)\b.*(?:in werking|treedt in|van kracht|eindig)"
    r"|afspraken voor de periode|lopen (?:van|tot|t/m)|voor de periode",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\b(?:tot en met|t/m|tot en met en met|tot uiterlijk|eindig(?:t|en) (?:op|per))\s*$", re.IGNORECASE
)
_BEFORE = re.compile(r"\btot\s*$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:van|vanaf|met ingang van|ingaande|per|op|periode)\s*$", re.IGNORECASE)
_SIGNED = re.compile(
    r"\b(?:overeengekomen|ondertekend|getekend|opgemaakt|akkoord|handtekening(?:en)?"
    r"|afspraken zijn vastgesteld|ondertekenden|tekenden)\b"
    # of a plan or a vision it is said too, so that it has to open the line or to name this document
    r"|^vastgesteld\s+(?:te|in|op|door)\b"
    r"|\b(?:dit|het)\s+(?:jaarplan|document|stuk|addendum)\s+(?:is|wordt)\s+vastgesteld\b",
    re.IGNORECASE,
)
_TOWN = r"[A-Z'’][\w'’-]+(?:\s+(?:(?:aan|op|en|bij|de|den|het|in|a/d)\s+){0,2}[A-Z][\w'’-]+)*"
_PLACE = re.compile(rf"\b(?:te|in(?: het \w+ van)?)\s+(?P<plaats>{_TOWN})")
_PLACE_BEFORE_DATE = re.compile(rf"(?:^|[\s,])(?P<plaats>{_TOWN}),?\s*(?:d\.\s?d\.|op)?\s*$")
_COLON_PLACE = re.compile(r"\bplaats\s*:\s*(?P<plaats>[A-Z][\w'’ -]+?)(?:[,.;]|$)", re.IGNORECASE)
_PLACE_AND_DATE = re.compile(rf"(?P<plaats>{_TOWN}),\s*(?:d\.\s?d\.\s*)?$")
_GEMEENTE = re.compile(
    r"\bgemeente\s+(?P<naam>[A-Z'’][\w'’-]+"
    r"(?:\s+(?:aan|op|en|bij|de|den|het|in|aan de|a/d)\s+[A-Z][\w'’-]+)*(?:[ -][A-Z][\w'’-]+)*)"
)


def find_soort(units: Sequence[Unit], titel: str) -> Soort:
    """Multi-year, for one year, or a year plan that amends another document."""
    amendments = sum(bool(_AMENDS.match(unit.text)) for unit in units if unit.kind is not Kind.TABLE)
    if amendments >= 2:
        return "jaarplan"
    if re.match(r"(?:het\s+)?jaarplan\b", titel, re.IGNORECASE):
        return "jaarafspraken"
    front = " ".join(
        [titel, *(unit.text for unit in units[:12] if unit.kind is not Kind.TABLE and len(unit.text) < 200)]
    )
    if re.search(r"kaderafspraken|raamovereenkomst|meerjarig", titel, re.IGNORECASE) and _YEARS.search(titel):
        return "meerjarig"
    if re.search(r"\bjaar(?:afspraken|schijf|overeenkomst)\b", front, re.IGNORECASE):
        return "jaarafspraken"
    if re.search(r"meerjarig|raamovereenkomst|kaderafspraken", front, re.IGNORECASE) or _YEARS.search(titel):
        return "meerjarig"
    return "jaarafspraken" if len(set(_YEAR.findall(titel))) == 1 else "meerjarig"


def find_titel(document: Document, units: Sequence[Unit], gemeente: str | None) -> str:
    """The title on the front page, with the line for the municipality where it stands below it."""
    front = [unit for unit in units[:_FRONT] if unit.kind is not Kind.TABLE and not unit.toc]
    titled = next(
        (
            unit
            for unit in front
            if _SUBJECT.search(unit.text) and len(unit.text) < 160 and unit.text[-1:] not in ".;"
        ),
        None,
    )
    if titled is None:
        plan = _named_plan(units)
        return (
            plan
            or document.title
            or next((unit.text for unit in front if unit.kind is Kind.HEADING), document.name)
        )
    titel = titled.text.strip(" *:")
    below = next((unit for unit in units[titled.index + 1 : titled.index + 2]), None)
    if (
        gemeente
        and gemeente.casefold() not in titel.casefold()
        and below is not None
        and below.text.strip().casefold() == gemeente.casefold()
    ):
        titel = f"{titel} {below.text.strip()}"
    return titel


def _named_plan(units: Sequence[Unit]) -> str | None:
    """A year plan often names itself only in its sentences: "Het Jaarplan 2024 leggen we vast"."""
    for unit in units[:_FRONT]:
        if match := re.search(
            r"\b(?:het|dit|In dit) ((?:Jaarplan|Jaarschijf|Addendum) 20\d\d)\b", unit.text, re.IGNORECASE
        ):
            return match[1][:1].upper() + match[1][1:]
    return None


def find_gemeente(units: Sequence[Unit], partijen: Sequence[Partij]) -> str | None:
    """The municipality: the party of that kind, spelled as the text mostly spells it."""
    own = next((partij.naam for partij in partijen if partij.soort == "gemeente"), None)
    if own is not None:
        return own.split(" ", 1)[1] if own.casefold().startswith("gemeente ") else own
    counts = Counter(
        match["naam"]
        for unit in units
        if unit.kind is not Kind.TABLE
        for match in _GEMEENTE.finditer(unit.text)
    )
    return counts.most_common(1)[0][0] if counts else None


# --- term and signing ----------------------------------------------------------------------------


def find_looptijd(units: Sequence[Unit], titel: str, soort: Soort) -> Looptijd | None:
    """First and last day, from the sentence on validity, else from the years in the title."""
    if soort == "jaarplan":
        return None
    van, tot = None, None
    for unit in units:
        if unit.kind is Kind.TABLE or unit.toc or not _VALID.search(unit.text) or _is_frame(unit.text):
            continue
        for sentence in re.split(r"(?<=[.;])\s+(?=[A-Z])", unit.text):
            if _VALID.search(sentence):
                first, last = _bounds(sentence)
                van, tot = van or first, tot or last
        if tot is not None:
            break
    front = " ".join(
        [titel, *(unit.text for unit in units[:8] if unit.kind is not Kind.TABLE and len(unit.text) < 160)]
    )
    years = _YEARS.search(titel) or _YEARS.search(front)
    if tot is None and years:
        van, tot = van or date(int(years[1]), 1, 1), date(int(years[2]), 12, 31)
    single = set(_YEAR.findall(titel))
    if tot is None and van is None and len(single) == 1:
        year = int(single.pop())
        van, tot = date(year, 1, 1), date(year, 12, 31)
    return Looptijd(van=van, tot=tot) if van or tot else None


def _is_frame(text: str) -> bool:
    """The term of a vision or a plan is not that of the agreements."""
    return bool(
        re.search(r"looptijd van (?:de|het|een) (?:woon|omgevings|visie|programma|plan)", text, re.IGNORECASE)
    )


def _bounds(sentence: str) -> tuple[date | None, date | None]:
    first = last = None
    for start, _, day in find_dates(sentence):
        before = sentence[:start]
        if _UNTIL.search(before):
            last = last or day
        elif _BEFORE.search(before):
            last = last or date.fromordinal(day.toordinal() - 1)
        elif _FROM.search(before):
            first = first or day
    years = _YEARS.search(sentence)
    if last is None and years:
        first, last = first or date(int(years[1]), 1, 1), date(int(years[2]), 12, 31)
    return first, last


def find_ondertekening(units: Sequence[Unit]) -> Ondertekening | None:
    """Place and date of signing: "Aldus overeengekomen te … op …", or a line "Testdam, 3 mei 2025"."""
    best: Ondertekening | None = None
    for unit in units:
        if unit.kind is Kind.TABLE or len(unit.text) > 700 or not _YEAR.search(unit.text):
            continue
        found = _signed(unit.text) or _place_and_date(unit.text)
        if found is not None and found.plaats:
            return found
        best = best or found
    return best


def _signed(text: str) -> Ondertekening | None:
    """The date nearest behind, else before, the word for signing; the place beside either."""
    for match in _SIGNED.finditer(text):
        start = max(0, match.start() - 80)
        stretch = text[start : match.end() + 120]
        dates = [(first, day) for first, _, day in find_dates(stretch)]
        if not dates:
            continue
        word = match.start() - start
        first, day = min(dates, key=lambda date: (date[0] < word, abs(date[0] - word)))
        between = stretch[min(first, word) : max(first, word)]
        if re.search(r"[.;]\s+[A-Z]", between):
            continue
        behind = word + len(match.group())
        place = _PLACE_BEFORE_DATE.search(stretch[behind:first]) or _PLACE.search(stretch, word)
        place = place or _PLACE.search(stretch) or _COLON_PLACE.search(stretch)
        return Ondertekening(plaats=place["plaats"] if place else None, datum=day)
    return None


def is_place_and_date(text: str) -> bool:
    """Whether a line holds nothing but where and when was signed."""
    return _place_and_date(text) is not None


def _place_and_date(text: str) -> Ondertekening | None:
    for first, last, day in find_dates(text):
        place = _PLACE_AND_DATE.fullmatch(text[:first].lstrip(" *"))
        if place and not text[last:].strip(" .*"):
            return Ondertekening(plaats=place["plaats"], datum=day)
    return None
