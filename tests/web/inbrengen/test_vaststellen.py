"""Adopting a base document: looked at first, then all at once, by a party, and never twice."""

import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.web.inbrengen.stukken import STUK, bewerker, client_van, feit, gelezen, zeg
from tests.web.inloggen import als
from tests.web.maken import (
    CORPORATIE,
    GEMEENTE,
    HUURDERS,
    basis,
    inzending,
    mens,
    organisatie,
    overeenkomst,
)
from wederkerig.model import Looptijd
from wederkerig.model import Partij as ModelPartij
from wederkerig.web.accounts.models import Organisatie, Rol
from wederkerig.web.register.domain.geschiedenis import uitgave_op
from wederkerig.web.register.domain.herkennen import split_names
from wederkerig.web.register.domain.vaststellen import (
    VaststellenError,
    adopt_basis,
    bezwaren_van,
    propose,
    stand_van,
)
from wederkerig.web.register.models import (
    Besluit,
    Fase,
    Gebeurtenis,
    Gemeente,
    Inzending,
    Koppeling,
    Lezing,
    Overeenkomst,
    Partij,
)

pytestmark = pytest.mark.django_db


def address(made) -> str:
    return reverse("vaststellen", args=[made.pk])


def stel_vast(client, made, **anders):
    made.refresh_from_db()
    data = {
        "gemeenten": "Zeedrecht",
        "vastgesteld": "2024-12-12",
        "inwerking": "2025-01-01",
        "stand": made.stand,
    }
    return client.post(address(made), data | anders)


def test_first_one_sees_what_will_be_public():
    made = gelezen()

    page = client_van(made).get(address(made)).content.decode()

    assert "Prestatieafspraken Zeedrecht 2025-2028" in page
    assert "1 januari 2025 t/m 31 december 2028" in page
    assert "5 afspraken" in page
    assert "Er staan nog 2 twijfels open." in page
    assert 'value="Zeedrecht"' in page
    assert 'value="2024-12-12"' in page
    assert 'value="2025-01-01"' in page
    assert Overeenkomst.objects.count() == 0


def test_adopting_makes_the_agreements_with_parties_and_first_decision():
    made = gelezen()
    zeg(client_van(made), made, feit(made, "getal", "120"), waarde="130")

    response = stel_vast(client_van(made), made)

    of = Overeenkomst.objects.get()
    besluit = Besluit.objects.get()
    made.refresh_from_db()
    assert response.url == reverse("overeenkomst", args=[of.slug])
    assert (of.slug, of.titel) == (
        "prestatieafspraken-zeedrecht-2025-2028",
        "Prestatieafspraken Zeedrecht 2025-2028",
    )
    assert (of.van, of.tot, of.stand, of.soort) == (date(2025, 1, 1), date(2028, 12, 31), 1, "meerjarig")
    assert [each.naam for each in of.gemeenten.all()] == ["Zeedrecht"]
    assert [(each.naam, each.organisatie.naam) for each in of.partijen.all()] == [
        (naam, naam) for naam in (GEMEENTE, CORPORATIE, HUURDERS)
    ]
    assert (besluit.volgnummer, besluit.slug, besluit.vastgesteld) == (0, "basis", date(2024, 12, 12))
    assert (made.fase, made.overeenkomst) == (Fase.VASTGESTELD, of)
    assert Gebeurtenis.objects.first().soort == "vastgesteld"
    afspraak = uitgave_op(of).stuk.afspraken[0]
    assert afspraak.id
    assert [each.waarde for each in afspraak.getallen] == [130]


def test_a_second_click_gives_the_same_decision():
    made = gelezen()
    client = client_van(made)

    first = stel_vast(client, made)
    second = stel_vast(client, made)

    assert second.url == first.url
    assert Besluit.objects.count() == 1
    assert Gebeurtenis.objects.filter(soort="vastgesteld").count() == 1


def test_adopting_what_another_adopted_a_moment_ago_gives_that_decision():
    made = gelezen()
    said = {"gemeenten": ["Zeedrecht"], "vastgesteld": None, "inwerking": None, "stand": made.stand}

    first = adopt_basis(made, made.door, **said)
    second = adopt_basis(made, made.door, **said)

    assert second == first
    assert Overeenkomst.objects.count() == 1


