"""The lines with which a plan closes: where and when was signed, by whom, and dots to sign on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wederkerig.reading.kop import is_place_and_date
from wederkerig.reading.passage import Piece

_CLOSES = re.compile(
    r"aldus\b.*(?:overeengekomen|ondertekend|getekend|opgemaakt|vastgesteld|besloten)"
    r"|(?:voor akkoord|handtekening(?:en)?)\s*[:.]?$"
    r"|(?:ondertekend|getekend|overeengekomen|vastgesteld|opgemaakt)\s+(?:(?:te|in)\s+[A-Z’']|op\s+\d)"
    r"|[.…_\s]{6,}$",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:(?i:de heer|mevrouw|dhr\.?|mevr\.?|mw\.?|namens)\b.{0,60}"
    r"|(?i:wethouder|burgemeester|voorzitter)\b.{0,40}"
    r"|(?i:gemeente|stichting|woonstichting|woningstichting|woningcorporatie|huurders\w+)"
    r"\s+[A-Z][\w’' -]{1,40}"
    r"|[.…_\s]{4,})(?<![a-z]\.)"
)


def closes(text: str) -> bool:
    """Whether a paragraph closes the plan, so that no words of an amendment follow."""
    return bool(_CLOSES.match(text)) or is_place_and_date(text)


def without_names(pieces: Sequence[Piece]) -> list[Piece]:
    """The words without the names of those who sign, that stand below them."""
    kept = list(pieces)
    while len(kept) > 1 and kept[-1].first == 0 and _NAME.fullmatch(kept[-1].text.strip()):
        kept.pop()
    return kept
