"""Documents are data, addresses are guesses: nothing in them acts as a page of the site, or breaks it."""

import re

import pytest

from tests.web.maken import HUURDERS, basis, organisatie
from tests.web.portaal.maken import besluit, jaarplan, vastgesteld, vervangt
from wederkerig.model import Afspraak, Begrip, Hoofdstuk, Kader, Partij, Stap, Tabel, Thema
from wederkerig.web.register.models import Besluit, Inzending, Oordeel, Verklaring

pytestmark = pytest.mark.django_db
KWAAD = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&"
OF = "/overeenkomsten/zeedrecht-2025-2028"


@pytest.fixture
def kwaad():
    """Agreements in which every text that a document can hold is mark-up."""
    first = Afspraak(
        nummer="1",
        thema=KWAAD,
        rubriek=f"{KWAAD} rubriek",
        tekst=f"Duinwonen bouwt {KWAAD} minimaal 20 woningen.",
        actoren=(KWAAD,),
        derden=(f"{KWAAD} derde",),
        stappen=(Stap(tekst=f"{KWAAD} stap"),),
    )
    stuk = basis().model_copy(
        update={
            "titel": f"{KWAAD} titel",
            "partijen": (*basis().partijen, Partij(naam=KWAAD, kort=KWAAD, soort="overig")),
            "hoofdstukken": (Hoofdstuk(titel=f"{KWAAD} hoofdstuk", tekst=f"{KWAAD}\n{KWAAD} tekst"),),
            "themas": (Thema(titel=KWAAD, context=f"{KWAAD} context", doelen=(KWAAD,), ambities=(KWAAD,)),),
            "afspraken": (first,),
            "tabellen": (
                Tabel(titel=f"{KWAAD} tabel", kop=(KWAAD, "b"), rijen=((KWAAD, "2"),), afspraak="1"),
            ),
            "begrippen": (Begrip(term=f"{KWAAD} begrip", definitie=KWAAD),),
            "kaders": (Kader(titel=f"{KWAAD} kader", niveau=KWAAD),),
        }
    )
    made = vastgesteld(stuk, bestandsnaam=f"..\\../{KWAAD}\r\nX-Kwaad: ja.html", inhoud=KWAAD.encode())
    besluit(made, jaarplan(vervangt("1", "minimaal 20", f"{KWAAD} minimaal 25")))
    Verklaring.objects.create(
        besluit=made.besluiten.get(volgnummer=1),
        organisatie=organisatie(HUURDERS),
        oordeel=Oordeel.BEZWAAR,
        toelichting=KWAAD,
        door=KWAAD,
    )
    return made


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/gemeenten/zeedrecht/",
        "/gemeenten/zeedrecht/?op=2026-06-01",
        f"{OF}/",
        f"{OF}/?partij=%3Cscript%3Ealert(1)%3C/script%3E&thema=%22onload=&houvast=geen",
        f"{OF}/tekst/",
        f"{OF}/tekst/?wijzigingen=jaarplan-2026",
        f"{OF}/afspraken/afspraak-1/",
        f"{OF}/afspraken/afspraak-1/?op=2026-06-01&x=%3Cscript%3Ealert(1)%3C/script%3E",
        f"{OF}/versies/",
        f"{OF}/versies/?van=2025-01-01&tot=2026-06-01",
        f"{OF}/versies/basis/",
        f"{OF}/versies/jaarplan-2026/",
        "/zoeken/?q=minimaal",
        "/zoeken/?q=%3Cscript%3Ealert(1)%3C/script%3E&thema=%3Cb%3E&soort=%3Cb%3E&blad=%3Cb%3E",
        "/sitemap.xml",
    ],
)
@pytest.mark.usefixtures("kwaad")
def test_mark_up_in_a_document_or_an_address_is_shown_as_text(client, path):
    answer = client.get(path)
    said = answer.content.decode()

    assert answer.status_code == 200
    assert re.findall(r"<script>|<img src=x|onerror=alert\(2\)>", said) == []
    assert re.findall(r'\sstyle="|\son\w+="|javascript:', said) == []


