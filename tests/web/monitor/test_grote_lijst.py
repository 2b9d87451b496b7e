"""A long list with every tenth row broken: each wrong row is told, every good one is counted."""

from datetime import date

import pytest

from wederkerig.monitoring.woningen import Kolomkeuze
from wederkerig.web.monitor.lijstproces import LijstprocesError, compute_apart, open_apart, rows_apart
from wederkerig.web.monitor.models import Woningenlijst

KOP = "nummer;gemeente;DAEB;soort;huur;sinds"
KEUZE = Kolomkeuze(
    kolommen={
        "id": "nummer",
        "gemeente": "gemeente",
        "maatschappelijkLabel": "DAEB",
        "soort": "soort",
        "nettohuur": "huur",
        "inExploitatiedatum": "sinds",
    }
)
WRONG = ("-5,00", "veel", "=1+1", "12.34.56")


def silent(stap: str, deel: int) -> None:
    """Hear nothing."""


def lijst_van(rijen: int) -> bytes:
    """Every tenth row has a rent that cannot be."""
    rows = (
        f"W{nr};{'Zeedrecht' if nr % 2 else 'Duinrecht'};DAEB;Woonruimte;"
        f"{WRONG[nr % 4] if nr % 10 == 9 else '650,50'};1-1-1990"
        for nr in range(rijen)
    )
    return "\r\n".join([KOP, *rows]).encode()


def lijst() -> Woningenlijst:
    return Woningenlijst(
        bestandsnaam="lang.csv", kolommen=KEUZE.model_dump(mode="json"), peildatum=date(2026, 1, 1)
    )


@pytest.mark.parametrize("rijen", [2_000, pytest.param(300_000, marks=pytest.mark.slow)])
def test_every_tenth_row_is_told_and_all_others_are_counted(rijen):
    steps = []

    made = compute_apart(lijst_van(rijen), lijst(), lambda _stap, deel: steps.append(deel))

    stock = {
        each.gemeente: each.waarde
        for each in made.cijfers
        if each.indicator == "voorraad-sociaal" and each.gebied is None
    }
    assert (made.rijen, made.fouten, len(made.foutregels)) == (rijen, rijen // 10, rijen // 10)
    assert [each.rij for each in made.foutregels[:3]] == [11, 21, 31]
    assert stock == {"Zeedrecht": rijen * 4 // 10, "Duinrecht": rijen // 2}
    assert steps == sorted(steps)


def test_a_list_that_takes_too_long_is_ended(settings):
    settings.LIJST_SECONDEN = 1

    with pytest.raises(LijstprocesError, match="duurt te lang"):
        compute_apart(lijst_van(150_000), lijst(), silent)


def test_a_list_that_takes_too_much_memory_is_ended(settings):
    settings.LIJST_GEHEUGEN = 90_000_000

    with pytest.raises(LijstprocesError, match=r"geheugen|liep erop vast"):
        compute_apart(lijst_van(150_000), lijst(), silent)


def test_a_column_of_names_that_are_no_areas_is_refused():
    keuze = KEUZE.model_copy(update={"kolommen": KEUZE.kolommen | {"wijk": "nummer"}})
    keuze.kolommen["id"] = "nummer"
    of = lijst()
    of.kolommen = keuze.model_dump(mode="json")

    with pytest.raises(LijstprocesError, match="verschillende namen"):
        compute_apart(lijst_van(3_000), of, silent)


def test_a_table_of_more_rows_than_asked_for_is_refused():
    assert len(rows_apart(b"a;b\n1;2\n\n3;4\n", "x.csv", meeste=2).rijen) == 2
    with pytest.raises(LijstprocesError, match="meer dan 2 rijen"):
        rows_apart(b"a;b\n1;2\n3;4\n5;6\n", "x.csv", meeste=2)


def test_cells_are_shown_as_a_spreadsheet_shows_them():
    opened = open_apart(b"nummer;huur\nW1; 650,50 \n", "x.csv", "", silent)

    assert opened.voorbeelden == (("W1", "650,50"),)
