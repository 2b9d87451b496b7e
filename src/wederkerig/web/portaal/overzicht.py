"""The municipalities and their agreements in lists: which hold on a day, which came before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Prefetch, Q

from wederkerig.web.register.domain.zoekindex import words_of
from wederkerig.web.register.models import Gemeente, Overeenkomst, Zoekregel

LAATSTE_EERST = (F("van").desc(nulls_last=True), "titel")
"""The order of agreements; those without a first day come last, in every kind of database."""


@dataclass(frozen=True, slots=True)
class GemeenteRij:
    """A municipality in the list. nu: its documents that hold, or the last; afspraken: how many they have."""

    gemeente: Gemeente
    nu: tuple[Overeenkomst, ...]
    geldt: bool
    afspraken: int

    @property
    def letter(self) -> str:
        """What it stands under."""
        return sorted_name(self.gemeente)[:1].upper()


def municipalities(dag: date) -> list[GemeenteRij]:
    """All municipalities with agreements, by name; three queries, however many there are."""
    named = Prefetch("overeenkomsten", Overeenkomst.objects.order_by(*LAATSTE_EERST))
    rows = Gemeente.objects.filter(overeenkomsten__isnull=False).distinct().prefetch_related(named)
    counts = agreements_on(dag)
    return sorted(
        (_row(gemeente, dag, counts) for gemeente in rows), key=lambda row: sorted_name(row.gemeente)
    )


def sorted_name(gemeente: Gemeente) -> str:
    """Its name as it is looked up: ’s-Gravenhage under the G, Súdwest-Fryslân beside Sudwest."""
    return " ".join(words_of(re.sub(r"^['’]s-", "", gemeente.naam)))


def agreements_on(dag: date) -> dict[int, int]:
    """How many agreements each document holds on a day."""
    rows = (
        Zoekregel.objects.filter(Q(van=None) | Q(van__lte=dag), Q(tot=None) | Q(tot__gt=dag))
        .values("overeenkomst")
        .annotate(aantal=Count("pk"))
        .order_by()
    )
    return {row["overeenkomst"]: row["aantal"] for row in rows}


def _row(gemeente: Gemeente, dag: date, counts: dict[int, int]) -> GemeenteRij:
    every = list(gemeente.overeenkomsten.all())
    now = current(every, dag)
    shown = now or ((last,) if (last := latest(every, dag)) else ())
    return GemeenteRij(gemeente, tuple(shown), bool(now), sum(counts.get(each.pk, 0) for each in shown))


def current(overeenkomsten: Iterable[Overeenkomst], dag: date) -> tuple[Overeenkomst, ...]:
    """Those whose term holds the day, the latest begun first."""
    return tuple(
        each
        for each in overeenkomsten
        if (each.van is None or each.van <= dag) and (each.tot is None or dag <= each.tot)
    )


def latest(overeenkomsten: Sequence[Overeenkomst], dag: date) -> Overeenkomst | None:
    """Where none holds on the day: the last that had begun by then, or else the first that will."""
    begun = [each for each in overeenkomsten if each.van is None or each.van <= dag]
    return next(iter(begun or overeenkomsten[-1:]), None)


def municipalities_named(words: Sequence[str]) -> list[Gemeente]:
    """Municipalities whose name has each of these words at the beginning of one of its own."""
    if not words:
        return []
    named = Gemeente.objects.filter(overeenkomsten__isnull=False).distinct()
    return [each for each in named if _has_words(words_of(each.naam), words)]


def _has_words(names: Sequence[str], words: Sequence[str]) -> bool:
    return all(any(name.startswith(word) for name in names) for word in words)
