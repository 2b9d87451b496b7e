"""What each party says of a decision: that it is what was agreed, that it is not, or nothing yet.

The last that a party said counts and all of it stays. Who brought a document in and adopted it has said so by
that; this follows from the decision and is not kept apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from wederkerig.web.accounts.models import Gebruiker, Organisatie
from wederkerig.web.accounts.opvolging import heirs
from wederkerig.web.rechten import Actie
from wederkerig.web.rechten.oordeel import organisaties_voor
from wederkerig.web.register.domain import gebeurtenissen
from wederkerig.web.register.models import Besluit, Oordeel, Partij, Verklaring


class VerklarenError(Exception):
    """Something that cannot be said; the sentence says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Stem:
    """What one party says of a decision.

    oordeel: None where it said nothing. ingebracht: it brought the decision in. eerder: what it said before,
    the last first.
    """

    partij: Partij
    oordeel: Oordeel | None = None
    toelichting: str = ""
    op: datetime | None = None
    ingebracht: bool = False
    eerder: tuple[Verklaring, ...] = ()

    @property
    def herkend(self) -> bool:
        """Whether it says that this is what was agreed."""
        return self.oordeel is Oordeel.HERKEND

    @property
    def bezwaar(self) -> bool:
        """Whether it says that this is not right."""
        return self.oordeel is Oordeel.BEZWAAR


def verklaringen_van(besluit: Besluit) -> list[Stem]:
    """Every party in the order of the document, with what it says. Three queries."""
    heir = heirs()
    said: dict[int, list[Verklaring]] = {}
    for row in besluit.verklaringen.order_by("-pk"):
        said.setdefault(heir.get(row.organisatie_id, row.organisatie_id), []).append(row)
    parties = Partij.objects.filter(overeenkomst=besluit.overeenkomst_id).select_related("organisatie")
    return [_voice(partij, besluit, said, heir) for partij in parties.order_by("volgorde")]


def _voice(
    partij: Partij, besluit: Besluit, said: Mapping[int, list[Verklaring]], heir: Mapping[int, int]
) -> Stem:
    if partij.organisatie_id is None:
        return Stem(partij)
    now = heir.get(partij.organisatie_id, partij.organisatie_id)
    brought = heir.get(besluit.organisatie_id, besluit.organisatie_id) == now
    rows = said.get(now, [])
    if rows:
        last, *before = rows
        return Stem(partij, Oordeel(last.oordeel), last.toelichting, last.op, brought, tuple(before))
    if brought:
        return Stem(partij, Oordeel.HERKEND, op=besluit.op, ingebracht=True)
    return Stem(partij)


def speaks_for(gebruiker: Gebruiker, besluit: Besluit) -> list[Organisatie]:
    """The parties for which this person may say something of the decision."""
    return list(Organisatie.objects.filter(pk__in=organisaties_voor(gebruiker, Actie.VERKLAAR, besluit)))


def declare(
    besluit: Besluit, gebruiker: Gebruiker, organisatie: Organisatie, oordeel: Oordeel, toelichting: str
) -> Verklaring | None:
    """Say for a party what it holds of a decision; None where it said just that already.

    Raises VerklarenError where an objection does not say what is wrong, or the person does not sign for it.
    """
    words = toelichting.strip()
    if oordeel is Oordeel.BEZWAAR and not words:
        raise VerklarenError(_("Schrijf op wat er volgens u niet klopt."))
    if organisatie not in speaks_for(gebruiker, besluit):
        raise VerklarenError(_("U bent niet tekenbevoegd voor deze partij."))
    with transaction.atomic():
        Besluit.objects.select_for_update().get(pk=besluit.pk)
        last = besluit.verklaringen.filter(organisatie=organisatie).last()
        if last is not None and (last.oordeel, last.toelichting) == (oordeel, words):
            return None
        row = Verklaring.objects.create(
            besluit=besluit,
            organisatie=organisatie,
            oordeel=oordeel,
            toelichting=words,
            **gebeurtenissen.done_by(gebruiker, organisatie),
        )
        gebeurtenissen.verklaard(row, gebruiker)
    return row
