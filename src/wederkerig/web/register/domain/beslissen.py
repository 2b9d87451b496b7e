"""What a person fills in about an amendment becomes a decision; only what differs from the plan counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from wederkerig.model import Beslissing, Doel, Overeenkomst, Verwerking
from wederkerig.web.register.domain.plekken import Groep, choices, place
from wederkerig.web.register.domain.verwerken import VerwerkenError


@dataclass(frozen=True, slots=True)
class Ingevuld:
    """What was filled in to take an amendment in; None is a field that was not there.

    plaats: the code of another place, or "" for that of the plan. nummer: that of a new agreement.
    """

    plaats: str = ""
    nummer: str | None = None
    huidig: str | None = None
    tekst: str | None = None
    toelichting: str = ""


def take_in(voor: Overeenkomst, verwerking: Verwerking, ingevuld: Ingevuld) -> Beslissing:
    """The decision to take the amendment in as filled in. Raises VerwerkenError for an unknown place."""
    wijziging = verwerking.wijziging
    return Beslissing(
        wijziging=verwerking.nummer,
        keuze="toepassen",
        doel=_target(voor, verwerking, ingevuld),
        huidig=_other(ingevuld.huidig, wijziging.huidig),
        tekst=_other(ingevuld.tekst, wijziging.tekst),
        toelichting=ingevuld.toelichting.strip() or None,
    )


def leave_out(verwerking: Verwerking, toelichting: str) -> Beslissing:
    """The decision to leave the amendment out. Raises VerwerkenError without a reason."""
    words = toelichting.strip()
    if not words:
        raise VerwerkenError(_("Schrijf op waarom deze wijziging niet wordt overgenomen."))
    return Beslissing(wijziging=verwerking.nummer, keuze="afwijzen", toelichting=words)


def code_of(groepen: Iterable[Groep], doel: Doel | None) -> str:
    """The code of the place that a decision chose, "" for that of the plan."""
    if doel is None:
        return ""
    found = (
        plek.code
        for groep in groepen
        for plek in groep.plekken
        if plek.doel.model_copy(update={"nummer": doel.nummer}) == doel
    )
    return next(found, "")


def _target(voor: Overeenkomst, verwerking: Verwerking, ingevuld: Ingevuld) -> Doel | None:
    proposed = verwerking.wijziging.doel
    plek = place(choices(voor, verwerking), ingevuld.plaats)
    if ingevuld.plaats and plek is None:
        raise VerwerkenError(_("De plaats die u koos, staat niet meer in de afspraken. Kies een andere."))
    if verwerking.wijziging.soort != "nieuw" or ingevuld.nummer is None:
        return plek.doel if plek else None
    number = ingevuld.nummer.strip() or None
    theme = plek.doel.thema if plek else proposed.thema
    chosen = proposed.model_copy(update={"nummer": number, "thema": theme})
    return None if chosen == proposed else chosen


def _other(filled: str | None, proposed: str | None) -> str | None:
    """What was filled in, where it is not what was proposed; how lines end does not count."""
    if filled is None:
        return None
    words = filled.replace("\r\n", "\n").replace("\r", "\n").strip()
    return None if words == (proposed or "").strip() else words
