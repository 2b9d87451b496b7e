"""What is measured: the norms that agreements set, and the figures they are held against."""

from __future__ import annotations

from datetime import date
from typing import Literal

from wederkerig.model.bron import Feit, Model
from wederkerig.model.taal import Hoeveelheid, Relatie

Grootheid = Literal["stand", "verandering", "verandering in %"]
Ritme = Literal["eenmalig", "jaarlijks"]


class Nulmeting(Model):
    """The baseline a change is counted from: its day, and its figure where the document says it."""

    peildatum: date
    waarde: Hoeveelheid | None = None


class Norm(Feit):
    """One promise in figures, so that it can be measured.

    sleutel: lasting name; it follows from the agreement and the words of the quantity.
    afspraak, nummer: the agreement's lasting id ("" where it has none) and its printed number.
    indicator: its id in the catalogue (monitoring/indicatoren); "" where none fits.
    grootheid: what is compared with `waarde`: the figure itself, how much it changed since the baseline, or
        how many percent. A change downward is negative ("25% less" is -25).
    van, per: first and last day that count; for a yearly norm the first and last year it holds.
    indexatie: by how many percent the bound of a yearly price may rise in each year after that of `van`.
    prijspeil: of a price that is indexed each year: the day whose price it is.
    partijen: whose dwellings, lettings or money it is about, as `Partij.naam`; several are taken together.
    cijfers_van: who supplies the figures.
    gebied: a village or district; None is the whole municipality.
    aard: a `norm` binds; `achtergrond` is a figure that explains (a need, an estimate) and is not judged.
    """

    sleutel: str
    afspraak: str
    nummer: str
    thema: str | None = None
    indicator: str = ""
    grootheid: Grootheid = "stand"
    relatie: Relatie
    waarde: Hoeveelheid
    tot: Hoeveelheid | None = None
    eenheid: str
    ritme: Ritme = "eenmalig"
    van: date | None = None
    per: date | None = None
    indexatie: Hoeveelheid | None = None
    prijspeil: date | None = None
    nulmeting: Nulmeting | None = None
    partijen: tuple[str, ...] = ()
    cijfers_van: tuple[str, ...] = ()
    gebied: str | None = None
    aard: Literal["norm", "achtergrond"] = "norm"
    tekst: str = ""


class Meting(Model):
    """A figure of a party: how much on a day (van is None), or from a day to a day.

    waarde: in the unit of the indicator; of a share the percentage, with in `noemer` how many it is a share
        of, so that shares of several parties can be taken together.
    norm: the key of the norm it is about; None where it is about the party as a whole (`Indicator.per_norm`).
    bron: where the figure comes from, in words.
    """

    indicator: str
    partij: str
    peildatum: date
    van: date | None = None
    waarde: Hoeveelheid
    noemer: Hoeveelheid | None = None
    gebied: str | None = None
    norm: str | None = None
    bron: str = ""
