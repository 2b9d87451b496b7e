"""Settling: doubts first, each field kept as it is changed, nothing wrong kept, nobody's work lost unseen."""

import re

import pytest
from django.contrib.messages.storage.fallback import FallbackStorage
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import resolve, reverse

from tests.web.inbrengen.stukken import STUK, bewerker, client_van, feit, gelezen, zeg
from tests.web.inloggen import als
from tests.web.maken import CORPORATIE, GEMEENTE, HUURDERS, inzending, mens, organisatie
from wederkerig.model import Getal
from wederkerig.web.accounts.models import Rol
from wederkerig.web.inbrengen.scherm import Scherm
from wederkerig.web.register.domain.nalezen import koppelingen_van, nalezing_van
from wederkerig.web.register.models import Fase, Gebeurtenis, Inzending, Koppeling, Verbetering

pytestmark = pytest.mark.django_db


def screen(client, made, query="") -> str:
    return client.get(reverse("nalezen", args=[made.pk]) + query).content.decode()


def waarde(made, sleutel, veld):
    return nalezing_van(made).item(sleutel).veld(veld).tekst


def test_doubts_come_first_with_their_number():
    made = gelezen()

    page = screen(client_van(made), made)

    assert "Nog 2 twijfels" in page
    assert page.index("Een seizoen heeft geen vaste laatste dag") < page.index("Partijen</h2>")
    assert page.count("data-twijfel>") == 0
    assert len(re.findall(r"<article[^>]* data-twijfel ", page)) == 2


def test_everything_that_was_read_is_on_the_screen_or_one_click_away():
    made = gelezen()
    client = client_van(made)

    page = screen(client, made)

    for words in ("Beschikbaarheid", "Duurzaamheid", "Afspraak 4", "Tabellen", "Begrippen", "Hoofdstukken"):
        assert words in page
    for item in nalezing_van(made).items:
        if item.ouder is None and item.twijfel is None:
            part = client.get(reverse("feiten", args=[made.pk]), {"van": item.sleutel}).content.decode()
            assert f'id="f-{item.sleutel}"' in part


def test_the_source_stands_beside_it_with_the_places_marked():
    made = gelezen()

    page = screen(client_van(made), made)

    getal = feit(made, "getal", "120")
    assert re.search(rf'id="p-{getal.sleutel}"[^>]*><mark>minimaal 120 sociale huurwoningen</mark>', page)
    assert "# Prestatieafspraken" not in page


def test_without_script_a_fact_is_opened_by_its_address():
    made = gelezen()
    getal = feit(made, "getal", "120")

    page = screen(client_van(made), made, f"?feit={getal.sleutel}")

    assert f'id="f-{getal.sleutel}"' in page
    assert f'id="f-{feit(made, "getal", "80").sleutel}"' not in page


def test_a_changed_field_is_kept_and_recorded():
    made = gelezen()
    getal = feit(made, "getal", "120")

    response = zeg(client_van(made), made, getal, waarde="1.250", eenheid="woningen", relatie="min", tot="")

    assert response.url == reverse("nalezen", args=[made.pk]) + f"?feit={getal.sleutel}#f-{getal.sleutel}"
    assert waarde(made, getal.sleutel, "waarde") == "1.250"
    row = Verbetering.objects.get()
    assert (row.veld, row.door, row.namens) == ("waarde", "Bo", GEMEENTE)
    event = Gebeurtenis.objects.first()
    assert (event.soort, event.was["waarde"], event.werd["waarde"]) == ("verbeterd", "120", "1250")


def test_with_htmx_only_what_changed_comes_back():
    made = gelezen()
    termijn = feit(made, "termijn", twijfel=True)

    response = zeg(client_van(made), made, termijn, tot="1-12-2026", htmx=True)

    part = response.content.decode()
    assert response.status_code == 200
    assert "Bewaard" in part
    assert "Nog 1 twijfel" in part
    assert f'value="{Verbetering.objects.get().pk}" id="g-{termijn.sleutel}" hx-swap-oob="true"' in part
    assert "<form" not in part


