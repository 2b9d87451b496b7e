"""Has a file opened by a process of its own (`lezer`), and tells what came of it.

A file that takes too much time or memory, or makes the program that opens it crash, ends that process and
nothing else. What the process says is checked as if a stranger said it.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from base64 import b64decode
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Timer
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_noop
from pydantic import TypeAdapter, ValidationError

from wederkerig.model import Bevinding, Jaarplan, Stuk
from wederkerig.web.register.domain.geschiedenis import stuk_from
from wederkerig.web.register.lezer import OUT_OF_MEMORY

Step = Callable[[str, int], None]
_LONGEST_ANSWER = 400_000_000
_PAGE_SECONDS = 20
MEESTE_AFSPRAKEN, LANGSTE_AFSPRAAK, MEESTE_TERMIJNEN = 2_000, 200_000, 500
_BEVINDINGEN = TypeAdapter(list[Bevinding])
_PLAATSEN = TypeAdapter(dict[str, Any])


class LezenError(Exception):
    """Why a file could not be read: Dutch, what was wrong and what to do."""


@dataclass(frozen=True, slots=True)
class Gelezen:
    """What was read: the document, its text, what checks say of it, and where it stands on the pages."""

    stuk: Stuk
    tekst: str
    bevindingen: list[Bevinding]
    plaatsen: dict[str, Any]


def read_apart(data: bytes, name: str, on_step: Step, *, seconds: int | None = None) -> Gelezen:
    """Read a file. on_step hears what is being done and how far it is (0 to 100). Raises LezenError."""
    answer = _ask({"doe": "lees", "naam": name}, data, on_step, seconds or settings.LEZEN_SECONDEN)
    try:
        gelezen = Gelezen(
            stuk=stuk_from(answer["stuk"]),
            tekst=TypeAdapter(str).validate_python(answer["tekst"]),
            bevindingen=_BEVINDINGEN.validate_python(answer["bevindingen"]),
            plaatsen=_PLAATSEN.validate_python(answer["plaatsen"]),
        )
    except (KeyError, ValidationError) as error:
        raise LezenError(_CRASHED) from error
    if _is_out_of_proportion(gelezen.stuk):
        raise LezenError(_TOO_MUCH)
    return gelezen


def _is_out_of_proportion(stuk: Stuk) -> bool:
    """Whether it holds more than agreements ever do, so much that pages about it would take minutes."""
    texts = [each.tekst for each in stuk.afspraken]
    if isinstance(stuk, Jaarplan):
        texts += [each.tekst or "" for each in stuk.wijzigingen]
    dated = (
        len(each.termijnen) + sum(len(stap.termijnen) for stap in each.stappen) for each in stuk.afspraken
    )
    return (
        len(texts) > MEESTE_AFSPRAKEN
        or max(map(len, texts), default=0) > LANGSTE_AFSPRAAK
        or max(dated, default=0) > MEESTE_TERMIJNEN
    )


def draw_apart(data: bytes, page: int, width: int) -> bytes:
    """A page of a PDF as PNG. Raises LezenError."""
    order = {"doe": "bladzijde", "bladzijde": page, "breedte": width}
    answer = _ask(order, data, lambda *_: None, _PAGE_SECONDS)
    try:
        return b64decode(answer["png"])
    except (KeyError, ValueError, TypeError) as error:
        raise LezenError(_CRASHED) from error


_SLOW = gettext_noop(
    "Het lezen van dit bestand duurt te lang. "
    "Splits het document, of bewaar het opnieuw zonder afbeeldingen, en breng het nog eens in."
)
_CRASHED = gettext_noop(
    "Het bestand kon niet worden gelezen: het programma dat het opent, liep erop vast. "
    "Open het in het programma waarin het is gemaakt, bewaar het opnieuw en breng het nog eens in."
)
_TOO_MUCH = gettext_noop(
    "Dit document is te groot: er staan meer dan 2.000 afspraken in, of er is een afspraak met meer dan "
    "200.000 tekens of meer dan 500 termijnen. Splits het document en breng de delen los in."
)
_NO_ROOM = gettext_noop(
    "Dit bestand vraagt te veel geheugen. "
    "Splits het document, of bewaar het opnieuw zonder afbeeldingen, en breng het nog eens in."
)


def _ask(order: dict[str, Any], data: bytes, on_step: Step, seconds: int) -> dict[str, Any]:
    limits = {"geheugen": settings.LEZEN_GEHEUGEN, "seconden": seconds}
    ended_late = False
    with _process() as process:

        def stop() -> None:
            nonlocal ended_late
            ended_late = True
            process.kill()

        timer = Timer(seconds, stop)
        timer.start()
        try:
            _send(process, json.dumps(order | limits).encode() + b"\n" + data)
            answer = _listen(process, on_step)
        finally:
            timer.cancel()
    if answer is not None and isinstance(answer.get("fout"), str):
        raise LezenError(answer["fout"])
    if answer is not None:
        return answer
    raise LezenError(_SLOW if ended_late else _reason(process.returncode))


def _reason(returncode: int) -> str:
    if returncode == -signal.SIGXCPU:
        return _SLOW
    return _NO_ROOM if returncode == OUT_OF_MEMORY else _CRASHED


@contextmanager
def _process() -> Iterator[subprocess.Popen[bytes]]:
    """The reader, without the keys and passwords that stand in this environment."""
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "TMPDIR") if name in os.environ}
    with subprocess.Popen(
        [sys.executable, "-m", "wederkerig.web.register.lezer"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=kept | {"PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"},
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def _send(process: subprocess.Popen[bytes], message: bytes) -> None:
    """Give the process its order; that it ended before it had read all shows from its answer."""
    assert process.stdin is not None  # noqa: S101  # it is a pipe
    with suppress(BrokenPipeError):
        process.stdin.write(message)
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
