"""A process that works off the queue: reads what was uploaded, makes what was asked for.

Any number of them may run, on any machine that reaches the database. One that is killed loses nothing: what
it was doing is done again by another, once it has been silent for WEDERKERIG_WERKER_GEDULD seconds.
"""

from __future__ import annotations

import os
import secrets
import signal
import socket
import threading
import time
from types import FrameType

import structlog
from django.conf import settings
from django.db import DatabaseError, close_old_connections, connections
from django_tasks_db.management.commands.db_worker import Worker as QueueWorker

from wederkerig.web.config.health import is_current
from wederkerig.web.operations.chores import every_hour, every_minute
from wederkerig.web.operations.jobs import say_alive, say_goodbye

log = structlog.get_logger("wederkerig.werker")
_MINUTE, _HOUR = 60, 3600


def run_worker(*, until_empty: bool = False) -> None:
    """Work until the process is asked to stop (SIGTERM, Ctrl-C), or until nothing waits.

    Asked once, it ends what it is doing first; asked twice, it stops at once and the work goes to another.
    """
    _wait_for_tables()
    name = f"{socket.gethostname()[:30]}-{os.getpid()}-{secrets.token_hex(6)}"
    patience = settings.WERKER_GEDULD
    say_alive(name, patience)
    every_minute()
    pulse = Pulse(name, patience)
    pulse.start()
    try:
        queue = _Queue(name, until_empty=until_empty)
        queue.configure_signals()
        queue.run()
    finally:
        pulse.stop()
        say_goodbye(name)


def _wait_for_tables() -> None:
    """The process that answers requests makes the tables; where both start at once, that takes a moment."""
    said = False
    while not is_current():
        if not said:
            log.info("wacht op de database", raad="start `wederkerig site`, die werkt de database bij")
            said = True
        time.sleep(1)


class Pulse(threading.Thread):
    """Says that the worker lives, also while it is busy, and does the chores."""

    def __init__(self, name: str, patience: float) -> None:
        super().__init__(name="pulse", daemon=True)
        self._worker = name
        self._patience = patience
        self._stopped = threading.Event()
        self._minute = min(_MINUTE, patience)
        self._due = {every_minute: time.monotonic() + self._minute, every_hour: time.monotonic()}

    def run(self) -> None:
        """Until stopped; a database that is away for a while is tried again."""
        while not self._stopped.wait(self._patience / 5):
            try:
                close_old_connections()
                say_alive(self._worker, self._patience)
                self._do_chores()
            except DatabaseError as error:
                log.warning("database zwijgt", soort=type(error).__name__)
        connections.close_all()

    def stop(self) -> None:
        """Fall silent, and wait until that is so."""
        self._stopped.set()
        self.join()

    def _do_chores(self) -> None:
        for chore, period in ((every_minute, self._minute), (every_hour, _HOUR)):
            if time.monotonic() >= self._due[chore]:
                self._due[chore] = time.monotonic() + period
                chore()


class _Queue(QueueWorker):
    """The worker of the queue; asked to stop twice it leaves its job to others instead of failing it."""

    def __init__(self, name: str, *, until_empty: bool) -> None:
        super().__init__(
            queue_names=["*"],
            excluded_queue_names=[],
            interval=0.5,
            batch=until_empty,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=name,
        )

    def shutdown(self, signum: int, frame: FrameType | None) -> None:
        """End what is being done; the second time stop without a word."""
        if not self.running:
            os._exit(128 + signal.Signals(signum))
        super().shutdown(signum, frame)
