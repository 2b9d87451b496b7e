"""The form in which a party says what a norm is: by what it is measured, how much, by when, whose figures."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import groupby
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wederkerig.export.words import number
from wederkerig.model import Norm, Nulmeting
from wederkerig.monitoring.indicatoren import indicator, indicatoren
from wederkerig.parameters.themas import themanaam
from wederkerig.web.accounts.models import Organisatie
from wederkerig.web.monitor.domain.invoer import InvoerError, read_number
from wederkerig.web.monitor.domain.opmerkingen import LANGSTE
from wederkerig.web.register.models import Partij
from wederkerig.web.vormgeving.velden import Dag, NederlandsSelect

_LONGEST = 2_000
_RELATIES = (
    ("min", _("ten minste")),
    ("max", _("ten hoogste")),
    ("gelijk", _("precies")),
    ("circa", _("ongeveer")),
    ("bereik", _("tussen twee grenzen")),
)
_GROOTHEDEN = (
    ("stand", _("het cijfer zelf")),
    ("verandering", _("hoeveel erbij of eraf sinds de nulmeting")),
    ("verandering in %", _("hoeveel procent erbij of eraf sinds de nulmeting")),
)
_RITMES = (("eenmalig", _("één keer, op de laatste dag")), ("jaarlijks", _("elk jaar opnieuw")))
_AARDEN = (
    ("norm", _("een norm: de partijen houden zich eraan")),
    ("achtergrond", _("achtergrond: het legt iets uit, niemand hoeft het te halen")),
)


class GetalField(forms.CharField):
    """A number as it is written in Dutch."""

    def clean(self, value: Any) -> Any:  # noqa: ANN401  # as Django declares it
        """The number; None where nothing was typed."""
        said = super().clean(value)
        try:
            return read_number(said) if said else None
        except InvoerError as error:
            raise forms.ValidationError(str(error)) from error

    def prepare_value(self, value: Any) -> Any:  # noqa: ANN401  # as Django declares it
        """The number in Dutch."""
        return number(value) if isinstance(value, Decimal) else value


@cache
def _choices() -> tuple[tuple[str, Any], ...]:
    """The catalogue by theme, to choose from; the themes stay in Dutch as all words of the catalogue do."""
    groups = groupby(indicatoren(), key=lambda each: each.thema)
    return tuple((themanaam(thema), tuple((each.id, each.naam) for each in rows)) for thema, rows in groups)


class NormForm(forms.Form):
    """What a norm is. What is not asked stays as it was read."""

    indicator = forms.ChoiceField(
        label=_("Waaraan wordt het gemeten?"), required=False, widget=NederlandsSelect
    )
    relatie = forms.ChoiceField(label=_("Hoe bindt het?"), choices=_RELATIES)
    waarde = GetalField(
        label=_("Hoeveel?"), max_length=40, help_text=_("Wordt het minder? Zet er dan een min voor: -25.")
    )
    tot = GetalField(
        label=_("Tot hoeveel?"), required=False, max_length=40, help_text=_("Alleen bij twee grenzen.")
    )
    eenheid = forms.CharField(
        label=_("Eenheid"), required=False, max_length=40, help_text=_("Leeg: die van de indicator.")
    )
    grootheid = forms.ChoiceField(label=_("Wat telt?"), choices=_GROOTHEDEN)
    ritme = forms.ChoiceField(label=_("Hoe vaak?"), choices=_RITMES)
    van = Dag(label=_("Vanaf"), required=False)
    per = Dag(label=_("Uiterlijk, of tot en met"), required=False)
    nulmeting_dag = Dag(label=_("Dag van de nulmeting"), required=False)
    nulmeting_waarde = GetalField(label=_("Cijfer van de nulmeting"), required=False, max_length=40)
    partijen = forms.MultipleChoiceField(
        label=_("Over wie gaat het?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    cijfers_van = forms.MultipleChoiceField(
        label=_("Wie geeft de cijfers?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    gebied = forms.CharField(
        label=_("Wijk of dorp"), required=False, max_length=120, help_text=_("Leeg: de hele gemeente.")
    )
    aard = forms.ChoiceField(label=_("Wat is het?"), choices=_AARDEN)
    toelichting = forms.CharField(
        label=_("Toelichting voor de andere partijen"),
        required=False,
        max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, partijen: Iterable[Partij], **kwargs: Any) -> None:  # noqa: ANN401  # Django's own
        super().__init__(*args, **kwargs)
        names = [(partij.naam, partij.naam) for partij in partijen]
        _choose(self, "indicator", [("", _("nog niets dat past")), *_choices()])
        _choose(self, "partijen", names)
        _choose(self, "cijfers_van", names)

    def clean(self) -> dict[str, Any]:
        """What cannot be together is said at the field that has to change."""
        data = super().clean() or {}
        if data.get("relatie") == "bereik" and data.get("tot") is None:
            self.add_error("tot", gettext("Vul bij twee grenzen ook de tweede in."))
        if data.get("van") and data.get("per") and data["per"] < data["van"]:
            self.add_error("per", gettext("Deze dag ligt voor de dag waarop het begint."))
        if data.get("grootheid", "stand") != "stand" and not data.get("nulmeting_dag"):
            self.add_error("nulmeting_dag", gettext("Zeg vanaf welke dag de verandering telt."))
        if data.get("indicator") and not data.get("cijfers_van"):
            self.add_error("cijfers_van", gettext("Kies wie de cijfers geeft; anders vraagt niemand erom."))
        self._check_unit(data)
        return data

    def _check_unit(self, data: dict[str, Any]) -> None:
        if not data.get("indicator"):
            return
        unit = indicator(data["indicator"]).eenheid
        if not data.get("eenheid"):
            data["eenheid"] = unit
        if data.get("grootheid") == "stand" and (data["eenheid"] == "%") != (unit == "%"):
            self.add_error(
                "eenheid",
                gettext("De indicator telt in ‘%(eenheid)s’. Kies een andere indicator of eenheid.")
                % {"eenheid": unit},
            )

    def as_norm(self, held: Norm) -> Norm:
        """The norm as it was filled in; its place and words are those of `held`."""
        data = self.cleaned_data
        day = data["nulmeting_dag"]
        own = ("indicator", "relatie", "waarde", "eenheid", "grootheid", "ritme", "van", "per", "aard")
        return held.model_copy(
            update={name: data[name] for name in own}
            | {
                "tot": data["tot"] if data["relatie"] == "bereik" else None,
                "nulmeting": Nulmeting(peildatum=day, waarde=data["nulmeting_waarde"]) if day else None,
                "partijen": tuple(data["partijen"]),
                "cijfers_van": tuple(data["cijfers_van"]),
                "gebied": data["gebied"].strip() or None,
            }
        )


class NieuweNormForm(NormForm):
    """The same for a norm that reading did not find, with the agreement it stands in."""

    nummer = forms.CharField(
        label=_("Nummer van de afspraak"), max_length=40, help_text=_("Zoals het in de tekst staat.")
    )
    field_order = ("nummer",)


class OpmerkingForm(forms.Form):
    """What a party has to say of a norm."""

    tekst = forms.CharField(
        label=_("Uw opmerking"),
        required=False,
        max_length=LANGSTE,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "Alle partijen lezen dit, en in een rapport iedereen. De status verandert er niet door. "
            "Wilt u uw opmerking weghalen? Maak het veld dan leeg."
        ),
    )


def initial_of(norm: Norm) -> dict[str, Any]:
    """What the form begins with: the norm as it is."""
    zero = norm.nulmeting
    own = norm.model_dump(include=set(NormForm.base_fields) & set(Norm.model_fields))
    days: dict[str, date | Decimal | None] = {
        "nulmeting_dag": zero.peildatum if zero else None,
        "nulmeting_waarde": zero.waarde if zero else None,
    }
    return own | days | {"partijen": list(norm.partijen), "cijfers_van": list(norm.cijfers_van)}


def chosen(organisaties: list[Organisatie], said: str) -> Organisatie:
    """On behalf of which organisation something is said: the one that was chosen, or the first."""
    return next((each for each in organisaties if str(each.pk) == said), organisaties[0])


def _choose(form: forms.Form, name: str, choices: Any) -> None:  # noqa: ANN401  # as Django takes them
    form.fields[name].choices = choices  # type: ignore[attr-defined]  # a choice field
