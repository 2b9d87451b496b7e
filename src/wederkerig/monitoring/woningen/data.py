"""Reading the YAML files beside this module, once each."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def gegevens(naam: str) -> dict[str, Any]:
    """The content of `naam`.yaml in this room."""
    text = files(__package__).joinpath(f"{naam}.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.safe_load(text)
    return data
