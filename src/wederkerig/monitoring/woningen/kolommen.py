"""Which column of a list holds which field: proposed from the heading, settled once by a person."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal

from pydantic import Field
from rapidfuzz import fuzz, process

from wederkerig.model import Model
from wederkerig.monitoring.woningen.data import gegevens

Waardesoort = Literal["tekst", "code", "janee", "dag", "peildag", "bedrag", "percentage", "jaar", "aantal"]
# Similarity from 0 to 100 under which two names are different words.
_ALIKE = 88
# short words look alike by accident
_SHORT = 5
_SIGNS = re.compile(r"[^a-z0-9%]+")


class KolomError(ValueError):
    """The columns of a list do not fit; says in Dutch what is wrong and what to do."""


class Veld(Model):
    """A field of a dwelling: its name, the kind of its values, its reference list, what lists call it."""

    veld: str
    soort: Waardesoort
    lijst: str = ""
    verplicht: bool = False
    namen: tuple[str, ...] = ()


class Kolomkeuze(Model):
    """Where each field stands.

    kolommen: heading of the column by field. vast: one value for all rows by field (`gemeente: Assen`).
    onzeker: fields whose column was found by likeness alone; a person should look.
    """

    kolommen: Mapping[str, str] = Field(default_factory=dict)
    vast: Mapping[str, str] = Field(default_factory=dict)
    onzeker: tuple[str, ...] = ()

    @property
    def velden(self) -> frozenset[str]:
        """The fields that have a column or a fixed value."""
        return frozenset(self.kolommen) | frozenset(self.vast)

    def check(self, kop: Sequence[str]) -> None:
        """Raises KolomError for a field or column that is not there, and for a field that has to be."""
        known = {each.veld for each in velden()}
        for veld in sorted(self.velden - known):
            raise KolomError(f"Er is geen gegeven '{veld}'. Kies uit: {', '.join(sorted(known))}.")
        for veld, kolom in self.kolommen.items():
            if kolom not in kop:
                raise KolomError(f"De kolom '{kolom}' (voor {veld}) staat niet in de lijst.")
        missing = [each.veld for each in velden() if each.verplicht and each.veld not in self.velden]
        if missing:
            what = f"In de lijst ontbreekt een kolom voor: {', '.join(missing)}."
            raise KolomError(f"{what} Wijs de kolom aan, of geef één waarde voor alle rijen.")


@cache
def velden() -> tuple[Veld, ...]:
    """All fields that a list can have."""
    return tuple(Veld(**row) for row in gegevens("kolommen")["velden"])


def propose_columns(kop: Sequence[str]) -> Kolomkeuze:
    """The column of each field: by a name that is known, else by one that is much alike.

    Of two columns with a known name the first known one is taken; no column serves two fields.
    """
    headings = {_bare(heading): heading for heading in reversed(kop) if _bare(heading)}
    found: dict[str, str] = {}
    for veld in velden():
        bare = next((name for name in _names(veld) if name in headings), None)
        if bare is not None:
            found[veld.veld] = headings.pop(bare)
    unsure = []
    for veld in velden():
        if veld.veld not in found and (bare := _nearest(veld, list(headings))):
            found[veld.veld] = headings.pop(bare)
            unsure.append(veld.veld)
    return Kolomkeuze(kolommen=found, onzeker=tuple(unsure))


def _names(veld: Veld) -> list[str]:
    return [_bare(name) for name in (veld.veld, *veld.namen)]


def _nearest(veld: Veld, headings: list[str]) -> str | None:
    long = [heading for heading in headings if len(heading) > _SHORT]
    best = [
        match
        for name in _names(veld)
        if len(name) > _SHORT
        and (match := process.extractOne(name, long, scorer=fuzz.ratio, score_cutoff=_ALIKE))
    ]
    return max(best, key=lambda match: match[1])[0] if best else None


def _bare(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold())
    return _SIGNS.sub("", letters)
