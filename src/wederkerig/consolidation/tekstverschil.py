"""The difference between two texts as amendments that a year plan would print."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Indel

from wederkerig.consolidation.ingreep import Ingreep, Mislukt, apart, locate, overlapping, perform
from wederkerig.consolidation.nummers import renumbering
from wederkerig.model import Doel, Wijziging
from wederkerig.model.wijziging import WijzigingSoort
from wederkerig.reading.language.zinnen import find_zinnen

_MOST = 0.6  # when more of the sentences change, the whole text is replaced


class Zin(NamedTuple):
    """A sentence with the white space behind it, and how it reads with the new numbers."""

    tekst: str
    later: str


def amend_text(
    oud: str, nieuw: str, doel: Doel, *, mapping: Mapping[str, str] | None = None, jaar: int | None = None
) -> tuple[Wijziging, ...]:
    """The amendments that turn `oud` into `nieuw`, to the letter; none where they are the same.

    mapping: numbers that change; references in words that stay follow them by themselves.
    """
    numbers = renumbering(oud, mapping or {})
    if perform(oud, numbers) == nieuw:
        return ()
    fine = _by_sentence(oud, nieuw, doel, mapping or {}, jaar)
    if fine and revised(oud, fine, numbers) == nieuw:
        return fine
    return (_make(doel, "wijziging", oud, nieuw, jaar),)


def revised(text: str, wijzigingen: Sequence[Wijziging], numbers: Sequence[Ingreep] = ()) -> str | None:
    """The text with the amendments carried out, or None where one does not fit."""
    ingrepen: list[Ingreep] = []
    for wijziging in wijzigingen:
        found = locate(text, wijziging)
        if isinstance(found, Mislukt) or found.whole:
            return None
        ingrepen.append(found)
    if overlapping(ingrepen) is not None:
        return None
    return perform(text, [*ingrepen, *apart(numbers, ingrepen)])


def _make(doel: Doel, soort: WijzigingSoort, huidig: str | None, tekst: str, jaar: int | None) -> Wijziging:
    return Wijziging(doel=doel, soort=soort, huidig=huidig, tekst=tekst, jaar=jaar, nummering="nieuw")


def _by_sentence(
    oud: str, nieuw: str, doel: Doel, mapping: Mapping[str, str], jaar: int | None
) -> tuple[Wijziging, ...]:
    """One amendment for each run of sentences that goes, comes or changes."""
    same = set(oud.split("\n")) & set(nieuw.split("\n"))
    before = _sentences(oud, mapping, same)
    after = [zin.tekst for zin in _sentences(nieuw, {}, same)]
    ops = Indel.opcodes([zin.later.strip() for zin in before], [tekst.strip() for tekst in after])
    changes: list[Wijziging] = []
    touched = 0
    for op in grouped([(o.tag, o.src_start, o.src_end, o.dest_start, o.dest_end) for o in ops]):
        first, last, start, end = op
        old = "".join(zin.tekst for zin in before[first:last])
        touched += len(old)
        if not old.strip() and first < len(before):
            last, end = last + 1, end + 1  # words put in between: the sentence that comes next is quoted
            old = before[first].tekst
        changes.append(_change(doel, oud, old.strip(), "".join(after[start:end]).strip(), jaar))
    return tuple(changes) if touched <= _MOST * len(oud) or len(before) == 1 else ()


def grouped(ops: Sequence[tuple[str, int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """Neighbouring deletions and insertions as one replacement."""
    groups: list[tuple[int, int, int, int]] = []
    for tag, first, last, start, end in ops:
        if tag == "equal":
            continue
        if groups and groups[-1][1] == first and groups[-1][3] == start:
            groups[-1] = (groups[-1][0], last, groups[-1][2], end)
        else:
            groups.append((first, last, start, end))
    return groups


def _change(doel: Doel, whole: str, old: str, new: str, jaar: int | None) -> Wijziging:
    if old and new:
        return _make(doel, "wijziging", old, new, jaar)
    return _make(doel, "verwijderen" if old else "aanvulling", whole, old or new, jaar)


def _sentences(text: str, mapping: Mapping[str, str], same: Container[str]) -> list[Zin]:
    """The sentences of a text, a line that stays in one piece; together they are the text."""
    parts: list[str] = []
    for line in text.splitlines(keepends=True) if text else ():
        starts = [first for first, _ in find_zinnen(line)][1:] if line.rstrip("\n") not in same else []
        parts += [line[first:last] for first, last in pairwise([0, *starts, len(line)])]
    if not mapping:
        return [Zin(part, part) for part in parts]
    return [Zin(part, perform(part, renumbering(part, mapping))) for part in parts]
