"""What a judgement is made of: the statuses, what is still planned, and the outcome with its sum."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Literal

from wederkerig.model import Model
from wederkerig.model.taal import Hoeveelheid

Status = Literal["gehaald", "op koers", "risico", "achter", "niet gehaald", "te vroeg", "geen cijfers"]
Kring = Literal["gemeente", "corporatie", "huurdersorganisatie", "zorgaanbieder", "overig", "publiek"]
"""Who reads a sentence: somebody of a party of that kind, or anybody."""

STATUSSEN: Mapping[Status, str] = MappingProxyType(
    {
        "gehaald": "De norm is gehaald.",
        "op koers": "Zoals het nu gaat of gepland is, wordt de norm gehaald.",
        "risico": "Het scheelt weinig: zonder bijsturen lukt het misschien niet.",
        "achter": "Zoals het nu gaat of gepland is, wordt de norm niet gehaald.",
        "niet gehaald": "De termijn is voorbij of de grens is voorbij, en de norm is niet gehaald.",
        "te vroeg": "Er kunnen nog geen cijfers zijn waaraan te zien is hoe het gaat.",
        "geen cijfers": "Cijfers die er hadden moeten zijn, ontbreken.",
    }
)
"""Each status with what it means, from good to bad; the last two say that nothing can be said yet."""


class Gepland(Model):
    """A change of the figure that is planned until a day, in the indicator's unit; demolition is negative."""

    peildatum: date
    verschil: Hoeveelheid
    bron: str = ""


class Jaarbeoordeling(Model):
    """How a yearly norm stands in one of its years; stand: the figure of that year that counts."""

    jaar: int
    status: Status
    stand: Hoeveelheid | None = None
    peildatum: date | None = None
    tekort: Hoeveelheid | None = None
    som: str


class Beoordeling(Model):
    """How a norm stands on a day, with the sum behind it in words.

    sleutel: of the norm. op: the day of judging.
    stand, peildatum: the last figure that counts and its day. Of a norm on a change it is the figure itself,
        as it was measured; the change stands in `verandering`.
    verwacht: that figure on the last day if what is planned is done; None where nothing is planned.
    grens: what had to be reached; `grens_tot` is the upper end where two bounds hold.
    tekort: how far the figure (or what is expected) is on the wrong side of the bound, in the unit of the
        bound; 0 where it is not, None where there is nothing to compare.
    som: the sum in words, one line in Dutch.
    slot: what the sum comes to ("8 woningen te weinig"); "" where nothing can be said.
    let_op: what a reader of the status should know: missing parties, old figures, figures after the last day.
    ontbreekt: the parties whose figure is missing.
    jaren: of a yearly norm its years until now, the oldest first.
    meetbaar: whether it was chosen what is measured, in a unit that fits; else no figure can help.
    """

    sleutel: str
    status: Status
    op: date
    eenheid: str = ""
    stand: Hoeveelheid | None = None
    peildatum: date | None = None
    verandering: Hoeveelheid | None = None
    verwacht: Hoeveelheid | None = None
    grens: Hoeveelheid | None = None
    grens_tot: Hoeveelheid | None = None
    tekort: Hoeveelheid | None = None
    som: str
    slot: str = ""
    let_op: tuple[str, ...] = ()
    ontbreekt: tuple[str, ...] = ()
    jaren: tuple[Jaarbeoordeling, ...] = ()
    meetbaar: bool = True
