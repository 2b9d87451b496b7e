"""Which numbers a plan itself shifted: what agreements bore before it, and what they bore right after it.

A new agreement whose number is taken moves the rest up. Where it stands under its number still, the run of
numbers behind it tells what it moved; where it does not, the document was numbered anew since.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wederkerig.consolidation.citaat import has_words, same_words
from wederkerig.consolidation.nummers import comes_before, following, is_lettered, same_series
from wederkerig.consolidation.vindplaatsen import Vindplaats
from wederkerig.model import Wijziging


@dataclass(frozen=True, slots=True)
class Genoemd:
    """An agreement that the plan names: the number it gives it, and where it stands now."""

    nummer: str
    thema: str | None
    nieuw: bool
    weg: bool
    plek: Vindplaats | None


def is_withdrawal(wijziging: Wijziging) -> bool:
    """Whether the plan shows that an agreement goes as a whole."""
    if wijziging.soort != "verwijderen":
        return False
    return not has_words(wijziging.tekst) or same_words(wijziging.huidig or "", wijziging.tekst)


class Nummering:
    """The numbers of a document as they were before the plan, so far as they show."""

    def __init__(self, plaatsen: Sequence[Vindplaats], genoemd: Sequence[Genoemd]) -> None:
        self._plaatsen = [plaats for plaats in plaatsen if plaats.soort == "afspraak"]
        self._genoemd = genoemd
        numbers = [_number(plaats) for plaats in self._plaatsen]
        self._per_theme = len(set(numbers)) < len(numbers)
        self._wanted = {each.plek: each.nummer for each in genoemd if each.plek and each.nummer}
        self._pushing = [
            plaats
            for plaats in self._plaatsen
            if any(each.nieuw and each.plek == plaats and each.nummer for each in genoemd)
            and not is_lettered(_number(plaats))
        ]
        self.before = self._undo()
        while gone := [each for each in self._pushing if self.before[each] != self._wanted[each]]:
            self._pushing = [each for each in self._pushing if each not in gone]
            self.before = self._undo()
        self._new = {each.plek for each in genoemd if each.nieuw}
        self.before |= {new: self._wanted[new] for new in self._new if new and self._is_twin(new)}

    def _is_twin(self, new: Vindplaats) -> bool:
        """Whether it got the first free number, because another new one took the number of both."""
        wanted = self._wanted.get(new)
        first = any(each != new and self._wanted[each] == wanted for each in self._pushing)
        return first and wanted is not None and self._joins(new, wanted, _number(new))

    def bearer(self, nummer: str | None, thema: str | None) -> Vindplaats | None:
        """The agreement that bore a number before the plan, in its theme where that is told."""
        if not nummer:
            return None
        for plaats in self._plaatsen:
            told = thema is None or same_words(plaats.doel.thema or "", thema)
            if self.before[plaats] == nummer and told and plaats not in self._new:
                return plaats
        return None

    def after(self, nummer: str | None, plek: Vindplaats | None) -> str:
        """The number that an agreement bore right after the plan, which calls it `nummer`."""
        now = _number(plek) if plek else ""
        if not nummer or (plek is not None and self.before[plek] == nummer):
            return now or nummer or ""
        for new in self._pushing:
            if plek is None or self._scope(new) == self._scope(plek):
                nummer = following(nummer) if self._reaches(new, nummer) else nummer
        return nummer

    def _reaches(self, new: Vindplaats, nummer: str) -> bool:
        """Whether all numbers from that of the new agreement up to this one are borne now."""
        return self._joins(new, _number(new), nummer)

    def _joins(self, new: Vindplaats, first: str, last: str) -> bool:
        """Whether all numbers from the first to the last are borne now."""
        step, borne = first, set(self._board(new))
        if not same_series(first, last) or comes_before(last, first):
            return False
        while step in borne and comes_before(step, last):
            step = following(step)
        return step in borne

    def _undo(self) -> dict[Vindplaats, str]:
        """The numbers without what the new agreements moved, the last one undone first."""
        numbers = {plaats: _number(plaats) for plaats in self._plaatsen}
        for new in reversed(self._pushing):
            numbers |= dict(self._moved(new, numbers))
        return numbers

    def _moved(self, new: Vindplaats, numbers: Mapping[Vindplaats, str]) -> list[tuple[Vindplaats, str]]:
        """Who the new agreement moved up, each with the number it came from."""
        run: list[tuple[str, list[Vindplaats]]] = []
        lower = numbers[new]
        while bearers := self._bearers(following(lower), new, numbers):
            if any(self._wanted.get(plaats) == following(lower) for plaats in bearers):
                break
            run.append((lower, bearers))
            lower = following(lower)
        sure = [
            at for at, (low, each) in enumerate(run, start=1) if any(self._came(low, one) for one in each)
        ]
        free = self._withdrawn(new)
        taken = {self._wanted[each] for each in self._pushing}
        stop = next(
            (at for at, (low, _) in enumerate(run, start=1) if following(low) in free - taken), len(run)
        )
        if self._wanted[new] in free:
            stop = 0
        return [(plaats, low) for low, each in run[: max([stop, *sure])] for plaats in each]

    def _came(self, lower: str, plaats: Vindplaats) -> bool:
        return self._wanted.get(plaats) == lower

    def _withdrawn(self, new: Vindplaats) -> set[str]:
        """The numbers that the plan sets free, where a move up ends."""
        return {
            each.nummer
            for each in self._genoemd
            if each.weg and each.plek is None
            if not self._per_theme or same_words(each.thema or "", new.doel.thema or "")
        }

    def _bearers(self, nummer: str, new: Vindplaats, numbers: Mapping[Vindplaats, str]) -> list[Vindplaats]:
        scope = self._scope(new)
        return [
            each for each in numbers if each != new and numbers[each] == nummer and self._scope(each) == scope
        ]

    def _board(self, new: Vindplaats) -> list[str]:
        return [_number(each) for each in self._plaatsen if self._scope(each) == self._scope(new)]

    def _scope(self, plaats: Vindplaats) -> str | None:
        return plaats.doel.thema if self._per_theme else None


def _number(plaats: Vindplaats) -> str:
    return plaats.doel.nummer or ""
