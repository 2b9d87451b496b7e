"""The process that answers requests: brings the database up to date, then lets gunicorn serve the site."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, run_checks
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.db import connection, connections
from gunicorn.app.base import BaseApplication
from gunicorn.glogging import Logger

from wederkerig.web.config.omgeving import close_files, make_folder

# Any number will do, as long as nothing else locks by it.
_LOCK = 7_301_958
_SHARED_MEMORY = Path("/dev/shm")  # noqa: S108  # where gunicorn notes that its workers live; a disk can be slow


@dataclass(frozen=True, slots=True)
class Service:
    """Where the site listens and with how many: address, port, processes, threads in each."""

    address: str
    port: int
    processes: int
    threads: int


def refusals(tags: list[str] | None = None) -> list[CheckMessage]:
    """Why nothing starts with these settings: mistakes (of these kinds), in production what is unsafe too."""
    found = run_checks(tags=tags, include_deployment_checks=settings.PRODUCTIE)
    return [message for message in found if message.level >= Error("").level and not message.is_silenced()]


def prepare() -> None:
    """Bring database and static files to this version; of several processes one does it, others wait."""
    with _alone():
        call_command("migrate", interactive=False, verbosity=0)
        if settings.STATIC_VERZAMELD:
            call_command("collectstatic", interactive=False, verbosity=0)
        settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
        close_files(settings.GEGEVENS)
    # what gunicorn starts must not share connections with this process
    connections.close_all()


def serve(service: Service) -> None:
    """Answer requests until the process is asked to stop; what is being answered then is answered first."""
    _Gunicorn(service).run()


@contextmanager
def _alone() -> Iterator[None]:
    """Nobody else prepares meanwhile: on PostgreSQL nobody anywhere, on SQLite nobody on this computer."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
            try:
                yield
            finally:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [_LOCK])
        return
    make_folder(settings.GEGEVENS)
    with (settings.GEGEVENS / "slot").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


class _Gunicorn(BaseApplication):  # type: ignore[misc]  # gunicorn ships no types
    """gunicorn with our settings instead of a file of its own."""

    def __init__(self, service: Service) -> None:
        self._service = service
        super().__init__()

    def load_config(self) -> None:
        """Set what differs from what gunicorn does by itself."""
        chosen: dict[str, Any] = {
            "bind": f"{self._service.address}:{self._service.port}",
            "workers": self._service.processes,
            "worker_class": "gthread",
            "threads": self._service.threads,
            "timeout": 120,
            "graceful_timeout": 30,
            "max_requests": 5_000,
            "max_requests_jitter": 500,
            "control_socket_disable": True,
            "logger_class": _Log,
            "proc_name": "wederkerig",
        }
        if _SHARED_MEMORY.is_dir():
            chosen["worker_tmp_dir"] = str(_SHARED_MEMORY)
        for name, value in chosen.items():
            self.cfg.set(name, value)

    def load(self) -> WSGIHandler:
        """The site itself."""
        return get_wsgi_application()


class _Log(Logger):  # type: ignore[misc]  # see above
    """Leaves the lines of gunicorn to the log of the site, and requests to its middleware."""

    def setup(self, cfg: Any) -> None:  # noqa: ANN401  # gunicorn's own
        """No handlers of its own."""
        self.error_log.propagate = True
        self.access_log.propagate = False
