"""Columns of a Parquet file with very many dwellings, as arrays of small numbers. Only this needs polars."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl

from wederkerig.monitoring.woningen.kolommen import velden
from wederkerig.monitoring.woningen.landklassen import AMOUNTS, Getallen, Woorden
from wederkerig.monitoring.woningen.landtabellen import EMPTY_DAYS, LandError

_NEEDED = ("gemeente", "jaar")
_NO_YEAR = "In de kolom jaar staat niet overal een jaartal."
_NO_FEATURE = ("id", "peildatum", "woonplaats", "wijk", "buurt", "bouwjaar")
# Rows that are counted at once: few enough to stay near the processor, many enough to be worth a start.
_ROWS = 100_000


@dataclass(frozen=True, slots=True)
class Landbestand:
    """A Parquet file that is known: its columns with their words (none of numbers), and its years."""

    path: Path
    words: Woorden
    years: range

    def pieces(self) -> Iterator[Brokstuk]:
        """The rows, some at a time. Reading begins at once, and goes on while pieces are counted."""
        lazy = pl.scan_parquet(self.path)
        kinds = lazy.collect_schema()
        numbers = [_as_number(name, kinds[name], words) for name, words in self.words.items()]
        batches = lazy.select(numbers).collect_batches(chunk_size=_ROWS)
        return (Brokstuk(frame, self.years.start) for frame in batches)


def open_land(path: Path) -> Landbestand:
    """Look at the columns. Raises LandError where the file is no list of dwellings."""
    try:
        lazy = pl.scan_parquet(path)
        schema = lazy.collect_schema()
        known = {each.veld for each in velden()}.difference(_NO_FEATURE) | {"jaar"}
        kolommen = {name: kind for name, kind in schema.items() if name in known}
        _check(path, kolommen)
        return Landbestand(
            path, {name: _words(lazy, name, kind) for name, kind in kolommen.items()}, _years(lazy)
        )
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError) as error:
        raise LandError(f"{path.name} is geen Parquet-bestand, of het is beschadigd.") from error


def _check(path: Path, kolommen: dict[str, pl.DataType]) -> None:
    for name in _NEEDED:
        if name not in kolommen:
            raise LandError(f"In {path.name} ontbreekt de kolom {name}. Geef de kolommen de namen van VERA.")
    if not kolommen["jaar"].is_integer():
        raise LandError(_NO_YEAR)


def _years(lazy: pl.LazyFrame) -> range:
    """From the first year to the last."""
    year = pl.col("jaar")
    low, high, empty = (
        lazy.select(year.min(), year.max().alias("max"), year.null_count().alias("null")).collect().row(0)
    )
    if empty:
        raise LandError(_NO_YEAR)
    return range(0) if low is None else range(low, high + 1)


def _words(lazy: pl.LazyFrame, name: str, kind: pl.DataType) -> tuple[str | bool | None, ...]:
    """The values that numbers of a column point to; the last one is the empty cell."""
    if isinstance(kind, pl.Enum):
        return (*kind.categories, None)
    if kind in (pl.String, pl.Categorical):
        words = lazy.select(pl.col(name).cast(pl.String).unique().drop_nulls().sort()).collect()
        return (*words[name], None)
    return (False, True, None) if kind == pl.Boolean else ()


def _as_number(name: str, kind: pl.DataType, words: Sequence[str | bool | None]) -> pl.Expr:
    """The column as numbers, with a number of its own for an empty cell."""
    column = pl.col(name)
    if words == (False, True, None):
        return column.cast(pl.UInt8).fill_null(2)
    if words:
        enum = (
            column
            if isinstance(kind, pl.Enum)
            else column.cast(pl.String).cast(pl.Enum([str(word) for word in words[:-1]]))
        )
        return enum.to_physical().fill_null(len(words) - 1)
    if name in EMPTY_DAYS:
        return column.cast(pl.Date).to_physical().fill_null(EMPTY_DAYS[name])
    return column.cast(pl.Float64).fill_null(0) if name in AMOUNTS else column.fill_null(0)


class Brokstuk:
    """Some rows, each column an array of numbers. first: the first year of the file."""

    def __init__(self, frame: pl.DataFrame, first: int) -> None:
        self._frame = frame
        self._first = first
        self._numbers: dict[str, Getallen] = {}

    def __len__(self) -> int:
        return self._frame.height

    def numbers(self, veld: str) -> Getallen:
        """Places in the words of the column, days since 1970, eurocents, years after the first, or how many.

        Of empty cells see `_as_number`.
        """
        if veld not in self._numbers:
            found: Getallen = self._frame[veld].to_numpy()
            if veld in AMOUNTS:
                found = np.maximum((found * 100 + 0.5).astype(np.int32), 0)
            elif veld == "jaar":
                found = (found - self._first).astype(np.uint16)
            self._numbers[veld] = found
        return self._numbers[veld]
