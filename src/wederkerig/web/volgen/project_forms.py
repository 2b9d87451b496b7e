"""The form of a project."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from pydantic import ValidationError

from wederkerig.monitoring.projectlijst import HUURKLASSEN, read_completion, said
from wederkerig.voorraad.grootboek import CATEGORIEEN
from wederkerig.voorraad.projecten import PROJECTSOORTEN, Project, problems
from wederkerig.web.register.models import Gemeente
from wederkerig.web.vormgeving.velden import NederlandsSelect

FASEN = {
    "idee": _("idee"),
    "verkenning": _("verkenning"),
    "ontwerp": _("ontwerp"),
    "vergunning": _("vergunning"),
    "bouw": _("in aanbouw"),
    "opgeleverd": _("opgeleverd"),
}
"""What the phases are called; `voorraad.projecten.FASENAMEN` in the language of the page."""
_ZEKERHEDEN = {"hoog": _("hoog"), "gemiddeld": _("gemiddeld"), "laag": _("laag")}
_GETALLEN = ("erbij", "eraf", "toegankelijk", "geclusterd")


class ProjectForm(forms.Form):
    """A project. stand: what the person saw."""

    gemeente = forms.ModelChoiceField(
        Gemeente.objects.none(), label=_("Gemeente"), empty_label=_("Kies een gemeente")
    )
    locatie = forms.CharField(label=_("Locatie of naam"), max_length=120)
    kern = forms.CharField(label=_("Dorp of wijk"), max_length=70, required=False)
    fictief = forms.BooleanField(label=_("Fictief: er is nog geen locatie"), required=False)
    soort = forms.ChoiceField(label=_("Soort"), choices=list(PROJECTSOORTEN.items()), widget=NederlandsSelect)
    categorie = forms.ChoiceField(
        label=_("Categorie"), choices=list(CATEGORIEEN.items()), widget=NederlandsSelect
    )
    erbij = forms.IntegerField(label=_("Woningen erbij"), min_value=0, max_value=99_999)
    eraf = forms.IntegerField(label=_("Woningen gesloopt"), min_value=0, max_value=99_999)
    toegankelijk = forms.IntegerField(label=_("Toegankelijk"), min_value=0, max_value=99_999, required=False)
    geclusterd = forms.IntegerField(label=_("Geclusterd"), min_value=0, max_value=99_999, required=False)
    huurklasse = forms.ChoiceField(label=_("Huurklasse"), required=False, widget=NederlandsSelect)
    fase = forms.ChoiceField(label=_("Fase"), choices=list(FASEN.items()))
    oplevering = forms.CharField(
        label=_("Verwachte oplevering"),
        help_text=_("Een jaar of een dag: 2028, of 1-7-2028."),
        max_length=20,
        required=False,
    )
    zekerheid = forms.ChoiceField(
        label=_("Zekerheid"),
        help_text=_("Hoe zeker bent u van dit project?"),
        choices=list(_ZEKERHEDEN.items()),
    )
    gedeeld = forms.BooleanField(
        label=_("Delen met de partijen in deze gemeente"),
        help_text=_("Niet gedeeld is het alleen van u, en telt het niet mee in de vooruitblik van anderen."),
        required=False,
    )
    stand = forms.IntegerField(widget=forms.HiddenInput(), required=False)

    def __init__(
        self,
        *args: Any,  # noqa: ANN401  # as Django calls it
        gemeenten: QuerySet[Gemeente],
        **kwargs: Any,  # noqa: ANN401  # as Django calls it
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gemeente"].queryset = gemeenten  # type: ignore[attr-defined]  # a ModelChoiceField
        classes = [("", _("niet overal gelijk, of onbekend")), *HUURKLASSEN.items()]
        self.fields["huurklasse"].choices = classes  # type: ignore[attr-defined]  # a ChoiceField

    def clean_oplevering(self) -> date | int | None:
        """A year or a day."""
        text = self.cleaned_data["oplevering"].strip()
        if not text:
            return None
        try:
            return read_completion(text)
        except ValueError as error:
            raise forms.ValidationError(" ".join(error.args)) from error

    def clean(self) -> dict[str, Any]:
        """What the rules of the stock say of it."""
        data = super().clean() or {}
        if self.errors:
            return data
        given = {name: data[name] for name in (*_FIELDS, *_GETALLEN) if data.get(name) not in (None, "")}
        try:
            self.project = Project(**given)
        except ValidationError as error:
            for each in error.errors():
                self.add_error(None, said(each))
            return data
        for fout in problems(self.project, op=timezone.localdate()):
            self.add_error(fout.veld, f"{fout.uitleg} {fout.advies}")
        return data


_FIELDS = (
    "locatie",
    "kern",
    "fictief",
    "soort",
    "categorie",
    "huurklasse",
    "fase",
    "oplevering",
    "zekerheid",
)


def as_initial(gegevens: dict[str, Any]) -> dict[str, Any]:
    """A project as its form shows it."""
    day = str(gegevens.get("oplevering", "") or "")
    year, dash, rest = day.partition("-")
    shown = f"{int(rest[3:])}-{int(rest[:2])}-{year}" if dash else day
    return (
        {"soort": "NIU", "categorie": "daeb", "zekerheid": "gemiddeld", "erbij": 0, "eraf": 0}
        | gegevens
        | {"oplevering": shown}
    )
