"""Finds the lists of dwellings and projects that an address of these pages names."""

from __future__ import annotations

from uuid import UUID

from django.shortcuts import get_object_or_404

from wederkerig.web.monitor.models import Project, Woningenlijst
from wederkerig.web.rechten import Actie, Wat


def find_lijst(pk: UUID) -> Woningenlijst:
    """The list with this key, without its bytes."""
    return get_object_or_404(Woningenlijst.objects.select_related("organisatie"), pk=pk)


def find_project(pk: UUID) -> Project:
    """The project with this key."""
    return get_object_or_404(Project.objects.select_related("organisatie", "gemeente"), pk=pk)


# Who may not see it hears that there is none.
LIJST = Wat("lijst", find_lijst, zien=Actie.BEKIJK_CONCEPT)
PROJECT = Wat("project", find_project, zien=Actie.BEKIJK_CONCEPT)
