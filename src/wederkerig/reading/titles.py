"""What a heading is for: a theme, goals, agreements, the parties, a glossary, an annex ….

The words are data (`titels.yaml`); here they are only matched.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Final

import yaml

from wederkerig.reading.labels import strip_label

MAX_TITLE: Final = 110
_THEMA = re.compile(
    r"(?:thema|onderwerp|speerpunt|pijler|prioriteit)\s*(?:\d{1,2}|[A-Z]|[IVX]{1,4})?\s*[.:–—-]*\s+(?P<titel>\S.*)",
    re.IGNORECASE,
)
_NUMBERED_THEMA = re.compile(
    r"(?i:thema|speerpunt|pijler)\s+(?:\d{1,2}|[A-Z]|[IVX]{1,4})\b|(?i:thema):|(?i:thema)\s+[A-Z]\w+"
)
_DOTS = re.compile(r"[\s.…·_]{4,}\d{1,3}\s*$|\t\d{1,3}\s*$")
_CHAPTER = re.compile(
    r"(?:hoofdstuk|deel|onderdeel|paragraaf)\s+(?:\d{1,2}|[A-Z]|[IVX]{1,4})\b\s*[.:–—-]*\s*(?=\S)|(?-i:^[A-Z]\s+(?=[A-Z][a-z]))",
    re.IGNORECASE,
)
_BIJLAGE = re.compile(r"bijlagen?\s*(?:\d{1,2}|[A-Z]|[IVX]{1,4})?\s*[.:–—-]*\s*", re.IGNORECASE)
_PERSON = re.compile(
    r"\b(?:de heer|mevrouw|dhr\.|mevr\.|mw\.|wethouder|burgemeester|(?:\w+-)?bestuurder|voorzitter"
    r"|directeur)\b",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"[\d.,/%€ –-]+")  # a cell that lost its table
_YEAR = re.compile(r"20\d\d(?:\s*[-–/]\s*20\d\d)?")
_VERB = re.compile(
    r"\b(?:is|zijn|wordt|worden|heeft|hebben|zal|zullen|kan|kunnen|moet|moeten|gaat|gaan|stelt|stellen|werkt|werken|zet|zetten"
    r"|zorgt|zorgen|maakt|maken|biedt|bieden|doet|doen|komt|komen|blijft|blijven)\b"
)


@cache
def _patterns() -> tuple[tuple[tuple[str, re.Pattern[str]], ...], re.Pattern[str]]:
    data = yaml.safe_load(resources.files(__package__).joinpath("titels.yaml").read_text("utf-8"))
    roles = tuple(
        (role, re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE))
        for role, patterns in data["rollen"].items()
    )
    themes = re.compile("|".join(f"(?:{pattern})" for pattern in data["themas"]), re.IGNORECASE)
    return roles, themes


def is_chapter(text: str) -> bool:
    """Whether a title says that it is one: "Hoofdstuk 2 – Betaalbaarheid", "Deel B"."""
    return bool(
        re.match(
            r"(?:hoofdstuk|deel|onderdeel)\s+(?:\d{1,2}|[A-Z]|[IVX]{1,4})\b", text.strip(" *"), re.IGNORECASE
        )
    )


def bare_title(text: str) -> str:
    """A title without number, "Thema 2.", dotted leader and page number."""
    words = _CHAPTER.sub("", strip_label(_DOTS.sub("", text).strip(" *:\u00a0")))
    if match := _THEMA.fullmatch(words):
        words = match["titel"]
    return strip_label(words).strip(" :–-")


@cache
def role_of(text: str) -> str | None:
    """The role of a title that has a fixed one: 'doelen', 'afspraken', 'partijen' …, or None."""
    title = _CHAPTER.sub("", strip_label(_DOTS.sub("", text).strip(" *:\u00a0")), count=1).rstrip(" .:?!")
    annex = _BIJLAGE.match(title)
    if annex and annex.end() > 0:
        inner = _match_role(title[annex.end() :].rstrip(" .:"))
        return inner if inner in {"begrippen", "kaders"} else "bijlage"
    return _match_role(title)


def _match_role(title: str) -> str | None:
    for role, pattern in _patterns()[0]:
        if pattern.fullmatch(title):
            return role
    return None


def says_theme(text: str) -> bool:
    """Whether a title calls itself a theme: "Thema 2. Betaalbaarheid"."""
    return bool(_NUMBERED_THEMA.match(strip_label(text.strip(" *"))))


def is_theme_title(text: str) -> bool:
    """Whether a title is the usual name of a theme, or says that it is one ("Thema 2. …")."""
    if says_theme(text):
        return True
    title = bare_title(text)
    return len(title) < 70 and bool(
        _patterns()[1].fullmatch(re.sub(r"\s*\(.*\)$|\s+20\d\d(?:-20\d\d)?$", "", title))
    )


def looks_like_title(text: str) -> bool:
    """Whether a block on its own line reads as a heading, going by its words alone."""
    words = text.strip()
    if not words or len(words) > MAX_TITLE or len(words.split()) > 14 or "|" in words or words.count(",") > 2:
        return False
    if _PERSON.search(words) or (_FIGURES.fullmatch(words) and not _YEAR.fullmatch(words)):
        return False
    if words[-1] in ".;,!" and not re.search(r"\bverder\.$", words):
        return False
    first = words.lstrip("*'‘“\"(")[:1]
    if not (first.isupper() or first.isdigit()):
        return False
    if words[-1] == ":" or words[-1] == "?":
        return role_of(words) is not None or (words[-1] == ":" and len(words.split()) <= 4)
    return is_chapter(words) or not (
        _VERB.search(words) and len(words.split()) > 5 and role_of(words) is None
    )
