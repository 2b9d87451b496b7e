"""One row of the catalogue."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal, Self

from pydantic import model_validator

from wederkerig.model import Model, PartijSoort
from wederkerig.model.taal import Hoeveelheid


class WettelijkeNorm(Model):
    """What the law itself asks from the day `van`: a bound, and the bound that agreements may make of it."""

    van: date
    relatie: Literal["min", "max"]
    waarde: Hoeveelheid
    met_afspraak: Hoeveelheid | None = None
    bron: str


class Huurklasse(Model):
    """A class of rents: above one limit up to and including another, each by its name in `parameters`.

    naar_huishouden: the upper limit is the aftoppingsgrens that fits the household (low up to two persons).
    vera: the codes of VERA's HUURKLASSE that together are the same class; none where VERA has no such class.
    """

    id: str
    boven: str | None = None
    tot: str | None = None
    naar_huishouden: bool = False
    vera: tuple[str, ...] = ()


class Indicator(Model):
    """What can be measured.

    thema: the id of a canonical theme.
    soort: a figure on a day (`stand`) or over a period (`stroom`).
    richting: which way is better; `binnen` where neither is.
    herkomst: computed from a list of dwellings, given by a party, or following from the ledger of the stock.
    per_woning: an amount for each dwelling, so that those of parties and periods are never added.
    per_norm: the figure is about one norm and not about the party as a whole: how long the step takes that an
        agreement names, the money for what it names. So it is asked for each norm, and judges no other.
    levert: the kinds of parties that can supply it. overleg: passing it asks for talks.
    velden: of a figure from a list the columns it follows from, by VERA's names where VERA has them.
    """

    id: str
    naam: str
    definitie: str
    eenheid: str
    thema: str
    soort: Literal["stand", "stroom"]
    vorm: Literal["aantal", "aandeel", "bedrag", "duur", "index"]
    richting: Literal["hoger", "lager", "binnen"]
    bron: str
    methode: str
    herkomst: Literal["lijst", "opgave", "voorraad"]
    levert: tuple[PartijSoort, ...]
    overleg: bool = False
    per_woning: bool = False
    per_norm: bool = False
    velden: tuple[str, ...] = ()
    huurklasse: Huurklasse | None = None
    wettelijk: tuple[WettelijkeNorm, ...] = ()

    @model_validator(mode="after")
    def _list_names_its_columns(self) -> Self:
        if (self.herkomst == "lijst") != bool(self.velden):
            raise ValueError(f"{self.id}: an indicator from a list names its columns, and no other does")
        return self

    @model_validator(mode="after")
    def _list_knows_no_norms(self) -> Self:
        if self.per_norm and self.herkomst != "opgave":
            raise ValueError(f"{self.id}: only a party can give a figure about one norm")
        return self

    def wettelijk_op(self, dag: date) -> WettelijkeNorm | None:
        """What the law asks on a day; None where it asks nothing then."""
        return max(
            (norm for norm in self.wettelijk if norm.van <= dag), key=lambda norm: norm.van, default=None
        )

    def beyond_the_law(self, waarde: Decimal, dag: date) -> str:
        """That agreements may not make the bound this on a day, in Dutch; "" where they may."""
        law = self.wettelijk_op(dag)
        if law is None or law.met_afspraak is None:
            return ""
        too_far = waarde < law.met_afspraak if law.relatie == "min" else waarde > law.met_afspraak
        bound_word = "minder" if law.relatie == "min" else "meer"
        allowed = str(law.met_afspraak).replace(".", ",")
        return f"De wet laat niet {bound_word} toe dan {allowed}% ({law.bron})." if too_far else ""
