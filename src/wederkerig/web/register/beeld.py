"""A page of a document as an answer: its picture, a word that it cannot be shown, or to come back later."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from wederkerig.web.register.domain.bladzijden import SECONDEN, DrukError, picture

_PLACEHOLDER = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 595 842" width="595" height="842">'
    '<rect width="595" height="842" fill="#fff"/>'
    '<text x="297" y="400" text-anchor="middle" font-family="sans-serif" font-size="20" fill="#333">{}</text>'
    "</svg>"
)


def page_answer(bestand: str, nummer: int, breedte: int) -> HttpResponse:
    """The answer, without a word on how long it may be kept where it is the picture itself."""
    try:
        png = picture(bestand, nummer, breedte)
    except DrukError:
        return HttpResponse(
            _("Het is even druk. Probeer het zo nog eens."),
            status=503,
            content_type="text/plain; charset=utf-8",
            headers={"Retry-After": str(SECONDEN), "Cache-Control": "no-store"},
        )
    if png is not None:
        return HttpResponse(png, content_type="image/png")
    words = _("Bladzijde %(nummer)d kan niet worden getoond.") % {"nummer": nummer}
    return HttpResponse(
        format_html(_PLACEHOLDER, words),
        content_type="image/svg+xml",
        headers={"Cache-Control": "no-cache"},
    )
