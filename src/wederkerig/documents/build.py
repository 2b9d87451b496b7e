"""Builds the text of a document line by line, and the blocks that point into it.

For formats whose words stand scattered through a file (DOCX, ODT, PDF). A reader of such a format
collects the pieces of a paragraph in `Words`, takes them out again as folded lines, and hands each
line to a `TextBuilder`, which knows where in `Document.text` it ends up.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from wederkerig.documents.document import Block, Cell, Kind

Piece = tuple[str, bool, bool]

BULLET = "•"
LINE_BREAK: Piece = ("\n", False, False)
SOFT_PAGE: Piece = ("", False, False)
HARD_PAGE: Piece = ("", True, True)

# soft hyphen, zero-width space and joiners, byte order mark: never seen on the page
INVISIBLE = dict.fromkeys((0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
TYPED_BULLET = re.compile(r"[-–—•·▪●○◦■□➢✓*]\s+\S|[o]\t\S")


class Label(NamedTuple):
    """What a list prints before a paragraph.

    marker: the number label, or a bullet.
    lead: what goes before the words, with the gap after it; empty for a bullet.
    level: how deep in its list the paragraph stands, 0 for the outermost.
    """

    marker: str
    lead: str
    level: int


NO_LABEL = Label("", "", 0)


class Line(NamedTuple):
    """One line of words, folded, with the positions in it at which a page begins.

    pages: pairs (position in `text`, whether the author put the page break there).
    """

    text: str
    bold: int = 0
    italic: bool = False
    pages: tuple[tuple[int, bool], ...] = ()


class Words:
    """The pieces of one paragraph, in order: (text, bold, italic), line breaks and page breaks."""

    __slots__ = ("pieces",)

    def __init__(self) -> None:
        self.pieces: list[Piece] = []

    def add(self, text: str, *, bold: bool = False, italic: bool = False) -> None:
        """Add a piece of text; white space is folded later."""
        if text:
            self.pieces.append((text, bold, italic))

    def lines(self) -> list[Line]:
        """The words as lines: one, unless the author broke the line to make a new paragraph.

        A break followed by another break or by a typed bullet begins a new line; any other break
        is a space. A paragraph without words gives one empty line if a page begins in it.
        """
        pieces = self.pieces
        if len(pieces) == 1 and pieces[0][0]:
            text = fold(pieces[0][0])
            return [Line(text, len(text) if pieces[0][1] else 0, pieces[0][2])] if text else []
        if LINE_BREAK in pieces:
            return [_line(part) for part in _parted(pieces)]
        line = _line(pieces)
        return [line] if line.text or line.pages else []


class TextBuilder:
    """Grows `Document.text` one line at a time and makes the blocks that point into it."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._pages: list[tuple[int, bool]] = []
        self.position = 0

    @property
    def text(self) -> str:
        """Everything added so far, one line after another."""
        return "\n".join(self._lines)

    def add(self, words: str) -> tuple[int, int]:
        """Add one line and return where it stands, half-open."""
        start = self.position
        self._lines.append(words)
        self.position = start + len(words) + 1
        return start, start + len(words)

    def paragraph(self, words: Words, heading: int, label: Label | None, *, in_cell: bool) -> list[Block]:
        """Add a paragraph's lines as blocks, the first one behind its number.

        heading: 0 for body text, else the depth. A paragraph without words gives nothing, unless
        it is a cell of a column of automatic numbers: then the number is all there is to read.
        """
        lines = words.lines()
        if len(lines) == 1 and lines[0].text:
            return [self._block(lines[0], heading, label)]
        if not any(line.text for line in lines):
            pages = tuple(page for line in lines for page in line.pages)
            if label and label.lead and in_cell:
                return [self._block(Line("", pages=pages), heading, label)]
            for _, hard in pages:
                self.begin_page(hard=hard)
            return []
        first, *others = lines
        return [self._block(first, heading, label), *(self._block(line, heading, None) for line in others)]

    def note(self, mark: str, words: Words) -> Block | None:
        """Add a footnote as one block, behind its mark."""
        text = " ".join(line.text for line in words.lines() if line.text)
        if not text:
            return None
        start, end = self.add(f"{mark} {text}" if mark else text)
        return Block(Kind.FOOTNOTE, self._lines[-1], start, end, marker=mark)

    def _block(self, line: Line, heading: int, label: Label | None) -> Block:
        marker, lead, level = label or NO_LABEL
        text, bold, italic, pages = line
        if lead:
            text = (lead + text).rstrip()
            bold = len(lead) + bold if bold else 0
        start, end = self.add(text)
        for position, hard in pages:
            offset = start if position == 0 else start + len(lead) + position
            self.begin_page(self.position if offset >= end else offset, hard=hard)
        kind = Kind.PARAGRAPH
        if heading and marker != BULLET:
            kind, level = Kind.HEADING, heading
        elif marker:
            kind = Kind.ITEM
        return Block(kind, text, start, end, (), level, marker, bold, italic)

    def table(self, rows: list[list[Cell]]) -> Block | None:
        """The table around cells that were already added; None when no cell holds a word."""
        inner = [block for row in rows for cell in row for block in cell.blocks]
        if not inner:
            return None
        frozen = tuple(tuple(row) for row in rows)
        return Block(Kind.TABLE, "", inner[0].start, inner[-1].end, rows=frozen)

    def begin_page(self, offset: int | None = None, *, hard: bool = False) -> None:
        """A page begins at `offset` (default: here); `hard` when its author asked for it."""
        self._pages.append((self.position if offset is None else offset, hard))

    def pages_from(self, mark: int) -> list[tuple[int, bool]]:
        """Take back the page starts noted since there were `mark` of them."""
        taken = self._pages[mark:]
        del self._pages[mark:]
        return taken

    @property
    def page_mark(self) -> int:
        """How many page starts were noted so far."""
        return len(self._pages)

    def move_pages(self, here: int) -> None:
        """Let the page starts noted at offset `here` begin after the lines added since."""
        for index, (offset, hard) in enumerate(self._pages):
            if offset == here:
                self._pages[index] = (self.position, hard)

    def page_starts(self) -> tuple[int, ...]:
        """Where each page begins; a break by hand and its own trace in the layout count once."""
        starts = [0]
        waiting = -1
        for offset, hard in self._pages:
            if offset == 0 and hard:
                continue
            if hard:
                starts.append(offset)
                waiting = offset
            elif offset == waiting:
                waiting = -1
            else:
                starts.append(offset)
        return tuple(min(start, self.position) for start in starts)

    @property
    def laid_out(self) -> bool:
        """Whether some program noted where its pages began, apart from breaks by hand."""
        return any(not hard for _, hard in self._pages)


