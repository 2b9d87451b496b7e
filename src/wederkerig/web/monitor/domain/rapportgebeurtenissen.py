"""What is recorded of reports: one function an event, in the transaction of what happened.

What a party adds before others may read it is its own; from the right of reply on all parties see it.
"""

from __future__ import annotations

from typing import Any

from wederkerig.web.accounts.models import Gebruiker, Organisatie
from wederkerig.web.monitor.models import Bijdrage, Rapport, RapportFase
from wederkerig.web.register.domain.gebeurtenissen import done_by, record


def rapport_gemaakt(rapport: Rapport, gebruiker: Gebruiker, namens: Organisatie) -> None:
    """The municipality made the concept of a report."""
    werd = {
        "soort": rapport.soort,
        "peildatum": str(rapport.peildatum),
        "aanvullen_tot": str(rapport.aanvullen_tot),
        "weerwoord_tot": str(rapport.weerwoord_tot),
    }
    _of_rapport("rapport gemaakt", rapport, gebruiker, namens, werd=werd)


def rapport_verder(
    rapport: Rapport, gebruiker: Gebruiker, namens: Organisatie, was: dict[str, Any], werd: dict[str, Any]
) -> None:
    """A report came in another phase."""
    soorten = {
        RapportFase.WEERWOORD: "weerwoord geopend",
        RapportFase.GEPUBLICEERD: "rapport gepubliceerd",
        RapportFase.VERVALLEN: "rapport vervallen",
    }
    _of_rapport(soorten[RapportFase(rapport.fase)], rapport, gebruiker, namens, was=was, werd=werd)


def bijgedragen(bijdrage: Bijdrage, was: str, gebruiker: Gebruiker) -> None:
    """A party wrote something in a report, or said that it is done."""
    soorten = {
        "toelichting": "rapport aangevuld",
        "weerwoord": "weerwoord gegeven",
        "gereed": "gereed met rapport",
    }
    own = bijdrage.soort == "toelichting"
    _of_rapport(
        soorten[bijdrage.soort],
        bijdrage.rapport,
        gebruiker,
        bijdrage.organisatie,
        was={"over": bijdrage.over, "tekst": was} if was else None,
        werd={"over": bijdrage.over, "tekst": bijdrage.tekst},
        own=own,
    )


def _of_rapport(  # an event has this many sides
    soort: str,
    rapport: Rapport,
    gebruiker: Gebruiker,
    namens: Organisatie,
    *,
    was: dict[str, Any] | None = None,
    werd: dict[str, Any] | None = None,
    own: bool = False,
) -> None:
    record(
        soort,
        rapport,
        str(rapport),
        done_by(gebruiker, namens),
        namens.pk,
        None if own else rapport.overeenkomst,
        was=was,
        werd=werd,
    )
