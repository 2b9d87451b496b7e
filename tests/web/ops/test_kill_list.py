"""A worker that is killed while it computes a list of dwellings leaves it to the next; figures come once."""

import os
import signal
import subprocess

import pytest

from tests.web.ops.conftest import wait_for, wait_for_word
from tests.web.ops.test_kill_worker import WORKER, jobs

MODULE = "wederkerig.web.monitor.domain.lijst_berekenen"
# Each is a place in the work of a worker; the worker stops there and waits to be killed.
MOMENTS = {
    "right after it took the job": ("_claim", "before"),
    "while the list is being computed": ("compute_apart", "after"),
    "in the transaction that keeps the figures": ("_kept_errors", "after"),
    "after keeping, before the job is done": ("bereken", "after"),
}
BRING_IN = """
from tests.web.ops.binnen import *
from tests.web.monitor.lijsten import ingebracht, wijs_aan, lijst_van
from wederkerig.web.monitor.domain import lijst_berekenen
from wederkerig.web.monitor.models import Woningenlijst
from django_tasks_db.models import DBTaskResult
lijst = ingebracht(lijst_van(60) + b"\\r\\nW9;Zeedrecht;Zee;Wijk;DAEB;Woonruimte;-1;B;1-3-1990;ja")
lijst_berekenen.bereken(str(lijst.pk))
lijst.refresh_from_db()
DBTaskResult.objects.all().delete()
wijs_aan(lijst)
"""


def outcome(plek):
    """The phase of the list, its rows, how many figures, files and events there are."""
    return plek.rows(
        "SELECT fase, rijen, fouten, (SELECT count(*) > 0 FROM monitor_cijfer), "
        "(SELECT count(*) - count(DISTINCT indicator || gebied || niveau) FROM monitor_cijfer), "
        "(SELECT count(*) FROM register_bestand WHERE sha256 = foutenbestand_id), "
        "(SELECT count(*) FROM register_gebeurtenis WHERE soort = 'woningenlijst berekend') "
        "FROM monitor_woningenlijst"
    )


ONCE = ("klaar", 61, 1, 1, 0, 1, 1)


def once(plek) -> bool:
    return [
        tuple(int(each) if isinstance(each, bool) else each for each in row) for row in outcome(plek)
    ] == [ONCE]


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_worker_that_is_killed_leaves_the_list_to_the_next(gevuld, moment):
    name, when = MOMENTS[moment]
    gevuld.python(BRING_IN)
    code = WORKER.format(module=MODULE, name=name, when=when)
    worker = gevuld.start("-c", code, stdin=subprocess.PIPE)
    with worker:
        wait_for_word(worker, "hier")
        os.kill(worker.pid, signal.SIGKILL)
    gevuld.wait_until_left()
    assert once(gevuld) == (moment == "after keeping, before the job is done")

    with gevuld.start("werker", stdout=None) as another:
        wait_for(lambda: once(gevuld) and jobs(gevuld) == ["SUCCESSFUL"], 25)
        another.terminate()
        another.communicate()

    assert once(gevuld)
