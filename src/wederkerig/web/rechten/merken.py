"""The marks on views: public, or which right it takes to what. A view without a mark is refused."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, NamedTuple, Protocol

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponseBase

from wederkerig.web.accounts.models import Gebruiker
from wederkerig.web.rechten.inloggen import ask_to_log_in
from wederkerig.web.rechten.oordeel import mag, mag_ooit
from wederkerig.web.rechten.tabel import Actie

View = Callable[..., HttpResponseBase]
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class Wat(NamedTuple):
    """What a view is about: the name of its argument, how to find the thing by what the address says.

    zien: the right to know that the thing exists; without it the answer is that there is no such page.
    """

    argument: str
    find: Callable[[Any], Model]
    zien: Actie | None = None


class Marked(Protocol):
    """A view that says who may see it."""

    actie: Actie | None
    openbaar: bool


def openbaar(view: View) -> View:
    """Mark a view that everybody may see."""
    view.openbaar = True  # type: ignore[attr-defined]  # the mark
    view.actie = None  # type: ignore[attr-defined]  # the mark
    return view


def vraagt(actie: Actie, wat: Wat | None = None, *, post: Actie | None = None) -> Callable[[View], View]:
    """Mark a view that takes a right; the view gets the thing itself instead of what the address says.

    post: the right it takes besides to change something. Only the role counts there: where the phase of the
    thing is over, the view says so itself, to who was just too late.
    """

    def mark(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401  # the view's own
            if not isinstance(request.user, Gebruiker):
                return ask_to_log_in(request)
            thing = wat.find(kwargs[wat.argument]) if wat else None
            if not mag(request.user, actie, thing):
                raise _refusal(request.user, wat, thing)
            if post and request.method not in _SAFE and not mag_ooit(request.user, post, thing):
                raise PermissionDenied
            request.toegelaten = True  # type: ignore[attr-defined]  # what the view says from here on is its own
            if wat:
                kwargs[wat.argument] = thing
            return view(request, *args, **kwargs)

        guarded.openbaar = False  # type: ignore[attr-defined]  # the mark
        guarded.actie = actie  # type: ignore[attr-defined]  # the mark
        guarded.post = post  # type: ignore[attr-defined]  # the mark
        guarded.wat = wat  # type: ignore[attr-defined]  # the mark
        return guarded

    return mark


def _refusal(gebruiker: Gebruiker, wat: Wat | None, thing: Model | None) -> Exception:
    """Who may not even know of a thing hears that it is not there."""
    if wat and wat.zien and not mag(gebruiker, wat.zien, thing):
        return Http404()
    return PermissionDenied()
