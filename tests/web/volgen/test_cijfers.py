"""The pages of figures: what is due, drafts of one organisation alone, handing in, correcting, evidence."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.web.inloggen import als
from tests.web.maken import CORPORATIE, GEMEENTE, HUURDERS, organisatie
from tests.web.monitor.maken import VOORRAAD, afspraken, bevestig, bewerker, ingediend, lezer, norm_van
from wederkerig.web.monitor.domain.concepten import mark_of
from wederkerig.web.monitor.domain.invullen import due_in
from wederkerig.web.monitor.models import Bewijs, Invulling, Meting

pytestmark = pytest.mark.django_db
HIER = ["stichting-duinwonen", "zeedrecht"]


def today():
    return timezone.localdate()


@pytest.fixture
def of():
    return afspraken()


def vraag(of, indicator=VOORRAAD):
    opgave = due_in(organisatie(CORPORATIE), of.gemeenten.get(), op=today())
    return next(each for each in opgave.vragen if each.indicator.id == indicator)


def typed(of, waarde, indicator=VOORRAAD, **more):
    asked = vraag(of, indicator)
    said = {"waarde": waarde, "noemer": "", "bron": "", "toelichting": "", "gezien": mark_of(asked.invulling)}
    return {f"{asked.veld}-{name}": value for name, value in (said | more).items()}


def post(data, van=CORPORATIE, **extra):
    return als(bewerker(van)).post(reverse("cijfers_invullen", args=HIER), data, **extra)


@pytest.mark.usefixtures("of")
def test_what_is_due_is_listed_by_municipality_with_the_days_that_are_left():
    page = als(bewerker()).get(reverse("cijfers", args=HIER[:1]))

    assert "Zeedrecht" in page.text
    assert page.context["open"][0].dagen is not None


@pytest.mark.usefixtures("of")
def test_the_desk_says_what_is_due_to_who_may_fill_it_in():
    assert "Geef cijfers voor Zeedrecht" in als(bewerker()).get(reverse("werk")).text
    assert "Geef cijfers voor Zeedrecht" not in als(lezer(CORPORATIE)).get(reverse("werk")).text
    assert "Geef cijfers voor Zeedrecht" not in als(bewerker(GEMEENTE)).get(reverse("werk")).text


def test_the_page_asks_only_what_is_due_and_shows_last_time(of):
    ingediend(of, 1100, today() - timedelta(days=700), op=today())
    page = als(bewerker()).get(reverse("cijfers_invullen", args=HIER)).text

    assert "Sociale huurwoningen" in page
    assert "Vorige keer" in page
    assert "1.100" in page
    assert "Wat telt mee?" in page
    assert "Middenhuur" not in page


def test_a_figure_is_kept_as_a_draft(of):
    answer = post(typed(of, "1.100", bron="Boek"))

    assert answer.status_code == 302
    assert Invulling.objects.get().waarde == "1.100"
    assert 'value="1.100"' in als(bewerker()).get(reverse("cijfers_invullen", args=HIER)).text


@pytest.mark.parametrize(
    ("waarde", "indicator", "why"),
    [
        ("-3", VOORRAAD, "onder nul"),
        ("120", "toewijzing-afwijkend", "meer dan alles"),
        ("1.234,5", VOORRAAD, "heel getal"),
        ("=1+1", VOORRAAD, "formule"),
        ("12.5", "toewijzing-afwijkend", "Schrijf een komma"),
    ],
)
def test_what_is_wrong_is_kept_and_said_at_the_field_and_on_top(of, waarde, indicator, why):
    answer = post(typed(of, waarde, indicator))

    assert answer.status_code == 422
    assert answer.text.count(why) == 2
    assert f'value="{waarde}"' in answer.text
    assert Invulling.objects.get().waarde == waarde
    assert why in als(bewerker()).get(reverse("cijfers_invullen", args=HIER)).text


def test_last_time_is_taken_over_by_a_button(of):
    ingediend(of, 1100, today() - timedelta(days=700), op=today())

    post(typed(of, "") | {"neem_over": vraag(of).veld})
    assert Invulling.objects.get().waarde == "1.100"


def test_a_page_that_keeps_while_one_types_gets_only_what_changed(of):
    answer = post(typed(of, "-1"), headers={"HX-Request": "true"})

    assert answer.status_code == 200
    assert "<html" not in answer.text
    assert "onder nul" in answer.text
    assert 'hx-swap-oob="true"' in answer.text


def test_two_who_fill_in_the_same_figure_see_both(of):
    mine = typed(of, "1.150")
    post(typed(of, "1.100"))

    answer = post(mine)
    assert answer.status_code == 409
    assert "vulde intussen in: 1.100" in answer.text
    assert 'value="1.150"' in answer.text
    assert Invulling.objects.get().waarde == "1.100"

    post(typed(of, "1.150"))
    assert Invulling.objects.get().waarde == "1.150"


# --- of one organisation alone ---------------------------------------------------------------------------


def pages(of):
    """Every page of the site that could show a figure of this municipality."""
    return [
        reverse("werk"),
        reverse("normen", args=[of.slug]),
        reverse("norm", args=[of.slug, norm_van(of).sleutel]),
        reverse("afspraak", args=[of.slug, "afspraak-1"]),
        reverse("overeenkomst", args=[of.slug]),
        reverse("logboek", args=[of.slug]),
        reverse("logboek_export", args=[of.slug, "json"]),
        reverse("cijfers", args=HIER[:1]),
        reverse("cijfers_invullen", args=HIER),
        reverse("cijfers_indienen", args=HIER),
        reverse("organisatie_logboek", args=HIER[:1]),
    ]


@pytest.mark.parametrize("wie", [GEMEENTE, HUURDERS, "Stichting Elders", None])
def test_a_draft_is_on_no_page_of_anybody_else(of, wie, client):
    post(typed(of, "7.654", bron="GEHEIM-BOEK"))
    browser = client if wie is None else als(bewerker(wie))

    for path in pages(of):
        response = browser.get(path)
        said = b"".join(response.streaming_content).decode() if response.streaming else response.text
        assert "7.654" not in said, path
        assert "GEHEIM-BOEK" not in said, path


def test_nobody_fills_in_or_hands_in_for_another_party(of):
    mine = typed(of, "1.100")
    post(mine)
    for wie in (GEMEENTE, "Stichting Elders"):
        client = als(bewerker(wie))
        assert client.post(reverse("cijfers_invullen", args=HIER), mine).status_code == 404
        assert client.post(reverse("cijfers_indienen", args=HIER), {"gezien": "x"}).status_code == 404
    assert als(lezer(CORPORATIE)).post(reverse("cijfers_invullen", args=HIER), mine).status_code == 403
    assert Meting.objects.count() == 0


@pytest.mark.usefixtures("of")
def test_a_municipality_without_agreements_of_ours_has_no_page():
    afspraken("Elders").partijen.filter(naam=CORPORATIE).delete()

    path = reverse("cijfers_invullen", args=["stichting-duinwonen", "elders"])
    assert als(bewerker()).get(path).status_code == 404


# --- handing in and correcting ---------------------------------------------------------------------------


def hand_in(client):
    path = reverse("cijfers_indienen", args=HIER)
    shown = client.get(path)
    return shown, client.post(path, {"gezien": shown.context["gezien"]})


def test_what_others_will_see_is_shown_before_it_is_handed_in(of):
    answer = post(typed(of, "1.100", bron="Boek") | {"verder": "ja"})
    assert answer.url == reverse("cijfers_indienen", args=HIER)

    client = als(bewerker())
    shown, answer = hand_in(client)
    assert "1.100" in shown.text
    assert "Boek" in shown.text
    assert answer.status_code == 302
    assert "1.100" in als(lezer(GEMEENTE)).get(reverse("norm", args=[of.slug, norm_van(of).sleutel])).text


def test_what_is_wrong_does_not_go_along(of):
    post(typed(of, "-5"))
    shown, answer = hand_in(als(bewerker()))

    assert "Dit gaat nog niet mee" in shown.text
    assert answer.status_code == 422
    assert Meting.objects.count() == 0


def test_a_draft_that_changed_meanwhile_is_shown_first(of):
    post(typed(of, "1.100"))
    client = als(bewerker())
    path = reverse("cijfers_indienen", args=HIER)
    seen = client.get(path).context["gezien"]
    post(typed(of, "1.000"))

    answer = client.post(path, {"gezien": seen})
    assert answer.status_code == 409
    assert "1.000" in answer.text
    assert Meting.objects.count() == 0


def correction(row, **changed):
    path = reverse("cijfer_verbeteren", args=[*HIER, row.pk])
    said = {"waarde": "1.050", "noemer": "", "bron": "", "toelichting": "Verkeerde lijst."}
    return als(bewerker()).post(path, said | changed)


def test_a_correction_shows_the_old_figure_to_the_parties(of):
    (row,) = ingediend(of, 1100).metingen
    assert correction(row).status_code == 302

    page = als(lezer(HUURDERS)).get(reverse("norm", args=[of.slug, norm_van(of).sleutel])).text
    assert "1.050" in page
    assert "<del>1.100 woningen</del>" in page
    assert "Verkeerde lijst." in page


def test_a_correction_of_what_was_corrected_shows_the_new_figure(of):
    (row,) = ingediend(of, 1100).metingen
    correction(row)

    answer = correction(row, waarde="999")
    assert answer.status_code == 409
    assert "1.050" in answer.text
    assert 'value="999"' in answer.text


def test_a_correction_that_cannot_be_keeps_what_was_typed(of):
    (row,) = ingediend(of, 1100).metingen
    answer = correction(row, waarde="=1+1")

    assert answer.status_code == 422
    assert 'value="=1+1"' in answer.text
    assert Meting.objects.count() == 1


def test_nobody_corrects_a_figure_of_another_party(of):
    (row,) = ingediend(of, 500, van=GEMEENTE).metingen

    assert correction(row).status_code == 404


# --- evidence --------------------------------------------------------------------------------------------


def upload(row, naam="bewijs.pdf", inhoud=b"%PDF-1.7 bewijs", van=CORPORATIE):
    path = reverse("bewijs_toevoegen", args=[*HIER, row.pk])
    return als(bewerker(van)).post(path, {"bestand": SimpleUploadedFile(naam, inhoud)})


def test_the_parties_download_evidence_and_nobody_else(of, client):
    (row,) = ingediend(of, 1100).metingen
    upload(row)
    path = reverse("bewijs", args=[of.slug, Bewijs.objects.get().pk])

    answer = als(lezer(HUURDERS)).get(path)
    assert answer.content == b"%PDF-1.7 bewijs"
    assert answer["Content-Disposition"] == 'attachment; filename="bewijs.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Type"] == "application/octet-stream"
    assert als(lezer("Stichting Elders")).get(path).status_code == 403
    assert client.get(path).status_code == 302


def test_evidence_is_not_found_by_way_of_other_agreements(of):
    (row,) = ingediend(of, 1100).metingen
    upload(row)
    other = afspraken("Elders")

    path = reverse("bewijs", args=[other.slug, Bewijs.objects.get().pk])
    assert als(lezer(GEMEENTE)).get(path).status_code == 404


@pytest.mark.parametrize(
    ("naam", "inhoud"), [("kwaad.html", b"<script>"), ("kwaad.svg", b"<svg>"), ("leeg.pdf", b"")]
)
def test_a_file_that_is_not_taken_leaves_nothing(of, naam, inhoud):
    (row,) = ingediend(of, 1100).metingen

    upload(row, naam, inhoud)
    assert Bewijs.objects.count() == 0


def test_a_file_that_is_too_large_leaves_nothing(of, settings):
    settings.GROOTSTE_BESTAND = 10
    (row,) = ingediend(of, 1100).metingen

    upload(row, inhoud=b"x" * 11)
    assert Bewijs.objects.count() == 0


def test_the_same_file_stands_once(of):
    (row,) = ingediend(of, 1100).metingen
    upload(row)
    upload(row, "nog-een-keer.pdf")

    assert [each.bestandsnaam for each in Bewijs.objects.all()] == ["bewijs.pdf"]


# --- many ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["cijfers", "werk"])
def test_a_page_takes_as_many_queries_for_many_municipalities_as_for_one(name):
    client = als(bewerker())
    path = reverse(name, args=HIER[:1]) if name == "cijfers" else reverse(name)

    def count():
        client.get(path)
        with CaptureQueriesContext(connection) as seen:
            assert client.get(path).status_code == 200
        return len(seen)

    afspraken("Eerste")
    one = count()
    for number in range(8):
        afspraken(f"Gemeente{number}")
    assert count() == one


def test_a_share_that_is_taken_together_with_others_is_asked_with_its_total(of):
    both = (CORPORATIE, GEMEENTE)
    bevestig(of, "2", indicator="toewijzing-afwijkend", cijfers_van=both, partijen=both)

    page = post(typed(of, "17", "toewijzing-afwijkend"), follow=True).text

    assert "Dit cijfer wordt met dat van andere partijen samengenomen." in page
    assert "Het totaal ontbreekt." in page
    assert (
        als(bewerker()).get(reverse("cijfers_invullen", args=HIER)).text.count("Het totaal ontbreekt.") == 2
    )  # in the list of what is wrong, and at its field
