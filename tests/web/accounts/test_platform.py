"""The platform's pages are its operator's, show no party's work, and record every change."""

import re
from datetime import date

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.web.inloggen import als, tweede_factor
from tests.web.maken import CORPORATIE, inzending, mens, organisatie, overeenkomst
from wederkerig.web.accounts.models import Gebruiker, Lidmaatschap, Organisatie, Rol, Uitnodiging
from wederkerig.web.accounts.platform import platform
from wederkerig.web.register.domain import gebeurtenissen
from wederkerig.web.register.models import Gebeurtenis, Gemeente, Koppeling

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator():
    return mens("platform@voorbeeld.nl", is_staff=True)


@pytest.fixture
def client(operator):
    return als(operator)


def test_the_operator_logs_in_where_everybody_does():
    response = Client().get(reverse("admin:login"))

    assert response.url == f"{reverse('account_login')}?next={reverse('admin:login')}"
    assert Client().post(reverse("admin:login"), {"username": "x", "password": "y"}).status_code == 302


@pytest.mark.parametrize("rol", Rol)
def test_nobody_of_an_organisation_comes_in(rol):
    assert als(mens("x@voorbeeld.nl", rol)).get(reverse("admin:index")).status_code == 403


def test_only_accounts_municipalities_and_events_are_there():
    assert sorted(model.__name__ for model in platform._registry) == [
        "Gebeurtenis",
        "Gebruiker",
        "Gemeente",
        "Lidmaatschap",
        "Organisatie",
        "Uitnodiging",
    ]


def test_every_list_and_form_opens(client):
    overeenkomst()
    mens("bo@voorbeeld.nl", Rol.LEZER)
    for model, model_admin in platform._registry.items():
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        assert client.get(reverse(f"{name}_changelist")).status_code == 200
        if model_admin.mag_toevoegen:
            assert client.get(reverse(f"{name}_add")).status_code == 200
        if row := model.objects.first():
            assert client.get(reverse(f"{name}_change", args=[row.pk])).status_code == 200
            assert client.get(reverse(f"{name}_history", args=[row.pk])).status_code == 200


def test_the_operator_sees_nothing_of_what_a_party_has_in_hand(client):
    stuk = inzending(organisatie(CORPORATIE))
    person = mens("bo@voorbeeld.nl", Rol.BEWERKER, bij=organisatie(CORPORATIE))
    gebeurtenissen.ingebracht(stuk, person)
    koppeling = Koppeling.objects.create(inzending=stuk, naam="Geheime Partij", door="Bo")
    gebeurtenissen.gekoppeld(koppeling, None, stuk, person)
    hidden = Gebeurtenis.objects.last()

    page = client.get(reverse("admin:register_gebeurtenis_changelist")).text

    assert "afspraken.txt" not in page
    assert client.get(reverse("admin:register_gebeurtenis_change", args=[hidden.pk])).status_code == 302


def test_events_cannot_be_changed_here(client):
    gebeurtenissen.organisatie_gewijzigd("fusie", organisatie(), None, naam="x")
    event = Gebeurtenis.objects.get()

    response = client.post(reverse("admin:register_gebeurtenis_change", args=[event.pk]), {"door": "ander"})

    assert response.status_code == 403
    assert client.get(reverse("admin:register_gebeurtenis_add")).status_code == 403
    assert client.post(reverse("admin:register_gebeurtenis_delete", args=[event.pk])).status_code == 403


def test_a_change_is_recorded_with_what_it_was_and_became(client):
    of = organisatie(CORPORATIE)

    client.post(
        reverse("admin:accounts_organisatie_change", args=[of.pk]),
        {"naam": "Stichting Duinwonen", "soort": "corporatie", "identificatie": "L1234"},
    )

    event = Gebeurtenis.objects.get()
    assert (event.soort, event.door, event.namens) == ("platform gewijzigd", "Platform", "")
    assert event.organisatie_id == of.pk
    assert (event.was, event.werd) == ({"identificatie": ""}, {"identificatie": "L1234"})


def test_a_municipality_is_added_and_that_is_recorded(client):
    client.post(reverse("admin:register_gemeente_add"), {"naam": "Duinrecht", "slug": "duinrecht"})

    assert Gemeente.objects.get().naam == "Duinrecht"
    assert Gebeurtenis.objects.get().soort == "platform gemaakt"


def test_a_membership_is_taken_away_and_the_organisation_sees_that(client):
    bo = mens("bo@voorbeeld.nl", Rol.LEZER)
    row = bo.lidmaatschappen.get()

    client.post(reverse("admin:accounts_lidmaatschap_delete", args=[row.pk]), {"post": "yes"})

    assert not bo.lidmaatschappen.exists()
    event = Gebeurtenis.objects.get()
    assert (event.soort, event.over_id, event.organisatie_id) == (
        "platform verwijderd",
        str(row.pk),
        organisatie().pk,
    )


