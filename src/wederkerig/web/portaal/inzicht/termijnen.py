"""Deadlines on the calendar: every day that an agreement names, and which of them fall in a year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from wederkerig.export.words import one_line, termijnen_of, who
from wederkerig.model import Afspraak, Looptijd, Stuk
from wederkerig.web.portaal.inzicht.rijen import actors_of, first_words


@dataclass(frozen=True, slots=True)
class Punt:
    """A day on which something is due. terugkerend: it comes back every year; woorden: as it is printed."""

    dag: date
    terugkerend: bool
    woorden: str
    id: str
    nummer: str
    begin: str
    wie: str
    voorbij: bool


def due_in(stuk: Stuk, jaar: int, vandaag: date) -> tuple[Punt, ...]:
    """What is due in a year, in order of the days, each day of an agreement once."""
    found = {(punt.dag, punt.id): punt for punt in _points(stuk, jaar, vandaag) if punt.dag.year == jaar}
    return tuple(sorted(found.values(), key=lambda punt: punt.dag))


def calendar(stuk: Stuk, jaar: int, vandaag: date) -> tuple[tuple[int, tuple[Punt, ...]], ...]:
    """All deadlines by year; those that return every year stand in `jaar`, within the term."""
    found = {(punt.dag, punt.id): punt for punt in _points(stuk, jaar, vandaag)}
    points = sorted(found.values(), key=lambda punt: punt.dag)
    years = dict.fromkeys(punt.dag.year for punt in points)
    return tuple((year, tuple(punt for punt in points if punt.dag.year == year)) for year in years)


def telling_days(points: Iterable[Punt]) -> dict[str, date]:
    """By agreement, the first of these days that is still to come, or else the last that is over."""
    found: dict[str, Punt] = {}
    for punt in points:
        if punt.id not in found or found[punt.id].voorbij:
            found[punt.id] = punt
    return {name: punt.dag for name, punt in found.items()}


def _points(stuk: Stuk, jaar: int, vandaag: date) -> Iterator[Punt]:
    for afspraak in stuk.afspraken:
        for _, fact in termijnen_of(afspraak):
            if fact.tot is not None:
                when = fact.tot if isinstance(fact.tot, date) else _in_year(fact.tot, jaar)
                again = not isinstance(fact.tot, date)
                if again and not _in_term(stuk.looptijd, when):
                    continue
                yield _point(stuk, afspraak, when, fact.tekst, again=again, vandaag=vandaag)


def _point(stuk: Stuk, afspraak: Afspraak, dag: date, woorden: str, *, again: bool, vandaag: date) -> Punt:
    return Punt(
        dag=dag,
        terugkerend=again,
        woorden=one_line(woorden),
        id=afspraak.id or "",
        nummer=one_line(afspraak.nummer),
        begin=first_words(afspraak.tekst, 110),
        wie=who(stuk, actors_of(afspraak)),
        voorbij=dag < vandaag,
    )


def _in_term(term: Looptijd | None, dag: date) -> bool:
    """What returns every year does so as long as the agreements last."""
    if term is None:
        return True
    return (term.van or date.min) <= dag <= (term.tot or date.max)


def _in_year(jaardag: str, jaar: int) -> date:
    """A day that returns every year, in one year: 29 February is the last of the month."""
    month, number = int(jaardag[2:4]), int(jaardag[5:7])
    try:
        return date(jaar, month, number)
    except ValueError:
        return date(jaar, month, 28)