def test_a_field_that_holds_what_it_held_changes_nothing():
    made = gelezen()
    getal = feit(made, "getal", "120")

    zeg(client_van(made), made, getal, waarde="120", relatie="min", eenheid="woningen", tot="")

    assert Verbetering.objects.count() == 0
    assert Inzending.objects.get().stand == made.stand


@pytest.mark.parametrize("htmx", [True, False])
def test_a_value_that_does_not_fit_is_said_at_the_field_and_nothing_is_kept(htmx):
    made = gelezen()
    getal = feit(made, "getal", "120")

    response = zeg(client_van(made), made, getal, eenheid="huizen", waarde="veel", htmx=htmx)

    page = response.content.decode()
    assert response.status_code == 400
    assert "‘veel’ past niet in het veld ‘Getal’." in page
    assert "Schrijf een getal als 1.250 of 12,5." in page
    assert Verbetering.objects.count() == 0
    if not htmx:
        assert 'value="veel"' in page
        assert f'<a href="#v-{getal.sleutel}-waarde">‘veel’ past niet' in page
        assert 'value="huizen"' in page
        assert 'aria-invalid="true"' in page


@pytest.mark.parametrize(
    ("soort", "bevat", "veld", "fout", "goed", "nu"),
    [
        ("termijn", "1 juli", "tot", "32-13-2025", "1 augustus 2025", "1-8-2025"),
        ("termijn", "1 juli", "tot", "gisteren", "1 april (elk jaar)", "1 april (elk jaar)"),
        ("kop", "", "looptijd.van", "2025", "1-2-2025", "1-2-2025"),
        ("kop", "", "titel", "   ", "Afspraken aan zee", "Afspraken aan zee"),
        ("kop", "", "soort", "jaarplan", "jaarafspraken", "jaarafspraken"),
        ("afspraak", "120", "actoren", "Onbekend bv", HUURDERS, HUURDERS),
        ("verwijzing", "", "nummer", "", "2", "2"),
    ],
)
def test_each_kind_of_field_takes_what_fits_and_refuses_what_does_not(soort, bevat, veld, fout, goed, nu):
    made = gelezen()
    client = client_van(made)
    item = feit(made, soort, bevat)
    field = veld.replace(".", "__")

    assert zeg(client, made, item, **{field: fout}).status_code == 400
    assert zeg(client, made, item, **{field: goed}).status_code == 302
    assert waarde(made, item.sleutel, veld) == nu


def test_cells_of_a_table_are_parted_by_a_sign_that_a_keyboard_has():
    made = gelezen()
    tabel = feit(made, "tabel")

    zeg(client_van(made), made, tabel, rijen="Nieuwbouw | 45 | 80\nSloop | 10 | 5")

    veld = nalezing_van(made).item(tabel.sleutel).veld("rijen")
    assert veld.waarde == [["Nieuwbouw", "45", "80"], ["Sloop", "10", "5"]]


def test_parties_are_ticked_and_ticking_none_empties_the_field():
    made = gelezen()
    client = client_van(made)
    afspraak = feit(made, "afspraak", "120")

    zeg(client, made, afspraak, actoren=["", GEMEENTE, CORPORATIE])
    assert waarde(made, afspraak.sleutel, "actoren") == f"{GEMEENTE}\n{CORPORATIE}"
    zeg(client, made, afspraak, actoren=[""])
    assert waarde(made, afspraak.sleutel, "actoren") == ""


def test_a_doubt_is_confirmed_and_counts_no_more():
    made = gelezen()
    client = client_van(made)
    termijn = feit(made, "termijn", twijfel=True)

    response = zeg(client, made, termijn, daad="klopt", htmx=True)

    assert response["HX-Retarget"] == f"#f-{termijn.sleutel}"
    assert "Nog 1 twijfel" in response.content.decode()
    page = screen(client, made)
    assert "Nog 1 twijfel" in page
    assert "Toon 1 nagekeken twijfel" in page
    assert f'id="f-{termijn.sleutel}"' in screen(client, made, "?nagekeken=1")


