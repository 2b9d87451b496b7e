"""What the page with all blocks shows: a form, and invented agreements of an invented municipality."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from wederkerig.consolidation import compare_words
from wederkerig.web.vormgeving.iconen import NAMEN

OUD = "De corporatie bouwt in 2026 minimaal 40 woningen voor starters aan de Havenweg."
NIEUW = "De corporatie bouwt in 2026 en 2027 samen minimaal 65 woningen voor starters aan de Havenweg."


class Voorbeeld(forms.Form):
    """One field of each kind."""

    naam = forms.CharField(label="Naam van het stuk", help_text="Zoals hij op de voorkant staat.")
    email = forms.EmailField(label="E-mailadres")
    dag = forms.DateField(
        label="Vastgesteld op", required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    soort = forms.ChoiceField(
        label="Soort", choices=[("meerjarig", "Meerjarige afspraken"), ("jaarplan", "Jaarplan")]
    )
    uitleg = forms.CharField(label="Toelichting", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    wie = forms.ChoiceField(
        label="Wie doet dit?",
        choices=[("gemeente", "Gemeente"), ("corporatie", "Corporatie"), ("huurders", "Huurdersorganisatie")],
        widget=forms.RadioSelect,
    )
    bericht = forms.BooleanField(
        label="Stuur mij bericht als er iets verandert",
        required=False,
        help_text="Hooguit één bericht per dag.",
    )


def voorbeeld() -> dict[str, Any]:
    """Everything the page needs."""
    form = Voorbeeld({"naam": "", "email": "anna@", "soort": "meerjarig", "wie": "gemeente", "bericht": "on"})
    return {
        "form": form,
        "leeg": Voorbeeld(prefix="leeg"),
        "stukjes": compare_words(OUD, NIEUW),
        "dag": date(2026, 12, 12),
        "iconen": NAMEN,
    }
