"""HTML, whole pages and the fragments that converters leave in cells, becomes blocks.

The standard library's parser forgives broken mark-up; scripts, styles and comments are passed over.
"""

from __future__ import annotations

from html import unescape
from html.parser import HTMLParser
from itertools import accumulate

from wederkerig.documents.document import Block, Cell, Document, Format, Kind
from wederkerig.documents.inline import SUPERSCRIPTS
from wederkerig.documents.words import Words

_BREAKING = frozenset(
    "p div section article header footer main aside blockquote pre li ul ol dl dt dd figure figcaption "
    "address h1 h2 h3 h4 h5 h6 hr br table thead tbody tfoot tr td th caption body html form fieldset "
    "nav title".split()
)
_SILENT = frozenset("script style template noscript head".split())
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_MAX_DEPTH = 40
_BULLETS = "•▪●◦‣-–"


def read_html(text: str, name: str) -> Document:
    """A web page as a `Document`; offsets are positions in `text`, tags included."""
    reader = _Reader(text, 0)
    return Document(name=name, format=Format.HTML, text=text, blocks=tuple(reader.read()), title=reader.title)


def read_fragment(raw: str, offset: int) -> tuple[Block, ...]:
    """The blocks of a piece of HTML that stands at `offset` in its document."""
    return tuple(_Reader(raw, offset).read())


class _Table:
    """A table that is being read."""

    def __init__(self, start: int) -> None:
        self.start = start
        self.rows: list[list[Cell]] = []
        self.cell: dict[str, str | None] | None = None
        self.header = False
        self.outer: list[Block] = []


