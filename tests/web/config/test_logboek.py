"""What stands in the logs, and above all what does not."""

import io
import json
import logging

import pytest
import structlog
from django.core.exceptions import DisallowedHost
from django.db import IntegrityError
from django.http import HttpRequest
from django.test import Client
from django.urls import path

from tests.web.maken import mens
from wederkerig.web.config.logboek import logging_settings
from wederkerig.web.config.urls import handler400, handler403, handler404, handler500  # noqa: F401  # as urlconf
from wederkerig.web.config.urls import urlpatterns as own
from wederkerig.web.rechten import openbaar

EMAIL = "anna.de.vries@zeedrecht.example"


@openbaar
def breaks(request: HttpRequest, kenmerk: str):
    raise IntegrityError(f"Key (email)=({EMAIL}) already exists, {kenmerk}, {request.POST.get('email')}")


@openbaar
def doubts(request: HttpRequest):
    raise DisallowedHost(f"strange request of {EMAIL} with {request.method}")


urlpatterns = [path("breekt/<str:kenmerk>/", breaks), path("twijfelt/", doubts), *own]


@pytest.fixture
def lines():
    """The lines that were logged, as the site logs them."""
    made = logging_settings("INFO")["formatters"]["json"]
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            processors=made["processors"], foreign_pre_chain=made["foreign_pre_chain"]
        )
    )
    root = logging.getLogger()
    others, root.handlers = root.handlers, [handler]
    yield lambda: [json.loads(line) for line in written.getvalue().splitlines()]
    root.handlers = others


@pytest.mark.django_db
@pytest.mark.urls("tests.web.config.test_logboek")
@pytest.mark.parametrize(
    ("address", "codes"),
    [(f"/breekt/{EMAIL}/", [500, 500]), ("/twijfelt/", [400, 400]), (f"/nergens/{EMAIL}/", [404])],
)
def test_a_request_that_goes_wrong_leaves_nothing_of_what_somebody_typed(lines, address, codes):
    mens(EMAIL)
    client = Client(raise_request_exception=False)

    client.post(f"{address}?zoek={EMAIL}", {"email": EMAIL, "wachtwoord": EMAIL}, headers={"referer": EMAIL})

    logged = lines()
    assert "anna" not in json.dumps(logged)
    assert [line["code"] for line in logged if "code" in line] == codes
    assert len({line["verzoek"] for line in logged}) == 1


@pytest.mark.django_db
def test_logging_in_with_a_wrong_password_leaves_no_address(lines):
    mens(EMAIL)

    Client().post("/account/login/", {"login": EMAIL, "password": "verkeerd wachtwoord"})

    logged = lines()
    assert "anna" not in json.dumps(logged)
    assert [line["weergave"] for line in logged if line["event"] == "beantwoord"] == ["account_login"]


@pytest.mark.django_db
@pytest.mark.urls("tests.web.config.test_logboek")
def test_an_error_says_where_in_the_code_it_happened(lines):
    Client(raise_request_exception=False).get("/breekt/x/")

    error = next(line for line in lines() if "fout" in line)
    assert error["event"] == "verzoek mislukt"
    assert error["fout"] == "django.db.utils.IntegrityError"
    assert error["regels"][-1].endswith("breaks")


def test_our_own_errors_say_where_too_and_not_what(lines):
    try:
        int(EMAIL)
    except ValueError:
        structlog.get_logger("wederkerig.toets").exception("mislukt", poging=2)

    (line,) = lines()
    assert (line["event"], line["poging"], line["fout"]) == ("mislukt", 2, "builtins.ValueError")
    assert "anna" not in json.dumps(line)


def test_an_object_in_a_line_is_named_by_its_class(lines):
    structlog.get_logger("wederkerig.toets").info("iets", wat=ValueError(EMAIL))

    assert lines()[0]["wat"] == "ValueError"
