"""The benchmarks of one document through time: comparing, marking changes, versions, amendments."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from statistics import median

from benchmarks import peers, versions
from benchmarks.measure import Result, alternating, ratio, seconds
from wederkerig.consolidation import (
    Tijdlijn,
    Vergelijking,
    apply,
    compare,
    diff,
    read_geschiedenis,
    version_on,
    write_geschiedenis,
)
from wederkerig.export.docx import tracked_docx_bytes
from wederkerig.export.opmaak import opmaak
from wederkerig.model import Jaarplan, Overeenkomst

_NUMBER = re.compile(r"^\d+\. ")
_DAY = date(2026, 12, 10)


def run_consolidation(runs: int, plans: int = 50) -> Iterator[Result]:
    """All of them. plans: how many decisions the long history has."""
    old, new = versions.two_versions()
    yield from comparing(old, new, runs)
    yield tracked(old, new, runs)
    yield from long_history(plans)
    yield amendments_linear(runs)


def comparing(old: Overeenkomst, new: Overeenkomst, runs: int) -> Iterator[Result]:
    """Comparing two versions of 40 KB: time, words and pieces beside the floor and the others."""
    before, after = _paragraphs(old), _paragraphs(new)
    tasks: list[Callable[[], object]] = [
        partial(peers.floor, before, after),
        partial(compare, old, new),
        partial(diff, old, new),
    ]
    floor, ours, plan = alternating(tasks, runs * 5)
    others = {"difflib": peers.with_difflib, "redlines": peers.with_redlines}
    slow = {name: seconds(partial(peer, before, after)) for name, peer in others.items()}
    note = f"{_ms(floor)} floor, {_ms(ours)} compare, {_ms(plan)} diff to a year plan; " + ", ".join(
        f"{name} {time * 1000:.0f} ms" for name, time in slow.items()
    )
    yield Result("compare : paragraphs + word edits", ratio(ours, floor), 2.0, "x", note)
    found = _pieces(compare(old, new))
    theirs = {"floor": peers.floor(before, after)}
    theirs |= {name: peer(before, after) for name, peer in others.items()}
    words = ", ".join(f"{name} {peers.words_of(pieces)}" for name, pieces in theirs.items())
    yield Result(
        "words struck or added : floor",
        peers.words_of(found) / peers.words_of(theirs["floor"]),
        1.0,
        "x",
        f"ours {peers.words_of(found)}, {words}",
    )
    patch = peers.with_match_patch(before, after)
    counts = ", ".join(f"{name} {len(pieces)}" for name, pieces in theirs.items())
    yield Result(
        "pieces : the fewest of the others",
        len(found) / min(map(len, theirs.values())),
        0.99,
        "x",
        f"ours {len(found)}, {counts}; diff-match-patch {len(patch)}, of {peers.words_of(patch)} words",
    )


def tracked(old: Overeenkomst, new: Overeenkomst, runs: int) -> Result:
    """The Word file with tracked changes, from the models; comparing is in it."""
    times = [seconds(partial(tracked_docx, old, new)) for _ in range(runs + 1)][1:]
    note = f"{len(tracked_docx(old, new)) / 1000:.0f} kB, layout of both versions and comparing included"
    return Result("DOCX with tracked changes", median(times) * 1000, 20.0, "ms", note)


def long_history(plans: int) -> Iterator[Result]:
    """A document of 200 agreements and fifty plans: any version, and how the file grows."""
    geschiedenis = versions.history(200, plans, 10)
    data = write_geschiedenis(geschiedenis)
    load = seconds(lambda: Tijdlijn(read_geschiedenis(data)).load())
    tijdlijn = Tijdlijn(geschiedenis).load()
    days = [date(2001 + at, 6, 1) for at in range(plans)]
    slowest = max(seconds(partial(tijdlijn.on, day)) for day in days)
    cold = seconds(partial(version_on, geschiedenis, days[-1]))
    note = (
        f"slowest of {plans}; loading all {load * 1000:.0f} ms, the last without loading {cold * 1000:.0f} ms"
    )
    yield Result("any version, once loaded", slowest * 1000, 50.0, "ms", note)
    empty = len(write_geschiedenis(geschiedenis.model_copy(update={"besluiten": ()})))
    changes = sum(
        len(besluit.jaarplan.model_dump_json(exclude_defaults=True)) for besluit in geschiedenis.besluiten
    )
    note = (
        f"{empty / 1000:.0f} kB base, {len(data) / 1000:.0f} kB with {plans} plans of {changes / 1000:.0f} kB"
    )
    yield Result("history grows with its changes", (len(data) - empty) / changes, 1.5, "x", note)


def amendments_linear(runs: int) -> Result:
    """The time an amendment takes in a large plan against a small one."""
    base = versions.document(40)
    plans = [_plan(base, count) for count in (60, 240)]
    small, large = alternating([partial(apply, base, plan) for plan in plans], runs)
    each = [time / 60 for time in small], [time / 240 for time in large]
    note = f"60 amendments {_ms(small)}, 240 amendments {_ms(large)}"
    return Result("time an amendment, 240 : 60", ratio(each[1], each[0]), 1.25, "x", note)


def tracked_docx(old: Overeenkomst, new: Overeenkomst) -> bytes:
    """The whole way from two versions to a Word file."""
    return tracked_docx_bytes(opmaak(old), opmaak(new), titel=new.titel, auteur="Jaarplan 2027", datum=_DAY)


def _plan(base: Overeenkomst, count: int) -> Jaarplan:
    (besluit,) = versions.history(240, 1, count).besluiten
    return besluit.jaarplan.model_copy(update={"gemeente": base.gemeente})


def _paragraphs(stuk: Overeenkomst) -> list[str]:
    """Without the printed numbers, which are no words to compare."""
    return [_NUMBER.sub("", line) for line in versions.paragraphs(stuk)]


def _pieces(found: Vergelijking) -> peers.Pieces:
    """What a reader sees marked: an agreement that moved is told as moved, and marks no words."""
    texts = [each.stukjes for each in found.afspraken] + [each.stukjes for each in found.delen]
    return [piece.tekst.split() for text in texts for piece in text if piece.soort != "gelijk"]


def _ms(times: Sequence[float]) -> str:
    return f"{median(times) * 1000:.1f} ms"
