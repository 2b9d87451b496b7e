"""How the norms of agreements stand on a day, for their parties: every judgement in one place.

What was worked out is kept in the process, by all it follows from: the version, what was said of norms, the
figures that were handed in, and what is planned.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from django.db.models import Max

from wederkerig.model import Meting as ModelMeting
from wederkerig.model import PartijSoort
from wederkerig.monitoring.afgeleid import source_of
from wederkerig.monitoring.beoordelen import Beoordeling, beoordeel, zin
from wederkerig.monitoring.beoordelen.cijfers import own_key
from wederkerig.monitoring.indicatoren import Indicator
from wederkerig.web.accounts.opvolging import heirs
from wederkerig.web.monitor.domain.metingen import as_measurements, figures_of, latest, norm_in
from wederkerig.web.monitor.domain.normen import NormVanAfspraken, norms_of
from wederkerig.web.monitor.domain.partijen import Partijen, parties_of, with_names
from wederkerig.web.monitor.domain.voorraad import planned_of_all, plans_since
from wederkerig.web.monitor.models import Bevestiging, Meting
from wederkerig.web.register.models import Overeenkomst, Partij

Lezer = PartijSoort | Literal["publiek"]
_KEPT = 256


@dataclass(frozen=True, slots=True)
class Beoordeeld:
    """A norm that can be judged, with its judgement. partijen: the parties of the agreements."""

    norm: NormVanAfspraken
    beoordeling: Beoordeling
    partijen: Partijen

    @property
    def sleutel(self) -> str:
        """The lasting name of the norm."""
        return self.norm.sleutel

    @property
    def indicator(self) -> Indicator:
        """What it is measured by."""
        found = self.norm.indicator
        assert found is not None  # noqa: S101  # only what has one is judged
        return found

    def is_of(self, organisatie: int) -> bool:
        """Whether the figures are of this organisation."""
        norm = with_names(self.norm.norm, self.partijen)
        return self.partijen.named(organisatie) in {*norm.partijen, *norm.cijfers_van}

    def sentence(self, organisatie: int | None = None) -> str:
        """What it says to somebody of an organisation; None is the public."""
        name = self.partijen.named(organisatie) if organisatie else None
        if name is None or organisatie is None:
            return zin(self.beoordeling, "publiek", eigen=False)
        return zin(self.beoordeling, self.partijen.soorten[name], eigen=self.is_of(organisatie))


def judgements(overeenkomst: Overeenkomst, *, op: date) -> tuple[Beoordeeld, ...]:
    """Every norm of agreements that can be judged, on a day, in the order of the document."""
    return judgements_of_all([overeenkomst], op=op)[overeenkomst.pk]


def judgements_of_all(
    overeenkomsten: Sequence[Overeenkomst], *, op: date
) -> Mapping[int, tuple[Beoordeeld, ...]]:
    """The same of several agreements, by their key.

    As many queries for one as for thirty, where this process knows how they stand.
    """
    heir = tuple(sorted(heirs().items()))
    since = _since(overeenkomsten)
    return {each.pk: _judged(each.pk, each.stand, since[each.pk], heir, op) for each in overeenkomsten}


def measurements_of(overeenkomst: Overeenkomst) -> tuple[ModelMeting, ...]:
    """The figures that were handed in, as the agreements use them."""
    heir = heirs()
    places = {gemeente.pk for gemeente in overeenkomst.gemeenten.all()}
    partijen = parties_of(overeenkomst, heir)
    return as_measurements(
        figures_of([overeenkomst]),
        overeenkomst=overeenkomst.pk,
        gemeenten=places,
        partijen=partijen,
        heir=heir,
    )


def figures_behind(overeenkomst: Overeenkomst, norm: NormVanAfspraken) -> list[Meting]:
    """The figures a norm is judged by, those of the last day first; each as it was last handed in."""
    heir = heirs()
    partijen = parties_of(overeenkomst, heir)
    held = with_names(norm.norm, partijen)
    names = {*held.partijen, *held.cijfers_van}
    source = source_of(norm.norm.indicator)
    if source != norm.norm.indicator:
        names = {name for name, soort in partijen.soorten.items() if soort == "corporatie"}
    about = norm_in(overeenkomst.pk, own_key(norm.norm))
    every = figures_of([overeenkomst])
    rows = every.filter(indicator=source, gebied=norm.norm.gebied or "", norm=about)
    # who is no party of these agreements has its figures read by those of its own
    told = names or set(partijen.organisaties)
    mine = [
        row
        for row in latest(rows.prefetch_related("bewijzen"))
        if partijen.named(heir.get(row.organisatie_id, row.organisatie_id)) in told
    ]
    return sorted(mine, key=lambda row: (-row.peildatum.toordinal(), row.organisatie.naam, row.gemeente.naam))


def replaced_by(rows: list[Meting]) -> Mapping[int, list[Meting]]:
    """By figure those it took the place of, the last first; a query for each time one was corrected."""
    found: dict[int, list[Meting]] = {row.pk: [] for row in rows}
    standing = {row.vervangt_id: row.pk for row in rows if row.vervangt_id}
    while standing:
        older = list(Meting.objects.filter(pk__in=standing))
        for row in older:
            found[standing[row.pk]].append(row)
        standing = {row.vervangt_id: standing[row.pk] for row in older if row.vervangt_id}
    return found


def _since(overeenkomsten: Sequence[Overeenkomst]) -> Mapping[int, tuple[int, ...]]:
    """By agreements what stands for everything that a judgement follows from; five queries."""
    keys = [each.pk for each in overeenkomsten]
    rows = Bevestiging.objects.filter(overeenkomst__in=keys).order_by()
    said = dict(rows.values_list("overeenkomst").annotate(last=Max("pk")))
    places = defaultdict(list)
    for row in Overeenkomst.gemeenten.through.objects.filter(overeenkomst__in=keys):
        places[row.overeenkomst_id].append(row.gemeente_id)
    in_these = {place for each in places.values() for place in each}
    figures = Meting.objects.filter(gemeente__in=in_these).order_by()
    given = dict(figures.values_list("gemeente").annotate(last=Max("pk")))
    plans = plans_since(in_these)
    known: dict[int, list[int]] = defaultdict(list)
    parties = Partij.objects.filter(overeenkomst__in=keys, organisatie__isnull=False).order_by("pk")
    for of, *which in parties.values_list("overeenkomst_id", "pk", "organisatie_id"):
        known[of] += which
    return {
        pk: (
            said.get(pk, 0),
            max((given.get(place, 0) for place in places[pk]), default=0),
            *(number for place in sorted(places[pk]) for number in (place, *plans.get(place, (0, 0)))),
            *known[pk],
        )
        for pk in keys
    }


@lru_cache(maxsize=_KEPT)
def _judged(
    pk: int, stand: int, since: tuple[int, ...], heir: tuple[tuple[int, int], ...], op: date
) -> tuple[Beoordeeld, ...]:
    overeenkomst = Overeenkomst.objects.prefetch_related("gemeenten", "bevestigingen").get(pk=pk)
    partijen = parties_of(overeenkomst, dict(heir))
    places = {gemeente.pk for gemeente in overeenkomst.gemeenten.all()}
    known = as_measurements(
        figures_of([overeenkomst]), overeenkomst=pk, gemeenten=places, partijen=partijen, heir=dict(heir)
    )
    normen = [each for each in norms_of(overeenkomst) if each.meetbaar]
    plans = planned_of_all(overeenkomst, [each.norm for each in normen], op=op)
    return tuple(
        Beoordeeld(each, beoordeel(with_names(each.norm, partijen), known, op=op, gepland=plan), partijen)
        for each, plan in zip(normen, plans, strict=True)
    )


def forget() -> None:
    """Let go of what was worked out, where keys come to mean other rows, as in tests."""
    _judged.cache_clear()
