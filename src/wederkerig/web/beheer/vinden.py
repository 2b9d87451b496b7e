"""How the pages of those who work with the site find what an address names."""

from __future__ import annotations

from django.http import Http404
from django.shortcuts import get_object_or_404

from wederkerig.web.accounts.domain.mensen import roles_at
from wederkerig.web.accounts.domain.uitnodigen import waiting_invitations
from wederkerig.web.accounts.models import Gebruiker, Organisatie, Uitnodiging
from wederkerig.web.rechten import Actie, Wat
from wederkerig.web.register.models import Overeenkomst


def find_organisatie(slug: str) -> Organisatie:
    """The organisation of this address."""
    return get_object_or_404(Organisatie.objects.select_related("opvolger"), slug=slug)


def find_overeenkomst(slug: str) -> Overeenkomst:
    """The agreements of this address."""
    return get_object_or_404(Overeenkomst, slug=slug)


def find_person(organisatie: Organisatie, key: int) -> Gebruiker:
    """Somebody who works for this organisation; nobody learns of others."""
    person = get_object_or_404(Gebruiker, pk=key)
    if not roles_at(person, organisatie):
        raise Http404
    return person


def find_invitation(organisatie: Organisatie, key: object) -> Uitnodiging:
    """An invitation of this organisation that waits."""
    return get_object_or_404(waiting_invitations(organisatie), pk=key)


ORGANISATIE = Wat("organisatie", find_organisatie, zien=Actie.BEKIJK_ORGANISATIE)
OVEREENKOMST = Wat("overeenkomst", find_overeenkomst)
