"""Agreements with their decisions, as every public page needs them: found by address, read on a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from wederkerig.consolidation import Tijdlijn, Versie
from wederkerig.export.uitgave import Uitgave
from wederkerig.model import Overeenkomst as Stuk
from wederkerig.web.accounts.opvolging import heirs
from wederkerig.web.portaal.dag import DagError, Moment, moment_of
from wederkerig.web.register.domain.geschiedenis import tijdlijn_of, uitgave_na
from wederkerig.web.register.models import Besluit, Gemeente, Overeenkomst, Verklaring
from wederkerig.web.vormgeving.woorden import day


@dataclass(frozen=True)
class Lijn:
    """Agreements through time. besluiten: their decisions as they are taken up, the base first."""

    overeenkomst: Overeenkomst
    tijdlijn: Tijdlijn
    besluiten: tuple[Besluit, ...]

    @property
    def begin(self) -> date | None:
        """The first day on which anything holds."""
        return self.tijdlijn.geschiedenis.inwerking

    @property
    def basis(self) -> Besluit:
        """The document that everything began with."""
        return self.besluiten[0]

    def count_on(self, dag: date) -> int:
        """How many decisions amend the base on a day. Raises DagError before the first day."""
        if self.begin is not None and dag < self.begin:
            raise DagError(
                _("Deze afspraken gelden pas vanaf %(begin)s, nog niet op %(dag)s.")
                % {"begin": day(self.begin), "dag": day(dag)},
                _("Kies een latere dag."),
                status=404,
                eerste=self.begin,
            )
        return sum(each.inwerking <= dag for each in self.tijdlijn.besluiten)

    def uitgave(self, count: int) -> Uitgave:
        """The agreements after so many decisions."""
        return uitgave_na(self.overeenkomst, count)

    def versie(self, count: int) -> Versie:
        """The same, without reading facts anew."""
        return self.uitgave(count).versie

    def place_of(self, besluit: str) -> int:
        """Behind how many decisions the one of this address stands. Raises Http404 where there is none."""
        for place, row in enumerate(self.besluiten):
            if row.slug == besluit:
                return place
        raise Http404

    @cached_property
    def by_name(self) -> Mapping[str, Besluit]:
        """The decisions that amend the base, by their name."""
        return {row.naam: row for row in self.besluiten[1:]}


@dataclass(frozen=True)
class Blik:
    """Agreements as they stand on a day."""

    lijn: Lijn
    moment: Moment
    count: int

    @property
    def overeenkomst(self) -> Overeenkomst:
        """The agreements."""
        return self.lijn.overeenkomst

    @property
    def uitgave(self) -> Uitgave:
        """What holds on the day."""
        return self.lijn.uitgave(self.count)

    @property
    def stuk(self) -> Stuk:
        """The document of the day."""
        return self.uitgave.stuk

    @property
    def besluit(self) -> Besluit:
        """The last decision in it."""
        return self.lijn.besluiten[self.count]

    @property
    def straks(self) -> tuple[Besluit, ...]:
        """Decisions that were adopted and enter into force later."""
        return self.lijn.besluiten[self.count + 1 :]

    @property
    def is_oud(self) -> bool:
        """Whether today another version holds than on the day that was asked for."""
        today = self.moment.vandaag
        if self.lijn.begin is not None and today < self.lijn.begin:
            return False
        return self.count != self.lijn.count_on(today)

    @property
    def is_voorbij(self) -> bool:
        """Whether the term was over by then."""
        term = self.stuk.looptijd
        return bool(term and term.tot and term.tot < self.moment.dag)


def overeenkomsten() -> QuerySet[Overeenkomst]:
    """All agreements with what a list of them tells."""
    return Overeenkomst.objects.prefetch_related("gemeenten")


def find_gemeente(slug: str) -> Gemeente:
    """The municipality at an address. Raises Http404 where there is none."""
    found = Gemeente.objects.filter(slug=slug).first()
    if found is None:
        raise Http404
    return found


def find_lijn(slug: str) -> Lijn:
    """The agreements at an address, through time. Raises Http404 where there are none."""
    found = overeenkomsten().filter(slug=slug).first()
    if found is None:
        raise Http404
    return lijn_of(found)


def lijn_of(overeenkomst: Overeenkomst) -> Lijn:
    """The agreements through time."""
    try:
        tijdlijn = tijdlijn_of(overeenkomst)
    except LookupError:  # a decision was added since they were found
        overeenkomst.refresh_from_db(fields=["stand"])
        tijdlijn = tijdlijn_of(overeenkomst)
    rows = list(
        overeenkomst.besluiten.defer("stuk", "beslissingen")
        .select_related("organisatie", "inzending")
        .order_by("volgnummer")
    )
    by_name = {row.naam: row for row in rows[1:]}
    taken_up = (by_name[each.naam] for each in tijdlijn.besluiten)
    return Lijn(overeenkomst, tijdlijn, (rows[0], *taken_up))


def blik_of(request: HttpRequest, lijn: Lijn) -> Blik:
    """The agreements on the day that was asked for.

    Without a day that is today, or the first day where they begin later. Raises DagError.
    """
    moment = moment_of(request)
    if not moment.gevraagd and lijn.begin is not None and moment.dag < lijn.begin:
        moment = Moment(lijn.begin, moment.vandaag, gevraagd=True)
    return Blik(lijn, moment, lijn.count_on(moment.dag))


def said_of(overeenkomst: Overeenkomst) -> list[Verklaring]:
    """The last word of each party on each decision, the oldest first.

    A party that was merged speaks through its successor.
    """
    rows = (
        Verklaring.objects.filter(besluit__overeenkomst=overeenkomst)
        .select_related("organisatie", "besluit")
        .defer("besluit__stuk", "besluit__beslissingen")
        .order_by("pk")
    )
    heir = heirs()
    last = {(row.besluit_id, heir.get(row.organisatie_id, row.organisatie_id)): row for row in rows}
    return sorted(last.values(), key=lambda row: row.pk)


def successors_of(overeenkomst: Overeenkomst) -> dict[str, str]:
    """By the name of a party: the organisation it was merged into."""
    rows = overeenkomst.partijen.filter(organisatie__opvolger__isnull=False)
    return dict(rows.values_list("naam", "organisatie__opvolger__naam"))


def statements_by_decision(lijn: Lijn, said: Sequence[Verklaring]) -> dict[int, list[Verklaring]]:
    """By decision, the last word of each party that said something of it."""
    return {row.pk: [each for each in said if each.besluit_id == row.pk] for row in lijn.besluiten}
