"""A list of projects: every row a project, or what is wrong with it and what to do."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wederkerig.monitoring.projectlijst import KOLOMMEN, read_completion, read_projects

OP = date(2026, 3, 1)
KOP = ("Gemeente", "Locatie", "Fase", "Erbij", "Eraf", "Soort", "Oplevering", "Fictief", "Huurklasse")
GOED = ("Zeedrecht", "Haven", "ontwerp", "40", "0", "nieuwbouw", "2028", "nee", "betaalbaar")


def row(**cells: str) -> tuple[str, ...]:
    return tuple(cells.get(name, value) for name, value in zip(KOP, GOED, strict=True))


def read(*rows: tuple[str, ...], kop=KOP):
    return read_projects(kop, list(enumerate(rows, start=2)), op=OP)


def test_a_row_is_a_project():
    (regel,), fouten = read(row())

    project = regel.project
    assert fouten == []
    assert (regel.rij, regel.gemeente, project.naam) == (2, "Zeedrecht", "Haven")
    assert (project.erbij, project.soort, project.oplevering, project.huurklasse) == (40, "NIU", 2028, "BET")


def test_the_words_of_the_form_are_known_in_a_list():
    kop = ("Gemeente", "Locatie", "Fase", "Soort", "Woningen erbij", "Woningen gesloopt")

    (regel,), fouten = read(("Zeedrecht", "Haven", "in aanbouw", "sloop-nieuwbouw", "40", "12"), kop=kop)

    assert fouten == []
    assert (regel.project.fase, regel.project.erbij, regel.project.eraf) == ("bouw", 40, 12)


def test_a_list_that_says_no_number_of_dwellings_is_not_read_as_nought():
    good, (fout,) = read(
        ("Zeedrecht", "Haven", "ontwerp", "40"), kop=("Gemeente", "Locatie", "Fase", "Hoeveel")
    )

    assert good == []
    assert "erbij" in fout.uitleg


@pytest.mark.parametrize(
    ("kolom", "waarde", "woord"),
    [
        ("Gemeente", "", "leeg"),
        ("Locatie", "", "leeg"),
        ("Fase", "klaar", "woord"),
        ("Erbij", "-4", "kleiner dan 0"),
        ("Erbij", "4-", "geen heel aantal"),
        ("Erbij", "4,5", "geen heel aantal"),
        ("Erbij", "999999", "te groot"),
        ("Erbij", "=2+2", "geen heel aantal"),
        ("Soort", "toren", "woord"),
        ("Oplevering", "31-2-2028", "geen dag"),
        ("Oplevering", "ooit", "geen dag"),
        ("Oplevering", "2024", "voorbij"),
        ("Fictief", "misschien", "ja of nee"),
        ("Fictief", "ja", "Zonder locatie"),
    ],
)
def test_a_wrong_cell_is_told_at_its_row_and_column(kolom, waarde, woord):
    good, (fout,) = read(row(**{kolom: waarde}))

    assert good == []
    assert (fout.rij, fout.kolom, fout.waarde) == (2, kolom, waarde)
    assert woord in fout.uitleg
    assert fout.advies != ""


def test_two_rows_of_one_project_are_told():
    _, (fout,) = read(row(), row(Locatie="Kade"), row(Locatie="HAVEN"))

    assert (fout.rij, "rij 2" in fout.uitleg) == (4, True)


def test_columns_are_found_by_other_names_and_a_missing_one_is_told():
    kop = ("gemeente", "Projectnaam", "STATUS", "Aantal woningen", "sloop", "type", "jaar", "x", "huurklasse")

    (regel,), _ = read(row(), kop=kop)
    _, (fout,) = read(row(), kop=("gemeente", "locatie", *KOP[3:], "x"))

    assert (regel.project.erbij, regel.project.oplevering) == (40, 2028)
    assert (fout.rij, "fase" in fout.uitleg) == (1, True)


def test_every_column_has_a_name_of_its_own():
    names = [name for each in KOLOMMEN.values() for name in each]

    assert len(names) == len(set(names))


@settings(max_examples=60)
@given(st.lists(st.text(max_size=30), min_size=len(KOP), max_size=len(KOP)))
def test_whatever_stands_in_a_row_it_is_a_project_or_it_is_told(cells):
    good, fouten = read(tuple(cells))

    assert bool(good) != bool(fouten)


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_a_day_is_read_back_as_it_was_written(day):
    assert read_completion(f"{day.day}-{day.month}-{day.year}") == read_completion(day.isoformat()) == day
