"""`make corpus`: prints per document what this tree reads that the last release did not, and the reverse.

Nothing of a document is kept: the earlier release reads them anew, from a worktree that is removed.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tools.corpus.facts import Change, Json, compare
from tools.corpus.releases import ROOT, checked_out, described, last_release
from tools.corpus.scores import score_lines

SHARED = ROOT.parent / "shared"
_KINDS = {".pdf", ".docx", ".odt", ".html", ".htm", ".md", ".txt"}
_READER = Path(__file__).with_name("reader.py")


def main() -> int:
    """Read everything twice and print the differences; the exit code is 0 also where facts were lost."""
    options = _options()
    paths = documents([ROOT / "voorbeelden", SHARED / "seeds", *options.folder])
    base = options.base or last_release()
    print(f"{len(paths)} documents, this tree against {described(base)}\n")
    with checked_out(base) as tree:
        readers = [start_reading(folder / "src", paths) for folder in (tree, ROOT)]
        before, after = (finish_reading(reader) for reader in readers)
    totals: Counter[tuple[str, str]] = Counter()
    for path, old, new in zip(paths, before, after, strict=True):
        changes = compare(old.get("stuk") or {}, new.get("stuk") or {})
        _add(totals, changes)
        scores = score_lines(SHARED / "gold", path, old.get("stuk") or {}, new.get("stuk") or {})
        lines = [*_error_lines(old, new), *change_lines(changes, options.most), *scores]
        print("\n".join([f"{path.parent.name}/{path.name}", *(lines or ["  the same"]), ""]))
    print("\n".join(total_lines(totals)))
    return 0


def _options() -> Any:  # noqa: ANN401  # argparse knows no better
    parser = argparse.ArgumentParser(prog="python -m tools.corpus", description=__doc__)
    parser.add_argument("folder", nargs="*", type=Path, help="folders or files to read besides those at hand")
    parser.add_argument("--base", metavar="REV", help="the revision to compare with (the last tag)")
    parser.add_argument("--most", type=int, default=25, help="how many lines of one kind a document shows")
    return parser.parse_args()


def documents(places: Sequence[Path]) -> list[Path]:
    """The documents in the places that exist, each once, without explanations and sources."""
    found = [
        path.resolve()
        for place in places
        for path in (sorted(place.rglob("*")) if place.is_dir() else [place])
        if path.is_file() and path.suffix.lower() in _KINDS and path.stem.lower() != "readme"
    ]
    return list(dict.fromkeys(found))


# --- reading -------------------------------------------------------------------------------------


def start_reading(source: Path, paths: Sequence[Path]) -> subprocess.Popen[str]:
    """A process that reads all documents with the package in the folder `source`."""
    environment = {**os.environ, "PYTHONPATH": str(source), "PYTHONIOENCODING": "utf-8"}
    process = subprocess.Popen(
        [sys.executable, str(_READER)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
        text=True,
        encoding="utf-8",
    )
    if process.stdin:
        process.stdin.write("\n".join(map(str, paths)))
        process.stdin.close()
        process.stdin = None
    return process


def finish_reading(process: subprocess.Popen[str]) -> list[Json]:
    """What the process read, in the order of the documents; raises RuntimeError where it broke down."""
    output, _ = process.communicate()
    if process.returncode:
        raise RuntimeError("one of the two releases cannot read at all; its message stands above")
    return [json.loads(line) for line in output.splitlines()]


# --- printing ------------------------------------------------------------------------------------


def _error_lines(old: Json, new: Json) -> Iterator[str]:
    for name, result in (("before", old), ("now", new)):
        if "error" in result:
            yield f"  {name}: {result['error']}"


def change_lines(changes: Sequence[Change], most: int) -> Iterator[str]:
    """Per kind that differs the counts, then what was lost (-) and gained (+)."""
    for change in changes:
        if not (change.gained or change.lost):
            continue
        counts = f"{change.before} -> {change.after}"
        yield f"  {change.kind} {counts} (+{len(change.gained)} -{len(change.lost)})"
        yield from _listed("-", change.lost, most)
        yield from _listed("+", change.gained, most)


def _listed(sign: str, lines: Sequence[str], most: int) -> Iterator[str]:
    yield from (f"    {sign} {line}" for line in lines[:most])
    if len(lines) > most:
        yield f"    {sign} and {len(lines) - most} more (--most {len(lines)})"


def _add(totals: Counter[tuple[str, str]], changes: Sequence[Change]) -> None:
    for change in changes:
        totals[change.kind, "before"] += change.before
        totals[change.kind, "now"] += change.after
        totals[change.kind, "gained"] += len(change.gained)
        totals[change.kind, "lost"] += len(change.lost)


def total_lines(totals: Counter[tuple[str, str]]) -> Iterator[str]:
    """The table of all documents together."""
    columns = ("before", "now", "gained", "lost")
    yield f"{'all documents':14}" + "".join(f"{name:>8}" for name in columns)
    for kind in dict.fromkeys(kind for kind, _ in totals):
        yield f"{kind:14}" + "".join(f"{totals[kind, name]:>8}" for name in columns)


if __name__ == "__main__":
    sys.exit(main())
