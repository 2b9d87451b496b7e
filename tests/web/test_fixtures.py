"""That the tests of the website stand on firm ground: the database, the queue, the clean start."""

import os

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django_tasks import task

from tests.web.maken import GEMEENTE, organisatie, overeenkomst
from wederkerig.web.accounts.models import Organisatie
from wederkerig.web.register.alleen_erbij import OnlyAdded
from wederkerig.web.register.models import Besluit


@task()
def rename(pk: int, naam: str) -> None:
    Organisatie.objects.filter(pk=pk).update(naam=naam)


@task()
def break_down() -> None:
    raise ZeroDivisionError


@pytest.mark.django_db
def test_the_database_is_the_one_that_was_asked_for():
    wanted = "postgresql" if os.environ.get("DATABASE_URL") else "sqlite"

    assert connection.vendor == wanted


def test_nothing_of_the_person_who_runs_the_tests_comes_in():
    assert [name for name in os.environ if name.startswith("WEDERKERIG_")] == [
        "WEDERKERIG_GEGEVENS",
        "WEDERKERIG_SLEUTEL",
    ]
    assert settings.EMAIL_BACKEND == "django.core.mail.backends.locmem.EmailBackend"


@pytest.mark.django_db
def test_the_queue_is_worked_off_on_request(werk_af):
    of = organisatie(GEMEENTE)
    rename.enqueue(of.pk, "Gemeente Duinrecht")

    assert werk_af() == 1
    of.refresh_from_db()
    assert of.naam == "Gemeente Duinrecht"
    assert werk_af() == 0


@pytest.mark.django_db
def test_a_job_that_fails_fails_the_test(werk_af):
    break_down.enqueue()

    with pytest.raises(AssertionError, match="ZeroDivisionError"):
        werk_af()


@pytest.mark.django_db(transaction=True)
def test_tables_that_are_only_added_to_are_emptied_between_tests_and_by_nobody_else():
    overeenkomst()

    with pytest.raises(DatabaseError, match="only ever added"), transaction.atomic():
        Besluit.objects.all()._raw_delete("default")
    call_command("flush", interactive=False, verbosity=0)
    assert Besluit.objects.count() == 0

    overeenkomst()
    with pytest.raises(DatabaseError, match="only ever added"), transaction.atomic():
        Besluit.objects.all()._raw_delete("default")


@pytest.mark.django_db
def test_the_database_guards_every_table_that_is_only_added_to():
    postgres = connection.vendor == "postgresql"
    tables = [model._meta.db_table for model in apps.get_models() if issubclass(model, OnlyAdded)]
    wanted = {
        name
        for table in tables
        for name in ([f"{table}_only_added"] if postgres else [f"{table}_no_delete", f"{table}_no_update"])
    }

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
            if postgres
            else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        )
        found = {name for (name,) in cursor.fetchall()}

    assert len(tables) > 10
    assert wanted - found == set()
