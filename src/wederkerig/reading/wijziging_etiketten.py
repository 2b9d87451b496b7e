"""The labels with which a year plan says what it does: "Huidige afspraak:", "Aanvulling 2024:".

The words are data (`etiketten.yaml`); here they are only matched.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

import yaml

_PLACES = {
    "{waar}": r"(?:afspraak\s+(?P<nummer>[A-Z]?\d{1,3}[a-z]?(?:\.\d{1,3})*)"
    r"|(?:de\s+)?(?P<doelen>doel(?:en|stelling(?:en)?))"
    r"|(?:(?:het|de)\s+)?(?P<proces>proces(?:tekst|afspraken)?|samenwerking|werkwijze))\.?",
    "{nr}": r"(?:(?:aan|bij|in)\s+)?afspraak\s+(?P<nummer>[A-Z]?\d{1,3}(?:\.\d{1,3})*)\s+",
    "{jaar}": r"(?:\s+(?:voor\s+)?(?P<jaar>20\d\d))?",
    "{eind}": r"\s*(?P<nummer>\d{1,3}(?:\.\d+)*)?\s*(?:\((?P<noot>[^)]*)\))?\s*(?::|$|(?=\n))\s*",
    "{noot}": r"\s*(?:\((?P<noot>(?:[^()]|\([^()]*\))*)\))?\s*:?\s*",
}


def find_label(text: str) -> tuple[str, re.Match[str]] | None:
    """The kind of label a paragraph opens with, and the match that tells its number, year and note."""
    if not _any_label().match(text):
        return None
    labels, loose = _labels()
    for kind, pattern in labels:
        match = pattern.match(text)
        if match and (
            match.end() == len(text) or text[: match.end()].rstrip().endswith(":") or kind in loose
        ):
            return kind, match
    return None


@cache
def _any_label() -> re.Pattern[str]:
    """All labels in one: what it does not match needs no trying one by one."""
    patterns = [re.sub(r"\(\?P<\w+>", "(?:", pattern.pattern) for _, pattern in _labels()[0]]
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


@cache
def _labels() -> tuple[tuple[tuple[str, re.Pattern[str]], ...], frozenset[str]]:
    """The labels by kind, in the order in which they are tried, and the kinds that need no colon."""
    data = yaml.safe_load(resources.files(__package__).joinpath("etiketten.yaml").read_text("utf-8"))
    labels = []
    for kind, patterns in data["etiketten"].items():
        for pattern in patterns:
            filled = pattern.replace("{wat}", data["wat"])
            for place, expression in _PLACES.items():
                filled = filled.replace(place, expression)
            labels.append((kind, re.compile(filled, re.IGNORECASE)))
    return tuple(labels), frozenset(data["zonder_dubbele_punt"])
