"""From a figure to what everybody reads: a corporation, the municipality and the tenants make a report."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.bladzijden import AFSPRAKEN, BELEID, CORPORATIE

HUURDERS = "nel@sluiswachter.example"
ANDEREN = ("cijfers@lindewaarde.example", "bewoners@lindewaarde.example")
CIJFERS = "/werk/organisaties/wonen-aan-de-wetering/cijfers/veldermeer/"
WEERWOORD = "De huurders kennen andere wachttijden."


def path_of(page: Page) -> str:
    """Where a page is on the site."""
    return re.sub(r"^https?://[^/]+", "", page.url)


def hand_in(page: Page) -> None:
    """Hand in what was filled in, after a look at it."""
    page.goto(f"{CIJFERS}indienen/")
    page.get_by_role("main").get_by_role("button", name=re.compile("indienen", re.IGNORECASE)).first.click()
    page.wait_for_load_state("networkidle")


def all_done(pages: list[Page], where: str) -> None:
    for page in pages:
        page.goto(where)
        page.get_by_role("button", name="Wij zijn gereed").click()
        expect(page.get_by_text("Genoteerd")).to_be_visible()


def step(page: Page, where: str, button: str) -> None:
    page.goto(where)
    page.get_by_role("button", name=button).click()


@pytest.mark.slow
def test_from_a_figure_to_what_everybody_reads(bezoek, foto):
    corporatie, gemeente, huurders, anybody = bezoek(CORPORATIE), bezoek(BELEID), bezoek(HUURDERS), bezoek()
    parties = [gemeente, corporatie, huurders, *(bezoek(each) for each in ANDEREN)]
    hand_in(corporatie)

    gemeente.goto(f"/werk/overeenkomsten/{AFSPRAKEN}/rapporten/")
    gemeente.get_by_label("Soort").select_option("raadsbrief")
    gemeente.get_by_role("button", name="Maak het concept").click()
    expect(gemeente.get_by_text("Het concept is gemaakt")).to_be_visible()
    where = path_of(gemeente)
    public = where.removeprefix("/werk")
    foto(gemeente, "1-concept")

    expect(gemeente.get_by_text("Dat is nog te vroeg")).to_be_visible()
    all_done(parties, where)
    step(gemeente, where, "Open het weerwoord")
    expect(gemeente.get_by_text("Het weerwoord is open")).to_be_visible()

    huurders.goto(where)
    huurders.get_by_role("link", name="Weerwoord geven").click()
    huurders.get_by_role("textbox", name="Over het hele rapport").fill(WEERWOORD)
    huurders.get_by_role("button", name="Bewaren").click()
    expect(huurders.get_by_text(WEERWOORD)).to_be_visible()
    foto(huurders, "2-weerwoord")

    gemeente.goto(where)
    expect(gemeente.get_by_text("Publiceren is nog te vroeg")).to_be_visible()
    all_done(parties, where)
    step(gemeente, where, "Publiceer het rapport")
    expect(gemeente.get_by_text("Het rapport is gepubliceerd")).to_be_visible()

    anybody.goto("/gemeenten/veldermeer/monitor/")
    anybody.get_by_role("main").locator(f"a[href='{public}']").first.click()
    expect(anybody.get_by_text(WEERWOORD)).to_be_visible()
    foto(anybody, "3-openbaar")
