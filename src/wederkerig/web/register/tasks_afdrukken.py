"""Making files in the background."""

from __future__ import annotations

from django_tasks import task

from wederkerig.web.register.domain import afdrukken


@task()
def make_afdruk(pk: int) -> None:
    """Make one file; doing it twice gives the same file once."""
    afdrukken.make(pk)
