"""Refuses settings that are unsafe for a site that others can reach, and warns of what will not work.

Each function is one thing that can be wrong. `wederkerig site` and `werker` do not start on an error;
`manage.py check --deploy` shows warnings too.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register  # noqa: A004  # Django's word

from wederkerig.web.config.omgeving import data_files

_SHORTEST_KEY = 50
_FEWEST_SIGNS = 8


@register(Tags.security)
def data_can_be_kept(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:  # noqa: ANN401  # as Django asks
    """The folder of the data can be written."""
    folder = settings.GEGEVENS
    there = next(each for each in (folder, *folder.parents) if each.exists())
    if there.is_dir() and os.access(there, os.W_OK | os.X_OK):
        return []
    what = f"In de map {folder} (WEDERKERIG_GEGEVENS) kan niet worden geschreven."
    return [Error(what, hint="Maak de map, met schrijfrecht voor wie de site draait.", id="wederkerig.E001")]


@register(Tags.security)
def production_is_safe(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:  # noqa: ANN401  # as Django asks
    """With WEDERKERIG_PRODUCTIE=1 the site does not start on a setting that is unsafe."""
    if not settings.PRODUCTIE:
        return []
    return [*_key(), *_addresses(), *_address(), *_origins(), *_demo()]


@register(Tags.security, deploy=True)
def production_works(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:  # noqa: ANN401  # as Django asks
    """What is safe, but will disappoint."""
    if not settings.PRODUCTIE:
        return []
    return [*_mail(), *_proxy()]


@register(Tags.security, deploy=True)
def data_is_closed_off(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:  # noqa: ANN401  # as Django asks
    """In production nobody else on the computer can read the folder of the data, nor the files in it."""
    if not settings.PRODUCTIE or not settings.GEGEVENS.is_dir():
        return []
    paths = (settings.GEGEVENS, *data_files(settings.GEGEVENS))
    return [
        Warning(
            f"Anderen op deze computer kunnen bij {path}.",
            hint=f"Geef: chmod go= {path}",
            id="wederkerig.W003",
        )
        for path in paths
        if path.stat().st_mode & 0o077
    ]


def _key() -> Iterator[CheckMessage]:
    key = settings.SECRET_KEY
    if len(key) < _SHORTEST_KEY or len(set(key)) < _FEWEST_SIGNS:
        yield Error(
            "WEDERKERIG_SLEUTEL is te kort of te raden.",
            hint=f"Geef een willekeurige tekst van minstens {_SHORTEST_KEY} tekens.",
            id="wederkerig.E002",
        )


def _addresses() -> Iterator[CheckMessage]:
    if not settings.ALLOWED_HOSTS or any(
        name == "*" or name.startswith(".") for name in settings.ALLOWED_HOSTS
    ):
        yield Error(
            "WEDERKERIG_ADRESSEN noemt niet precies op welke adressen de site staat.",
            hint="Geef de namen, gescheiden door komma's: register.voorbeeld.nl",
            id="wederkerig.E003",
        )


def _address() -> Iterator[CheckMessage]:
    if settings.ADRES and not settings.ADRES.startswith("https://"):
        yield Error(
            "WEDERKERIG_ADRES is geen veilig adres.",
            hint="Begin het met https://: https://register.voorbeeld.nl",
            id="wederkerig.E007",
        )


def _origins() -> Iterator[CheckMessage]:
    if any(not origin.startswith("https://") or "*" in origin for origin in settings.CSRF_TRUSTED_ORIGINS):
        yield Error(
            "WEDERKERIG_HERKOMSTEN noemt een adres dat niet veilig is.",
            hint="Begin elk adres met https:// en gebruik geen sterretje: https://register.voorbeeld.nl",
            id="wederkerig.E004",
        )


def _demo() -> Iterator[CheckMessage]:
    if settings.DEMO:
        yield Error(
            "WEDERKERIG_DEMO staat aan: de wachtwoorden van de demo zijn openbaar.",
            hint="Haal WEDERKERIG_DEMO weg.",
            id="wederkerig.E005",
        )


def _mail() -> Iterator[CheckMessage]:
    if settings.EMAIL_BACKEND.endswith("dummy.EmailBackend"):
        yield Warning(
            "WEDERKERIG_MAIL ontbreekt: uitnodigingen en nieuwe wachtwoorden worden niet verstuurd.",
            hint="Noem de mailserver.",
            id="wederkerig.W001",
        )


def _proxy() -> Iterator[CheckMessage]:
    behind_proxy = bool(settings.SECURE_PROXY_SSL_HEADER)
    if settings.SECURE_SSL_REDIRECT and not behind_proxy:
        yield Warning(
            "WEDERKERIG_ACHTER_PROXY staat niet aan, terwijl de site zelf geen https spreekt.",
            hint="Zet een proxy voor de site en WEDERKERIG_ACHTER_PROXY=1; zie docs/beheer.md.",
            id="wederkerig.W002",
        )
