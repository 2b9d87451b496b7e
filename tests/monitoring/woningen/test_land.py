"""The country in one Parquet file: the same figures as list by list."""

import sys
from datetime import date

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.monitoring.woningen.maken import ALL, DWELLINGS
from wederkerig.documents.tabelbestand import read_table
from wederkerig.monitoring.woningen import Periode, figures, propose_columns, read_woningen
from wederkerig.monitoring.woningen.land import LandError, count_land

COLUMNS = {
    "gemeente": "gemeente",
    "corporatie": "corporatie",
    "soort": "soort",
    "detailSoort": "detail_soort",
    "status": "status",
    "zelfstandig": "zelfstandig",
    "inExploitatiedatum": "in_exploitatiedatum",
    "inExploitatieReden": "in_exploitatie_reden",
    "uitExploitatiedatum": "uit_exploitatiedatum",
    "uitExploitatieReden": "uit_exploitatie_reden",
    "rekenhuur": "rekenhuur",
    "streefhuur": "streefhuur",
    "maximaleHuur": "maximale_huur",
    "energielabel": "energielabel",
    "doelgroep": "doelgroep",
    "woonvorm": "woonvorm",
    "toegankelijkheidslabel": "toegankelijkheidslabel",
    "maatschappelijkLabel": "maatschappelijk_label",
    "verkoop": "verkoop",
    "datumVerhuring": "datum_verhuring",
    "huishoudgrootte": "huishoudgrootte",
}
KINDS = {
    **dict.fromkeys(("zelfstandig", "verkoop"), pl.Boolean),
    **dict.fromkeys(("inExploitatiedatum", "uitExploitatiedatum", "datumVerhuring"), pl.Date),
    **dict.fromkeys(("rekenhuur", "streefhuur", "maximaleHuur"), pl.Float64),
    "huishoudgrootte": pl.Int8,
}
YEARS = (2024, 2025)


def frame(rows):
    """One row a dwelling and a year."""
    columns = {
        name: pl.Series([getattr(each, field) for each, _ in rows], dtype=pl.Object)
        for name, field in COLUMNS.items()
    }
    columns = {
        name: pl.Series(
            [None if value == "" else float(value) if KINDS.get(name) == pl.Float64 and value else value
             for value in values],
            dtype=KINDS.get(name, pl.String),
        )
        for name, values in columns.items()
    }  # fmt: skip
    return pl.DataFrame(columns | {"jaar": pl.Series([year for _, year in rows], dtype=pl.Int16)})


def as_enums(table):
    texts = [name for name, kind in table.schema.items() if kind == pl.String]
    return table.with_columns(
        pl.col(name).cast(pl.Enum(table[name].unique().drop_nulls().sort())) for name in texts
    )


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(DWELLINGS, st.sampled_from(YEARS)), min_size=1, max_size=30), st.booleans())
def test_figures_are_those_of_the_lists(tmp_path, rows, words_once):
    path = tmp_path / "land.parquet"
    table = frame(rows)
    (as_enums(table) if words_once else table).write_parquet(path)

    found = {key(each): each for each in count_land(path).cijfers()}

    lists = {year: [each for each, its in rows if its == year] for year in YEARS}
    expected = {
        key(each): each
        for year, woningen in lists.items()
        for each in figures(woningen, perioden=[Periode.ending(date(year, 12, 31))], velden=ALL)
        if each.niveau == "gemeente"
    }
    assert {at: each for at, each in found.items() if at in expected} == expected
    # the country also tells of areas in which nothing counts
    assert all(not each.teller for at, each in found.items() if at not in expected)


def key(cijfer):
    return cijfer.peildatum, cijfer.corporatie, cijfer.gemeente, cijfer.indicator


def test_figures_of_a_made_country_are_those_of_its_rows_read_one_by_one(tmp_path):
    from benchmarks.land_maken import make  # noqa: PLC0415  # polars

    path = tmp_path / "land.parquet"
    make(path, 2_000)
    table = read_table(path.read_bytes(), path.name)
    keuze = propose_columns(table.kop)
    woningen = list(read_woningen(table.kop, table.rijen, keuze, op=date(2026, 1, 5)))
    perioden = [Periode.ending(date(year, 12, 31)) for year in YEARS]

    expected = {key(each): each for each in figures(woningen, perioden=perioden, velden=keuze.velden)}
    found = {key(each): each for each in count_land(path).cijfers()}

    assert len(woningen) == 2_000
    assert {at: each for at, each in found.items() if at in expected} == expected


def test_pieces_together_are_the_whole(tmp_path, monkeypatch):
    from benchmarks.land_maken import make  # noqa: PLC0415  # polars
    from wederkerig.monitoring.woningen import landkolommen, landtabellen  # noqa: PLC0415  # polars

    make(tmp_path / "land.parquet", 3_000)
    whole = count_land(tmp_path / "land.parquet")
    monkeypatch.setattr(landkolommen, "_ROWS", 700)
    monkeypatch.setattr(landtabellen, "_MANY", 1_500)
    pieces = count_land(tmp_path / "land.parquet")

    assert pieces.plekken == whole.plekken
    assert pieces.tellers.tolist() == whole.tellers.tolist()
    assert pieces.noemers.tolist() == whole.noemers.tolist()


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (pl.DataFrame({"gemeente": ["a"]}), "ontbreekt de kolom jaar"),
        (pl.DataFrame({"jaar": [2025]}), "ontbreekt de kolom gemeente"),
        (pl.DataFrame({"gemeente": ["a"], "jaar": ["x"]}), "niet overal een jaartal"),
        (pl.DataFrame({"gemeente": ["a", "b"], "jaar": [2025, None]}), "niet overal een jaartal"),
    ],
)
def test_a_file_that_does_not_fit_is_refused_in_dutch(tmp_path, table, words):
    table.write_parquet(tmp_path / "land.parquet")

    with pytest.raises(LandError, match=words):
        count_land(tmp_path / "land.parquet")


def test_what_is_no_parquet_is_refused(tmp_path):
    path = tmp_path / "land.parquet"
    path.write_bytes(b"PAR1 nothing")

    with pytest.raises(LandError, match="geen Parquet-bestand"):
        count_land(path)


def test_without_polars_the_extra_is_named(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "wederkerig.monitoring.woningen.landkolommen", None)

    with pytest.raises(LandError, match=r"wederkerig\[land\]"):
        count_land(tmp_path / "land.parquet")
