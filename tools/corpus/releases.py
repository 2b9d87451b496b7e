"""Which release to compare with, and its code in a folder of its own for as long as that takes."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def last_release(root: Path = ROOT) -> str:
    """The last tag; where there is none, the last commit whose code is not that of the working tree."""
    tag = _git(root, "describe", "--tags", "--abbrev=0", check=False)
    if tag:
        return tag
    commits = _git(root, "log", "-2", "--format=%H", "--", "src").split()
    changed = _git(root, "status", "--porcelain", "--", "src")
    return commits[0] if changed or len(commits) == 1 else commits[1]


def described(revision: str, root: Path = ROOT) -> str:
    """The revision as a person knows it: its short hash, date and message."""
    return _git(root, "log", "-1", "--format=%h %cs %s", revision)


@contextmanager
def checked_out(revision: str, root: Path = ROOT) -> Iterator[Path]:
    """The code of a revision in a temporary folder, which is gone afterwards whatever happens."""
    with tempfile.TemporaryDirectory(prefix="wederkerig-") as folder:
        tree = Path(folder) / "tree"
        try:
            _git(root, "worktree", "add", "--quiet", "--detach", str(tree), revision)
            yield tree
        finally:
            _git(root, "worktree", "remove", "--force", str(tree), check=False)


def _git(root: Path, *arguments: str, check: bool = True) -> str:
    """What git says; raises CalledProcessError where `check` and git fails."""
    command = ["git", "-C", str(root), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=check).stdout.strip()
