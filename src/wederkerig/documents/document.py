"""What a file becomes before anyone asks what it means: text, and the blocks it is built of.

Every reader of a format (PDF, DOCX, ODT, HTML, Markdown, plain text) yields one `Document`. All
offsets are positions in `Document.text`, half-open. For plain text, Markdown and HTML sources
that text is the file as it stands, mark-up included; for the other formats it is built by the
reader. Either way a block holds its clean words, and knows for each of them where it stands.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum


class Format(StrEnum):
    """The file formats that can be read."""

    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    HTML = "html"
    MARKDOWN = "markdown"
    TEXT = "tekst"


class Kind(StrEnum):
    """What a block is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; a cell that spans columns or rows stands once, at its first place."""

    blocks: tuple[Block, ...] = ()
    colspan: int = 1
    rowspan: int = 1
    header: bool = False

    @property
    def text(self) -> str:
        """The words of the cell; its blocks parted by a space."""
        return " ".join(block.text for block in self.blocks if block.text)


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item, footnote or table.

    text: the clean words as a reader sees them: white space folded, lines joined, hyphenation
        undone, mark-up gone. A printed or computed number ("12. ", "a) ") is part of it; a bullet
        glyph is not. Empty for a table.
    start, end: where the block stands in `Document.text`.
    anchors: pairs (position in `text`, offset in `Document.text`), increasing, the first at
        position 0; between two anchors positions run on one by one. Empty: `text` stands in one
        piece at `start`.
    level: a heading's depth (1 is the highest) or a list item's nesting (0 is outermost).
    marker: the bullet or number label where the format itself says this is a list item ("•",
        "12.", "a."); a number label is also the beginning of `text`.
    bold: how many characters at the beginning of `text` are set in bold (0: none).
    italic: whether the whole block is set in italics.
    rows: of a table, from top to bottom.
    """

    kind: Kind
    text: str
    start: int
    end: int
    anchors: tuple[tuple[int, int], ...] = ()
    level: int = 0
    marker: str = ""
    bold: int = 0
    italic: bool = False
    rows: tuple[tuple[Cell, ...], ...] = ()

    def offset(self, position: int) -> int:
        """Where the character at `position` of `text` stands in `Document.text`."""
        if not self.anchors:
            return self.start + position
        index = bisect_right(self.anchors, (position, 1 << 62)) - 1
        clean, raw = self.anchors[index]
        return raw + position - clean

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The half-open span in `Document.text` of `text[first:last]` (first < last)."""
        return self.offset(first), self.offset(last - 1) + 1


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read.

    name: the file's name, without its folder.
    page_starts: the offset in `text` at which each page begins; empty where the format has none.
    notices: what a person should know about the reading, in Dutch (tracked changes, lost pages).
    title: the title in the file's own properties, if any.
    """

    name: str
    format: Format
    text: str
    blocks: tuple[Block, ...]
    page_starts: tuple[int, ...] = ()
    notices: tuple[str, ...] = ()
    title: str = ""

    def page_at(self, offset: int) -> int | None:
        """The 1-based page on which `offset` stands, or None where the format has no pages."""
        if not self.page_starts:
            return None
        return max(1, bisect_right(self.page_starts, offset))
