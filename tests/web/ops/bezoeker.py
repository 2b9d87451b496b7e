"""Somebody who visits a site that runs, with cookies and forms, and without a browser."""

from __future__ import annotations

from html.parser import HTMLParser
from http.cookiejar import CookieJar
from urllib.parse import urlencode, urljoin
from urllib.request import HTTPCookieProcessor, Request, build_opener


class Forms(HTMLParser):
    """The forms of a page: where each goes, its fields with their values, and the words on its buttons."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[dict] = []
        self._open: dict | None = None
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._open = {"action": given.get("action", ""), "fields": {}, "words": ""}
            self.found.append(self._open)
            return
        chosen = given.get("type") not in {"checkbox", "radio"} or "checked" in given
        if self._open is not None and tag == "input" and given.get("name") and chosen:
            self._open["fields"][given["name"]] = given.get("value", "")

    def handle_endtag(self, tag):
        if tag == "form":
            self._open = None

    def handle_data(self, data):
        if self._open is not None:
            self._open["words"] += data


class Bezoeker:
    """A visitor, who keeps cookies."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._opener = build_opener(HTTPCookieProcessor(CookieJar()))
        self.page = ""
        self.where = address

    def ga(self, path: str) -> str:
        """Open a page."""
        return self._open(urljoin(self._address, path))

    def verstuur(self, woorden: str, **waarden: str) -> str:
        """Send the form of this page on which these words stand, with these values changed."""
        form = next(form for form in Forms(self.page).found if woorden in form["words"])
        data = urlencode(form["fields"] | waarden).encode()
        return self._open(urljoin(self.where, form["action"]), data)

    def log_in(self, email: str, wachtwoord: str) -> None:
        """Fill in the log-in form."""
        self.ga("/account/login/")
        self.verstuur("Wachtwoord", login=email, password=wachtwoord)

    def _open(self, url: str, data: bytes | None = None) -> str:
        request = Request(url, data, {"Referer": self.where})  # noqa: S310  # our own site
        with self._opener.open(request, timeout=60) as answer:
            self.where = answer.url
            self.page = answer.read().decode()
        return self.page
