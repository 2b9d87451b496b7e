"""Rounds: the municipality that is a party says from when until when it asks for year plans."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from wederkerig.web.accounts.models import Gebruiker, Organisatie
from wederkerig.web.register.domain import gebeurtenissen
from wederkerig.web.register.models import Overeenkomst, Ronde


class RondeError(Exception):
    """A round that cannot be; the message says in Dutch why."""


@transaction.atomic
def open_round(
    overeenkomst: Overeenkomst,
    *,
    namens: Organisatie,
    door: Gebruiker,
    naam: str,
    opent: date,
    sluit: date,
) -> Ronde:
    """Open a round. It is shown to everybody; what parties bring in stays theirs until they adopt it."""
    Overeenkomst.objects.select_for_update().get(pk=overeenkomst.pk)
    if sluit < opent:
        raise RondeError(_("Een ronde sluit niet eerder dan zij opent."))
    same = overeenkomst.rondes.filter(opent__lte=sluit, sluit__gte=opent).first()
    if same:
        raise RondeError(
            _("In die dagen loopt de ronde “%(naam)s” al, tot en met %(sluit)s.")
            % {"naam": same.naam, "sluit": date_format(same.sluit, "j F Y")}
        )
    made = Ronde.objects.create(
        overeenkomst=overeenkomst,
        naam=naam.strip(),
        opent=opent,
        sluit=sluit,
        **gebeurtenissen.done_by(door, namens),
    )
    gebeurtenissen.ronde_geopend(made, door, namens)
    return made


def open_rounds(overeenkomst: Overeenkomst, dag: date) -> list[Ronde]:
    """The rounds that are open on a day."""
    return list(overeenkomst.rondes.filter(opent__lte=dag, sluit__gte=dag))
