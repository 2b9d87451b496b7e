"""All dwellings of the country from one Parquet file to every figure, in one pass over its columns.

Per municipality, corporation and year; a row is a dwelling on 31 December of its `jaar`. Features, formulas
and limits are those of `figures`. Columns have VERA's names and codes. Those that keep each word once (the
Enum of polars, a dictionary in Parquet) are read much faster than text.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from wederkerig.monitoring.woningen.cijfer import Cijfer
from wederkerig.monitoring.woningen.formules import Deel, Formule
from wederkerig.monitoring.woningen.landklassen import Getallen, Plek, make_plan
from wederkerig.monitoring.woningen.landtabellen import LandError, Landteller, found
from wederkerig.monitoring.woningen.periode import Periode
from wederkerig.monitoring.woningen.rekenen import cijfers, computable, parts_of
from wederkerig.monitoring.woningen.tellen import Gebied

if TYPE_CHECKING:
    from wederkerig.monitoring.woningen.landkolommen import Brokstuk

__all__ = ["LandError", "Landtelling", "Plek", "count_land"]

# Two pieces are counted at once; numpy lets another thread go on while it calculates.
_WORKERS = 2
_MISSING = (
    "Woningen van het hele land tellen kan alleen met de aanvulling 'land', en die is hier niet "
    "geïnstalleerd. Installeer wederkerig[land]."
)


@dataclass(frozen=True, slots=True)
class Landtelling:
    """The counts of the country.

    plekken: the areas, by municipality, corporation and year. formules: the figures that the columns allow.
    tellers, noemers: a row for each area and a column for each figure: how many dwellings, or eurocents where
    the figure adds up amounts; a noemer of -1 is of a figure that is no share.
    """

    plekken: tuple[Plek, ...]
    formules: tuple[Formule, ...]
    tellers: Getallen
    noemers: Getallen

    def cijfers(self) -> Iterator[Cijfer]:
        """Every figure, area by area, as `figures` gives them."""
        rows = zip(self.plekken, self.tellers.tolist(), self.noemers.tolist(), strict=True)
        for plek, teller, noemer in rows:
            peildatum = date(plek.jaar, 12, 31)
            gebied = Gebied(peildatum, plek.corporatie, plek.gemeente, "gemeente", None)
            sums: dict[Deel, Decimal] = {}
            for each, above, below in zip(self.formules, teller, noemer, strict=True):
                sums[each.teller] = _amount(above, each.teller)
                if each.noemer is not None:
                    sums[each.noemer] = _amount(below, each.noemer)
            yield from cijfers(gebied, Periode.ending(peildatum), sums, self.formules)


def count_land(path: Path) -> Landtelling:
    """Count a Parquet file. Raises LandError, with what to do: no polars, or a file that does not fit."""
    try:
        from wederkerig.monitoring.woningen.landkolommen import open_land  # noqa: PLC0415  # optional
    except ImportError as error:
        raise LandError(_MISSING) from error
    bestand = open_land(path)
    pieces = bestand.pieces()
    wanted = computable(bestand.words)
    delen = parts_of(wanted)
    plan = make_plan(bestand.words, bestand.years, delen)
    workers = [Landteller(plan) for _ in range(_WORKERS)]
    with ThreadPoolExecutor(_WORKERS) as pool:
        list(pool.map(partial(_count, pieces, Lock()), workers))
    plekken, counts = found(workers, plan)

    column = {deel: at for at, deel in enumerate(delen)}
    tellers = counts[[column[each.teller] for each in wanted]]
    noemers = counts[[column[each.noemer] if each.noemer else 0 for each in wanted]]
    noemers[[each.noemer is None for each in wanted]] = -1
    return Landtelling(plekken, wanted, tellers.T, noemers.T)


def _count(pieces: Iterator[Brokstuk], turn: Lock, teller: Landteller) -> None:
    """Count the pieces that no other takes."""
    while True:
        with turn:
            stuk = next(pieces, None)
        if stuk is None:
            return
        teller.add(stuk)


def _amount(number: int, deel: Deel) -> Decimal:
    return Decimal(number) / 100 if deel.som else Decimal(number)
