"""Work of the monitor that is done in the background. Each job may be done twice without harm."""

from __future__ import annotations

from django.db import transaction
from django_tasks import task

from wederkerig.web.monitor.domain import lijst_berekenen, rapportbestanden


@task()
def bereken_lijst(lijst: str) -> None:
    """Open a list of dwellings, or compute its figures once its columns are known."""
    lijst_berekenen.bereken(lijst)


@task()
def make_rapportbestand(pk: int) -> None:
    """Make a report as a file."""
    rapportbestanden.make(pk)


@transaction.atomic
def requeue_stale_lists() -> int:
    """Have lists computed of which the work was broken off; how many. See `lijst_berekenen.stale`."""
    found = lijst_berekenen.stale(bereken_lijst.module_path)
    for pk in found:
        bereken_lijst.enqueue(pk)
    return len(found)