def test_what_fails_halfway_leaves_nothing():
    made = gelezen()
    said = {"gemeenten": ["Zeedrecht"], "vastgesteld": "geen dag", "inwerking": None, "stand": made.stand}

    with pytest.raises(ValidationError):
        adopt_basis(made, made.door, **said)

    made.refresh_from_db()
    assert (Overeenkomst.objects.count(), made.fase) == (0, Fase.NALEZEN)


def test_what_changed_meanwhile_is_looked_at_before_it_is_adopted():
    made = gelezen()
    client = client_van(made)
    seen = made.stand
    other = als(mens("ria@zeedrecht.nl", Rol.BEWERKER, bij=organisatie()))
    zeg(other, made, feit(made, "kop"), titel="Een andere titel")

    response = stel_vast(client, made, stand=seen)

    page = response.content.decode()
    assert response.status_code == 409
    assert "Er is intussen iets veranderd aan dit document." in page
    assert "Een andere titel" in page
    assert Besluit.objects.count() == 0
    stand = re.search(r'name="stand" value="(\d+)"', page)[1]
    assert stel_vast(client, made, stand=stand).status_code == 302
    assert Overeenkomst.objects.get().titel == "Een andere titel"


@pytest.mark.parametrize("naam", [CORPORATIE, HUURDERS])
def test_every_party_may_adopt_whatever_its_kind(naam):
    made = gelezen(door=bewerker("x@y.nl", naam), bij=naam)

    stel_vast(als(made.door), made)

    assert Besluit.objects.get().organisatie.naam == naam


def test_an_organisation_that_is_no_party_does_not_adopt():
    organisatie("Stichting Elders", "corporatie")
    made = gelezen(door=bewerker("x@y.nl", "Stichting Elders"), bij="Stichting Elders")

    response = stel_vast(als(made.door), made)

    assert response.status_code == 400
    assert "Stichting Elders staat niet bij de partijen van dit document" in response.content.decode()
    assert Overeenkomst.objects.count() == 0
    made.refresh_from_db()
    assert made.fase == Fase.NALEZEN


def test_an_heir_adopts_what_its_predecessor_is_party_to():
    made = gelezen()
    heir = organisatie("Gemeente Kustrijk", "gemeente")
    Inzending.objects.update(organisatie=heir)
    before = organisatie(GEMEENTE)
    before.opvolger = heir
    before.save()
    person = bewerker("heir@x.nl", "Gemeente Kustrijk")

    stel_vast(als(person), made)

    assert Besluit.objects.get().organisatie == heir


def test_what_a_merged_party_had_in_hand_goes_on_under_the_name_of_its_heir():
    made = gelezen()
    heir = organisatie("Gemeente Kustrijk", "gemeente")
    Koppeling.objects.create(inzending=made, naam=GEMEENTE, organisatie=heir, door="Bo")
    Organisatie.objects.filter(naam=GEMEENTE).update(opvolger=heir)

    assert propose(made).bezwaren == ()


def test_a_party_that_stands_there_twice_has_to_go_first():
    made = gelezen()
    client = client_van(made)
    zeg(client, made, feit(made, "partij", CORPORATIE), naam=HUURDERS)

    response = stel_vast(client, made)

    assert response.status_code == 400
    assert f"De partij ‘{HUURDERS}’ staat er twee keer." in response.content.decode()
    assert Partij.objects.count() == 0


def test_one_organisation_is_not_two_parties():
    made = gelezen()
    client = client_van(made)
    Koppeling.objects.create(inzending=made, naam=CORPORATIE, organisatie=organisatie(GEMEENTE), door="Anna")

    response = stel_vast(client, made)

    assert response.status_code == 400
    assert "is bij meer dan één partij gekozen" in response.content.decode()


def test_a_document_without_agreements_is_not_adopted():
    made = gelezen("# Prestatieafspraken Zeedrecht 2025-2028\n\nEr staat hier verder niets in.\n")

    response = stel_vast(client_van(made), made)

    assert response.status_code == 400
    page = response.content.decode()
    assert "Er zijn geen afspraken gelezen." in page
    assert f'href="{reverse("nalezen", args=[made.pk])}#geen-afspraken"' in page
    assert "Vaststellen en openbaar maken" not in page


