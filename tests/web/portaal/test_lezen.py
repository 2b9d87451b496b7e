"""What a visitor reads first: the municipalities, the agreements of one, on any day."""

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.web.maken import CORPORATIE, GEMEENTE, HUURDERS, basis, organisatie
from tests.web.portaal.maken import NIEUW, OUD, besluit, jaarplan, plaats, vastgesteld, vervangt
from wederkerig.model import Afspraak, Looptijd, Termijn
from wederkerig.web.register.models import Oordeel, Ronde, Verklaring

pytestmark = pytest.mark.django_db


def page(client, path, status=200):
    answer = client.get(path)
    assert answer.status_code == status, answer.content.decode()[:2000]
    return answer.content.decode()


# --- front page and municipality -----------------------------------------------------------------


@pytest.mark.usefixtures("zeedrecht")
def test_front_page_names_each_municipality_with_its_agreements_and_how_many(client):
    said = page(client, "/")

    assert 'href="/gemeenten/zeedrecht/"' in said
    assert "Prestatieafspraken Zeedrecht 2025-2028" in said
    assert "3 afspraken" in said


@pytest.mark.usefixtures("zeedrecht")
def test_front_page_leaves_out_a_municipality_without_agreements(client):
    plaats("Stilstad")

    assert "Stilstad" not in page(client, "/")


def test_municipalities_stand_in_order_of_how_one_looks_them_up(client):
    for name in ("Zeedrecht", "’s-Gravendorp", "Élburg", "Eindhaven", "Haven"):
        vastgesteld(basis(name), gemeente=name, adres=name.strip("’").lower().replace("é", "e"))

    rows = client.get("/").context["gemeenten"]

    assert [(row.letter, row.gemeente.naam) for row in rows] == [
        ("E", "Eindhaven"),
        ("E", "Élburg"),
        ("G", "’s-Gravendorp"),
        ("H", "Haven"),
        ("Z", "Zeedrecht"),
    ]


def test_front_page_without_agreements_says_so(client):
    assert "Nog geen afspraken" in page(client, "/")


@pytest.mark.usefixtures("zeedrecht")
def test_municipality_shows_what_changed_this_year_and_keeps_the_rest_apart(client):
    said = page(client, "/gemeenten/zeedrecht/?op=2026-03-01")

    assert "<strong>1</strong> gewijzigd" in said
    assert "2 afspraken lopen ongewijzigd door" in said
    assert 'href="/overeenkomsten/zeedrecht-2025-2028/versies/jaarplan-2026/"' in said


@pytest.mark.usefixtures("zeedrecht")
def test_in_the_year_after_nothing_is_new(client):
    said = page(client, "/gemeenten/zeedrecht/?op=2027-03-01")

    assert "Er is dit jaar niets gewijzigd." in said
    assert NIEUW in said


@pytest.mark.usefixtures("zeedrecht")
def test_in_their_first_year_agreements_have_begun(client):
    assert "Deze afspraken zijn dit jaar begonnen." in page(client, "/gemeenten/zeedrecht/?op=2025-03-01")


def test_what_is_due_this_year_stands_first_also_when_it_returns_every_year(client):
    deadlines = (
        Termijn(tekst="vóór 1 april", tot="--03-31"),
        Termijn(tekst="eind 2027", tot=date(2027, 12, 31)),
    )
    first, *others = basis().afspraken
    stuk = basis().model_copy(
        update={"afspraken": (first.model_copy(update={"termijnen": deadlines}), *others)}
    )
    vastgesteld(stuk)

    said = page(client, "/gemeenten/zeedrecht/?op=2026-02-01")

    assert "<strong>1</strong> termijn" in said
    assert '<time datetime="2026-03-31">31 maart 2026</time>' in said
    assert '<time datetime="2027-12-31">' in said  # in the list of all deadlines


def test_days_that_are_over_are_counted_apart_and_are_something_to_talk_about(client):
    deadlines = tuple(
        Termijn(tekst="dan", tot=day)
        for day in ("--02-01", date(2026, 3, 1), date(2026, 11, 1), date(2025, 3, 1))
    )
    first, *others = basis().afspraken
    vastgesteld(
        basis().model_copy(update={"afspraken": (first.model_copy(update={"termijnen": deadlines}), *others)})
    )

    middle = page(client, "/gemeenten/zeedrecht/?op=2026-06-01")
    end = page(client, "/gemeenten/zeedrecht/?op=2026-12-01")

    assert "<strong>3</strong> termijnen: 2 voorbij, 1 komt nog" in middle
    assert "2 termijnen zijn voorbij: is het gedaan?" in middle
    assert re.search(r'w-status--let-op">.*?1 november 2026', middle)
    assert "<strong>3</strong> termijnen: alle dagen zijn voorbij" in end
    assert "1 november 2026 is voorbij" in end


