"""Attacks on the monitor: by small numbers in two steps, by days and words that break pages of others."""

from datetime import date

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from tests.web.inloggen import als
from tests.web.maken import CORPORATIE, GEMEENTE, HUURDERS, organisatie
from tests.web.monitor.lijsten import KOP, berekend, rij
from tests.web.monitor.lijsten import bewerker as invuller
from tests.web.monitor.maken import OP, VOORRAAD, afspraken, bevestig, bewerker, ingediend, norm_van
from wederkerig.voorraad.projecten import Project as Hof
from wederkerig.web.monitor.domain.beoordelingen import figures_behind, judgements
from wederkerig.web.monitor.domain.bevestigen import MEESTE_TOEGEVOEGD, BevestigError, add
from wederkerig.web.monitor.domain.lijst_indienen import hand_in_list, mark_of_offer, offered
from wederkerig.web.monitor.domain.projecten import MEESTE_PROJECTEN, ProjectError, lapse
from wederkerig.web.monitor.domain.projecten import add as add_project
from wederkerig.web.monitor.models import Bevestiging, Meting, Project
from wederkerig.web.register.models import Gemeente

pytestmark = pytest.mark.django_db


def over(of, gebied):
    """The parties measure the stock of a village as well."""
    norm = norm_van(of).norm.model_copy(update={"gebied": gebied, "cijfers_van": (CORPORATIE,)})
    add(of, norm, nummer="1", namens=organisatie(CORPORATIE), door=bewerker())


def all_but_three_in_zee():
    """60 dwellings of social rent, of which three lie in another village."""
    rows = [rij(nr * 10 + 1) for nr in range(60)]
    rows[:3] = [row.replace(";Zee;", ";Duin;") for row in rows[:3]]
    return berekend("\r\n".join([KOP, *rows]).encode(), peildatum=date(2026, 7, 1))


@pytest.mark.parametrize("gebieden", [("Zee", "Duin"), ("Zee",)])
def test_figures_handed_in_one_after_another_give_no_small_number_away(gebieden):
    of = afspraken()
    for gebied in gebieden:
        over(of, gebied)
    lijst = all_but_three_in_zee()

    for _turn in range(4):
        found = offered(lijst, op=OP)
        keys = [each.sleutel for place in found for each in place.aanbod]
        if keys:
            hand_in_list(lijst, keys[:1], gezien=mark_of_offer(found), door=invuller(), op=OP)

    assert list(Meting.objects.filter(indicator=VOORRAAD).values_list("gebied", "waarde")) == [("", 60)]


@pytest.mark.parametrize(
    "velden",
    [
        {"per": "9999-12-31"},
        {"van": "0001-01-01"},
        {"nulmeting_dag": "0001-01-01"},
        {"nulmeting_dag": "9999-12-31"},
    ],
)
def test_a_norm_at_the_end_of_the_calendar_is_refused(velden):
    of = afspraken()
    page = reverse("norm_bevestigen", args=[of.slug, norm_van(of).sleutel])
    form = als(bewerker()).get(page).context["form"]
    said = {name: form[name].value() for name in form.fields if form[name].value() not in (None, "")}
    before = Bevestiging.objects.count()

    answer = als(bewerker()).post(page, said | {"waarde": "1200", "stand": norm_van(of).stand} | velden)

    assert (answer.status_code, Bevestiging.objects.count()) == (422, before)
    assert "Kies een dag v" in answer.text


def test_what_is_said_to_the_other_parties_is_not_said_to_everybody():
    of = afspraken()
    Bevestiging.objects.create(
        overeenkomst=of,
        organisatie=organisatie(CORPORATIE),
        sleutel=norm_van(of).sleutel,
        norm=Bevestiging.objects.filter(sleutel=norm_van(of).sleutel).get().norm,
        toelichting="Onder ons gezegd.",
        namens=CORPORATIE,
    )
    page = reverse("norm", args=[of.slug, norm_van(of).sleutel])

    assert "Onder ons gezegd." not in Client().get(page).text
    assert "Onder ons gezegd." in als(bewerker(GEMEENTE)).get(page).text


def test_a_number_of_five_thousand_figures_is_no_number():
    afspraken()
    project = Project.objects.create(
        organisatie=organisatie(CORPORATIE), gemeente=Gemeente.objects.get(), naam="Hof", gegevens={}
    )
    lijst = all_but_three_in_zee()
    many = {"stand": "9" * 5_000}

    for page in (
        reverse("lijst_blad", args=[lijst.pk]),
        reverse("project_vervallen", args=[project.pk]),
    ):
        assert als(bewerker()).post(page, many).status_code == 302
    project.refresh_from_db()
    assert not project.vervallen


def test_of_a_norm_of_nobody_the_figures_of_others_in_the_municipality_are_not_read():
    of = afspraken()
    bevestig(of, "1", indicator=VOORRAAD, partijen=(), cijfers_van=())
    vreemd = organisatie("Stichting Elders", "corporatie")
    for wie, waarde in ((vreemd, 4321), (organisatie(CORPORATIE), 1234)):
        Meting.objects.create(
            organisatie=wie,
            gemeente=of.gemeenten.get(),
            indicator=VOORRAAD,
            peildatum=date(2026, 7, 1),
            waarde=waarde,
        )

    assert [row.waarde for row in figures_behind(of, norm_van(of))] == [1234]


def test_a_judgement_follows_which_party_is_which_organisation():
    of = afspraken()
    ingediend(of, 1234, date(2026, 7, 1))
    before = judgements(of, op=OP)[0].beoordeling.stand
    corporatie, huurders = of.partijen.get(naam=CORPORATIE), of.partijen.get(naam=HUURDERS)

    corporatie.organisatie, huurders.organisatie = huurders.organisatie, corporatie.organisatie
    corporatie.save()
    huurders.save()

    assert (before, judgements(of, op=OP)[0].beoordeling.stand) == (1234, None)


def test_nobody_brings_in_so_many_projects_that_others_wait_for_the_forecast():
    of = afspraken()
    about = {"organisatie": organisatie(CORPORATIE), "gemeente": of.gemeenten.get(), "gegevens": {}}
    Project.objects.bulk_create(Project(naam=str(nr), **about) for nr in range(MEESTE_PROJECTEN))
    lapsed = Project.objects.first()
    kind = {"locatie": "Hof", "corporatie": CORPORATIE, "soort": "NIU", "erbij": 1, "fase": "idee"}

    def one_more():
        gebruiker = bewerker()
        return add_project(*list(about.values())[:2], Hof(**kind), gedeeld=False, gebruiker=gebruiker)

    with pytest.raises(ProjectError):
        one_more()
    lapse(lapsed, bewerker(), stand=0)
    assert one_more().naam == "Hof"


def test_nobody_adds_so_many_norms_that_another_cannot_send_its_figures():
    of = afspraken()
    for nr in range(MEESTE_TOEGEVOEGD):
        over(of, f"Dorp {nr}")

    with pytest.raises(BevestigError):
        over(of, "Nog een dorp")

    page = reverse("cijfers_invullen", args=[organisatie(CORPORATIE).slug, of.gemeenten.get().slug])
    assert len(als(bewerker()).get(page).context["rijen"]) * 5 < settings.DATA_UPLOAD_MAX_NUMBER_FIELDS
