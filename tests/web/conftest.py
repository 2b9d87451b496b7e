"""What the tests of the website share: a queue that is worked off on request, and a clean start each time."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db.backends.base.operations import BaseDatabaseOperations
from django.db.backends.sqlite3.base import DatabaseOperations
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult

from wederkerig.web.monitor.domain import beoordelingen, doorloop, landelijk, voorraad, voorstellen
from wederkerig.web.register.domain import bureau, geschiedenis

HERE = Path(__file__).parent
# What costs minutes and asks of a database only what other tests ask of it too: who may see which page, the
# words on every page, a list of 300,000 rows that a process of its own computes.
ONCE = (
    "rechten/test_alle_weergaven",
    "rechten/test_veiligheid",
    "test_vertaling",
    "monitor/test_grote_lijst",
)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """In the round on PostgreSQL leave out what the first round showed for every database."""
    if not os.environ.get("DATABASE_URL"):
        return
    without = [item for item in items if item.path.is_relative_to(HERE) and not _asks_a_database(item)]
    config.hook.pytest_deselected(items=without)
    items[:] = [item for item in items if item not in set(without)]


def _asks_a_database(item: pytest.Item) -> bool:
    if item.path.relative_to(HERE).with_suffix("").as_posix() in ONCE:
        return False
    own = {"db", "transactional_db", "werf", "plek", "gevuld"}
    return bool(item.get_closest_marker("django_db") or own & set(getattr(item, "fixturenames", ())))


@pytest.fixture(scope="session", autouse=True)
def _may_be_emptied() -> Iterator[None]:
    """Let Django empty the tables after a test with transactions of its own.

    It does so with DELETE or TRUNCATE, which the triggers refuse on tables that are only ever added to.
    """
    flush = DatabaseOperations.execute_sql_flush

    def flush_without_triggers(self: DatabaseOperations, sql_list: list[str]) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            triggers = cursor.fetchall()
        drop = [f"DROP TRIGGER {name}" for name, _ in triggers]
        flush(self, [*drop, *sql_list, *(sql for _, sql in triggers)])

    truncate = BaseDatabaseOperations.execute_sql_flush

    def truncate_without_triggers(self: BaseDatabaseOperations, sql_list: list[str]) -> None:
        off, on = "SET session_replication_role = replica", "SET session_replication_role = DEFAULT"
        guarded = self.connection.vendor == "postgresql"
        truncate(self, [off, *sql_list, on] if guarded else sql_list)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseDatabaseOperations, "execute_sql_flush", truncate_without_triggers)
        patch.setattr(DatabaseOperations, "execute_sql_flush", flush_without_triggers)
        yield


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    """Log-in attempts and worked-out versions are of one test; keys of rows come back in the next."""
    yield
    cache.clear()
    geschiedenis.forget()
    bureau.forget()
    voorstellen.forget()
    beoordelingen.forget()
    voorraad.forget()
    doorloop.forget()
    landelijk.forget()


@pytest.fixture
def werk_af(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """Do everything that waits in the queue, here and now, as the worker does it; how many jobs that were.

    A job that fails makes the test fail, with its traceback.
    """
    # a worker drops connections that have been open for long, and with this one the transaction of the test
    monkeypatch.setattr(db_worker, "close_old_connections", lambda: None)

    def work() -> int:
        waiting = DBTaskResult.objects.ready().count()
        _worker().run()
        failed = DBTaskResult.objects.failed().first()
        assert failed is None, failed.traceback
        return waiting

    return work


def _worker() -> db_worker.Worker:
    return db_worker.Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="toets",
        excluded_queue_names=[],
    )
