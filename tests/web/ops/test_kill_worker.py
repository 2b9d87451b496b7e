"""A worker that is killed, at whatever moment: the document is read exactly once in the end."""

import os
import signal
import subprocess

import pytest

from tests.web.ops.conftest import wait_for, wait_for_word

# Each is a place in the work of a worker; the worker stops there and waits to be killed.
MOMENTS = {
    "right after it took the job": ("wederkerig.web.register.domain.lezen", "_claim", "before"),
    "right after it took the document": ("wederkerig.web.register.domain.lezen", "read_apart", "before"),
    "while the file is being read": ("wederkerig.web.register.domain.lezen", "_tell", "after"),
    "between reading and keeping": ("wederkerig.web.register.domain.lezen", "_keep", "before"),
    "in the transaction that keeps the reading": (
        "wederkerig.web.register.domain.lezen",
        "_match_parties",
        "after",
    ),
    "after keeping, before the job is done": ("wederkerig.web.register.domain.lezen", "_keep", "after"),
}
WORKER = """
import importlib, sys
import tests.web.ops.binnen
from wederkerig.web.operations.worker import run_worker

module = importlib.import_module({module!r})
work = getattr(module, {name!r})

def stop(*arguments, **options):
    made = work(*arguments, **options) if {when!r} == "after" else None
    sys.stdout.write("hier\\n")
    sys.stdout.flush()
    sys.stdin.readline()
    return made if {when!r} == "after" else work(*arguments, **options)

setattr(module, {name!r}, stop)
run_worker()
"""


def kill_at(plek, module, name, when):
    """Start a worker, and kill it once it is there."""
    worker = plek.start("-c", WORKER.format(module=module, name=name, when=when), stdin=subprocess.PIPE)
    with worker:
        wait_for_word(worker, "hier")
        os.kill(worker.pid, signal.SIGKILL)
    assert worker.returncode == -signal.SIGKILL
    plek.wait_until_left()


def outcome(plek):
    """What there is of the one document that was brought in: its phase, and how many of each."""
    one = "(SELECT id FROM register_inzending WHERE bestandsnaam = 'stuk-10.md')"
    return plek.rows(
        f"SELECT fase, (SELECT count(*) FROM register_lezing WHERE inzending_id IN {one}), "  # noqa: S608  # ours
        "(SELECT count(*) FROM register_gebeurtenis WHERE soort = 'gelezen'), "
        "(SELECT count(*) FROM register_gebeurtenis WHERE soort = 'niet gelezen'), "
        "(SELECT count(*) FROM register_bestand WHERE sha256 = bestand_id) "
        f"FROM register_inzending WHERE id IN {one}"
    )


READ_ONCE = [("nalezen", 1, 1, 0, 1)]


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_worker_that_is_killed_leaves_the_document_to_the_next(gevuld, moment):
    kill_at(gevuld, *MOMENTS[moment])
    assert outcome(gevuld) in ([("wacht", 0, 0, 0, 1)], READ_ONCE)

    # its time has to be over first; then any worker takes it up
    with gevuld.start("werker", stdout=None) as worker:
        wait_for(lambda: outcome(gevuld) == READ_ONCE and jobs(gevuld) == ["SUCCESSFUL"])
        worker.terminate()
        worker.communicate()

    assert worker.returncode == 0
    assert outcome(gevuld) == READ_ONCE


def test_workers_that_are_killed_one_after_another_lose_nothing_either(gevuld):
    for moment in ("right after it took the job", "between reading and keeping"):
        kill_at(gevuld, *MOMENTS[moment])

    with gevuld.start("werker", stdout=None) as worker:
        wait_for(lambda: outcome(gevuld) == READ_ONCE and jobs(gevuld) == ["SUCCESSFUL"])
        worker.terminate()
        worker.communicate()

    assert outcome(gevuld) == READ_ONCE


def test_a_worker_that_is_asked_to_stop_ends_what_it_is_doing(gevuld):
    module, name, when = MOMENTS["right after it took the document"]
    worker = gevuld.start("-c", WORKER.format(module=module, name=name, when=when), stdin=subprocess.PIPE)
    with worker:
        wait_for_word(worker, "hier")
        worker.terminate()
        # it goes on only now, and was asked to stop before
        worker.communicate("\n")

    assert worker.returncode == 0
    assert outcome(gevuld) == READ_ONCE
    assert jobs(gevuld) == ["SUCCESSFUL"]


def test_several_workers_read_each_document_once(gevuld):
    gevuld.python("from tests.web.ops.binnen import *\nfor number in range(20, 26): bring_in(number)")

    workers = [gevuld.start("werker", "--tot-leeg") for _ in range(3)]
    ended = [(worker.communicate(), worker.returncode) for worker in workers]

    assert [code for _, code in ended] == [0, 0, 0], ended
    assert gevuld.rows(
        "SELECT fase, count(*) FROM register_inzending WHERE bestandsnaam <> 'afspraken.txt' GROUP BY 1"
    ) == [("nalezen", 7)]
    assert gevuld.rows("SELECT count(*) FROM register_gebeurtenis WHERE soort = 'gelezen'") == [(7,)]
    assert jobs(gevuld) == ["SUCCESSFUL"] * 7


def jobs(plek):
    return [status for (status,) in plek.rows("SELECT status FROM django_tasks_database_dbtaskresult")]
