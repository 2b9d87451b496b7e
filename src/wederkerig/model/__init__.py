"""What an agreement is: frozen models that every other room speaks in."""

from wederkerig.model.bevinding import Bevinding, Ernst
from wederkerig.model.bron import Bron, Feit, Model
from wederkerig.model.stuk import (
    Afspraak,
    Begrip,
    Bestand,
    Doel,
    Jaarplan,
    Kader,
    Looptijd,
    Ondertekening,
    Overeenkomst,
    Partij,
    PartijSoort,
    Stap,
    Stuk,
    Tabel,
    Thema,
    Vertegenwoordiger,
    Wijziging,
)
from wederkerig.model.taal import Getal, Relatie, Termijn, Verwijzing

__all__ = [
    "Afspraak",
    "Begrip",
    "Bestand",
    "Bevinding",
    "Bron",
    "Doel",
    "Ernst",
    "Feit",
    "Getal",
    "Jaarplan",
    "Kader",
    "Looptijd",
    "Model",
    "Ondertekening",
    "Overeenkomst",
    "Partij",
    "PartijSoort",
    "Relatie",
    "Stap",
    "Stuk",
    "Tabel",
    "Termijn",
    "Thema",
    "Vertegenwoordiger",
    "Verwijzing",
    "Wijziging",
]
