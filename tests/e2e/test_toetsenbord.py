"""The main tasks with the keyboard alone: no mouse is touched, and one always sees where one is."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import ROOT
from tests.e2e.conftest import BELEID, WACHTWOORD

STUK = ROOT / "voorbeelden" / "heidervoort-prestatieafspraken-2024-2027.docx"
JAARPLAN = ROOT / "voorbeelden" / "veldermeer-jaarplan-2026.docx"

# What has the focus: its name as a person hears it, and whether one sees that it has it.
FOCUS = """() => {
  const it = document.activeElement, style = getComputedStyle(it);
  const label = it.labels && it.labels.length ? it.labels[0].innerText : '';
  const name = it.getAttribute('aria-label') || label || it.innerText || it.value || '';
  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
  // the button for the calendar inside a date is the browser's own, and so is what it shows
  const within = !it.matches(':focus');
  const seen = outlined || style.boxShadow !== 'none' || within || it === document.body;
  return {name: name.trim().replace(/\\s+/g, ' '), seen};
}"""
MOST_STOPS = 400


def tab_to(page: Page, name: str) -> None:
    """Press Tab until what has this name (or begins so: …) has the focus, and see it at every stop."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        assert focus["seen"], f"{page.url}: nothing shows that {focus['name']!r} has the focus"
        begins = name.endswith("…") and focus["name"].startswith(name[:-1])
        if begins or focus["name"] == name:
            return
    raise AssertionError(f"{page.url}: Tab never comes to {name!r}")


def press(page: Page, name: str, key: str = "Enter") -> None:
    """Go there with Tab, and press a key."""
    tab_to(page, name)
    page.keyboard.press(key)


def log_in_by_keyboard(page: Page, email: str) -> None:
    page.goto("/")
    press(page, "Inloggen")
    page.wait_for_url("**/login/**")
    tab_to(page, "E-mailadres")
    page.keyboard.type(email)
    tab_to(page, "Wachtwoord")
    page.keyboard.type(WACHTWOORD)
    page.keyboard.press("Enter")


def bring_in(page: Page, path, organisatie: str) -> None:
    """The file itself is chosen in a window of the system, which is not ours."""
    page.goto("/werk/")
    press(page, "Document inbrengen")
    page.wait_for_url("**/nieuw/")
    tab_to(page, "Sleep bestanden hierheen…")
    page.locator(":focus").set_input_files(path)
    tab_to(page, "Namens welke organisatie?…")
    page.keyboard.type(organisatie)
    press(page, "Inbrengen")
    page.wait_for_url(re.compile(r"/nalezen/|/verwerken/"), timeout=90_000)


@pytest.mark.slow
def test_settling_and_adopting_with_the_keyboard(bezoek):
    page = bezoek()
    log_in_by_keyboard(page, BELEID)
    page.wait_for_url("**/werk/**")
    bring_in(page, STUK, "Gemeente Heidervoort")

    before = page.locator("article[data-twijfel]").count()
    page.keyboard.press("n")
    expect(page.locator("article[data-twijfel]").first).to_be_focused()
    page.keyboard.press("o")
    expect(page.locator("#teller")).to_contain_text(f"Nog {before - 1} twijfel")

    press(page, "Naar vaststellen")
    page.wait_for_url("**/vaststellen/")
    press(page, "Vaststellen en openbaar maken")
    expect(page.get_by_text("is vastgesteld en nu openbaar")).to_be_visible()


@pytest.mark.slow
def test_a_year_plan_with_the_keyboard(bezoek):
    page = bezoek()
    log_in_by_keyboard(page, BELEID)
    page.wait_for_url("**/werk/**")
    bring_in(page, JAARPLAN, "Gemeente Veldermeer")
    if "/nalezen/" in page.url:
        press(page, "Naar verwerken")
        page.wait_for_url("**/verwerken/")

    press(page, "Naar vaststellen")
    page.wait_for_url("**/vaststellen/**")
    press(page, "Vaststellen en openbaar maken")
    page.wait_for_url("**/versies/**")


def test_finding_an_agreement_with_the_keyboard(bezoek):
    page = bezoek()
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUS)["name"] == "Naar de inhoud"
    page.keyboard.press("Enter")
    tab_to(page, "Zoek in alle afspraken")
    page.keyboard.type("woningen")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken/**")
    expect(page.get_by_role("main").locator("a[href*='/afspraken/']").first).to_be_visible()
