"""What a forecast says: the stock per year with a band, the chance of each target, what it hangs on."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal, Self

from pydantic import model_validator

from wederkerig.model import Model
from wederkerig.voorraad.grootboek import Categorie


class Voorraaddoel(Model):
    """A number of dwellings to reach, or to stay under, on a day.

    meting: `voorraad` is the stock itself, `groei` its change since the opening, `toegevoegd` what is added
    (nothing taken off), with in `nu` how many there are already. kenmerk: only dwellings of that kind, which
    projects tell of what they add. corporatie "" and categorie None are all of them.
    """

    naam: str
    relatie: Literal["min", "max"] = "min"
    aantal: int
    per: date
    meting: Literal["voorraad", "groei", "toegevoegd"] = "voorraad"
    kenmerk: Literal["toegankelijk", "geclusterd"] | None = None
    corporatie: str = ""
    categorie: Categorie | None = None
    nu: int = 0

    @model_validator(mode="after")
    def _possible(self) -> Self:
        if self.kenmerk and self.meting != "toegevoegd":
            raise ValueError("Van toegankelijke en geclusterde woningen is alleen bekend wat erbij komt.")
        return self


class Jaarbeeld(Model):
    """The stock at the end of a year: 1 in 10 scenarios is below `laag`, half below `midden`, 9 below `hoog`.

    gepland: what it would be if every project came in full, on the day it is planned.
    """

    jaar: int
    laag: int
    midden: int
    hoog: int
    gepland: int


class Invloed(Model):
    """How much of the chance hangs on a project: the chance as it is less the chance without it."""

    project: str
    daling: Decimal


class Doelkans(Model):
    """The chance that a target is met, as a share of the scenarios.

    laag, midden, hoog: of the figure itself, on the day of the target. invloeden: the projects without which
    the chance falls most. extra: how many dwellings, certain to be finished in time, bring the chance to 80%
    (of a target to stay under: how many fewer); 0 where it is that high already.
    """

    doel: Voorraaddoel
    kans: Decimal
    laag: int
    midden: int
    hoog: int
    invloeden: tuple[Invloed, ...] = ()
    extra: int = 0


class Vooruitblik(Model):
    """The forecast, with what it was made of. begin: the stock at the end of the day `op`.

    opmerkingen: what a person should know of it, in Dutch, such as projects that have no day yet.
    """

    op: date
    tot: date
    begin: int
    scenarios: int
    seed: int
    jaren: tuple[Jaarbeeld, ...]
    doelen: tuple[Doelkans, ...] = ()
    opmerkingen: tuple[str, ...] = ()
