"""What one decision changed: each of its amendments, the agreements before and after, shifted numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wederkerig.consolidation import Vergelijking, compare
from wederkerig.consolidation.toepassen import Opname
from wederkerig.model import Overeenkomst, Verwerking
from wederkerig.web.portaal.lijnen import Lijn
from wederkerig.web.vormgeving.woorden import WIJZIGING_SOORTEN, doel


@dataclass(frozen=True, slots=True)
class Ingreep:
    """One amendment: what kind, what of, what became of it, and the agreement it landed in."""

    nummer: int
    soort: str
    doel: str
    verwerking: Verwerking
    afspraak: str


@dataclass(frozen=True, slots=True)
class Gevolg:
    """What a decision did. bestaat: which agreements still have a page of this version."""

    ingrepen: tuple[Ingreep, ...]
    vergelijking: Vergelijking
    opname: Opname

    @property
    def tellingen(self) -> Mapping[str, int]:
        """How many agreements are new, changed, moved and withdrawn."""
        changed = self.vergelijking.gewijzigd
        stands = [each.stand for each in changed]
        return {
            "nieuw": stands.count("nieuw"),
            "gewijzigd": stands.count("gewijzigd"),
            "verplaatst": stands.count("gelijk"),
            "vervallen": stands.count("vervallen"),
        }


def effect_of(lijn: Lijn, place: int) -> Gevolg:
    """What the decision at this place (from 1) did to the version before it."""
    before, after = lijn.versie(place - 1), lijn.versie(place)
    opname = after.opnames[-1]
    return Gevolg(tuple(map(_amendment, opname.verwerkingen)), compare(before.stuk, after.stuk), opname)


def between(lijn: Lijn, first: int, last: int) -> Vergelijking:
    """What changed between two versions."""
    return compare(lijn.versie(first).stuk, lijn.versie(last).stuk)


def counts_of(stuk: Overeenkomst) -> Mapping[str, int]:
    """How much a document holds."""
    return {"afspraken": len(stuk.afspraken), "themas": len(stuk.themas), "partijen": len(stuk.partijen)}


def _amendment(verwerking: Verwerking) -> Ingreep:
    wijziging, landed = verwerking.wijziging, verwerking.doel
    return Ingreep(
        nummer=verwerking.nummer,
        soort=str(WIJZIGING_SOORTEN[wijziging.soort]),
        doel=doel(landed or wijziging.doel),
        verwerking=verwerking,
        afspraak=(landed.afspraak or "") if landed else "",
    )
