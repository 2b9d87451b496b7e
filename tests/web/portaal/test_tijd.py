"""One agreement through time, the document, the decisions, and pages without agreements."""

import re
from datetime import date
from decimal import Decimal

import pytest
from django.utils import timezone

from tests.web.inloggen import als
from tests.web.maken import CORPORATIE, HUURDERS, basis, mens, organisatie
from tests.web.portaal.maken import NIEUW, OUD, besluit, jaarplan, vastgesteld, vervangt
from wederkerig.model import Afspraak, Doel, Getal, Stap, Termijn, Verwijzing, Wijziging
from wederkerig.web.accounts.models import Rol
from wederkerig.web.register.models import Oordeel, Verklaring

pytestmark = pytest.mark.django_db


def page(client, path, status=200):
    answer = client.get(path)
    assert answer.status_code == status, answer.content.decode()[:2000]
    return answer.content.decode()


AFSPRAAK = "/overeenkomsten/zeedrecht-2025-2028/afspraken/afspraak-2/"


# --- one agreement -------------------------------------------------------------------------------


@pytest.mark.usefixtures("zeedrecht")
def test_an_agreement_tells_what_each_decision_changed(client):
    said = page(client, AFSPRAAK)

    assert "Gewijzigd door Jaarplan 2026" in said
    assert "Begon in Prestatieafspraken Zeedrecht 2025-2028" in said
    assert [piece in said for piece in ("<del>", "20", "<ins>", "25")] == [True] * 4


@pytest.mark.usefixtures("zeedrecht")
def test_each_sentence_is_told_with_the_decision_that_brought_it(client):
    now, then = (
        client.get(AFSPRAAK).context["zinnen"],
        client.get(f"{AFSPRAAK}?op=2025-05-05").context["zinnen"],
    )

    assert [(zin.soort, zin.besluiten) for zin in now] == [("besluit", ("Jaarplan 2026",))]
    assert [(zin.soort, zin.besluiten) for zin in then] == [("basis", ())]


def test_an_agreement_that_was_withdrawn_keeps_its_page(client):
    made = vastgesteld()
    gone = made.besluiten.get().stuk["afspraken"][1]["tekst"]
    besluit(made, jaarplan(Wijziging(doel=Doel(nummer="2"), soort="verwijderen", huidig=gone, tekst=gone)))

    now, then = page(client, f"{AFSPRAAK}?op=2026-06-01"), page(client, f"{AFSPRAAK}?op=2025-06-01")

    assert "Zij is vervallen door Jaarplan 2026" in now
    assert "Vervallen door Jaarplan 2026" in now
    assert "<p>Duinwonen bouwt elk jaar minimaal 20 woningen.</p>" in then


def test_an_agreement_keeps_its_address_when_its_number_changes(client):
    made = vastgesteld()
    new = Wijziging(
        doel=Doel(nummer="2", thema="Beschikbaarheid"), soort="nieuw", tekst="De gemeente geeft grond."
    )
    besluit(made, jaarplan(new))

    said = page(client, f"{AFSPRAAK}?op=2026-06-01")

    assert "<h1>Afspraak 3</h1>" in said
    assert "Ander nummer: was 2, werd 3." in said


def test_agreements_that_refer_to_each_other_lead_to_each_other(client):
    more = Afspraak(
        nummer="4",
        thema="Beschikbaarheid",
        tekst="Zie afspraak 2.",
        verwijzingen=(Verwijzing(nummer="2", tekst="afspraak 2"),),
    )
    vastgesteld(basis().model_copy(update={"afspraken": (*basis().afspraken, more)}))

    to, back = client.get(AFSPRAAK.replace("-2/", "-4/")).context, client.get(AFSPRAAK).context

    assert [each.nummer for each in to["verwijst_naar"]] == ["2"]
    assert [each.nummer for each in back["genoemd_in"]] == ["4"]


@pytest.mark.usefixtures("zeedrecht")
def test_the_neighbours_of_an_agreement_are_one_click_away(client):
    found = client.get(AFSPRAAK).context

    assert (found["vorige"].nummer, found["volgende"].nummer) == ("1", "3")


# --- document and decisions ----------------------------------------------------------------------


@pytest.mark.usefixtures("zeedrecht")
def test_the_document_has_an_anchor_for_each_agreement_and_notes_on_decisions(client):
    said = page(client, "/overeenkomsten/zeedrecht-2025-2028/tekst/")

    assert [f'id="afspraak-{number}"' in said for number in (1, 2, 3)] == [True] * 3
    assert "[Gewijzigd bij Jaarplan 2026" in said


