"""Remarks of parties on norms: each party its own, the last one counts. They never change a status."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from wederkerig.web.accounts.models import Gebruiker, Organisatie
from wederkerig.web.accounts.opvolging import heirs
from wederkerig.web.monitor.domain import gebeurtenissen
from wederkerig.web.monitor.domain.normen import find_norm
from wederkerig.web.monitor.models import Opmerking
from wederkerig.web.rechten import Actie
from wederkerig.web.rechten.oordeel import organisaties_voor
from wederkerig.web.register.domain.gebeurtenissen import done_by
from wederkerig.web.register.models import Overeenkomst

LANGSTE = 2_000


class OpmerkingError(Exception):
    """A remark that cannot be made; the sentence says why."""


class IntussenOpgemerktError(Exception):
    """A colleague changed the same remark since; `nu` is what it is now."""

    def __init__(self, nu: Opmerking) -> None:
        super().__init__(nu.tekst)
        self.nu = nu


def remarks_on(overeenkomst: Overeenkomst) -> Mapping[str, list[Opmerking]]:
    """By norm the last remark of each party, the oldest first; one that was taken back is left out.

    A party that was merged speaks through its successor.
    """
    heir = heirs()
    rows = overeenkomst.opmerkingen.select_related("organisatie").order_by("pk")
    last = {(row.sleutel, heir.get(row.organisatie_id, row.organisatie_id)): row for row in rows}
    found: dict[str, list[Opmerking]] = {}
    for row in sorted(last.values(), key=lambda row: row.pk):
        if row.tekst:
            found.setdefault(row.sleutel, []).append(row)
    return found


def stand_of(overeenkomst: Overeenkomst, sleutel: str) -> int:
    """Stands for all that was said of a norm until now."""
    return overeenkomst.opmerkingen.filter(sleutel=sleutel).aggregate(last=Max("pk"))["last"] or 0


def remarks_for(gebruiker: Gebruiker, overeenkomst: Overeenkomst) -> list[Organisatie]:
    """The parties for which this person may make a remark."""
    return list(Organisatie.objects.filter(pk__in=organisaties_voor(gebruiker, Actie.MERK_OP, overeenkomst)))


@transaction.atomic
def remark(
    overeenkomst: Overeenkomst,
    sleutel: str,
    tekst: str,
    *,
    stand: int,
    namens: Organisatie,
    door: Gebruiker,
) -> Opmerking | None:
    """Make, change or (with no words) take back a party's own remark; None where it stood there already.

    stand: `stand_of` when this person looked. Raises IntussenOpgemerktError where the party said something
    else since, OpmerkingError where there is no such norm or the remark is too long.
    """
    Overeenkomst.objects.select_for_update().get(pk=overeenkomst.pk)
    held = find_norm(overeenkomst, sleutel)
    words = tekst.strip()
    if held is None:
        raise OpmerkingError(_("Deze norm staat niet (meer) in de afspraken."))
    if len(words) > LANGSTE:
        raise OpmerkingError(
            _("De opmerking is te lang: %(lang)d tekens. Maak haar korter dan %(meest)d tekens.")
            % {"lang": len(words), "meest": LANGSTE}
        )
    last = overeenkomst.opmerkingen.filter(sleutel=sleutel, organisatie=namens).order_by("-pk").first()
    before = last.tekst if last else ""
    if before == words:
        return None
    if last is not None and last.pk > stand:
        raise IntussenOpgemerktError(last)
    row = Opmerking.objects.create(
        overeenkomst=overeenkomst,
        organisatie=namens,
        sleutel=sleutel,
        tekst=words,
        **done_by(door, namens),
    )
    gebeurtenissen.opgemerkt(row, f"afspraak {held.norm.nummer}", door, was=before)
    return row
