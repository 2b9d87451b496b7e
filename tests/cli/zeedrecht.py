"""Agreements of a municipality that does not exist, and year plans that amend them, as files."""

from datetime import date
from pathlib import Path

from wederkerig.consolidation import adopt, begin, decide, write_geschiedenis
from wederkerig.model import (
    Afspraak,
    Doel,
    Jaarplan,
    Looptijd,
    Ondertekening,
    Overeenkomst,
    Partij,
    Thema,
    Wijziging,
)

BOUW = "Duinwonen bouwt minimaal 40 woningen aan de Havenkade. De gemeente wijst de bouwplaatsen aan."
VERKOOP = "Duinwonen verkoopt hooguit 12 woningen per jaar. De huurders krijgen het eerste aanbod."
WACHTTIJD = "De gemeente houdt de wachttijd bij, zie afspraak 2."
HUUR = "Duinwonen verhoogt de huren elk jaar met hooguit de inflatie."
MARKDOWN = f"""# Prestatieafspraken Zeedrecht 2025-2028

Gemeente Zeedrecht, Stichting Duinwonen en Huurdersvereniging De Branding maken afspraken over het wonen.

## Thema: Beschikbaarheid

### Afspraken

1. {BOUW}

2. {VERKOOP}

3. {WACHTTIJD}

## Thema: Betaalbaarheid

### Afspraken

4. {HUUR}
"""


def stuk(**changes):
    """The agreements."""
    texts = ((BOUW, "Beschikbaarheid"), (VERKOOP, "Beschikbaarheid"), (WACHTTIJD, "Beschikbaarheid"))
    fields = {
        "soort": "meerjarig",
        "titel": "Prestatieafspraken Zeedrecht",
        "gemeente": "Zeedrecht",
        "looptijd": Looptijd(van=date(2025, 1, 1), tot=date(2028, 12, 31)),
        "ondertekening": Ondertekening(plaats="Zeedrecht", datum=date(2024, 12, 12)),
        "partijen": (
            Partij(naam="Gemeente Zeedrecht", kort="de gemeente", soort="gemeente"),
            Partij(naam="Stichting Duinwonen", kort="Duinwonen", soort="corporatie"),
        ),
        "themas": (Thema(titel="Beschikbaarheid"), Thema(titel="Betaalbaarheid")),
        "afspraken": tuple(
            Afspraak(nummer=str(at), tekst=tekst, thema=thema)
            for at, (tekst, thema) in enumerate((*texts, (HUUR, "Betaalbaarheid")), start=1)
        ),
    }
    return Overeenkomst(**fields | changes)


def plan(*wijzigingen, jaar=2026, **changes):
    """A year plan, adopted in December before its year."""
    fields = {
        "soort": "jaarplan",
        "titel": f"Jaarplan {jaar} Zeedrecht",
        "gemeente": "Zeedrecht",
        "ondertekening": Ondertekening(plaats="Zeedrecht", datum=date(jaar - 1, 12, 11)),
        "wijzigingen": wijzigingen or (meer_woningen(),),
    }
    return Jaarplan(**fields | changes)


def wijziging(nummer, huidig, tekst, soort="wijziging"):
    return Wijziging(doel=Doel(nummer=nummer), soort=soort, huidig=huidig, tekst=tekst)


def meer_woningen(aantal=55):
    return wijziging("1", "minimaal 40 woningen", f"minimaal {aantal} woningen")


def onbekend():
    return wijziging("98", "De gemeente plant bomen.", "De gemeente plant struiken.")


def bijna():
    return wijziging("2", "Duinwonen verkoopt hooguit 15 woningen per jaar.", "Duinwonen verkoopt niets.")


def geschiedenis(*plannen):
    """The agreements and the plans as a history."""
    return adopt(begin(stuk()), *map(decide, plannen))


def put(folder, name, content):
    """A document, a year plan or a history as a file."""
    data = write_geschiedenis(content).decode() if hasattr(content, "besluiten") else content
    return folder(name, data if isinstance(data, str) else data.model_dump_json())


def names():
    """The names of all files here."""
    return sorted(path.name for path in Path().iterdir())