@pytest.mark.usefixtures("zeedrecht")
def test_the_document_shows_what_a_decision_changed_against_the_version_before(client):
    said = page(client, "/overeenkomsten/zeedrecht-2025-2028/tekst/?wijzigingen=jaarplan-2026")

    assert "Met de wijzigingen door Jaarplan 2026" in said
    assert "<ins>" in said
    assert "<del>" in said


def test_a_decision_tells_what_became_of_each_amendment(client):
    made = vastgesteld()
    besluit(made, jaarplan(vervangt("2", OUD, NIEUW), vervangt("3", "woorden van elders", "andere")))

    found = client.get("/overeenkomsten/zeedrecht-2025-2028/versies/jaarplan-2026/").context["gevolg"]

    assert [each.verwerking.toestand for each in found.ingrepen] == ["toegepast", "in conflict"]
    assert found.tellingen == {"nieuw": 0, "gewijzigd": 1, "verplaatst": 0, "vervallen": 0}
    assert "1 wijziging van Jaarplan 2026 kon niet worden verwerkt" in page(
        client, "/gemeenten/zeedrecht/?op=2026-06-01"
    )


@pytest.mark.usefixtures("zeedrecht")
def test_any_two_days_are_compared(client):
    path = "/overeenkomsten/zeedrecht-2025-2028/versies/"

    across = client.get(f"{path}?van=2025-02-01&tot=2026-02-01").context["verschil"]
    within = client.get(f"{path}?van=2025-02-01&tot=2025-03-01").context["verschil"]

    assert [each.id for each in across.gewijzigd] == ["afspraak-2"]
    assert within.gewijzigd == ()


@pytest.mark.parametrize(
    ("days", "status"),
    [
        ("van=x&tot=2026-01-01", 400),
        ("van=2026-01-01&tot=2025-01-01", 400),
        ("van=2020-01-01&tot=2026-01-01", 404),
    ],
)
@pytest.mark.usefixtures("zeedrecht")
def test_two_days_that_cannot_be_compared_say_why(client, days, status):
    page(client, f"/overeenkomsten/zeedrecht-2025-2028/versies/?{days}", status=status)


def test_statements_of_parties_stand_with_the_decision(client, zeedrecht):
    Verklaring.objects.create(
        besluit=zeedrecht.besluiten.get(volgnummer=0),
        organisatie=organisatie(HUURDERS),
        oordeel=Oordeel.BEZWAAR,
        toelichting="Wij spraken <i>vijftig</i> af.",
        door="Bea",
    )

    said = page(client, "/overeenkomsten/zeedrecht-2025-2028/versies/basis/")

    assert HUURDERS in said
    assert "Wij spraken &lt;i&gt;vijftig&lt;/i&gt; af." in said


# --- pages without agreements --------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/over/", "/toegankelijkheid/", "/privacy/", "/zoeken/"])
def test_pages_about_the_site_are_there(client, path):
    assert "<h1>" in page(client, path)


@pytest.mark.usefixtures("zeedrecht")
def test_search_engines_are_told_where_the_agreements_are(client):
    assert "<loc>http://testserver/gemeenten/zeedrecht/</loc>" in page(client, "/sitemap.xml")
    assert "Sitemap: http://testserver/sitemap.xml" in page(client, "/robots.txt")


def test_security_txt_says_where_to_report_and_until_when_it_holds(client):
    lines = dict(line.split(": ", 1) for line in page(client, "/.well-known/security.txt").splitlines())

    assert lines["Contact"].startswith("mailto:")
    assert lines["Expires"] > f"{timezone.now():%Y-%m-%dT%H:%M:%SZ}"


def test_on_a_day_before_it_existed_an_agreement_says_when_it_came(client):
    made = vastgesteld()
    new = Wijziging(
        doel=Doel(nummer="4", thema="Beschikbaarheid"), soort="nieuw", tekst="De gemeente geeft grond."
    )
    besluit(made, jaarplan(new))
    name = client.get("/overeenkomsten/zeedrecht-2025-2028/?op=2026-06-01").context["stuk"].afspraken[-1].id
    path = f"/overeenkomsten/zeedrecht-2025-2028/afspraken/{name}/"

    said = page(client, f"{path}?op=2025-06-01")

    assert "Deze afspraak bestond nog niet op 1 juni 2025" in said
    assert "Zij kwam op 1 januari 2026 met Jaarplan 2026." in said
    assert f'href="{path}?op=2026-01-01"' in said


