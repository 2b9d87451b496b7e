"""The forms of lists of dwellings, and of tables that are brought in."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wederkerig.monitoring.woningen import KolomError, Kolomkeuze
from wederkerig.web.monitor.models import Woningenlijst
from wederkerig.web.volgen.woningvelden import GROEPEN, asked, in_words
from wederkerig.web.vormgeving.velden import Dag

TABELLEN = ".csv,.xlsx,.xlsm,.parquet,.txt"
_FILE_ERRORS = {
    "required": _("Kies een bestand."),
    "empty": _("Dit bestand is leeg. Kijk of het juiste bestand is gekozen."),
    "max_length": _("De naam van het bestand is te lang. Geef het een kortere naam."),
    "missing": _("Kies een bestand."),
    "invalid": _("Kies een bestand."),
}


class Peildag(Dag):
    """The day that figures are about, which has been."""

    def clean(self, value: Any) -> date | None:  # noqa: ANN401  # as Django calls it
        """The day, not in the future."""
        day = super().clean(value)
        if day is not None and day > timezone.localdate():
            raise forms.ValidationError(
                _("Deze dag ligt in de toekomst. Kies de dag waarop de lijst is gemaakt.")
            )
        return day


class TabelForm(forms.Form):
    """A file that is one table."""

    bestand = forms.FileField(
        label=_("Bestand"),
        help_text=_("Excel (XLSX), CSV of Parquet. De eerste rij heeft de namen van de kolommen."),
        widget=forms.FileInput(attrs={"accept": TABELLEN}),
        error_messages=_FILE_ERRORS,
        max_length=1000,
    )


class LijstForm(TabelForm):
    """A list of dwellings and the day it is about."""

    peildatum = Peildag(
        label=_("Peildatum"),
        help_text=_("De dag waarop de lijst klopt, bijvoorbeeld 1 januari van dit jaar."),
    )


class KolommenForm(forms.Form):
    """Which column is which field of a dwelling. stand: what the person saw."""

    peildatum = Peildag(label=_("Peildatum"), help_text=_("De dag waarop de lijst klopt."))
    stand = forms.IntegerField(widget=forms.HiddenInput())

    def __init__(
        self,
        *args: Any,  # noqa: ANN401  # as Django calls it
        lijst: Woningenlijst,
        gekozen: Kolomkeuze | None = None,
        **kwargs: Any,  # noqa: ANN401  # as Django calls it
    ) -> None:
        keuze = gekozen or Kolomkeuze()
        first = {
            "peildatum": lijst.peildatum,
            "stand": lijst.stand,
            "vast_gemeente": keuze.vast.get("gemeente"),
        }
        first |= {f"veld_{veld}": kolom for veld, kolom in keuze.kolommen.items()}
        kwargs["initial"] = first
        super().__init__(*args, **kwargs)
        self.kop = lijst.kop
        choices = [("", _("staat er niet in")), *((naam, naam) for naam in dict.fromkeys(lijst.kop) if naam)]
        for veld in asked():
            name, uitleg = in_words(veld.veld)
            sure = veld.veld not in keuze.onzeker
            self.fields[f"veld_{veld.veld}"] = forms.ChoiceField(
                label=name,
                help_text=uitleg if sure else _("Dit lijkt erop. Kijk of het klopt."),
                choices=choices,
                required=False,
                error_messages={"invalid_choice": _("Kies een kolom die in uw lijst staat.")},
            )
        self.fields["vast_gemeente"] = forms.CharField(
            label=_("Of: alle woningen staan in deze gemeente"), required=False, max_length=120
        )

    def groepen(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The fields in groups: what is needed, then by what they are about."""
        found: list[tuple[str, list[forms.BoundField]]] = []
        for kop, names in GROEPEN:
            fields = [self[f"veld_{name}"] for name in names]
            if "gemeente" in names:
                fields.insert(names.index("gemeente") + 1, self["vast_gemeente"])
            found.append((str(kop), fields))
        return found

    def clean(self) -> dict[str, Any]:
        """A column is one field, and what is needed is there."""
        data = super().clean() or {}
        try:
            self.keuze(data).check(self.kop)
        except KolomError as error:
            self.add_error(None, self._in_words(error))
        self._refuse_doubles(data)
        return data

    def _in_words(self, error: KolomError) -> str:
        """What is missing, by the names of the form."""
        missing = [veld for veld in asked() if veld.verplicht and veld.veld not in self.keuze().velden]
        if not missing:
            return str(error)
        names = ", ".join(in_words(veld.veld)[0] for veld in missing)
        return gettext("Wijs nog een kolom aan voor: %(namen)s.") % {"namen": names}

    def _refuse_doubles(self, data: dict[str, Any]) -> None:
        used: dict[str, str] = {}
        for veld in asked():
            name = f"veld_{veld.veld}"
            kolom = data.get(name)
            if kolom and kolom in used:
                what = gettext("De kolom ‘%(kolom)s’ is al gekozen voor: %(veld)s.")
                self.add_error(name, what % {"kolom": kolom, "veld": in_words(used[kolom])[0]})
            elif kolom:
                used[kolom] = veld.veld

    def keuze(self, data: dict[str, Any] | None = None) -> Kolomkeuze:
        """What was chosen."""
        given = self.cleaned_data if data is None else data
        chosen = {veld.veld: given.get(f"veld_{veld.veld}") or "" for veld in asked()}
        fixed = (given.get("vast_gemeente") or "").strip()
        return Kolomkeuze(
            kolommen={veld: kolom for veld, kolom in chosen.items() if kolom},
            vast={"gemeente": fixed} if fixed and not chosen["gemeente"] else {},
        )

    def again(self, lijst: Woningenlijst) -> KolommenForm:
        """The same answers over what stands there now."""
        return KolommenForm(dict(self.data.items()) | {"stand": str(lijst.stand)}, lijst=lijst)
