"""Sentences: where each begins and ends in a text."""

from __future__ import annotations

import re

_END = re.compile(  # [..][..]* and not [..]+, because a search for one first character is fast
    r"[.!?…;\n][.!?…;\n]*[\"'”’)\]*¹²³⁴⁵⁶⁷⁸⁹⁰]*"
)
_NEXT = re.compile(r"\s+[\"'“‘(*]*[A-ZÀ-Þ0-9€]")
_ABBREVIATION = re.compile(
    r"(?:\b(?:bijv|bv|ca|c\.q|d\.d|d\.m\.v|dhr|drs|e\.a|e\.d|e\.v|etc|evt|excl|i\.c\.m|i\.h\.k\.v|i\.o\.m|i\.p\.v|i\.s\.m|i\.v\.m"
    r"|incl|ing|ir|m\.b\.t|m\.b\.v|m\.i\.v|m\.n|m\.u\.v|max|mevr|min|mr|mw|n\.a\.v|nl|nr|o\.a|o\.b\.v|o\.g\.v|o\.i\.d|o\.l\.v"
    r"|p\.m|prof|resp|t\.a\.v|t\.b\.v|t\.g\.v|t\.o\.v|tel|vgl|z\.s\.m|art|lid|jl|blz|pag)|\b[A-Z])\.$",
    re.IGNORECASE,
)


def find_zinnen(text: str) -> list[tuple[int, int]]:
    """The spans of the sentences of `text`, white space around them left out.

    A line ends a sentence; a point behind a usual abbreviation or an initial does not.
    """
    spans, start = [], 0
    for match in _END.finditer(text):
        if "\n" in match.group():
            spans.append((start, match.end()))
            start = match.end()
            continue
        if not _NEXT.match(text, match.end()):
            continue
        if text[match.start()] == "." and _ABBREVIATION.search(
            text[max(start, match.start() - 12) : match.start() + 1]
        ):
            continue
        spans.append((start, match.end()))
        start = match.end()
    spans.append((start, len(text)))
    return [_trim(text, first, last) for first, last in spans if text[first:last].strip()]


def _trim(text: str, first: int, last: int) -> tuple[int, int]:
    stretch = text[first:last]
    return first + len(stretch) - len(stretch.lstrip()), last - (len(stretch) - len(stretch.rstrip()))
