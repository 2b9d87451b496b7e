"""One line in the log for each request: what was asked for by name, how it ended, how long it took."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable

import structlog
from django.http import HttpRequest, HttpResponse

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
