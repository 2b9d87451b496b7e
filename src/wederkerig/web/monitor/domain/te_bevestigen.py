"""Which norms still wait until a party says whether they were read right, for the desk of who may say so."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Prefetch, Q

from wederkerig.web.accounts.opvolging import heirs
from wederkerig.web.monitor.domain.normen import norms_of
from wederkerig.web.monitor.domain.voorstellen import prime
from wederkerig.web.monitor.models import Bevestiging
from wederkerig.web.register.models import Overeenkomst


def norms_to_confirm(organisaties: Collection[int], *, op: date) -> list[tuple[Overeenkomst, int]]:
    """Agreements of these organisations that hold on a day, with how many norms nobody confirmed.

    Those without such norms are left out. As many queries for one of agreements as for more.
    """
    if not organisaties:
        return []
    ours = {*organisaties, *(pk for pk, now in heirs().items() if now in organisaties)}
    rows = list(
        Overeenkomst.objects.filter(Q(tot=None) | Q(tot__gte=op), partijen__organisatie__in=ours)
        .distinct()
        .order_by("titel", "pk")
        .prefetch_related(Prefetch("bevestigingen", Bevestiging.objects.order_by("pk")))
    )
    prime(rows)
    counted = [(each, sum(norm.is_onbevestigd for norm in norms_of(each))) for each in rows]
    return [(each, number) for each, number in counted if number]
