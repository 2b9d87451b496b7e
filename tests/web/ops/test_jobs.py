"""Jobs of workers that died."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from tests.web.maken import organisatie
from wederkerig.web.accounts.models import Organisatie
from wederkerig.web.operations.chores import every_hour
from wederkerig.web.operations.jobs import (
    MOST_ATTEMPTS,
    release_jobs_of_dead_workers,
    say_alive,
    say_goodbye,
)
from wederkerig.web.operations.models import Worker

pytestmark = pytest.mark.django_db


@task()
def rename(pk: int, naam: str) -> None:
    Organisatie.objects.filter(pk=pk).update(naam=naam)


def job_of(worker, attempts=1):
    """A job that this worker is doing."""
    rename.enqueue(organisatie().pk, "Gemeente Duinrecht")
    job = DBTaskResult.objects.get()
    for _ in range(attempts):
        job.claim(worker)
    return job


def status(job):
    job.refresh_from_db()
    return job.status


def test_a_job_of_a_worker_that_lives_stays_with_it():
    say_alive("levend", 60)
    job = job_of("levend")

    assert release_jobs_of_dead_workers() == 0
    assert status(job) == "RUNNING"


def test_a_job_of_a_worker_that_fell_silent_goes_to_another(werk_af):
    say_alive("dood", -1)
    job = job_of("dood")

    assert release_jobs_of_dead_workers() == 1
    assert status(job) == "READY"
    assert werk_af() == 1
    assert Organisatie.objects.get().naam == "Gemeente Duinrecht"


def test_a_worker_that_speaks_again_in_time_keeps_its_job():
    say_alive("traag", -1)
    say_alive("traag", 60)
    job = job_of("traag")

    assert release_jobs_of_dead_workers() == 0
    assert status(job) == "RUNNING"


def test_what_a_worker_left_when_it_stopped_is_free_at_once():
    say_alive("gestopt", 60)
    job = job_of("gestopt")
    say_goodbye("gestopt")

    assert release_jobs_of_dead_workers() == 1
    assert status(job) == "READY"


def test_who_took_the_job_last_counts_and_not_who_died_with_it_before():
    say_alive("levend", 60)
    job = job_of("dood")
    job.claim("levend")

    assert release_jobs_of_dead_workers() == 0
    assert status(job) == "RUNNING"


def test_a_job_that_takes_each_worker_with_it_is_given_up():
    job = job_of("dood", MOST_ATTEMPTS)

    assert release_jobs_of_dead_workers() == 0
    assert status(job) == "FAILED"
    assert job.exception_class_path.endswith("WorkerDiedError")


def test_a_job_that_waits_or_is_done_is_let_be():
    say_alive("dood", -1)
    done = job_of("dood")
    done.set_successful(None)
    rename.enqueue(organisatie().pk, "x")

    assert release_jobs_of_dead_workers() == 0
    assert sorted(DBTaskResult.objects.values_list("status", flat=True)) == ["READY", "SUCCESSFUL"]


def test_workers_that_are_long_gone_are_forgotten():
    say_alive("lang geleden", -2 * 24 * 3600)
    say_alive("gisteren", -3600)

    release_jobs_of_dead_workers()

    assert list(Worker.objects.values_list("pk", flat=True)) == ["gisteren"]


@pytest.mark.parametrize(("days", "kept"), [(13, 1), (15, 0)])
def test_jobs_that_were_done_are_kept_for_two_weeks(days, kept):
    job = job_of("klaar")
    job.set_successful(None)
    DBTaskResult.objects.update(finished_at=timezone.now() - timedelta(days=days))

    every_hour()

    assert DBTaskResult.objects.count() == kept


def test_a_job_that_waits_for_long_is_not_thrown_away():
    rename.enqueue(organisatie().pk, "x")
    DBTaskResult.objects.update(enqueued_at=timezone.now() - timedelta(days=90))

    every_hour()

    assert DBTaskResult.objects.count() == 1
