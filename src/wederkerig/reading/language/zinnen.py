"""Sentences: where each begins and ends in a text."""

from __future__ import annotations

import re

_END = re.compile(  # [..][..]* and not [..]+, because a search for one first character is fast
    r"[.!?…;\n](?:(?<!\n)[.!?…;]*[\"'”’)\]*¹²³⁴⁵⁶⁷⁸⁹⁰]*)?"
)
_NEXT = re.compile(r"\s+[\"'“‘(*]*(?P<first>[A-ZÀ-Þ0-9€])")
_ABBREVIATION = re.compile(
    r"\b(?:a\.d\.h\.v|bijv|bv|ca|c\.q|d\.d|d\.m\.v|d\.w\.z|dhr|drs|evt|excl|hr|i\.c\.m|i\.g\.v|i\.h\.k\.v|i\.o\.m|i\.p\.v"
    r"|i\.s\.m|i\.t\.t|i\.v\.m|incl|ing|ir|m\.a\.w|m\.b\.t|m\.b\.v|m\.i\.v|m\.n|m\.u\.v|max|mevr|min|mr|mw|n\.a\.v|(?<!\.)nl|nr|nrs"
    r"|o\.a|o\.b\.v|o\.g\.v|o\.i\.d|o\.l\.v|p\.m|par|prof|resp|t\.a\.v|t\.b\.v|t\.g\.v|t\.o\.v|tel|v\.w\.b|vgl|z\.g\.n|z\.s\.m"
    r"|art|blz|pag)\.$",
    re.IGNORECASE,
)
_OFTEN_LAST = re.compile(  # these end a sentence too, which shows by the capital that follows
    r"\b(?:e\.a|e\.d|e\.v|etc|p\.j|lid|jl|jan|feb|mrt|apr|aug|sept?|okt|nov|dec)\.$", re.IGNORECASE
)
_LETTER = re.compile(r"(?<!['’])\b[A-Z]\.$", re.IGNORECASE)
_GRADE = re.compile(
    r"(?:label|klasse|categorie|variant|optie|type|bijlage|deel|fase)s?\s(?:[A-Z],?\s?(?:en|of|t/m)?\s?)*[A-Z]\.$"
)
_NUMBERING = re.compile(r"\s*(?:[\"'(*]*(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivx]{1,4})[.)]\s*)+")
_BACK = 12
_FURTHER_BACK = 40


def find_zinnen(text: str) -> list[tuple[int, int]]:
    """The spans of the sentences of `text`, white space around them left out.

    A line ends a sentence; a point behind a usual abbreviation, an initial or the number of an item does not.
    """
    spans, start = [], 0
    for match in _END.finditer(text):
        if match.group() == "\n" or _ends(text, start, match):
            spans.append((start, match.end()))
            start = match.end()
    spans.append((start, len(text)))
    return [_trim(text, first, last) for first, last in spans if text[first:last].strip()]


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a mark ends the sentence that begins at `start`."""
    following = _NEXT.match(text, match.end())
    if following is None:
        return False
    if text[match.start()] != ".":
        return True
    point = match.start() + 1
    before = text[max(start, point - _BACK) : point]
    if _ABBREVIATION.search(before) or (_OFTEN_LAST.search(before) and not following["first"].isalpha()):
        return False
    if _LETTER.search(before) and not _GRADE.search(text[max(start, point - _FURTHER_BACK) : point]):
        return False
    return point - start > _FURTHER_BACK or not _NUMBERING.fullmatch(text, start, point)


def _trim(text: str, first: int, last: int) -> tuple[int, int]:
    stretch = text[first:last]
    return first + len(stretch) - len(stretch.lstrip()), last - (len(stretch) - len(stretch.rstrip()))
