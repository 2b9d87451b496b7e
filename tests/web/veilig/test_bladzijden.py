"""A page that takes minutes to draw holds up nobody: not who asks for it, not the rest of the site."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.web.inloggen import als
from tests.web.maken import inzending, mens
from tests.web.portaal.maken import vastgesteld
from tests.web.veilig.slepend import slepend
from wederkerig.web.accounts.models import Rol
from wederkerig.web.register import leesproces
from wederkerig.web.register.domain import bladzijden
from wederkerig.web.register.models import Bestand, Bladzijde, Lezing

pytestmark = pytest.mark.django_db
PLAATSEN = {"bladzijden": [[595, 842], [595, 842]], "vakken": {}}
OF = "/overeenkomsten/zeedrecht-2025-2028/versies/basis/bron"


@pytest.fixture
def adopted(monkeypatch):
    monkeypatch.setattr(leesproces, "_PAGE_SECONDS", 4)
    return vastgesteld(inhoud=slepend(), bestandsnaam="stuk.pdf", plaatsen=PLAATSEN)


@pytest.mark.usefixtures("adopted")
def test_a_page_that_takes_too_long_says_so_and_is_not_tried_again(client, monkeypatch):
    first = client.get(f"{OF}/2.png")
    monkeypatch.setattr(bladzijden, "_draw", lambda *_: pytest.fail("the page was drawn again"))
    again = client.get(f"{OF}/2.png")

    assert (first["Content-Type"], again.content) == ("image/svg+xml", first.content)
    assert "Bladzijde 2 kan niet worden getoond." in first.content.decode()
    assert "ETag" not in first


@pytest.mark.usefixtures("adopted")
def test_a_page_that_was_drawn_is_kept(client, monkeypatch):
    first = client.get(f"{OF}/1.png")
    monkeypatch.setattr(bladzijden, "_draw", lambda *_: pytest.fail("the page was drawn again"))

    assert first["Content-Type"] == "image/png"
    assert client.get(f"{OF}/1.png").content == first.content


@pytest.mark.usefixtures("adopted")
def test_who_comes_while_too_many_are_being_drawn_is_asked_to_come_back(client):
    held = 0
    while bladzijden.PLAATS.acquire(blocking=False):
        held += 1
    try:
        public = client.get(f"{OF}/1.png")
        made = inzending()
        Lezing.objects.filter(inzending=made).update(plaatsen=PLAATSEN)
        own = als(mens("bo@zeedrecht.example", Rol.LEZER)).get(reverse("bladzijde", args=[made.pk, 1]))
    finally:
        bladzijden.PLAATS.release(held)

    assert [(each.status_code, each["Retry-After"]) for each in (public, own)] == [(503, "5")] * 2
    assert Bladzijde.objects.count() == 0


@pytest.mark.usefixtures("adopted")
def test_the_pages_are_drawn_when_a_document_is_read():
    bestand = Bestand.objects.get()

    bladzijden.draw_ahead(bestand.pk, 2)

    assert [bool(each.png) for each in Bladzijde.objects.order_by("nummer")] == [True, False]