@pytest.mark.parametrize(
    ("anders", "fout"),
    [
        ({"gemeenten": ""}, "Kies alleen gemeenten die partij zijn"),
        ({"gemeenten": []}, "Kies voor welke gemeente"),
        ({"gemeenten": ["Zeedrecht", "Landerdam"]}, "Kies alleen gemeenten die partij zijn"),
        ({"vastgesteld": "gisteren"}, "Schrijf een dag als 31-12-2026."),
        ({"inwerking": "0001-01-01"}, "Kies een dag vanaf 1990."),
    ],
)
def test_what_is_filled_in_wrong_is_said_at_the_field(anders, fout):
    made = gelezen()

    response = stel_vast(client_van(made), made, **anders)

    assert response.status_code == 400
    assert fout in response.content.decode()
    assert Overeenkomst.objects.count() == 0


def test_days_that_are_not_known_may_stay_empty():
    made = gelezen()

    stel_vast(client_van(made), made, vastgesteld="", inwerking="")

    besluit = Besluit.objects.get()
    assert (besluit.vastgesteld, besluit.inwerking) == (None, None)


SAMEN = STUK.replace(
    "2. **Stichting",
    "2. **Gemeente Aa en Zee**, vertegenwoordigd door wethouder D. Wal, hierna: 'Aa en Zee'.\n3. **Stichting",
).replace("3. **Huurders", "4. **Huurders")


def test_agreements_of_several_municipalities_stand_with_each_that_is_party():
    Gemeente.objects.create(naam="Zeedrecht", slug="zeedrecht")
    made = gelezen(SAMEN)

    page = client_van(made).get(address(made)).content.decode()
    stel_vast(client_van(made), made, gemeenten=["Zeedrecht", "Aa en Zee"])

    assert re.findall(r'name="gemeenten" value="([^"]+)"', page) == ["Zeedrecht", "Aa en Zee"]
    found = [each.naam for each in Overeenkomst.objects.get().gemeenten.all()]
    assert sorted(found) == ["Aa en Zee", "Zeedrecht"]
    assert Gemeente.objects.count() == 2


def test_nobody_publishes_on_the_page_of_a_municipality_that_is_no_party():
    Gemeente.objects.create(naam="Landerdam", slug="landerdam")
    made = gelezen()
    zeg(client_van(made), made, feit(made, "kop"), gemeente="Landerdam")
    made.refresh_from_db()
    said = {"vastgesteld": None, "inwerking": None, "stand": made.stand}

    assert propose(made).keuze == ("Zeedrecht",)
    for gemeenten in (["Zeedrecht", "Landerdam"], ["Zedrecht"], []):
        with pytest.raises(VaststellenError):
            adopt_basis(made, made.door, gemeenten=gemeenten, **said)

    assert (Overeenkomst.objects.count(), Gemeente.objects.count()) == (0, 1)


def test_a_municipality_that_was_added_as_party_counts_only_where_the_document_names_it():
    made = gelezen()
    client = client_van(made)
    zeg(client, made, feit(made, "partij", GEMEENTE), naam="Gemeente Landerdam")

    assert propose(made).keuze == ("Zeedrecht",)


def test_where_no_municipality_is_known_one_writes_a_name_that_the_document_has():
    zonder = basis().model_copy(update={"gemeente": None})
    zonder = zonder.model_copy(
        update={"partijen": tuple(each for each in zonder.partijen if each.soort != "gemeente")}
    )
    corporatie = organisatie(CORPORATIE)
    made = inzending(corporatie, stuk=zonder)
    Lezing.objects.filter(inzending=made).update(tekst="Afspraken in Aa en\nZee, gemaakt door ons.")
    Koppeling.objects.create(inzending=made, naam=CORPORATIE, organisatie=corporatie, door="Bo")
    client = als(bewerker("x@y.nl", CORPORATIE))

    wrong = stel_vast(client, made, gemeenten="Aa en Zee, Landerdam")
    assert wrong.status_code == 400
    assert "De gemeente ‘Landerdam’ staat niet in dit document." in wrong.content.decode()
    assert Overeenkomst.objects.count() == 0

    assert stel_vast(client, made, gemeenten="Aa en Zee").status_code == 302
    assert [each.naam for each in Gemeente.objects.all()] == ["Aa en Zee"]


