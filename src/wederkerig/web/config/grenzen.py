"""Limits for what comes in, before anything reads it, and for who may keep what goes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import render
from django.urls import Resolver404, resolve

from wederkerig.web.vormgeving.views import bad_request

Answer = Callable[[HttpRequest], HttpResponseBase]
_NUL = "\0"


class GeenBestand(FileUploadHandler):
    """Throws away every file; a view that takes files sets handlers of its own."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # as Django calls it
        """Keep nothing of it."""
        raise SkipFile

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Nothing comes here."""

    def file_complete(self, file_size: int) -> None:
        """There is no file."""


class Grenzen:
    """Refuses what is too large for a form, and signs that no database can keep.

    A body without a length is refused too: what does not say how long it is may go on for ever.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Refuse, or pass on."""
        if request.headers.get("Transfer-Encoding"):
            return HttpResponse(status=411)
        if _length(request) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE and not _takes_files(request):
            return render(request, "400.html", {"code": 413}, status=413)
        if _has_nul([request.path_info], request.GET.keys(), *_values(request.GET), request.COOKIES.values()):
            return bad_request(request)
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., Any],
        args: Any,  # noqa: ANN401  # as Django calls it
        kwargs: Any,  # noqa: ANN401  # as Django calls it
    ) -> HttpResponseBase | None:
        """Look at the form itself, except where a view receives it in its own way."""
        if request.method != "POST" or getattr(view, "neemt_bestanden", False):
            return None
        if _has_nul(request.POST.keys(), *_values(request.POST)):
            return bad_request(request)
        return None


class NietBewaren:
    """A page of somebody who is logged in is kept by no browser or proxy, unless a view said how."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass on, and say so."""
        response = self.get_response(request)
        if not response.has_header("Cache-Control") and _is_private(request):
            response["Cache-Control"] = "private, no-store"
        return response


def _is_private(request: HttpRequest) -> bool:
    """Whether this is no public page, or shows who is there; asks the database nothing that was not asked."""
    match = request.resolver_match
    if match is not None and not getattr(match.func, "openbaar", False):
        return True
    return request.session.accessed and request.user.is_authenticated


def _takes_files(request: HttpRequest) -> bool:
    try:
        view = resolve(request.path_info).func
    except Resolver404:
        return False
    return getattr(view, "neemt_bestanden", False)


def _length(request: HttpRequest) -> int:
    length = request.META.get("CONTENT_LENGTH") or "0"
    return int(length) if length.isdecimal() else 0


def _values(form: QueryDict) -> Iterator[list[str]]:
    return (values for _, values in form.lists())


def _has_nul(*groups: Iterable[str]) -> bool:
    return any(_NUL in each for group in groups for each in group)
