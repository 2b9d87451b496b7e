"""The margins of the rule, as data."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml

from wederkerig.model import Model


class Marges(Model):
    """How much is still the same: percentages of a value or of a way to go, and days. See marges.yaml."""

    circa_procent: int
    achterstand_procent: int
    risico_procent: int
    nulmeting_dagen: int
    laatste_dag_dagen: int


@cache
def marges() -> Marges:
    """The margins that hold."""
    text = files(__package__).joinpath("marges.yaml").read_text(encoding="utf-8")
    return Marges.model_validate(yaml.safe_load(text))
