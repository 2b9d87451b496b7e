"""What is worth recording: one function an event; each adds one row, in the transaction of what happened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db.models import Model

from wederkerig.web.accounts.models import Gebruiker, Organisatie
from wederkerig.web.register.models import (
    Besluit,
    Gebeurtenis,
    Inzending,
    Keuze,
    Koppeling,
    Overeenkomst,
    Ronde,
    Verbetering,
    Verklaring,
)


def done_by(gebruiker: Gebruiker | None, organisatie: Organisatie | None = None) -> dict[str, Any]:
    """Who did it, as a snapshot: the fields of `Gedaan`. Nobody is the system itself."""
    return {
        "door": gebruiker.naam if gebruiker else "Wederkerig",
        "door_id": gebruiker.pk if gebruiker else None,
        "namens": organisatie.naam if organisatie else "",
    }


def ingebracht(inzending: Inzending, gebruiker: Gebruiker) -> None:
    """A party brought in a document."""
    _of_inzending("ingebracht", inzending, gebruiker, werd={"bestand": inzending.bestand_id})


def gelezen(inzending: Inzending, lezer: str) -> None:
    """The document was read, by this version of the reader."""
    _of_inzending("gelezen", inzending, None, werd={"lezer": lezer})


def mislukt(inzending: Inzending) -> None:
    """The document could not be read."""
    _of_inzending("niet gelezen", inzending, None, werd={"fout": inzending.fout})


def opnieuw_gevraagd(inzending: Inzending, gebruiker: Gebruiker) -> None:
    """A person asked to read the document again."""
    _of_inzending("opnieuw lezen gevraagd", inzending, gebruiker)


def hoort_bij(inzending: Inzending, was: Overeenkomst | None, gebruiker: Gebruiker | None) -> None:
    """It was said which agreements a document belongs to."""
    now = inzending.overeenkomst
    _of_inzending(
        "hoort bij",
        inzending,
        gebruiker,
        was={"overeenkomst": was.titel if was else None},
        werd={"overeenkomst": now.titel if now else None},
    )


def verbeterd(verbetering: Verbetering, inzending: Inzending, gebruiker: Gebruiker) -> None:
    """A person corrected or confirmed a reading."""
    inhoud = verbetering.inhoud
    was, werd = inhoud.get("was"), inhoud.get("wordt")
    what = {"sleutel": verbetering.sleutel, "veld": verbetering.veld, "soort": inhoud.get("soort")}
    _of_inzending("verbeterd", inzending, gebruiker, was=what | {"waarde": was}, werd=what | {"waarde": werd})


def gekoppeld(
    koppeling: Koppeling, was: Organisatie | None, inzending: Inzending, gebruiker: Gebruiker | None
) -> None:
    """A party of the document was said to be this organisation."""
    now = koppeling.organisatie
    _of_inzending(
        "gekoppeld",
        inzending,
        gebruiker,
        was={"partij": koppeling.naam, "organisatie": was.naam if was else None},
        werd={"partij": koppeling.naam, "organisatie": now.naam if now else None},
    )


def gekozen(keuze: Keuze, was: Any, inzending: Inzending, gebruiker: Gebruiker) -> None:  # noqa: ANN401  # JSON
    """A person decided what becomes of an amendment."""
    number = {"wijziging": keuze.wijziging}
    _of_inzending(
        "beslist", inzending, gebruiker, was=number | {"keuze": was}, werd=number | {"keuze": keuze.inhoud}
    )


def ingetrokken(inzending: Inzending, gebruiker: Gebruiker) -> None:
    """The party took back what it had brought in."""
    _of_inzending("ingetrokken", inzending, gebruiker)


def vastgesteld(besluit: Besluit, gebruiker: Gebruiker, standen: Iterable[str]) -> None:
    """A document was adopted. standen: of each agreement that it touched what it became by that."""
    did = Counter(standen)
    record(
        "vastgesteld",
        besluit,
        besluit.naam,
        done_by(gebruiker, besluit.organisatie),
        besluit.organisatie_id,
        besluit.overeenkomst,
        werd={
            "naam": besluit.naam,
            "nieuw": did["nieuw"],
            "gewijzigd": did["gewijzigd"],
            "vervallen": did["vervallen"],
            "vastgesteld": str(besluit.vastgesteld or ""),
            "inwerking": str(besluit.inwerking or ""),
            "bestand": besluit.inzending.bestand_id,
        },
    )


def verklaard(verklaring: Verklaring, gebruiker: Gebruiker) -> None:
    """A party said what it holds of a decision."""
    besluit = verklaring.besluit
    record(
        "verklaard",
        besluit,
        besluit.naam,
        done_by(gebruiker, verklaring.organisatie),
        verklaring.organisatie_id,
        besluit.overeenkomst,
        werd={"oordeel": verklaring.oordeel, "toelichting": verklaring.toelichting},
    )


def ronde_geopend(ronde: Ronde, gebruiker: Gebruiker, organisatie: Organisatie) -> None:
    """The municipality opened a round."""
    record(
        "ronde geopend",
        ronde,
        ronde.naam,
        done_by(gebruiker, organisatie),
        organisatie.pk,
        ronde.overeenkomst,
        werd={"opent": str(ronde.opent), "sluit": str(ronde.sluit)},
    )


def organisatie_gewijzigd(  # an event has this many sides
    soort: str,
    organisatie: Organisatie,
    gebruiker: Gebruiker | None,
    *,
    naam: str,
    was: Any = None,  # noqa: ANN401  # JSON
    werd: Any = None,  # noqa: ANN401  # JSON
    platform: bool = False,
) -> None:
    """Something about the people of an organisation, or the organisation itself, changed.

    platform: whoever runs the platform did it, not the organisation itself.
    """
    who = done_by(gebruiker, None if platform else organisatie)
    record(soort, organisatie, naam, who, organisatie.pk, None, was=was, werd=werd)


def platform_gewijzigd(
    soort: str,
    thing: Model,
    gebruiker: Gebruiker,
    *,
    was: Any = None,  # noqa: ANN401  # JSON
    werd: Any = None,  # noqa: ANN401  # JSON
    organisatie: Organisatie | None = None,
) -> None:
    """Whoever runs the platform changed something; an organisation sees what concerns it."""
    of = organisatie.pk if organisatie else None
    record(soort, thing, str(thing), done_by(gebruiker), of, None, was=was, werd=werd)


def _of_inzending(
    soort: str,
    inzending: Inzending,
    gebruiker: Gebruiker | None,
    *,
    was: Any = None,  # noqa: ANN401  # JSON
    werd: Any = None,  # noqa: ANN401  # JSON
) -> None:
    who = done_by(gebruiker, inzending.organisatie if gebruiker else None)
    record(soort, inzending, inzending.bestandsnaam, who, inzending.organisatie_id, None, was=was, werd=werd)


def record(  # noqa: PLR0913  # the columns of the table
    soort: str,
    over: Model,
    naam: str,
    who: dict[str, Any],
    organisatie: int | None,
    overeenkomst: Overeenkomst | None,
    *,
    was: Any = None,  # noqa: ANN401  # JSON
    werd: Any = None,  # noqa: ANN401  # JSON
) -> None:
    """Add the event. What is of one organisation carries no agreements, so that others do not see it."""
    Gebeurtenis.objects.create(
        soort=soort,
        over=str(over._meta.model_name),
        over_id=str(over.pk),
        naam=naam[:300],
        organisatie_id=organisatie,
        overeenkomst_id=overeenkomst.pk if overeenkomst else None,
        was=was,
        werd=werd,
        **who,
    )
