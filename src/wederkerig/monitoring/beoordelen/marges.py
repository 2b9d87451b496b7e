"""The margins of the rule, as data."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml

from wederkerig.model import Model


class Marges(Model):
    """What counts as near, and as old: percentages of a value or a way to go, days and months."""

    circa_procent: int
    achterstand_procent: int
    risico_procent: int
    nulmeting_dagen: int
    laatste_dag_dagen: int
    oud_maanden: int


@cache
def marges() -> Marges:
    """The margins that hold."""
    text = files(__package__).joinpath("marges.yaml").read_text(encoding="utf-8")
    return Marges.model_validate(yaml.safe_load(text))
