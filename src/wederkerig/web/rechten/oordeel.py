"""The question that everything asks: whether this person may do this to that."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db.models import Model

from wederkerig.web.accounts.models import Gebruiker
from wederkerig.web.rechten.banden import organisations_of, roles_of
from wederkerig.web.rechten.tabel import RECHTEN, Actie, Band, Recht
from wederkerig.web.register.models import Fase, Inzending


def mag(gebruiker: Gebruiker | AnonymousUser, actie: Actie, thing: Model | None = None) -> bool:
    """Whether a row of the table gives this person the right; False where none does."""
    return bool(organisaties_voor(gebruiker, actie, thing)) or _runs_platform(gebruiker, actie)


def mag_ooit(gebruiker: Gebruiker | AnonymousUser, actie: Actie, thing: Model | None = None) -> bool:
    """Whether a row gives this person the right in some phase; of no thing at all, whether a role does."""
    if not isinstance(gebruiker, Gebruiker) or not gebruiker.is_active:
        return False
    if thing is None:
        return bool(organisaties_in_rol(gebruiker, actie))
    return any(_allowed(gebruiker, recht, thing) for recht in RECHTEN if recht.actie is actie)


def organisaties_voor(
    gebruiker: Gebruiker | AnonymousUser, actie: Actie, thing: Model | None = None
) -> frozenset[int]:
    """For which of their organisations this person may do this."""
    if not isinstance(gebruiker, Gebruiker) or not gebruiker.is_active:
        return frozenset()
    rows = [recht for recht in RECHTEN if recht.actie is actie and _in_phase(recht, thing)]
    return frozenset().union(*(_allowed(gebruiker, recht, thing) for recht in rows))


def organisaties_in_rol(gebruiker: Gebruiker | AnonymousUser, actie: Actie) -> frozenset[int]:
    """For which of their organisations this person has a role for this, whatever thing it is about."""
    if not isinstance(gebruiker, Gebruiker) or not gebruiker.is_active:
        return frozenset()
    rollen = frozenset().union(*(recht.rollen for recht in RECHTEN if recht.actie is actie))
    return frozenset(pk for pk, own in roles_of(gebruiker).items() if own & rollen)


def _allowed(gebruiker: Gebruiker, recht: Recht, thing: Model | None) -> frozenset[int]:
    rollen = roles_of(gebruiker)
    holders = frozenset(pk for pk, own in rollen.items() if own & recht.rollen)
    wanted = organisations_of(thing, recht.band) if holders else frozenset()
    return holders if wanted is None else holders & wanted


def _in_phase(recht: Recht, thing: Model | None) -> bool:
    if not recht.fasen:
        return True
    return isinstance(thing, Inzending) and Fase(thing.fase) in recht.fasen


def _runs_platform(gebruiker: Gebruiker | AnonymousUser, actie: Actie) -> bool:
    rows = (recht for recht in RECHTEN if recht.actie is actie)
    return bool(gebruiker.is_active and gebruiker.is_staff) and any(row.band is Band.PLATFORM for row in rows)
