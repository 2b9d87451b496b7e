"""Refuses settings that are unsafe for a site that others can reach."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

_SHORTEST_KEY = 50


@register(Tags.security)
def production_is_safe(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:  # noqa: ANN401  # as Django asks
    """With WEDERKERIG_PRODUCTIE=1 the site does not start on a setting that is unsafe."""
    if not settings.PRODUCTIE:
        return []
    found: list[CheckMessage] = []
    if len(settings.SECRET_KEY) < _SHORTEST_KEY:
        found.append(
            Error(
                "WEDERKERIG_SLEUTEL ontbreekt of is te kort.",
                hint="Geef een willekeurige tekst van minstens 50 tekens.",
                id="wederkerig.E001",
            )
        )
    if not settings.ALLOWED_HOSTS or "*" in settings.ALLOWED_HOSTS:
        found.append(
            Error(
                "WEDERKERIG_ADRESSEN noemt niet precies op welke adressen de site staat.",
                hint="Geef de adressen, gescheiden door komma's: register.voorbeeld.nl",
                id="wederkerig.E002",
            )
        )
    if settings.DEMO:
        found.append(
            Error(
                "WEDERKERIG_DEMO staat aan: de wachtwoorden van de demo zijn openbaar.",
                hint="Haal WEDERKERIG_DEMO weg.",
                id="wederkerig.E003",
            )
        )
    return found
