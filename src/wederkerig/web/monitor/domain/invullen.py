"""What an organisation is asked to fill in, for each municipality, and its drafts of that.

A figure is asked once for a municipality, however many agreements use it. Drafts are the organisation's own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from wederkerig.model import Meting as ModelMeting
from wederkerig.monitoring.indicatoren import Indicator, indicator
from wederkerig.monitoring.opgave import Gevraagd, due
from wederkerig.web.accounts.models import Organisatie
from wederkerig.web.accounts.opvolging import heirs
from wederkerig.web.monitor.domain.metingen import (
    Onderwerp,
    as_measurements,
    figures_of,
    latest,
    norm_in,
    subject_of,
)
from wederkerig.web.monitor.domain.normen import NormVanAfspraken, measurable, norms_of
from wederkerig.web.monitor.domain.partijen import as_parties, with_names
from wederkerig.web.monitor.domain.voorstellen import prime
from wederkerig.web.monitor.models import Bevestiging, Invulling, Meting
from wederkerig.web.register.models import Gemeente, Overeenkomst, Partij

LANGSTE_NORM = 300


@dataclass(frozen=True, slots=True)
class Waarvoor:
    """A norm that needs a figure, and the agreements it stands in."""

    overeenkomst: Overeenkomst
    norm: NormVanAfspraken


@dataclass(frozen=True, slots=True)
class Vraag:
    """One figure that is due. invulling: the draft, where there is one. waarvoor: what needs it.

    dagen: how many days are left to hand it in; below nought it is late.
    """

    organisatie: Organisatie
    gemeente: Gemeente
    gevraagd: Gevraagd
    waarvoor: tuple[Waarvoor, ...]
    invulling: Invulling | None
    dagen: int

    @property
    def indicator(self) -> Indicator:
        """What is measured."""
        return indicator(self.gevraagd.indicator)

    @property
    def onderwerp(self) -> Onderwerp:
        """What it is about, as figures are told apart."""
        asked = self.gevraagd
        return Onderwerp(asked.indicator, asked.gebied or "", asked.norm or "", asked.van, asked.peildatum)

    @property
    def waarover(self) -> str:
        """The one norm it is about, in words that fit their column; "" where it is about all."""
        return self.gevraagd.waarover[:LANGSTE_NORM]

    @property
    def veld(self) -> str:
        """Its name in a form: as harmless as an address, whatever the area is called."""
        name, area, norm, van, peildatum = self.onderwerp
        said = f"{name}|{area}|{van or ''}|{peildatum}" + (f"|{norm}" if norm else "")
        return f"c{hashlib.sha256(said.encode()).hexdigest()[:10]}"

    @property
    def vorige(self) -> ModelMeting | None:
        """What was handed in last time."""
        return self.gevraagd.vorige

    @property
    def is_ingevuld(self) -> bool:
        """Whether something was filled in."""
        return self.invulling is not None and bool(self.invulling.waarde.strip())


@dataclass(frozen=True, slots=True)
class Opgave:
    """What is due from an organisation in a municipality. ingediend: what it handed in, last day first."""

    organisatie: Organisatie
    gemeente: Gemeente
    vragen: tuple[Vraag, ...]
    ingediend: tuple[Meting, ...]

    @property
    def ingevuld(self) -> int:
        """How many were filled in."""
        return sum(each.is_ingevuld for each in self.vragen)

    @property
    def uiterlijk(self) -> date | None:
        """By when the first has to be there."""
        return min((each.gevraagd.uiterlijk for each in self.vragen), default=None)

    @property
    def dagen(self) -> int | None:
        """How many days are left for the first."""
        return min((each.dagen for each in self.vragen), default=None)

    @property
    def te_laat(self) -> int:
        """How many are late."""
        return sum(each.dagen < 0 for each in self.vragen)


def due_in(organisatie: Organisatie, gemeente: Gemeente, *, op: date) -> Opgave:
    """What is due from an organisation in one municipality, and what it handed in there."""
    found = (each for each in due_of([organisatie], op=op) if each.gemeente == gemeente)
    return next(found, Opgave(organisatie, gemeente, (), ()))


def due_of(organisaties: Iterable[Organisatie], *, op: date) -> list[Opgave]:
    """What is due from organisations, by municipality; as many queries for one of agreements as for more."""
    heir = heirs()
    ours = {heir.get(each.pk, each.pk): each for each in organisaties}
    overeenkomsten = list(_agreements(ours, heir))
    prime(overeenkomsten)
    rows = list(figures_of(overeenkomsten))
    drafts = Invulling.objects.filter(organisatie__in=ours.values()).select_related("organisatie", "gemeente")
    by_draft = {(row.organisatie_id, row.gemeente_id, subject_of(row)): row for row in drafts}
    found: dict[tuple[int, int], _Verzameld] = {}
    for overeenkomst in overeenkomsten:
        _collect(overeenkomst, rows, heir, ours, op, found)
    made = [each.as_opgave(by_draft, rows, op) for each in found.values()]
    return sorted(made, key=lambda each: (each.organisatie.naam, each.gemeente.naam))


def _agreements(ours: Mapping[int, Organisatie], heir: Mapping[int, int]) -> Iterable[Overeenkomst]:
    """The agreements these take part in, with all it takes to know what is due."""
    everybody = {*ours, *(pk for pk, now in heir.items() if now in ours)}
    return (
        Overeenkomst.objects.filter(partijen__organisatie__in=everybody)
        .distinct()
        .order_by("pk")
        .prefetch_related(
            "gemeenten",
            Prefetch("partijen", Partij.objects.order_by("volgorde")),
            Prefetch("bevestigingen", Bevestiging.objects.order_by("pk")),
        )
    )


@dataclass(slots=True)
class _Verzameld:
    """What is due from one organisation in one municipality, while it is gathered over agreements."""

    organisatie: Organisatie
    gemeente: Gemeente
    gevraagd: dict[Onderwerp, Gevraagd]
    waarvoor: dict[Onderwerp, list[Waarvoor]]

    def as_opgave(
        self, drafts: Mapping[tuple[int, int, Onderwerp], Invulling], rows: Sequence[Meting], op: date
    ) -> Opgave:
        organisatie, gemeente = self.organisatie, self.gemeente
        asked = [
            Vraag(
                organisatie=organisatie,
                gemeente=gemeente,
                gevraagd=each,
                waarvoor=tuple(self.waarvoor[subject]),
                invulling=drafts.get((organisatie.pk, gemeente.pk, subject)),
                dagen=(each.uiterlijk - op).days,
            )
            for subject, each in self.gevraagd.items()
        ]
        asked.sort(key=lambda each: (each.gevraagd.uiterlijk, each.gevraagd.peildatum, each.indicator.naam))
        own = (row for row in rows if row.organisatie_id == organisatie.pk and row.gemeente_id == gemeente.pk)
        return Opgave(organisatie, gemeente, tuple(asked), _newest_first(own))


def _collect(  # what is known of all agreements at once
    overeenkomst: Overeenkomst,
    rows: Sequence[Meting],
    heir: Mapping[int, int],
    ours: Mapping[int, Organisatie],
    op: date,
    found: dict[tuple[int, int], _Verzameld],
) -> None:
    """Add what one of the agreements asks, for each municipality by itself."""
    partijen = as_parties(overeenkomst.partijen.all(), heir)
    normen = norms_of(overeenkomst)
    asking = tuple(with_names(norm, partijen) for norm in measurable(normen))
    by_key = {each.sleutel: each for each in normen}
    for gemeente in overeenkomst.gemeenten.all():
        known = as_measurements(
            rows, overeenkomst=overeenkomst.pk, gemeenten={gemeente.pk}, partijen=partijen, heir=heir
        )
        here = set(partijen.organisaties.values())
        places = {pk: _place(found, each, gemeente) for pk, each in ours.items() if pk in here}
        for raw in due(asking, known, op=op, soorten=partijen.soorten):
            pk = partijen.organisaties.get(raw.partij)
            if pk not in places:
                continue
            # among several agreements a key alone names no norm
            each = raw.model_copy(update={"norm": norm_in(overeenkomst.pk, raw.norm) or None})
            subject = Onderwerp(each.indicator, each.gebied or "", each.norm or "", each.van, each.peildatum)
            before = places[pk].gevraagd.get(subject, each)
            places[pk].gevraagd[subject] = _asked_by_both(before, each)
            needs = (Waarvoor(overeenkomst, by_key[key]) for key in each.normen)
            places[pk].waarvoor.setdefault(subject, []).extend(needs)


def _asked_by_both(one: Gevraagd, other: Gevraagd) -> Gevraagd:
    """One figure for agreements that ask the same: by the first day, with all that either needs of it."""
    first = other if other.uiterlijk < one.uiterlijk else one
    needs = {
        "met_noemer": one.met_noemer or other.met_noemer,
        "gegeven": one.gegeven or other.gegeven,
    }
    return first.model_copy(update=needs)


def _newest_first(rows: Iterable[Meting]) -> tuple[Meting, ...]:
    """The figures that count, those of the last day first."""
    return tuple(sorted(latest(rows), key=lambda row: (-row.peildatum.toordinal(), *subject_of(row)[:3])))


def _place(
    found: dict[tuple[int, int], _Verzameld], organisatie: Organisatie, gemeente: Gemeente
) -> _Verzameld:
    return found.setdefault((organisatie.pk, gemeente.pk), _Verzameld(organisatie, gemeente, {}, {}))
