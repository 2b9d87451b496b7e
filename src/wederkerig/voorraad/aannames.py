"""What the forecast assumes of projects, as data: how many fall through, how late, how large."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Self

import yaml
from pydantic import Field, model_validator

from wederkerig.model import Model
from wederkerig.voorraad.grootboek import Soort
from wederkerig.voorraad.projecten import Fase, Project, Zekerheid

Bereik = tuple[Decimal, Decimal]
"""The least and the most, as a share of what is planned; every share between them is as likely."""
Maanden = tuple[int, int, int, int, int]
"""Months later than planned: of the luckiest project, of 1 in 10, half, 9 in 10, and of the unluckiest."""


class Aanname(Model):
    """What is assumed of the projects in a phase.

    uitval: the share that is never finished. vertraging: months later than planned, as five points of its
    distribution (0, 10, 50, 90 and 100%), with straight lines between them.
    """

    fase: Fase | None = None
    uitleg: str
    uitval: Decimal = Field(ge=0, le=1)
    vertraging: Maanden
    omvang: Bereik

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if list(self.vertraging) != sorted(self.vertraging) or not 0 <= self.omvang[0] <= self.omvang[1]:
            raise ValueError("Een aanname loopt van klein naar groot, en een omvang is niet negatief.")
        return self


class Markt(Model):
    """What meets all projects of a scenario: its share of them, and what it does to drop-out and delay."""

    naam: str
    uitleg: str
    aandeel: Decimal = Field(gt=0, le=1)
    uitval: Decimal = Field(ge=0)
    vertraging: Decimal = Field(ge=0)


class Aannames(Model):
    """Everything the forecast assumes. sloop_voor_oplevering: in months."""

    vanaf: date
    bron: str
    fasen: tuple[Aanname, ...]
    fictief: Aanname
    zekerheid: dict[Zekerheid, Decimal]
    markt: tuple[Markt, ...]
    sloop_voor_oplevering: int = Field(ge=0)
    mutaties: dict[Soort, Bereik]

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if sum(een.aandeel for een in self.markt) != 1:
            raise ValueError("De aandelen van de markt zijn samen niet 1.")
        return self

    def of(self, project: Project) -> Aanname:
        """What is assumed of a project that is not finished: by its phase, or that it has no location yet."""
        if project.fictief:
            return self.fictief
        return next(een for een in self.fasen if een.fase == project.fase)


@cache
def default_aannames() -> Aannames:
    """The assumptions beside this module."""
    text = files(__package__).joinpath("aannames.yaml").read_text(encoding="utf-8")
    return Aannames.model_validate(yaml.safe_load(text))
