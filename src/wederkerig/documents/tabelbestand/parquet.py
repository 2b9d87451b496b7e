"""Parquet: columns of values, read with polars where that is installed (the extra `land`)."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from wederkerig.documents.errors import DamagedFileError, TooLargeError, UnknownFormatError
from wederkerig.documents.tabelbestand.bestand import ADVICE, MAX_COLUMNS, MAX_ROWS, Bladen, Cel

if TYPE_CHECKING:
    import polars as pl

# Values in memory at once; a value takes 16 bytes at most, text that repeats is kept once.
MAX_VALUES = 60_000_000
_SLICE = 20_000
MISSING = "Een Parquet-bestand lezen kan alleen met de aanvulling 'land', en die is hier niet geïnstalleerd."
MISSING_ADVICE = "Installeer wederkerig[land], of bied de lijst aan als CSV of XLSX."


class Kolommen(Bladen):
    """A Parquet file; its column names are the heading."""

    namen = ("tabel",)

    def __init__(self, data: bytes) -> None:
        """Raises UnknownFormatError without polars, DamagedFileError or TooLargeError."""
        try:
            import polars  # noqa: ICN001, PLC0415  # optional
        except ImportError as error:
            raise UnknownFormatError(MISSING, MISSING_ADVICE) from error
        self._polars = polars
        try:
            lazy = polars.scan_parquet(io.BytesIO(data))
            names = lazy.collect_schema().names()
            height = int(lazy.select(polars.len()).collect().item())
            _check_size(height, len(names))
            self._frame = lazy.collect()
        except (
            polars.exceptions.PolarsError,
            polars.exceptions.PanicException,
            OSError,
            ValueError,
        ) as error:
            raise DamagedFileError("Het Parquet-bestand is afgebroken of beschadigd.") from error

    def rows(self, blad: str) -> Iterator[Sequence[Cel]]:
        """The names of the columns, then the values; raises DamagedFileError on a day no calendar has."""
        del blad  # there is one
        yield self._frame.columns
        for part in self._frame.iter_slices(_SLICE):
            try:
                rows = self._text(part).rows()
            except (ValueError, OverflowError) as error:
                raise DamagedFileError("In het Parquet-bestand staat een datum die niet bestaat.") from error
            for row in rows:
                yield [_cell(value) for value in row]

    def _text(self, part: pl.DataFrame) -> pl.DataFrame:
        """Lists and records have no place in a cell."""
        nested = [name for name, kind in part.schema.items() if kind.is_nested()]
        return part.with_columns(self._polars.lit(None).alias(name) for name in nested)


def _check_size(rows: int, columns: int) -> None:
    if rows > MAX_ROWS or columns > MAX_COLUMNS or rows * columns > MAX_VALUES:
        raise TooLargeError(
            f"De tabel van {rows} rijen en {columns} kolommen is te groot om te lezen.", ADVICE
        )


def _cell(value: Any) -> Cel:  # noqa: ANN401  # whatever a column may hold
    if value is None or isinstance(value, str | bool | Decimal):
        return value
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float):
        number = Decimal(str(value))
        return number if number.is_finite() else None
    return str(value)
