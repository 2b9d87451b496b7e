"""Receives uploaded files on the way in: what is too much is thrown away while it comes, not kept first.

The rest of a body that is too large is read and thrown away, so that the browser hears what was wrong
instead of a broken connection; of a body that is out of all proportion nothing is read.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.core.files.uploadhandler import FileUploadHandler, SkipFile, TemporaryFileUploadHandler
from django.http import HttpRequest, HttpResponseBase, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

View = Callable[..., HttpResponseBase]

MEESTE_BESTANDEN = 10
_FORM = 1_000_000  # what a form may hold beside its files, in bytes


class OntvangstError(Exception):
    """Nothing was received; the message says why."""


class Grens(FileUploadHandler):
    """Throws away files that are too large, and files after the last that is taken."""

    def __init__(self, request: HttpRequest, meeste: int, grootste: int) -> None:
        super().__init__(request)
        self.meeste = meeste
        self.grootste = grootste
        self.te_groot: list[str] = []
        self.te_veel: list[str] = []
        self._count = 0
        self._size = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # as Django calls it
        """Count the file."""
        super().new_file(*args, **kwargs)
        self._count += 1
        self._size = 0
        if self._count > self.meeste:
            self.te_veel.append(self.file_name or "")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:  # as Django calls it
        """Pass on, unless the file has become too large or is one too many.

        Skipping closes the file that the next handler is at, so that one has to be this file.
        """
        if self._count > self.meeste:
            raise SkipFile
        self._size += len(raw_data)
        if self._size > self.grootste:
            self.te_groot.append(self.file_name or "")
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """The handler behind this one keeps the file."""


def neemt_bestanden(view: View) -> View:
    """Mark a view that takes files, by `receive`; others get no large body (config/grenzen.py)."""
    view.neemt_bestanden = True  # type: ignore[attr-defined]  # the mark
    return view


def receive(request: HttpRequest, *, meeste: int = MEESTE_BESTANDEN, grootste: int | None = None) -> Grens:
    """Take in the form and its files. Raises OntvangstError where nothing can be made of it.

    meeste: how many files are taken; grootste: how large one may be, in bytes; without it as a document may.
    """
    largest = settings.GROOTSTE_BESTAND if grootste is None else grootste
    grens = Grens(request, meeste, largest)
    request.upload_handlers = [grens, TemporaryFileUploadHandler(request)]
    if _length(request) > largest_body(meeste, largest):
        raise OntvangstError(too_much(meeste, largest))
    try:
        request.POST  # noqa: B018  # reads the body
    except (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent) as error:
        raise OntvangstError(too_much(meeste, largest)) from error
    except (MultiPartParserError, UnreadablePostError) as error:
        raise OntvangstError(_("Het bestand kwam niet heel aan. Probeer het nog een keer.")) from error
    return grens


def _length(request: HttpRequest) -> int:
    length = request.META.get("CONTENT_LENGTH") or "0"
    return int(length) if length.isdecimal() else 0


def largest_body(meeste: int = MEESTE_BESTANDEN, grootste: int | None = None) -> int:
    """More than this is not even read."""
    return int(settings.GROOTSTE_BESTAND if grootste is None else grootste) * meeste + _FORM


def megabytes(grootste: int | None = None) -> int:
    """The largest file, in MB."""
    return int(settings.GROOTSTE_BESTAND if grootste is None else grootste) // 1_000_000


def too_much(meeste: int = MEESTE_BESTANDEN, grootste: int | None = None) -> str:
    """That it was too much, and what does fit."""
    return ngettext(
        "Dit is te veel in één keer. Kies hoogstens %(aantal)s bestand van hoogstens %(mb)s MB.",
        "Dit is te veel in één keer. Kies hoogstens %(aantal)s bestanden van hoogstens %(mb)s MB elk.",
        meeste,
    ) % {"aantal": meeste, "mb": megabytes(grootste)}
