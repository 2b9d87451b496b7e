"""What a process apart does first and last: limit itself, and say lines of JSON. It never loads Django.

In comes one line of JSON that says what to do, then the bytes of a file. Out come lines of JSON: steps on
the way, then what was made of it or why that failed. The other side is `apart`.
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Callable
from typing import Any

from wederkerig.documents import DocumentError

OUT_OF_MEMORY = 77
"""What the process ends with when its memory is full."""
Work = Callable[[dict[str, Any], bytes], None]


def gettext_noop(text: str) -> str:
    """Mark a text that the site translates; this process knows no Django."""
    return text


def obey(work: Work) -> None:
    """Do what the first line asks, within the limits it sets."""
    order = json.loads(sys.stdin.buffer.readline())
    _limit(int(order["geheugen"]), int(order["seconden"]))
    try:
        work(order, sys.stdin.buffer.read())
    except DocumentError as error:
        say(fout=str(error), code=error.code)
    except MemoryError:
        sys.exit(OUT_OF_MEMORY)


def _limit(memory: int, seconds: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def say(**what: Any) -> None:  # noqa: ANN401  # JSON
    """One line; who asked hears it at once."""
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()
