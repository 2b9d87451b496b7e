"""Makes a Parquet file as large as the stock of all housing corporations, the same one each time (seeded).

Shares of kinds, labels and rents are about those of the country; which dwelling has what is drawn.
Run as a program it writes the file: `python -m benchmarks.land_maken FILE ROWS`.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

MUNICIPALITIES = 342
CORPORATIONS = 280
YEARS = (2024, 2025)
_SEED = 20261130
_EPOCH = date(1970, 1, 1)
_CHANGED = 0.015  # share of dwellings that came in, and that went out, in a year
_LET = 0.07

# code: share; "" is an empty cell
_CODES: dict[str, dict[str, float]] = {
    "soort": {"WOO": 0.985, "INT": 0.01, "PAR": 0.005},
    "detailSoort": {
        "TUS": 0.4, "GAL": 0.2, "POF": 0.25, "HOE": 0.136, "TIJ": 0.006, "WOW": 0.003, "WWP": 0.005,
    },
    "status": {"VEH": 0.965, "LEE": 0.025, "ONT": 0.01},
    "maatschappelijkLabel": {"DAE": 0.955, "NDA": 0.045},
    "energielabel": {
        "AP": 0.05, "A": 0.27, "B": 0.17, "C": 0.26, "D": 0.12, "E": 0.06, "F": 0.03, "G": 0.02, "": 0.02,
    },
    "doelgroep": {"": 0.7, "SEN": 0.12, "JON": 0.05, "STU": 0.03, "GEZ": 0.07, "EEN": 0.03},
    "woonvorm": {"": 0.93, "GEC": 0.04, "ZWO": 0.01, "LEV": 0.02},
    "toegankelijkheidslabel": {"ZON": 0.7, "NUL": 0.2, "ROA": 0.07, "ROL": 0.02, "": 0.01},
}  # fmt: skip
_IN = {"NIE": 0.7, "HER": 0.1, "AAN": 0.1, "TRA": 0.1}
_OUT = {"SLO": 0.5, "VAH": 0.3, "VAO": 0.2}


def make(path: Path, rows: int) -> None:
    """Write the file: one row a dwelling and a year, in no order."""
    rng = np.random.default_rng(_SEED)
    frame = pl.DataFrame(_places(rng, rows) | _kinds(rng, rows) | _rents(rng, rows) | _days(rng, rows))
    frame = frame.with_columns(pl.col("jaar").cast(pl.Int16))
    frame.write_parquet(path, compression="lz4", row_group_size=300_000)


def _places(rng: np.random.Generator, rows: int) -> dict[str, Any]:
    """A corporation has a home of its own and some neighbours; large and small ones."""
    corporation = (CORPORATIONS * rng.random(rows) ** 2).astype(np.int32)
    municipality = (
        corporation * 5 // 4 + rng.integers(0, 6, rows) * rng.integers(0, 2, rows)
    ) % MUNICIPALITIES
    years = np.asarray(YEARS)[rng.integers(0, len(YEARS), rows)]
    return {
        "id": pl.Series(np.arange(rows)).cast(pl.String),
        "corporatie": _named(corporation, [f"L{at:04}" for at in range(CORPORATIONS)]),
        "gemeente": _named(municipality, [f"GM{at:04}" for at in range(MUNICIPALITIES)]),
        "jaar": years,
    }


def _kinds(rng: np.random.Generator, rows: int) -> dict[str, Any]:
    kinds: dict[str, Any] = {name: _drawn(rng, rows, shares) for name, shares in _CODES.items()}
    kinds["zelfstandig"] = rng.random(rows) < 0.94
    kinds["verkoop"] = rng.random(rows) < 0.03
    kinds["huishoudgrootte"] = rng.integers(1, 6, rows).astype(np.int8)
    return kinds


def _rents(rng: np.random.Generator, rows: int) -> dict[str, Any]:
    """Euro a month, in whole cents."""
    rent = np.clip(rng.normal(630, 110, rows), 180, 1500)
    return {
        "rekenhuur": np.round(rent, 2),
        "streefhuur": np.round(rent * rng.uniform(1, 1.2, rows), 2),
        "maximaleHuur": np.round(rent * rng.uniform(1.1, 1.6, rows), 2),
    }


def _days(rng: np.random.Generator, rows: int) -> dict[str, Any]:
    built = rng.integers((date(1950, 1, 1) - _EPOCH).days, (date(2023, 1, 1) - _EPOCH).days, rows)
    recent = rng.integers((date(2024, 1, 1) - _EPOCH).days, (date(2026, 1, 1) - _EPOCH).days, rows)
    came, went, let = (rng.random(rows) < share for share in (_CHANGED, _CHANGED, _LET))
    reasons_in, reasons_out = _drawn(rng, rows, _IN), _drawn(rng, rows, _OUT)
    return {
        "inExploitatiedatum": _day(np.where(came, recent, built)),
        "inExploitatieReden": _where(came, reasons_in),
        "uitExploitatiedatum": _where(went & ~came, _day(recent)),
        "uitExploitatieReden": _where(went & ~came, reasons_out),
        "datumVerhuring": _where(let, _day(recent)),
    }


def _drawn(rng: np.random.Generator, rows: int, shares: dict[str, float]) -> pl.Series:
    codes = rng.choice(len(shares), rows, p=list(shares.values()))
    return _where(codes != list(shares).index("") if "" in shares else None, _named(codes, list(shares)))


def _named(codes: np.ndarray[Any, Any], names: list[str]) -> pl.Series:
    """A column that says each name once: what other programs call a dictionary or a factor."""
    return (
        pl.Series(names, dtype=pl.Enum(names)).gather(codes) if "" not in names else _named_some(codes, names)
    )


def _named_some(codes: np.ndarray[Any, Any], names: list[str]) -> pl.Series:
    kept = [name for name in names if name]
    values = pl.Series([name or None for name in names], dtype=pl.Enum(kept))
    return values.gather(codes)


def _day(days: np.ndarray[Any, Any]) -> pl.Series:
    return pl.Series(days.astype(np.int32)).cast(pl.Date)


def _where(wanted: np.ndarray[Any, Any] | None, values: pl.Series) -> pl.Series:
    if wanted is None:
        return values
    return pl.select(pl.when(pl.Series(wanted)).then(values)).to_series()


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]))
