"""Word lists of the grammars, kept as YAML beside them so that a word is added without touching a rule."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def woordenlijst(name: str) -> Mapping[str, Any]:
    """Return the word list `name` (a YAML file in this folder, without its suffix)."""
    text = resources.files(__package__).joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    content: Mapping[str, Any] = yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader, in C where there is one
    return content


@cache
def woorden(name: str, key: str) -> frozenset[str]:
    """Return one list of words; a text of words separated by spaces counts as a list."""
    words = woordenlijst(name)[key]
    return frozenset(words.split() if isinstance(words, str) else words)
