"""Fields of forms that pages share."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import get_language


class DagInput(forms.DateInput):
    """A date as the browser lets one choose it."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


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
