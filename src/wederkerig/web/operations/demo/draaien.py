"""Starts the demo: a fresh folder, a filled register, the site and a worker, and stops them together."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from wederkerig.web.config.omgeving import make_folder

_MARK = "wederkerig-demo"
_PATIENCE = 20
_STOP = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class DemoError(Exception):
    """Why the demo cannot start, and what to do, in Dutch."""

    def __init__(self, what: str, advice: str) -> None:
        super().__init__(f"{what} {advice}")
        self.what = what
        self.advice = advice


def make_room(folder: Path) -> None:
    """Leave nothing of an earlier demo in this folder; refuse one that is no demo's."""
    if folder.exists() and any(folder.iterdir()) and not (folder / _MARK).is_file():
        raise DemoError(
            f"In {folder} staat iets dat niet van de demo is.", "Noem met --map een nieuwe of lege map."
        )
    if folder.exists():
        shutil.rmtree(folder)
    make_folder(folder)
    (folder / _MARK).write_text("De demo maakt deze map bij elke start opnieuw.\n", encoding="utf-8")


def environment(folder: Path) -> dict[str, str]:
    """The settings of the demo: those of this computer's own register must not come in."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("WEDERKERIG_")}
    for name in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE"):
        kept.pop(name, None)
    return kept | {
        "WEDERKERIG_DEMO": "1",
        "WEDERKERIG_GEGEVENS": str(folder),
        "WEDERKERIG_LOGNIVEAU": "WARNING",
        "WEDERKERIG_WERKER_GEDULD": "10",
    }


def free_port(wanted: int) -> int:
    """The port that was asked for, or where somebody has it one that is free."""
    for port in (wanted, 0):
        with socket.socket() as trial, suppress(OSError):
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(("127.0.0.1", port))
            return int(trial.getsockname()[1])
    raise DemoError("Er is geen poort vrij.", "Stop een ander programma dat een site draait.")


def run_together(commands: Sequence[Sequence[str]], env: Mapping[str, str]) -> int:
    """Run these commands of ours until one ends or this process is asked to stop; 0 where it was asked."""
    with _asked_to_stop(), _processes(commands, env) as started:
        try:
            _wait_for_one(started)
        except KeyboardInterrupt:
            return 0
    return 1


def _wait_for_one(started: Sequence[subprocess.Popen[bytes]]) -> None:
    """Until one of them has ended; that is for the system to tell, so nothing is asked over and over."""
    pids = {process.pid for process in started}
    while os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT).si_pid not in pids:  # type: ignore[union-attr]  # it waits
        os.wait()


@contextmanager
def _asked_to_stop() -> Iterator[None]:
    """Being asked to stop in any way is as Ctrl-C."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = {number: signal.signal(number, stop) for number in _STOP}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _processes(
    commands: Sequence[Sequence[str]], env: Mapping[str, str]
) -> Iterator[list[subprocess.Popen[bytes]]]:
    started: list[subprocess.Popen[bytes]] = []
    try:
        # extend stops halfway where one cannot be started, and what was started is ended all the same
        started.extend(_start(command, env) for command in commands)
        yield started
    finally:
        for process in started:
            process.terminate()
        for process in started:
            _end(process)


def _start(command: Sequence[str], env: Mapping[str, str]) -> subprocess.Popen[bytes]:
    """In a session of its own: Ctrl-C in the terminal is for us, and we pass it on."""
    whole = [sys.executable, "-m", "wederkerig", *command]
    return subprocess.Popen(whole, env=dict(env), start_new_session=True)  # noqa: S603  # ours


def _end(process: subprocess.Popen[bytes]) -> None:
    try:
        process.wait(_PATIENCE)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        process.kill()
        process.wait()
