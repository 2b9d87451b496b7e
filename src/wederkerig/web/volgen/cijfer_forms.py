"""The forms of figures: one for each figure that is due, and that of a correction."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wederkerig.export.words import number
from wederkerig.monitoring.beoordelen.cijfers import needs_base
from wederkerig.web.monitor.domain.concepten import (
    LANGSTE_BRON,
    LANGSTE_GETAL,
    LANGSTE_TEKST,
    Getypt,
    mark_of,
    read_draft,
    typed_of,
)
from wederkerig.web.monitor.domain.gebeurtenissen import period_in_words
from wederkerig.web.monitor.domain.invullen import Vraag
from wederkerig.web.monitor.models import Meting

_PARTS = ("waarde", "noemer", "bron", "toelichting")


class Totaalveld(forms.CharField):
    """What a figure is a share of. Where it is needed is said with the figure, and not of an empty row."""

    def validate(self, value: object) -> None:
        """Nothing is wrong with it by itself."""


class CijferForm(forms.Form):
    """One figure that is due, as it was typed; what is wrong stands at its field."""

    use_required_attribute = False

    waarde = forms.CharField(label=_("Cijfer"), required=False)
    noemer = Totaalveld(label=_("Op een totaal van"), required=False)
    bron = forms.CharField(label=_("Waar komt dit cijfer vandaan?"), required=False)
    toelichting = forms.CharField(
        label=_("Toelichting"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, data: Mapping[str, Any] | None, *, vraag: Vraag, op: date) -> None:
        self.vraag, self.op = vraag, op
        sent = data is not None and f"{vraag.veld}-waarde" in data
        super().__init__(data if sent else _from_draft(vraag), prefix=vraag.veld)
        value = self.fields["waarde"]
        # the summary of what is wrong says of which figure
        value.label = (
            f"{vraag.gevraagd.naam}, {period_in_words(vraag.gevraagd.van, vraag.gevraagd.peildatum)}"
        )
        value.widget.attrs |= {"inputmode": "decimal", "autocomplete": "off", "maxlength": LANGSTE_GETAL}
        last = vraag.gevraagd.gegeven or vraag.vorige
        if last is not None:
            value.widget.attrs["placeholder"] = number(last.waarde)
        self.fields["noemer"].widget.attrs |= {"inputmode": "numeric", "maxlength": LANGSTE_GETAL}
        self.fields["bron"].widget.attrs["maxlength"] = LANGSTE_BRON
        self.fields["toelichting"].widget.attrs["maxlength"] = LANGSTE_TEKST
        self.fields["noemer"].required = vraag.gevraagd.met_noemer
        if not needs_base(vraag.indicator):
            del self.fields["noemer"]

    @property
    def gezien(self) -> str:
        """What the form carries along of what its person saw."""
        return mark_of(self.vraag.invulling)

    @property
    def getypt(self) -> Getypt:
        """What was typed."""
        said = {name: self._raw(name) for name in _PARTS}
        return Getypt(**said, gezien=str(self.data.get(f"{self.prefix}-gezien", "")))

    def _raw(self, name: str) -> str:
        return str(self.data.get(f"{self.prefix}-{name}", "")).replace("\r\n", "\n")

    def clean(self) -> dict[str, Any]:
        """Say what is wrong with the figure, in words of this figure."""
        for name, why in (read_draft(self.vraag, self.getypt, op=self.op).fouten or {}).items():
            self.add_error(name if name in self.fields else "waarde", why)
        return self.cleaned_data


def _from_draft(vraag: Vraag) -> dict[str, str]:
    typed = typed_of(vraag.invulling)
    return {f"{vraag.veld}-{name}": getattr(typed, name) for name in _PARTS}


class VerbeterForm(forms.Form):
    """Another figure in the place of one that was handed in, and why."""

    waarde = forms.CharField(label=_("Het cijfer wordt"), max_length=LANGSTE_GETAL)
    noemer = forms.CharField(label=_("Op een totaal van"), required=False, max_length=LANGSTE_GETAL)
    bron = forms.CharField(label=_("Waar komt dit cijfer vandaan?"), required=False, max_length=LANGSTE_BRON)
    toelichting = forms.CharField(
        label=_("Waarom wordt het anders?"),
        max_length=LANGSTE_TEKST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, data: Mapping[str, Any] | None, *, meting: Meting) -> None:
        base = "" if meting.noemer is None else number(meting.noemer)
        super().__init__(data, initial={"waarde": number(meting.waarde), "noemer": base, "bron": meting.bron})
