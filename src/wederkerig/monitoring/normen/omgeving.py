"""The words around a quantity: its clause, its sentence, the sentence before, and all with its headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from wederkerig.monitoring.normen.teksten import Tekst
from wederkerig.monitoring.normen.vondsten import Vondst
from wederkerig.reading.language.zinnen import find_zinnen

_NEXT_PART = re.compile(r",\s|;\s|\s(?:en|maar|waarvan|of|terwijl)\s")
_CAPITAL_LAST = re.compile(r"(?:^|\s)[A-Z]\w*$")
_BAND = re.compile(r"\btussen\b(?:(?!\sen\s).)*$", re.IGNORECASE | re.DOTALL)
_NEAR = 90


@dataclass(frozen=True, slots=True)
class Omgeving:
    """What stands around one quantity.

    voor, na: the words of its sentence before and behind it, as far as the quantities beside it leave them.
    begin: the sentence up to the quantity. zin, vorige, volgende: its sentence and those beside it.
    aanloop: the line that opens the list it stands in. eerder: all that stands before its sentence.
    """

    voor: str
    midden: str
    na: str
    begin: str
    zin: str
    vorige: str
    volgende: str
    aanloop: str
    eerder: str
    kop: str
    alles: str
    zin_begin: int
    zin_eind: int

    @property
    def zinsdeel(self) -> str:
        """The clause: what belongs to this quantity of its sentence."""
        return f"{self.voor}{self.midden}{self.na}"

    def reach(self, level: int) -> str:
        """The words within a reach: 0 right behind it, 1 clause, 2 sentence, 3 the one before too, 4 all."""
        if level == 0:
            return f"{self.midden}{self.na[:_NEAR]}"
        if level == 1:
            return self.zinsdeel
        if level == 2:
            return self.zin
        near = f"{self.aanloop}\n{self.vorige}\n{self.zin}"
        return near if level == 3 else f"{self.kop}\n{self.alles}"


def surroundings(tekst: Tekst, found: Sequence[Vondst]) -> list[Omgeving]:
    """The surroundings of each quantity of a text, in the order given."""
    text = tekst.tekst
    sentences = find_zinnen(text) or [(0, len(text))]
    behind, before = _cuts(text, sentences, found)
    return [_around(tekst, sentences, each, before[index], behind[index]) for index, each in enumerate(found)]


def _cuts(
    text: str, sentences: Sequence[tuple[int, int]], found: Sequence[Vondst]
) -> tuple[list[int], list[int]]:
    """How far the words behind each quantity go, and where those before it begin.

    The words between two quantities part at the last "en" or comma; without one they belong to both.
    """
    behind, before = [], [0]
    for one, other in pairwise(found):
        together = not any(one.end <= first <= other.start for first, _ in sentences)
        at = _parting(text, one.end, max(one.end, other.start)) if together else None
        behind.append(max(one.end, other.start) if at is None else at)
        before.append(one.end if at is None else at)
    return [*behind, len(text)], before


def _parting(text: str, start: int, end: int) -> int | None:
    """Where the words of two quantities part; not within "tussen de een en de ander", nor within a name."""
    for match in reversed(list(_NEXT_PART.finditer(text, start, end))):
        before, after = text[start : match.start()], text[match.end() : match.end() + 1]
        in_name = bool(_CAPITAL_LAST.search(before)) and after.isupper()
        in_tot = before.endswith((" tot", "zowel"))
        in_band = match[0].strip() == "en" and bool(_BAND.search(before))
        if not in_name and not in_band and not in_tot:
            return match.start()
    return None


def _around(
    tekst: Tekst, sentences: Sequence[tuple[int, int]], vondst: Vondst, begins: int, ends: int
) -> Omgeving:
    text = tekst.tekst
    index = max((at for at, (first, _) in enumerate(sentences) if first <= vondst.start), default=0)
    first, last = sentences[index]
    last = max(last, vondst.end)
    return Omgeving(
        voor=text[max(first, begins) : vondst.start],
        midden=text[vondst.start : vondst.end],
        na=text[vondst.end : max(vondst.end, min(last, ends))],
        begin=text[first : vondst.start],
        zin=text[first:last],
        vorige=text[slice(*sentences[index - 1])] if index else "",
        volgende=text[slice(*sentences[index + 1])] if index + 1 < len(sentences) else "",
        aanloop=_lead(text[:first]),
        eerder=text[:first],
        kop=tekst.kop,
        alles=text,
        zin_begin=first,
        zin_eind=last,
    )


def _lead(before: str) -> str:
    """The last line before that ends with a colon, if only lines of its list stand between."""
    lines = [line for line in before.split("\n") if line.strip()]
    return next((line for line in reversed(lines[-8:]) if line.rstrip().endswith(":")), "")
