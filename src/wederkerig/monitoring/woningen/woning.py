"""One dwelling, as a list of a corporation has it on one day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Woning:
    """A unit to let; fields as VERA names them, codes as in VERA's lists ("" or None: not known).

    peildatum: the day this row is about, in a list with rows for several days; None in a list of one day.
    rekenhuur, streefhuur, maximale_huur: euro a month; rekenhuur is the bare rent where there is no other.
    datum_verhuring: the first day of the tenancy that runs now.
    huishoudgrootte: how many persons then came to live there.
    """

    id: str
    gemeente: str
    corporatie: str = ""
    peildatum: date | None = None
    woonplaats: str = ""
    wijk: str = ""
    buurt: str = ""
    soort: str = ""
    detail_soort: str = ""
    status: str = ""
    zelfstandig: bool | None = None
    bouwjaar: int | None = None
    in_exploitatiedatum: date | None = None
    in_exploitatie_reden: str = ""
    uit_exploitatiedatum: date | None = None
    uit_exploitatie_reden: str = ""
    rekenhuur: Decimal | None = None
    streefhuur: Decimal | None = None
    maximale_huur: Decimal | None = None
    energielabel: str = ""
    doelgroep: str = ""
    woonvorm: str = ""
    toegankelijkheidslabel: str = ""
    maatschappelijk_label: str = ""
    verkoop: bool | None = None
    datum_verhuring: date | None = None
    huishoudgrootte: int | None = None