def test_what_does_not_belong_is_taken_out_and_can_come_back():
    made = gelezen()
    client = client_van(made)
    getal = feit(made, "getal", "120")

    zeg(client, made, getal, daad="weg")
    assert nalezing_van(made).nagelezen.stuk.afspraken[0].getallen == ()
    zeg(client, made, getal, daad="terug")
    assert [each.waarde for each in nalezing_van(made).nagelezen.stuk.afspraken[0].getallen] == [120]
    assert Verbetering.objects.count() == 2


def test_typing_the_value_as_read_takes_the_correction_back():
    made = gelezen()
    client = client_van(made)
    getal = feit(made, "getal", "120")

    zeg(client, made, getal, waarde="130")
    zeg(client, made, getal, waarde="120")

    assert nalezing_van(made).item(getal.sleutel).verbeterd is False


def test_a_quantity_that_was_missed_is_added_with_its_place():
    made = gelezen()
    client = client_van(made)
    afspraak = feit(made, "afspraak", "bouwplaatsen")
    address = reverse("toevoegen", args=[made.pk]) + f"?soort=getal&bij={afspraak.sleutel}"

    assert "Getal toevoegen" in client.get(address).content.decode()
    wrong = client.post(
        address, {"veld-tekst": "drie bouwplaatsen", "veld-waarde": "drie", "veld-eenheid": "x"}
    )
    assert wrong.status_code == 400
    assert 'value="drie bouwplaatsen"' in wrong.content.decode()
    client.post(
        address,
        {
            "veld-tekst": "drie bouwplaatsen",
            "veld-relatie": "gelijk",
            "veld-waarde": "3",
            "veld-eenheid": "bouwplaatsen",
        },
    )

    made_now = nalezing_van(made).nagelezen.stuk.afspraken[1].getallen
    assert [(each.waarde, each.eenheid) for each in made_now] == [(3, "bouwplaatsen")]
    place = made_now[0].bron
    assert STUK[place.van : place.tot] == "drie bouwplaatsen"


def test_a_text_that_was_corrected_is_read_again_on_request():
    made = gelezen()
    client = client_van(made)
    afspraak = feit(made, "afspraak", "120")

    zeg(client, made, afspraak, tekst="Duinwonen bouwt tot en met 2028 minimaal 140 sociale huurwoningen.")
    zeg(client, made, afspraak, daad="opnieuw")

    assert [each.waarde for each in nalezing_van(made).nagelezen.stuk.afspraken[0].getallen] == [140]


def test_findings_stand_beside_their_place():
    made = gelezen(STUK.replace("Zie ook afspraak 1", "Zie ook afspraak 17"))
    client = client_van(made)

    afspraak = feit(made, "afspraak", "gas los")
    part = client.get(reverse("feiten", args=[made.pk]), {"van": afspraak.sleutel}).content.decode()

    assert "afspraak 17" in part
    assert "w-bevinding" in part


# --- two people at once ------------------------------------------------------------------------------


@pytest.mark.parametrize("htmx", [True, False])
def test_who_comes_second_sees_both_versions_and_chooses(htmx):
    made = gelezen()
    getal = feit(made, "getal", "120")
    other = als(mens("ria@zeedrecht.nl", Rol.BEWERKER, bij=organisatie()))
    zeg(other, made, getal, waarde="130")

    response = zeg(client_van(made), made, getal, gezien=0, waarde="140", htmx=htmx)

    page = response.content.decode()
    theirs = Verbetering.objects.get()
    assert response.status_code == 409
    assert "Ria veranderde dit intussen ook" in page
    assert "<td>130</td><td>140</td>" in page
    assert f'name="gezien" value="{theirs.pk}"' in page
    assert waarde(made, getal.sleutel, "waarde") == "130"


