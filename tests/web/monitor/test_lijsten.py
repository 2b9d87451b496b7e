"""A list of dwellings: opened, pointed out, computed once whatever breaks off, thrown away."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tests.web.maken import CORPORATIE, HUURDERS, inzending, organisatie
from tests.web.monitor.lijsten import (
    GEHEIM,
    KOP,
    berekend,
    bewerker,
    geopend,
    ingebracht,
    lijst_van,
    rij,
    wijs_aan,
)
from wederkerig.web.monitor.domain import lijst_berekenen, lijsten
from wederkerig.web.monitor.models import Cijfer, LijstFase, Woningenlijst
from wederkerig.web.monitor.tasks import bereken_lijst, requeue_stale_lists
from wederkerig.web.register.domain.herhalen import MEESTE_POGINGEN
from wederkerig.web.register.models import Bestand, Gebeurtenis, Gemeente, Inzending

pytestmark = pytest.mark.django_db


def kinds() -> list[str]:
    return list(Gebeurtenis.objects.order_by("pk").values_list("soort", flat=True))


def value(lijst: Woningenlijst, indicator: str, gebied: str = "") -> int:
    return int(lijst.cijfers.get(indicator=indicator, gebied=gebied).waarde)


def test_a_list_that_was_brought_in_is_opened_and_its_columns_are_proposed():
    lijst = geopend()

    assert lijst.fase == LijstFase.KOLOMMEN
    assert lijst.kop == KOP.split(";")
    assert lijst.voorbeelden[0] == rij(0).split(";")
    assert lijsten.columns_of(lijst).kolommen["nettohuur"] == "kale huur"


def test_figures_follow_from_the_list_by_municipality_and_district():
    Gemeente.objects.create(naam="Zeedrecht", slug="zeedrecht")

    lijst = berekend()

    assert (lijst.fase, lijst.rijen, lijst.fouten) == (LijstFase.KLAAR, 60, 0)
    assert value(lijst, "voorraad-sociaal") == 54
    assert value(lijst, "voorraad-sociaal", f"{GEHEIM} 1") == 18
    assert {each.gemeente.naam for each in lijst.cijfers.all()} == {"Zeedrecht"}
    assert kinds() == ["woningenlijst ingebracht", "kolommen aangewezen", "woningenlijst berekend"]


def test_a_municipality_that_is_not_known_here_has_figures_all_the_same():
    lijst = berekend()

    assert {each.gemeente for each in lijst.cijfers.all()} == {None}


def test_computing_twice_gives_the_same_figures_once():
    lijst = berekend()
    before = list(lijst.cijfers.values_list("indicator", "gebied", "waarde"))

    Woningenlijst.objects.update(fase=LijstFase.WACHT)
    lijst_berekenen.bereken(str(lijst.pk))
    lijst_berekenen.bereken(str(lijst.pk))

    assert list(lijst.cijfers.values_list("indicator", "gebied", "waarde")) == before


def test_what_is_computed_from_columns_that_were_changed_meanwhile_is_not_kept(monkeypatch):
    lijst = wijs_aan(geopend())
    compute = lijst_berekenen.compute_apart

    def while_it_is_changed(*arguments):
        Woningenlijst.objects.update(stand=lijst.stand + 1)
        return compute(*arguments)

    monkeypatch.setattr(lijst_berekenen, "compute_apart", while_it_is_changed)
    lijst_berekenen.bereken(str(lijst.pk))

    assert Cijfer.objects.count() == 0
    assert Woningenlijst.objects.get().fase == LijstFase.WACHT


def test_rows_that_are_wrong_are_told_and_left_out():
    wrong = [rij(1, huur="-5"), rij(2, huur="=1+1"), rij(3, huur="veel"), rij(0)]
    lijst = berekend("\r\n".join([KOP, *(rij(each) for each in range(20, 50)), *wrong, rij(20)]).encode())

    errors = bytes(lijst.foutenbestand.inhoud).decode("utf-8-sig").splitlines()

    assert (lijst.rijen, lijst.fouten) == (35, 4)
    assert [line.split(";")[0].strip('"') for line in errors] == ["rij", "32", "33", "34", "36"]
    assert "'=1+1" in errors[2]


def test_a_heading_that_was_pointed_out_once_is_remembered():
    first = geopend()
    wijs_aan(first, rekenhuur="kale huur")

    second = geopend(lijst_van(70))

    own = lijsten.remembered_columns(second.organisatie, second.kop)
    assert own.kolommen["rekenhuur"] == "kale huur"
    assert lijsten.remembered_columns(organisatie(HUURDERS), second.kop) is None
    assert lijsten.remembered_columns(second.organisatie, [*second.kop, "meer"]) is None


def test_who_points_out_columns_that_somebody_else_pointed_out_since_is_told():
    lijst = geopend()
    keuze = lijsten.columns_of(lijst)
    wijs_aan(lijst)
    lijst_berekenen.bereken(str(lijst.pk))

    with pytest.raises(lijsten.VerouderdError):
        lijsten.point_columns(lijst, keuze, bewerker(), peildatum=lijst.peildatum, stand=0)


# --- what breaks off ---------------------------------------------------------------------------------


def test_a_list_of_which_the_worker_died_is_computed_again():
    lijst = ingebracht()
    DBTaskResult.objects.all().delete()
    Woningenlijst.objects.update(gelezen_tot=timezone.now() - timedelta(seconds=1))

    assert requeue_stale_lists() == 1
    assert DBTaskResult.objects.get().args_kwargs["args"] == [str(lijst.pk)]
    assert requeue_stale_lists() == 0


def test_a_list_that_breaks_off_time_and_again_is_given_up():
    lijst = ingebracht()
    for _ in range(MEESTE_POGINGEN):
        bereken_lijst.enqueue(str(lijst.pk))
    DBTaskResult.objects.update(status="FAILED")
    Woningenlijst.objects.update(gelezen_tot=timezone.now() - timedelta(seconds=1))

    assert requeue_stale_lists() == 0
    lijst.refresh_from_db()
    assert lijst.fase == LijstFase.MISLUKT
    assert "telkens afgebroken" in lijst.fout


def test_a_list_that_failed_is_tried_again_and_keeps_what_was_pointed_out():
    lijst = wijs_aan(geopend())
    Woningenlijst.objects.update(fase=LijstFase.MISLUKT, fout="storing")

    assert lijsten.try_again(lijst)
    lijst_berekenen.bereken(str(lijst.pk))

    assert Woningenlijst.objects.get().fase == LijstFase.KLAAR
    assert not lijsten.try_again(lijst)


# --- thrown away -------------------------------------------------------------------------------------


def test_a_list_that_is_thrown_away_leaves_no_bytes_and_keeps_its_figures():
    lijst = berekend("\r\n".join([KOP, *(rij(each) for each in range(30)), rij(40, huur="-1")]).encode())
    figures = lijst.cijfers.count()

    assert lijsten.throw_away(lijst, bewerker())

    lijst.refresh_from_db()
    assert (lijst.bestand, lijst.foutenbestand, lijst.voorbeelden) == (None, None, [])
    assert Bestand.objects.count() == 0
    assert lijst.cijfers.count() == figures > 0
    assert kinds()[-1] == "woningenlijst weggegooid"


def test_bytes_that_something_else_keeps_stay():
    lijst = berekend()
    shared = inzending(organisatie(CORPORATIE))
    Inzending.objects.filter(pk=shared.pk).update(bestand=lijst.bestand)
    Bestand.objects.exclude(pk=lijst.bestand_id).delete()

    lijsten.throw_away(lijst, bewerker())

    assert Bestand.objects.get().pk == lijst.bestand_id


def test_a_list_that_is_being_computed_is_not_thrown_away():
    lijst = wijs_aan(geopend())

    assert not lijsten.throw_away(lijst, bewerker())
    assert Bestand.objects.count() == 1


def test_a_list_that_was_thrown_away_is_computed_no_more():
    lijst = berekend()
    lijsten.throw_away(lijst, bewerker())
    lijst.refresh_from_db()

    with pytest.raises(lijsten.LijstError, match="weggegooid"):
        wijs_aan(lijst)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="the file of PostgreSQL is its own")
def test_what_was_thrown_away_stands_nowhere_in_the_database_file():
    lijst = berekend()

    def holds() -> bool:
        return GEHEIM.encode() in connection.connection.serialize()

    before = holds()
    lijsten.throw_away(lijst, bewerker())
    Cijfer.objects.all().delete()  # names of districts stand with the figures, which stay

    assert (before, holds()) == (True, False)
