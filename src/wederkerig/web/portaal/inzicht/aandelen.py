"""Each party's share in the agreements: in how many it acts, alone or not, and how concrete that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wederkerig.checks.concreetheid import gegevens_van
from wederkerig.checks.wederkerigheid import SOORTEN
from wederkerig.consolidation.identiteit import slug
from wederkerig.model import Afspraak, Partij, PartijSoort, Stuk
from wederkerig.web.portaal.inzicht.rijen import actors_of


@dataclass(frozen=True, slots=True)
class Aandeel:
    """One party. totaal: of how many agreements; wie, hoeveel, wanneer: how many of its own say so."""

    naam: str
    kort: str
    soort: PartijSoort
    adres: str
    totaal: int
    alleen: int
    samen: int
    wie: int
    hoeveel: int
    wanneer: int

    @property
    def afspraken(self) -> int:
        """In how many agreements it acts."""
        return self.alleen + self.samen

    @property
    def breed_alleen(self) -> str:
        """How long the bar of what it does alone is, in percents."""
        return _percent(self.alleen, self.totaal)

    @property
    def breed_samen(self) -> str:
        """How long the bar of what it does with others is, in percents."""
        return _percent(self.samen, self.totaal)


def aandelen(stuk: Stuk) -> tuple[Aandeel, ...]:
    """The parties with their share: the municipality first, then by kind as the document has them."""
    kinds = list(SOORTEN)
    parties = sorted(stuk.partijen, key=lambda partij: kinds.index(partij.soort))
    known = {partij.naam for partij in parties}
    acting = [(afspraak, known & {*actors_of(afspraak)}) for afspraak in stuk.afspraken]
    return tuple(_share(stuk, partij, acting) for partij in parties)


def _share(stuk: Stuk, partij: Partij, acting: Sequence[tuple[Afspraak, set[str]]]) -> Aandeel:
    own = [(afspraak, names) for afspraak, names in acting if partij.naam in names]
    alone = sum(len(names) == 1 for _, names in own)
    said = [gegevens_van(afspraak, stuk) for afspraak, _ in own]
    return Aandeel(
        naam=partij.naam,
        kort=partij.kort,
        soort=partij.soort,
        adres=slug(partij.naam),
        totaal=len(acting),
        alleen=alone,
        samen=len(own) - alone,
        wie=sum(each.wie for each in said),
        hoeveel=sum(each.hoeveel for each in said),
        wanneer=sum(each.wanneer for each in said),
    )


def _percent(part: int, whole: int) -> str:
    """A share of a whole as a length: with a full stop, whatever the language."""
    return f"{100 * part / whole:.2f}" if whole else "0"