def test_choosing_ones_own_version_is_a_correction_like_any_other():
    made = gelezen()
    getal = feit(made, "getal", "120")
    other = als(mens("ria@zeedrecht.nl", Rol.BEWERKER, bij=organisatie()))
    zeg(other, made, getal, waarde="130")

    zeg(client_van(made), made, getal, gezien=Verbetering.objects.get().pk, waarde="140")

    assert waarde(made, getal.sleutel, "waarde") == "140"
    assert Verbetering.objects.count() == 2


def test_confirming_what_another_took_away_is_not_silent():
    made = gelezen()
    termijn = feit(made, "termijn", twijfel=True)
    other = als(mens("ria@zeedrecht.nl", Rol.BEWERKER, bij=organisatie()))
    zeg(other, made, termijn, daad="weg")

    response = zeg(client_van(made), made, termijn, gezien=0, daad="klopt")

    assert response.status_code == 409
    assert "Het is intussen weggehaald." in response.content.decode()
    assert nalezing_van(made).item(termijn.sleutel).weg is True


def test_people_who_settle_different_facts_do_not_meet():
    made = gelezen()
    other = als(mens("ria@zeedrecht.nl", Rol.BEWERKER, bij=organisatie()))

    zeg(other, made, feit(made, "getal", "120"), gezien=0, waarde="130")
    response = zeg(client_van(made), made, feit(made, "getal", "80"), gezien=0, waarde="90")

    assert response.status_code == 302


# --- parties -----------------------------------------------------------------------------------------


def koppel(client, made, naam, *, gezien=None, sleutel=None, htmx=False):
    partij = feit(made, "partij", CORPORATIE)
    seen = koppelingen_van(made)[CORPORATIE].pk if gezien is None else gezien
    data = {"sleutel": sleutel or partij.sleutel, "gezien": seen, "organisatie": naam}
    return client.post(
        reverse("koppel", args=[made.pk]), data, headers={"HX-Request": "true"} if htmx else {}
    )


def test_another_organisation_is_chosen_for_a_party():
    made = gelezen()
    organisatie("Stichting Kustwonen", "corporatie")

    koppel(client_van(made), made, "stichting kustwonen")

    assert koppelingen_van(made)[CORPORATIE].organisatie.naam == "Stichting Kustwonen"
    event = Gebeurtenis.objects.first()
    assert (event.was["organisatie"], event.werd["organisatie"]) == (CORPORATIE, "Stichting Kustwonen")


def test_an_organisation_that_is_not_here_is_said_and_nothing_is_kept():
    made = gelezen()

    response = koppel(client_van(made), made, "Stichting Nergens", htmx=True)

    assert response.status_code == 400
    assert "Hier is geen organisatie die ‘Stichting Nergens’ heet." in response.content.decode()
    assert Koppeling.objects.count() == 3


def test_a_party_can_be_nobody_that_is_known():
    made = gelezen()

    koppel(client_van(made), made, "")

    assert koppelingen_van(made)[CORPORATIE].organisatie is None


@pytest.mark.parametrize("htmx", [True, False])
def test_a_choice_that_another_made_meanwhile_is_shown(htmx):
    made = gelezen()
    organisatie("Stichting Kustwonen", "corporatie")
    seen = koppelingen_van(made)[CORPORATIE].pk
    koppel(als(mens("ria@zeedrecht.nl", Rol.BEWERKER, bij=organisatie())), made, "Stichting Kustwonen")

    response = koppel(client_van(made), made, "", gezien=seen, htmx=htmx)

    assert response.status_code == 409
    assert 'value="Stichting Kustwonen"' in response.content.decode()
    assert koppelingen_van(made)[CORPORATIE].organisatie.naam == "Stichting Kustwonen"


def test_a_party_keeps_its_organisation_when_its_name_is_corrected():
    made = gelezen()
    client = client_van(made)
    zeg(client, made, feit(made, "partij", CORPORATIE), naam="Stichting Duin Wonen")

    page = screen(client, made)

    assert re.search(rf': Stichting Duin Wonen</span></label>\s*<input[^>]*value="{CORPORATIE}"', page)


