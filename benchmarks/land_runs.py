"""The benchmark of all dwellings of the country: every figure, beside the rent classes alone in polars."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median

import polars as pl

from benchmarks.land_maken import YEARS, make
from benchmarks.measure import Result, alternating, ratio, run_python
from wederkerig.monitoring.woningen.huurklassen import KLASSEN, limits
from wederkerig.monitoring.woningen.land import count_land

_PLACE = ("gemeente", "corporatie", "jaar")


def run_land(folder: Path, rows: int, runs: int) -> Iterator[Result]:
    """Both of them; the file is made once."""
    path = folder / f"land-{rows}.parquet"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        make(path, rows)
    tasks: list[Callable[[], object]] = [
        partial(read_columns, path),
        partial(rent_classes, path),
        partial(count_land, path),
    ]
    floor, peer, ours = alternating(tasks, runs)
    figures = len(count_land(path).formules)
    note = (
        f"{rows:_} dwellings, {figures} figures {_ms(ours)}; in polars the shares of rent classes alone"
        f" {_ms(peer)}, reading their columns {_ms(floor)}"
    )
    yield Result("country, all figures : rent classes", ratio(ours, peer), 1.5, "x", note)
    peak = float(run_python("-m", "benchmarks.land_child", str(path)))
    yield Result("country, peak memory", peak, 400.0, "MB", f"{path.stat().st_size / 1e6:.0f} MB of Parquet")


def read_columns(path: Path) -> pl.DataFrame:
    """The floor: the columns that the shares of rent classes need."""
    return pl.read_parquet(path, columns=[*_PLACE, "maatschappelijkLabel", "rekenhuur"])


def rent_classes(path: Path) -> pl.DataFrame:
    """The shares of rent classes of social dwellings, as anyone would write it in polars."""
    rent = pl.col("rekenhuur")
    classes = pl.lit("boven")
    for at, name in reversed(list(enumerate(KLASSEN[:4]))):
        classes = pl.when(rent <= pl.col(f"grens{at}")).then(pl.lit(name)).otherwise(classes)
    return (
        pl.scan_parquet(path)
        .filter(pl.col("maatschappelijkLabel") == "DAE")
        .join(_limits().lazy(), on="jaar")
        .with_columns(klasse=classes)
        .group_by(*_PLACE, "klasse")
        .len()
        .with_columns(aandeel=pl.col("len") / pl.col("len").sum().over(*_PLACE))
        .collect()
    )


def _limits() -> pl.DataFrame:
    days = [date(year, 12, 31) for year in YEARS]
    columns = {f"grens{at}": [float(limits(day)[at]) for day in days] for at in range(4)}
    return pl.DataFrame({"jaar": list(YEARS), **columns}, schema_overrides={"jaar": pl.Int16})


def _ms(times: list[float]) -> str:
    return f"{median(times) * 1000:.0f} ms"
