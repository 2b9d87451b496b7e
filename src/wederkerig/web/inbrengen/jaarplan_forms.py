"""The forms of a year plan: which agreements it amends, what is decided of an amendment, adopting it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wederkerig.web.register.domain.beslissen import Ingevuld
from wederkerig.web.register.domain.vaststellen_jaarplan import Gegevens
from wederkerig.web.vormgeving.velden import Dag

LONGEST_TEXT = 50_000
LONGEST_REASON = 2_000


class KeuzeForm(forms.Form):
    """What is decided of one amendment. gezien: the last choice of it that the person saw."""

    keuze = forms.ChoiceField(choices=[("toepassen", ""), ("afwijzen", ""), ("voorstel", "")])
    wijziging = forms.IntegerField(min_value=1, max_value=100_000)
    gezien = forms.IntegerField(min_value=0)
    plaats = forms.CharField(required=False, max_length=1_000)
    nummer = forms.CharField(required=False, max_length=30)
    huidig = forms.CharField(required=False, max_length=LONGEST_TEXT, strip=False)
    tekst = forms.CharField(required=False, max_length=LONGEST_TEXT, strip=False)
    toelichting = forms.CharField(required=False, max_length=LONGEST_REASON)

    def ingevuld(self) -> Ingevuld:
        """What was filled in; a field that was not on the page is None."""
        data = self.cleaned_data
        there: dict[str, Any] = {
            name: data[name] if name in self.data else None for name in ("nummer", "huidig", "tekst")
        }
        return Ingevuld(plaats=data["plaats"], toelichting=data["toelichting"], **there)


class BesluitForm(forms.Form):
    """What the decision is called, and its days. What is left open follows from the plan.

    stand, gezien, kenmerk: of the agreements, of the plan, and of the prospect that the person saw.
    """

    naam = forms.CharField(
        label=_("Naam van het besluit"), max_length=200, help_text=_("Zo heet het in de lijst van versies.")
    )
    vastgesteld = Dag(
        label=_("Vastgesteld op"),
        required=False,
        help_text=_("Laat u dit leeg? Dan telt de dag van ondertekening in het jaarplan."),
    )
    inwerking = Dag(
        label=_("Geldt vanaf"),
        required=False,
        help_text=_(
            "Laat u dit leeg? Dan geldt het vanaf 1 januari van het jaar van het plan, of vanaf de dag van "
            "vaststelling als die later is."
        ),
    )
    stand = forms.IntegerField(widget=forms.HiddenInput(), required=False)
    gezien = forms.IntegerField(widget=forms.HiddenInput(), required=False)
    kenmerk = forms.CharField(widget=forms.HiddenInput(), required=False, max_length=64)

    def gegevens(self) -> Gegevens:
        """The name and the days."""
        data = self.cleaned_data
        return Gegevens(data["naam"], data["vastgesteld"], data["inwerking"])


class VerklaringForm(forms.Form):
    """What a party says of a decision."""

    organisatie = forms.IntegerField(min_value=1)
    oordeel = forms.ChoiceField(choices=[("herkend", ""), ("bezwaar", "")])
    toelichting = forms.CharField(required=False, max_length=LONGEST_REASON)
