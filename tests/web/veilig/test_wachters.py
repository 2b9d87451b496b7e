"""The database keeps what decisions rest on, whatever the site or somebody with a prompt asks of it."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from tests.web.maken import inzending, mens, overeenkomst
from wederkerig.web.register.models import Bestand, Fase, Inzending, Lezing

pytestmark = pytest.mark.django_db


def refused(change) -> bool:
    """Whether the database refuses it; what it did not refuse is undone."""
    try:
        with transaction.atomic():
            change()
            transaction.set_rollback(True)
    except DatabaseError:
        return True
    return False


def adopted():
    overeenkomst()
    rows = Inzending.objects.filter(fase=Fase.VASTGESTELD)
    return rows, Lezing.objects.filter(inzending__in=rows)


def test_the_bytes_of_a_file_stay():
    adopted()
    assert refused(lambda: Bestand.objects.update(inhoud=b"iets anders"))
    assert refused(lambda: Bestand.objects.update(sha256="0" * 64))


@pytest.mark.parametrize(
    "change",
    [
        {"bestandsnaam": "anders.txt"},
        {"fase": Fase.NALEZEN},
        {"door_naam": "Iemand anders"},
        {"overeenkomst": None},
        {"op": timezone.now()},
    ],
)
def test_an_adopted_document_stays_what_it_was(change):
    rows, _ = adopted()
    assert refused(lambda: rows.update(**change))


def test_a_reading_of_an_adopted_document_stays():
    _, readings = adopted()
    assert refused(lambda: readings.update(tekst="iets anders"))
    assert refused(lambda: readings._raw_delete("default"))


def test_an_adopted_document_is_not_removed():
    rows, _ = adopted()
    with connection.constraint_checks_disabled():
        assert refused(lambda: rows._raw_delete("default"))


def test_what_is_not_adopted_yet_goes_on():
    made = inzending()
    Lezing.objects.filter(inzending=made).update(tekst="opnieuw gelezen")
    Inzending.objects.filter(pk=made.pk).update(bestandsnaam="anders.txt", fase=Fase.INGETROKKEN)
    made.delete()
    assert Lezing.objects.count() == 0


def test_somebody_who_leaves_leaves_an_adopted_document_as_it_was():
    rows, _ = adopted()
    rows.update(door=mens("bo@zeedrecht.example"), stand=9)
    rows.update(door=None)
    assert [(each.door, each.stand) for each in rows] == [(None, 9)]


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no such statement")
@pytest.mark.parametrize("table", ["register_besluit", "register_gebeurtenis", "register_lezing"])
def test_no_table_is_emptied_at_once(table):
    def empty() -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"TRUNCATE {table} CASCADE")

    assert refused(empty)
