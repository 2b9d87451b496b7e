"""Lists of dwellings for the tests: as bytes, and brought in."""

from __future__ import annotations

from datetime import date

from tests.web.maken import CORPORATIE, mens, organisatie
from wederkerig.web.accounts.models import Gebruiker, Organisatie, Rol
from wederkerig.web.monitor.domain import lijst_berekenen, lijsten
from wederkerig.web.monitor.models import Woningenlijst

KOP = (
    "VHE-nummer;gemeente;woonplaats;wijk;DAEB;soort eenheid;kale huur;energielabel"
    ";datum in exploitatie;zelfstandig"
)
PEILDATUM = date(2026, 1, 1)
GEHEIM = "Geheimstraat"


def rij(nummer: int, *, huur: str = "650,50", gemeente: str = "Zeedrecht") -> str:
    """A row; each tenth dwelling is no social rent."""
    daeb = "niet-DAEB" if nummer % 10 == 0 else "DAEB"
    wijk = f"{GEHEIM} {nummer % 3}"
    return f"W{nummer};{gemeente};Zee;{wijk};{daeb};Woonruimte;{huur};{'ABC'[nummer % 3]};1-3-1990;ja"


def lijst_van(rijen: int = 60, **extra: str) -> bytes:
    """A list in which every row is right."""
    return "\r\n".join([KOP, *(rij(nummer, **extra) for nummer in range(rijen))]).encode()


def bewerker(van: Organisatie | None = None) -> Gebruiker:
    """Somebody who fills in for the corporation, and the agreements it is party to."""
    of = van or organisatie(CORPORATIE)
    found = Gebruiker.objects.filter(email=f"bewerker@{of.slug}.nl").first()
    return found or mens(f"bewerker@{of.slug}.nl", Rol.BEWERKER, bij=of)


def ingebracht(
    inhoud: bytes | None = None, naam: str = "woningen.csv", *, peildatum=PEILDATUM
) -> Woningenlijst:
    """A list that waits to be opened."""
    corporatie = organisatie(CORPORATIE)
    data = lijst_van() if inhoud is None else inhoud
    return lijsten.bring_in(data, naam, peildatum=peildatum, organisatie=corporatie, gebruiker=bewerker())


def geopend(inhoud: bytes | None = None, naam: str = "woningen.csv", **extra) -> Woningenlijst:
    """A list of which the columns are to be pointed out."""
    lijst = ingebracht(inhoud, naam, **extra)
    lijst_berekenen.bereken(str(lijst.pk))
    lijst.refresh_from_db()
    return lijst


def wijs_aan(lijst: Woningenlijst, **kolommen: str) -> Woningenlijst:
    """Point out the columns as they were proposed, or otherwise."""
    keuze = lijsten.columns_of(lijst)
    keuze = keuze.model_copy(update={"kolommen": keuze.kolommen | kolommen})
    lijsten.point_columns(lijst, keuze, bewerker(), peildatum=lijst.peildatum, stand=lijst.stand)
    lijst.refresh_from_db()
    return lijst


def berekend(inhoud: bytes | None = None, naam: str = "woningen.csv", **extra) -> Woningenlijst:
    """A list that was computed."""
    lijst = wijs_aan(geopend(inhoud, naam, **extra))
    lijst_berekenen.bereken(str(lijst.pk))
    lijst.refresh_from_db()
    return lijst
