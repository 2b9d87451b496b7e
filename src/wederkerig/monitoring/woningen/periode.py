"""The day a figure is about, and the period before it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Self

from wederkerig.model import Model

_DAY = timedelta(days=1)
# On these days a figure is of the beginning of the day, so that it says what the last day before says.
_OPENING = ((1, 1), (7, 1))


class Periode(Model):
    """A reference day with the period of its flows.

    peildatum: as people name it. van, tot: first and last day of the period, both included; the stock is
    counted at the end of `tot`, and the rent limits are those of `tot`.
    """

    peildatum: date
    van: date
    tot: date

    @classmethod
    def ending(cls, peildatum: date, van: date | None = None) -> Self:
        """The year up to this day, or the period from `van`; 1 January and 1 July are the opening of the day.

        Raises ValueError where the period ends before it begins.
        """
        opening = (peildatum.month, peildatum.day) in _OPENING
        tot = peildatum - _DAY if opening else peildatum
        first = van or _year_before(tot + _DAY)
        if first > tot:
            raise ValueError("Het begin van de periode ligt na de peildatum. Kies een eerdere eerste dag.")
        return cls(peildatum=peildatum, van=first, tot=tot)


def _year_before(dag: date) -> date:
    leap = (dag.month, dag.day) == (2, 29)
    return dag.replace(year=dag.year - 1, day=28 if leap else dag.day)
