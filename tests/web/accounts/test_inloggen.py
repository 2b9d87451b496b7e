"""Logging in: guessing is slowed down in all processes at once, and nobody learns who has an account."""

import re

import pytest
from django.core import mail
from django.core.cache import cache, caches
from django.db import connection
from django.test import Client
from django.urls import reverse

from tests.web.inloggen import bevestig_adres, log_in
from tests.web.maken import WACHTWOORD, mens
from wederkerig.web.accounts.models import Gebruiker, Rol
from wederkerig.web.config import settings as site

pytestmark = pytest.mark.django_db


@pytest.fixture
def bo():
    person = mens("bo@voorbeeld.nl", Rol.LEZER)
    bevestig_adres(person)
    return person


@pytest.fixture(autouse=True)
def _as_on_the_site(settings):
    """Count where the site counts, and not in the memory of the process."""
    settings.CACHES = site.CACHES


def is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_what_is_counted_stands_in_the_database():
    cache.set("geteld", 3)

    assert caches["default"].__class__.__name__ == "DatabaseCache"
    assert "onthouden" in connection.introspection.table_names()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM onthouden")
        assert cursor.fetchone() == (1,)


def test_after_five_wrong_passwords_the_right_one_is_refused_too(bo):
    for _ in range(5):
        log_in(Client(), bo, "verkeerd")

    client = Client()
    response = log_in(client, bo)

    assert not is_in(client)
    assert "te vaak een verkeerd wachtwoord" in response.text


def test_the_count_holds_from_other_addresses_too(bo):
    for number in range(5):
        log_in(Client(), bo, "verkeerd", REMOTE_ADDR=f"192.0.2.{number}")

    client = Client()
    log_in(client, bo, REMOTE_ADDR="192.0.2.77")

    assert not is_in(client)


def test_capitals_do_not_make_another_account(bo):
    for _ in range(5):
        Client().post(reverse("account_login"), {"login": "BO@Voorbeeld.nl", "password": "verkeerd"})

    client = Client()
    log_in(client, bo)

    assert not is_in(client)


def test_from_one_address_no_list_of_accounts_can_be_tried(bo):
    for number in range(10):
        Client().post(reverse("account_login"), {"login": f"{number}@voorbeeld.nl", "password": "x"})

    client = Client()
    log_in(client, bo)
    assert not is_in(client)

    elsewhere = Client()
    log_in(elsewhere, bo, REMOTE_ADDR="192.0.2.1")
    assert is_in(elsewhere)


def test_who_hammers_gets_a_page_that_says_so_in_dutch():
    responses = [
        Client().post(reverse("account_login"), {"login": f"{number}@voorbeeld.nl", "password": "x"})
        for number in range(31)
    ]

    assert responses[-1].status_code == 429
    assert "te vaak" in responses[-1].text
    assert '<html lang="nl"' in responses[-1].text


@pytest.mark.parametrize("name", ["account_login", "account_reset_password"])
def test_a_forwarded_address_is_believed_from_no_proxy_unless_there_is_one(bo, name, settings):
    """Otherwise whoever guesses would come from another address each time."""
    assert settings.ALLAUTH_TRUSTED_PROXY_COUNT == 0
    for number in range(31):
        Client().post(
            reverse(name),
            {"login": f"{number}@voorbeeld.nl", "email": f"{number}@voorbeeld.nl", "password": "x"},
            headers={"x-forwarded-for": f"192.0.2.{number}"},
        )

    response = Client().post(reverse(name), {"login": bo.email, "email": bo.email, "password": "x"})

    assert response.status_code == 429


