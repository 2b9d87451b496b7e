"""The pages of a PDF as pictures, kept by the browser that asked."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from wederkerig.web.inbrengen.vinden import INZENDING
from wederkerig.web.rechten import Actie, vraagt
from wederkerig.web.register.beeld import page_answer
from wederkerig.web.register.domain.bladzijden import BREEDTES, page_count
from wederkerig.web.register.models import Inzending


@vraagt(Actie.BEKIJK_INZENDING, INZENDING)
@require_safe
def bladzijde(request: HttpRequest, inzending: Inzending, bladzijde: int) -> HttpResponse:
    """A page as PNG; `?breedte=1600` for screens that show more dots."""
    width = BREEDTES[request.GET.get("breedte") == str(BREEDTES[1])]
    tag = f'"{inzending.bestand_id[:32]}-{bladzijde}-{width}"'
    if request.headers.get("If-None-Match") == tag:
        return HttpResponse(status=304, headers={"ETag": tag})
    if not 1 <= bladzijde <= page_count(inzending.pk):
        raise Http404
    answer = page_answer(inzending.bestand_id, bladzijde, width)
    if not answer.has_header("Cache-Control"):
        answer["ETag"], answer["Cache-Control"] = tag, "private, max-age=86400, immutable"
    return answer
