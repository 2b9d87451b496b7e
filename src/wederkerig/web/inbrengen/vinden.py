"""Finds what an address of these pages is about, and who asks for it."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from wederkerig.web.accounts.models import Gebruiker
from wederkerig.web.rechten import Actie, Wat
from wederkerig.web.register.models import Inzending


def find_inzending(pk: UUID) -> Inzending:
    """The document with this key, without its bytes."""
    found = Inzending.objects.select_related("organisatie", "overeenkomst")
    return get_object_or_404(found, pk=pk)


# Who may not see the document hears that there is none.
INZENDING = Wat("inzending", find_inzending, zien=Actie.BEKIJK_INZENDING)


def person(request: HttpRequest) -> Gebruiker:
    """Who asks, on a page that only people who are logged in reach."""
    return cast(Gebruiker, request.user)
