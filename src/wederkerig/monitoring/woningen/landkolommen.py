"""Columns of a Parquet file with very many dwellings, as arrays of small numbers. Only this needs polars."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import polars as pl

from wederkerig.monitoring.woningen.kolommen import velden
from wederkerig.monitoring.woningen.landtabellen import Getallen, LandError

_NEEDED = ("gemeente", "jaar")
_NO_FEATURE = ("id", "peildatum", "woonplaats", "wijk", "buurt", "bouwjaar")
# Rows that are read at once; their columns take some 60 bytes a row.
_STRETCH = 2_400_000
# Rows that are counted at once: few enough to stay near the processor, many enough to be worth a start.
_ROWS = 600_000


@dataclass(frozen=True, slots=True)
class Landbestand:
    """A Parquet file whose columns are known; kolommen: those that are counted, text: those of free text."""

    path: Path
    rows: int
    kolommen: tuple[str, ...]
    text: frozenset[str]

    def pieces(self) -> Iterator[Brokstuk]:
        """The rows, some at a time."""
        for first in range(0, self.rows, _STRETCH):
            frame = pl.scan_parquet(self.path).select(self.kolommen).slice(first, _STRETCH).collect()
            frame = frame.with_columns(_as_enum(frame[name]) for name in self.text)
            for at in range(0, frame.height, _ROWS):
                yield Brokstuk(frame.slice(at, _ROWS))


def open_land(path: Path) -> Landbestand:
    """Look at the columns. Raises LandError where the file is no list of dwellings."""
    try:
        lazy = pl.scan_parquet(path)
        schema = lazy.collect_schema()
        rows = int(lazy.select(pl.len()).collect().item())
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError) as error:
        raise LandError(f"{path.name} is geen Parquet-bestand, of het is beschadigd.") from error
    known = {each.veld for each in velden()}.difference(_NO_FEATURE) | {"jaar"}
    kolommen = tuple(name for name in schema.names() if name in known)
    for name in _NEEDED:
        if name not in kolommen:
            raise LandError(f"In {path.name} ontbreekt de kolom {name}. Geef de kolommen de namen van VERA.")
    text = frozenset(name for name in kolommen if schema[name] in (pl.String, pl.Categorical))
    return Landbestand(path, rows, kolommen, text)


def _as_enum(column: pl.Series) -> pl.Series:
    words = column.cast(pl.String)
    return words.cast(pl.Enum(words.unique().drop_nulls().sort()))


class Brokstuk:
    """Some rows, each column an array; an empty cell has a number of its own."""

    def __init__(self, frame: pl.DataFrame) -> None:
        self._frame = frame
        self.rows = frame.height
        self._words: dict[str, list[str | bool | None]] = {}

    def __contains__(self, veld: str) -> bool:
        return veld in self._frame.columns

    def words(self, veld: str) -> list[str | bool | None]:
        """The values that `codes` points to; the last one is the empty cell."""
        if veld not in self._words:
            kind = self._frame[veld].dtype
            self._words[veld] = [*kind.categories, None] if isinstance(kind, pl.Enum) else [False, True, None]
        return self._words[veld]

    def codes(self, veld: str, rows: Getallen | None = None) -> Getallen:
        """For each row (or for these) the place of its value in `words`."""
        column = self._column(veld, rows)
        column = column.cast(pl.UInt8) if column.dtype == pl.Boolean else column.to_physical()
        return _array(column, len(self.words(veld)) - 1)

    @cached_property
    def years(self) -> range:
        """From the first year to the last."""
        column = self._frame["jaar"]
        if column.null_count() or not column.dtype.is_integer():
            raise LandError("In de kolom jaar staat niet overal een jaartal.")
        return range(int(str(column.min())), int(str(column.max())) + 1)

    @cached_property
    def year_codes(self) -> Getallen:
        """For each row the place of its year in `years`."""
        return (self._frame["jaar"].to_numpy() - self.years.start).astype(np.uint8)

    def days(self, veld: str, empty: int) -> Getallen:
        """Days since 1970."""
        return _array(self._frame[veld].cast(pl.Date).to_physical(), empty)

    def cents(self, veld: str) -> Getallen:
        """Amounts in eurocents; 0 for an empty cell."""
        values = _array(self._frame[veld].cast(pl.Float64), 0)
        return (values * 100 + 0.5).astype(np.int32)

    def numbers(self, veld: str, rows: Getallen) -> Getallen:
        """Whole numbers of these rows; 0 for an empty cell."""
        return _array(self._column(veld, rows), 0)

    def _column(self, veld: str, rows: Getallen | None) -> pl.Series:
        column = self._frame[veld]
        return column if rows is None else column.gather(rows)


def _array(column: pl.Series, empty: int) -> Getallen:
    return (column.fill_null(empty) if column.null_count() else column).to_numpy()
