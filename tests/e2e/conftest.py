"""A real demo and a real browser.

The site is what `make demo` starts, on a free port and in a folder of its own; the browser is Chromium.
Screenshots stand in build/schermafdrukken/ afterwards.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, sync_playwright

from tests.conftest import ROOT

SHOTS = ROOT / "build" / "schermafdrukken"
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_ADDRESS = re.compile(r"http://localhost:\d+")
WACHTWOORD = "samen-goed-wonen"
BELEID = "beleid@veldermeer.example"
PHONE, DESK = {"width": 320, "height": 720}, {"width": 1280, "height": 900}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here is in a real browser."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.e2e)


@pytest.fixture(scope="module")
def post(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the demo of this module says where it was started, its mail too."""
    return tmp_path_factory.mktemp("demo") / "log.txt"


@pytest.fixture(scope="module")
def site(post: Path) -> Iterator[str]:
    """The address of a demo that was just started; what one module does to it another does not see."""
    folder = post.with_name("demo")
    env = {name: value for name, value in os.environ.items() if not name.startswith("WEDERKERIG_")}
    command = [sys.executable, "-m", "wederkerig", "demo", "--map", str(folder), "--poort", str(_free_port())]
    with (
        post.open("w") as written,
        subprocess.Popen(command, cwd=ROOT, env=env, stdout=written, stderr=written) as demo,
    ):
        try:
            yield _started(demo, post)
        finally:
            demo.send_signal(signal.SIGINT)
            demo.wait(60)


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def _started(demo: subprocess.Popen[bytes], log: Path) -> str:
    """Until the demo says where it is and answers there."""
    end = time.monotonic() + 180
    while time.monotonic() < end and demo.poll() is None:
        found = _ADDRESS.search(log.read_text())
        if found and _is_ready(found[0]):
            return found[0]
        time.sleep(0.1)
    raise AssertionError(log.read_text())


def _is_ready(address: str) -> bool:
    try:
        with urlopen(f"{address}/gereed") as answer:  # noqa: S310  # our own site
            return bool(json.load(answer) == {"database": "goed"})
    except OSError:
        return False


@pytest.fixture(scope="session")
def _playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(_playwright: Playwright) -> Iterator[Browser]:
    """Chromium, as the system has it."""
    path = next((found for name in _BROWSERS if (found := shutil.which(name))), None)
    assert path, "Chromium was not found; `make system` installs it where it may"
    options = ["--disable-background-networking", "--disable-dev-shm-usage"]
    if os.geteuid() == 0:
        options.append("--no-sandbox")
    started = _playwright.chromium.launch(executable_path=path, args=options)
    yield started
    started.close()


Bezoek = Callable[..., Page]


@pytest.fixture
def bezoek(browser: Browser, site: str) -> Iterator[Bezoek]:
    """Open a window in a browser that knows nothing yet; as somebody who logs in, where an address is given.

    What goes wrong in a page (an error of a script, something the Content-Security-Policy stopped, a file
    that is not there) makes the test fail.
    """
    opened: list[BrowserContext] = []
    wrong: list[str] = []

    def visit(email: str = "", **extra) -> Page:
        context = browser.new_context(base_url=site, locale="nl-NL", viewport=DESK, **extra)
        context.set_default_timeout(20_000)
        opened.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(f"{page.url}: {error}"))
        page.on("console", lambda said: wrong.append(_told(page, said)) if _is_wrong(said) else None)
        if email:
            log_in(page, email)
        return page

    yield visit
    for context in opened:
        context.close()
    assert wrong == []


def _is_wrong(said: ConsoleMessage) -> bool:
    """Pictures of pages wait their turn: one that is told to come back later is asked for again."""
    waits = "503" in said.text and "/bladzijden/" in said.location["url"]
    return said.type == "error" and not waits


def _told(page: Page, said: ConsoleMessage) -> str:
    return f"{page.url}: {said.text}"


def log_in(page: Page, email: str, *, naar: str = "**/werk/**") -> None:
    """Fill in the log-in form, as a person does."""
    page.goto("/account/login/")
    page.get_by_label("E-mailadres").fill(email)
    page.get_by_label("Wachtwoord").fill(WACHTWOORD)
    page.get_by_role("main").get_by_role("button", name="Inloggen").click()
    page.wait_for_url(naar)


@pytest.fixture
def foto(request: pytest.FixtureRequest) -> Callable[..., None]:
    """Keep what a page looks like, whole or what a window shows, under a name of its own."""
    folder = SHOTS / request.node.name.removeprefix("test_").partition("[")[0]
    folder.mkdir(parents=True, exist_ok=True)

    def shoot(page: Page, name: str, *, whole: bool = True) -> None:
        page.wait_for_load_state("networkidle")
        # hiding the caret would take a style element, which the Content-Security-Policy rightly stops
        page.screenshot(path=folder / f"{name}.png", full_page=whole, caret="initial")

    return shoot


def axe(page: Page, rules: Sequence[str] = ()) -> list[str]:
    """What axe-core finds on a page, by all its rules or these; one line each."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    options: dict[str, object] = {"resultTypes": ["violations"]}
    if rules:
        options["runOnly"] = {"type": "rule", "values": list(rules)}
    found = page.evaluate("async options => (await axe.run(document, options)).violations", options)
    return [
        f"{each['id']}: {node['html'][:200]} — {node.get('failureSummary', '')[:300]}"
        for each in found
        for node in each["nodes"]
    ]
