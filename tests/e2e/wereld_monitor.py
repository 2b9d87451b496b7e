"""What the pages of the monitor are about, found and made in the demo as people do."""

from __future__ import annotations

import re
from collections.abc import Mapping

from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.bladzijden import AFSPRAKEN, ANYBODY, BELEID, CORPORATIE

CIJFERS = "/werk/organisaties/wonen-aan-de-wetering/cijfers/veldermeer/"
KOP = (
    "VHE-nummer;gemeente;woonplaats;DAEB;soort eenheid;kale huur;energielabel;datum in exploitatie"
    ";zelfstandig"
)
RIJ = "W{0};Veldermeer;Aldrum;DAEB;Woonruimte;{1},00;B;1-3-1990;ja"
LIJST = "\r\n".join([KOP, *(RIJ.format(nr, 600 + nr) for nr in range(40))]).encode()


def monitor_things(mensen: Mapping[str, BrowserContext]) -> dict[str, str]:
    """Addresses of reports, a project, a list, and a workbook that was read."""
    return {
        **_reports(mensen),
        "project": _project(mensen[CORPORATIE].new_page()),
        "lijst": _list(mensen[CORPORATIE].new_page()),
        "werkboek": _workbook(mensen[CORPORATIE].new_page()),
    }


def _reports(mensen: Mapping[str, BrowserContext]) -> dict[str, str]:
    page = mensen[ANYBODY].new_page()
    page.goto("/gemeenten/veldermeer/monitor/")
    public = _first(page, "a[href^='/rapporten/']")
    page.close()
    page = mensen[BELEID].new_page()
    page.goto(f"/werk/overeenkomsten/{AFSPRAKEN}/rapporten/")
    own = _first(page, "a[href^='/werk/rapporten/']")
    page.close()
    return {"rapport_openbaar": public, "rapport": own}


def _project(page: Page) -> str:
    page.goto("/werk/organisaties/wonen-aan-de-wetering/projecten/nieuw/")
    page.get_by_label("Gemeente", exact=True).select_option("Veldermeer")
    page.get_by_label("Locatie of naam").fill("Kadeterrein")
    page.get_by_label("Woningen erbij").fill("24")
    page.get_by_role("button", name="Bewaren").click()
    page.goto("/werk/organisaties/wonen-aan-de-wetering/projecten/")
    found = page.get_by_role("link", name=re.compile("Kadeterrein")).first.get_attribute("href") or ""
    page.close()
    return found


def _list(page: Page) -> str:
    page.goto("/werk/organisaties/wonen-aan-de-wetering/woningen/")
    page.get_by_label("Bestand").set_input_files(
        {"name": "woningen.csv", "mimeType": "text/csv", "buffer": LIJST}
    )
    page.get_by_label("Peildatum").fill("2026-01-01")
    page.get_by_role("button", name="Inbrengen").click()
    page.wait_for_url("**/werk/woningen/*/kolommen/", timeout=90_000)
    found = re.match(r".*(/werk/woningen/[0-9a-f-]{36}/)", page.url)[1]
    page.get_by_role("button", name="Cijfers berekenen").click()
    expect(page.get_by_text("wordt berekend")).to_have_count(0, timeout=90_000)
    page.close()
    return found


def _workbook(page: Page) -> str:
    page.goto(f"{CIJFERS}werkboek/inlezen/")
    with page.expect_download() as given:
        page.locator(f"a[href='{CIJFERS}werkboek/']").first.click()
    page.locator("input[type=file]").set_input_files(given.value.path())
    page.get_by_role("button", name="Inlezen").click()
    page.wait_for_load_state("networkidle")
    found = page.url
    page.close()
    return re.sub(r"^https?://[^/]+", "", found)


def _first(page: Page, selector: str) -> str:
    return page.get_by_role("main").locator(selector).first.get_attribute("href") or ""
