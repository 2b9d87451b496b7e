"""What holds of every page: no form from elsewhere, nothing inline, not in a frame, cookies out of reach."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client

from tests.conftest import ROOT
from tests.web.maken import CORPORATIE
from tests.web.rechten.adressen import all_addresses, path_of
from tests.web.rechten.wereld import make_world
from wederkerig.web.accounts.models import Rol

ADRESSEN = all_addresses()
# Receive a form with limits of their own, and then look at its mark; who may not come there hears that first.
ZELF_GETOETST = {
    "inbrengen",
    "woningenlijsten",
    "projecten",
    "cijfers_werkboek_inlezen",
    "bewijs_toevoegen",
}
INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)(?![^>]*type=[\"']application/json)[^>]*>|<style|\sstyle=|\son[a-z]+=[\"']|javascript:",
    re.IGNORECASE,
)


def browser(vrager=None, **extra):
    client = Client(**extra)
    if vrager and vrager.cookie:
        client.cookies[settings.SESSION_COOKIE_NAME] = vrager.cookie
    return client


def people(wereld):
    """Nobody, somebody who signs, and the operator: together they see every page."""
    own = [
        each
        for each in wereld.vragers
        if each.bij == CORPORATIE and each.rol in {Rol.TEKENBEVOEGD, Rol.BEHEERDER}
    ]
    return [wereld.vragers[0], *own, *(each for each in wereld.vragers if each.operator)]


@pytest.mark.django_db
def test_no_view_takes_a_form_from_another_site():
    wereld = make_world()
    for adres in ADRESSEN:
        for vrager in people(wereld):
            response = browser(vrager, enforce_csrf_checks=True).post(path_of(adres, wereld.dingen))
            elsewhere = adres.naam in ZELF_GETOETST and vrager.bij != CORPORATIE
            assert (str(adres), response.status_code in ({302, 403, 404} if elsewhere else {403})) == (
                str(adres),
                True,
            )


def test_no_view_is_exempt_from_that():
    assert {adres.naam for adres in ADRESSEN if getattr(adres.view, "csrf_exempt", False)} == ZELF_GETOETST


@pytest.mark.django_db
def test_every_page_carries_the_headers_and_nothing_inline():
    wereld = make_world()
    seen = 0
    for adres in ADRESSEN:
        for vrager in people(wereld):
            cache.clear()
            response = browser(vrager).get(path_of(adres, wereld.dingen))
            where = f"{adres} as {vrager.naam}"
            policy = response["Content-Security-Policy"]
            assert "unsafe" not in policy, where
            assert "default-src 'none'" in policy, where
            assert re.findall(r"script-src([^;]*)", policy) in ([], [" 'self'"]), where
            assert re.findall(r"style-src([^;]*)", policy) in ([], [" 'self'"]), where
            assert response["X-Frame-Options"] == "DENY", where
            assert response["X-Content-Type-Options"] == "nosniff", where
            assert response["Referrer-Policy"] == "same-origin", where
            if response["Content-Type"].startswith("text/html") and not response.streaming:
                seen += 1
                assert INLINE.findall(response.text) == [], where
    assert seen > 100


@pytest.mark.django_db
@pytest.mark.parametrize("status", [400, 403, 404])
def test_pages_of_what_went_wrong_carry_them_too(status):
    ask = {
        400: lambda: Client().get("/", headers={"host": "kwaad.nl"}),
        403: lambda: Client(enforce_csrf_checks=True).post("/account/login/"),
        404: lambda: Client().get("/nergens"),
    }
    response = ask[status]()

    assert response.status_code == status
    assert response["X-Frame-Options"] == "DENY"
    assert "script-src 'self'" in response["Content-Security-Policy"]


@pytest.mark.django_db
def test_pages_of_who_is_logged_in_are_kept_by_no_cache_in_between():
    wereld = make_world()
    owner = people(wereld)[1]
    for adres in ADRESSEN:
        if getattr(adres.view, "actie", None) is None:
            continue
        response = browser(owner).get(path_of(adres, wereld.dingen))
        said = response.get("Cache-Control", "")
        assert "Cookie" in response.get("Vary", "") or "private" in said or "no-store" in said, adres
        assert "public" not in said, adres


def test_in_production_cookies_travel_over_https_alone_and_no_script_reads_them():
    asked = (
        "SESSION_COOKIE_SECURE CSRF_COOKIE_SECURE SESSION_COOKIE_HTTPONLY SESSION_COOKIE_SAMESITE "
        "CSRF_COOKIE_SAMESITE SECURE_SSL_REDIRECT SECURE_HSTS_SECONDS DEBUG ACCOUNT_DEFAULT_HTTP_PROTOCOL "
        "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN"
    ).split()
    code = f"from wederkerig.web.config import settings as s; print([getattr(s, n) for n in {asked}])"
    env = {name: value for name, value in os.environ.items() if not name.startswith("WEDERKERIG_")}
    env |= {
        "WEDERKERIG_PRODUCTIE": "1",
        "WEDERKERIG_SLEUTEL": "x" * 60,
        "WEDERKERIG_ADRESSEN": "register.voorbeeld.nl",
        "DATABASE_URL": "",
    }
    done = subprocess.run(
        [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True, cwd=ROOT
    )

    assert done.stdout.strip() == "[True, True, True, 'Lax', 'Lax', True, 31536000, False, 'https', False]"
