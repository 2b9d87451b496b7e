"""What the operator sees of the register: municipalities, what happened; never what parties have in hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from wederkerig.web.accounts.platform import Recorded, platform
from wederkerig.web.register.models import Gebeurtenis, Gemeente

_OF_ACCOUNTS = ("organisatie", "gebruiker", "lidmaatschap", "uitnodiging", "gemeente")


@admin.register(Gemeente, site=platform)
class GemeenteAdmin(Recorded):
    """Municipalities; their address stays once it is in use."""

    mag_toevoegen = mag_wijzigen = True
    list_display = ("naam", "slug")
    search_fields = ("naam",)
    fields = ("naam", "slug")
    prepopulated_fields: ClassVar[dict[str, Sequence[str]]] = {"slug": ["naam"]}

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:  # noqa: ANN401  # Django's own
        """The address of what is there."""
        return ("slug",) if obj else ()

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, Any]:  # noqa: ANN401  # Django's own
        """Only for what is new."""
        return {} if obj else self.prepopulated_fields


@admin.register(Gebeurtenis, site=platform)
class GebeurtenisAdmin(Recorded):
    """What happened to accounts and to agreements that are adopted; a party's work before that is its own."""

    list_display = ("op", "soort", "naam", "door", "namens")
    list_filter = ("soort", "over")
    search_fields = ("naam", "door", "namens")
    date_hierarchy = "op"
    fields = ("op", "soort", "naam", "door", "namens", "over", "over_id", "was", "werd")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Gebeurtenis]:
        """Without what happens to documents that are not adopted."""
        rows: QuerySet[Gebeurtenis] = super().get_queryset(request)
        return rows.filter(Q(over__in=_OF_ACCOUNTS) | Q(overeenkomst_id__isnull=False))