class _Reader(HTMLParser):
    def __init__(self, raw: str, offset: int) -> None:
        super().__init__(convert_charrefs=False)
        self._raw, self._base = raw, offset
        self._lines = [0, *accumulate(len(line) for line in raw.split("\n"))]
        self._blocks: list[Block] = []
        self._tables: list[_Table] = []
        self._lists: list[tuple[str, int]] = []
        self._words = Words()
        self._kind, self._level, self._marker = Kind.PARAGRAPH, 0, ""
        self._bold_from, self._bold, self._italic = -1, 0, 0
        self._lean = True
        self._silent = 0
        self._sup = False
        self._title: list[str] = []
        self._in_title = False

    @property
    def title(self) -> str:
        """The page's own title."""
        return " ".join("".join(self._title).split())

    def read(self) -> list[Block]:
        """All blocks in the order of the source."""
        self.feed(self._raw)
        self.close()
        self._flush()
        while self._tables:
            self._end_table()
        return self._blocks

    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + (line - 1) + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BREAKING:
            self._flush()
        if tag in _SILENT:
            self._silent += 1
        elif tag == "title":
            self._in_title = True
        elif tag in _HEADINGS:
            self._kind, self._level = Kind.HEADING, _HEADINGS[tag]
        elif tag in {"ul", "ol"}:
            start = dict(attrs).get("start") or "1"
            self._lists.append((tag, int(start) - 1 if start.isdigit() else 0))
        elif tag == "li":
            self._start_item()
        elif tag in {"b", "strong"}:
            self._bold_from = self._words.length if self._bold_from < 0 else self._bold_from
        elif tag in {"i", "em"}:
            self._italic += 1
        elif tag == "sup":
            self._sup = True
        else:
            self._start_table_part(tag, dict(attrs))

    def _start_item(self) -> None:
        self._kind, self._level, self._marker = Kind.ITEM, max(0, len(self._lists) - 1), "•"
        if self._lists and self._lists[-1][0] == "ol":
            number = self._lists[-1][1] + 1
            self._lists[-1] = ("ol", number)
            self._marker = f"{number}."
            self._words.add(f"{number}. ", self._base + self._at())

    def _start_table_part(self, tag: str, attrs: dict[str, str | None]) -> None:
        if tag == "table" and len(self._tables) < _MAX_DEPTH:
            table = _Table(self._base + self._at())
            table.outer, self._blocks = self._blocks, []
            self._tables.append(table)
        elif tag == "tr" and self._tables:
            self._end_cell()
            self._tables[-1].rows.append([])
        elif tag in {"td", "th"} and self._tables:
            self._end_cell()
            table = self._tables[-1]
            if not table.rows:
                table.rows.append([])
            table.cell, table.header = attrs, tag == "th"

    def handle_endtag(self, tag: str) -> None:
        if tag in _BREAKING:
            self._flush()
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag == "title":
            self._in_title = False
        elif tag in {"ul", "ol"} and self._lists:
            self._lists.pop()
        elif tag in {"b", "strong"}:
            self._end_bold()
        elif tag in {"i", "em"}:
            self._italic = max(0, self._italic - 1)
        elif tag == "sup":
            self._sup = False
        elif tag in {"td", "th", "tr"} and self._tables:
            self._end_cell()
        elif tag == "table" and self._tables:
            self._end_table()

    def _end_bold(self) -> None:
        if self._bold_from >= 0 and self._bold_from <= self._bold + 1:
            self._bold = self._words.length
        self._bold_from = -1

    def _end_cell(self) -> None:
        table = self._tables[-1]
        if table.cell is None:
            if table.rows and self._blocks:  # words between cells keep their place, in a cell of their own
                table.rows[-1].append(Cell(tuple(self._blocks)))
                self._blocks = []
            return
        self._flush()
        span = {key: _number(table.cell.get(key)) for key in ("colspan", "rowspan")}
        cell = Cell(tuple(self._blocks), span["colspan"], span["rowspan"], table.header)
        table.rows[-1].append(cell)
        table.cell, self._blocks = None, []

    def _end_table(self) -> None:
        self._end_cell()
        table = self._tables.pop()
        stray, self._blocks = self._blocks, table.outer
        rows = tuple(tuple(row) for row in table.rows if any(cell.blocks for cell in row))
        self._blocks.extend(stray)
        if rows:
            end = self._base + min(self._at(), len(self._raw))
            self._blocks.append(Block(Kind.TABLE, "", table.start, max(end, table.start), rows=rows))

    def handle_data(self, data: str) -> None:
        self._take(data, self._at())

    def handle_entityref(self, name: str) -> None:
        self._take_reference(len(name) + 1)

    def handle_charref(self, name: str) -> None:
        self._take_reference(len(name) + 2)

    def _take_reference(self, length: int) -> None:
        """An entity with its semicolon, if it has one: the ampersand in "B&W" is a plain one."""
        at = self._at()
        length += self._raw[at + length : at + length + 1] == ";"
        self._take(unescape(self._raw[at : at + length]), at)

    def _take(self, data: str, position: int) -> None:
        if self._in_title:
            self._title.append(data)
        if self._silent or self._in_title:
            return
        bare = data.strip()
        if self._sup and bare.isdigit():
            data = data.translate(SUPERSCRIPTS)
        if bare and not self._words.length and bare[0] in _BULLETS and (len(bare) == 1 or bare[1] == " "):
            position, data = position + data.index(bare[0]) + 1, data.lstrip()[1:]
            self._kind, self._marker = Kind.ITEM, bare[0]
        if bare:
            self._lean = self._lean and self._italic > 0
        self._words.add(data, self._base + position)

    def _flush(self) -> None:
        """End the block that is being read."""
        words = self._words
        if words.length:
            bold = words.length if 0 <= self._bold_from <= self._bold + 1 else min(self._bold, words.length)
            self._blocks.append(
                Block(
                    self._kind,
                    words.text,
                    words.start,
                    words.end,
                    words.anchors,
                    level=self._level,
                    marker=self._marker,
                    bold=bold,
                    italic=self._lean,
                )
            )
            self._kind, self._level, self._marker = Kind.PARAGRAPH, 0, ""
        self._words, self._bold, self._lean = Words(), 0, True
        self._bold_from = 0 if self._bold_from >= 0 else -1


def _number(value: str | None) -> int:
    return max(1, min(int(value), 1000)) if value and value.isdigit() else 1
