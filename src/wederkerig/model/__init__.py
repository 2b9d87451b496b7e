"""What an agreement is: frozen models that every other room speaks in."""

from wederkerig.model.bevinding import Bevinding, Ernst
from wederkerig.model.bron import Bron, Feit, Model
from wederkerig.model.delen import (
    Afspraak,
    Begrip,
    Hoofdstuk,
    Kader,
    Looptijd,
    Ondertekening,
    Partij,
    PartijSoort,
    Stap,
    Tabel,
    Thema,
    Vertegenwoordiger,
)
from wederkerig.model.geschiedenis import Besluit, Geschiedenis
from wederkerig.model.norm import Grootheid, Meting, Norm, Nulmeting, Ritme
from wederkerig.model.stuk import Bestand, Jaarplan, Overeenkomst, Stuk
from wederkerig.model.taal import Getal, Relatie, Termijn, Verwijzing
from wederkerig.model.verwerking import Beslissing, Conflict, Toestand, Verwerking
from wederkerig.model.wijziging import Doel, Inhoud, Kop, Onderdeel, Plek, Wijziging

__all__ = [
    "Afspraak",
    "Begrip",
    "Beslissing",
    "Besluit",
    "Bestand",
    "Bevinding",
    "Bron",
    "Conflict",
    "Doel",
    "Ernst",
    "Feit",
    "Geschiedenis",
    "Getal",
    "Grootheid",
    "Hoofdstuk",
    "Inhoud",
    "Jaarplan",
    "Kader",
    "Kop",
    "Looptijd",
    "Meting",
    "Model",
    "Norm",
    "Nulmeting",
    "Onderdeel",
    "Ondertekening",
    "Overeenkomst",
    "Partij",
    "PartijSoort",
    "Plek",
    "Relatie",
    "Ritme",
    "Stap",
    "Stuk",
    "Tabel",
    "Termijn",
    "Thema",
    "Toestand",
    "Vertegenwoordiger",
    "Verwerking",
    "Verwijzing",
    "Wijziging",
]
