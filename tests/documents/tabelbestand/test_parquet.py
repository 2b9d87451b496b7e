"""Lists as Parquet."""

import io
import sys
from datetime import UTC, date, datetime
from decimal import Decimal

import polars as pl
import pytest

from wederkerig.documents.errors import DamagedFileError, TooLargeError, UnknownFormatError
from wederkerig.documents.tabelbestand import parquet, read_table


def made(columns):
    target = io.BytesIO()
    pl.DataFrame(columns).write_parquet(target)
    return target.getvalue()


DATA = made({"id": ["a", None], "huur": [512.33, float("nan")], "n": [1, 2]})


def test_values_keep_their_kind():
    columns = {
        "id": ["a", None],
        "huur": [512.33, float("nan")],
        "prijs": [Decimal("1.10"), None],
        "dag": [date(2024, 1, 2), None],
        "moment": [datetime(2024, 1, 2, 3, tzinfo=UTC).replace(tzinfo=None), None],
        "ja": [True, None],
        "lijst": [[1], None],
    }
    table = read_table(made(columns), "lijst.parquet")

    assert table.kop == tuple(columns)
    assert list(table.rijen) == [
        ("a", Decimal("512.33"), Decimal("1.10"), date(2024, 1, 2), date(2024, 1, 2), True, None),
        (None,) * 7,
    ]


@pytest.mark.parametrize("data", [b"PAR1", b"PAR1" + b"x" * 90 + b"PAR1", DATA[:-40]])
def test_what_is_broken_is_turned_away(data):
    with pytest.raises(DamagedFileError):
        read_table(data, "lijst.parquet")


def test_a_day_that_no_calendar_has_is_told_and_is_no_crash():
    far = pl.Series([2**62]).cast(pl.Datetime("us"))

    with pytest.raises(DamagedFileError, match="datum die niet bestaat"):
        list(read_table(made({"dag": far}), "lijst.parquet").rijen)


def test_a_file_of_very_many_values_is_refused_before_they_are_read(monkeypatch):
    monkeypatch.setattr(parquet, "MAX_VALUES", 5)

    with pytest.raises(TooLargeError):
        read_table(DATA, "lijst.parquet")


def test_without_polars_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "polars", None)

    with pytest.raises(UnknownFormatError, match=r"wederkerig\[land\]"):
        read_table(DATA, "lijst.parquet")
