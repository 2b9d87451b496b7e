"""Figures that were handed in, as agreements use them: the last that counts, by party, of all its places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.db.models import QuerySet

from wederkerig.model import Meting as ModelMeting
from wederkerig.monitoring.afgeleid import derived
from wederkerig.monitoring.indicatoren import IndicatorError, indicator
from wederkerig.web.monitor.domain.partijen import Partijen
from wederkerig.web.monitor.models import Meting
from wederkerig.web.monitor.over_cijfer import OverCijfer
from wederkerig.web.register.models import Overeenkomst

_PLACES = Decimal("0.0001")


class Onderwerp(NamedTuple):
    """What a figure is about, whoever gives it; the names are those of the columns of `OverCijfer`.

    norm: the one norm it is about, by its agreements (`norm_in`); "" where it is about a party as a whole.
    """

    indicator: str
    gebied: str
    norm: str
    van: date | None
    peildatum: date


def figures_of(overeenkomsten: Iterable[Overeenkomst]) -> QuerySet[Meting]:
    """All figures of the municipalities of these agreements, the oldest first, also what was corrected."""
    places = {gemeente.pk for each in overeenkomsten for gemeente in each.gemeenten.all()}
    return Meting.objects.filter(gemeente__in=places).select_related("organisatie", "gemeente").order_by("pk")


def subject_of(row: OverCijfer) -> Onderwerp:
    """What a figure is about."""
    return Onderwerp(row.indicator, row.gebied, row.norm, row.van, row.peildatum)


def norm_in(overeenkomst: int, sleutel: str | None) -> str:
    """The name of a norm among those of all agreements: a key is only of one norm in its own agreements.

    "" where there is no norm. overeenkomst: the primary key of the agreements.
    """
    return f"{overeenkomst}:{sleutel}" if sleutel else ""


def latest(rows: Iterable[Meting]) -> list[Meting]:
    """Of each organisation, place and subject the figure that counts: the last that was handed in."""
    last = {(row.organisatie_id, row.gemeente_id, subject_of(row)): row for row in rows}
    return list(last.values())


def as_measurements(
    rows: Iterable[Meting],
    *,
    overeenkomst: int,
    gemeenten: Collection[int],
    partijen: Partijen,
    heir: Mapping[int, int],
) -> tuple[ModelMeting, ...]:
    """Figures as the parties of agreements gave them, over all municipalities of those agreements together.

    overeenkomst: the primary key of the agreements; figures about norms of others are left out.
    Of an organisation that was merged they are its successor's. A figure that is missing for one of the
    municipalities makes no figure for all. What follows from them stands behind them.
    """
    found: dict[tuple[str, Onderwerp], dict[int, list[Meting]]] = defaultdict(lambda: defaultdict(list))
    for row in latest(rows):
        name = partijen.named(heir.get(row.organisatie_id, row.organisatie_id))
        ours = row.norm.partition(":")[0] in {"", str(overeenkomst)}
        if ours and row.gemeente_id in gemeenten and name is not None:
            found[name, subject_of(row)][row.gemeente_id].append(row)
    whole = (
        _together(name, [row for rows in by_place.values() for row in rows])
        for (name, _), by_place in found.items()
        if len(by_place) == len(gemeenten)
    )
    given = tuple(each for each in whole if each is not None)
    return given + derived(given, partijen.soorten)


def _together(name: str, rows: Sequence[Meting]) -> ModelMeting | None:
    """One figure of several: counts and amounts are added, what is a share or a mean is weighed."""
    first = rows[0]
    if len(rows) == 1:
        value, base = first.waarde, first.noemer
    elif _adds_up(first.indicator):
        value, base = sum((row.waarde for row in rows), Decimal()), None
    else:
        weights = [row.noemer for row in rows if row.noemer is not None]
        if len(weights) < len(rows) or not any(weights):
            return None
        base = sum(weights, Decimal())
        parts = (row.waarde * weight for row, weight in zip(rows, weights, strict=True))
        value = (sum(parts, Decimal()) / base).quantize(_PLACES)
    return ModelMeting(
        indicator=first.indicator,
        partij=name,
        peildatum=first.peildatum,
        van=first.van,
        waarde=value,
        noemer=base,
        gebied=first.gebied or None,
        norm=first.norm.partition(":")[2] or None,
        bron=first.bron,
    )


def _adds_up(name: str) -> bool:
    try:
        return indicator(name).vorm in {"aantal", "bedrag"}
    except IndicatorError:
        return False
