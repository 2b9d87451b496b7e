"""Logs as events with names, one JSON object a line; never an address, a name or what somebody typed.

Our own lines are made so. What Django and others log is not: their warnings quote the address that was asked
for, and an exception quotes what it stumbled on (a database names the value that was there already). Of such
a line its kind, its status and where in the code it came from are kept, and no words.
"""

from __future__ import annotations

import logging
import sys
import traceback
from types import TracebackType
from typing import Any

import structlog
from structlog.typing import EventDict

# What these log is known by where it comes from.
_NAMED = {
    "django.request": "verzoek mislukt",
    "django.security": "verzoek geweigerd",
    "django_tasks": "taak",
    "gunicorn.error": "server",
}


def logging_settings(level: str) -> dict[str, Any]:
    """What Django is to log, and how."""
    steps: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*steps, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    # a line that cannot be written would be printed with everything that is in it
    logging.raiseExceptions = False
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "json": {
                "()": structlog.stdlib.ProcessorFormatter,
                "processors": [
                    only_kind_of_others,
                    only_place_of_error,
                    structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                    structlog.processors.JSONRenderer(default=_as_text),
                ],
                "foreign_pre_chain": steps,
            }
        },
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
        "root": {"handlers": ["console"], "level": level},
        "loggers": {
            # Django's own handlers would print the same again, with everything in it
            "django": {"handlers": [], "level": level},
            # the lines of our own middleware say the same without the query
            "django.server": {"handlers": [], "propagate": False},
            "django.request": {"level": "ERROR"},
            # makers of PDF tell every step they take
            "weasyprint": {"level": "WARNING"},
            "weasyprint.progress": {"level": "WARNING"},
            "fontTools": {"level": "WARNING"},
        },
    }


def only_kind_of_others(logger: Any, method: str, event: EventDict) -> EventDict:  # noqa: ANN401  # as structlog asks
    """Of a warning or an error that is not ours, keep what kind it is and its status."""
    record: logging.LogRecord | None = event.get("_record")
    if record is None or event.get("_from_structlog") or record.levelno < logging.WARNING:
        return event
    kind = (known for name, known in _NAMED.items() if f"{record.name}.".startswith(f"{name}."))
    event["event"] = next(kind, "melding")
    event["plek"] = f"{record.module}.{record.funcName}"
    if isinstance(code := getattr(record, "status_code", None), int):
        event["code"] = code
    return event


def only_place_of_error(logger: Any, method: str, event: EventDict) -> EventDict:  # noqa: ANN401  # as structlog asks
    """Of an exception, keep its class and the lines of code it came through."""
    error = event.pop("exc_info", None)
    if error is True:
        error = sys.exc_info()
    record: logging.LogRecord | None = event.get("_record")
    if not isinstance(error, tuple) and record is not None:
        error = record.exc_info
    # the formatter would add the text of the exception by itself
    if record is not None:
        record.exc_info = record.exc_text = None
    if isinstance(error, tuple) and error[0] is not None:
        event["fout"] = f"{error[0].__module__}.{error[0].__qualname__}"
        event["regels"] = _lines(error[2])
    return event


def _lines(of: TracebackType | None) -> list[str]:
    frames = traceback.extract_tb(of)
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]


def _as_text(value: object) -> str:
    """What is no JSON is told by its class: its text may hold anything."""
    return type(value).__name__
