"""Pages for what went wrong (what, and what one can do), and the page that shows all blocks."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from wederkerig.web.rechten import openbaar
from wederkerig.web.rechten.inloggen import as_words, is_partial
from wederkerig.web.vormgeving.context import site
from wederkerig.web.vormgeving.voorbeeld import voorbeeld


@openbaar
def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400."""
    return render(request, "400.html", status=400)


@openbaar
def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403."""
    return render(request, "403.html", status=403)


@openbaar
def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404."""
    return render(request, "404.html", status=404)


@openbaar
def method_not_allowed(request: HttpRequest) -> HttpResponse:
    """405: an address that takes a form was opened as a page."""
    return render(request, "405.html", status=405)


@openbaar
def server_error(request: HttpRequest) -> HttpResponse:
    """500: nothing on this page needs the database or what a page knows of its visitor."""
    return HttpResponse(render_to_string("500.html", site(request)), status=500)


@openbaar
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that did not come from our own page, or was open for too long."""
    if is_partial(request):
        return as_words(_("Deze bladzijde stond te lang open. Laad haar opnieuw."), status=403)
    return render(request, "403_csrf.html", status=403)


@openbaar
def stijlgids(request: HttpRequest) -> HttpResponse:
    """All blocks on one page, for who makes pages; only in the demo and while developing."""
    if not (settings.DEBUG or settings.DEMO):
        raise Http404
    return render(request, "vormgeving/stijlgids.html", voorbeeld())
