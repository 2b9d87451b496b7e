"""What all parties must hear at once: a norm was passed that asks for talks."""

from __future__ import annotations

from datetime import date

from wederkerig.model import Model
from wederkerig.model.taal import Hoeveelheid


class Signaal(Model):
    """A norm that asks for talks was passed.

    norm: its key. partijen: who must hear it, all parties of the agreement.
    peildatum: the day of the figure. waarde, grens: the figure and the bound it passed.
    som: the sum in words. gevraagd: what the agreement asks of the parties now, in Dutch.
    """

    norm: str
    indicator: str
    afspraak: str
    nummer: str
    partijen: tuple[str, ...] = ()
    peildatum: date
    waarde: Hoeveelheid
    grens: Hoeveelheid
    som: str
    gevraagd: str
