"""What people decided of the amendments of a plan: the rows, and which amendment each is about.

A choice belongs to its amendment by the words of that, not by its place in the plan: settling the reading,
or a newer reader, may find an amendment more or less.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from wederkerig.model import Beslissing, Jaarplan, Wijziging
from wederkerig.nalezen.sleutels import plain
from wederkerig.web.register.models import Inzending, Keuze

_OPENING = 200


@dataclass(frozen=True, slots=True)
class Keuzes:
    """The choices that count, by the number of their amendment; los: those whose amendment is gone."""

    rijen: Mapping[int, Keuze]
    los: tuple[Keuze, ...] = ()

    def van(self, nummer: int) -> Beslissing | None:
        """What was decided of this amendment; None where it stands as proposed."""
        rij = self.rijen.get(nummer)
        if rij is None or rij.inhoud is None:
            return None
        return Beslissing.model_validate(rij.inhoud | {"wijziging": nummer})

    def laatste(self, nummer: int) -> int:
        """The key of the last row on this amendment, 0 where there is none: what a page saw."""
        rij = self.rijen.get(nummer)
        return rij.pk if rij else 0

    @property
    def beslissingen(self) -> tuple[Beslissing, ...]:
        """All decisions, in the order of the plan."""
        found = (self.van(nummer) for nummer in sorted(self.rijen))
        return tuple(each for each in found if each is not None)


def choices_of(inzending: Inzending, plan: Jaarplan) -> Keuzes:
    """What people decided so far; one query."""
    last = {row.kenmerk: row for row in inzending.keuzes.all()}
    names = names_of(plan.wijzigingen)
    rijen = {nummer: last[name] for nummer, name in enumerate(names, start=1) if name in last}
    los = [row for name, row in last.items() if name not in set(names) and row.inhoud]
    return Keuzes(rijen, tuple(los))


def names_of(wijzigingen: Sequence[Wijziging]) -> tuple[str, ...]:
    """A name for each amendment, after its words; equals are told apart by their order."""
    times: Counter[str] = Counter()
    names = []
    for wijziging in wijzigingen:
        words = "\x1f".join(plain(text or "")[:_OPENING] for text in (wijziging.tekst, wijziging.huidig))
        name = blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
        times[name] += 1
        names.append(f"{name}-{times[name]}")
    return tuple(names)
