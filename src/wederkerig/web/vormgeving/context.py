"""What every page knows: the site's name and look."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

from django.conf import settings
from django.http import HttpRequest

EIGEN_THEMA = "vormgeving/thema/wederkerig.css"


def site(request: HttpRequest) -> dict[str, Any]:  # as Django calls it
    """The name of the site, the theme that comes over our own, whether this is the demo, and the version."""
    return {
        "site_naam": settings.SITE_NAAM,
        "thema": "" if settings.THEMA == EIGEN_THEMA else settings.THEMA,
        "demo": settings.DEMO,
        "versie": version("wederkerig"),
    }
