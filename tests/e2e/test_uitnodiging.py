"""Being invited, as people do it in a browser: mail, link, account, work; and setting up a second step."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import Page, expect

from tests.e2e.conftest import log_in

BEHEER, WETHOUDER = "beheer@veldermeer.example", "wethouder@veldermeer.example"
ORGANISATIE = "/werk/organisaties/gemeente-veldermeer/"


@pytest.mark.slow
def test_uitnodiging(bezoek, post: Path):
    page = bezoek()
    log_in(page, BEHEER, naar="**/account/2fa/")
    expect(page.get_by_text("U tekent of beheert namens een organisatie.")).to_be_visible()
    set_up_second_step(page)

    invite(page, "Bo Nieuw", "bo@veldermeer.example")

    newcomer = bezoek()
    newcomer.goto(link_in(post))
    newcomer.get_by_label("Wachtwoord").fill("een lang geheim van Bo")
    newcomer.get_by_role("main").get_by_role("button").click()
    newcomer.wait_for_url("**/werk/")
    expect(newcomer.get_by_role("heading", level=1)).to_have_text("Mijn werk")


def set_up_second_step(page: Page) -> None:
    """Straight after logging in: the password is not asked again, and from the codes one goes on."""
    page.get_by_role("link", name="App instellen").click()
    page.wait_for_url("**/account/2fa/totp/activate/")
    secret = page.get_by_label("Sleutel voor de app").input_value()
    page.get_by_label("code", exact=False).last.fill(
        format_hotp_value(hotp_value(secret, int(time.time()) // 30))
    )
    page.get_by_role("main").get_by_role("button").first.click()
    page.get_by_role("link", name="Verder naar Mijn werk").click()
    page.wait_for_url("**/werk/")


def invite(page: Page, naam: str, email: str) -> None:
    """Ask somebody to come and read along."""
    page.goto(ORGANISATIE)
    page.get_by_role("link", name="Iemand uitnodigen").click()
    page.get_by_label("Naam").fill(naam)
    page.get_by_label("E-mailadres").fill(email)
    page.get_by_label("lezer").check()
    page.get_by_role("main").get_by_role("button").first.click()
    expect(page.get_by_text(f"De uitnodiging voor {naam} is verstuurd.")).to_be_visible()


def link_in(post: Path) -> str:
    """The link of the last invitation; the demo shows its mail where it was started."""
    found = re.findall(r"/account/uitnodiging/\S+", post.read_text(encoding="utf-8"))
    return str(found[-1])
