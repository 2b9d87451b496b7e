"""Takes times and memory in ways that a busy machine disturbs as little as possible."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Result:
    """One measured figure with its target. `higher`: whether more is better; `note`: what is behind it."""

    name: str
    value: float
    target: float
    unit: str
    note: str = ""
    higher: bool = False

    @property
    def passed(self) -> bool:
        """Whether the target is reached."""
        return self.value >= self.target if self.higher else self.value <= self.target


def seconds(task: Callable[[], object]) -> float:
    """How long the task takes, in seconds, beginning without garbage of what went before."""
    gc.collect()
    start = perf_counter()
    task()
    return perf_counter() - start


def alternating(tasks: Sequence[Callable[[], object]], runs: int) -> list[list[float]]:
    """The seconds of every task in every run, after one run to warm up.

    The tasks take turns, so that a slow spell of the machine meets all of them.
    """
    for task in tasks:
        task()
    rounds = [[seconds(task) for task in tasks] for _ in range(runs)]
    return [list(times) for times in zip(*rounds, strict=True)]


def ratio(above: Sequence[float], below: Sequence[float]) -> float:
    """The median of the ratios run by run."""
    return median(one / other for one, other in zip(above, below, strict=True))


def run_python(*arguments: str) -> str:
    """What a fresh Python prints; raises CalledProcessError where it fails."""
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def loops(processes: int) -> None:
    """So many processes at once that only count: what they gain is the most that two cores can give now."""
    command = [sys.executable, "-c", "for _ in range(20_000_000): pass"]
    running = [subprocess.Popen(command) for _ in range(processes)]
    for process in running:
        process.wait()
