"""What happened, to be read and taken along: with the agreements, with an organisation, with one thing.

What happens to a document before it is adopted is its organisation's own, and stays so afterwards: the
parties see that it was adopted, by whom and what it says, not how its organisation came there. An event
carries the agreements only where all parties may see it (`gebeurtenissen`): nothing has to be left out here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Model, QuerySet
from django.utils import timezone

from wederkerig.consolidation import Stukje, compare_words
from wederkerig.web.accounts.models import Organisatie
from wederkerig.web.register.domain.csv_rijen import BEGIN, csv_row
from wederkerig.web.register.domain.logboek_woorden import in_words, kind_in_words, readable
from wederkerig.web.register.models import Besluit, Gebeurtenis, Overeenkomst

_KOLOMMEN = ("wanneer", "wie", "namens", "wat", "waarover", "was", "werd")


@dataclass(frozen=True, slots=True)
class Zeef:
    """Which events somebody wants to see: "" and None ask for nothing."""

    soort: str = ""
    wie: str = ""
    van: date | None = None
    tot: date | None = None

    def apply(self, events: QuerySet[Gebeurtenis]) -> QuerySet[Gebeurtenis]:
        """Those that are asked for."""
        if self.soort:
            events = events.filter(soort=self.soort)
        if self.wie:
            events = events.filter(door=self.wie)
        if self.van:
            events = events.filter(op__gte=_begin(self.van))
        if self.tot:
            events = events.filter(op__lt=_begin(date.fromordinal(self.tot.toordinal() + 1)))
        return events


@dataclass(frozen=True, slots=True)
class Feit:
    """One thing about an event: its name, what it was and became; marked word by word where both are text."""

    naam: str
    was: str
    werd: str
    stukjes: tuple[Stukje, ...] = ()


@dataclass(frozen=True, slots=True)
class Regel:
    """An event as somebody reads it. besluit: the decision it is about, to go there."""

    gebeurtenis: Gebeurtenis
    wat: str
    feiten: tuple[Feit, ...]
    besluit: Besluit | None = None


def of_overeenkomst(overeenkomst: Overeenkomst) -> QuerySet[Gebeurtenis]:
    """What happened to these agreements, for all its parties; the latest first."""
    return Gebeurtenis.objects.filter(overeenkomst_id=overeenkomst.pk)


def of_organisatie(organisatie: Organisatie) -> QuerySet[Gebeurtenis]:
    """What an organisation did and what was done with its people, also before anything was adopted."""
    return Gebeurtenis.objects.filter(organisatie_id=organisatie.pk)


def of_thing(thing: Model) -> QuerySet[Gebeurtenis]:
    """What happened to one thing. Whether somebody may see the thing decides whether they may see this."""
    return Gebeurtenis.objects.filter(over=thing._meta.model_name, over_id=str(thing.pk))


def kinds_and_people(events: QuerySet[Gebeurtenis]) -> tuple[list[tuple[str, str]], list[str]]:
    """What there is to choose from: the kinds of events, each with its words, and who did them."""
    plain = events.order_by()
    kinds = sorted(
        (kind_in_words(soort), soort) for soort in plain.values_list("soort", flat=True).distinct()
    )
    people = sorted(plain.values_list("door", flat=True).distinct())
    return [(soort, words) for words, soort in kinds], people


def as_lines(events: Iterable[Gebeurtenis]) -> list[Regel]:
    """Events as somebody reads them; one query, for the decisions they are about."""
    events = list(events)
    keys = {each.over_id for each in events if each.over == "besluit"}
    found = {str(row.pk): row for row in Besluit.objects.filter(pk__in=keys).select_related("overeenkomst")}
    return [
        Regel(each, in_words(each), tuple(_facts(each.was, each.werd)), _decision(each, found))
        for each in events
    ]


def _decision(event: Gebeurtenis, found: Mapping[str, Besluit]) -> Besluit | None:
    return found.get(event.over_id) if event.over == "besluit" else None


def as_csv(events: Iterable[Gebeurtenis]) -> Iterator[str]:
    """A table for a spreadsheet: semicolons, and no cell that it takes for a formula."""
    yield BEGIN
    yield csv_row(_KOLOMMEN)
    for each in events:
        facts = list(_facts(each.was, each.werd))
        was = "\n".join(f"{feit.naam}: {feit.was}" for feit in facts if feit.was)
        werd = "\n".join(f"{feit.naam}: {feit.werd}" for feit in facts if feit.werd)
        when = timezone.localtime(each.op).strftime("%Y-%m-%d %H:%M:%S")
        yield csv_row((when, each.door, each.namens, kind_in_words(each.soort), each.naam, was, werd))


def as_json(events: Iterable[Gebeurtenis]) -> Iterator[str]:
    """A list of objects, as recorded."""
    before = "[\n"
    for each in events:
        data = {
            "op": each.op.isoformat(),
            "door": each.door,
            "namens": each.namens,
            "soort": each.soort,
            "over": each.over,
            "over_id": each.over_id,
            "naam": each.naam,
            "was": each.was,
            "werd": each.werd,
        }
        yield before + json.dumps(data, ensure_ascii=False)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _facts(was: Any, werd: Any) -> Iterator[Feit]:  # noqa: ANN401  # JSON
    old, new = (readable(side) for side in (was, werd))
    for name in dict.fromkeys([*old, *new]):
        before, after = old.get(name, ""), new.get(name, "")
        both = before and after and before != after
        yield Feit(name, before, after, compare_words(before, after) if both else ())


def _begin(day: date) -> datetime:
    return timezone.make_aware(datetime(day.year, day.month, day.day))  # noqa: DTZ001  # made aware here
