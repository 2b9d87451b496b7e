"""What an organisation promised over all its municipalities, how that stands, and what is due where."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.core.paginator import Page, Paginator

from wederkerig.monitoring.beoordelen import STATUSSEN, Status
from wederkerig.monitoring.normtekst import norm_words
from wederkerig.web.accounts.models import Organisatie
from wederkerig.web.accounts.opvolging import one_with
from wederkerig.web.monitor.domain.beoordelingen import Beoordeeld, judgements_of_all
from wederkerig.web.monitor.domain.invullen import Opgave, due_of
from wederkerig.web.register.models import Gemeente, Overeenkomst

_PER_PAGE = 60
_FIRST: Mapping[Status, int] = {
    "niet gehaald": 0,
    "achter": 1,
    "risico": 2,
    "geen cijfers": 3,
    "te vroeg": 4,
    "op koers": 5,
    "gehaald": 6,
}


@dataclass(frozen=True, slots=True)
class Beloofd:
    """One norm of the organisation's own, in agreements of a municipality, with how it stands."""

    overeenkomst: Overeenkomst
    gemeenten: tuple[Gemeente, ...]
    beoordeeld: Beoordeeld
    zin: str

    @property
    def norm(self) -> str:
        """The promise in words."""
        return norm_words(self.beoordeeld.norm.norm)

    @property
    def status(self) -> Status:
        """How it stands."""
        return self.beoordeeld.beoordeling.status


@dataclass(frozen=True, slots=True)
class Overzicht:
    """Everything of one organisation. telling: how many of its norms have which status."""

    organisatie: Organisatie
    bladzijde: Page[Beloofd]
    telling: Sequence[tuple[Status, int]]
    gemeenten: Sequence[tuple[Gemeente, int, int]]
    gevraagd: Sequence[Opgave]
    gemeente: str
    alle: int


def promises_over_all(
    organisatie: Organisatie, dag: dt.date, *, gemeente: str = "", bladzijde: str | None = None
) -> Overzicht:
    """All of it, what needs attention first; as many queries for one of agreements as for thirty.

    gemeente: only what is agreed in the municipality of this address.
    """
    overeenkomsten = list(
        Overeenkomst.objects.filter(partijen__organisatie__in=one_with(organisatie))
        .exclude(tot__lt=dag)
        .distinct()
        .prefetch_related("gemeenten")
        .order_by("titel", "pk")
    )
    judged = judgements_of_all(overeenkomsten, op=dag)
    every = [
        Beloofd(of, tuple(of.gemeenten.all()), each, each.sentence(organisatie.pk))
        for of in overeenkomsten
        for each in judged[of.pk]
        if each.is_of(organisatie.pk)
    ]
    chosen = [each for each in every if not gemeente or gemeente in {place.slug for place in each.gemeenten}]
    chosen.sort(key=lambda each: (_FIRST[each.status], each.gemeenten[0].naam if each.gemeenten else ""))
    asked = [each for each in due_of([organisatie], op=dag) if each.vragen]
    return Overzicht(
        organisatie=organisatie,
        bladzijde=Paginator(chosen, _PER_PAGE).get_page(bladzijde),
        telling=_counted(chosen),
        gemeenten=_places(every),
        gevraagd=sorted(asked, key=lambda each: (each.uiterlijk or dt.date.max, each.gemeente.naam)),
        gemeente=gemeente,
        alle=len(every),
    )


def _counted(rows: Sequence[Beloofd]) -> list[tuple[Status, int]]:
    found = Counter(each.status for each in rows)
    return [(status, found[status]) for status in STATUSSEN if found[status]]


def _places(rows: Sequence[Beloofd]) -> list[tuple[Gemeente, int, int]]:
    """Each municipality with how many norms the organisation has there, and how many need attention."""
    places: dict[int, Gemeente] = {}
    total: Counter[int] = Counter()
    asking: Counter[int] = Counter()
    for each in rows:
        for place in each.gemeenten:
            places[place.pk] = place
            total[place.pk] += 1
            asking[place.pk] += each.status in {"niet gehaald", "achter", "risico"}
    return sorted(
        ((place, total[pk], asking[pk]) for pk, place in places.items()), key=lambda row: row[0].naam
    )
