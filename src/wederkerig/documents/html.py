"""HTML, whole pages and the fragments that converters leave in cells, becomes blocks.

The standard library's parser forgives broken mark-up; scripts, styles and comments are passed over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from itertools import accumulate

from wederkerig.documents.document import Block, Cell, Document, Format, Kind
from wederkerig.documents.inline import SUPERSCRIPTS
from wederkerig.documents.numerals import columns, roman, whole
from wederkerig.documents.words import Words

_BREAKING = frozenset(
    "p div section article header footer main aside blockquote pre li ul ol dl dt dd figure figcaption "
    "address h1 h2 h3 h4 h5 h6 hr br table thead tbody tfoot tr td th caption body html form fieldset "
    "nav title".split()
)
_SILENT = frozenset("script style template noscript head".split())
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
# What may open or close between an item's number and its words.
_WITHIN_ITEM = frozenset("p div section article blockquote pre h1 h2 h3 h4 h5 h6 br".split())
# How LibreOffice and Word name the notes that they put below the text.
_NOTE = re.compile(r"(?:sdfootnote|sdendnote|ftn|edn)\d+")
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


@dataclass(slots=True)
class _List:
    """A list that is being read, and the number its next item gets."""

    tag: str
    number: int
    shape: str
    step: int

    def count(self, value: str | None) -> str:
        """The number of the next item, as it is printed; `value` is the one the item itself asks for."""
        number = whole(value, self.number)
        self.number = number + self.step
        figure = {"a": columns, "i": roman}.get(self.shape.lower(), str)(number)
        return figure.upper() if self.shape.isupper() else figure


def _list(tag: str, attrs: dict[str, str | None]) -> _List:
    """The list that a tag opens; a reversed one counts down from where it says it starts."""
    step = -1 if "reversed" in attrs and attrs.get("start") else 1
    return _List(tag, whole(attrs.get("start"), 1), attrs.get("type") or "1", step)


class _Reader(HTMLParser):
    def __init__(self, raw: str, offset: int) -> None:
        super().__init__(convert_charrefs=False)
        self._raw, self._base = raw, offset
        self._lines = [0, *accumulate(len(line) for line in raw.split("\n"))]
        self._blocks: list[Block] = []
        self._tables: list[_Table] = []
        self._lists: list[_List] = []
        self._words = Words()
        self._kind, self._level, self._marker = Kind.PARAGRAPH, 0, ""
        self._bold_from, self._bold, self._italic = -1, 0, 0
        self._lean = True
        self._bare = 0  # how long the words are while they are only an item's number
        self._note = 0  # how many divisions deep in a footnote
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

    def parse_marked_section(self, i: int, report: bool = True) -> int:  # noqa: FBT001, FBT002  # as inherited
        """Take `<![` without a known name for a comment, as browsers do; Python 3.11 raises on it."""
        try:
            return super().parse_marked_section(i, report)
        except AssertionError:
            return self.parse_bogus_comment(i, report)

    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + (line - 1) + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._break(tag, opens=True)
        if tag in _SILENT:
            self._silent += 1
        elif tag == "title":
            self._in_title = True
        elif tag in _HEADINGS:
            self._kind, self._level = Kind.HEADING, _HEADINGS[tag]
        elif tag in {"ul", "ol"}:
            self._lists.append(_list(tag, dict(attrs)))
        elif tag == "li":
            self._start_item(dict(attrs).get("value"))
        elif tag in {"b", "strong"}:
            self._bold_from = self._words.length if self._bold_from < 0 else self._bold_from
        elif tag in {"i", "em"}:
            self._italic += 1
        elif tag == "sup":
            self._sup = True
        elif tag in {"div", "a"}:
            self._start_note_part(tag, dict(attrs).get("id") or "")
        else:
            self._start_table_part(tag, dict(attrs))

    def _start_note_part(self, tag: str, name: str) -> None:
        """A division may be a footnote; a link at the beginning of a footnote is its mark."""
        if tag == "div":
            self._note += bool(self._note or _NOTE.fullmatch(name))
        elif self._note and not self._words.length:
            self._sup = True

    def _end_note_part(self, tag: str) -> None:
        if tag == "div":
            self._note = max(0, self._note - 1)
        elif self._note:
            self._sup = False
            self._words.space()

    def _start_item(self, value: str | None) -> None:
        self._kind, self._level, self._marker = Kind.ITEM, max(0, len(self._lists) - 1), "•"
        if self._lists and self._lists[-1].tag == "ol":
            self._marker = f"{self._lists[-1].count(value)}."
            self._words.add(f"{self._marker} ", self._base + self._at())
            self._bare = self._words.length

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
        self._break(tag)
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
        elif tag in {"div", "a"}:
            self._end_note_part(tag)
        elif self._tables:
            self._end_table_part(tag)

    def _end_table_part(self, tag: str) -> None:
        if tag in {"td", "th", "tr"}:
            self._end_cell()
        elif tag == "table":
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
        self._kind, self._level, self._marker = Kind.PARAGRAPH, 0, ""  # of a cell that holds only a dash
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

    def _break(self, tag: str, *, opens: bool = False) -> None:
        """End the block that is being read, unless it is an item's number that waits for its words."""
        if tag not in _BREAKING:
            return
        if not self._bare or self._words.length > self._bare:
            self._flush()
        elif tag not in _WITHIN_ITEM:
            if opens and tag in {"ol", "ul"}:  # an item that holds only a list has no number of its own
                self._words = Words()
            self._kind, self._level = Kind.ITEM, max(0, len(self._lists) - 1)
            self._flush()

    def _flush(self) -> None:
        """End the block that is being read."""
        words = self._words
        if words.length:
            bold = words.length if 0 <= self._bold_from <= self._bold + 1 else min(self._bold, words.length)
            self._blocks.append(
                Block(
                    Kind.FOOTNOTE if self._note else self._kind,
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
        self._words, self._bold, self._lean, self._bare = Words(), 0, True, 0
        self._bold_from = 0 if self._bold_from >= 0 else -1


def _number(value: str | None) -> int:
    return max(1, min(whole(value, 1), 1000))
