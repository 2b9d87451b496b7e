"""The difference between two texts in whole words, as people mark it: struck, added, the same."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from rapidfuzz.distance import Indel

_TOKEN = re.compile(r"[^\W_]+|\s+|[^\w\s]|_")

Soort = Literal["gelijk", "weg", "bij"]


class Stukje(NamedTuple):
    """A stretch of text that stayed ("gelijk"), was struck ("weg") or was added ("bij")."""

    soort: Soort
    tekst: str


def compare_words(old: str, new: str) -> tuple[Stukje, ...]:
    """What was struck and added, in whole words; kept and struck give `old`, kept and added `new`."""
    if old == new:
        return (Stukje("gelijk", old),) if old else ()
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    pieces = []
    for op in Indel.opcodes(before, after):
        if op.tag == "equal":
            pieces.append(Stukje("gelijk", "".join(before[op.src_start : op.src_end])))
            continue
        if op.src_end > op.src_start:
            pieces.append(Stukje("weg", "".join(before[op.src_start : op.src_end])))
        if op.dest_end > op.dest_start:
            pieces.append(Stukje("bij", "".join(after[op.dest_start : op.dest_end])))
    return tuple(pieces)
