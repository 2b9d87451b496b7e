"""What every page knows: the site's name and look."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, Any]:  # as Django calls it
    """The name of the site, its theme, and whether this is the demo."""
    return {"site_naam": settings.SITE_NAAM, "thema": settings.THEMA, "demo": settings.DEMO}
