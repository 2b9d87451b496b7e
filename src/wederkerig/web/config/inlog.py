"""The log-ins of organisations (OpenID Connect) as the environment gives them, for allauth."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

_NEEDED = ("id", "naam", "server_url", "client_id", "secret", "e-maildomeinen")
_MISTAKE = "WEDERKERIG_OIDC klopt niet: "


def openid_apps(given: str) -> list[dict[str, Any]]:
    """What WEDERKERIG_OIDC says, a list in JSON of one object an organisation.

    Each has `id`, `naam`, `server_url`, `client_id`, `secret` and `e-maildomeinen`: the domains whose
    addresses that organisation gives out. For no other address is its word taken.
    """
    if not given:
        return []
    try:
        listed = json.loads(given)
    except ValueError as error:
        raise ImproperlyConfigured(f"{_MISTAKE}dit is geen JSON ({error}).") from error
    if not isinstance(listed, list) or not all(isinstance(each, dict) for each in listed):
        raise ImproperlyConfigured(f"{_MISTAKE}geef een lijst met per organisatie een object.")
    apps = [_app(each) for each in listed]
    _refuse_doubles([app["provider_id"] for app in apps], "id")
    _refuse_doubles([domain for app in apps for domain in app["settings"]["verified_email"]], "domein")
    return apps


def origins(given: str) -> list[str]:
    """Where logging in at an organisation leads to: scheme and host, for the Content-Security-Policy."""
    return sorted({_origin(app["settings"]["server_url"]) for app in openid_apps(given)})


def _origin(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in {"https", "http"} or not parts.netloc:
        raise ImproperlyConfigured(f"{_MISTAKE}{url} is geen adres.")
    return f"{parts.scheme}://{parts.netloc}"


def _app(each: dict[str, Any]) -> dict[str, Any]:
    missing = [key for key in _NEEDED if not each.get(key)]
    if missing:
        raise ImproperlyConfigured(
            f"{_MISTAKE}bij {each.get('id') or each.get('naam') or 'een organisatie'} ontbreekt "
            f"{', '.join(missing)}."
        )
    domains = each["e-maildomeinen"]
    if not isinstance(domains, list) or not all(isinstance(domain, str) for domain in domains):
        raise ImproperlyConfigured(f"{_MISTAKE}e-maildomeinen van {each['id']} is geen lijst van namen.")
    return {
        "provider_id": each["id"],
        "name": each["naam"],
        "client_id": each["client_id"],
        "secret": each["secret"],
        "settings": {
            "server_url": each["server_url"],
            "verified_email": [domain.strip().lower() for domain in domains],
            "email_authentication": True,
        },
    }


def _refuse_doubles(names: list[str], what: str) -> None:
    """Two organisations with one name or one domain: which of the two to believe is not known."""
    double = sorted({name for name in names if names.count(name) > 1})
    if double:
        raise ImproperlyConfigured(f"{_MISTAKE}{what} {', '.join(double)} staat er meer dan eens in.")
