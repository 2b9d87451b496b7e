"""Finds what an address of these pages is about, and who asks for it."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from wederkerig.web.accounts.models import Gebruiker, Organisatie
from wederkerig.web.rechten import Actie, Wat
from wederkerig.web.register.models import Gemeente, Overeenkomst


def find_organisatie(slug: str) -> Organisatie:
    """The organisation of this address."""
    return get_object_or_404(Organisatie.objects.select_related("opvolger"), slug=slug)


def find_overeenkomst(slug: str) -> Overeenkomst:
    """The agreements of this address."""
    return get_object_or_404(Overeenkomst.objects.prefetch_related("gemeenten"), slug=slug)


def find_gemeente(slug: str) -> Gemeente:
    """The municipality of this address."""
    return get_object_or_404(Gemeente, slug=slug)


# Who may not see the drafts of an organisation hears that there is no such page.
ORGANISATIE = Wat("organisatie", find_organisatie, zien=Actie.BEKIJK_CONCEPT)
OVEREENKOMST = Wat("overeenkomst", find_overeenkomst)


def person(request: HttpRequest) -> Gebruiker:
    """Who asks, on a page that only people who are logged in reach."""
    return cast(Gebruiker, request.user)


def number_sent(request: HttpRequest, name: str = "stand") -> int:
    """A number that a form carries along of what its person saw; -1 for what a database cannot hold."""
    said = request.POST.get(name, "")
    return int(said) if said.isdecimal() and len(said) < 19 else -1
