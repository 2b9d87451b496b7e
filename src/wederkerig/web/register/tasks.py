"""Work that is done in the background: one task a job, which calls one function of a `domain`.

Each job may be done twice without harm.
"""

from __future__ import annotations

from django.db import transaction
from django_tasks import task

from wederkerig.web.register.domain import afdrukken, lezen


@task()
def lees_inzending(inzending: str) -> None:
    """Read a document that was brought in."""
    lezen.lees(inzending)


@task()
def make_afdruk(pk: int) -> None:
    """Make a file of a version."""
    afdrukken.make(pk)


@transaction.atomic
def requeue_stale() -> int:
    """Have documents read of which the reading was broken off; how many. See `lezen.stale`."""
    found = lezen.stale(lees_inzending.module_path)
    for pk in found:
        lees_inzending.enqueue(pk)
    return len(found)