LIJST = "Duinwonen zorgt voor:\nten minste 30% sociale huur;\nten minste 20% middenhuur."


def test_a_list_stays_a_list_where_its_changes_are_marked(client):
    first, *others = basis().afspraken
    of = basis().model_copy(update={"afspraken": (first.model_copy(update={"tekst": LIJST}), *others)})
    made = vastgesteld(of)
    besluit(made, jaarplan(vervangt("1", "ten minste 20% middenhuur", "ten minste 25% middenhuur")))

    said = page(client, "/overeenkomsten/zeedrecht-2025-2028/versies/jaarplan-2026/")

    shown = re.sub(r'<span class="w-alleen-voorlezen">.*?</span>', "", said)
    assert "<p>Duinwonen zorgt voor:</p><ul><li>ten minste 30% sociale huur;</li><li>" in shown
    assert re.search(r"<li>ten minste <del>20%</del>\s*<ins>25%</ins> middenhuur\.</li></ul>", shown)


@pytest.mark.usefixtures("zeedrecht")
def test_who_may_speak_finds_the_form_before_the_changes_and_others_behind_them(client):
    path = "/overeenkomsten/zeedrecht-2025-2028/versies/jaarplan-2026/"
    tekent = mens("tess@duinwonen.nl", Rol.TEKENBEVOEGD, bij=organisatie(CORPORATIE))

    visitor, party = page(client, path), page(als(tekent), path)

    assert visitor.index('id="verklaringen"') > visitor.index('id="gewijzigd"')
    assert party.index('id="verklaringen"') < party.index('id="gewijzigd"')
    assert party.count('id="verklaringen"') == 1
    assert party.index("Dit zeggen") < party.index("Nog niets gezegd")


def test_the_days_of_steps_are_days_of_the_agreement(client):
    first, *others = basis().afspraken
    stap = Stap(
        tekst="Eerst dit.",
        termijnen=(Termijn(tekst="vóór 1 april 2026", tot=date(2026, 3, 31)),),
        actoren=tuple(p.naam for p in basis().partijen),
    )
    vastgesteld(
        basis().model_copy(update={"afspraken": (first.model_copy(update={"stappen": (stap,)}), *others)})
    )

    said = page(client, "/overeenkomsten/zeedrecht-2025-2028/afspraken/afspraak-1/?op=2026-02-01")

    assert "Geen dag genoemd." not in said
    assert "(stap 1)" in said
    assert "alle partijen" in said


def test_an_amount_stays_on_one_line_on_the_screen_only(client):
    first, *others = basis().afspraken
    woorden = "Duinwonen betaalt € 24.500 aan het fonds."
    of = basis().model_copy(update={"afspraken": (first.model_copy(update={"tekst": woorden}), *others)})
    made = vastgesteld(of)

    text = page(client, "/overeenkomsten/zeedrecht-2025-2028/tekst/")
    alone = page(client, "/overeenkomsten/zeedrecht-2025-2028/afspraken/afspraak-1/")

    assert "€\N{NO-BREAK SPACE}24.500" in text
    assert '<p lang="nl">Duinwonen betaalt €\N{NO-BREAK SPACE}24.500 aan het fonds.</p>' in alone
    assert made.besluiten.get().stuk["afspraken"][0]["tekst"] == woorden


def test_norms_are_five_first_with_their_number_and_what_is_not_known(client):
    first, *_ = basis().afspraken
    many = [
        first.model_copy(
            update={
                "nummer": str(at),
                "tekst": f"Duinwonen bouwt minimaal {at} sociale huurwoningen.",
                "getallen": (
                    Getal(
                        waarde=Decimal(at),
                        eenheid="woningen",
                        relatie="min",
                        tekst=f"minimaal {at} sociale huurwoningen",
                    ),
                ),
            }
        )
        for at in range(2, 9)
    ]
    vastgesteld(basis().model_copy(update={"afspraken": tuple(many)}))

    said = page(client, "/gemeenten/zeedrecht/").split('id="normen"')[1].split("</section>")[0]
    shown, folded = said.split("<details")

    assert (shown.count("w-normen__waarde"), folded.count("w-normen__waarde")) == (5, 2)
    assert "Nog 2 normen" in folded
    assert said.count("cijfer tot nu toe: nog niet ingevuld") == 7
