"""The platform's own pages (Django's admin): for its operator only, and every change is an event."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Model, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from wederkerig.web.accounts.models import Gebruiker, Organisatie
from wederkerig.web.accounts.sessies import just_proved
from wederkerig.web.rechten import Actie, mag
from wederkerig.web.register.domain import gebeurtenissen


class PlatformSite(admin.AdminSite):
    """Django's admin without its own log-in: one way in, with a second factor (rechten/middleware.py)."""

    site_header = site_title = _("Platform beheren")
    index_title = _("Overzicht")
    site_url = "/"

    def has_permission(self, request: HttpRequest) -> bool:
        """The operator."""
        return mag(request.user, Actie.BEHEER_PLATFORM)

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:  # noqa: ANN401, FBT001, FBT002  # as Django declares it
        """Change something only just after proving who one is; an open computer is not enough."""
        return super().admin_view(just_proved(view), cacheable)

    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponseBase:  # type: ignore[override]  # noqa: ANN401  # as Django declares it
        """Log in where everybody does."""
        if not isinstance(request.user, Gebruiker):
            return redirect_to_login(request.GET.get("next") or request.path)
        if not self.has_permission(request):
            raise PermissionDenied
        return redirect("admin:index")

    def password_change(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:  # type: ignore[override]  # noqa: ANN401  # as Django declares it
        """Change it where everybody does."""
        return redirect("account_change_password")

    def password_change_done(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:  # type: ignore[override]  # noqa: ANN401  # as Django declares it
        """As above."""
        return redirect("account_change_password")


platform = PlatformSite(name="admin")


class Recorded(admin.ModelAdmin):  # type: ignore[type-arg]  # of any model
    """Rows that the operator may see; what is added, changed or taken away is recorded."""

    actions_on_bottom = False
    mag_toevoegen = mag_wijzigen = mag_verwijderen = False

    def has_module_permission(self, request: HttpRequest) -> bool:
        """The operator sees every kind of row that is registered."""
        return platform.has_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ANN401  # Django's own
        """As above."""
        return platform.has_permission(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """As the class says."""
        return self.mag_toevoegen and platform.has_permission(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ANN401  # Django's own
        """As the class says."""
        return self.mag_wijzigen and platform.has_permission(request)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ANN401  # Django's own
        """As the class says."""
        return self.mag_verwijderen and platform.has_permission(request)

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """A list is narrowed by what its page offers; anything else could be guessed by the answers."""
        offered = {str(each) for each in self.list_filter} | {self.date_hierarchy}
        return lookup.partition("__")[0] in offered

    def save_model(self, request: HttpRequest, obj: Model, form: ModelForm[Any], change: bool) -> None:  # noqa: FBT001  # as Django declares it
        """Save the row and record what it was and became; Django holds a transaction around both."""
        super().save_model(request, obj, form, change)
        fields = form.changed_data
        was = {field: _plain(form.initial.get(field)) for field in fields} if change else None
        werd = {field: _plain(getattr(obj, field)) for field in fields}
        if fields or not change:
            self._record("platform gewijzigd" if change else "platform gemaakt", request, obj, was, werd)

    def delete_model(self, request: HttpRequest, obj: Model) -> None:
        """Record first: afterwards the row has no number."""
        self._record("platform verwijderd", request, obj, {"rij": str(obj)}, None)
        super().delete_model(request, obj)

    @transaction.atomic  # Django holds one for a single row, not for those chosen in a list
    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """One by one, so that each is recorded."""
        for obj in queryset:
            self.delete_model(request, obj)

    def organisatie_of(self, obj: Any) -> Organisatie | None:  # noqa: ANN401  # a row of any kind
        """The organisation that sees the event in its own logbook."""
        return getattr(obj, "organisatie", None)

    def _record(self, soort: str, request: HttpRequest, obj: Model, was: Any, werd: Any) -> None:  # noqa: ANN401  # JSON
        gebeurtenissen.platform_gewijzigd(
            soort, obj, operator(request), was=was, werd=werd, organisatie=self.organisatie_of(obj)
        )


def operator(request: HttpRequest) -> Gebruiker:
    """Who is at work here."""
    if not isinstance(request.user, Gebruiker):
        raise PermissionDenied
    return request.user


def _plain(value: Any) -> Any:  # noqa: ANN401  # JSON
    return value if isinstance(value, str | int | bool | list | None) else str(value)
