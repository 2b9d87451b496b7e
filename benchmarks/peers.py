"""What comparing is held against: a floor of paragraph matching and word edits, and what others make of it.

Each gives the words struck and the words added, run by run.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence

import fast_diff_match_patch
from rapidfuzz import process
from rapidfuzz.distance import Indel
from redlines import Redlines

Pieces = list[list[str]]
_ALIKE = 0.5


def floor(before: Sequence[str], after: Sequence[str]) -> Pieces:
    """Every paragraph with the same one, else with the one most alike; in a pair the fewest word edits."""
    left: list[str] = []
    right: list[str] = []
    for op in Indel.opcodes(before, after):
        if op.tag != "equal":
            left += before[op.src_start : op.src_end]
            right += after[op.dest_start : op.dest_end]
    choices = dict(enumerate(left))
    pieces: Pieces = []
    for new in right:
        best = process.extractOne(new, choices, scorer=Indel.normalized_similarity, score_cutoff=_ALIKE)
        pieces += _edits(choices.pop(best[2]).split(), new.split()) if best else [new.split()]
    return pieces + [old.split() for old in choices.values()]


def _edits(old: list[str], new: list[str]) -> Pieces:
    pieces = []
    for op in Indel.opcodes(old, new):
        if op.tag != "equal":
            pieces += [old[op.src_start : op.src_end], new[op.dest_start : op.dest_end]]
    return [piece for piece in pieces if piece]


def with_difflib(before: Sequence[str], after: Sequence[str]) -> Pieces:
    """The standard library on all words."""
    old, new = "\n".join(before).split(), "\n".join(after).split()
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    pieces = []
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag != "equal":
            pieces += [old[first:last], new[start:end]]
    return [piece for piece in pieces if piece]


def with_redlines(before: Sequence[str], after: Sequence[str]) -> Pieces:
    """The package redlines on the whole text."""
    found = Redlines("\n\n".join(before), "\n\n".join(after)).changes
    pieces = [(each.source_text or "", each.test_text or "") for each in found]
    return [words.split() for pair in pieces for words in pair if words.split()]


def with_match_patch(before: Sequence[str], after: Sequence[str]) -> Pieces:
    """diff-match-patch on words as characters, with its semantic clean-up."""
    known: dict[str, int] = {}

    def encoded(paragraphs: Sequence[str]) -> str:
        words = "\n".join(paragraphs).split()
        return "".join(chr(known.setdefault(word, len(known)) + 0x100) for word in words)

    found = fast_diff_match_patch.diff(encoded(before), encoded(after), counts_only=True, cleanup="Semantic")
    return [["?"] * count for op, count in found if op != "="]


def words_of(pieces: Pieces) -> int:
    """How many words were struck and added."""
    return sum(map(len, pieces))
