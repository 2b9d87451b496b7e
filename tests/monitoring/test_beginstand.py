"""Sources that disagree about the stock of a day are told, with the one that counts."""

from datetime import date

from wederkerig.monitoring.beginstand import contradictions
from wederkerig.voorraad.grootboek import Voorraadstand

OP, DAG = date(2026, 3, 1), date(2026, 1, 1)


def stand(aantal: int, corporatie: str = "Duin", *, dag: date = DAG, bron: str = "tabel 1") -> Voorraadstand:
    return Voorraadstand(corporatie=corporatie, dag=dag, aantal=aantal, bron=bron)


def told(reported=(), tables=()) -> list[tuple[str, int, int]]:
    found = contradictions(reported, tables, OP)
    return [(each.waar.partition(",")[0], each.verwacht, each.gevonden) for each in found]


def test_a_figure_and_a_table_that_disagree_are_told_with_the_sum():
    (found,) = contradictions([stand(4_358, bron="ingediende cijfers")], [stand(4_391)], OP)

    assert found.waar == "Duin, sociale huur (DAEB), stand op 1-1-2026"
    assert found.uitleg == (
        "4.358 volgens ingediende cijfers (op 1-1-2026), maar 4.391 volgens tabel 1 (op 1-1-2026). "
        "Dat scheelt 33. Gerekend is met 4.358; spreek af welk aantal geldt."
    )


def test_31_december_and_1_january_are_one_moment():
    assert told([stand(950, dag=date(2025, 12, 31)), stand(955)]) == [("Duin", 955, 950)]


def test_two_tables_that_disagree_are_told():
    assert told(tables=[stand(900), stand(910, bron="tabel 2")]) == [("Duin", 910, 900)]


def test_a_total_of_another_source_is_held_against_the_sum_of_each():
    given = [stand(600, "Duin", bron="cijfers"), stand(400, "Zee", bron="cijfers")]

    assert told(given, [stand(1_020, "")]) == [("alle corporaties samen", 1_000, 1_020)]
    assert told(given, [stand(1_000, "")]) == []
    assert told(given[:1], [stand(1_020, "")]) == []  # of Zee nothing is known


def test_what_agrees_and_what_has_not_been_is_not_told():
    later = date(2027, 1, 1)

    assert told([stand(950)], [stand(950)]) == []
    assert told([stand(950, dag=later)], [stand(960, dag=later)]) == []
