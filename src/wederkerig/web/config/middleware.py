"""Round every request: a line in the log, and a page where an address answers a form alone."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable

import structlog
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed

from wederkerig.web.rechten.inloggen import is_partial
from wederkerig.web.vormgeving.views import method_not_allowed

log = structlog.get_logger("wederkerig.verzoek")


class RequestLog:
    """Logs the name of the view, not the address: addresses hold names and search words."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request and log how that went."""
        number = uuid.uuid4().hex[:12]
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(verzoek=number)
        started = time.perf_counter()
        response = self.get_response(request)
        match = request.resolver_match
        log.info(
            "beantwoord",
            weergave=match.view_name if match else None,
            methode=request.method,
            code=response.status_code,
            ms=round((time.perf_counter() - started) * 1000),
        )
        response["X-Verzoek"] = number
        return response


class AnderePagina:
    """Somebody who opens an address that only takes forms reads where to go on; Django answers nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass on, and put a page in the place of an answer without one."""
        response = self.get_response(request)
        if not isinstance(response, HttpResponseNotAllowed) or is_partial(request):
            return response
        page = method_not_allowed(request)
        page["Allow"] = response["Allow"]
        return page