def test_with_nothing_new_every_theme_is_folded_and_a_filter_unfolds(client):
    vastgesteld()

    calm = page(client, "/gemeenten/zeedrecht/?op=2026-06-01")
    asked = page(client, "/gemeenten/zeedrecht/?op=2026-06-01&thema=beschikbaarheid")

    assert '<details class="w-uitklap" open>' not in calm
    assert '<details class="w-uitklap" open>' in asked


def test_an_objection_is_among_what_needs_talk_until_the_party_takes_it_back(client, zeedrecht):
    party, decision = organisatie(HUURDERS), zeedrecht.besluiten.get(volgnummer=1)
    Verklaring.objects.create(besluit=decision, organisatie=party, oordeel=Oordeel.BEZWAAR, door="Bea")

    assert f"<strong>{HUURDERS}</strong> zegt van Jaarplan 2026" in page(client, "/gemeenten/zeedrecht/")

    Verklaring.objects.create(besluit=decision, organisatie=party, oordeel=Oordeel.HERKEND, door="Bea")

    assert "zegt van Jaarplan 2026" not in page(client, "/gemeenten/zeedrecht/")


def test_the_successor_of_a_merged_party_has_the_last_word(client, zeedrecht):
    old, new = organisatie(HUURDERS), organisatie("Huurdersraad Kust", "huurdersorganisatie")
    decision = zeedrecht.besluiten.get(volgnummer=1)
    Verklaring.objects.create(besluit=decision, organisatie=old, oordeel=Oordeel.BEZWAAR, door="Bea")
    old.opvolger = new
    old.save()

    assert "zegt van Jaarplan 2026" in page(client, "/gemeenten/zeedrecht/")

    Verklaring.objects.create(besluit=decision, organisatie=new, oordeel=Oordeel.HERKEND, door="Bea")

    assert "zegt van Jaarplan 2026" not in page(client, "/gemeenten/zeedrecht/")


def test_an_objection_to_a_later_decision_is_not_told_of_an_earlier_day(client, zeedrecht):
    decision = zeedrecht.besluiten.get(volgnummer=1)
    Verklaring.objects.create(
        besluit=decision, organisatie=organisatie(HUURDERS), oordeel=Oordeel.BEZWAAR, door="Bea"
    )

    assert "zegt van Jaarplan 2026" not in page(client, "/gemeenten/zeedrecht/?op=2025-06-01")


@pytest.mark.usefixtures("zeedrecht")
def test_agreements_without_number_and_day_are_counted_and_can_be_shown_alone(client):
    said = page(client, "/gemeenten/zeedrecht/?op=2025-06-01")

    assert "3 afspraken noemen geen getal en geen dag" in said
    assert "?op=2025-06-01&amp;houvast=geen#afspraken" in said


def test_a_reference_to_nothing_is_among_what_needs_talk(client):
    more = Afspraak(nummer="4", thema="Beschikbaarheid", tekst="Dit volgt uit afspraak 99.")
    vastgesteld(basis().model_copy(update={"afspraken": (*basis().afspraken, more)}))

    assert "De tekst verwijst naar afspraak 99, maar die is er niet." in page(client, "/gemeenten/zeedrecht/")


def test_an_open_round_is_told_and_a_closed_one_is_not(client, zeedrecht):
    today = timezone.localdate()
    for name, opens, closes in (("Ronde nu", 0, 9), ("Ronde toen", -9, -1), ("Ronde straks", 1, 9)):
        Ronde.objects.create(
            overeenkomst=zeedrecht,
            naam=name,
            opent=today + timedelta(opens),
            sluit=today + timedelta(closes),
            door="Anna",
        )

    said = page(client, "/gemeenten/zeedrecht/")

    assert [name in said for name in ("Ronde nu", "Ronde toen", "Ronde straks")] == [True, False, False]


@pytest.mark.parametrize(
    ("filter_", "shown"),
    [
        ("", ["1", "2", "3", "4"]),
        ("?partij=gemeente-zeedrecht", ["4"]),
        ("?partij=stichting-duinwonen", ["1", "2", "3"]),
        ("?thema=betaalbaarheid", ["4"]),
        ("?thema=beschikbaarheid&partij=gemeente-zeedrecht", []),
        ("?partij=%3Cscript%3E", []),
    ],
)
def test_agreements_are_filtered_by_party_and_theme(client, filter_, shown):
    more = Afspraak(nummer="4", thema="Betaalbaarheid", tekst="De gemeente betaalt.", actoren=(GEMEENTE,))
    vastgesteld(basis().model_copy(update={"afspraken": (*basis().afspraken, more)}))

    answer = client.get(f"/gemeenten/zeedrecht/{filter_}")

    rows = [row.nummer for theme in answer.context["themas"] for row in (*theme.dit_jaar, *theme.loopt_door)]
    assert rows == shown


