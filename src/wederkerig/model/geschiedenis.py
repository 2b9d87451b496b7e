"""One document through time: a base and the decisions that amend it, each with its dates."""

from __future__ import annotations

from datetime import date
from typing import Literal

from wederkerig.model.bron import Model
from wederkerig.model.stuk import Jaarplan, Overeenkomst
from wederkerig.model.verwerking import Beslissing


class Besluit(Model):
    """A year plan that was adopted.

    vastgesteld: when the parties adopted it; inwerking: the first day on which it holds; ondertekend:
    when it was signed. na: the name of the decision it follows, where dates alone do not say.
    """

    naam: str
    vastgesteld: date
    inwerking: date
    ondertekend: date | None = None
    na: str | None = None
    jaarplan: Jaarplan
    beslissingen: tuple[Beslissing, ...] = ()


class Geschiedenis(Model):
    """A base document and what was decided since; every version follows from these."""

    formaat: Literal["wederkerig-geschiedenis"] = "wederkerig-geschiedenis"
    versie: Literal[1] = 1
    basis: Overeenkomst
    vastgesteld: date | None = None
    inwerking: date | None = None
    ondertekend: date | None = None
    besluiten: tuple[Besluit, ...] = ()
