"""Many files over all cores: results in the order of the files; one bad file does not stop the others."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import click

from wederkerig.cli.exits import Exit
from wederkerig.cli.work import Outcome, Trouble

EXTENSIONS = {".pdf", ".docx", ".odt", ".html", ".htm", ".md", ".markdown", ".txt"}
_NOT_DOCUMENTS = ("readme", "leesmij")

Task = Callable[[Path], Outcome]


def files_in(names: Sequence[Path]) -> list[Path]:
    """The files that are meant, each once: a folder stands for the documents in it and in the folders below.

    Hidden files, lock files of Word (~$…) and README files in a folder are passed over. A name that
    does not exist stays in the list, so that reading it says so.
    """
    found: dict[Path, Path] = {}
    for name in names:
        # a folder without documents stays as it is, so that reading it says so
        inside = list(_documents(name)) if name.is_dir() else []
        for path in inside or [name]:
            found.setdefault(path.resolve(), path)
    return list(found.values())


def _documents(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        yield from (Path(here, name) for name in sorted(names) if _is_document(name))


def _is_document(name: str) -> bool:
    hidden = name.startswith((".", "~$")) or name.lower().startswith(_NOT_DOCUMENTS)
    return not hidden and Path(name).suffix.lower() in EXTENSIONS


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run(task: Task, paths: Sequence[Path], processes: int | None, *, quiet: bool) -> Iterator[Outcome]:
    """The outcome of every file, in order; a progress bar on stderr if that is a terminal and not `quiet`."""
    workers = min(processes or cores(), len(paths))
    outcomes = _pooled(task, paths, workers) if workers > 1 else map(task, paths)
    if quiet or len(paths) == 1 or not sys.stderr.isatty():
        yield from outcomes
        return
    with click.progressbar(outcomes, len(paths), label="Lezen", file=sys.stderr, show_pos=True) as bar:
        yield from bar


def _pooled(task: Task, paths: Sequence[Path], workers: int) -> Iterator[Outcome]:
    pool = ProcessPoolExecutor(workers, initializer=_obey_interrupts)
    try:
        # the biggest first, so that no core is left alone with it at the end
        queue = sorted(range(len(paths)), key=lambda index: -_size(paths[index]))
        futures: dict[int, Future[Outcome]] = {index: pool.submit(task, paths[index]) for index in queue}
        for index, path in enumerate(paths):
            yield _outcome(futures.pop(index), task, path)
    finally:
        pool.shutdown(cancel_futures=True)


def _outcome(future: Future[Outcome], task: Task, path: Path) -> Outcome:
    try:
        return future.result()
    except BrokenProcessPool:
        return _alone(task, path)


def _alone(task: Task, path: Path) -> Outcome:
    """A file that was underway when a process died, perhaps by another: try it in a process of its own."""
    with ProcessPoolExecutor(1, initializer=_obey_interrupts) as pool:
        try:
            return pool.submit(task, path).result()
        except BrokenProcessPool:
            what = "het lezen van dit bestand is onverwacht gestopt; misschien is het te groot of beschadigd."
            advice = "Open het in zijn eigen programma, bewaar het opnieuw en bied het opnieuw aan."
            return Outcome(path, trouble=Trouble(Exit.ONLEESBAAR, what, advice))


def _obey_interrupts() -> None:
    """Ctrl-C ends a worker at once and in silence; the main process says what there is to say."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