@pytest.mark.usefixtures("zeedrecht")
def test_each_party_has_its_share_the_municipality_first(client):
    shares = client.get("/gemeenten/zeedrecht/").context["aandelen"]

    assert [(each.naam, each.afspraken, each.alleen) for each in shares] == [
        (GEMEENTE, 0, 0),
        (CORPORATIE, 3, 3),
        (HUURDERS, 0, 0),
    ]


@pytest.mark.usefixtures("zeedrecht")
def test_of_a_party_that_was_merged_the_successor_is_told(client):
    old, new = organisatie(CORPORATIE), organisatie("Stichting Strandwonen", "corporatie")
    old.opvolger = new
    old.save()

    assert "opgegaan in Stichting Strandwonen" in page(client, "/gemeenten/zeedrecht/")


@pytest.mark.usefixtures("zeedrecht")
def test_of_two_agreements_the_current_one_is_shown_and_the_other_named(client):
    before = basis().model_copy(
        update={
            "titel": "Afspraken van vroeger",
            "looptijd": Looptijd(van=date(2020, 1, 1), tot=date(2024, 12, 31)),
        }
    )
    vastgesteld(before, adres="vroeger")

    now, then = page(client, "/gemeenten/zeedrecht/"), page(client, "/gemeenten/zeedrecht/?op=2021-01-01")

    assert '<h1 lang="nl">Prestatieafspraken Zeedrecht 2025-2028</h1>' in now
    assert 'href="/overeenkomsten/vroeger/"' in now
    assert '<h1 lang="nl">Afspraken van vroeger</h1>' in then


@pytest.mark.usefixtures("zeedrecht")
def test_agreements_whose_term_is_over_say_so(client):
    said = page(client, "/gemeenten/zeedrecht/?op=2029-06-01")
    text = page(client, "/overeenkomsten/zeedrecht-2025-2028/tekst/?op=2029-06-01")

    assert '<h2 id="kort">Deze afspraken liepen tot en met 31 december 2028</h2>' in said
    assert "w-eerst__delen" not in said
    assert "lopen ongewijzigd door" not in said
    assert "De looptijd van deze afspraken eindigde op 31 december 2028." in text


def test_a_decision_of_later_is_announced(client):
    made = vastgesteld()
    besluit(made, jaarplan(vervangt("2", OUD, NIEUW), jaar=2028), inwerking=date(2028, 1, 1))

    said = page(client, "/gemeenten/zeedrecht/?op=2027-06-01")

    assert "Vanaf 1 januari 2028 geldt ook Jaarplan 2028." in said
    assert NIEUW not in said


# --- days ----------------------------------------------------------------------------------------

AFSPRAAK = "/overeenkomsten/zeedrecht-2025-2028/afspraken/afspraak-2/"
READ_ON_A_DAY = ["/gemeenten/zeedrecht/", "/overeenkomsten/zeedrecht-2025-2028/", AFSPRAAK,
                 "/overeenkomsten/zeedrecht-2025-2028/tekst/"]  # fmt: skip


@pytest.mark.parametrize("path", READ_ON_A_DAY)
@pytest.mark.usefixtures("zeedrecht")
def test_a_page_is_read_as_it_stood_on_a_day_and_says_which(client, path):
    then = page(client, f"{path}?op=2025-07-01")

    assert "U leest hoe het gold op 1 juli 2025." in then
    assert "Vandaag geldt een andere versie." in then
    assert "U leest hoe het gold op" not in page(client, path)


@pytest.mark.parametrize("path", READ_ON_A_DAY)
@pytest.mark.parametrize("day", ["gisteren", "2026-02-30", "20260101", "2026-W01-1", "99999-01-01", "<b>"])
@pytest.mark.usefixtures("zeedrecht")
def test_what_is_no_day_is_answered_with_what_to_do(client, path, day):
    said = page(client, f"{path}?op={day}", status=400)

    assert "is geen datum." in said
    assert "<b>" not in said


@pytest.mark.parametrize("path", READ_ON_A_DAY)
@pytest.mark.parametrize("day", ["2024-12-31", "0001-01-01"])
@pytest.mark.usefixtures("zeedrecht")
def test_a_day_before_the_beginning_leads_to_the_first_day(client, path, day):
    said = page(client, f"{path}?op={day}", status=404)

    assert "Deze afspraken gelden pas vanaf 1 januari 2025" in said
    assert f'href="{path}?op=2025-01-01"' in said


@pytest.mark.parametrize("path", READ_ON_A_DAY)
@pytest.mark.usefixtures("zeedrecht")
def test_the_last_day_of_all_can_be_read(client, path):
    page(client, f"{path}?op=9999-12-31")


def test_agreements_that_begin_later_are_read_on_their_first_day(client):
    year = timezone.localdate().year + 2
    stuk = basis().model_copy(update={"looptijd": Looptijd(van=date(year, 1, 1), tot=date(year + 3, 12, 31))})
    vastgesteld(stuk)

    assert f"U leest hoe het gold op 1 januari {year}." in page(client, "/gemeenten/zeedrecht/")
