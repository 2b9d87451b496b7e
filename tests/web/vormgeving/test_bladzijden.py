"""The page around every page, the pages for what went wrong, the page with all blocks."""

from __future__ import annotations

import re

import pytest
from django.contrib.messages import error
from django.contrib.messages.storage.fallback import FallbackStorage
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory

from tests.web.maken import mens
from wederkerig.web.accounts.models import Rol
from wederkerig.web.vormgeving import views


@pytest.fixture
def demo(settings) -> Client:
    """A visitor of the demo."""
    settings.DEMO = True
    return Client()


def request_with_messages() -> HttpRequest:
    request = RequestFactory().get("/ergens/")
    request.session = {}
    request._messages = FallbackStorage(request)
    return request


def test_all_blocks_are_shown_in_the_demo_and_nowhere_else(settings) -> None:
    settings.DEMO = settings.DEBUG = False
    with pytest.raises(views.Http404):
        views.stijlgids(RequestFactory().get("/stijlgids/"))
    settings.DEMO = True
    assert views.stijlgids(RequestFactory().get("/stijlgids/")).status_code == 200


def test_a_page_has_one_heading_landmarks_and_a_way_past_the_menu(demo) -> None:
    page = demo.get("/stijlgids/").content.decode()
    assert len(re.findall(r"<h1\b", page)) == 1
    for landmark in ("header", "main", "footer"):
        assert len(re.findall(rf"<{landmark}\b(?! class=\"w-kop)", page)) == 1, landmark
    assert page.index('href="#inhoud"') < page.index("<header")
    assert 'id="inhoud"' in page
    assert '<html lang="nl">' in page


def test_every_id_on_a_page_is_there_once(demo) -> None:
    ids = re.findall(r'\sid="([^"]+)"', demo.get("/stijlgids/").content.decode())
    assert sorted(ids) == sorted(set(ids))


def test_the_demo_says_that_it_is_one(demo, settings) -> None:
    assert "Dit is een demo" in demo.get("/stijlgids/").content.decode()
    settings.DEMO, settings.DEBUG = False, True
    assert "Dit is een demo" not in demo.get("/stijlgids/").content.decode()


def test_another_theme_comes_after_our_own(demo, settings) -> None:
    settings.THEMA = "vormgeving/thema/heidervoort.css"
    page = demo.get("/stijlgids/").content.decode()
    assert page.index("thema/wederkerig.css") < page.index("thema/heidervoort.css") < page.index("tokens.css")
    settings.THEMA = "vormgeving/thema/wederkerig.css"
    assert demo.get("/stijlgids/").content.decode().count("/thema/") == 1


def test_htmx_may_not_evaluate_or_write_styles(demo) -> None:
    page = demo.get("/stijlgids/").content.decode()
    assert '"includeIndicatorStyles": false' in page
    assert '"allowEval": false' in page
    assert '"historyCacheSize": 0' in page  # no page of a party stays in the browser's storage


def test_the_language_changes_by_a_form(demo) -> None:
    answer = demo.post("/taal/", {"language": "en", "next": "/stijlgids/"}, follow=True)
    assert '<html lang="en">' in answer.content.decode()
    assert 'name="language" value="nl"' in answer.content.decode()


@pytest.mark.django_db
def test_the_menu_knows_who_is_logged_in() -> None:
    client = Client()
    assert 'action="/account/logout/"' not in client.get("/account/login/").content.decode()
    client.force_login(mens("anna@voorbeeld.nl", Rol.LEZER))
    page = client.get("/account/password/change/").content.decode()
    assert 'action="/account/logout/"' in page
    assert "anna@voorbeeld.nl" in page
    assert "/platform/" not in page


@pytest.mark.parametrize(
    ("view", "code", "heading"),
    [
        (views.bad_request, 400, "Dit verzoek klopt niet"),
        (views.forbidden, 403, "U mag deze bladzijde niet zien"),
        (views.csrf_failure, 403, "Het formulier is verlopen"),
        (views.not_found, 404, "Deze bladzijde is er niet"),
    ],
)
def test_what_went_wrong_is_told_with_what_to_do(view, code: int, heading: str) -> None:
    answer = view(request_with_messages())
    assert answer.status_code == code
    assert heading in re.search(r"<h1>(.*?)</h1>", answer.content.decode())[1]
    assert "utrecht-button-link--primary-action" in answer.content.decode()


def test_our_own_mistake_is_told_without_database_session_or_visitor() -> None:
    answer = views.server_error(HttpRequest())
    assert answer.status_code == 500
    assert "Er ging iets mis bij ons" in answer.content.decode()


def test_too_many_attempts_are_told_too() -> None:
    assert "U probeert het te vaak" in render_to_string("429.html", request=request_with_messages())


def test_a_message_that_something_failed_interrupts_others_wait() -> None:
    request = request_with_messages()
    error(request, "Dat kan <b>niet</b>.")
    page = views.not_found(request).content.decode()
    assert 'utrecht-alert--error" role="alert"' in page
    assert "Dat kan &lt;b&gt;niet&lt;/b&gt;." in page
