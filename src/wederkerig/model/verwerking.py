"""What became of an amendment: proposed, applied, in conflict, or settled by a person."""

from __future__ import annotations

from typing import Literal

from wederkerig.model.bron import Model
from wederkerig.model.wijziging import Doel, Wijziging

Toestand = Literal["voorgesteld", "toegepast", "in conflict", "door een mens beslist"]
ConflictSoort = Literal[
    "ontbreekt",  # the quoted words stand nowhere
    "dubbel",  # they stand in more than one place
    "wijkt af",  # nearly these words stand there
    "onbekend",  # there is no such agreement, theme, chapter or table
    "staat er al",  # what is to be added is in the text already
    "tegenspraak",  # an earlier plan changed the quoted words
    "overlapt",  # another amendment of the same plan changes the same words
    "onduidelijk",  # it does not say what is to be changed
]


class Conflict(Model):
    """Why an amendment was not applied, with the passage that comes nearest."""

    soort: ConflictSoort
    uitleg: str
    raad: str
    nabij: str | None = None
    nabij_plaats: str | None = None


class Beslissing(Model):
    """What a person decided of one amendment: take it in, or not; where, and in which words.

    wijziging: its place in the plan, from 1. doel, huidig, tekst: instead of what the plan proposes.
    """

    wijziging: int
    keuze: Literal["toepassen", "afwijzen"]
    doel: Doel | None = None
    huidig: str | None = None
    tekst: str | None = None
    door: str | None = None
    toelichting: str | None = None


class Verwerking(Model):
    """One amendment and what became of it; what was proposed stays beside what was accepted.

    nummer: its place in the plan, from 1. uitleg: how it is understood and where it lands.
    doel: what it lands in, with the lasting id; None where that is not known.
    van, tot: where in the text before, half-open; None where it touches no words that stood there.
    aanvaard: the words that came in; None where none did.
    """

    nummer: int
    wijziging: Wijziging
    toestand: Toestand
    uitleg: str
    doel: Doel | None = None
    van: int | None = None
    tot: int | None = None
    aanvaard: str | None = None
    conflict: Conflict | None = None
    beslissing: Beslissing | None = None
