"""Who manages an organisation gives and takes roles there, and nowhere else; somebody always manages."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.web.inloggen import als, tweede_factor
from tests.web.maken import CORPORATIE, mens, organisatie
from wederkerig.web.accounts.domain.fouten import AccountsError
from wederkerig.web.accounts.domain.mensen import remove, set_roles
from wederkerig.web.accounts.models import Lidmaatschap, Rol
from wederkerig.web.register.models import Gebeurtenis

pytestmark = pytest.mark.django_db


@pytest.fixture
def beheerder():
    return mens("beheerder@voorbeeld.nl", Rol.BEHEERDER)


@pytest.fixture
def bo():
    return mens("bo@voorbeeld.nl", Rol.LEZER)


def at(name, person=None, bij=None):
    return reverse(name, args=[(bij or organisatie()).slug, *([person.pk] if person else [])])


def rollen(person):
    return sorted(person.lidmaatschappen.values_list("rol", flat=True))


def test_the_page_shows_everybody_with_roles(beheerder, bo):
    Lidmaatschap.objects.create(gebruiker=bo, organisatie=organisatie(), rol=Rol.TEKENBEVOEGD)
    page = als(beheerder).get(at("organisatie")).text

    assert "bo@voorbeeld.nl" in page
    assert "lezer, tekenbevoegd" in page


def test_a_reader_sees_colleagues_but_no_invitations_and_no_buttons(beheerder, bo):
    page = als(bo).get(at("organisatie")).text

    assert "beheerder@voorbeeld.nl" in page
    assert at("uitnodigen") not in page
    assert at("rol_wijzigen", beheerder) not in page


@pytest.mark.usefixtures("beheerder")
def test_people_of_another_organisation_do_not_learn_that_it_is_there():
    stranger = mens("x@voorbeeld.nl", Rol.BEHEERDER, bij=organisatie(CORPORATIE))

    assert als(stranger).get(at("organisatie")).status_code == 404


def test_roles_are_changed_and_recorded_as_they_were_and_became(beheerder, bo):
    response = als(beheerder).post(
        at("rol_wijzigen", bo), {"rollen": ["bewerker", "tekenbevoegd"], "stond": "lezer"}
    )

    assert response.url == at("organisatie")
    assert rollen(bo) == ["bewerker", "tekenbevoegd"]
    event = Gebeurtenis.objects.get()
    assert (event.soort, event.door, event.naam) == ("rollen gewijzigd", "Beheerder", "Bo")
    assert (event.was, event.werd) == ({"rollen": ["lezer"]}, {"rollen": ["bewerker", "tekenbevoegd"]})


def test_a_choice_made_on_roles_that_another_changed_is_refused(beheerder, bo):
    response = als(beheerder).post(
        at("rol_wijzigen", bo), {"rollen": ["bewerker"], "stond": "lezer,bewerker"}
    )

    assert response.status_code == 422
    assert "net gewijzigd" in response.text
    assert rollen(bo) == ["lezer"]
    assert not Gebeurtenis.objects.exists()


def test_the_last_manager_stays(beheerder):
    mens("weg@voorbeeld.nl", Rol.BEHEERDER, is_active=False)
    client = als(beheerder)

    changed = client.post(at("rol_wijzigen", beheerder), {"rollen": ["lezer"], "stond": "beheerder"})
    left = client.post(at("vertrekken"), follow=True)

    assert changed.status_code == 422
    assert "enige beheerder" in changed.text
    assert "enige beheerder" in left.text
    assert rollen(beheerder) == ["beheerder"]


def test_of_two_managers_one_may_go(beheerder):
    other = mens("twee@voorbeeld.nl", Rol.BEHEERDER)

    als(beheerder).post(at("mens_weghalen", other))

    assert rollen(other) == []
    with pytest.raises(AccountsError, match="enige beheerder"):
        remove(organisatie(), beheerder, door=beheerder)


def test_somebody_is_let_go_after_a_question(beheerder, bo):
    client = als(beheerder)

    assert "Bo weghalen?" in client.get(at("mens_weghalen", bo)).text
    assert rollen(bo) == ["lezer"]
    client.post(at("mens_weghalen", bo))
    assert rollen(bo) == []
    assert Gebeurtenis.objects.get().soort == "weggehaald"


def test_who_was_let_go_sees_nothing_any_more(beheerder, bo):
    client = als(bo)
    assert client.get(at("organisatie")).status_code == 200

    als(beheerder).post(at("mens_weghalen", bo))

    assert client.get(at("organisatie")).status_code == 404


def test_everybody_may_leave(bo):
    client = als(bo)
    client.post(at("vertrekken"))

    assert rollen(bo) == []
    assert [(each.soort, each.door) for each in Gebeurtenis.objects.all()] == [("vertrokken", "Bo")]


def test_a_manager_cannot_reach_people_of_others_through_the_own_organisation(beheerder):
    stranger = mens("x@voorbeeld.nl", Rol.LEZER, bij=organisatie(CORPORATIE))

    for name in ("rol_wijzigen", "mens_weghalen"):
        response = als(beheerder).post(at(name, stranger), {"rollen": ["lezer"], "stond": "lezer"})
        assert response.status_code == 404
    assert rollen(stranger) == ["lezer"]


@pytest.mark.parametrize("rol", [Rol.LEZER, Rol.BEWERKER, Rol.TEKENBEVOEGD])
def test_only_a_manager_manages(bo, rol):
    somebody = mens("iemand@voorbeeld.nl", rol)
    client = als(somebody)

    for name in ("rol_wijzigen", "mens_weghalen"):
        assert client.post(at(name, bo), {"rollen": ["beheerder"], "stond": "lezer"}).status_code == 403
    assert client.get(at("uitnodigen")).status_code == 403
    assert rollen(bo) == ["lezer"]


def test_changing_roles_asks_for_the_password_again(beheerder, bo):
    response = als(beheerder, bevestigd=False).post(
        at("rol_wijzigen", bo), {"rollen": ["beheerder"], "stond": "lezer"}
    )

    assert response.url.startswith(reverse("account_reauthenticate"))
    assert rollen(bo) == ["lezer"]


def test_no_role_at_all_is_not_a_choice(beheerder, bo):
    with pytest.raises(AccountsError, match="Haal die persoon dan weg"):
        set_roles(organisatie(), bo, [], stond=[Rol.LEZER], door=beheerder)


def test_the_page_takes_as_many_queries_for_thirty_people_as_for_one(beheerder):
    client = als(beheerder)
    with CaptureQueriesContext(connection) as one:
        client.get(at("organisatie"))
    for number in range(30):
        mens(f"{number}@voorbeeld.nl", Rol.LEZER, Rol.BEWERKER)
    with CaptureQueriesContext(connection) as thirty:
        client.get(at("organisatie"))

    assert len(one) == len(thirty)


def test_a_role_that_asks_for_a_second_factor_asks_at_the_next_page(beheerder, bo):
    client = Client()
    client.force_login(bo)
    assert client.get(reverse("werk")).status_code == 200

    als(beheerder).post(at("rol_wijzigen", bo), {"rollen": ["tekenbevoegd"], "stond": "lezer"})

    response = client.get(reverse("werk"))
    assert response.url == reverse("mfa_index")
    tweede_factor(bo)
    assert client.get(reverse("werk")).status_code == 200
