"""How often a page asks the database: as often with one row as with thirty."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.web.maken import GEMEENTE, basis, organisatie
from tests.web.portaal.maken import besluit, jaarplan, vastgesteld, vervangt
from wederkerig.model import Partij
from wederkerig.web.monitor.domain import voorstellen
from wederkerig.web.portaal import bronnen
from wederkerig.web.register.domain import geschiedenis
from wederkerig.web.register.models import Oordeel, Ronde, Verklaring

pytestmark = pytest.mark.django_db
OF = "/overeenkomsten/zeedrecht-2025-2028"
PAGES = {
    "/": 3,
    "/gemeenten/zeedrecht/": 13,
    f"{OF}/": 14,
    f"{OF}/tekst/": 5,
    f"{OF}/afspraken/afspraak-1/": 7,
    f"{OF}/afspraken/afspraak-1/?op=2025-06-01": 7,
    f"{OF}/versies/": 7,
    f"{OF}/versies/?van=2025-01-01&tot=2026-06-01": 7,
    f"{OF}/versies/basis/": 8,
    f"{OF}/versies/plan-0/": 8,
    f"{OF}/versies/basis/bron/": 6,
    f"{OF}/downloads/json/": 5,
    "/zoeken/?q=woningen": 6,
    "/sitemap.xml": 2,
}


def register(rows):
    """A register with so many of everything."""
    parties = tuple(
        Partij(naam=f"Corporatie {number}", kort=f"C{number}", soort="corporatie") for number in range(rows)
    )
    stuk = basis(afspraken=rows)
    made = vastgesteld(stuk.model_copy(update={"partijen": (*stuk.partijen, *parties)}))
    today, successor = timezone.localdate(), organisatie("Opvolger", "corporatie")
    for partij in made.partijen.select_related("organisatie"):
        Verklaring.objects.create(
            besluit=made.besluiten.get(volgnummer=0),
            organisatie=partij.organisatie,
            oordeel=Oordeel.BEZWAAR,
            door="Bea",
        )
        if partij.naam != GEMEENTE:
            partij.organisatie.opvolger = successor
            partij.organisatie.save()
    for number in range(rows):
        old, new = f"minimaal {10 + number}", f"minimaal {11 + number}"
        besluit(
            made, jaarplan(vervangt("1", old, new), jaar=2026).model_copy(update={"titel": f"Plan {number}"})
        )
        vastgesteld(basis(f"Plaats {number}"), gemeente=f"Plaats {number}", adres=f"plaats-{number}")
        vastgesteld(basis(), adres=f"ook-{number}")
        Ronde.objects.create(
            overeenkomst=made, naam=f"Ronde {number}", opent=today, sluit=today + timedelta(9), door="Anna"
        )


def counted(client, path):
    """How many, where nothing is known yet from the page before."""
    geschiedenis.forget()
    voorstellen.forget()
    cache.clear()
    bronnen._text.cache_clear()
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(path)
    assert answer.status_code == 200
    return len(asked)


@pytest.mark.parametrize("rows", [1, 30])
def test_a_page_asks_the_database_as_often_with_one_row_as_with_thirty(client, rows):
    register(rows)

    assert {path: counted(client, path) for path in PAGES} == PAGES
