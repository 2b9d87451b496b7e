"""The people of an organisation: which roles they have, and that there is always somebody who manages."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from wederkerig.web.accounts.domain.fouten import AccountsError
from wederkerig.web.accounts.domain.uitnodigen import in_order
from wederkerig.web.accounts.models import Gebruiker, Lidmaatschap, Organisatie, Rol
from wederkerig.web.register.domain import gebeurtenissen


@dataclass(frozen=True, slots=True)
class Mens:
    """A person with the roles at one organisation."""

    gebruiker: Gebruiker
    rollen: tuple[Rol, ...]


def people_of(organisatie: Organisatie) -> list[Mens]:
    """Who works for an organisation, by name; one query."""
    found: dict[int, tuple[Gebruiker, set[Rol]]] = {}
    rows = Lidmaatschap.objects.filter(organisatie=organisatie).select_related("gebruiker")
    for row in rows.order_by("gebruiker__naam", "gebruiker__pk"):
        found.setdefault(row.gebruiker_id, (row.gebruiker, set()))[1].add(Rol(row.rol))
    return [Mens(who, tuple(rol for rol in Rol if rol in own)) for who, own in found.values()]


def roles_at(gebruiker: Gebruiker, organisatie: Organisatie) -> frozenset[Rol]:
    """Which roles somebody was given at this organisation itself."""
    rows = Lidmaatschap.objects.filter(gebruiker=gebruiker, organisatie=organisatie)
    return frozenset(Rol(rol) for rol in rows.values_list("rol", flat=True))


@transaction.atomic
def set_roles(
    organisatie: Organisatie,
    gebruiker: Gebruiker,
    rollen: Collection[Rol],
    *,
    stond: Collection[Rol],
    door: Gebruiker,
) -> None:
    """Give somebody these roles instead of those there were; `stond` is what the person who chose saw."""
    was = _held(organisatie, gebruiker)
    if was != frozenset(stond):
        raise AccountsError(
            _(
                "Iemand anders heeft de rollen van %(naam)s net gewijzigd. "
                "Kijk wat er nu staat en kies opnieuw."
            )
            % {"naam": gebruiker}
        )
    if not rollen:
        raise AccountsError(
            _("Kies ten minste één rol. Werkt %(naam)s hier niet meer? Haal die persoon dan weg.")
            % {"naam": gebruiker}
        )
    werd = frozenset(rollen)
    if was == werd:
        return
    if Rol.BEHEERDER in was - werd:
        _keep_a_manager(organisatie, gebruiker)
    Lidmaatschap.objects.filter(organisatie=organisatie, gebruiker=gebruiker, rol__in=was - werd).delete()
    for rol in werd - was:
        Lidmaatschap.objects.create(organisatie=organisatie, gebruiker=gebruiker, rol=rol)
    gebeurtenissen.organisatie_gewijzigd(
        "rollen gewijzigd",
        organisatie,
        door,
        naam=gebruiker.naam,
        was={"rollen": in_order(was)},
        werd={"rollen": in_order(werd)},
    )


@transaction.atomic
def remove(organisatie: Organisatie, gebruiker: Gebruiker, *, door: Gebruiker) -> None:
    """Let somebody no longer work for an organisation; the account stays, and so does what was done."""
    was = _held(organisatie, gebruiker)
    if Rol.BEHEERDER in was:
        _keep_a_manager(organisatie, gebruiker)
    Lidmaatschap.objects.filter(organisatie=organisatie, gebruiker=gebruiker).delete()
    gebeurtenissen.organisatie_gewijzigd(
        "vertrokken" if door == gebruiker else "weggehaald",
        organisatie,
        door,
        naam=gebruiker.naam,
        was={"rollen": in_order(was)},
    )


def _held(organisatie: Organisatie, gebruiker: Gebruiker) -> frozenset[Rol]:
    """What somebody has, with the organisation held: two managers must not both leave at once."""
    held = Organisatie.objects.select_for_update(of=("self",)).get(pk=organisatie.pk)
    if held.opvolger_id:
        raise AccountsError(
            _("%(naam)s is opgegaan in %(opvolger)s. Wat hier stond, blijft zoals het was.")
            % {"naam": held, "opvolger": held.opvolger}
        )
    rollen = roles_at(gebruiker, organisatie)
    if not rollen:
        raise AccountsError(
            _("%(naam)s werkt niet (meer) voor %(organisatie)s.")
            % {"naam": gebruiker, "organisatie": organisatie}
        )
    return rollen


def _keep_a_manager(organisatie: Organisatie, gebruiker: Gebruiker) -> None:
    others = Lidmaatschap.objects.filter(
        organisatie=organisatie, rol=Rol.BEHEERDER, gebruiker__is_active=True
    ).exclude(gebruiker=gebruiker)
    if not others.exists():
        raise AccountsError(
            _("%(naam)s is de enige beheerder van %(organisatie)s. Maak eerst iemand anders beheerder.")
            % {"naam": gebruiker, "organisatie": organisatie}
        )
