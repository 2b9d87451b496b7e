"""Jobs of workers that died: given to another, and given up when they killed several.

A worker says every few seconds that it lives (`Worker`). The clock is the database's, so that machines need
not agree on the time. A job is marked as running by the queue itself, with the names of who took it.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import structlog
from django.db.models.functions import Now
from django_tasks_db.models import DBTaskResult

from wederkerig.web.operations.models import Worker

log = structlog.get_logger("wederkerig.werker")

# A job that took three workers with it does so with the fourth.
MOST_ATTEMPTS = 3
_READY, _RUNNING = "READY", "RUNNING"
_FORGOTTEN = timedelta(days=1)


class WorkerDiedError(Exception):
    """What a job failed of: each worker that took it was gone before it was done."""


def say_alive(name: str, seconds: float) -> None:
    """This worker lives, and may be trusted to for so many seconds."""
    until = Now() + timedelta(seconds=seconds)
    if not Worker.objects.filter(pk=name).update(alive_until=until):
        Worker.objects.create(pk=name, alive_until=until)


def say_goodbye(name: str) -> None:
    """This worker stops; what it may have left is free at once."""
    Worker.objects.filter(pk=name).delete()


def release_jobs_of_dead_workers() -> int:
    """Put jobs that nobody alive is doing back in the queue; how many those were."""
    # In this order: who took one of these jobs said before that it lives.
    running = list(DBTaskResult.objects.running())
    alive = set(Worker.objects.filter(alive_until__gt=Now()).values_list("pk", flat=True))
    Worker.objects.filter(alive_until__lt=Now() - _FORGOTTEN).delete()
    return sum(_release(job) for job in running if not alive & set(job.worker_ids[-1:]))


def _release(job: DBTaskResult[..., Any]) -> bool:
    """Free the job, unless somebody was first."""
    if len(job.worker_ids) >= MOST_ATTEMPTS:
        job.set_failed(WorkerDiedError(f"{len(job.worker_ids)} workers stopped during this job."))
        log.error("taak opgegeven", taak=str(job.pk), pogingen=len(job.worker_ids))
        return False
    same = DBTaskResult.objects.filter(pk=job.pk, status=_RUNNING, started_at=job.started_at)
    freed = bool(same.update(status=_READY))
    if freed:
        log.warning("taak vrijgegeven", taak=str(job.pk), pogingen=len(job.worker_ids))
    return freed