# --- who sees and does what --------------------------------------------------------------------------


def test_who_only_reads_sees_the_screen_and_changes_nothing():
    made = gelezen()
    reader = als(mens("lezer@zeedrecht.nl", Rol.LEZER, bij=organisatie()))

    page = screen(reader, made)
    response = zeg(reader, made, feit(made, "getal", "120"), waarde="130")

    assert "U kunt dit document bekijken." in page
    assert 'name="daad"' not in page
    assert response.status_code == 403
    assert Verbetering.objects.count() == 0


def test_a_document_that_was_adopted_is_settled_no_more():
    made = gelezen()
    Inzending.objects.update(fase=Fase.VASTGESTELD)

    response = zeg(client_van(made), made, feit(made, "getal", "120"), waarde="130")

    assert response.status_code == 403
    assert Verbetering.objects.count() == 0


@pytest.mark.parametrize("name", ["verbeter", "toevoegen", "koppel", "los"])
def test_what_is_adopted_between_the_gate_and_the_change_is_left_as_it_is(name, rf):
    made = gelezen()
    address = reverse(name, args=[made.pk])
    request = rf.post(f"{address}?soort=thema", {"sleutel": feit(made, "partij").sleutel, "rij": "1"})
    request.user, request.session = made.door, {}
    request._messages = FallbackStorage(request)
    Inzending.objects.update(fase=Fase.VASTGESTELD)

    response = resolve(address).func.__wrapped__(request, inzending=made)

    assert response.url == reverse("inzending", args=[made.pk])
    assert [str(each) for each in request._messages] == [
        "Dit document wordt niet meer nagelezen. Wat u net deed, is niet bewaard."
    ]
    assert (Verbetering.objects.count(), Koppeling.objects.filter(door_id=made.door_id).count()) == (0, 0)


def test_a_fact_that_is_not_there_is_not_found():
    made = gelezen()
    client = client_van(made)
    data = {"sleutel": "getal-99-nietbestaand", "gezien": "0", "daad": "klopt"}

    assert client.post(reverse("verbeter", args=[made.pk]), data).status_code == 404
    assert client.get(reverse("feiten", args=[made.pk]), {"van": "x"}).status_code == 404
    assert client.get(reverse("toevoegen", args=[made.pk]), {"soort": "raket"}).status_code == 404
    assert (
        client.get(reverse("toevoegen", args=[made.pk]), {"soort": "stap", "bij": "kop"}).status_code == 404
    )


def test_an_unknown_act_or_endless_text_is_refused():
    made = gelezen()
    client = client_van(made)
    item = feit(made, "afspraak", "120")

    assert zeg(client, made, item, daad="ontplof").status_code == 400
    assert zeg(client, made, item, tekst="x" * 200_001).status_code == 400
    assert Verbetering.objects.count() == 0


# --- how much it takes -------------------------------------------------------------------------------


def many(afspraken: int):
    from tests.web.maken import basis  # noqa: PLC0415

    stuk = basis(afspraken=afspraken)
    fact = Getal(tekst="10 woningen", waarde=10, eenheid="woningen", twijfel="Kan ook iets anders zijn.")
    return stuk.model_copy(
        update={
            "afspraken": tuple(each.model_copy(update={"getallen": (fact,) * 3}) for each in stuk.afspraken)
        }
    )


def test_the_number_of_queries_does_not_depend_on_the_number_of_facts():
    client = als(bewerker())
    few, lots = inzending(stuk=many(1)), inzending(stuk=many(30))
    numbers = []
    for made in (few, few, lots):
        with CaptureQueriesContext(connection) as queries:
            page = screen(client, made)
        numbers.append(len(queries))

    assert "Nog 90 twijfels" in page
    assert numbers[1] == numbers[2]


