"""The pages of a PDF as pictures, drawn by a process apart and kept by the browser that asked."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from wederkerig.web.inbrengen.vinden import INZENDING
from wederkerig.web.rechten import Actie, vraagt
from wederkerig.web.register.leesproces import LezenError, draw_apart
from wederkerig.web.register.models import Bestand, Inzending

BREEDTES = (900, 1600)


@vraagt(Actie.BEKIJK_INZENDING, INZENDING)
@require_safe
@cache_control(private=True, max_age=86400, immutable=True)
def bladzijde(request: HttpRequest, inzending: Inzending, bladzijde: int) -> HttpResponse:
    """A page as PNG; `?breedte=1600` for screens that show more dots."""
    width = BREEDTES[request.GET.get("breedte") == str(BREEDTES[1])]
    tag = f'"{inzending.bestand_id[:32]}-{bladzijde}-{width}"'
    if request.headers.get("If-None-Match") == tag:
        return HttpResponse(status=304, headers={"ETag": tag})
    png = _drawn(inzending, bladzijde, width)
    return HttpResponse(png, content_type="image/png", headers={"ETag": tag})


def _drawn(inzending: Inzending, page: int, width: int) -> bytes:
    inhoud = bytes(Bestand.objects.get(pk=inzending.bestand_id).inhoud)
    try:
        return draw_apart(inhoud, page, width)
    except LezenError as error:
        raise Http404 from error
