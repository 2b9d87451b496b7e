"""Where in its source an agreement stands: pages of a PDF with marks, words around it in other formats."""

from pathlib import Path

import pytest

from tests.web.maken import basis
from tests.web.portaal.maken import besluit, jaarplan, vastgesteld, vervangt
from wederkerig.model import Bron
from wederkerig.web.register.leesproces import read_apart

pytestmark = pytest.mark.django_db
VOORBEELD = Path(__file__).parents[3] / "voorbeelden" / "heidervoort-prestatieafspraken-2024-2027.pdf"
OF = "/overeenkomsten/heidervoort-2025-2028"


@pytest.fixture(scope="module")
def gelezen():
    """An example document, with its bytes and its text."""
    content = VOORBEELD.read_bytes()
    return read_apart(content, VOORBEELD.name, lambda *_: None), content


@pytest.fixture
def heidervoort(gelezen):
    """Agreements that were adopted from a PDF."""
    lezing, inhoud = gelezen
    return vastgesteld(
        lezing.stuk,
        gemeente="Heidervoort",
        tekst=lezing.tekst,
        inhoud=inhoud,
        bestandsnaam=VOORBEELD.name,
        plaatsen=lezing.plaatsen,
    )


@pytest.mark.usefixtures("heidervoort")
def test_the_pages_of_the_source_are_shown_with_the_words_marked(client):
    answer = client.get(f"{OF}/afspraken/afspraak-10/bron/basis/")

    places = answer.context["plaatsen"]
    assert [each.bladzijde for each in places] == [7, 8]
    assert all(each.merken for each in places)
    assert f'<img src="{OF}/versies/basis/bron/7.png"' in answer.content.decode()
    assert answer.content.decode().count('class="w-bladbeeld__merk"') == sum(
        len(each.merken) for each in places
    )


@pytest.mark.usefixtures("heidervoort")
def test_a_page_of_the_source_is_an_image_and_there_are_no_more_than_it_has(client):
    first = client.get(f"{OF}/versies/basis/bron/1.png")
    again = client.get(f"{OF}/versies/basis/bron/1.png", headers={"If-None-Match": first["ETag"]})

    assert (first["Content-Type"], first.content[:8]) == ("image/png", b"\x89PNG\r\n\x1a\n")
    assert (again.status_code, again.content) == (304, b"")
    assert [client.get(f"{OF}/versies/basis/bron/{page}.png").status_code for page in (0, 11, 12)] == [
        404,
        200,
        404,
    ]


@pytest.mark.usefixtures("heidervoort")
def test_the_part_of_a_page_is_given_to_who_asks_for_it(client):
    path = f"{OF}/afspraken/afspraak-10/bron/basis/"

    whole, part = client.get(path), client.get(path, headers={"HX-Request": "true"})

    assert "<h1>" in whole.content.decode()
    assert "<h1>" not in part.content.decode()
    assert f'hx-get="{path}"' in client.get(f"{OF}/afspraken/afspraak-10/").content.decode()


@pytest.mark.usefixtures("heidervoort")
def test_a_source_that_is_a_pdf_is_sent_as_it_came(client, gelezen):
    answer = client.get(f"{OF}/versies/basis/bron/")

    assert answer["Content-Type"] == "application/pdf"
    assert answer.content == gelezen[1]


@pytest.mark.parametrize(
    ("tekst", "voor", "na"),
    [
        ("Voor alles geldt: wij bouwen. En wel snel.", "Voor alles geldt: ", ". En wel snel."),
        ("Een andere tekst dan toen werd gelezen.", "geldt: ", ". En"),
    ],
)
def test_of_other_formats_the_words_around_it_are_shown(client, tekst, voor, na):
    bron = Bron(van=18, tot=28, citaat="wij bouwen", voor="geldt: ", na=". En")
    first, *others = basis().afspraken
    vastgesteld(
        basis().model_copy(update={"afspraken": (first.model_copy(update={"bron": bron}), *others)}),
        tekst=tekst,
    )

    answer = client.get("/overeenkomsten/zeedrecht-2025-2028/afspraken/afspraak-1/bron/basis/")

    (passage,) = answer.context["passages"]
    assert (passage.voor, passage.citaat, passage.na) == (voor, "wij bouwen", na)
    assert "<mark>wij bouwen</mark>" in answer.content.decode()
    assert "<img" not in answer.content.decode()


def test_an_agreement_leads_to_its_own_amendments_and_to_no_others(client):
    made = vastgesteld()
    amendments = [
        vervangt(number, f"minimaal {number}0", f"minimaal {number}5").model_copy(
            update={"bron": Bron(van=at, tot=at + 9, citaat=f"wijziging {number}")}
        )
        for at, number in enumerate(("1", "2"))
    ]
    besluit(made, jaarplan(*amendments))

    places = client.get("/overeenkomsten/zeedrecht-2025-2028/afspraken/afspraak-2/").context["plekken"]

    assert [(each.besluit.slug, each.bron.citaat) for each in places] == [("jaarplan-2026", "wijziging 2")]
