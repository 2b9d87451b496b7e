"""What the tests of the website share: a queue that is worked off on request, and a clean start each time."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.core.cache import cache
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from wederkerig.web.register.domain import geschiedenis


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    """Log-in attempts and worked-out versions are of one test; keys of rows come back in the next."""
    yield
    cache.clear()
    geschiedenis.forget()


@pytest.fixture
def werk_af() -> Callable[[], int]:
    """Do everything that waits in the queue, here and now, as the worker does it; how many jobs that were.

    A job that fails makes the test fail, with its traceback.
    """

    def work() -> int:
        waiting = DBTaskResult.objects.ready().count()
        _worker().run()
        failed = DBTaskResult.objects.failed().first()
        assert failed is None, failed.traceback
        return waiting

    return work


def _worker() -> Worker:
    return Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="toets",
        excluded_queue_names=[],
    )
