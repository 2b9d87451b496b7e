"""What is new this year: the agreements that decisions of this year brought, changed or ended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from wederkerig.consolidation import AfspraakVerschil, compare
from wederkerig.web.portaal.inzicht.rijen import Stand
from wederkerig.web.portaal.lijnen import Lijn
from wederkerig.web.register.models import Besluit


@dataclass(frozen=True, slots=True)
class Nieuws:
    """What changed since the year began. begonnen: the agreements themselves began in it.

    standen: by agreement id; vervallen: those that are gone; besluiten: the decisions that did it.
    """

    begonnen: bool = False
    besluiten: tuple[Besluit, ...] = ()
    standen: Mapping[str, Stand] = field(default_factory=dict)
    vervallen: tuple[AfspraakVerschil, ...] = ()

    @property
    def nieuw(self) -> int:
        """How many agreements are new."""
        return sum(stand == "nieuw" for stand in self.standen.values())

    @property
    def gewijzigd(self) -> int:
        """How many have other words, or another theme."""
        return sum(stand in {"gewijzigd", "verplaatst"} for stand in self.standen.values())


def news_of(lijn: Lijn, count: int, dag: date) -> Nieuws:
    """What the decisions of the year of `dag` did, as far as they are among the first `count`."""
    first = date(dag.year, 1, 1)
    if lijn.begin is not None and lijn.begin >= first:
        return Nieuws(begonnen=True)
    before = sum(each.inwerking < first for each in lijn.tijdlijn.besluiten[:count])
    if before == count:
        return Nieuws()
    changed = compare(lijn.versie(before).stuk, lijn.versie(count).stuk).gewijzigd
    return Nieuws(
        besluiten=lijn.besluiten[before + 1 : count + 1],
        standen={each.id: _stand(each) for each in changed if each.nieuw is not None},
        vervallen=gone_of(changed),
    )


def gone_of(verschillen: Sequence[AfspraakVerschil]) -> tuple[AfspraakVerschil, ...]:
    """The agreements that were withdrawn."""
    return tuple(each for each in verschillen if each.stand == "vervallen")


def _stand(verschil: AfspraakVerschil) -> Stand:
    if verschil.stand == "nieuw":
        return "nieuw"
    return "gewijzigd" if verschil.stand == "gewijzigd" else "verplaatst"
