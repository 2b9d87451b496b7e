"""The days on which something is due, kept with the agreements: a list of thirty need not work out any."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from wederkerig.consolidation import Tijdlijn
from wederkerig.export.uitgave import Uitgave
from wederkerig.export.words import one_line, termijnen_of
from wederkerig.model import Stuk
from wederkerig.web.register.models import Overeenkomst


@dataclass(frozen=True, slots=True)
class Termijn:
    """A day, and the agreement that is due on it."""

    dag: date
    afspraak: str
    nummer: str


def keep_deadlines(overeenkomst: Overeenkomst, tijdlijn: Tijdlijn) -> None:
    """Keep the days of the latest version; see `adoptie.derive`."""
    stuk = Uitgave(tijdlijn, tijdlijn.after(len(tijdlijn.besluiten))).stuk
    overeenkomst.termijnen = list(_days(stuk))
    overeenkomst.save(update_fields=["termijnen"])


def next_deadline(overeenkomst: Overeenkomst, dag: date) -> Termijn | None:
    """What is due first on or after a day, inside the term of the agreements."""
    coming = [
        Termijn(when, each["afspraak"], each["nummer"])
        for each in overeenkomst.termijnen
        if (when := _next(each["dag"], dag)) and (overeenkomst.tot is None or when <= overeenkomst.tot)
    ]
    return min(coming, key=lambda each: each.dag, default=None)


def _days(stuk: Stuk) -> Iterator[dict[str, str]]:
    for afspraak in stuk.afspraken:
        days = {str(fact.tot) for _, fact in termijnen_of(afspraak) if fact.tot is not None}
        for each in sorted(days):
            yield {"dag": each, "afspraak": afspraak.id or "", "nummer": one_line(afspraak.nummer)}


def _next(said: str, dag: date) -> date | None:
    """The day itself, or the next of one that returns every year ("--MM-DD"); None once it is past."""
    if not said.startswith("--"):
        when = date.fromisoformat(said)
        return when if when >= dag else None
    month, number = int(said[2:4]), int(said[5:7])
    for year in (dag.year, dag.year + 1):
        last = number if (month, number) != (2, 29) else 28
        if (when := date(year, month, last)) >= dag:
            return when
    return None
