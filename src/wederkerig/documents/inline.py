"""Inline mark-up in bare text: Markdown emphasis, stray HTML tags, entities, escapes.

Converted documents mix all of these in one line; each piece of mark-up is dropped and the words
around it keep their offsets.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from wederkerig.documents.words import Words

SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

_MARKUP = re.compile(
    r"(?P<sup><sup>\s*(?P<mark>\d{1,2})\s*</sup>)"
    r"|(?P<open><(?:b|strong)\b[^<>]*>)|(?P<close></(?:b|strong)>)"
    r"|(?P<tag></?[A-Za-z][^<>]{0,200}>|<!--.*?-->)"
    r"|(?P<entity>&(?:#\d{1,6}|#x[0-9A-Fa-f]{1,5}|[A-Za-z]{2,8});)"
    r"|(?P<escape>\\(?=[\\`*_{}\[\]()#+.!|-]))"
    r"|(?P<bold>\*\*\*?|(?<!\w)__|__(?!\w))"
    r"|(?P<italic>(?<![\w*.)])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])|(?<![\w_])_(?=[^\s_])|(?<=[^\s_])_(?![\w_]))"
    r"|(?P<picture>!\[[^\]]{0,200}\]\([^)]{0,500}\))"
    r"|(?P<link>\[(?=[^\[\]]{1,200}\]\((?:https?:|mailto:|www\.|[#/])[^()\s]*\))"
    r"|\]\((?:https?:|mailto:|www\.|[#/])[^()\s]*\))"
    r"|(?P<hyphen>(?<=[a-zà-ÿ])-[ \t]*\r?\n[ \t]*(?=[a-zà-ÿ])(?!(?:en|of|tot)\b))"
    r"|(?P<soft>\u00ad|\u200b|\ufeff)",
    re.DOTALL,
)
_PLAIN = re.compile(r"[<&\\*_\u00ad\u200b\ufeff]|\]\(|-[ \t]*\r?\n")
_TIGHT = re.compile(r"</?(?:b|strong|i|em|u|sub|sup|span|a|small|font)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Inline:
    """The clean words of a stretch of text, with how many of them lead in bold, and if all lean."""

    words: Words
    bold: int
    italic: bool


def clean_inline(raw: str, offset: int) -> Inline:
    """The words of `raw`, of which the first character stands at `offset`."""
    words = Words()
    if not _PLAIN.search(raw):
        words.add(raw, offset)
        return Inline(words, 0, italic=False)
    state = _Emphasis(raw)
    position = 0
    for match in _MARKUP.finditer(raw):
        if state.is_text(match):
            continue
        words.add(raw[position : match.start()], offset + position)
        position = match.end()
        _replace(match, words, offset, state)
    words.add(raw[position:], offset + position)
    return Inline(words, state.lead(words.length), italic=state.all_italic())


def _replace(match: re.Match[str], words: Words, offset: int, state: _Emphasis) -> None:
    """Put in the words what a piece of mark-up stands for, and note where bold begins and ends."""
    kind = match.lastgroup or ""
    if match["sup"]:
        words.add(match["mark"].translate(SUPERSCRIPTS), offset + match.start("mark"))
    elif kind == "entity":
        words.add(html.unescape(match.group()), offset + match.start())
    elif kind == "tag" and not _TIGHT.match(match.group()):
        words.space()
    elif kind in {"open", "close", "bold"}:
        state.toggle_bold(kind, words.length)


class _Emphasis:
    """Which stars are mark-up and which are footnote marks, and how far a leading bold reaches."""

    def __init__(self, raw: str) -> None:
        stripped = raw.strip()
        self._singles = len(re.findall(r"(?<![\w*.)])\*(?=[^\s*])", raw))
        self._closers = len(re.findall(r"(?<=[^\s*])\*(?![\w*])", raw))
        self._italic = (
            stripped[:1] in "*_" and stripped[:2] not in {"**", "__"} and stripped[-1:] == stripped[:1]
        )
        self._open_at = -1
        self._lead = 0

    def is_text(self, match: re.Match[str]) -> bool:
        """A star without a partner is a footnote mark, not mark-up."""
        return match.lastgroup == "italic" and match.group() == "*" and not (self._singles and self._closers)

    def toggle_bold(self, kind: str, length: int) -> None:
        opening = kind == "open" or (kind == "bold" and self._open_at < 0)
        if opening:
            self._open_at = length
        else:
            if self._open_at in (0, self._lead):
                self._lead = length
            self._open_at = -1

    def lead(self, length: int) -> int:
        """How many leading characters are bold; an unclosed bold runs to the end."""
        return length if self._open_at == 0 else min(self._lead, length)

    def all_italic(self) -> bool:
        return self._italic