def test_the_same_agreements_are_not_adopted_twice_without_a_word():
    first = gelezen()
    stel_vast(client_van(first), first)
    second = gelezen(STUK.replace("#", "##", 1), "afspraken-kopie.md", door=first.door)
    client = als(first.door)

    page = client.get(address(second)).content.decode()
    refused = stel_vast(client, second)

    assert f'href="{reverse("overeenkomst", args=["prestatieafspraken-zeedrecht-2025-2028"])}"' in page
    assert "de tekst is bijna helemaal gelijk." in page
    assert refused.status_code == 400
    assert "Zet hier een vinkje als dit echt andere afspraken zijn." in refused.content.decode()
    second.refresh_from_db()
    said = {"gemeenten": ["Zeedrecht"], "vastgesteld": None, "inwerking": None, "stand": second.stand}
    with pytest.raises(VaststellenError, match="staan misschien al op de site"):
        adopt_basis(second, second.door, **said)
    assert Overeenkomst.objects.count() == 1

    assert stel_vast(client, second, anders="on").status_code == 302
    assert Overeenkomst.objects.count() == 2


ANDEREN = tuple(
    ModelPartij(naam=naam, kort=naam, soort="corporatie") for naam in ("Stichting Elders", "Stichting Verweg")
)


@pytest.mark.parametrize(
    "anders",
    [
        {"looptijd": Looptijd(van=date(2029, 1, 1), tot=date(2032, 12, 31))},
        {"titel": "Andere afspraken", "partijen": (basis().partijen[0], *ANDEREN)},
        {"gemeente": "Landerdam", "partijen": basis("Landerdam").partijen[1:]},
    ],
)
def test_other_agreements_are_no_doubles(anders):
    overeenkomst()
    made = inzending(stuk=basis().model_copy(update=anders))

    assert propose(made).dubbel == ()


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Zeedrecht", ["Zeedrecht"]),
        ("Aa en Hunze", ["Aa en Hunze"]),
        ("Zeedrecht, Landerdam", ["Zeedrecht", "Landerdam"]),
        ("Zeedrecht, Landerdam en Duinstad", ["Zeedrecht", "Landerdam", "Duinstad"]),
        ("Zeedrecht; Zeedrecht;", ["Zeedrecht"]),
        ("Assen, Aa en Hunze en Tynaarlo", ["Assen", "Aa en Hunze", "Tynaarlo"]),
    ],
)
def test_names_of_municipalities_are_parted(typed, names):
    assert split_names(typed) == names


def test_an_address_that_is_taken_gets_a_number():
    first = gelezen()
    stel_vast(client_van(first), first)
    second = gelezen(STUK + "\nEen tweede exemplaar.\n", "tweede.md", door=first.door)

    stel_vast(als(first.door), second, anders="on")

    slugs = sorted(Overeenkomst.objects.values_list("slug", flat=True))
    assert slugs == ["prestatieafspraken-zeedrecht-2025-2028", "prestatieafspraken-zeedrecht-2025-2028-2"]


def test_who_only_reads_sees_what_would_be_adopted_and_does_not_adopt():
    made = gelezen()
    reader = als(mens("lezer@zeedrecht.nl", Rol.LEZER, bij=organisatie()))

    assert "Vaststellen en openbaar maken" not in reader.get(address(made)).content.decode()
    assert stel_vast(reader, made).status_code == 403
    assert Besluit.objects.count() == 0


def test_what_was_adopted_is_shown_where_it_lives_now():
    made = gelezen()
    client = client_van(made)
    stel_vast(client, made)
    of = Overeenkomst.objects.get()

    for name in ("inzending", "nalezen", "vaststellen"):
        assert client.get(reverse(name, args=[made.pk])).url == reverse("overeenkomst", args=[of.slug])
    assert client.post(reverse("intrekken", args=[made.pk])).status_code == 403


def test_why_documents_cannot_be_adopted_is_known_for_a_whole_desk_in_as_many_queries_as_for_one():
    good = gelezen()
    strange = organisatie("Stichting Elders", "corporatie")
    empty = gelezen(
        "# Boodschappen\n\nMelk, brood en eieren.\n",
        "lijst.md",
        door=bewerker("x@y.nl", "Stichting Elders"),
        bij=strange.naam,
    )
    with CaptureQueriesContext(connection) as one:
        assert stand_van([good]) == {good.pk: ()}
    fresh = list(Inzending.objects.all())

    with CaptureQueriesContext(connection) as more:
        found = stand_van(fresh)

    assert len(more) <= len(one) + 1  # the organisations, that the first had at hand
    assert found[good.pk] == bezwaren_van(good) == ()
    assert [each[:35] for each in found[empty.pk]] == [
        "Er zijn geen afspraken gelezen. Kij",
        "Stichting Elders staat niet bij de ",
    ]
    assert found[empty.pk] == tuple(each.tekst for each in propose(empty).bezwaren)