def fold(text: str) -> str:
    """Words parted by single spaces, and characters nobody sees gone."""
    if not text.isascii():
        text = text.translate(INVISIBLE)
    return " ".join(text.split())


def _line(pieces: list[Piece]) -> Line:
    """Fold the pieces of one line."""
    text = _folded(pieces)
    pages: tuple[tuple[int, bool], ...] = ()
    if SOFT_PAGE in pieces or HARD_PAGE in pieces:
        pages = tuple([(_position(pieces, at), piece[1]) for at, piece in enumerate(pieces) if not piece[0]])
    upright = next((words for words, _, slanted in pieces if not slanted and words.strip()), "")
    return Line(text, _bold_lead(pieces), bool(text) and not upright, pages)


def _folded(pieces: list[Piece]) -> str:
    return fold("".join([piece[0] for piece in pieces]))


def _bold_lead(pieces: list[Piece]) -> int:
    """How many characters of the folded line are bold from its beginning on."""
    count = 0
    for text, bold, _ in pieces:
        if not bold and text.strip():
            break
        count += 1
    return len(_folded(pieces[:count])) if count else 0


def _position(pieces: list[Piece], index: int) -> int:
    """Where piece `index` begins in the folded line; its end when no words follow."""
    before = _folded(pieces[:index])
    after = "".join([piece[0] for piece in pieces[index:]])
    if not before or not after.strip():
        return len(before)
    if after[0].isspace():
        return len(before) + 1
    return len(_folded([*pieces[:index], ("x", False, False)])) - 1


def _parted(pieces: list[Piece]) -> list[list[Piece]]:
    """Part the pieces where a line break begins what a reader sees as a new paragraph."""
    parts: list[list[Piece]] = [[]]
    fresh = False
    for line in _broken(pieces):
        words = "".join([piece[0] for piece in line]).strip()
        if not words:
            fresh = True
            parts[-1] += line
        elif parts[-1] and (fresh or TYPED_BULLET.match(words)):
            parts.append(line)
            fresh = False
        else:
            parts[-1] += [LINE_BREAK, *line]
            fresh = False
    return [part for part in parts if part]


def _broken(pieces: list[Piece]) -> list[list[Piece]]:
    """The pieces parted at every line break."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece is LINE_BREAK:
            lines.append([])
        else:
            lines[-1].append(piece)
    return lines


def changes_notice(added: int, struck: int, moved: int = 0) -> str:
    """What to say of a document whose tracked changes were read as accepted."""
    counts = f"{added} toegevoegd, {struck} geschrapt"
    if moved:
        counts += f", {moved} verplaatst"
    return (
        "Het bestand bevat bijgehouden wijzigingen; gelezen is de tekst met alle wijzigingen "
        f"aanvaard ({counts})."
    )
