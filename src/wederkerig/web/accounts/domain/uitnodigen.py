"""Invitations: the only way to an account. Whoever has the mail has the token; here only its hash is kept."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection
from datetime import timedelta

from allauth.account.models import EmailAddress
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from wederkerig.web.accounts.domain.fouten import AccountsError
from wederkerig.web.accounts.models import Gebruiker, Lidmaatschap, Organisatie, Rol, Uitnodiging
from wederkerig.web.register.domain import gebeurtenissen

GELDIG = timedelta(days=7)
# Invitations of one organisation in a day: enough for a large one, too few to send the world mail through us.
PER_DAG = 100


@transaction.atomic
def invite(  # an invitation says this much
    *,
    organisatie: Organisatie,
    email: str,
    naam: str,
    rollen: Collection[Rol],
    door: Gebruiker,
    platform: bool = False,
) -> tuple[Uitnodiging, str]:
    """Invite somebody to work for an organisation; also gives the token, which stands nowhere else.

    An earlier invitation of the same address for the same organisation no longer counts. Says nothing of
    whether the address has an account elsewhere. platform: the operator does this, not the organisation.
    """
    email = email.strip().lower()
    if reason := why_not_invite(organisatie, email, rollen):
        raise AccountsError(reason)
    open_invitations(organisatie).filter(email=email).update(ingetrokken_op=timezone.now())
    token = secrets.token_urlsafe(32)
    made = Uitnodiging.objects.create(
        organisatie=organisatie,
        email=email,
        naam=naam.strip(),
        rollen=in_order(rollen),
        kenmerk=_hash(token),
        door=door,
        verloopt_op=timezone.now() + GELDIG,
    )
    _record("uitgenodigd", made, door, platform=platform)
    return made, token


def why_not_invite(organisatie: Organisatie, email: str, rollen: Collection[Rol]) -> str | None:
    """Why this address cannot be invited, in Dutch; None where it can.

    Says of nobody whether they have an account, except of who works for this organisation already.
    """
    if not rollen:
        return _("Kies ten minste één rol.")
    if Lidmaatschap.objects.filter(organisatie=organisatie, gebruiker__email__iexact=email).exists():
        return _("%(email)s werkt al voor %(organisatie)s. Wijzig daar de rollen.") % {
            "email": email,
            "organisatie": organisatie,
        }
    return _merged(organisatie) or _flooded(organisatie)


@transaction.atomic
def send_again(uitnodiging: Uitnodiging, door: Gebruiker) -> str:
    """Give an invitation a new token and seven new days; what was mailed before no longer opens anything."""
    _take(uitnodiging, open_only=False)
    if reason := _flooded(uitnodiging.organisatie):
        raise AccountsError(reason)
    token = secrets.token_urlsafe(32)
    uitnodiging.kenmerk = _hash(token)
    uitnodiging.verloopt_op = timezone.now() + GELDIG
    uitnodiging.save(update_fields=["kenmerk", "verloopt_op"])
    _record("uitnodiging opnieuw gestuurd", uitnodiging, door)
    return token


@transaction.atomic
def withdraw(uitnodiging: Uitnodiging, door: Gebruiker) -> None:
    """Take an invitation back; the mail no longer opens anything."""
    _take(uitnodiging, open_only=False)
    uitnodiging.ingetrokken_op = timezone.now()
    uitnodiging.save(update_fields=["ingetrokken_op"])
    _record("uitnodiging ingetrokken", uitnodiging, door)


def waiting_invitations(organisatie: Organisatie) -> QuerySet[Uitnodiging]:
    """What was sent and neither accepted nor taken back, also where the seven days are over."""
    return Uitnodiging.objects.filter(
        organisatie=organisatie, aanvaard_op__isnull=True, ingetrokken_op__isnull=True
    )


def open_invitations(organisatie: Organisatie) -> QuerySet[Uitnodiging]:
    """What can still be accepted."""
    return waiting_invitations(organisatie).filter(verloopt_op__gt=timezone.now())


def find_invitation(token: str) -> Uitnodiging | None:
    """The invitation of a token, whatever became of it."""
    return Uitnodiging.objects.select_related("organisatie").filter(kenmerk=_hash(token)).first()


def is_open(uitnodiging: Uitnodiging) -> bool:
    """Whether it can still be accepted."""
    done = uitnodiging.aanvaard_op or uitnodiging.ingetrokken_op
    return not done and uitnodiging.verloopt_op > timezone.now()


def account_of(email: str) -> Gebruiker | None:
    """Who has an account with this address: as main address, or as another that was verified."""
    verified = EmailAddress.objects.filter(email__iexact=email, verified=True).values("user")
    return Gebruiker.objects.filter(Q(email__iexact=email) | Q(pk__in=verified)).first()


@transaction.atomic
def accept(uitnodiging: Uitnodiging, gebruiker: Gebruiker) -> None:
    """Take up the roles of an invitation, once."""
    _take(uitnodiging)
    found = account_of(uitnodiging.email)
    if found is None or found.pk != gebruiker.pk:
        raise AccountsError(_("Deze uitnodiging is voor een ander e-mailadres."))
    if gebruiker.is_staff:
        raise AccountsError(_("Wie het platform beheert, kan niet voor een organisatie werken."))
    uitnodiging.aanvaard_op = timezone.now()
    uitnodiging.save(update_fields=["aanvaard_op"])
    for rol in uitnodiging.rollen:
        Lidmaatschap.objects.get_or_create(
            gebruiker=gebruiker, organisatie=uitnodiging.organisatie, rol=Rol(rol)
        )
    _record("uitnodiging aanvaard", uitnodiging, gebruiker)


@transaction.atomic
def accept_as_newcomer(uitnodiging: Uitnodiging, *, naam: str, wachtwoord: str) -> Gebruiker:
    """Make an account and take up the roles. The address is known to be theirs: the mail arrived there."""
    _take(uitnodiging)
    if account_of(uitnodiging.email):
        raise AccountsError(_("Er is al een account met dit e-mailadres. Log daarmee in."))
    gebruiker = make_person(email=uitnodiging.email, naam=naam, wachtwoord=wachtwoord)
    accept(uitnodiging, gebruiker)
    return gebruiker


def make_person(*, email: str, naam: str, wachtwoord: str, is_staff: bool = False) -> Gebruiker:
    """An account with an address that is known to be theirs."""
    gebruiker = Gebruiker.objects.create_user(email, naam.strip(), wachtwoord, is_staff=is_staff)
    EmailAddress.objects.filter(email__iexact=email, verified=False).delete()
    EmailAddress.objects.create(user=gebruiker, email=gebruiker.email, verified=True, primary=True)
    return gebruiker


def in_order(rollen: Collection[Rol]) -> list[str]:
    """Roles as a list, from light to heavy."""
    return [rol.value for rol in Rol if rol in rollen]


def _take(uitnodiging: Uitnodiging, *, open_only: bool = True) -> None:
    """Hold the row, so that of two who come at once the second finds it used; no merger passes it by.

    open_only: also refuse what is over time; who sends again or takes back may have that.
    """
    fresh = (
        Uitnodiging.objects.select_for_update(of=("self", "organisatie"))
        .select_related("organisatie")
        .get(pk=uitnodiging.pk)
    )
    over = not is_open(fresh) if open_only else (fresh.aanvaard_op or fresh.ingetrokken_op)
    if over:
        raise AccountsError(_("Deze uitnodiging is al gebruikt, ingetrokken of verlopen."))
    if reason := _merged(fresh.organisatie):
        raise AccountsError(reason)
    uitnodiging.organisatie = fresh.organisatie
    uitnodiging.rollen = fresh.rollen


def _merged(organisatie: Organisatie) -> str | None:
    if organisatie.opvolger_id is None:
        return None
    return _("%(naam)s is opgegaan in %(opvolger)s. Nodig mensen daar uit.") % {
        "naam": organisatie,
        "opvolger": organisatie.opvolger,
    }


def _flooded(organisatie: Organisatie) -> str | None:
    since = timezone.now() - timedelta(days=1)
    recent = Uitnodiging.objects.filter(organisatie=organisatie, verloopt_op__gt=since + GELDIG)
    if recent.count() < PER_DAG:
        return None
    return _("Vandaag zijn er al %(aantal)d uitnodigingen verstuurd. Ga morgen verder.") % {"aantal": PER_DAG}


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _record(soort: str, uitnodiging: Uitnodiging, door: Gebruiker, *, platform: bool = False) -> None:
    gebeurtenissen.organisatie_gewijzigd(
        soort,
        uitnodiging.organisatie,
        door,
        naam=uitnodiging.naam,
        werd={"rollen": uitnodiging.rollen},
        platform=platform,
    )