def test_behind_a_proxy_the_last_forwarded_address_counts(bo, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for number in range(10):
        Client().post(
            reverse("account_login"),
            {"login": f"{number}@voorbeeld.nl", "password": "x"},
            headers={"x-forwarded-for": f"203.0.113.{number}, 192.0.2.1"},
        )

    blocked, free = Client(), Client()
    log_in(blocked, bo, headers={"x-forwarded-for": "203.0.113.99, 192.0.2.1"})
    log_in(free, bo, headers={"x-forwarded-for": "192.0.2.1, 192.0.2.2"})

    assert (is_in(blocked), is_in(free)) == (False, True)


def test_an_unknown_address_and_a_wrong_password_are_told_the_same(bo):
    wrong = log_in(Client(), bo, "verkeerd")
    unknown = Client().post(reverse("account_login"), {"login": "nee@voorbeeld.nl", "password": "verkeerd"})

    def plain(response):
        text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"|X-CSRFToken": "\w+"', "", response.text)
        return text.replace("nee@voorbeeld.nl", "").replace("bo@voorbeeld.nl", "")

    assert plain(wrong) == plain(unknown)


def test_asking_for_a_new_password_does_not_tell_who_has_an_account(bo):
    known = Client().post(reverse("account_reset_password"), {"email": bo.email})
    unknown = Client().post(reverse("account_reset_password"), {"email": "nee@voorbeeld.nl"})

    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert [sent.to for sent in mail.outbox] == [[bo.email]]  # strangers get no mail from us


def test_mail_is_signed_with_the_name_of_the_site(bo):
    Client().post(reverse("account_reset_password"), {"email": bo.email})

    (sent,) = mail.outbox
    assert sent.subject == "Een nieuw wachtwoord kiezen"
    assert sent.body.startswith("Beste lezer,")
    assert sent.body.endswith("Wederkerig\nhttp://testserver/")


def reset_link():
    found = (re.search(r"/account/password/reset/key/\S+", sent.body) for sent in mail.outbox)
    return next(each for each in found if each).group()


def test_a_new_password_by_mail_works_once_and_ends_all_sessions(bo):
    client = Client()
    client.force_login(bo)
    Client().post(reverse("account_reset_password"), {"email": bo.email})
    visitor = Client()
    form = visitor.get(reset_link()).url
    visitor.post(form, {"password1": "een nieuw lang geheim", "password2": "een nieuw lang geheim"})

    assert client.get(reverse("werk")).url.startswith(reverse("account_login"))
    assert not is_in(visitor)
    log_in(visitor, bo, "een nieuw lang geheim")
    assert is_in(visitor)
    again = Client().get(reset_link(), follow=True)
    assert again.context.get("token_fail")


def test_who_was_blocked_can_go_on_with_a_new_password(bo):
    for _ in range(5):
        log_in(Client(), bo, "verkeerd")
    Client().post(reverse("account_reset_password"), {"email": bo.email})
    visitor = Client()
    visitor.post(
        visitor.get(reset_link()).url,
        {"password1": "een nieuw lang geheim", "password2": "een nieuw lang geheim"},
    )

    log_in(visitor, bo, "een nieuw lang geheim")

    assert is_in(visitor)


def test_an_address_that_is_not_known_to_be_theirs_does_not_let_somebody_in():
    person = mens("bo@voorbeeld.nl", Rol.LEZER)
    client = Client()

    response = log_in(client, person)

    assert response.url == reverse("account_email_verification_sent")
    assert not is_in(client)


def test_a_closed_account_is_out_at_once(bo):
    client = Client()
    client.force_login(bo)
    Gebruiker.objects.filter(pk=bo.pk).update(is_active=False)

    assert client.get(reverse("werk")).url.startswith(reverse("account_login"))
    assert log_in(Client(), bo).url == reverse("account_inactive")


def test_logging_in_gives_a_new_session(bo):
    client = Client()
    client.get(reverse("account_login"))
    session = client.session
    session["van"] = "een ander"
    session.save()
    before = session.session_key

    log_in(client, bo)

    assert client.session.session_key != before
    assert not type(session)(before).exists(before)


def test_a_session_with_a_name_that_another_chose_is_not_taken_over(bo):
    client = Client()
    client.cookies["sessionid"] = "gekozen00000000000000000000000000"

    log_in(client, bo)

    assert is_in(client)
    assert client.cookies["sessionid"].value != "gekozen00000000000000000000000000"


@pytest.mark.parametrize("next_", ["//kwaad.nl/", "https://kwaad.nl/", "/\\kwaad.nl", "javascript:alert(1)"])
def test_logging_in_leads_to_no_other_site(bo, next_):
    client = Client()

    response = client.post(
        reverse("account_login"), {"login": bo.email, "password": WACHTWOORD, "next": next_}
    )

    assert response.url == reverse("werk")


@pytest.mark.parametrize("next_", ["//kwaad.nl/", "https://kwaad.nl/", "/\\kwaad.nl"])
def test_choosing_a_language_leads_to_no_other_site(next_):
    response = Client().post(reverse("set_language"), {"language": "en", "next": next_})

    assert response.url == "/"


@pytest.mark.parametrize("next_", ["//kwaad.nl/", "https://kwaad.nl/"])
def test_giving_the_password_again_leads_to_no_other_site(bo, next_):
    client = Client()
    client.force_login(bo)

    response = client.post(reverse("account_reauthenticate"), {"password": WACHTWOORD, "next": next_})

    assert response.url == reverse("werk")
