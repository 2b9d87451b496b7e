"""What has to be done now and then for the site to keep working; by each worker, and twice is no harm."""

from __future__ import annotations

from datetime import timedelta
from importlib import import_module

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from wederkerig.web.monitor.domain import werkboek
from wederkerig.web.monitor.tasks import requeue_stale_lists
from wederkerig.web.operations.jobs import release_jobs_of_dead_workers
from wederkerig.web.register.tasks import requeue_stale

_KEPT_JOBS = timedelta(days=14)


def every_minute() -> None:
    """Work of workers that died is taken up again."""
    release_jobs_of_dead_workers()
    requeue_stale()
    requeue_stale_lists()


def every_hour() -> None:
    """What is over is thrown away: jobs that were done two weeks ago, sessions that ended."""
    DBTaskResult.objects.finished().filter(finished_at__lt=timezone.now() - _KEPT_JOBS).delete()
    store: type[SessionBase] = import_module(settings.SESSION_ENGINE).SessionStore
    store.clear_expired()
    werkboek.forget_old()
