"""A PDF is shown as it looks, with the places of its facts on it."""

import re

import pytest
from django.urls import reverse

from tests.web.inbrengen.stukken import bewerker, feit
from tests.web.inloggen import als
from tests.web.maken import organisatie
from wederkerig.web.register.domain import lezen
from wederkerig.web.register.domain.inzenden import breng_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(root):
    inhoud = (root / "voorbeelden" / "heidervoort-prestatieafspraken-2024-2027.pdf").read_bytes()
    found = breng_in(inhoud, "heidervoort.pdf", organisatie=organisatie(), gebruiker=bewerker()).inzending
    lezen.lees(str(found.pk))
    found.refresh_from_db()
    return found


def test_each_page_is_a_picture_that_is_fetched_when_it_is_seen(made):
    client = als(made.door)

    page = client.get(reverse("nalezen", args=[made.pk])).content.decode()
    picture = client.get(reverse("bladzijde", args=[made.pk, 5]))

    loading = re.findall(r'<img [^>]*width="1000" height="1414" loading="(\w+)"', page)
    assert (len(loading), loading[0], loading.count("lazy")) == (11, "eager", 9)
    assert picture["Content-Type"] == "image/png"
    assert picture.content.startswith(b"\x89PNG")
    assert "private" in picture["Cache-Control"]
    again = client.get(reverse("bladzijde", args=[made.pk, 5]), headers={"If-None-Match": picture["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(reverse("bladzijde", args=[made.pk, 99])).status_code == 404


def test_the_places_of_facts_lie_on_the_pages_and_lead_to_them(made):
    page = als(made.door).get(reverse("nalezen", args=[made.pk])).content.decode()
    getal = feit(made, "getal", "minimaal 200 woningen")
    termijn = feit(made, "termijn", twijfel=True)

    place = re.search(rf'<a id="p-{getal.sleutel}" href="([^"]*)"[^>]*>(.*?)</a>', page)
    assert place[1] == f"?feit={getal.sleutel}#f-{getal.sleutel}"
    assert len(re.findall("<rect ", place[2])) == 1
    assert re.search(rf'<a id="p-{termijn.sleutel}"[^>]*class="[^"]*w-plek--twijfel', page)
