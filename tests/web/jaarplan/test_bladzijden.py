"""The pages of a year plan: who sees them, what they show, that nothing typed is lost, how much they ask."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.web import maken
from tests.web.inloggen import als
from tests.web.jaarplan.plannen import (
    ingebracht,
    laatste,
    plan,
    stel_vast,
    tekst,
    toestanden,
    vooruit,
    vul_aan,
    wijzig,
)
from tests.web.maken import GEMEENTE
from wederkerig.web.accounts.models import Rol
from wederkerig.web.register.models import Besluit, Fase, Keuze

pytestmark = pytest.mark.django_db

ANDERS = "Duinwonen bouwt elk jaar minimaal 99 woningen."
GEEN_CITAAT = "staat nergens in deze afspraken"


@pytest.fixture
def inzending(overeenkomst):
    """One amendment that fits and one that does not."""
    return ingebracht(plan(wijzig(1, "15", "10"), wijzig(2, ANDERS, GEEN_CITAAT)), overeenkomst)


def adres(naam, inzending):
    return reverse(naam, args=[inzending.pk])


def beslis(client, inzending, nummer=2, **fields):
    htmx = fields.pop("htmx", False)
    data = {"wijziging": nummer, "gezien": laatste(inzending, nummer)} | fields
    return client.post(adres("beslis", inzending), data, headers={"HX-Request": "true"} if htmx else {})


def tekst_van(response):
    return re.sub(r"\s+", " ", response.content.decode())


# --- who sees what ---------------------------------------------------------------------------------


@pytest.mark.parametrize("naam", ["verwerken", "vaststellen"])
def test_another_party_hears_that_there_is_no_such_page(inzending, bert, naam):
    assert als(bert).get(adres(naam, inzending)).status_code == 404


@pytest.mark.parametrize("naam", ["beslis", "kies_overeenkomst", "vaststellen"])
def test_another_party_changes_nothing(inzending, bert, naam):
    response = als(bert).post(adres(naam, inzending), {"wijziging": 1, "gezien": 0, "keuze": "voorstel"})

    assert response.status_code == 404
    assert (Keuze.objects.count(), Besluit.objects.count()) == (0, 1)


def test_who_only_reads_sees_the_amendments_and_no_form(inzending):
    lezer = als(maken.mens("lies@zeedrecht.nl", Rol.LEZER))

    page = tekst_van(lezer.get(adres("verwerken", inzending)))

    assert "Wijziging 2" in page
    assert adres("beslis", inzending) not in page
    assert beslis(lezer, inzending, keuze="afwijzen", toelichting="Nee.").status_code == 403
    assert lezer.post(adres("vaststellen", inzending), {"naam": "x"}).status_code == 403


def test_a_form_of_another_site_is_refused(inzending, anna):
    client = als(anna, enforce_csrf_checks=True)

    assert beslis(client, inzending, keuze="afwijzen", toelichting="Nee.").status_code == 403


def test_visitors_are_asked_to_log_in(inzending, client):
    response = client.get(adres("verwerken", inzending))

    assert (response.status_code, response.url.split("?")[0]) == (302, reverse("account_login"))


# --- which agreements ------------------------------------------------------------------------------


def test_the_agreements_are_chosen_first(overeenkomst, anna):
    inzending = ingebracht(plan(wijzig(1, "15", "10")))
    client = als(anna)

    page = tekst_van(client.get(adres("verwerken", inzending)))
    response = client.post(adres("kies_overeenkomst", inzending), {"overeenkomst": overeenkomst.pk})

    assert f'value="{overeenkomst.pk}" checked' in page
    assert response.url == adres("verwerken", inzending)
    inzending.refresh_from_db()
    assert inzending.overeenkomst == overeenkomst


@pytest.mark.parametrize("waarde", ["", "999999", "x", "9" * 40])
def test_agreements_that_are_not_there_are_asked_for_again(inzending, anna, waarde):
    response = als(anna).post(adres("kies_overeenkomst", inzending), {"overeenkomst": waarde})

    assert response.status_code == 422
    assert "Kies welke afspraken" in tekst_van(response)


# --- the amendments --------------------------------------------------------------------------------


def test_each_amendment_is_shown_with_its_words_marked_and_the_hard_ones_first(inzending, anna):
    page = tekst_van(als(anna).get(adres("verwerken", inzending)))

    assert re.findall(r'id="wijziging-(\d)"', page) == ["2", "1"]
    assert re.search(r"<del>.*?10.*?</del>.*?<ins>.*?15.*?</ins>", page)
    assert "De aangehaalde tekst staat niet in afspraak 2" in page


def test_words_of_the_plan_are_text_and_no_markup(overeenkomst, anna):
    evil = '<img src=x onerror=alert(1)> en "<script>x</script>"'
    inzending = ingebracht(
        plan(vul_aan(1, evil, reden=evil), wijzig(2, evil, evil), wijzig(3, evil, tekst(3))), overeenkomst
    )
    client = als(anna)

    for naam, query in (("verwerken", {"open": 1}), ("vaststellen", {}), ("vaststellen", {"heel": ""})):
        page = client.get(adres(naam, inzending), query).content.decode()
        assert "<img src=x" not in page
        assert "<script>x" not in page
        assert "&lt;img src=x onerror=alert(1)&gt;" in page


def test_a_choice_is_kept_and_one_comes_back_to_the_amendment(inzending, anna):
    response = beslis(als(anna), inzending, keuze="toepassen", huidig=tekst(2), tekst=ANDERS)

    assert response.url == f"{adres('verwerken', inzending)}#wijziging-2"
    assert toestanden(inzending)[2] == "door een mens beslist"


def test_with_htmx_only_the_part_comes_back_and_says_what_happened(inzending, anna):
    response = beslis(als(anna), inzending, keuze="afwijzen", toelichting="Hoort hier niet.", htmx=True)

    page = tekst_van(response)
    assert response.status_code == 200
    assert "<html" not in page
    assert 'hx-swap-oob="innerHTML">Wijziging 2 wordt niet overgenomen.</div>' in page


def test_a_choice_that_does_not_fit_says_why_and_keeps_what_was_typed(inzending, anna):
    response = beslis(
        als(anna), inzending, keuze="toepassen", huidig="ook niet te vinden", tekst="Mijn woorden"
    )

    page = tekst_van(response)
    assert response.status_code == 422
    assert "De aangehaalde tekst staat niet in afspraak 2: “ook niet te vinden”" in page
    assert ("ook niet te vinden</textarea>" in page, "Mijn woorden</textarea>" in page) == (True, True)
    assert Keuze.objects.count() == 0


def test_leaving_out_without_a_reason_is_asked_again(inzending, anna):
    response = beslis(als(anna), inzending, keuze="afwijzen")

    assert response.status_code == 422
    assert "Schrijf op waarom" in tekst_van(response)


@pytest.mark.parametrize(
    "fields",
    [
        {"keuze": "weg"},
        {"keuze": "voorstel", "gezien": "x"},
        {"keuze": "voorstel", "wijziging": "99"},
        {"keuze": "voorstel", "wijziging": "9" * 30},
        {"keuze": "toepassen", "plaats": "afspraak:bestaat-niet"},
    ],
)
def test_what_no_form_sends_is_refused_and_keeps_nothing(inzending, anna, fields):
    assert beslis(als(anna), inzending, **fields).status_code == 422
    assert Keuze.objects.count() == 0


@pytest.mark.parametrize("htmx", [False, True])
def test_the_second_of_two_people_sees_both_choices_and_decides(inzending, anna, htmx):
    kees = maken.mens("kees@zeedrecht.nl", Rol.BEWERKER)
    seen = laatste(inzending, 2)
    beslis(als(anna), inzending, keuze="afwijzen", toelichting="Anna zegt nee.", gezien=seen)

    response = beslis(
        als(kees), inzending, keuze="toepassen", huidig=tekst(2), tekst="Van Kees.", gezien=seen, htmx=htmx
    )

    page = tekst_van(response)
    assert response.status_code == 409
    assert ("Anna zegt nee." in page, 'name="tekst" value="Van Kees."' in page) == (True, True)
    assert Keuze.objects.count() == 1
    shown = re.search(
        r'name="gezien" value="(\d+)"><input type="hidden" name="keuze" value="toepassen"', page
    )
    beslis(als(kees), inzending, keuze="toepassen", huidig=tekst(2), tekst="Van Kees.", gezien=int(shown[1]))
    assert Keuze.objects.count() == 2
    assert toestanden(inzending)[2] == "door een mens beslist"


def test_an_adopted_plan_is_no_longer_settled(inzending, anna):
    inzending.fase = Fase.VASTGESTELD
    inzending.save()
    client = als(anna)

    assert client.get(adres("verwerken", inzending)).status_code == 302


def test_who_decides_of_a_plan_that_was_adopted_meanwhile_is_told_and_brought_to_it(inzending, anna):
    client = als(anna)
    client.get(adres("verwerken", inzending))
    made = stel_vast(inzending, anna, zonder=True)
    there = reverse("besluit", args=[made.overeenkomst.slug, made.slug])

    response = beslis(client, inzending, keuze="voorstel")
    part = beslis(client, inzending, keuze="voorstel", htmx=True)

    assert response.url == there
    assert part.headers["HX-Redirect"] == there
    told = "Dit jaarplan is intussen vastgesteld. Wat u net deed, is niet bewaard."
    assert told in tekst_van(client.get(there))
    assert Keuze.objects.count() == 0


def kort_van(page):
    return re.sub(r"<[^>]+>", "", page.split('id="kort-kop"')[1].split("</ul>")[0])


def test_what_is_left_out_is_counted_and_stands_by_itself(overeenkomst, anna):
    inzending = ingebracht(
        plan(wijzig(1, "15", "10"), wijzig(2, "25", "20"), wijzig(3, "35", "30")), overeenkomst
    )
    client = als(anna)
    before = kort_van(tekst_van(client.get(adres("verwerken", inzending))))

    beslis(client, inzending, 2, keuze="afwijzen", toelichting="Hoort hier niet.")

    page = tekst_van(client.get(adres("verwerken", inzending)))
    assert "Alle 3 wijzigingen passen precies." in before
    assert "2 wijzigingen worden overgenomen, 1 niet." in kort_van(page)
    assert "passen precies" not in kort_van(page)
    assert re.findall(r'<h2 id="(?:afgewezen|passend)-kop">(.*?)</h2>', page) == [
        "1 wijziging die past, wordt niet overgenomen",
        "2 wijzigingen passen precies",
    ]
    assert re.findall(r'id="wijziging-(\d)"', page) == ["2", "1", "3"]


def test_what_fits_is_folded_and_the_way_on_stands_on_top_too(inzending, anna):
    page = tekst_van(als(anna).get(adres("verwerken", inzending)))

    past = page.split('id="wijziging-1"')[1]
    assert re.match(r"[^>]*> <details> <summary>", past)
    assert page.count("Naar vaststellen") == 2
    assert page.index("Naar vaststellen") < page.index('id="wijziging-2"')


def test_the_amendment_one_opened_is_unfolded(inzending, anna):
    page = tekst_van(als(anna).get(adres("verwerken", inzending), {"open": 1}))

    assert re.match(r"[^>]*> <details open> <summary>", page.split('id="wijziging-1"')[1])


def test_what_was_read_wrongly_is_mended_at_its_own_fact(inzending, anna):
    client = als(anna)
    page = client.get(adres("verwerken", inzending)).content.decode()

    facts = re.findall(r'\?feit=([^#"]+)#f-([^"]+)">verkeerd gelezen', page)
    assert len({key for key, _name in facts}) == 2
    for key, name in facts:
        settling = client.get(adres("nalezen", inzending), {"feit": key}).content.decode()
        assert f'id="f-{name}"' in settling


def test_agreements_of_another_municipality_cannot_be_picked_and_say_why(overeenkomst, anna):
    elders = maken.overeenkomst("Elders")
    inzending = ingebracht(plan(wijzig(1, "15", "10")))

    page = tekst_van(als(anna).get(adres("verwerken", inzending)))

    assert f'value="{overeenkomst.pk}" checked aria' in page
    assert f'value="{elders.pk}" disabled' in page
    assert "Een jaarplan wijzigt alleen afspraken van de eigen gemeente." in page


def test_the_button_says_that_adopting_makes_public(inzending, anna):
    page = tekst_van(als(anna).get(adres("vaststellen", inzending)))

    assert ">Vaststellen en openbaar maken</button>" in page


# --- adopting --------------------------------------------------------------------------------------


def besluit(inzending, **extra):
    seen = vooruit(inzending)
    return {
        "naam": "Jaarplan 2026",
        "vastgesteld": "2025-12-11",
        "inwerking": "2026-01-01",
        "stand": seen.stand,
        "gezien": inzending.stand,
        "kenmerk": seen.kenmerk,
    } | extra


def test_the_page_shows_what_would_come_of_it(inzending, anna):
    page = tekst_van(als(anna).get(adres("vaststellen", inzending)))

    assert "Jaarplan 2026 vaststellen" in page
    assert 'value="2026-01-01"' in page
    assert "Neem de rest over; deze wijziging blijft buiten het besluit" in page


def test_adopting_leads_to_the_decision_and_a_second_press_to_the_same(inzending, anna):
    client, fields = als(anna), besluit(inzending, zonder="ja")

    first = client.post(adres("vaststellen", inzending), fields)
    second = client.post(adres("vaststellen", inzending), fields)

    made = Besluit.objects.get(volgnummer=1)
    assert (first.status_code, second.status_code, made.naam) == (302, 302, "Jaarplan 2026")
    assert made.organisatie.naam == GEMEENTE


def test_what_does_not_fit_has_to_be_left_out_in_so_many_words(inzending, anna):
    response = als(anna).post(adres("vaststellen", inzending), besluit(inzending))

    assert response.status_code == 422
    assert "Beslis over de wijzigingen die niet passen" in tekst_van(response)
    assert Besluit.objects.count() == 1


def test_days_that_cannot_be_are_told_at_the_form_with_what_was_filled_in(inzending, anna):
    response = als(anna).post(
        adres("vaststellen", inzending), besluit(inzending, inwerking="2024-01-01", zonder="ja")
    )

    page = tekst_van(response)
    assert response.status_code == 422
    assert "vóór de afspraken zelf (01-01-2025)" in page
    assert 'value="2024-01-01"' in page
    assert Besluit.objects.count() == 1


def test_a_plan_without_a_day_asks_for_one(overeenkomst, anna):
    inzending = ingebracht(plan(wijzig(1, "15", "10"), getekend=None), overeenkomst)
    client = als(anna)

    first = tekst_van(client.get(adres("vaststellen", inzending)))
    second = tekst_van(
        client.get(adres("vaststellen", inzending), {"naam": "Jaarplan 2026", "vastgesteld": "2025-12-15"})
    )

    assert "niet bekend wanneer het is vastgesteld" in first
    assert "1 januari 2026" in second


def test_who_looked_at_an_older_version_is_shown_what_changed(inzending, anna, overeenkomst):
    fields = besluit(inzending, zonder="ja")
    other = ingebracht(plan(wijzig(3, "35", "30"), jaar=2027), overeenkomst)
    stel_vast(other, anna)

    response = als(anna).post(adres("vaststellen", inzending), fields)

    page = tekst_van(response)
    assert response.status_code == 409
    assert f"Jaarplan 2027 is vastgesteld door {GEMEENTE}." in page
    assert Besluit.objects.count() == 2
    again = re.search(r'name="kenmerk" value="(\w+)"', page)[1]
    assert als(anna).post(adres("vaststellen", inzending), fields | {"kenmerk": again}).status_code == 302
    assert Besluit.objects.count() == 3


# --- how much is asked -----------------------------------------------------------------------------


def asked(client, url):
    client.get(url)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


@pytest.mark.parametrize("naam", ["verwerken", "vaststellen"])
def test_thirty_amendments_ask_no_more_of_the_database_than_one(anna, naam):
    overeenkomst = maken.overeenkomst(stuk=maken.basis(afspraken=30))
    client = als(anna)

    counts = []
    for many in (1, 30):
        inzending = ingebracht(
            plan(*(wijzig(at, ANDERS, tekst(at) if at % 2 else GEEN_CITAAT) for at in range(1, many + 1))),
            overeenkomst,
        )
        for at in range(1, many + 1, 2):
            beslis(client, inzending, at, keuze="afwijzen", toelichting="Nee.")
        counts.append(asked(client, adres(naam, inzending)))

    assert counts[0] == counts[1]


def test_many_agreements_to_choose_from_ask_no_more_than_one(anna):
    client, counts = als(anna), []
    for many in (1, 30):
        for at in range(many):
            maken.overeenkomst(f"Zeedrecht{many}{at}")
        inzending = ingebracht(plan(wijzig(1, "15", "10")))
        counts.append(asked(client, adres("verwerken", inzending)))

    assert counts[0] == counts[1]
