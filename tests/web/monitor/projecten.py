"""Projects, figures and agreements with a table of the stock, for the tests."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tests.web.maken import CORPORATIE, basis, organisatie, overeenkomst
from tests.web.monitor.lijsten import bewerker
from wederkerig.model import Tabel
from wederkerig.voorraad import projecten as voorraad
from wederkerig.web.monitor.domain import projecten
from wederkerig.web.monitor.domain.indienen import Opgegeven, record_figures
from wederkerig.web.monitor.models import Meting, Project
from wederkerig.web.register.models import Gemeente, Overeenkomst

VORIG_JAAR, DIT_JAAR = date(2025, 1, 1), date(2026, 1, 1)


def tabel(nieuw: int = 200, eind: int = 1080) -> Tabel:
    """A table of the stock of the corporation; it adds up as it is made."""
    return Tabel(
        titel="Ontwikkeling van de sociale huurvoorraad",
        kop=(
            "Corporatie",
            "Voorraad 1-1-2025",
            "Nieuwbouw 2025-2028",
            "Sloop 2025-2028",
            "Voorraad 31-12-2028",
        ),
        rijen=(("Duinwonen", "920", str(nieuw), "-40", str(eind)),),
    )


def met_tabel(**getallen: int) -> Overeenkomst:
    """Agreements of three parties with that table."""
    return overeenkomst(stuk=basis().model_copy(update={"tabellen": (tabel(**getallen),)}))


def project(
    naam: str = "Havenkwartier", *, gedeeld: bool = False, gemeente: Gemeente | None = None, **extra
) -> Project:
    """A project of the corporation."""
    of = gemeente or Gemeente.objects.get_or_create(naam="Zeedrecht", slug="zeedrecht")[0]
    data = {"locatie": naam, "erbij": 40, "fase": "ontwerp", "oplevering": 2028} | extra
    made = voorraad.Project.model_validate(data)
    return projecten.add(organisatie(CORPORATIE), of, made, gedeeld=gedeeld, gebruiker=bewerker())


def ingediend(indicator: str, waarde: int, peildatum: date = DIT_JAAR, van: date | None = None) -> Meting:
    """A figure that the corporation handed in."""
    cijfer = Opgegeven(indicator=indicator, peildatum=peildatum, van=van, waarde=Decimal(waarde))
    place = Gemeente.objects.get(naam="Zeedrecht")
    made = record_figures(organisatie(CORPORATIE), place, [cijfer], door=bewerker(), op=date(2026, 6, 1))
    return made.metingen[0]
