"""Fields of forms that pages share."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

_FIRST, _LAST = date(1990, 1, 1), date(2199, 12, 31)


class DagInput(forms.DateInput):
    """A date as the browser lets one choose it."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class Dag(forms.DateField):
    """A day, as browsers send it or as people type it."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401  # as Django declares it
        super().__init__(
            input_formats=["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"],
            widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            error_messages={
                "invalid": _("Schrijf een dag als 31-12-2026."),
                "required": _("Vul een dag in."),
            },
            **kwargs,
        )

    def clean(self, value: Any) -> date | None:  # noqa: ANN401  # as Django calls it
        """The day, within what can be: sums with days fail at the ends of the calendar."""
        day: date | None = super().clean(value)
        if day is not None and not _FIRST <= day <= _LAST:
            early = _("Kies een dag vanaf 1990.")
            raise forms.ValidationError(early if day < _FIRST else _("Kies een dag voor 2200."))
        return day


class NederlandsSelect(forms.Select):
    """A choice from words that stay Dutch; what stands for no choice is in the language of the page."""

    def __init__(self) -> None:
        super().__init__(attrs={"lang": "nl"})

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401  # as Django declares it
        """An option, with its language where it is another one."""
        option = super().create_option(name, value, *args, **kwargs)
        if not value:
            option["attrs"]["lang"] = get_language()
        return option
