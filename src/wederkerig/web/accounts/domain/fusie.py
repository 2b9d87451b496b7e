"""Mergers: one organisation goes up in another, which takes over what it agreed. The past stays as it was.

Agreements between the parties may ask just this: that at a merger the new legal person takes over what was
agreed. So no row of the past changes. Rights follow the successor (`rechten.banden`): its people see, settle
and sign what the predecessor was party to, and what the predecessor had in hand goes on in their hands.
"""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from wederkerig.web.accounts.domain.fouten import AccountsError
from wederkerig.web.accounts.domain.uitnodigen import waiting_invitations
from wederkerig.web.accounts.models import Gebruiker, Lidmaatschap, Organisatie
from wederkerig.web.register.domain import gebeurtenissen


@transaction.atomic
def merge(voorganger: Organisatie, opvolger: Organisatie, *, dag: date, door: Gebruiker | None) -> None:
    """Let an organisation go up in another as of a day. Its people keep their roles, now at the successor.

    Raises AccountsError where that cannot be: see `why_not`.
    """
    keys = sorted([voorganger.pk, opvolger.pk])
    held = {row.pk: row for row in Organisatie.objects.select_for_update().filter(pk__in=keys).order_by("pk")}
    reason = why_not(held[voorganger.pk], held[opvolger.pk], dag)
    if reason:
        raise AccountsError(reason)
    people = list(Lidmaatschap.objects.filter(organisatie=voorganger))
    moved = [_move(row, opvolger) for row in people]
    waiting_invitations(voorganger).update(organisatie=opvolger)
    voorganger.opvolger, voorganger.opgegaan_op = opvolger, dag
    voorganger.save(update_fields=["opvolger", "opgegaan_op"])
    werd = {"opvolger": opvolger.naam, "op": dag.isoformat()}
    for organisatie in (voorganger, opvolger):
        gebeurtenissen.organisatie_gewijzigd(
            "fusie",
            organisatie,
            door,
            naam=voorganger.naam,
            was={"organisatie": voorganger.naam},
            werd=werd | {"rollen overgenomen": sum(moved)},
            platform=True,
        )


def why_not(voorganger: Organisatie, opvolger: Organisatie, dag: date) -> str | None:
    """Why these two cannot merge so, in Dutch; None where they can."""
    if voorganger.pk == opvolger.pk:
        return _("Een organisatie kan niet in zichzelf opgaan.")
    if voorganger.opvolger_id:
        return _("%(naam)s is al opgegaan in %(opvolger)s.") % {
            "naam": voorganger,
            "opvolger": voorganger.opvolger,
        }
    if opvolger.opvolger_id:
        return _("%(naam)s is zelf opgegaan in %(opvolger)s. Kies die organisatie.") % {
            "naam": opvolger,
            "opvolger": opvolger.opvolger,
        }
    if voorganger.soort != opvolger.soort:
        return _(
            "%(naam)s is een %(soort)s en %(opvolger)s een %(ander)s. Alleen organisaties van dezelfde soort "
            "kunnen fuseren."
        ) % {
            "naam": voorganger,
            "soort": voorganger.get_soort_display(),
            "opvolger": opvolger,
            "ander": opvolger.get_soort_display(),
        }
    if dag > timezone.localdate():
        return _("De fusie gaat meteen in: kies vandaag of een eerdere dag.")
    return None


def _move(row: Lidmaatschap, opvolger: Organisatie) -> bool:
    """The same role at the successor; whether that is new to this person."""
    return Lidmaatschap.objects.get_or_create(gebruiker=row.gebruiker, organisatie=opvolger, rol=row.rol)[1]
