"""Closing the gaps that withdrawn agreements left, as a decision like any other."""

from __future__ import annotations

from copy import copy

from wederkerig.consolidation.fouten import GeschiedenisError
from wederkerig.consolidation.nummers import references
from wederkerig.consolidation.teksten import all_texts
from wederkerig.consolidation.volgorde import close_gaps
from wederkerig.consolidation.werkstuk import open_stuk
from wederkerig.model import Doel, Jaarplan, Overeenkomst, Plek, Wijziging


def renumbering_plan(stuk: Overeenkomst) -> Jaarplan | None:
    """The plan that numbers the agreements on without gaps; None where there are none to close.

    Raises GeschiedenisError where a reference to a withdrawn agreement would come to mean another.
    """
    old = open_stuk(stuk).afspraken
    new = [copy(concept) for concept in old]
    close_gaps(new)
    changes = [(one, other) for one, other in zip(old, new, strict=True) if one.nummer != other.nummer]
    if not changes:
        return None
    _check_references(stuk, {other.nummer for _, other in changes})
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


def _check_references(stuk: Overeenkomst, coming: set[str]) -> None:
    """A number that nobody bears may be given again only if no text refers to it."""
    free = coming - {afspraak.nummer for afspraak in stuk.afspraken}
    for place, text in all_texts(open_stuk(stuk)):
        for _, _, nummer in references(text):
            if nummer in free:
                raise GeschiedenisError(
                    f"De nummers kunnen niet aansluiten: in {place} staat nog een verwijzing naar "
                    f"afspraak {nummer}, die er niet meer is.",
                    "Wijzig eerst die verwijzing, of laat --hernummer weg.",
                )
