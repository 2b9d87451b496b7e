"""Finds the reports that an address is about."""

from __future__ import annotations

from uuid import UUID

from django.shortcuts import get_object_or_404

from wederkerig.web.monitor.models import Rapport, RapportFase
from wederkerig.web.rechten import Actie, Wat


def find_rapport(key: UUID) -> Rapport:
    """The report of this key, with its agreements."""
    rows = Rapport.objects.select_related("overeenkomst").prefetch_related("overeenkomst__gemeenten")
    return get_object_or_404(rows, pk=key)


def find_published(key: UUID) -> Rapport | None:
    """The same where everybody may read it; None where it is not there, or not published."""
    rows = Rapport.objects.filter(pk=key, fase=RapportFase.GEPUBLICEERD)
    return rows.select_related("overeenkomst").prefetch_related("overeenkomst__gemeenten").first()


# Who is no party hears nothing of a report that was not published.
RAPPORT = Wat("rapport", find_rapport, zien=Actie.BEKIJK_RAPPORT)
