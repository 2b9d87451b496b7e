"""What somebody hears who is not logged in (any more): where to do that, and where to go on afterwards."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

_SAFE = frozenset({"GET", "HEAD"})


def ask_to_log_in(request: HttpRequest) -> HttpResponse:
    """Send somebody to log in; a part of a page is only told so, as no page of its own fits in there."""
    if is_partial(request):
        return as_words(_("U bent niet meer ingelogd. Log opnieuw in."), status=401)
    return redirect_to_login(_afterwards(request))


def is_partial(request: HttpRequest) -> bool:
    """Whether a page asks for a part of itself, not a browser for a page."""
    return request.headers.get("HX-Request") == "true"


def as_words(text: str, *, status: int) -> HttpResponse:
    """An answer of words alone."""
    return HttpResponse(text, status=status, content_type="text/plain; charset=utf-8")


def _afterwards(request: HttpRequest) -> str:
    """The page that was asked for; where something was sent, the page with the form that it was sent from."""
    if request.method in _SAFE:
        return request.get_full_path()
    came_from = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(
        came_from, {request.get_host()}, require_https=request.is_secure()
    ):
        return reverse("werk")
    where = urlsplit(came_from)
    return where._replace(scheme="", netloc="", fragment="").geturl() or reverse("werk")
