"""Whether the site lives, and whether it can do its work: for the programs that watch over it."""

from __future__ import annotations

from time import monotonic

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from wederkerig.web.rechten import openbaar

_KEPT = 5  # seconds
_current_until = 0.0


@openbaar
@require_safe
@never_cache
def gezond(request: HttpRequest) -> HttpResponse:
    """Answer as long as the process lives; touches nothing."""
    return HttpResponse("goed\n", content_type="text/plain")


@openbaar
@require_safe
@never_cache
def gereed(request: HttpRequest) -> HttpResponse:
    """Whether the database answers and is of this version; 503 where it is not."""
    try:
        current = _is_current_lately()
    except DatabaseError:
        return JsonResponse({"database": "geen antwoord"}, status=503)
    return JsonResponse({"database": "goed" if current else "loopt achter"}, status=200 if current else 503)


def _is_current_lately() -> bool:
    """The same, kept for a few seconds once it is so: anybody may ask, and looking takes a while."""
    global _current_until  # noqa: PLW0603  # one for the process
    if monotonic() < _current_until:
        connection.ensure_connection()
        return True
    current = is_current()
    _current_until = monotonic() + _KEPT if current else 0
    return current


def is_current() -> bool:
    """Whether the database has all tables of this version, as they are now."""
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())
