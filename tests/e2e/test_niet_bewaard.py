"""Settling when things go wrong or slowly: nothing typed is lost, and the keyboard stays where one put it."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import ROOT
from tests.e2e.conftest import BELEID, DESK, log_in

AFSPRAKEN = ROOT / "voorbeelden" / "heidervoort-prestatieafspraken-2024-2027.pdf"


@pytest.fixture
def nalezen(browser, site) -> Iterator[Page]:
    """The screen on which the agreements are settled; here it is meant that the console tells of errors."""
    context = browser.new_context(base_url=site, locale="nl-NL", viewport=DESK)
    page = context.new_page()
    log_in(page, BELEID)
    bring_in(page)
    yield page
    context.close()


def bring_in(page: Page) -> None:
    """Upload the agreements and wait until they were read."""
    page.goto("/werk/stukken/nieuw/")
    page.get_by_label("Sleep bestanden hierheen").set_input_files(AFSPRAKEN)
    page.get_by_label("Organisatie").select_option("Gemeente Heidervoort")
    page.get_by_role("button", name="Inbrengen", exact=True).click()
    page.wait_for_url(re.compile(r"/nalezen/"), timeout=90_000)
    expect(page.locator("[data-gang]")).to_be_visible()


def left(page: Page) -> int:
    """How many doubts the page says there are left."""
    words = page.locator("#teller").inner_text()
    return int(number[0]) if (number := re.search(r"\d+", words)) else 0


def slow(route) -> None:
    time.sleep(0.4)
    route.continue_()


@pytest.mark.slow
def test_niet_bewaard(nalezen):
    page, address = nalezen, nalezen.url

    # keys that are pressed faster than the site answers each count once
    first = left(page)
    page.route("**/verbeter/", slow)
    page.keyboard.press("n")
    for _ in range(3):
        page.keyboard.press("o")
        page.keyboard.press("n")
    field = page.locator("[data-twijfel]").nth(-1).locator("input:not([type=hidden])").first
    field.focus()
    field.press("End")
    page.keyboard.type("half")
    expect(page.locator("#teller")).to_contain_text(str(first - 3))
    expect(field).to_be_focused()
    assert field.input_value().endswith("half")
    page.unroute("**/verbeter/")
    field.fill(field.input_value().removesuffix("half"))

    # who was logged out hears so at the card, keeps what was typed, and sends it again
    open_facts = page.locator("[data-twijfel]")
    card = page.locator(f"#{open_facts.first.get_attribute('id')}")
    session = [each for each in page.context.cookies() if "session" in each["name"]]
    page.context.clear_cookies(name=session[0]["name"])
    card.get_by_role("button", name="Klopt", exact=True).click()
    note = card.get_by_role("alert")
    expect(note).to_contain_text("Niet bewaard")
    expect(note).to_contain_text("U bent uitgelogd")
    expect(page.get_by_label("Wachtwoord")).to_have_count(0)
    note.get_by_role("button", name="Probeer het opnieuw").click()
    expect(note).to_contain_text("U bent uitgelogd")

    other = page.context.new_page()
    log_in(other, BELEID)
    other.close()
    note.get_by_role("button", name="Probeer het opnieuw").click()
    expect(card).to_contain_text("nagekeken")
    expect(card.get_by_role("alert")).to_have_count(0)

    # without a connection too
    page.context.set_offline(True)
    card = page.locator(f"#{open_facts.first.get_attribute('id')}")
    card.get_by_role("button", name="Klopt", exact=True).click()
    expect(card.get_by_role("alert")).to_contain_text("Er is geen verbinding")
    page.context.set_offline(False)
    card.get_by_role("button", name="Probeer het opnieuw").click()
    expect(card).to_contain_text("nagekeken")
    page.goto(address)
    assert left(page) == first - 5
