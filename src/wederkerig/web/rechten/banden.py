"""What organisations have to do with a thing, and for which organisations somebody works."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from django.db.models import Model, QuerySet

from wederkerig.web.accounts.models import Gebruiker, Lidmaatschap, Organisatie, Rol, Soort
from wederkerig.web.accounts.opvolging import heirs
from wederkerig.web.monitor.models import Project, Rapport, Woningenlijst
from wederkerig.web.rechten.tabel import Band
from wederkerig.web.register.models import Besluit, Gemeente, Inzending, Overeenkomst, Partij

Rollen = Mapping[int, frozenset[Rol]]


def roles_of(gebruiker: Gebruiker) -> Rollen:
    """By organisation the roles somebody has there; those of a merged organisation go with its successor.

    Kept on the person for the length of a request.
    """
    known: Rollen | None = getattr(gebruiker, "_rollen", None)
    if known is None:
        known = _roles(gebruiker)
        gebruiker._rollen = known  # type: ignore[attr-defined]  # noqa: SLF001  # lives as long as the request
    return known


def _roles(gebruiker: Gebruiker) -> Rollen:
    found: dict[int, set[Rol]] = defaultdict(set)
    for lidmaatschap in Lidmaatschap.objects.filter(gebruiker=gebruiker):
        found[lidmaatschap.organisatie_id].add(Rol(lidmaatschap.rol))
    if found:
        _inherit(found)
    return {organisatie: frozenset(rollen) for organisatie, rollen in found.items() if rollen}


def _inherit(found: dict[int, set[Rol]]) -> None:
    """Who works for a successor has the same roles for what it took over, also through several mergers."""
    for before, heir in heirs().items():
        if heir in found:
            found[before] = set(found[heir])
        else:
            found.pop(before, None)


def organisations_of(thing: Model | None, band: Band) -> frozenset[int] | None:
    """The organisations that have this band with the thing; None is every organisation."""
    if band is Band.ZELF:
        return None
    if isinstance(thing, Organisatie) and band is Band.EIGENAAR:
        return frozenset({thing.pk})
    if isinstance(thing, Inzending | Woningenlijst | Project) and band is Band.EIGENAAR:
        return frozenset({thing.organisatie_id})
    parties = _parties(thing) if band in {Band.PARTIJ, Band.REGIE} else None
    if parties is None:
        return frozenset()
    if band is Band.REGIE:
        parties = parties.filter(organisatie__soort=Soort.GEMEENTE)
    return frozenset(parties.values_list("organisatie_id", flat=True))


def _parties(thing: Model | None) -> QuerySet[Partij] | None:
    """The known parties of agreements, or of what hangs on them; of a municipality those of all there."""
    known = Partij.objects.filter(organisatie__isnull=False)
    if isinstance(thing, Gemeente):
        return known.filter(overeenkomst__gemeenten=thing)
    if isinstance(thing, Overeenkomst):
        return known.filter(overeenkomst=thing)
    return known.filter(overeenkomst=thing.overeenkomst_id) if isinstance(thing, Besluit | Rapport) else None
