"""The figures a party is asked for, and by when: only what its norms need."""

from __future__ import annotations

from datetime import date

from wederkerig.model import Meting, Model


class Gevraagd(Model):
    """One figure that is due.

    sleutel: its name in a workbook or form; it follows from party, indicator, period and area.
    partij: who supplies it, as `Partij.naam`. indicator: its id in the catalogue.
    van, peildatum: the period it is about; van is None for a figure on a day.
    uiterlijk: the last day to hand it in.
    gebied: a village or district; None is the whole municipality.
    normen: the keys of the norms that need it.
    vorige: the last figure the party gave for this indicator and area over an earlier period.
    """

    sleutel: str
    partij: str
    indicator: str
    van: date | None = None
    peildatum: date
    uiterlijk: date
    gebied: str | None = None
    normen: tuple[str, ...] = ()
    vorige: Meting | None = None
