"""What others send us: other people's documents stay theirs, and nothing of a document becomes mark-up."""

import re

import pytest
from django.urls import reverse

from tests.web.inbrengen.stukken import bewerker, client_van, feit, gelezen, partijen
from tests.web.inloggen import als
from tests.web.maken import CORPORATIE, basis, inzending, organisatie
from wederkerig.model import Bron, Getal, Tabel
from wederkerig.web.register.domain.geschiedenis import as_data
from wederkerig.web.register.domain.inzenden import breng_in
from wederkerig.web.register.models import Inzending, Koppeling, Lezing, Verbetering

pytestmark = pytest.mark.django_db
ONGELEZEN = '<script>alert(1)</script><img src=x onerror="alert(2)">"\'&'

GETS = (
    "inzending",
    "inzending_voortgang",
    "inzending_bestand",
    "nalezen",
    "feiten",
    "toevoegen",
    "vaststellen",
    "intrekken",
)
POSTS = ("verbeter", "koppel", "los", "opnieuw_lezen", "intrekken", "vaststellen", "toevoegen")


@pytest.fixture
def made():
    return gelezen()


@pytest.fixture
def stranger(made):  # noqa: ARG001  # who comes later
    return als(bewerker("vreemd@duin.nl", CORPORATIE))


@pytest.mark.parametrize("name", GETS)
def test_another_party_hears_that_there_is_no_such_document(made, stranger, name):
    assert stranger.get(reverse(name, args=[made.pk])).status_code == 404


@pytest.mark.parametrize("name", POSTS)
def test_another_party_changes_nothing(made, stranger, name):
    item = feit(made, "getal", "120")
    data = {
        "sleutel": item.sleutel,
        "gezien": "0",
        "daad": "weg",
        "rij": "1",
        "stand": made.stand,
        "gemeenten": "Zeedrecht",
        "organisatie": "",
    }
    before = (made.fase, made.stand, Koppeling.objects.count())

    response = stranger.post(reverse(name, args=[made.pk]), data)

    made.refresh_from_db()
    assert response.status_code == 404
    assert (made.fase, made.stand, Koppeling.objects.count()) == before
    assert Verbetering.objects.count() == 0


def test_pages_of_another_party_are_not_drawn(made, stranger):
    assert stranger.get(reverse("bladzijde", args=[made.pk, 1])).status_code == 404


def test_a_correction_of_another_document_cannot_be_named(made):
    client = client_van(made)
    other = inzending(organisatie(CORPORATIE))
    row = Verbetering.objects.create(
        inzending=other, sleutel="getal-1", inhoud={"sleutel": "getal-1", "soort": "weg"}, door="Cor"
    )

    assert client.post(reverse("los", args=[made.pk]), {"rij": row.pk}).status_code == 404


@pytest.mark.parametrize("row", ["x", "-1", "9" * 30, ""])
def test_a_number_that_is_none_is_not_found(made, row):
    assert client_van(made).post(reverse("los", args=[made.pk]), {"rij": row}).status_code == 404


def nasty() -> Inzending:
    """A document in which every text holds mark-up."""
    stuk = basis()
    place = Bron(van=0, tot=len(ONGELEZEN), citaat=ONGELEZEN, voor=ONGELEZEN, na=ONGELEZEN)
    getal = Getal(tekst=ONGELEZEN, waarde=1, eenheid=ONGELEZEN, twijfel=ONGELEZEN, bron=place)
    stuk = stuk.model_copy(
        update={
            "titel": ONGELEZEN,
            "gemeente": ONGELEZEN,
            "partijen": tuple(
                each.model_copy(update={"naam": ONGELEZEN + each.naam}) for each in stuk.partijen
            ),
            "themas": tuple(each.model_copy(update={"titel": ONGELEZEN}) for each in stuk.themas),
            "tabellen": (Tabel(titel=ONGELEZEN, kop=(ONGELEZEN,), rijen=((ONGELEZEN,),)),),
            "afspraken": tuple(
                each.model_copy(
                    update={
                        "tekst": ONGELEZEN,
                        "nummer": ONGELEZEN[:8],
                        "thema": ONGELEZEN,
                        "getallen": (getal,),
                    }
                )
                for each in stuk.afspraken
            ),
        }
    )
    made = inzending(stuk=stuk)
    Lezing.objects.create(
        inzending=made,
        lezer="2",
        stuk=as_data(stuk),
        tekst=ONGELEZEN * 3,
        bevindingen=[
            {"code": "W1", "ernst": "fout", "plaats": ONGELEZEN, "uitleg": ONGELEZEN, "advies": ONGELEZEN}
        ],
    )
    Inzending.objects.update(bestandsnaam=ONGELEZEN)
    made.refresh_from_db()
    return made


def holds_markup(page: str) -> bool:
    return bool(re.search(r"<script>alert|<img src=x|onerror=\"alert", page))


def test_nothing_of_a_document_becomes_markup():
    client = als(bewerker())
    made = nasty()
    items = feit(made, "afspraak").sleutel, feit(made, "tabel").sleutel, feit(made, "getal").sleutel

    pages = [client.get(reverse(name, args=[made.pk])) for name in ("nalezen", "vaststellen", "intrekken")]
    pages += [client.get(reverse("feiten", args=[made.pk]), {"van": key}) for key in items]
    pages.append(client.get(reverse("toevoegen", args=[made.pk]), {"soort": "getal", "bij": items[0]}))
    pages.append(client.get(reverse("inbrengen")))

    assert [page.status_code for page in pages] == [200] * len(pages)
    assert "&lt;script&gt;alert" in pages[0].content.decode()
    assert [holds_markup(page.content.decode()) for page in pages] == [False] * len(pages)


def test_what_somebody_types_comes_back_as_text():
    made = gelezen()
    client = client_van(made)
    data = {"sleutel": feit(made, "getal", "120").sleutel, "gezien": "0", "veld-waarde": ONGELEZEN}

    for headers in ({}, {"HX-Request": "true"}):
        page = client.post(reverse("verbeter", args=[made.pk]), data, headers=headers)
        assert page.status_code == 400
        assert not holds_markup(page.content.decode())


def test_a_file_is_given_back_as_a_file_and_never_as_a_page():
    partijen()
    person = bewerker()
    inhoud = b"<html><script>alert(1)</script><p>Prestatieafspraken</p></html>"
    made = breng_in(inhoud, 'stuk"\r\nX: y.html', organisatie=organisatie(), gebruiker=person).inzending

    response = als(person).get(reverse("inzending_bestand", args=[made.pk]))

    assert response.content == inhoud
    assert response["Content-Type"] == "application/octet-stream"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Disposition"] == "attachment; filename*=UTF-8''stuk%22%20X%3A%20y.html"


def test_pages_run_no_script_of_their_own():
    made = gelezen()
    client = client_van(made)

    for name in ("nalezen", "vaststellen", "inbrengen"):
        page = client.get(reverse(name, args=[] if name == "inbrengen" else [made.pk])).content.decode()
        assert re.findall(r"<script(?![^>]*\bsrc=)|<style|<[^>]*\s(?:style|on\w+)=", page) == []
