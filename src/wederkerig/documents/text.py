"""Plain text and Markdown, pure or as converters leave them, become blocks.

Converted documents mix Markdown headings and lists, tables as tab-separated lines with HTML in the
cells, and bare text, sometimes cut into lines of one width with blank lines in between. So what a
line is gets decided line by line, and lines are joined where a sentence runs on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wederkerig.documents.document import Block, Cell, Document, Format, Kind
from wederkerig.documents.html import read_fragment
from wederkerig.documents.inline import clean_inline

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
_TABLE_TAG = re.compile(r"</?table\b", re.IGNORECASE)
_ENDED = re.compile(r"[.!?:;…](?:[\"'”’»)\]*_¹²³⁴⁵]|</\w+>)*\s*$")
_RUNS_ON = re.compile(r"[\s*_]*[a-zà-ÿ(]")
_LONG = 40


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    raw: str

    @property
    def blank(self) -> bool:
        return not self.raw.strip()


def read_text(text: str, name: str, fmt: Format = Format.TEXT) -> Document:
    """Bare or marked-up text as a `Document`; offsets are positions in `text` as it stands."""
    lines = list(_lines(text))
    width = _wrap_width(lines)
    blocks = tuple(_blocks(lines, width, text))
    pages = (0, *(match.end() for match in re.finditer("\f", text))) if "\f" in text else ()
    return Document(name=name, format=fmt, text=text, blocks=blocks, page_starts=pages)


def _lines(text: str) -> Iterator[_Line]:
    for match in re.finditer(r"[^\r\n\f]+|\r\n|[\r\n\f]", text):
        if match.group()[0] not in "\r\n\f":
            yield _Line(match.start(), match.end(), match.group())
        elif match.start() == 0 or text[match.start() - 1] in "\r\n\f":
            yield _Line(match.start(), match.start(), "")


def _wrap_width(lines: list[_Line]) -> int:
    """The width at which the text was cut into lines, or 0 where paragraphs stand on one line."""
    lengths = sorted(len(line.raw.rstrip()) for line in lines if not line.blank)
    if len(lengths) < 8 or lengths[-1] > 140:
        return 0
    width = lengths[-1 - len(lengths) // 20]
    full = sum(length > 0.8 * width for length in lengths)
    return width if width >= 55 and full >= 0.25 * len(lengths) else 0


def _blocks(lines: list[_Line], width: int, text: str) -> Iterator[Block]:
    """Walk over the lines; every step takes one block and the lines it needs."""
    index = 0
    previous: Block | None = None
    while index < len(lines):
        line = lines[index]
        if line.blank or _PICTURE.match(line.raw) or _is_rule(lines, index):
            index += 1
            continue
        count, blocks = _take(lines, index, width, text, previous)
        for block in blocks:
            previous = block
            yield block
        index += count


def _take(
    lines: list[_Line], index: int, width: int, text: str, previous: Block | None
) -> tuple[int, list[Block]]:
    """The block or blocks that begin at `index`, and how many lines they take."""
    line = lines[index]
    if "<table" in line.raw.lower():
        return _take_html_table(lines, index, text)
    if _is_row(line.raw) and (_rows_here(lines, index) > 1 or _continues_table(line.raw, previous)):
        return _take_rows(lines, index)
    if line.raw.lstrip().startswith("|"):
        return _take_pipes(lines, index)
    if heading := _HEADING.match(line.raw):
        return 1, _plain(Kind.HEADING, line, heading.start("words"), len(heading["hashes"]))
    if _underlined(lines, index):
        level = 1 if lines[index + 1].raw.strip()[0] == "=" else 2
        return 2, _plain(Kind.HEADING, line, 0, level)
    if _BLOCK_TAG.match(line.raw):
        count = _run_length(lines, index)
        last = lines[index + count - 1]
        return count, list(read_fragment(text[line.start : last.end], line.start))
    count = _joined(lines, index, width)
    return count, _paragraph(text, line, lines[index + count - 1])


def _is_rule(lines: list[_Line], index: int) -> bool:
    return bool(_RULE.match(lines[index].raw)) and not _underlined(lines, index - 1)


def _underlined(lines: list[_Line], index: int) -> bool:
    """A Markdown heading by the line of dashes or equal signs right below it."""
    if index < 0 or index + 1 >= len(lines) or lines[index].blank or "\t" in lines[index].raw:
        return False
    return (
        bool(_UNDERLINE.match(lines[index + 1].raw))
        and len(lines[index].raw) < 100
        and not _ENDED.search(lines[index].raw)
    )


def _plain(kind: Kind, line: _Line, skip: int, level: int) -> list[Block]:
    inline = clean_inline(line.raw[skip:].rstrip(" \t#"), line.start + skip)
    words = inline.words
    if not words.length:
        return []
    return [
        Block(kind, words.text, words.start, words.end, words.anchors, level, "", inline.bold, inline.italic)
    ]


# --- paragraphs and items ------------------------------------------------------------------------


def _joined(lines: list[_Line], index: int, width: int) -> int:
    """How many lines, from `index` on, one paragraph or item takes."""
    count, last = 1, lines[index]
    while index + count < len(lines):
        gap = 0
        while index + count + gap < len(lines) and _passes(lines[index + count + gap]):
            gap += 1
        if gap > 2 or index + count + gap >= len(lines):
            break
        following = lines[index + count + gap]
        if not _runs_on(last.raw, following.raw, gap, width):
            break
        count, last = count + gap + 1, following
    return count


def _passes(line: _Line) -> bool:
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
    ended, size = bool(_ENDED.search(last)), len(last.strip())
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


def _paragraph(text: str, first: _Line, last: _Line) -> list[Block]:
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


# --- tables --------------------------------------------------------------------------------------


def _is_row(raw: str) -> bool:
    """A line of tab-separated cells; a list label with a tab behind it is none."""
    if "\t" not in raw.strip(" "):
        return False
    first, _, rest = raw.partition("\t")
    lone_label = (
        bool(re.fullmatch(r"\s*(?:\d{1,3}(?:\.\d+)*[.)]?|[A-Za-z][.)]|[-•*▪o–])\s*", first))
        and "\t" not in rest
    )
    return not lone_label


def _rows_here(lines: list[_Line], index: int) -> int:
    count = 0
    while index + count < len(lines) and _is_row(lines[index + count].raw):
        count += 1
    return count


def _continues_table(raw: str, previous: Block | None) -> bool:
    """A lone row: the rest of a table that a page break cut, or cells with HTML in them."""
    return "</p>" in raw or (previous is not None and previous.kind is Kind.TABLE)


def _run_length(lines: list[_Line], index: int) -> int:
    count = 1
    while (
        index + count < len(lines)
        and not lines[index + count].blank
        and not _is_row(lines[index + count].raw)
    ):
        count += 1
    return count


def _take_rows(lines: list[_Line], index: int) -> tuple[int, list[Block]]:
    count = _rows_here(lines, index)
    taken = lines[index : index + count]
    rows = [tuple(_split_cells(line, "\t")) for line in taken if not _RULE.match(line.raw)]
    return count, _table(rows, lines[index].start, lines[index + count - 1].end)


def _take_pipes(lines: list[_Line], index: int) -> tuple[int, list[Block]]:
    count, rows = 0, []
    while index + count < len(lines) and lines[index + count].raw.lstrip().startswith("|"):
        line = lines[index + count]
        if not re.fullmatch(r"[\s|:-]+", line.raw):
            lead = len(line.raw) - len(line.raw.lstrip()) + 1
            inner = line.raw[lead:].rstrip().removesuffix("|")
            rows.append(tuple(_split_cells(_Line(line.start + lead, line.end, inner), "|")))
        count += 1
    return count, _table(rows, lines[index].start, lines[index + count - 1].end)


def _split_cells(line: _Line, separator: str) -> Iterator[Cell]:
    offset = line.start
    for part in line.raw.split(separator):
        yield _cell(part, offset)
        offset += len(part) + 1


def _cell(raw: str, offset: int) -> Cell:
    if "<" in raw and re.search(r"</?(?:p|ul|li|br|div|table)\b", raw):
        return Cell(read_fragment(raw, offset))
    inline = clean_inline(raw, offset)
    words = inline.words
    if not words.length:
        return Cell()
    block = Block(
        Kind.PARAGRAPH,
        words.text,
        words.start,
        words.end,
        words.anchors,
        bold=inline.bold,
        italic=inline.italic,
    )
    return Cell((block,), header=inline.bold == words.length)


def _table(rows: list[tuple[Cell, ...]], start: int, end: int) -> list[Block]:
    filled = tuple(row for row in rows if any(cell.blocks for cell in row))
    return [Block(Kind.TABLE, "", start, end, rows=filled)] if filled else []


def _take_html_table(lines: list[_Line], index: int, text: str) -> tuple[int, list[Block]]:
    """An HTML table over any number of lines, with what stands beside it on its lines."""
    first, depth, position = lines[index], 0, len(text)
    for tag in _TABLE_TAG.finditer(text, first.start + first.raw.lower().index("<table")):
        depth += -1 if tag.group()[1] == "/" else 1
        if depth == 0:
            position = tag.end()
            break
    count = 1
    while index + count < len(lines) and lines[index + count].start < position:
        count += 1
    end = lines[index + count - 1].end
    return count, list(read_fragment(text[first.start : end], first.start))
