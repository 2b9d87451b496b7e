"""People and organisations as the operator of the platform manages them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from allauth.mfa.models import Authenticator
from django import forms
from django.contrib import admin, messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wederkerig.web.accounts.domain.fusie import merge, why_not
from wederkerig.web.accounts.domain.uitnodigen import invite, why_not_invite
from wederkerig.web.accounts.forms import RollenField
from wederkerig.web.accounts.models import Gebruiker, Lidmaatschap, Organisatie, Uitnodiging
from wederkerig.web.accounts.platform import Recorded, operator, platform
from wederkerig.web.accounts.post import mail_invitation
from wederkerig.web.register.domain import gebeurtenissen


class LidmaatschapInline(admin.TabularInline):  # type: ignore[type-arg]  # Django's generics are for checkers only
    """For whom somebody works; changed in its own list."""

    model = Lidmaatschap
    fields = readonly_fields = ("organisatie", "rol", "sinds")
    extra = 0
    can_delete = False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ANN401  # Django's own
        """The operator."""
        return platform.has_permission(request)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ANN401  # Django's own
        """Not here."""
        return False


@admin.register(Gebruiker, site=platform)
class GebruikerAdmin(Recorded):
    """People: made by invitation, never removed (their name stands in the logbook), but closed."""

    mag_wijzigen = True
    list_display = ("naam", "email", "is_active", "is_staff", "sinds")
    list_filter = ("is_active", "is_staff")
    search_fields = ("naam", "email")
    fields = ("naam", "email", "is_active", "is_staff", "sinds")
    readonly_fields = ("email", "sinds")
    inlines = (LidmaatschapInline,)
    actions = ("wis_tweede_bewijs",)

    @admin.action(description=gettext_lazy("Tweede stap wissen (telefoon of sleutel kwijt)"))
    def wis_tweede_bewijs(self, request: HttpRequest, queryset: QuerySet[Gebruiker]) -> HttpResponse | None:
        """Take away the second factor of who lost it; all their sessions end."""
        if "bevestigd" not in request.POST:
            context = platform.each_context(request) | {
                "title": _("Tweede stap wissen"),
                "mensen": queryset,
                "actie": "wis_tweede_bewijs",
            }
            return render(request, "accounts/platform/wis_tweede_bewijs.html", context)
        for gebruiker in queryset:
            _forget_second_factor(gebruiker, operator(request))
        self.message_user(request, _("De tweede stap is gewist."), messages.SUCCESS)
        return None


@transaction.atomic
def _forget_second_factor(gebruiker: Gebruiker, door: Gebruiker) -> None:
    Authenticator.objects.filter(user=gebruiker).delete()
    gebruiker.tweede_factor = None
    gebruiker.set_password(None)
    gebruiker.save(update_fields=["tweede_factor", "password"])
    gebeurtenissen.platform_gewijzigd("tweede bewijs gewist", gebruiker, door)


class FusieForm(forms.Form):
    """In which organisation another goes up, and since when."""

    opvolger = forms.ModelChoiceField(
        Organisatie.objects.filter(opvolger=None), label=gettext_lazy("Gaat op in")
    )
    dag = forms.DateField(label=gettext_lazy("Op"), initial=timezone.localdate)

    def __init__(self, *args: Any, voorganger: Organisatie, **kwargs: Any) -> None:  # noqa: ANN401  # Django's own
        super().__init__(*args, **kwargs)
        self.voorganger = voorganger

    def clean(self) -> dict[str, Any]:
        """Refuse what cannot be, and say why."""
        data = super().clean() or {}
        if not self.errors and (reason := why_not(self.voorganger, data["opvolger"], data["dag"])):
            raise forms.ValidationError(reason)
        return data


@admin.register(Organisatie, site=platform)
class OrganisatieAdmin(Recorded):
    """Organisations; never removed, as what they agreed stays theirs."""

    mag_toevoegen = mag_wijzigen = True
    list_display = ("naam", "soort", "identificatie", "opvolger", "opgegaan_op")
    list_filter = ("soort",)
    list_select_related = ("opvolger",)
    search_fields = ("naam", "identificatie")
    fields = ("naam", "slug", "soort", "identificatie", "opvolger", "opgegaan_op")
    prepopulated_fields: ClassVar[dict[str, Sequence[str]]] = {"slug": ["naam"]}
    actions = ("fusie",)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:  # noqa: ANN401  # Django's own
        """An address that is in use stays; a merger has its own page."""
        return ("opvolger", "opgegaan_op", "slug") if obj else ("opvolger", "opgegaan_op")

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, Any]:  # noqa: ANN401  # Django's own
        """Only for what is new."""
        return {} if obj else self.prepopulated_fields

    def organisatie_of(self, obj: Any) -> Organisatie | None:  # noqa: ANN401  # a row
        """Itself."""
        return obj if isinstance(obj, Organisatie) else None

    @admin.action(description=gettext_lazy("Laten opgaan in een andere organisatie (fusie)"))
    def fusie(self, request: HttpRequest, queryset: QuerySet[Organisatie]) -> HttpResponse | None:
        """Ask in which organisation, show what it means, and do it."""
        if queryset.count() != 1:
            self.message_user(request, _("Kies precies één organisatie die opgaat."), messages.ERROR)
            return None
        voorganger = queryset.get()
        asked = "bevestigd" in request.POST
        form = FusieForm(request.POST if asked else None, voorganger=voorganger)
        if not asked or not form.is_valid():
            context = platform.each_context(request) | {
                "title": _("Fusie"),
                "organisatie": voorganger,
                "form": form,
                "mensen": voorganger.lidmaatschappen.values("gebruiker").distinct().count(),
                "deelnames": voorganger.deelnames.count(),
            }
            return render(request, "accounts/platform/fusie.html", context)
        opvolger = form.cleaned_data["opvolger"]
        merge(voorganger, opvolger, dag=form.cleaned_data["dag"], door=operator(request))
        said = _("%(naam)s is opgegaan in %(opvolger)s.") % {"naam": voorganger, "opvolger": opvolger}
        self.message_user(request, said, messages.SUCCESS)
        return redirect("admin:accounts_organisatie_changelist")


@admin.register(Lidmaatschap, site=platform)
class LidmaatschapAdmin(Recorded):
    """Who works for whom; organisations do this themselves, this is for when nobody there can."""

    mag_toevoegen = mag_verwijderen = True
    list_display = ("gebruiker", "organisatie", "rol", "sinds")
    list_filter = ("rol",)
    search_fields = ("gebruiker__naam", "gebruiker__email", "organisatie__naam")
    autocomplete_fields = ("gebruiker", "organisatie")
    list_select_related = ("gebruiker", "organisatie")


class UitnodigingForm(forms.ModelForm):  # type: ignore[type-arg]  # Django's generics are for checkers only
    """Whom to invite, for which organisation."""

    rollen = RollenField()

    class Meta:
        model = Uitnodiging
        fields = ("organisatie", "naam", "email")

    def clean(self) -> dict[str, Any]:
        """Refuse what cannot be, and say why."""
        data = super().clean() or {}
        if not self.errors and (reason := why_not_invite(data["organisatie"], data["email"], data["rollen"])):
            raise forms.ValidationError(reason)
        return data


@admin.register(Uitnodiging, site=platform)
class UitnodigingAdmin(Recorded):
    """Invitations: how an organisation gets its first manager."""

    mag_toevoegen = True
    form = UitnodigingForm
    list_display = ("naam", "email", "organisatie", "verloopt_op", "aanvaard_op", "ingetrokken_op")
    list_select_related = ("organisatie",)
    search_fields = ("naam", "email", "organisatie__naam")
    autocomplete_fields = ("organisatie",)
    fields = ("organisatie", "naam", "email", "rollen")

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:  # noqa: ANN401, FBT001  # Django's own
        """Invite as an organisation itself would; the event says that the platform did."""
        made, token = invite(**form.cleaned_data, door=operator(request), platform=True)
        obj.pk = made.pk
        obj._state.adding = False  # the row is there
        transaction.on_commit(lambda: _mail(request, made, token))


def _mail(request: HttpRequest, made: Uitnodiging, token: str) -> None:
    if not mail_invitation(request, made, token):
        messages.error(request, _("De uitnodiging kon niet worden gemaild. Nodig later opnieuw uit."))
