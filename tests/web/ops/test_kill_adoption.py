"""A site that is killed in the middle of adopting a document: afterwards all of it is there, or nothing."""

from __future__ import annotations

import os
import select
import signal
import socket
import threading
from contextlib import contextmanager
from http.client import RemoteDisconnected

import pytest

from tests.web.maken import WACHTWOORD
from tests.web.ops.bezoeker import Bezoeker
from tests.web.ops.conftest import ANNA, wait_for

BASIS, PLAN = (
    "wederkerig.web.register.domain.vaststellen",
    "wederkerig.web.register.domain.vaststellen_jaarplan",
)
EVENTS = "wederkerig.web.register.domain.gebeurtenissen"
# The site stops right after this function, inside the transaction.
BASIS_MOMENTS = [(BASIS, "_agreements"), (EVENTS, "vastgesteld"), (BASIS, "derive")]
PLAN_MOMENTS = [(PLAN, "_row"), (PLAN, "derive")]
SITE = """
import importlib, signal, sys
import tests.web.ops.binnen
from wederkerig.web.config import urls
from wederkerig.web.operations.server import Service, serve

module, name = {module!r}, {name!r}
if module:
    work = getattr(importlib.import_module(module), name)

    def stop(*arguments, **options):
        work(*arguments, **options)
        sys.stdout.write("hier\\n")
        sys.stdout.flush()
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
        signal.sigwait([signal.SIGUSR1])

    setattr(importlib.import_module(module), name, stop)
serve(Service("127.0.0.1", {port}, 1, 2))
"""


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


@contextmanager
def site(plek, module="", name=""):
    """A site that runs, and that is killed with everything it started."""
    port = free_port()
    process = plek.start(
        "-c", SITE.format(module=module, name=name, port=port), stderr=None, start_new_session=True
    )
    address = f"http://127.0.0.1:{port}"
    with process:
        try:
            wait_for(lambda: answers(address))
            yield process, address
        finally:
            os.killpg(process.pid, signal.SIGKILL)
    plek.wait_until_left()


def answers(address) -> bool:
    try:
        return Bezoeker(address).ga("/gezond") == "goed\n"
    except OSError:
        return False


def adopt(address, pk) -> Bezoeker:
    """Log in and adopt the document, as a person does."""
    anna = Bezoeker(address)
    anna.log_in(ANNA, WACHTWOORD)
    anna.ga(f"/werk/stukken/{pk}/vaststellen/")
    anna.verstuur("Vaststellen", gemeenten="Duinrecht", anders="on")
    return anna


def state(plek, pk):
    """Everything that adopting touches."""
    counts = ("register_besluit", "register_overeenkomst", "register_partij", "register_gemeente")
    return {
        "fase": plek.rows(f"SELECT fase, stand FROM register_inzending WHERE {is_key(plek, pk)}"),  # noqa: S608  # ours
        "stand": plek.rows("SELECT slug, stand FROM register_overeenkomst ORDER BY slug"),
        "events": plek.rows("SELECT count(*) FROM register_gebeurtenis WHERE soort = 'vastgesteld'"),
    } | {table: plek.rows(f"SELECT count(*) FROM {table}") for table in counts}  # noqa: S608  # ours


def is_key(plek, pk) -> str:
    return f"id = '{pk}'" if plek.url else f"id = '{pk.replace('-', '')}'"


def killed_while_adopting(plek, pk, module, name):
    failed = []

    def try_to() -> None:
        try:
            adopt(address, pk)
        except Exception as error:  # noqa: BLE001  # shown where it is not what was to come
            failed.append(error)

    with site(plek, module, name) as (process, address):
        anna = threading.Thread(target=try_to)
        anna.start()
        wait_for(lambda: select.select([process.stdout], [], [], 0)[0] or not anna.is_alive())
        assert failed == []
    anna.join()
    assert [type(error) for error in failed] == [RemoteDisconnected]


@pytest.mark.parametrize(("module", "name"), BASIS_MOMENTS)
def test_a_base_document_is_adopted_whole_or_not_at_all(gevuld, module, name):
    pk = gevuld.python("print(tests.web.ops.binnen.settled().pk)").strip()
    before = state(gevuld, pk)

    killed_while_adopting(gevuld, pk, module, name)

    assert state(gevuld, pk) == before
    with site(gevuld) as (_, address):
        page = adopt(address, pk).page
    assert "is vastgesteld en nu openbaar" in page
    after = state(gevuld, pk)
    assert after["fase"] == [("vastgesteld", before["fase"][0][1] + 1)]
    assert after["register_besluit"] == [(2,)]
    assert after["events"] == [(1,)]


@pytest.mark.parametrize(("module", "name"), PLAN_MOMENTS)
def test_a_year_plan_is_adopted_whole_or_not_at_all(gevuld, module, name):
    pk = gevuld.python("print(tests.web.ops.binnen.year_plan().pk)").strip()
    before = state(gevuld, pk)

    killed_while_adopting(gevuld, pk, module, name)

    assert state(gevuld, pk) == before
    with site(gevuld) as (_, address):
        adopt(address, pk)
    after = state(gevuld, pk)
    assert after["fase"] == [("vastgesteld", before["fase"][0][1] + 1)]
    assert after["stand"] == [("zeedrecht-2025-2028", 2)]
    assert after["register_besluit"] == [(2,)]
    assert after["events"] == [(1,)]


def test_a_site_that_is_killed_after_adopting_keeps_what_was_adopted(gevuld):
    pk = gevuld.python("print(tests.web.ops.binnen.settled().pk)").strip()

    with site(gevuld) as (_, address):
        adopt(address, pk)

    assert state(gevuld, pk)["register_besluit"] == [(2,)]
    with site(gevuld) as (_, address):
        assert "Duinrecht" in Bezoeker(address).ga("/gemeenten/duinrecht/")
