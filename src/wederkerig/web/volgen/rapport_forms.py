"""The form with which a report is begun: its kind, its day, and the last days for the parties."""

from __future__ import annotations

import datetime as dt

from django import forms
from django.utils.translation import gettext_lazy as _

from wederkerig.web.monitor.domain.rapporten import Opdracht
from wederkerig.web.vormgeving.velden import Dag

_AANVULLEN, _WEERWOORD = dt.timedelta(days=21), dt.timedelta(days=35)
SOORTEN = {
    "halfjaarrapport": _("halfjaarrapport"),
    "raadsbrief": _("brief aan de raad, twee bladzijden"),
}


class RapportForm(forms.Form):
    """What the report is to be; all of it is filled in already."""

    soort = forms.ChoiceField(label=_("Soort"), choices=list(SOORTEN.items()))
    peildatum = Dag(
        label=_("Peildatum"),
        help_text=_("Het rapport zegt hoe het op deze dag stond, met de cijfers die nu zijn ingediend."),
    )
    aanvullen_tot = Dag(
        label=_("Laatste dag voor aanvullen"),
        help_text=_("Tot en met deze dag schrijft elke partij haar eigen deel."),
    )
    weerwoord_tot = Dag(
        label=_("Laatste dag voor weerwoord"),
        help_text=_(
            "Tot en met deze dag reageren de partijen op elkaar. Daarna kan het rapport worden gepubliceerd."
        ),
    )

    def opdracht(self) -> Opdracht:
        """What was asked for, of a form that is valid."""
        return Opdracht(**self.cleaned_data)


def suggestion(vandaag: dt.date) -> dict[str, object]:
    """The last half year that is over, three weeks to complete it and two to reply."""
    half = dt.date(vandaag.year, 6, 30)
    return {
        "soort": "halfjaarrapport",
        "peildatum": half if half <= vandaag else dt.date(vandaag.year - 1, 12, 31),
        "aanvullen_tot": vandaag + _AANVULLEN,
        "weerwoord_tot": vandaag + _WEERWOORD,
    }


class StapForm(forms.Form):
    """The next step with a report. stand: how it stood when the page was made."""

    naar = forms.ChoiceField(choices=[(each, each) for each in ("weerwoord", "gepubliceerd", "vervallen")])
    stand = forms.IntegerField(min_value=0)
    reden = forms.CharField(required=False, max_length=2_000)
