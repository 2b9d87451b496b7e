"""The life of the document: which events brought its versions, and from when to when an agreement holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from wederkerig.export.akn.naming import SOORT, UNKNOWN_DAY, expression_uri, work_uri
from wederkerig.model import Overeenkomst, Verwerking


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """An event that brought a version: the document was concluded, or a decision amended it.

    inwerking: the first day on which that version holds. stuk: the document as it became, where it is
    known; from these follows when an agreement came in or went out.
    """

    naam: str
    inwerking: date
    vastgesteld: date | None = None
    ondertekend: date | None = None
    stuk: Overeenkomst | None = None
    verwerkingen: tuple[Verwerking, ...] = ()


class Interval(NamedTuple):
    """From which event on an agreement holds, and the event that withdrew it; None where none did."""

    begin: int
    end: int | None


@dataclass(frozen=True, slots=True)
class Levensloop:
    """One version of the document (`stuk`, brought by event `at`) and everything that happened to it.

    intervals: of each agreement with a lasting id, from which event to which it holds without a break.
    groups: the intervals that need saying, each with the `eId` it is referred to by.
    """

    stuk: Overeenkomst
    events: tuple[Gebeurtenis, ...]
    at: int
    intervals: dict[str, Interval]
    groups: dict[Interval, str]

    @property
    def work(self) -> str:
        """The address of the document in all its versions."""
        return self._address(SOORT, 0)

    @property
    def expression(self) -> str:
        """The address of this version."""
        return self.expression_of(self.at)

    def expression_of(self, at: int) -> str:
        """The address of the version that an event brought."""
        days = [event.inwerking for event in self.events]
        return expression_uri(self.work, days[at], days[:at])

    def plan(self, at: int) -> str:
        """The address of the decision that is an event."""
        return self._address("jaarplan", at)

    def _address(self, soort: str, at: int) -> str:
        event = self.events[at]
        gemeente = (self.events[0].stuk or self.stuk).gemeente
        return work_uri(soort, gemeente, event.vastgesteld or event.inwerking, event.naam)


def version(stuk: Overeenkomst, events: Sequence[Gebeurtenis], at: int | None = None) -> Levensloop:
    """A version, brought by the last event unless `at` names another; without events, by its conclusion."""
    known = tuple(events) or (_conclusion(stuk),)
    place = len(known) - 1 if at is None else at
    if not 0 <= place < len(known):
        raise ValueError("Deze leven hoort niet bij een van de gebeurtenissen.")
    found = _intervals(_present(stuk, known, place), place)
    return Levensloop(stuk, known, place, found, _groups(found, place))


def _intervals(present: list[frozenset[str]], at: int) -> dict[str, Interval]:
    found = {}
    for key in present[at]:
        begin = end = at
        while begin and key in present[begin - 1]:
            begin -= 1
        while end < len(present) and key in present[end]:
            end += 1
        found[key] = Interval(begin, end if end < len(present) else None)
    return found


def _groups(found: dict[str, Interval], at: int) -> dict[Interval, str]:
    """What held from the start and still does needs no saying; what a decision changed holds from then on."""
    told = {interval for interval in found.values() if interval != Interval(0, None)}
    told |= {Interval(event, None) for event in range(1, at + 1)}
    ordered = sorted(told, key=lambda each: (each.begin, each.end is None, each.end or 0))
    return {interval: f"temporalGroup_{count}" for count, interval in enumerate(ordered, start=1)}


def _present(stuk: Overeenkomst, events: tuple[Gebeurtenis, ...], here: int) -> list[frozenset[str]]:
    """The ids after each event; where the document is not known, those of the nearest version that is."""
    stands = [_ids(stuk if at == here else event.stuk) for at, event in enumerate(events)]
    for at in range(here - 1, -1, -1):
        stands[at] = stands[at + 1] if stands[at] is None else stands[at]
    for at in range(here + 1, len(stands)):
        stands[at] = stands[at - 1] if stands[at] is None else stands[at]
    return [ids or frozenset() for ids in stands]


def _ids(stuk: Overeenkomst | None) -> frozenset[str] | None:
    return None if stuk is None else frozenset(afspraak.id for afspraak in stuk.afspraken if afspraak.id)


def _conclusion(stuk: Overeenkomst) -> Gebeurtenis:
    signed = stuk.ondertekening.datum if stuk.ondertekening else None
    begin = stuk.looptijd.van if stuk.looptijd else None
    return Gebeurtenis(stuk.titel, begin or signed or UNKNOWN_DAY, ondertekend=signed, vastgesteld=signed)
