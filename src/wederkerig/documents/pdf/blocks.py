"""From the flow of lines and tables to the blocks of a document and its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from wederkerig.documents.document import Block, Cell, Kind
from wederkerig.documents.pdf.drafts import CellDraft, Item, TableDraft
from wederkerig.documents.pdf.hyphens import Hyphens, plain
from wederkerig.documents.pdf.line import Line
from wederkerig.documents.pdf.marks import bullet, is_caption, is_note, spaced
from wederkerig.documents.pdf.notes import Notes
from wederkerig.documents.pdf.paragraphs import Paragraph, begin, goes_on
from wederkerig.documents.pdf.style import Style

_LONGEST_HEADING = 220
_LONGEST_BOLD_HEADING = 110
_LONGEST_CAPITALS = 70


@dataclass(slots=True)
class Draft:
    """A block before it is known where in the text it stands; `lines` are those it is made of."""

    kind: Kind
    text: str
    page: int
    level: int = 0
    marker: str = ""
    bold: int = 0
    italic: bool = False
    x0: float = 0.0
    rows: list[list[tuple[CellDraft, list[Draft], bool]]] = field(default_factory=list)
    lines: Sequence[Line] = ()


class Writer:
    """Turns flows into drafts, in one style."""

    def __init__(self, style: Style, hyphens: Hyphens) -> None:
        self._style = style
        self._hyphens = hyphens

    def drafts(self, flow: Iterable[Item | Notes], *, in_cell: bool = False) -> list[Draft]:
        """The blocks that the flow makes up, notes after the paragraph they interrupt."""
        found: list[Draft] = []
        notes: list[Draft] = []
        paragraph: Paragraph | None = None
        for item in flow:
            if isinstance(item, Notes):
                notes += self._notes(item)
                continue
            if (
                paragraph is not None
                and not isinstance(item, TableDraft)
                and goes_on(paragraph, item, self._style)
            ):
                paragraph.lines.append(item)
                continue
            found += [self._draft(paragraph, in_cell=in_cell)] if paragraph is not None else []
            found += notes
            notes, paragraph = [], None
            if isinstance(item, TableDraft):
                found.append(self._table(item))
            else:
                paragraph = begin(item)
        found += [self._draft(paragraph, in_cell=in_cell)] if paragraph is not None else []
        found += notes
        _nest(found)
        return found

    def _notes(self, notes: Notes) -> list[Draft]:
        groups: list[Paragraph] = []
        for line in notes.lines:
            if groups and not (is_note(line.text) and line.x0 <= groups[0].first.x0 + 6):
                groups[-1].lines.append(line)
            else:
                groups.append(Paragraph([line]))
        return [
            Draft(Kind.FOOTNOTE, self._text(group)[0], group.first.page, lines=group.lines)
            for group in groups
        ]

    def _draft(self, paragraph: Paragraph, *, in_cell: bool) -> Draft:
        joined, bold = self._text(paragraph)
        text = spaced(joined)
        bold += len(text) - len(joined) if bold else 0
        first = paragraph.first
        draft = Draft(Kind.PARAGRAPH, text, first.page, bold=bold, x0=first.x0 - first.left)
        draft.lines = paragraph.lines
        draft.italic = first.italic and all(line.italic for line in paragraph.lines)
        if paragraph.marker and (found := bullet(text)):
            draft.kind, draft.marker = Kind.ITEM, paragraph.marker
            draft.bold = max(0, bold - (len(text) - len(found[1])))
            draft.text = found[1]
        elif level := self._heading(paragraph, draft, in_cell=in_cell):
            draft.kind, draft.level = Kind.HEADING, level
        return draft

    def _heading(self, paragraph: Paragraph, draft: Draft, *, in_cell: bool) -> int:
        """The depth of a heading, or 0 for what is none."""
        size, length = paragraph.first.size, len(draft.text)
        large = self._style.is_large(size) and length <= _LONGEST_HEADING
        if not large and (in_cell or draft.text[-1] in ".;,:"):
            return 0
        if is_caption(draft.text) or not any(char.isalpha() for char in draft.text):
            return 0
        if large:
            return self._style.level(size)
        if draft.bold >= length and not paragraph.first.plain_label and length <= _LONGEST_BOLD_HEADING:
            return self._style.level(self._style.body)
        if draft.text.isupper() and 4 <= length <= _LONGEST_CAPITALS:
            return min(6, self._style.level(self._style.body) + 1)
        return 0

    def _text(self, paragraph: Paragraph) -> tuple[str, int]:
        """The words of the paragraph, and how many characters of them are bold from the start."""
        text, bold, running = "", 0, True
        for line in paragraph.lines:
            text = self._hyphens.join(text, line.text) if text else line.text
            if running:
                running = line.all_bold
                bold = len(text) - len(line.text) + line.bold if line.bold else bold
        last = paragraph.last
        text = text[: len(text) - len(last.text)] + plain(last)
        return text, min(bold, len(text))

    def _table(self, table: TableDraft) -> Draft:
        draft = Draft(Kind.TABLE, "", table.page)
        rows = [[(cell, self.drafts(cell.items, in_cell=True)) for cell in row] for row in table.rows]
        bold = [all(d.bold >= len(d.text) for _, blocks in row for d in blocks) for row in rows]
        heads = table.repeated or (1 if bold and bold[0] and not all(bold) else 0)
        for place, row in enumerate(rows):
            draft.rows.append([(cell, blocks, place < heads) for cell, blocks in row])
        return draft


def _nest(drafts: Sequence[Draft]) -> None:
    """Give the items of each list their depth, from how far they are set in."""
    open_at: list[float] = []
    for draft in drafts:
        if draft.kind is not Kind.ITEM:
            open_at = open_at if draft.kind is Kind.FOOTNOTE else []
            continue
        while open_at and draft.x0 < open_at[-1] - 3:
            open_at.pop()
        if not open_at or draft.x0 > open_at[-1] + 3:
            open_at.append(draft.x0)
        draft.level = len(open_at) - 1


class Text:
    """The text of a document as it grows, and where each page begins in it.

    placed: the drafts with words in the order of the text, each with the offset it begins at.
    """

    def __init__(self, pages: int) -> None:
        self.placed: list[tuple[int, Draft]] = []
        self._parts: list[str] = []
        self._length = 0
        self._starts: list[int | None] = [None] * pages

    def blocks(self, drafts: Iterable[Draft]) -> Iterator[Block]:
        """The drafts as blocks that stand in the text, which they are added to."""
        for draft in drafts:
            if draft.kind is Kind.TABLE:
                block = self._table(draft)
                if block is not None:
                    yield block
            elif draft.text:
                self._begin_page(draft)
                yield self._block(draft)

    def _begin_page(self, draft: Draft) -> None:
        if draft.kind is not Kind.FOOTNOTE and self._starts[draft.page] is None:
            self._starts[draft.page] = self._length

    def _block(self, draft: Draft) -> Block:
        start = self._length
        self.placed.append((start, draft))
        self._parts += [draft.text, "\n"]
        self._length += len(draft.text) + 1
        return Block(
            kind=draft.kind,
            text=draft.text,
            start=start,
            end=start + len(draft.text),
            level=draft.level,
            marker=draft.marker,
            bold=draft.bold,
            italic=draft.italic,
        )

    def _table(self, draft: Draft) -> Block | None:
        start = self._length
        rows = []
        for row in draft.rows:
            if first := next((block for _, blocks, _ in row for block in blocks), None):
                self._begin_page(first)
            rows.append(tuple(self._cell(*cell) for cell in row))
        if self._length == start:
            return None
        return Block(kind=Kind.TABLE, text="", start=start, end=self._length - 1, rows=tuple(rows))

    def _cell(self, cell: CellDraft, drafts: Sequence[Draft], header: bool) -> Cell:  # noqa: FBT001
        blocks = []
        for draft in drafts:
            if draft.kind is Kind.TABLE:
                table = self._table(draft)
                blocks += [table] if table is not None else []
            elif draft.text:
                blocks.append(self._block(draft))
        return Cell(tuple(blocks), cell.colspan, cell.rowspan, header)

    def finish(self) -> tuple[str, tuple[int, ...]]:
        """The whole text, and the offset at which each page begins."""
        text = "".join(self._parts)[:-1]
        starts: list[int] = []
        after = len(text)
        for start in reversed(self._starts):
            after = after if start is None else min(start, after)
            starts.append(after)
        if starts:
            starts[-1] = 0
        return text, tuple(reversed(starts))
