"""When a promise counts: its last day, its first day, and whether it comes back every year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from wederkerig.model import Looptijd, Ritme, Stuk, Termijn
from wederkerig.monitoring.indicatoren import Indicator
from wederkerig.monitoring.normen.grootheid import day_in
from wederkerig.monitoring.normen.omgeving import Omgeving
from wederkerig.monitoring.normen.plaatsen import places
from wederkerig.monitoring.normen.teksten import Tekst
from wederkerig.monitoring.normen.vondsten import Vondst
from wederkerig.monitoring.normen.woordenlijst import compiled, pattern

UIT_LOOPTIJD = "Bij dit getal staat geen datum; genomen is de looptijd van de afspraken."
UIT_KOP = "Bij dit getal staat geen datum; genomen is het jaar in de kop erboven."
UIT_VORIGE_ZIN = "De datum komt uit de zin ervoor."
UIT_JAARPLAN = "Bij dit getal staat geen datum; genomen is het jaar van het jaarplan."
GEEN_DATUM = "Er staat niet tot wanneer dit geldt."
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WITHIN = re.compile(r"^\W*(?:in|gedurende|over|voor)\s+(?:het\s+jaar\s+)?(?:19|20)\d\d\W*$", re.IGNORECASE)
_PERIOD = re.compile(r"periode|\d{4}\s*(?:-|–|t/m|tot)", re.IGNORECASE)
_FROM = re.compile(r"^\W*(?:vanaf|met ingang van|per)\b", re.IGNORECASE)
_YEARLY_SINCE = re.compile(
    r"(?:\ben\b|,)[^.;]*\b(?:jaarlijks|elk jaar|ieder jaar|per jaar)\b[^.;]*$", re.IGNORECASE
)
_TO = re.compile(r"\s+naar\b")
_SAME = re.compile(
    r"\b(?:dezelfde|deze|die) (?:periode|looptijd|termijn|jaren)"
    r"|^\W*(?:dat|dit|daarmee|hiermee|daarvan|hiervan)\b",
    re.IGNORECASE,
)
_TERM = re.compile(r"\bin de looptijd|\b(?:hele|gehele|gedurende de) looptijd", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dagen:
    """First and last day, and the doubt about them. eigen: the words around the quantity give them."""

    van: date | None = None
    per: date | None = None
    twijfel: str | None = None
    eigen: bool = False


@dataclass(frozen=True, slots=True)
class Termijnplek:
    """A deadline and where it stands in a text."""

    termijn: Termijn
    start: int
    end: int


def deadlines(tekst: Tekst) -> tuple[Termijnplek, ...]:
    """The deadlines of a text that have a whole date, or open a period."""
    return tuple(
        Termijnplek(each, start, end)
        for each, start, end in places(tekst.tekst, tekst.termijnen, strict=tekst.los)
        if isinstance(each.tot, date) or _FROM.search(each.tekst)
    )


def days_of(
    vondst: Vondst, around: Omgeving, tekst: Tekst, marks: Sequence[Termijnplek], earlier: Dagen | None
) -> Dagen:
    """The days in the sentence of a quantity, of the one before where this leans on that, or none.

    earlier: the days of the quantity before it in the same text.
    """
    if vondst.maanden:
        return _lasting(vondst, around)
    inside = [mark for mark in marks if around.zin_begin <= mark.start < around.zin_eind]
    text = tekst.tekst
    ends = [
        mark
        for mark in inside
        if isinstance(mark.termijn.tot, date)
        and not _is_start(mark, vondst, around, text)
        and not _is_of_another(mark, vondst, text)
    ]
    if ends:
        return _from_marks(vondst, around, ends, inside)
    if earlier is not None and earlier.per and _SAME.search(around.zin):
        return Dagen(earlier.van, earlier.per, UIT_VORIGE_ZIN, eigen=True)
    led = [mark for mark in marks if mark.end <= around.zin_begin and mark.termijn.tekst in around.aanloop]
    if led and isinstance(led[-1].termijn.tot, date):
        return Dagen(_first_day(led[-1].termijn), led[-1].termijn.tot, eigen=True)
    return Dagen(_opening_day(inside), None)


def _is_of_another(mark: Termijnplek, vondst: Vondst, text: str) -> bool:
    """Whether a deadline is of what is done before: "begint uiterlijk 1 april en begeleidt jaarlijks 50"."""
    if mark.start >= vondst.end:
        return "waarvan" in text[vondst.end : mark.start]
    return bool(_YEARLY_SINCE.search(text[mark.end : vondst.start]))


def _is_start(mark: Termijnplek, vondst: Vondst, around: Omgeving, text: str) -> bool:
    """Whether a deadline says from when the change counts: "van 230 in 2024 naar 500", "ten opzichte van"."""
    if mark.end <= vondst.start and _TO.match(text, mark.end):
        return True
    since = compiled(rf"(?:{pattern('nulmeting').pattern})\s+(?:[^\W\d]+\s+)?$")
    return bool(since.search(text[around.zin_begin : mark.start]))


def _lasting(vondst: Vondst, around: Omgeving) -> Dagen:
    """From the day that the sentence names, as many months as the quantity lasts."""
    first = day_in(around.begin)
    if first is None:
        return Dagen()
    years, month = divmod(first.month - 1 + vondst.maanden, 12)
    after = date(first.year + years, month + 1, min(first.day, 28))
    return Dagen(first, after - timedelta(days=1), eigen=True)


def _from_marks(
    vondst: Vondst, around: Omgeving, ends: Sequence[Termijnplek], inside: Sequence[Termijnplek]
) -> Dagen:
    clause = (vondst.start - len(around.voor), vondst.end + len(around.na))
    own = [mark for mark in ends if clause[0] <= mark.start < clause[1]] or ends
    nearest = min(own, key=lambda mark: _distance(vondst, mark))
    last_day = nearest.termijn.tot
    assert isinstance(last_day, date)  # noqa: S101  # deadlines with a whole date only
    return Dagen(_first_day(nearest.termijn) or _opening_day(inside), last_day, eigen=True)


def _distance(vondst: Vondst, mark: Termijnplek) -> int:
    return mark.start - vondst.end if mark.start >= vondst.end else vondst.start - mark.end


def _first_day(termijn: Termijn) -> date | None:
    """The first day of "in 2021" and of "de periode 2020-2030"."""
    years = [int(year) for year in _YEAR.findall(termijn.tekst)]
    if len(years) > 1 and _PERIOD.search(termijn.tekst):
        return date(years[0], 1, 1)
    return date(years[0], 1, 1) if len(years) == 1 and _WITHIN.search(termijn.tekst) else None


def _opening_day(inside: Sequence[Termijnplek]) -> date | None:
    """The first day of "vanaf 2025"."""
    for mark in inside:
        year = _YEAR.search(mark.termijn.tekst)
        if (
            year
            and mark.termijn.tot is None
            and re.fullmatch(r"\W*vanaf\s+\d{4}\W*", mark.termijn.tekst, re.IGNORECASE)
        ):
            return date(int(year[0]), 1, 1)
    return None


def complete(days: Dagen, tekst: Tekst, around: Omgeving, stuk: Stuk) -> Dagen:
    """The days with what heading, term or year plan add where the words around the quantity give none."""
    # the term of a year plan is not that of the agreement it quotes
    term = Looptijd() if tekst.soort == "aangehaald" else stuk.looptijd or Looptijd()
    if days.per is not None and not (term.van and days.per <= term.van):  # a day before it all is no deadline
        first = days.van or (term.van if term.van and term.van <= days.per else None)
        return Dagen(first, days.per, days.twijfel, days.eigen)
    heading = _YEAR.findall(tekst.rubriek)
    if len(set(heading)) == 1:
        year = int(heading[0])
        return Dagen(days.van or date(year, 1, 1), date(year, 12, 31), UIT_KOP)
    if tekst.jaar is not None:
        return Dagen(days.van or date(tekst.jaar, 1, 1), date(tekst.jaar, 12, 31), UIT_JAARPLAN)
    if term.tot is not None:
        doubt = None if _TERM.search(around.zin) else UIT_LOOPTIJD
        return Dagen(days.van or term.van, term.tot, doubt)
    return Dagen(days.van or term.van, None, GEEN_DATUM)


def rhythm(
    around: Omgeving, indicator: Indicator | None, days: Dagen, *, is_change: bool, never: bool
) -> Ritme:
    """Whether a norm comes back every year: the words say so, or it holds as long as the agreements do.

    never: it says that something does not happen ("geen huisuitzettingen").
    """
    yearly = pattern("jaarlijks")
    words = f"{around.voor[-60:]}{around.midden}{around.na[:50]}"
    if yearly.search(words) or yearly.search(around.begin) or yearly.search(around.aanloop):
        return "jaarlijks"
    if indicator is None or days.eigen or is_change:
        return "eenmalig"
    holds = indicator.vorm in ("aandeel", "duur", "index") or indicator.id.startswith("grondprijs")
    return "jaarlijks" if holds or never else "eenmalig"
