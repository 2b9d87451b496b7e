"""Closing the gaps that withdrawn agreements left, as a decision like any other."""

from __future__ import annotations

from copy import copy

from wederkerig.consolidation.volgorde import close_gaps
from wederkerig.consolidation.werkstuk import open_stuk
from wederkerig.model import Doel, Jaarplan, Overeenkomst, Plek, Wijziging


def renumbering_plan(stuk: Overeenkomst) -> Jaarplan | None:
    """The plan that numbers the agreements on without gaps; None where there are none to close."""
    old = open_stuk(stuk).afspraken
    new = [copy(concept) for concept in old]
    close_gaps(new)
    changes = [(one, other) for one, other in zip(old, new, strict=True) if one.nummer != other.nummer]
    if not changes:
        return None
    return Jaarplan(
        soort="jaarplan",
        titel="Hernummering",
        gemeente=stuk.gemeente,
        wijzigingen=tuple(
            Wijziging(
                doel=Doel(nummer=one.nummer, thema=one.thema, afspraak=one.id),
                soort="verplaatsing",
                tekst=other.nummer,
                plek=Plek(nummer=other.nummer, thema=one.thema, rubriek=one.rubriek),
            )
            for one, other in changes
        ),
    )
