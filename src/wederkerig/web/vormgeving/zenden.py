"""How a file is sent: to be saved under a harmless name, kept by the browser as long as it is the same."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.http import content_disposition_header, parse_etags, quote_etag

_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\\/:*?\"<>|]+")
_LONGEST = 150


def safe_name(name: str) -> str:
    """A name for a file: no folders, no control signs, nothing that turns the direction of writing."""
    plain = _UNSAFE.sub("-", name).strip(" .-")
    stem, dot, end = plain.rpartition(".")
    return f"{stem[:_LONGEST]}{dot}{end[:10]}" if stem else plain[:_LONGEST] or "bestand"


def as_download(
    request: HttpRequest, content: Callable[[], bytes], *, name: str, kind: str, key: str
) -> HttpResponse:
    """A file to save. key: stands for what is in it; content: gives it where the browser has it not yet."""
    response = _answer(request, content, kind, key)
    if disposition := content_disposition_header(as_attachment=True, filename=safe_name(name)):
        response["Content-Disposition"] = disposition
    response["Cache-Control"] = "public, no-cache"
    return response


def as_private_download(content: bytes, *, name: str, kind: str) -> HttpResponse:
    """A file to save that is somebody's own: kept nowhere on the way, and never opened inside the site."""
    response = HttpResponse(content, content_type=kind)
    if disposition := content_disposition_header(as_attachment=True, filename=safe_name(name)):
        response["Content-Disposition"] = disposition
    response["Cache-Control"] = "private, no-store"
    return _harmless(response)


def as_image(request: HttpRequest, answer: Callable[[], HttpResponse], *, key: str) -> HttpResponse:
    """The image of a page; the file behind it never changes. What says itself how it is kept, stays so."""
    etag = quote_etag(key)
    known = etag in parse_etags(request.headers.get("If-None-Match", ""))
    response = HttpResponseNotModified() if known else answer()
    if not response.has_header("Cache-Control"):
        response["ETag"], response["Cache-Control"] = etag, "public, max-age=86400"
    return _harmless(response)


def _answer(request: HttpRequest, content: Callable[[], bytes], kind: str, key: str) -> HttpResponse:
    etag = quote_etag(key)
    known = parse_etags(request.headers.get("If-None-Match", ""))
    response: HttpResponse = (
        HttpResponseNotModified() if etag in known else HttpResponse(content(), content_type=kind)
    )
    response["ETag"] = etag
    return _harmless(response)


def _harmless(response: HttpResponse) -> HttpResponse:
    response["X-Content-Type-Options"] = "nosniff"
    # whatever is in the file, it never acts as a page of this site
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
