"""Forms of those who work with the site: a round, a choice from the logbook."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wederkerig.web.register.domain.logboek import Zeef
from wederkerig.web.vormgeving.velden import DagInput


class RondeForm(forms.Form):
    """What a round is called, and from which day until which it is open."""

    naam = forms.CharField(label=_("Naam van de ronde"), max_length=120)
    opent = forms.DateField(label=_("Opent op"), widget=DagInput)
    sluit = forms.DateField(label=_("Sluit op"), widget=DagInput)

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first."""
        data = super().clean() or {}
        opent, sluit = data.get("opent"), data.get("sluit")
        if opent and sluit and sluit < opent:
            self.add_error("sluit", _("Deze dag ligt voor de dag waarop de ronde opent."))
        return data


class ZeefForm(forms.Form):
    """Which events to show."""

    soort = forms.ChoiceField(label=_("Wat"), required=False)
    wie = forms.ChoiceField(label=_("Wie"), required=False)
    van = forms.DateField(label=_("Vanaf"), required=False, widget=DagInput)
    tot = forms.DateField(label=_("Tot en met"), required=False, widget=DagInput)

    def __init__(self, *args: Any, soorten: list[tuple[str, str]], mensen: list[str], **kwargs: Any) -> None:  # noqa: ANN401  # Django's own
        super().__init__(*args, **kwargs)
        self.fields["soort"].choices = [("", _("alles")), *soorten]  # type: ignore[attr-defined]  # a choice field
        self.fields["wie"].choices = [("", _("iedereen")), *((naam, naam) for naam in mensen)]  # type: ignore[attr-defined]  # a choice field

    def zeef(self) -> Zeef:
        """What was asked for; what cannot be is not asked for."""
        return Zeef(**self.cleaned_data) if self.is_valid() else Zeef()
