"""Work that is done in the background; each job may be done twice without harm.

Other jobs of the register have a module of their own in `domain` and one task here.
"""

from __future__ import annotations

from django.db import transaction
from django_tasks import task

from wederkerig.web.register.domain import lezen


@task()
def lees_inzending(inzending: str) -> None:
    """Read a document that was brought in."""
    lezen.lees(inzending)


@transaction.atomic
def requeue_stale() -> int:
    """Have documents read of which the reading was broken off; how many. See `lezen.stale`."""
    found = lezen.stale(lees_inzending.module_path)
    for pk in found:
        lees_inzending.enqueue(pk)
    return len(found)
