"""What happened to the agreements somebody takes part in: objections of others, and decisions of others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from wederkerig.web.accounts.opvolging import heirs
from wederkerig.web.register.models import Besluit, Gebeurtenis, Oordeel, Partij, Verklaring

# For how long a decision is new.
_NIEUW = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Bezwaar:
    """What a party objects to a decision, as it last said."""

    verklaring: Verklaring

    @property
    def besluit(self) -> Besluit:
        """The decision."""
        return self.verklaring.besluit


@dataclass(frozen=True, slots=True)
class Nieuw:
    """A decision of another party. aantallen: what it did, where that was recorded."""

    besluit: Besluit
    aantallen: Mapping[str, int]


def objections(ziet: frozenset[int]) -> list[Bezwaar]:
    """What other parties object to in agreements of ours, the last first; two queries."""
    heir = heirs()
    rows = (
        Verklaring.objects.filter(besluit__overeenkomst__in=_ours(ziet))
        .select_related("besluit__overeenkomst", "organisatie")
        .defer("besluit__stuk", "besluit__beslissingen")
        .order_by("pk")
    )
    last = {(row.besluit_id, heir.get(row.organisatie_id, row.organisatie_id)): row for row in rows}
    return [
        Bezwaar(row)
        for row in sorted(last.values(), key=lambda row: -row.pk)
        if row.oordeel == Oordeel.BEZWAAR and row.organisatie_id not in ziet
    ]


def news(ziet: frozenset[int], tekent: frozenset[int], now: datetime) -> list[Nieuw]:
    """Decisions of others on agreements of ours, the last first; three queries.

    Whoever signs for a party is asked for a word on it instead, and hears of it there.
    """
    heir = heirs()
    own = {heir.get(pk, pk) for pk in ziet}
    besluiten = [
        row
        for row in Besluit.objects.filter(overeenkomst__in=_ours(ziet), op__gte=now - _NIEUW)
        .exclude(overeenkomst__in=_ours(tekent))
        .select_related("overeenkomst")
        .defer("stuk", "beslissingen")
        .order_by("-pk")
        if heir.get(row.organisatie_id, row.organisatie_id) not in own
    ]
    events = Gebeurtenis.objects.filter(
        soort="vastgesteld", over="besluit", over_id__in=[str(row.pk) for row in besluiten]
    )
    did = {event.over_id: _counts(event.werd) for event in events}
    return [Nieuw(row, did.get(str(row.pk), {})) for row in besluiten]


def _ours(own: frozenset[int]) -> Any:  # noqa: ANN401  # a query of keys
    return Partij.objects.filter(organisatie__in=own).values("overeenkomst")


def _counts(werd: Any) -> dict[str, int]:  # noqa: ANN401  # JSON
    """How many agreements became what; what is nought is left out."""
    kinds = ("nieuw", "gewijzigd", "vervallen")
    said = werd if isinstance(werd, dict) else {}
    return {kind: said[kind] for kind in kinds if said.get(kind)}
