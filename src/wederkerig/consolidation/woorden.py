"""The difference between two texts in whole words, as people mark it: struck, added, the same.

The fewest possible words change; among those the changes are drawn together, and a word or two that
stand alone between replacements are replaced along with them, because scattered words are hard to read.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple, cast

from rapidfuzz.distance import Indel

_FEW = 2  # words that stayed between two changes are marked along with them ...
_TIMES = 3  # ... if so many times as many words change beside them,
_SMALL = 3  # ... or if they have so few letters: "de", "van", "en" say nothing by themselves

Soort = Literal["gelijk", "weg", "bij"]
Blok = tuple[int, int, int, int]


class Stukje(NamedTuple):
    """A stretch of text that stayed ("gelijk"), was struck ("weg") or was added ("bij")."""

    soort: Soort
    tekst: str


def compare_words(old: str, new: str) -> tuple[Stukje, ...]:
    """What was struck and added, in whole words; kept and struck give `old`, kept and added `new`."""
    if old == new:
        return (Stukje("gelijk", old),) if old else ()
    if not old or not new:
        return (Stukje("weg", old),) if old else (Stukje("bij", new),)
    pieces: list[Stukje] = []
    if "\n" in old and "\n" in new:
        _compare_lines(pieces, old.split("\n"), new.split("\n"))
    else:
        _compare_words(pieces, old, new)
    return tuple(pieces)


def _compare_lines(pieces: list[Stukje], before: Sequence[str], after: Sequence[str]) -> None:
    """Line by line where as many come as go, else the words of all of them together."""
    here = there = 0
    for first, last, start, end in (*_changes(before, after), _end(before, after)):
        if first > here:
            lead = _same_lead(pieces, "\n" if here else "", "\n" if there else "")
            _add(pieces, "gelijk", lead + "\n".join(before[here:first]))
        if last - first == end - start:
            for one, other in zip(range(first, last), range(start, end), strict=True):
                lead = _same_lead(pieces, "\n" if one else "", "\n" if other else "")
                _add(pieces, "gelijk", lead)
                _compare_words(pieces, before[one], after[other])
        else:
            old = "".join(f"\n{line}" if at or first else line for at, line in enumerate(before[first:last]))
            new = "".join(f"\n{line}" if at or start else line for at, line in enumerate(after[start:end]))
            _compare_words(pieces, old, new)
        here, there = last, end


def _compare_words(pieces: list[Stukje], old: str, new: str) -> None:
    if not old or not new:
        _add(pieces, "weg", old)
        _add(pieces, "bij", new)
    elif "\n" in old or "\n" in new:
        _compare_broken(pieces, old, new)
    else:
        _compare_line(pieces, old.split(" "), new.split(" "))


def _compare_line(pieces: list[Stukje], before: Sequence[str], after: Sequence[str]) -> None:
    """The words of one line; a space stands before every word but the first."""
    here = there = 0
    for first, last, start, end in (*_changes(before, after), _end(before, after)):
        if first > here:
            text = " ".join(before[here:first])
            if here and there:
                pieces.append(Stukje("gelijk", f" {text}"))
            else:
                _add(pieces, "gelijk", _same_lead(pieces, " " if here else "", " " if there else "") + text)
        if last > first:
            text = " ".join(before[first:last])
            _add(pieces, "weg", f" {text}" if first else text)
        if end > start:
            text = " ".join(after[start:end])
            _add(pieces, "bij", f" {text}" if start else text)
        here, there = last, end


def _compare_broken(pieces: list[Stukje], old: str, new: str) -> None:
    """The words of several lines together: a line break is a token of its own, without spaces around it."""
    before, after = _tokens(old), _tokens(new)
    here = there = 0
    for first, last, start, end in (*_changes(before, after), _end(before, after)):
        if first > here:
            lead = _same_lead(pieces, _space_before(before, here), _space_before(after, there))
            _add(pieces, "gelijk", lead + _text(before[here:first]))
        if last > first:
            _add(pieces, "weg", _space_before(before, first) + _text(before[first:last]))
        if end > start:
            _add(pieces, "bij", _space_before(after, start) + _text(after[start:end]))
        here, there = last, end


def _end(before: Sequence[str], after: Sequence[str]) -> Blok:
    return len(before), len(before), len(after), len(after)


def _same_lead(pieces: list[Stukje], old: str, new: str) -> str:
    """What stands between the last change and words that stay; what differs there is changed."""
    if old == new:
        return old
    _add(pieces, "weg", old)
    _add(pieces, "bij", new)
    return ""


def _tokens(text: str) -> list[str]:
    return text.replace("\n", " \n ").split(" ")


def _text(tokens: Sequence[str]) -> str:
    """The words again, without the space before the first and behind the last."""
    text = " ".join(tokens)
    if "\n" not in text:
        return text
    text = text.replace(" \n ", "\n")
    text = text.removesuffix(" \n") + "\n" if tokens[-1] == "\n" and text.endswith(" \n") else text
    return "\n" + text[2:] if tokens[0] == "\n" and text.startswith("\n ") and len(tokens) > 1 else text


def _space_before(tokens: Sequence[str], at: int) -> str:
    return " " if at and tokens[at] != "\n" and tokens[at - 1] != "\n" else ""


def _changes(before: Sequence[str], after: Sequence[str]) -> list[Blok]:
    """Which tokens make way for which, as (first, last, start, end), in order."""
    blocks: list[Blok] = []
    ops = cast(list[tuple[str, int, int, int, int]], Indel.opcodes(before, after).as_list())
    for tag, first, end, start, stop in ops:
        if tag == "equal":
            continue
        block = (first, end, start, stop)
        if blocks:
            last = blocks[-1]
            gap = first - last[1]
            if gap and (first == end or start == stop):
                block = _towards(before, after, block, last)
            if block[0] == last[1] or (gap <= _FEW and _alone(before, last, block)):
                blocks[-1] = (last[0], block[1], last[2], block[3])
                continue
        blocks.append(block)
    return blocks


def _towards(old: Sequence[str], new: Sequence[str], block: Blok, last: Blok) -> Blok:
    """The block slid up to the one before it, where the same words between them allow it; else as it is."""
    first, end_of_old, start, end_of_new = block
    gap = first - last[1]
    if start == end_of_new:
        slides = old[last[1] : first] == old[end_of_old - gap : end_of_old]
    else:
        slides = first == end_of_old and new[last[3] : start] == new[end_of_new - gap : end_of_new]
    return (first - gap, end_of_old - gap, start - gap, end_of_new - gap) if slides else block


def _alone(old: Sequence[str], last: Blok, block: Blok) -> bool:
    """Whether so few words stand between two changes that marking them too reads more easily."""
    between = old[last[1] : block[0]]
    if "\n" in between or not any(end > first and stop > start for first, end, start, stop in (last, block)):
        return False
    changed = sum(end - first + stop - start for first, end, start, stop in (last, block))
    return changed >= _TIMES * len(between) or all(len(word) <= _SMALL for word in between)


def _add(pieces: list[Stukje], soort: Soort, tekst: str) -> None:
    if not tekst:
        return
    if soort == "weg" and pieces and pieces[-1].soort == "bij":  # what is struck stands before what comes
        added = pieces.pop()
        _add(pieces, "weg", tekst)
        pieces.append(added)
    elif pieces and pieces[-1].soort == soort:
        pieces[-1] = Stukje(soort, pieces[-1].tekst + tekst)
    else:
        pieces.append(Stukje(soort, tekst))
