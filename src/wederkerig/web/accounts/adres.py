"""Links for mail: from the address of the site as it was set, and not from what a visitor says it is."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest


def link_to(request: HttpRequest, path: str) -> str:
    """A link to a path of this site, or to that of a whole address; without a setting from the request."""
    parts = urlsplit(path)
    local = parts._replace(scheme="", netloc="").geturl()
    return f"{settings.ADRES}{local}" if settings.ADRES else str(request.build_absolute_uri(local))
