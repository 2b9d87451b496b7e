"""Pages that hold no agreements: what this site is, and what programs ask of it."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from wederkerig.web.rechten import openbaar
from wederkerig.web.register.models import Gemeente, Overeenkomst


@openbaar
@require_safe
def over(request: HttpRequest) -> HttpResponse:
    """What this site is and how it works."""
    return render(request, "portaal/over.html")


@openbaar
@require_safe
def toegankelijkheid(request: HttpRequest) -> HttpResponse:
    """How accessible it is."""
    return render(request, "portaal/toegankelijkheid.html")


@openbaar
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """Which personal data it holds."""
    return render(request, "portaal/privacy.html")


@openbaar
@require_safe
@cache_control(public=True, max_age=86400)
def robots(request: HttpRequest) -> HttpResponse:
    """What search engines may read: the public pages, but no files that have to be made for them."""
    lines = [
        "User-agent: *",
        "Disallow: /werk/",
        "Disallow: /account/",
        "Disallow: /platform/",
        "Disallow: /*/downloads/",
        "Disallow: /*/bron/",
        "Disallow: /*?",
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
    ]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")


@openbaar
@require_safe
@cache_control(public=True, max_age=86400)
def security(request: HttpRequest) -> HttpResponse:
    """Where to report something unsafe (RFC 9116)."""
    expires = (timezone.now() + timedelta(days=180)).replace(hour=0, minute=0, second=0, microsecond=0)
    lines = [
        f"Contact: mailto:{settings.DEFAULT_FROM_EMAIL}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: nl, en",
        f"Canonical: {request.build_absolute_uri(reverse('security'))}",
    ]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")


@openbaar
@require_safe
@cache_control(public=True, max_age=3600)
def sitemap(request: HttpRequest) -> HttpResponse:
    """The addresses of the municipalities and their agreements."""
    places = Gemeente.objects.filter(overeenkomsten__isnull=False).distinct().values_list("slug", flat=True)
    names = Overeenkomst.objects.order_by("pk").values_list("slug", flat=True)
    paths = [
        reverse("portaal"),
        *(reverse("gemeente", args=[each]) for each in places),
        *(reverse(view, args=[each]) for each in names for view in ("overeenkomst", "document", "versies")),
    ]
    context = {"adressen": [request.build_absolute_uri(path) for path in paths]}
    return render(request, "portaal/sitemap.xml", context, content_type="application/xml")