@pytest.mark.usefixtures("kwaad")
def test_what_is_tried_is_on_the_pages(client):
    said = client.get(f"{OF}/tekst/?op=2026-06-01").content.decode()

    assert said.count("&lt;script&gt;alert(1)&lt;/script&gt;") > 12


@pytest.mark.usefixtures("kwaad")
def test_a_source_is_sent_to_be_saved_under_a_harmless_name(client):
    answer = client.get(f"{OF}/versies/basis/bron/")

    assert answer.content == KWAAD.encode()
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["Content-Disposition"].startswith("attachment; filename")
    assert not re.search(r"[/\\\r\n<>]|X-Kwaad: ", answer["Content-Disposition"].removeprefix("attachment"))
    assert "X-Kwaad" not in answer.headers


@pytest.mark.usefixtures("kwaad")
def test_a_source_is_sent_once_and_then_known(client):
    first = client.get(f"{OF}/versies/basis/bron/")

    again = client.get(f"{OF}/versies/basis/bron/", headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    "path",
    [
        "/gemeenten/nergens/",
        "/overeenkomsten/nergens/",
        "/overeenkomsten/nergens/tekst/",
        "/overeenkomsten/nergens/versies/",
        "/overeenkomsten/nergens/afspraken/afspraak-1/",
        "/overeenkomsten/nergens/versies/basis/bron/",
        "/overeenkomsten/nergens/downloads/json/",
        f"{OF}/afspraken/afspraak-77/",
        f"{OF}/afspraken/1/",
        f"{OF}/afspraken/%2e%2e%2f/",
        f"{OF}/afspraken/afspraak-1/bron/basis/",
        f"{OF}/afspraken/afspraak-1/bron/nergens/",
        f"{OF}/versies/nergens/",
        f"{OF}/versies/nergens/bron/",
        f"{OF}/versies/basis/bron/1.png",
        f"{OF}/versies/basis/bron/0.png",
        f"{OF}/versies/basis/bron/999999999999999999999.png",
        f"{OF}/tekst/?wijzigingen=nergens",
        f"{OF}/downloads/exe/",
        f"{OF}/downloads/renvooi/",
        f"{OF}/downloads/renvooi/?besluit=basis",
        f"{OF}/downloads/json/?besluit=nergens",
    ],
)
@pytest.mark.usefixtures("kwaad")
def test_what_is_not_there_is_not_found(client, path):
    assert client.get(path).status_code == 404


def test_a_decision_is_read_only_under_its_own_agreements(client):
    ours, theirs = vastgesteld(), vastgesteld(basis("Havendam"), gemeente="Havendam", adres="havendam")
    besluit(theirs, jaarplan(vervangt("2", "minimaal 20", "minimaal 25")))

    assert client.get("/overeenkomsten/havendam/versies/jaarplan-2026/").status_code == 200
    assert client.get(f"/overeenkomsten/{ours.slug}/versies/jaarplan-2026/").status_code == 404
    assert client.get(f"/overeenkomsten/{ours.slug}/versies/jaarplan-2026/bron/").status_code == 404


@pytest.mark.parametrize("path", ["/", "/gemeenten/zeedrecht/", f"{OF}/tekst/", f"{OF}/versies/", "/zoeken/"])
@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
@pytest.mark.usefixtures("kwaad")
def test_reading_is_all_one_can_do(client, path, method):
    before = Besluit.objects.count(), Inzending.objects.count()

    assert getattr(client, method)(path).status_code == 405
    assert (Besluit.objects.count(), Inzending.objects.count()) == before


@pytest.mark.parametrize(
    "query", ["items=x", "op=2026-01-01&op=2025-01-01", "keys=1&values=2", "%00=%00", "a" * 3000]
)
@pytest.mark.usefixtures("kwaad")
def test_odd_questions_do_not_break_a_page(client, query):
    assert client.get(f"{OF}/?{query}").status_code in {200, 400}
