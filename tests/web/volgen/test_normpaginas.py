"""The pages of norms: everybody reads what is promised; the parties also how it stands, and what they say."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.web.inloggen import als
from tests.web.maken import CORPORATIE, GEMEENTE, HUURDERS, organisatie
from tests.web.monitor.maken import (
    OP,
    VOORRAAD,
    afspraken,
    bevestig,
    bewerker,
    ingediend,
    lezer,
    norm_van,
    stuk,
)
from tests.web.portaal.maken import besluit, jaarplan, vastgesteld
from wederkerig.model import Doel, Wijziging
from wederkerig.web.monitor.domain.bevestigen import confirm
from wederkerig.web.monitor.domain.indienen import correct
from wederkerig.web.monitor.domain.normen import norms_of
from wederkerig.web.monitor.domain.opmerkingen import remark
from wederkerig.web.monitor.models import Bevestiging, Opmerking

pytestmark = pytest.mark.django_db


def address(of, name="norm", nummer="1"):
    return reverse(name, args=[of.slug, norm_van(of, nummer).sleutel])


def filled_in(of, **changed):
    """What a browser sends of the form as it stands."""
    form = als(bewerker()).get(address(of, "norm_bevestigen")).context["form"]
    said = {name: form[name].value() for name in form.fields}
    said |= {"stand": norm_van(of).stand, "daad": "klopt"} | changed
    shown = {name: value for name, value in said.items() if value not in (None, "")}
    return {
        name: form.fields[name].prepare_value(value) if name in {"waarde", "tot"} else value
        for name, value in shown.items()
    }


# --- what everybody reads --------------------------------------------------------------------------------


def test_everybody_reads_the_norms_and_how_far_they_are_confirmed():
    of = afspraken(bevestigd=False)
    bevestig(of, "1", indicator=VOORRAAD)

    page = Client().get(reverse("normen", args=[of.slug])).text
    assert "ten minste 1.200 woningen, uiterlijk eind 2028" in page
    assert "bevestigd door Stichting Duinwonen" in page
    assert "zo gelezen, nog niet bevestigd" in page
    assert "Hoe het ervoor staat" not in page


def test_the_public_sees_no_figure_no_status_and_no_remark():
    of = afspraken()
    ingediend(of, 1234, bron="ons geheime boek")
    remark(
        of,
        norm_van(of).sleutel,
        "Alleen voor ons.",
        stand=0,
        namens=bewerker(GEMEENTE).lidmaatschappen.get().organisatie,
        door=bewerker(GEMEENTE),
    )
    paths = [
        address(of),
        reverse("normen", args=[of.slug]),
        reverse("overeenkomst", args=[of.slug]),
        reverse("afspraak", args=[of.slug, "afspraak-1"]),
        reverse("gemeente", args=["zeedrecht"]),
    ]

    for path in paths:
        page = Client().get(path)
        assert page.status_code == 200, path
        for secret in ("1.234", "ons geheime boek", "Alleen voor ons.", "op koers", "Bewerker"):
            assert secret not in page.text, (path, secret)


def test_another_organisation_sees_what_the_public_sees():
    of = afspraken()
    ingediend(of, 1234)

    page = als(lezer("Stichting Elders")).get(address(of))
    assert "1.234" not in page.text
    assert not page.context["is_partij"]


def test_the_parties_see_the_sum_the_figures_and_who_gave_them():
    of = afspraken()
    ingediend(of, 1234, bron="woningadministratie")

    page = als(lezer(HUURDERS)).get(address(of)).text
    assert "1.234" in page
    assert "woningadministratie" in page
    assert "De som:" in page
    assert reverse("norm_bevestigen", args=[of.slug, norm_van(of).sleutel]) not in page


def test_a_norm_is_on_the_page_of_its_agreement():
    of = afspraken()

    public = Client().get(reverse("afspraak", args=[of.slug, "afspraak-1"])).text
    assert "Hieraan gemeten" in public
    assert address(of) in public
    assert "Norm toevoegen" in als(bewerker()).get(reverse("afspraak", args=[of.slug, "afspraak-1"])).text


def test_a_norm_that_ended_has_a_page_that_says_so():
    of = vastgesteld(stuk())
    key = norm_van(of).sleutel
    besluit(of, jaarplan(Wijziging(soort="verwijderen", doel=Doel(nummer="1"), tekst="")))

    page = Client().get(reverse("norm", args=[of.slug, key]))
    assert "staan niet meer in de afspraken" in page.text
    assert Client().get(reverse("norm", args=[of.slug, "nergens"])).status_code == 404


# --- what a party says -----------------------------------------------------------------------------------


def test_a_norm_is_confirmed_as_it_stands():
    of = afspraken(bevestigd=False)

    answer = als(bewerker()).post(address(of, "norm_bevestigen"), filled_in(of))
    assert answer.status_code == 302
    held = norm_van(of)
    assert (held.gezegd, held.norm.waarde, held.norm.per) == ("bevestigd", 1200, held.gelezen.per)


def test_a_norm_is_completed():
    of = afspraken(bevestigd=False)
    changed = {"indicator": VOORRAAD, "cijfers_van": [CORPORATIE], "waarde": "1.250", "toelichting": "Samen."}

    als(bewerker()).post(address(of, "norm_bevestigen"), filled_in(of, **changed))
    held = norm_van(of)
    assert (held.norm.waarde, held.norm.indicator, held.laatste.toelichting) == (1250, VOORRAAD, "Samen.")


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"waarde": "=1+1"}, "Dit is een formule"),
        ({"waarde": "12.5"}, "Schrijf een komma"),
        ({"relatie": "bereik"}, "Vul bij twee grenzen ook de tweede in."),
        ({"van": "2029-01-01"}, "Deze dag ligt voor de dag waarop het begint."),
        ({"grootheid": "verandering in %"}, "Zeg vanaf welke dag de verandering telt."),
        ({"indicator": VOORRAAD, "cijfers_van": []}, "Kies wie de cijfers geeft"),
        ({"indicator": VOORRAAD, "cijfers_van": [CORPORATIE], "eenheid": "%"}, "Kies een andere indicator"),
        ({"cijfers_van": ["Niemand"]}, "Niemand"),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_nothing_is_lost(changed, why):
    of = afspraken(bevestigd=False)

    answer = als(bewerker()).post(
        address(of, "norm_bevestigen"), filled_in(of, toelichting="Bewaar mij", **changed)
    )
    assert answer.status_code == 422
    assert why in answer.text
    assert "Bewaar mij" in answer.text
    assert Bevestiging.objects.count() == 0


def test_a_figure_is_said_to_be_no_norm():
    of = afspraken(bevestigd=False)

    als(bewerker()).post(address(of, "norm_bevestigen"), {"daad": "geen", "stand": 0})
    assert norm_van(of).gezegd == "geen norm"
    assert "Geen norm, zei een partij" in Client().get(reverse("normen", args=[of.slug])).text


def test_who_was_second_sees_what_the_first_said_and_what_he_chose_himself():
    of = afspraken(bevestigd=False)
    mine = filled_in(of, gebied="Noord")
    bevestig(of, "1", van=GEMEENTE, indicator=VOORRAAD)

    answer = als(bewerker()).post(address(of, "norm_bevestigen"), mine)
    assert answer.status_code == 409
    assert "zei hier intussen ook iets over" in answer.text
    assert 'value="Noord"' in answer.text

    als(bewerker()).post(address(of, "norm_bevestigen"), mine | {"stand": norm_van(of).stand})
    assert norm_van(of).norm.gebied == "Noord"


def test_a_norm_is_added_with_the_number_of_its_agreement():
    of = afspraken()
    path = reverse("norm_toevoegen", args=[of.slug])
    said = {
        "nummer": "2",
        "relatie": "min",
        "waarde": "5",
        "eenheid": "woningen",
        "grootheid": "stand",
        "ritme": "jaarlijks",
        "aard": "norm",
    }

    assert als(bewerker()).post(path, said | {"nummer": "88"}).status_code == 422
    assert als(bewerker()).post(path, said).status_code == 302
    assert "toegevoegd door Stichting Duinwonen" in Client().get(reverse("normen", args=[of.slug])).text


@pytest.mark.parametrize("wie", ["lezer", "vreemd"])
def test_who_may_not_say_what_a_norm_is_cannot(wie):
    of = afspraken(bevestigd=False)
    person = lezer(CORPORATIE) if wie == "lezer" else bewerker("Stichting Elders")

    for path in (address(of, "norm_bevestigen"), address(of, "opmerking")):
        assert als(person).post(path, {"daad": "geen", "stand": 0, "tekst": "x"}).status_code == 403
    assert (Bevestiging.objects.count(), Opmerking.objects.count()) == (0, 0)


# --- remarks ---------------------------------------------------------------------------------------------


def test_a_party_makes_and_changes_its_own_remark():
    of = afspraken()
    client = als(bewerker(GEMEENTE))
    client.post(address(of, "opmerking"), {"tekst": "Dat duurt langer.", "stand": 0})

    page = client.get(address(of))
    assert "Dat duurt langer." in page.text
    client.post(address(of, "opmerking"), {"tekst": "Toch niet.", "stand": page.context["opmerkstand"]})
    assert "Dat duurt langer." not in client.get(address(of)).text


def test_a_remark_of_a_colleague_is_not_overwritten_unseen():
    of = afspraken()
    client = als(bewerker(GEMEENTE))
    client.post(address(of, "opmerking"), {"tekst": "De eerste.", "stand": 0})

    answer = client.post(address(of, "opmerking"), {"tekst": "De tweede.", "stand": 0})
    assert answer.status_code == 409
    assert "De eerste." in answer.text
    assert "De tweede." in answer.text
    assert Opmerking.objects.count() == 1


def test_what_is_not_a_number_of_a_row_does_no_harm():
    of = afspraken()

    for stand in ("", "abc", "9" * 40, "-1"):
        answer = als(bewerker(GEMEENTE)).post(
            address(of, "norm_bevestigen"), filled_in(of, stand=stand, gebied=f"Wijk {stand[:3]}")
        )
        assert answer.status_code in {302, 409}


@pytest.mark.parametrize("name", ["normen", "norm"])
def test_a_page_takes_as_many_queries_with_many_figures_as_with_one(name):
    of = afspraken()
    client = als(lezer(GEMEENTE))
    path = address(of) if name == "norm" else reverse("normen", args=[of.slug])

    def count():
        client.get(path)
        with CaptureQueriesContext(connection) as seen:
            assert client.get(path).status_code == 200
        return len(seen)

    (first,) = ingediend(of, 1000, date(2020, 1, 1)).metingen
    better(first)
    one = count()
    for year in range(2010, 2016):
        (row,) = ingediend(of, 1000 + year, date(year, 1, 1)).metingen
        better(row)
    assert count() == one


def better(row):
    said = {"noemer": "", "bron": "", "toelichting": "Fout."}
    correct(row, waarde="999", door=bewerker(), op=OP, **said)


def test_the_desk_says_how_many_norms_wait_to_who_may_confirm_them():
    of = afspraken(bevestigd=False)
    waits = "normen wachten op bevestiging"

    shown = als(bewerker()).get(reverse("werk")).text
    number = Client().get(reverse("normen", args=[of.slug])).context["te_bevestigen"]

    assert f"{number} {waits}" in shown
    assert reverse("normen", args=[of.slug]) in shown
    assert waits not in als(lezer(CORPORATIE)).get(reverse("werk")).text


def test_agreements_of_which_every_norm_was_confirmed_do_not_wait():
    of = afspraken()
    for each in norms_of(of):
        if each.is_onbevestigd:
            confirm(of, each.sleutel, None, stand=0, namens=organisatie(CORPORATIE), door=bewerker())

    assert "op bevestiging" not in als(bewerker()).get(reverse("werk")).text
