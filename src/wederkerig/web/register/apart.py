"""Has a file looked at by a process of its own, that may fail without harm (its side is `alleen`).

A file that takes too much time or memory, or makes the program that opens it crash, ends that process and
nothing else. What the process says is checked as if a stranger said it.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Timer
from typing import Any

from wederkerig.web.register.alleen import OUT_OF_MEMORY

Step = Callable[[str, int], None]
_LONGEST_ANSWER = 400_000_000


class ApartError(Exception):
    """Why nothing came of it: Dutch, what was wrong and what to do."""


@dataclass(frozen=True, slots=True)
class Redenen:
    """What is said where the process took too long, ended by itself, or had no room; Dutch."""

    te_traag: str
    vastgelopen: str
    geen_ruimte: str


@dataclass(frozen=True, slots=True)
class Werk:
    """A process to start: its module, how long it may take in seconds, and how much memory in bytes."""

    module: str
    seconden: int
    geheugen: int
    redenen: Redenen


def ask(werk: Werk, order: dict[str, Any], data: bytes, on_step: Step) -> dict[str, Any]:
    """What the process answers. on_step hears what is being done and how far it is (0 to 99).

    Raises ApartError.
    """
    limits = {"geheugen": werk.geheugen, "seconden": werk.seconden}
    ended_late = False
    with process_of(werk.module) as process:

        def stop() -> None:
            nonlocal ended_late
            ended_late = True
            process.kill()

        timer = Timer(werk.seconden, stop)
        timer.start()
        try:
            _send(process, json.dumps(order | limits).encode() + b"\n", data)
            answer = _listen(process, on_step)
        finally:
            timer.cancel()
    if answer is not None and isinstance(answer.get("fout"), str):
        raise ApartError(answer["fout"])
    if answer is not None:
        return answer
    raise ApartError(werk.redenen.te_traag if ended_late else _reason(werk, process.returncode))


def _reason(werk: Werk, returncode: int) -> str:
    if returncode == -signal.SIGXCPU:
        return werk.redenen.te_traag
    return werk.redenen.geen_ruimte if returncode == OUT_OF_MEMORY else werk.redenen.vastgelopen


@contextmanager
def process_of(module: str) -> Iterator[subprocess.Popen[bytes]]:
    """The process, without the keys and passwords that stand in this environment."""
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "TMPDIR") if name in os.environ}
    with subprocess.Popen(  # noqa: S603  # a module of ours
        [sys.executable, "-m", module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=kept | {"PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"},
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def _send(process: subprocess.Popen[bytes], order: bytes, data: bytes) -> None:
    """Give the process its order; that it ended before it had read all shows from its answer."""
    assert process.stdin is not None  # noqa: S101  # it is a pipe
    with suppress(BrokenPipeError):
        process.stdin.write(order)
        process.stdin.write(data)
    with suppress(BrokenPipeError):
        process.stdin.close()


def _listen(process: subprocess.Popen[bytes], on_step: Step) -> dict[str, Any] | None:
    """The last line, which is the answer; None where the process ended before it."""
    assert process.stdout is not None  # noqa: S101  # it is a pipe
    while line := process.stdout.readline(_LONGEST_ANSWER):
        try:
            said = json.loads(line)
        except ValueError:
            return None
        if not isinstance(said, dict):
            return None
        if "stap" not in said:
            return said
        on_step(str(said["stap"])[:200], min(99, max(0, int(said.get("voortgang", 0)))))
    process.wait()
    return None