ZONDER_THEMA = """# Prestatieafspraken Zeedrecht 2025-2028

De partijen zijn gemeente Zeedrecht en Stichting Duinwonen.

1. Duinwonen bouwt in het voorjaar van 2026 tien woningen.
2. Duinwonen sloopt in het voorjaar van 2026 vijf woningen.
3. Duinwonen verkoopt in het voorjaar van 2026 drie woningen.
"""


def zelfde(made):
    """The doubts that several facts have."""
    return Scherm(nalezing_van(made)).zelfde_twijfels


def zeg_van_alle(client, made, daad, item, gezien=None):
    last = Scherm(nalezing_van(made)).laatste if gezien is None else gezien
    data = {"sleutel": item.sleutel, "daad": daad, "gezien": last}
    return client.post(reverse("verbeter_alle", args=[made.pk]), data)


def test_the_same_doubt_of_many_facts_is_settled_at_once_and_that_can_be_undone():
    made = gelezen(ZONDER_THEMA)
    client = client_van(made)
    facts = zelfde(made)[0]
    before = nalezing_van(made).twijfels
    page = client.get(reverse("nalezen", args=[made.pk])).content.decode()
    assert f"Dit klopt voor alle {len(facts)}" in page

    zeg_van_alle(client, made, "klopt", facts[0])

    assert nalezing_van(made).twijfels == before - len(facts)
    assert Verbetering.objects.count() == len(facts) == 3
    assert Gebeurtenis.objects.filter(soort="verbeterd").count() == len(facts)
    page = client.get(reverse("nalezen", args=[made.pk])).content.decode()
    assert f"ongedaan voor alle {len(facts)}" in page

    zeg_van_alle(client, made, "terug", facts[0])

    assert nalezing_van(made).twijfels == before


def test_what_another_said_meanwhile_of_one_of_many_stays():
    made = gelezen(ZONDER_THEMA)
    facts = zelfde(made)[0]
    zeg(client_van(made), made, facts[1], daad="weg")

    zeg_van_alle(client_van(made), made, "klopt", facts[0], gezien=0)

    assert [nalezing_van(made).item(each.sleutel).weg for each in facts] == [False, True, False]
    assert Verbetering.objects.count() == len(facts)


def test_a_document_without_agreements_says_so_and_what_to_do():
    made = gelezen("# Shopping list\n\nMilk, bread and three eggs.\n", "list.md")

    page = client_van(made).get(reverse("nalezen", args=[made.pk])).content.decode()

    assert "In dit document zijn geen afspraken gelezen" in page
    assert "Geen twijfels meer" not in page
    assert "Naar vaststellen" not in page


def test_that_we_are_no_party_is_said_until_it_is_mended():
    made = gelezen()
    Koppeling.objects.create(inzending=made, naam=GEMEENTE, organisatie=None, door="Bo")
    client = client_van(made)
    address = reverse("nalezen", args=[made.pk])
    said = "staat niet bij de partijen van dit document"
    assert said in client.get(address).content.decode()

    item = feit(made, "partij", GEMEENTE)
    data = {
        "sleutel": item.sleutel,
        "gezien": Koppeling.objects.filter(inzending=made, naam=GEMEENTE).latest("pk").pk,
        "organisatie": GEMEENTE,
    }
    answer = client.post(reverse("koppel", args=[made.pk]), data, headers={"HX-Request": "true"})

    assert '<div id="bezwaren" hx-swap-oob="true"></div>' in answer.content.decode()
    assert said not in client.get(address).content.decode()


def test_headings_stand_apart_in_the_source():
    made = gelezen()

    page = client_van(made).get(reverse("nalezen", args=[made.pk])).content.decode()

    found = re.findall(r'<span class="w-bronkop">([^<]*)</span>', page)
    first = ["Prestatieafspraken Zeedrecht 2025-2028", "Partijen", "Beschikbaarheid", "Afspraken"]
    assert found == [*first, "Duurzaamheid", "Afspraken", "Begrippen"]
