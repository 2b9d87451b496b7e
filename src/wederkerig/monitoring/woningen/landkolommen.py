"""Columns of a Parquet file with very many dwellings, as arrays of small numbers. Only this needs polars."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import polars as pl

from wederkerig.monitoring.woningen.kolommen import velden
from wederkerig.monitoring.woningen.landtabellen import LONG_AGO, NEVER, Getallen, LandError

_NEEDED = ("gemeente", "jaar")
_NO_YEAR = "In de kolom jaar staat niet overal een jaartal."
_AMOUNTS = ("rekenhuur", "streefhuur", "maximaleHuur")
# an empty day of coming lies before all years, one of going after them
_EMPTY_DAYS = {"inExploitatiedatum": LONG_AGO, "uitExploitatiedatum": NEVER, "datumVerhuring": LONG_AGO}
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
            lazy = pl.scan_parquet(self.path).select(self.kolommen).slice(first, _STRETCH)
            if self.text:
                frame = lazy.collect()
                lazy = frame.with_columns(_as_enum(frame[name]) for name in self.text).lazy()
            schema = lazy.collect_schema()
            numbers = lazy.select(_as_number(name, kind) for name, kind in schema.items()).collect()
            words = {name: _words(kind) for name, kind in schema.items()}
            for at in range(0, numbers.height, _ROWS):
                yield Brokstuk(numbers.slice(at, _ROWS), words)


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
    if not schema["jaar"].is_integer():
        raise LandError(_NO_YEAR)
    text = frozenset(name for name in kolommen if schema[name] in (pl.String, pl.Categorical))
    return Landbestand(path, rows, kolommen, text)


def _as_enum(column: pl.Series) -> pl.Series:
    words = column.cast(pl.String)
    return words.cast(pl.Enum(words.unique().drop_nulls().sort()))


def _words(kind: pl.DataType) -> list[str | bool | None]:
    """The values that numbers of a column point to; the last one is the empty cell."""
    return [*kind.categories, None] if isinstance(kind, pl.Enum) else [False, True, None]


def _as_number(name: str, kind: pl.DataType) -> pl.Expr:
    """The column as numbers, with a number of its own for an empty cell."""
    column = pl.col(name)
    if isinstance(kind, pl.Enum):
        return column.to_physical().fill_null(len(kind.categories))
    if kind == pl.Boolean:
        return column.cast(pl.UInt8).fill_null(2)
    if name in _EMPTY_DAYS:
        return column.cast(pl.Date).to_physical().fill_null(_EMPTY_DAYS[name])
    if name in _AMOUNTS:
        return (column.cast(pl.Float64).fill_null(0) * 100 + 0.5).cast(pl.Int32)
    return column if name == "jaar" else column.fill_null(0)


class Brokstuk:
    """Some rows, each column an array of numbers."""

    def __init__(self, frame: pl.DataFrame, words: Mapping[str, list[str | bool | None]]) -> None:
        self._frame = frame
        self._words = words
        self.rows = frame.height

    def __contains__(self, veld: str) -> bool:
        return veld in self._words

    def words(self, veld: str) -> list[str | bool | None]:
        """The values that the numbers of a column point to; the last one is the empty cell."""
        return self._words[veld]

    def numbers(self, veld: str) -> Getallen:
        """Places in `words`, days since 1970, eurocents or how many; of empty cells see `_as_number`."""
        return self._frame[veld].to_numpy()

    @cached_property
    def years(self) -> range:
        """From the first year to the last."""
        column = self._frame["jaar"]
        if column.null_count():
            raise LandError(_NO_YEAR)
        return range(int(str(column.min())), int(str(column.max())) + 1)

    @cached_property
    def year_codes(self) -> Getallen:
        """For each row the place of its year in `years`."""
        return (self._frame["jaar"].to_numpy() - self.years.start).astype(np.uint8)
