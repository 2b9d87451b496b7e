"""The day on which a page is read: today, or the one that ?op= asks for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from wederkerig.consolidation import GeschiedenisError

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class DagError(Exception):
    """A day that cannot be read, with what to do about it. eerste: the first day on which it can."""

    def __init__(self, uitleg: str, raad: str, *, status: int = 400, eerste: date | None = None) -> None:
        super().__init__(uitleg)
        self.uitleg, self.raad, self.status, self.eerste = uitleg, raad, status, eerste


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, and whether a page was asked for it; `vandaag` is the day on which it is asked."""

    dag: date
    vandaag: date
    gevraagd: bool

    @property
    def is_nu(self) -> bool:
        """Whether this is today."""
        return self.dag == self.vandaag

    @property
    def vraag(self) -> str:
        """What links have to ask to stay on this day."""
        return f"?op={self.dag.isoformat()}" if self.gevraagd and not self.is_nu else ""


def moment_of(request: HttpRequest, name: str = "op") -> Moment:
    """The day that was asked for, or today. Raises DagError where it is no day."""
    today, said = timezone.localdate(), request.GET.get(name, "").strip()
    return Moment(day_of(said), today, gevraagd=True) if said else Moment(today, today, gevraagd=False)


def day_of(said: str) -> date:
    """The day in figures, as a date field gives it. Raises DagError where it is none."""
    try:
        if _DAY.fullmatch(said):
            return date.fromisoformat(said)
    except ValueError:
        pass
    raise DagError(
        _("‘%(dag)s’ is geen datum.") % {"dag": said[:40]},
        _("Kies een dag in de kalender, of schrijf de datum als jaar-maand-dag: 2026-03-31."),
    )


def reads_on_a_day(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponseBase]:
    """Answer a day that cannot be read with a page that says so."""

    @wraps(view)
    def reading(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401  # the view's own
        try:
            return view(request, *args, **kwargs)
        except DagError as error:
            return render(request, "portaal/geen_dag.html", {"fout": error}, status=error.status)
        except GeschiedenisError as error:
            told = DagError(error.what, error.advice, status=404)
            return render(request, "portaal/geen_dag.html", {"fout": told}, status=404)

    return reading
