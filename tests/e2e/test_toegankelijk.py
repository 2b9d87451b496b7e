"""Every page with axe-core: by day, by night, and on a narrow telephone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.conftest import ROOT
from tests.e2e.bladzijden import AFSPRAKEN, ANYBODY, BEHEER, BELEID, CORPORATIE, NO_PAGES, PAGES
from tests.e2e.conftest import DESK, PHONE, WACHTWOORD, axe, log_in
from tests.e2e.wereld_monitor import monitor_things
from tests.web.inloggen import code
from tests.web.rechten.adressen import all_addresses

STUK = ROOT / "voorbeelden" / "heidervoort-prestatieafspraken-2024-2027.docx"
JAARPLAN = ROOT / "voorbeelden" / "veldermeer-jaarplan-2026.docx"


def test_every_page_is_in_the_list():
    named = {
        adres.noemer for adres in all_addresses() if adres.noemer and not adres.noemer.startswith("admin:")
    }

    assert named == PAGES.keys() | NO_PAGES.keys()


@pytest.fixture(scope="module")
def mensen(browser: Browser, site: str) -> dict[str, BrowserContext]:
    """By address somebody who is logged in."""
    made = {
        who: browser.new_context(base_url=site, locale="nl-NL")
        for who in (ANYBODY, BELEID, BEHEER, CORPORATIE)
    }
    log_in(made[BELEID].new_page(), BELEID)
    log_in(made[CORPORATIE].new_page(), CORPORATIE)
    enrol(made[BEHEER].new_page(), BEHEER)
    yield made
    for context in made.values():
        context.close()


def enrol(page: Page, email: str) -> None:
    """Log in, and set up a second step."""
    log_in(page, email, naar="**/account/2fa/")
    page.goto("/account/2fa/totp/activate/")
    if "/reauthenticate/" in page.url:
        page.get_by_label("Wachtwoord").fill(WACHTWOORD)
        page.get_by_role("button", name="Verder").click()
    secret = page.get_by_label("Sleutel voor de app").input_value()
    page.locator("#id_code").fill(code(secret))
    page.get_by_role("button", name="Aanzetten").click()
    page.wait_for_url("**/recovery-codes/**")


@pytest.fixture(scope="module")
def wereld(mensen: dict[str, BrowserContext]) -> dict[str, str]:
    """What pages are about: a document that is read, a year plan, and one that could not be read."""
    page = mensen[BELEID].new_page()
    found = {
        "stuk": brought_in(page, STUK, "Gemeente Heidervoort"),
        "jaarplan": brought_in(page, JAARPLAN, "Gemeente Veldermeer"),
        "mislukt": brought_in(
            page,
            {"name": "kapot.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 kapot"},
            "Gemeente Veldermeer",
        ),
    }
    page.goto(f"/overeenkomsten/{AFSPRAKEN}/tekst/")
    first = page.get_by_role("main").locator("a[href*='/afspraken/']").first.get_attribute("href")
    found["afspraak"] = re.match(r".*/afspraken/[^/]+/", first or "")[0]
    page.close()
    page = mensen[BEHEER].new_page()
    page.goto("/werk/organisaties/gemeente-veldermeer/")
    main = page.get_by_role("main")
    found["rollen"] = main.locator("a[href$='/rollen/']").first.get_attribute("href") or ""
    found["weghalen"] = found["rollen"].replace("/rollen/", "/weghalen/")
    page.close()
    return found | figures(mensen[CORPORATIE].new_page()) | monitor_things(mensen)


def figures(page: Page) -> dict[str, str]:
    """The addresses of a norm that a party said something of, and of a figure that was handed in."""
    page.goto(f"/overeenkomsten/{AFSPRAKEN}/normen/")
    norm = page.get_by_role("row").filter(has_text="bevestigd door").get_by_role("link").first
    address = norm.get_attribute("href") or ""
    page.goto("/werk/organisaties/wonen-aan-de-wetering/cijfers/veldermeer/")
    figure = page.locator("a[href$='/verbeteren/']").first.get_attribute("href") or ""
    page.close()
    return {"norm": address, "norm_bevestigen": f"/werk{address}", "cijfer_verbeteren": figure}


def brought_in(page: Page, file, organisatie: str) -> str:
    """The address of a document after it was read."""
    page.goto("/werk/stukken/nieuw/")
    page.get_by_label("Sleep bestanden hierheen").set_input_files(file)
    page.get_by_label("Organisatie").select_option(organisatie)
    page.get_by_role("button", name="Inbrengen", exact=True).click()
    expect(page.get_by_text("wordt gelezen")).to_have_count(0, timeout=90_000)
    return re.match(r".*(/werk/stukken/[0-9a-f-]{36}/)", page.url)[1]


@pytest.mark.slow
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(mensen, wereld, name):
    who, path = PAGES[name]
    page = mensen[who].new_page()
    page.set_viewport_size(DESK)
    try:
        page.goto(path.format(**wereld))
        page.wait_for_load_state("networkidle")
        assert page.get_by_role("heading", level=1).count() == 1, page.url

        found = {"by day": axe(page)}
        page.emulate_media(color_scheme="dark")
        found["by night"] = axe(page, ["color-contrast", "link-in-text-block"])
        page.emulate_media(color_scheme="light")
        page.set_viewport_size(PHONE)
        found["narrow"] = axe(page)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        found["sideways"] = [f"{wide} px"] if wide > 0 else []
    finally:
        page.close()

    assert found == {"by day": [], "by night": [], "narrow": [], "sideways": []}
