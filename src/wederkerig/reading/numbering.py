"""Which of the numbers in a document number its agreements.

Documents number parties, chapters, sub-lists and agreements, often in one style. Agreements are the
longest run that counts on, of entries that read as sentences; it may begin anew under a heading.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from wederkerig.reading.labels import Label

MAX_SKIP = 6
"""How many numbers a document may skip within one run (agreements that lapsed)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A labelled block: its place in the reading order, its words behind the label, and its weight.

    section: how many headings stand before it; a run may begin anew only in a later section.
    process: whether it stands in the chapter on working together; followed: whether a sentence follows.
    """

    index: int
    label: Label
    words: str
    heading: bool
    section: int
    process: bool = False
    followed: bool = False


@dataclass(slots=True)
class _Run:
    """The best run that ends at an entry."""

    score: float
    entry: Entry
    previous: _Run | None


def find_agreements(entries: Sequence[Entry]) -> list[Entry]:
    """The entries that number agreements, in reading order; empty when there are none."""
    by_style: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_style[entry.label.style].append(entry)
    best: list[Entry] = []
    best_score = 0.7
    for style, group in by_style.items():
        found = _nested(group) if group[0].label.depth > 1 else _flat(group)
        score = sum(map(_weight, found)) * (2 if style.startswith("afspraak") else 1)
        if score >= best_score and (not best or score > best_score):
            best, best_score = found, score
    return best


def _flat(group: Sequence[Entry]) -> list[Entry]:
    """The heaviest run of plain numbers, without mere enumerations."""
    run = _best_run(group)
    return _sound(_with_newcomers(group, _with_repeats(group, _unroll(run)))) if run else []


def _with_repeats(group: Sequence[Entry], run: Sequence[Entry]) -> list[Entry]:
    """The run with the sentences that bear the number of the one before them by mistake.

    A repeat stands between two entries of the run, with no other number of its style near it: else it
    belongs to a list inside an agreement.
    """
    places = {entry.index: place for place, entry in enumerate(group)}
    found = list(run)
    for entry, following in pairwise(run):
        between = group[places[entry.index] + 1 : places[following.index]]
        alike = len(between) == 1 and between[0].label.key in {entry.label.key, following.label.key}
        if alike and _weight(between[0]) > 0.7 and not between[0].heading:
            found.append(between[0])
    return sorted(found, key=lambda entry: entry.index)


def _with_newcomers(group: Sequence[Entry], run: Sequence[Entry]) -> list[Entry]:
    """The run with sentences that bear a later number that is free: agreements that a year plan added.

    All numbers between two entries of the run must be such, else they belong to a list inside an
    agreement. Free is what is missing in the run, or comes next to its last.
    """
    places = {entry.index: place for place, entry in enumerate(group)}
    taken = {entry.label.key for entry in run}
    *prefix, last = max(taken)
    free = {(*prefix, number) for number in range(1, last + 2)} - taken
    found = list(run)
    for entry, following in pairwise(run):
        between = group[places[entry.index] + 1 : places[following.index]]
        if all(_is_newcomer(each, entry, following, free) for each in between):
            found += between
    return sorted(found, key=lambda entry: entry.index)


def _is_newcomer(entry: Entry, before: Entry, following: Entry, free: Collection[tuple[int, ...]]) -> bool:
    later = entry.label.key > following.label.key > before.label.key
    return later and entry.label.key in free and _weight(entry) > 0.7 and not entry.heading


def _nested(group: Sequence[Entry]) -> list[Entry]:
    """Numbers such as 2.1.3 or B4 count on within each chapter or letter."""
    by_prefix: dict[tuple[int, ...], list[Entry]] = defaultdict(list)
    for entry in group:
        by_prefix[entry.label.key[:-1]].append(entry)
    chosen = [entry for part in by_prefix.values() for entry in _flat(part)]
    return sorted(chosen, key=lambda entry: entry.index)


def _best_run(group: Sequence[Entry]) -> _Run | None:
    """The heaviest run of one style, by dynamic programming over the last number."""
    last_at: dict[tuple[int, ...], _Run] = {}
    best: _Run | None = None
    before: list[tuple[int, _Run]] = []
    for entry in group:
        weight = _weight(entry)
        if weight <= 0:
            continue
        run = _Run(weight - _late_start(entry), entry, None)
        for candidate, cost in _predecessors(entry, last_at, before):
            if candidate.score - cost + weight > run.score:
                run = _Run(candidate.score - cost + weight, entry, candidate)
        known = last_at.get(entry.label.key)
        if known is None or run.score >= known.score:
            last_at[entry.label.key] = run
        if best is None or run.score > best.score:
            best = run
            before.append((entry.section, run))
    return best


def _predecessors(
    entry: Entry, last_at: dict[tuple[int, ...], _Run], before: Sequence[tuple[int, _Run]]
) -> list[tuple[_Run, float]]:
    """Runs that `entry` may continue, each with what the step costs."""
    *prefix, number = entry.label.key
    steps = [
        (run, 0.0 if skip == 1 else 0.3 * skip)
        for skip in range(1, MAX_SKIP + 1)
        if (run := last_at.get((*prefix, number - skip)))
    ]
    earlier = [run for section, run in before if section < entry.section] if number <= 2 else []
    if earlier:
        steps.append((earlier[-1], 0.5 if number == 1 else 0.9))
    return steps


def _late_start(entry: Entry) -> float:
    return 0.0 if entry.label.key[-1] == 1 else 0.2


def _weight(entry: Entry) -> float:
    """How much an entry reads like an agreement: 1 for a full sentence, 0 for what cannot be one."""
    words = re.sub(r"^[a-z][.)]\s+(?=[A-Z])", "", entry.words)
    if not words:
        return 0.8 if entry.followed else 0.0  # a number in a column or on a line of its own
    if re.search(r"vertegenwoordigd door|hierna te noemen|,\s*hierna:", words):
        return 0.0
    if entry.label.style.startswith("afspraak"):
        return 1.0
    if words[:1].islower():
        return 0.03
    sentence = words.rstrip("*_\"'”’)¹²³ ")[-1:] in set(".?!:;")
    if entry.heading:
        return 0.55 if len(words.split()) >= 6 else 0.05
    if len(words) < 40 and (not sentence or len(words.split()) < 4):
        return 0.3 if entry.followed else 0.05
    return 0.6 + min(len(words), 120) / 300 + (0.1 if sentence else 0.0)


def _sound(entries: Sequence[Entry]) -> list[Entry]:
    """Without the runs (from one fresh start to the next) that are mere enumerations of short titles."""
    runs: list[list[Entry]] = []
    for entry in entries:
        if (
            not runs
            or entry.label.key < runs[-1][-1].label.key
            or entry.label.key[:-1] != runs[-1][-1].label.key[:-1]
        ):
            runs.append([])
        runs[-1].append(entry)
    proper = [run for run in runs if not all(entry.process for entry in run)]
    if len(proper) == 1 and proper[0][0].section < proper[0][-1].section:
        runs = proper  # what numbers on over the themes does not begin anew in the chapter on the process
    return [entry for run in runs if sum(map(_weight, run)) >= 0.35 * len(run) for entry in run]


def _unroll(run: _Run) -> list[Entry]:
    entries = []
    step: _Run | None = run
    while step is not None:
        entries.append(step.entry)
        step = step.previous
    return entries[::-1]
