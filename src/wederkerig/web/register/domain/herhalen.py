"""Work that was broken off: which of it is to be done again, and which killed too many workers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

MEESTE_POGINGEN = 5


def broken_off(keys: Sequence[str], task_path: str) -> tuple[list[str], list[str]]:
    """Of what waits without a worker: what to do again, and what to give up after so many attempts.

    keys: the first argument of the jobs. What stands in the queue is left to the queue.
    """
    jobs = DBTaskResult.objects.filter(task_path=task_path) if keys else DBTaskResult.objects.none()
    queued: set[str] = set()
    tried: Counter[str] = Counter()
    for status, called in jobs.values_list("status", "args_kwargs"):
        tried.update(called["args"])
        if status == TaskResultStatus.READY:
            queued.update(called["args"])
    left = [pk for pk in keys if pk not in queued]
    again = [pk for pk in left if tried[pk] < MEESTE_POGINGEN]
    return again, [pk for pk in left if tried[pk] >= MEESTE_POGINGEN]
