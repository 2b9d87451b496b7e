"""What needs talk: objections, days that are over, nothing to hold on to, references, amendments astray."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wederkerig.checks.nummering import afspraak_bestaat_niet
from wederkerig.model import Bevinding, Stuk, Verwerking
from wederkerig.web.portaal.inzicht.rijen import Rij
from wederkerig.web.portaal.inzicht.termijnen import Punt
from wederkerig.web.portaal.lijnen import Blik
from wederkerig.web.register.models import Besluit, Oordeel, Verklaring


@dataclass(frozen=True, slots=True)
class Gesprek:
    """Subjects for the next meeting. open: by decision, how many amendments did not land.

    voorbij: how many days of this year are over; nothing is known here of what came of them.
    """

    bezwaren: tuple[Verklaring, ...]
    zonder_houvast: int
    verwijzingen: tuple[Bevinding, ...]
    open: tuple[tuple[Besluit, int], ...]
    voorbij: int = 0

    def __bool__(self) -> bool:
        return bool(self.bezwaren or self.zonder_houvast or self.verwijzingen or self.open or self.voorbij)


def talk_of(
    blik: Blik, rijen: Sequence[Rij], dit_jaar: Sequence[Punt], verklaringen: Iterable[Verklaring]
) -> Gesprek:
    """What to talk about. dit_jaar: what is due this year; verklaringen: the last word of each party."""
    return Gesprek(
        bezwaren=objections(blik, verklaringen),
        zonder_houvast=sum(rij.zonder_houvast for rij in rijen),
        verwijzingen=tuple(dangling(blik.stuk)),
        open=_unsettled(blik),
        voorbij=sum(punt.voorbij for punt in dit_jaar),
    )


def objections(blik: Blik, verklaringen: Iterable[Verklaring]) -> tuple[Verklaring, ...]:
    """The objections to what one reads; today also those to decisions that enter into force later."""
    rows = blik.lijn.besluiten if blik.moment.is_nu else blik.lijn.besluiten[: blik.count + 1]
    read = {row.pk for row in rows}
    return tuple(each for each in verklaringen if each.oordeel == Oordeel.BEZWAAR and each.besluit_id in read)


def dangling(stuk: Stuk) -> list[Bevinding]:
    """References to agreements that are not there."""
    return afspraak_bestaat_niet(stuk)


def is_unsettled(verwerking: Verwerking) -> bool:
    """Whether an amendment did not land; one whose words stood there already needs no talk."""
    return (
        verwerking.toestand == "in conflict"
        and verwerking.conflict is not None
        and verwerking.conflict.soort != "staat er al"
    )


def _unsettled(blik: Blik) -> tuple[tuple[Besluit, int], ...]:
    rows = blik.lijn.besluiten[1 : blik.count + 1]
    opnames = blik.uitgave.versie.opnames
    counts = (sum(map(is_unsettled, opname.verwerkingen)) for opname in opnames)
    return tuple((row, count) for row, count in zip(rows, counts, strict=True) if count)
