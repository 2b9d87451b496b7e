"""Fields of forms that pages share."""

from __future__ import annotations

from django import forms


class DagInput(forms.DateInput):
    """A date as the browser lets one choose it."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")
