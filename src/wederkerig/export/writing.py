"""Files are written whole or not at all: beside their place first, then put there in one move."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

Write = Callable[[Path], None]
"""How to make a file at a path."""


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A path to write to; the file stands at `path` once the block ends well, else nothing is left.

    Raises OSError where the folder is missing or may not be written in.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".deel")
    os.close(handle)
    draft = Path(name)
    try:
        yield draft
        draft.chmod(_mode_of(path))
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _mode_of(path: Path) -> int:
    """The rights the file has, or those a new file gets; mkstemp gives them to the owner alone."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