def test_people_and_organisations_are_never_removed(client):
    bo = mens("bo@voorbeeld.nl", Rol.LEZER)

    for name, pk in (("gebruiker", bo.pk), ("organisatie", organisatie().pk)):
        url = reverse(f"admin:accounts_{name}_delete", args=[pk])
        assert client.post(url, {"post": "yes"}).status_code == 403
    assert client.get(reverse("admin:accounts_gebruiker_add")).status_code == 403
    assert Gebruiker.objects.filter(pk=bo.pk).exists()


def test_no_password_is_shown(client):
    bo = mens("bo@voorbeeld.nl", Rol.LEZER)

    page = client.get(reverse("admin:accounts_gebruiker_change", args=[bo.pk])).text

    assert bo.password not in page
    assert 'name="password' not in page


def test_the_first_manager_of_an_organisation_is_invited_here(client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(
            reverse("admin:accounts_uitnodiging_add"),
            {
                "organisatie": organisatie().pk,
                "naam": "Bo",
                "email": "bo@voorbeeld.nl",
                "rollen": ["beheerder"],
            },
        )

    assert response.status_code == 302
    assert Uitnodiging.objects.get().rollen == ["beheerder"]
    assert re.search(r"/account/uitnodiging/\S{43,}/", mail.outbox[0].body)
    event = Gebeurtenis.objects.get()
    assert (event.soort, event.namens, event.organisatie_id) == ("uitgenodigd", "", organisatie().pk)


def test_inviting_who_works_there_already_is_refused_with_a_reason(client):
    mens("bo@voorbeeld.nl", Rol.LEZER)

    response = client.post(
        reverse("admin:accounts_uitnodiging_add"),
        {"organisatie": organisatie().pk, "naam": "Bo", "email": "bo@voorbeeld.nl", "rollen": ["beheerder"]},
    )

    assert "werkt al voor Gemeente Zeedrecht" in response.text
    assert not Uitnodiging.objects.exists()


def fusie(client, voorganger, **data):
    return client.post(
        reverse("admin:accounts_organisatie_changelist"),
        {"action": "fusie", "_selected_action": voorganger.pk} | data,
    )


def test_a_merger_asks_first_and_shows_what_it_means(client):
    overeenkomst()
    of = organisatie(CORPORATIE)

    page = fusie(client, of)

    assert page.status_code == 200
    assert "1 overeenkomst" in page.text
    assert Organisatie.objects.get(pk=of.pk).opvolger is None


def test_a_merger_is_done_after_the_question(client):
    of, into = organisatie(CORPORATIE), organisatie("Stichting Kustwonen", "corporatie")

    fusie(client, of, bevestigd="ja", opvolger=into.pk, dag="2026-01-01")

    of.refresh_from_db()
    assert (of.opvolger, of.opgegaan_op) == (into, date(2026, 1, 1))


def test_a_merger_that_cannot_be_says_why(client):
    of, into = organisatie(CORPORATIE), organisatie()

    page = fusie(client, of, bevestigd="ja", opvolger=into.pk, dag="2026-01-01")

    assert "dezelfde soort" in page.text
    assert Organisatie.objects.get(pk=of.pk).opvolger is None


def test_who_lost_the_second_factor_is_helped_and_everything_old_ends(client):
    bo = mens("bo@voorbeeld.nl", Rol.TEKENBEVOEGD)
    theirs = als(bo)
    data = {"action": "wis_tweede_bewijs", "_selected_action": bo.pk}
    url = reverse("admin:accounts_gebruiker_changelist")

    assert "Bel hen" in client.post(url, data).text
    tweede_factor(bo)
    client.post(url, data | {"bevestigd": "ja"})

    bo.refresh_from_db()
    assert not bo.authenticator_set.exists()
    assert not bo.has_usable_password()
    assert theirs.get(reverse("werk")).url.startswith(reverse("account_login"))
    assert Gebeurtenis.objects.get().soort == "tweede bewijs gewist"


def test_closing_an_account_ends_its_sessions(client):
    bo = mens("bo@voorbeeld.nl", Rol.LEZER)
    theirs = als(bo)

    client.post(
        reverse("admin:accounts_gebruiker_change", args=[bo.pk]),
        {
            "naam": "Bo",
            "lidmaatschappen-TOTAL_FORMS": 0,
            "lidmaatschappen-INITIAL_FORMS": 0,
        },
    )

    assert not Gebruiker.objects.get(pk=bo.pk).is_active
    assert theirs.get(reverse("werk")).url.startswith(reverse("account_login"))


def test_lists_take_as_many_queries_for_thirty_rows_as_for_one(client):
    mens("bo@voorbeeld.nl", Rol.LEZER)
    names = ("accounts_gebruiker", "accounts_organisatie", "accounts_lidmaatschap", "register_gebeurtenis")

    def count():
        with CaptureQueriesContext(connection) as seen:
            for name in names:
                client.get(reverse(f"admin:{name}_changelist"))
        return len(seen)

    one = count()
    for number in range(30):
        of = organisatie(f"Stichting {number}", "corporatie")
        of.opvolger = organisatie()
        of.save()
        mens(f"{number}@voorbeeld.nl", Rol.LEZER, bij=of)
        gebeurtenissen.organisatie_gewijzigd("fusie", of, None, naam="x")

    assert count() == one
    assert Lidmaatschap.objects.count() == 31
