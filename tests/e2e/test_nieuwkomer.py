"""A newcomer's whole path, as a person walks it: from logging in to what everybody can read afterwards."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import ROOT
from tests.e2e.conftest import BELEID

AFSPRAKEN = ROOT / "voorbeelden" / "heidervoort-prestatieafspraken-2024-2027.pdf"
JAARPLAN = ROOT / "voorbeelden" / "veldermeer-jaarplan-2026.docx"
REDEN = "De partijen willen dit eerst bespreken."


@pytest.mark.slow
def test_nieuwkomer(bezoek, foto):
    page = bezoek(BELEID)
    foto(page, "01-mijn-werk")

    bring_in(page, foto, AFSPRAKEN, "Gemeente Heidervoort", "02-inbrengen")
    settle(page, foto)
    adopt_agreements(page, foto)

    page.goto("/werk/")
    bring_in(page, foto, JAARPLAN, "Gemeente Veldermeer", "07-jaarplan-inbrengen")
    decide(page, foto)
    adopt_plan(page, foto)
    log_out(page)

    read_as_anybody(bezoek(), foto)


def bring_in(page: Page, foto, path, organisatie: str, name: str) -> None:
    """Upload the file and watch it being read."""
    page.get_by_role("link", name="Document inbrengen").click()
    page.get_by_label("Sleep bestanden hierheen").set_input_files(path)
    page.get_by_label("Organisatie").select_option(organisatie)
    foto(page, name)
    page.get_by_role("button", name="Inbrengen", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(path.name)
    foto(page, f"{name}-voortgang")
    # reading goes on by itself, and so does the page once that is done
    page.wait_for_url(re.compile(r"/nalezen/|/verwerken/"), timeout=90_000)


def settle(page: Page, foto) -> None:
    """Say of a doubt that it is right, and correct another."""
    expect(page.get_by_role("heading", level=1)).to_have_text("Prestatieafspraken Heidervoort")
    foto(page, "03-nalezen", whole=False)
    before = doubts(page)
    page.locator("article[data-twijfel]").first.get_by_role("button", name="Klopt").click()
    expect(page.locator("#teller")).to_have_text(words(before - 1))

    day = page.locator("article[data-twijfel]").get_by_label("Uiterste dag").last
    was = day.input_value()
    day.fill("31-10-2025")
    # what is typed is kept as soon as one goes on
    day.press("Tab")
    expect(page.locator("#teller")).to_have_text(words(before - 2))
    foto(page, "04-nagelezen", whole=False)

    page.reload()
    page.get_by_role("link", name="Toon 2 nagekeken twijfels").click()
    looked_at = page.get_by_role("region", name="Nagekeken twijfels")
    expect(looked_at.get_by_text("verbeterd")).to_be_visible()
    assert "31-10-2025" in [field.input_value() for field in looked_at.get_by_label("Uiterste dag").all()]
    assert was != "31-10-2025"


def doubts(page: Page) -> int:
    """How many doubts the page says are left."""
    found = re.search(r"\d+", page.locator("#teller").inner_text())
    return int(found[0]) if found else 0


def words(count: int) -> str:
    """What the page says of so many doubts."""
    return f"Nog {count} twijfel{'' if count == 1 else 's'}" if count else "Geen twijfels meer"


def adopt_agreements(page: Page, foto) -> None:
    """See what would become public, and make it so."""
    page.get_by_role("link", name="Naar vaststellen").click()
    expect(page.get_by_label("Heidervoort", exact=True)).to_be_checked()
    foto(page, "05-vaststellen")
    page.get_by_role("button", name="Vaststellen en openbaar maken").click()
    expect(page.get_by_text("is vastgesteld en nu openbaar")).to_be_visible()
    foto(page, "06-vastgesteld")


def decide(page: Page, foto) -> None:
    """Look at what the plan does, and leave one amendment out."""
    if "/nalezen/" in page.url:
        page.get_by_role("link", name="Naar verwerken").click()
    expect(page.get_by_text("Alle 14 wijzigingen passen precies.")).to_be_visible()
    foto(page, "08-verwerken")
    card = page.get_by_role("article", name=re.compile("^Wijziging 5"))
    card.locator("summary").first.click()
    card.get_by_role("link", name="Anders beslissen").click()
    card.get_by_text("Niet overnemen").first.click()
    card.get_by_label("Waarom niet?").fill(REDEN)
    card.get_by_role("button", name="Niet overnemen").click()
    expect(page.get_by_role("article", name=re.compile("^Wijziging 5"))).to_contain_text(REDEN)
    foto(page, "09-besloten")


def adopt_plan(page: Page, foto) -> None:
    """See the new version before and after, and adopt it."""
    page.get_by_role("link", name="Naar vaststellen").first.click()
    expect(page.get_by_label("Vastgesteld op")).to_have_value("2025-12-11")
    foto(page, "10-nieuwe-versie")
    page.get_by_role("button", name="Vaststellen en openbaar maken").click()
    page.wait_for_url("**/versies/**")
    foto(page, "11-jaarplan-vastgesteld")


def log_out(page: Page) -> None:
    """Leave."""
    page.get_by_text("Account", exact=True).click()
    page.get_by_role("button", name="Uitloggen").click()
    expect(page.get_by_role("link", name="Inloggen")).to_be_visible()


def read_as_anybody(page: Page, foto) -> None:
    """From the front door to what changed in one agreement."""
    page.goto("/")
    foto(page, "12-voordeur")
    page.get_by_role("link", name="Veldermeer", exact=True).first.click()
    foto(page, "13-gemeente")
    page.get_by_role("link", name="Meerjarige prestatieafspraken Veldermeer").first.click()
    foto(page, "14-afspraken")
    page.get_by_role("link", name=re.compile("versies", re.IGNORECASE)).first.click()
    expect(page.get_by_role("main")).to_contain_text("Jaarplan 2026")
    foto(page, "15-versies")
    page.get_by_role("main").get_by_role("link", name="Jaarplan 2026").first.click()
    expect(page.get_by_role("main").locator("del").first).to_be_visible()
    expect(page.get_by_role("main").locator("ins").first).to_be_visible()
    foto(page, "16-wat-veranderde")
    expect(page.get_by_role("main")).not_to_contain_text("Sanne Hoekstra")
