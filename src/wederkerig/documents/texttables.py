"""Tables in bare text: lines of cells parted by tabs, by bars or by wide gaps, and HTML tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wederkerig.documents.document import Block, Cell, Kind
from wederkerig.documents.html import read_fragment
from wederkerig.documents.inline import clean_inline
from wederkerig.documents.textlines import Line

_RULE = re.compile(r"\s*(?:[-*_=]\s*){3,}$|^[\s\t|:-]*-{2,}[\s\t|:-]*$")
_TABLE_TAG = re.compile(r"</?table\b", re.IGNORECASE)
_GAP = re.compile(r" {3,}")
_LABEL = re.compile(
    r"(?:\d{1,3}(?:\.\d{1,3})*[.)]?|[A-Za-z][.)]|[IVX]{1,5}[.)]|[-•*▪o–]|Artikel \S+|Hoofdstuk \S+)"
)
_NEAR = 2


def is_row(raw: str) -> bool:
    """A line of tab-separated cells; a list label with a tab behind it is none."""
    if "\t" not in raw.strip(" "):
        return False
    first, _, rest = raw.partition("\t")
    lone_label = (
        bool(re.fullmatch(r"\s*(?:\d{1,3}(?:\.\d+)*[.)]?|[A-Za-z][.)]|[-•*▪o–])\s*", first))
        and "\t" not in rest
    )
    return not lone_label


def rows_here(lines: list[Line], index: int) -> int:
    """How many lines from `index` on are rows of tab-separated cells."""
    count = 0
    while index + count < len(lines) and is_row(lines[index + count].raw):
        count += 1
    return count


def continues_table(raw: str, previous: Block | None) -> bool:
    """A lone row: the rest of a table that a page break cut, or cells with HTML in them."""
    return "</p>" in raw or (previous is not None and previous.kind is Kind.TABLE)


def take_rows(lines: list[Line], index: int) -> tuple[int, list[Block]]:
    """The table of tab-separated lines at `index`, and how many lines it takes."""
    count = rows_here(lines, index)
    taken = lines[index : index + count]
    rows = [tuple(_split_cells(line, "\t")) for line in taken if not _RULE.match(line.raw)]
    return count, _table(rows, lines[index].start, lines[index + count - 1].end)


def take_pipes(lines: list[Line], index: int) -> tuple[int, list[Block]]:
    """The Markdown table at `index`, and how many lines it takes."""
    count, rows = 0, []
    while index + count < len(lines) and lines[index + count].raw.lstrip().startswith("|"):
        line = lines[index + count]
        if not re.fullmatch(r"[\s|:-]+", line.raw):
            lead = len(line.raw) - len(line.raw.lstrip()) + 1
            inner = line.raw[lead:].rstrip().removesuffix("|")
            rows.append(tuple(_split_cells(Line(line.start + lead, line.end, inner), "|")))
        count += 1
    return count, _table(rows, lines[index].start, lines[index + count - 1].end)


def _split_cells(line: Line, separator: str) -> Iterator[Cell]:
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


def take_html_table(lines: list[Line], index: int, text: str) -> tuple[int, list[Block]]:
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


def aligned_rows(lines: list[Line], index: int) -> int:
    """How many lines from `index` on stand in columns, parted by wide gaps; 0 when fewer than two do."""
    starts = _starts(lines[index].raw)
    count = 1
    while len(starts) > 1 and index + count < len(lines):
        below = _starts(lines[index + count].raw)
        if len(below) < 2 or not all(
            any(abs(start - known) <= _NEAR for known in starts) for start in below[1:]
        ):
            break
        count += 1
    return count if count > 1 else 0


def _starts(raw: str) -> list[int]:
    """Where the cells of a line begin; a label with a gap behind it opens a paragraph, not a row."""
    if not _GAP.search(raw.strip()):
        return []
    lead = len(raw) - len(raw.lstrip())
    starts = [lead, *(match.end() for match in _GAP.finditer(raw, lead) if match.end() < len(raw.rstrip()))]
    sentence = len(starts) == 2 and len(raw.rstrip()) - starts[1] > 20
    return [] if sentence and _LABEL.fullmatch(raw[starts[0] : starts[1]].strip()) else starts


def take_aligned(lines: list[Line], index: int) -> tuple[int, list[Block]]:
    """The table of aligned lines at `index`, and how many lines it takes."""
    count = aligned_rows(lines, index)
    taken = lines[index : index + count]
    columns = max((_starts(line.raw) for line in taken), key=len)
    rows = [tuple(_aligned_cells(line, columns)) for line in taken]
    return count, _table(rows, lines[index].start, lines[index + count - 1].end)


def _aligned_cells(line: Line, columns: list[int]) -> Iterator[Cell]:
    starts = _starts(line.raw)
    for column in columns:
        start = next((start for start in starts if abs(start - column) <= _NEAR), None)
        if start is None:
            yield Cell()
            continue
        following = next((known for known in starts if known > start), len(line.raw))
        yield _cell(line.raw[start:following], line.start + start)
