"""Plain text and Markdown, pure or as converters leave them, become blocks.

Converted documents mix Markdown headings and lists, tables as tab-separated lines with HTML in the
cells, and bare text, sometimes cut into lines of one width with blank lines in between. So what a
line is gets decided line by line, and lines are joined where a sentence runs on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from wederkerig.documents.document import Block, Document, Format, Kind
from wederkerig.documents.html import read_fragment
from wederkerig.documents.inline import clean_inline
from wederkerig.documents.textlines import Line, split_lines, wrap_width
from wederkerig.documents.texttables import (
    aligned_rows,
    continues_table,
    is_row,
    rows_here,
    take_aligned,
    take_html_table,
    take_pipes,
    take_rows,
)

NUMBER = re.compile(
    r"(?:\*\*|__|<b>)?(?P<label>(?:\d{1,3}(?:\.\d{1,3}){0,3}[.)]?|[A-Z]\d{1,2}(?:\.\d{1,2})*[.)]?|[a-zA-Z][.)]|[ivx]{1,4}[.)]))"
    r"[ \t\u00a0]+(?=\S)"
)
_LIST_LABEL = re.compile(r"(?:\*\*|__|<b>)?(?:\d{1,3}(?:\.\d{1,3}){0,3}[.)]|[A-Z]\d{1,2}[.)]|[a-z][.)])\s")
_BULLET = re.compile(r"(?P<indent>[ \t]*)(?P<glyph>[-*+•▪●◦‣–·o\uf0b7\uf0a7])[ \t\u00a0]+(?=\S)")
_HEADING = re.compile(r" {0,3}(?P<hashes>#{1,6})[ \t]+(?P<words>.*?)[ \t#]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-{3,})\s*$")
_RULE = re.compile(r"\s*(?:[-*_=]\s*){3,}$|^[\s\t|:-]*-{2,}[\s\t|:-]*$")
_FOOTNOTE = re.compile(r"\s*(?:[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,2}|<sup>\s*\d{1,2}\s*</sup>|\[\^[^\]]+\]:)\s*(?=\S)")
_PICTURE = re.compile(r"\s*!\[[^\]]*\]\([^)]*\)\s*$")
_BLOCK_TAG = re.compile(r"\s*</?(?:p|div|ul|ol|li|h[1-6]|section|article|body|html)\b", re.IGNORECASE)
_ENDED = re.compile(r"[.!?:;…](?:[\"'”’»)\]*_¹²³⁴⁵]|</\w+>)*\s*$")
_RUNS_ON = re.compile(r"[\s*_]*[a-zà-ÿ(]")
_LONG = 40
_OVER_PAGE = 14
_NOTE_NUMBER = re.compile(r"\d{1,2}")


def read_text(text: str, name: str, fmt: Format = Format.TEXT) -> Document:
    """Bare or marked-up text as a `Document`; offsets are positions in `text` as it stands."""
    lines = split_lines(text)
    width = wrap_width(lines)
    blocks = tuple(_blocks(lines, width, text))
    pages = (0, *(match.end() for match in re.finditer("\f", text))) if "\f" in text else ()
    return Document(name=name, format=fmt, text=text, blocks=blocks, page_starts=pages)


def _blocks(lines: list[Line], width: int, text: str) -> Iterator[Block]:
    """Walk over the lines; every step takes one block and the lines it needs."""
    index, paged = 0, "\f" in text
    previous: Block | None = None
    while index < len(lines):
        line = lines[index]
        if line.blank or _PICTURE.match(line.raw) or _is_rule(lines, index):
            index += 1
            continue
        count, blocks = _take(lines, index, width, text, previous)
        for block in blocks:
            noted = previous is not None and paged and _NOTE_NUMBER.fullmatch(previous.text)
            previous = replace(block, kind=Kind.FOOTNOTE) if noted and block.kind is Kind.PARAGRAPH else block
            if not (paged and _NOTE_NUMBER.fullmatch(block.text)):
                yield previous
        index += count


def _take(
    lines: list[Line], index: int, width: int, text: str, previous: Block | None
) -> tuple[int, list[Block]]:
    """The block or blocks that begin at `index`, and how many lines they take."""
    line = lines[index]
    if "<table" in line.raw.lower():
        return take_html_table(lines, index, text)
    if is_row(line.raw) and (rows_here(lines, index) > 1 or continues_table(line.raw, previous)):
        return take_rows(lines, index)
    if line.raw.lstrip().startswith("|"):
        return take_pipes(lines, index)
    if aligned_rows(lines, index):
        return take_aligned(lines, index)
    if heading := _HEADING.match(line.raw):
        return 1, _plain(Kind.HEADING, line, heading.start("words"), len(heading["hashes"]))
    if _underlined(lines, index):
        level = 1 if lines[index + 1].raw.strip()[0] == "=" else 2
        return 2, _plain(Kind.HEADING, line, 0, level)
    if _BLOCK_TAG.match(line.raw):
        count = _run_length(lines, index)
        last = lines[index + count - 1]
        return count, list(read_fragment(text[line.start : last.end], line.start))
    count = _joined(lines, index, width, text)
    return count, _paragraph(text, line, lines[index + count - 1])


def _is_rule(lines: list[Line], index: int) -> bool:
    return bool(_RULE.match(lines[index].raw)) and not _underlined(lines, index - 1)


def _underlined(lines: list[Line], index: int) -> bool:
    """A Markdown heading by the line of dashes or equal signs right below it."""
    if index < 0 or index + 1 >= len(lines) or lines[index].blank or "\t" in lines[index].raw:
        return False
    return (
        bool(_UNDERLINE.match(lines[index + 1].raw))
        and len(lines[index].raw) < 100
        and not _ENDED.search(lines[index].raw)
    )


def _plain(kind: Kind, line: Line, skip: int, level: int) -> list[Block]:
    inline = clean_inline(line.raw[skip:].rstrip(" \t#"), line.start + skip)
    words = inline.words
    if not words.length:
        return []
    return [
        Block(kind, words.text, words.start, words.end, words.anchors, level, "", inline.bold, inline.italic)
    ]


# --- paragraphs and items ------------------------------------------------------------------------


def _run_length(lines: list[Line], index: int) -> int:
    count = 1
    while (
        index + count < len(lines) and not lines[index + count].blank and not is_row(lines[index + count].raw)
    ):
        count += 1
    return count


def _joined(lines: list[Line], index: int, width: int, text: str) -> int:
    """How many lines, from `index` on, one paragraph or item takes."""
    count, last = 1, lines[index]
    while index + count < len(lines):
        gap = 0
        while index + count + gap < len(lines) and _passes(lines[index + count + gap]):
            gap += 1
        if index + count + gap >= len(lines):
            break
        following = lines[index + count + gap]
        paged = gap > 0 and "\f" in text[last.end : following.start]
        if gap > (_OVER_PAGE if paged else 2) or aligned_rows(lines, index + count + gap):
            break
        if not _runs_on(last.raw, following.raw, gap, width):
            break
        count, last = count + gap + 1, following
    return count


def _passes(line: Line) -> bool:
    return line.blank or bool(_PICTURE.match(line.raw))


def _runs_on(last: str, following: str, gap: int, width: int) -> bool:
    """Whether the sentence that `last` leaves open, or its paragraph, goes on in `following`."""
    if (
        "\t" in following
        or following.lstrip()[:1] in "|#"
        or _BLOCK_TAG.match(following)
        or "<table" in following
    ):
        return False
    ended, size = bool(_ENDED.search(last)), len(last.rstrip())
    label = _LIST_LABEL.match(following.lstrip())
    if _BULLET.match(following) or _FOOTNOTE.match(following):
        return False
    if label and (ended or size < 0.75 * (width or 10_000)):
        return label.group().rstrip()[:-1] in {"b", "i"} and not ended and gap == 0 and width > 0
    full = width > 0 and size > 0.72 * width
    if width and gap == 0:
        return full or (not ended and bool(_RUNS_ON.match(following)))
    if ended:
        return False
    if width and full:
        return not label or label.group()[:2] in {"19", "20"}
    return size > _LONG and bool(_RUNS_ON.match(following))


def _paragraph(text: str, first: Line, last: Line) -> list[Block]:
    """A paragraph, list item or footnote over one or more lines."""
    raw = text[first.start : last.end]
    kind, level, marker, skip = Kind.PARAGRAPH, 0, "", 0
    if _FOOTNOTE.match(raw):
        kind = Kind.FOOTNOTE
    elif bullet := _BULLET.match(raw):
        kind, marker, skip = Kind.ITEM, bullet["glyph"], bullet.end()
        level = len(bullet["indent"].expandtabs(4)) // 2
    inline = clean_inline(raw[skip:], first.start + skip)
    words = inline.words
    if not words.length:
        return []
    if kind is Kind.PARAGRAPH and (number := _LIST_LABEL.match(words.text)):
        kind, marker = Kind.ITEM, number.group().strip()
    return [
        Block(
            kind, words.text, words.start, words.end, words.anchors, level, marker, inline.bold, inline.italic
        )
    ]
