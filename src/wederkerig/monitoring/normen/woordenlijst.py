"""The word lists of this room, kept as YAML beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml


@cache
def woordenlijst(name: str) -> Mapping[str, Any]:
    """The content of `name`.yaml in this folder."""
    text = resources.files(__package__).joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    content: Mapping[str, Any] = yaml.safe_load(text)
    return content


@cache
def pattern(key: str) -> re.Pattern[str]:
    """A list of words of woorden.yaml as one pattern; its line breaks mean nothing."""
    return compiled(re.sub(r"\s*\n\s*|\s+(?=\|)", "", woordenlijst("woorden")[key]))


@cache
def compiled(regex: str) -> re.Pattern[str]:
    """A pattern without regard to capitals."""
    return re.compile(regex, re.IGNORECASE)


def last(regex: re.Pattern[str], text: str) -> int:
    """Where the last match begins, or -1."""
    return max((match.start() for match in regex.finditer(text)), default=-1)
