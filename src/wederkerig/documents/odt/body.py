"""Walks through an OpenDocument text once, and makes its blocks in reading order."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from wederkerig.documents.build import Label, TextBuilder, Words
from wederkerig.documents.document import Block
from wederkerig.documents.errors import TooLargeError
from wederkerig.documents.numerals import whole
from wederkerig.documents.odt import names as n
from wederkerig.documents.odt.inline import Inline
from wederkerig.documents.odt.lists import Lists, OpenList
from wederkerig.documents.odt.styles import PLAIN, Style, Styles
from wederkerig.documents.odt.tables import read_table

# Tables and frames inside each other; people do not go beyond four or five.
MAX_NESTING = 20
# A heading deeper than this is a mistake in the file.
MAX_DEPTH = 10

# what only wraps other blocks: sections and the bodies of tables of contents and indexes
WRAPPERS = frozenset(
    n.TEXT + name
    for name in (
        "section",
        "index-body",
        "index-title",
        "table-of-content",
        "illustration-index",
        "table-index",
        "object-index",
        "user-index",
        "alphabetical-index",
        "bibliography",
    )
)


class Body:
    """Reads containers of paragraphs, lists and tables: the text, a cell, a frame."""

    def __init__(self, styles: Styles, lists: Lists) -> None:
        self.builder = TextBuilder()
        self._styles = styles
        self._lists = lists
        self._inline = Inline(styles)
        self._nesting = 0
        self._readers: dict[str, Callable[[etree._Element, list[Block]], None]] = {
            n.PARAGRAPH: self._paragraph,
            n.HEADING: self._heading,
            n.LIST: self._list,
            n.TABLE: self._table,
            n.NUMBERED_PARAGRAPH: self._numbered_paragraph,
        }

    def read(self, text: etree._Element) -> list[Block]:
        """All blocks of the document, each section's notes at its end."""
        blocks = self.blocks(text)
        self._add_notes(blocks)
        return blocks

    def blocks(self, container: etree._Element) -> list[Block]:
        """The blocks in one container; raises TooLargeError where it is nested too deeply."""
        self._nesting += 1
        if self._nesting > MAX_NESTING:
            raise TooLargeError("Tabellen en tekstkaders zijn te diep in elkaar genest.")
        blocks: list[Block] = []
        for child in container:
            self._element(child, blocks)
        self._nesting -= 1
        return blocks

    def _element(self, element: etree._Element, blocks: list[Block]) -> None:
        tag = element.tag
        if tag in self._readers:
            self._readers[tag](element, blocks)
        elif tag in WRAPPERS and element.get(n.TEXT + "display") != "none":
            for child in element:
                self._element(child, blocks)
        elif tag == n.SOFT_PAGE_BREAK:
            self.builder.begin_page()
        elif tag.startswith(n.DRAW):
            self._inline.find_boxes(element)
            self._read_boxes(blocks)

    def _table(self, element: etree._Element, blocks: list[Block]) -> None:
        table = read_table(element, self)
        if table is not None:
            blocks.append(table)

    def _list(self, element: etree._Element, blocks: list[Block], outer: OpenList | None = None) -> None:
        opened = self._lists.open(element, outer)
        for item in element:
            numbered = item.tag == n.LIST_ITEM
            if not numbered and item.tag != n.LIST_HEADER:
                self._element(item, blocks)
                continue
            for child in item:
                if child.tag == n.LIST:
                    self._list(child, blocks, opened)
                elif child.tag in (n.PARAGRAPH, n.HEADING) and numbered:
                    self._item(child, item, opened, blocks)
                    numbered = False
                else:
                    self._element_in_list(child, blocks)

    def _element_in_list(self, element: etree._Element, blocks: list[Block]) -> None:
        """A further paragraph of an item carries no number, not even that of the outline."""
        if element.tag == n.HEADING:
            style = self._styles.paragraph(element.get(n.STYLE_NAME))
            self._add(element, style, _depth(element), None, blocks)
        else:
            self._element(element, blocks)

    def _item(
        self, element: etree._Element, item: etree._Element, opened: OpenList, blocks: list[Block]
    ) -> None:
        style = self._styles.paragraph(element.get(n.STYLE_NAME))
        depth = _depth(element) if element.tag == n.HEADING else style.heading
        label = self._lists.label(opened, item, style.list_style)
        self._add(element, style, depth, label, blocks)

    def _numbered_paragraph(self, element: etree._Element, blocks: list[Block]) -> None:
        opened = self._lists.open(element, None)
        opened.level = max(1, min(whole(element.get(n.LEVEL), 1), MAX_DEPTH))
        for child in element.iterchildren(n.PARAGRAPH, n.HEADING):
            self._item(child, element, opened, blocks)

    def _paragraph(self, element: etree._Element, blocks: list[Block]) -> None:
        style = self._styles.paragraph(element.get(n.STYLE_NAME))
        self._add(element, style, style.heading, None, blocks)

    def _heading(self, element: etree._Element, blocks: list[Block]) -> None:
        style = self._styles.paragraph(element.get(n.STYLE_NAME))
        depth = _depth(element)
        label = None
        # an empty list style is how a heading says that it carries no number
        if element.get(n.TEXT + "is-list-header") != "true" and style.list_style != "":
            label = self._lists.heading_label(element, depth)
        self._add(element, style, depth, label, blocks)

    def _add(
        self,
        element: etree._Element,
        style: Style,
        heading: int,
        label: Label | None,
        blocks: list[Block],
    ) -> None:
        """Read one paragraph and add it behind its label; what it holds apart follows it."""
        if heading and self._nesting == 1:
            self._add_notes(blocks)
        if style.page_before:
            self.builder.begin_page(hard=True)
        words = Words()
        self._inline.read(element, words, style)
        blocks += self.builder.paragraph(words, heading, label, in_cell=self._nesting > 1)
        if self._inline.boxes:
            self._read_boxes(blocks)
        if style.page_after:
            self.builder.begin_page(hard=True)

    def _read_boxes(self, blocks: list[Block]) -> None:
        boxes, self._inline.boxes = self._inline.boxes, []
        for box in boxes:
            blocks += self.blocks(box)

    def _add_notes(self, blocks: list[Block]) -> None:
        """Add the notes met so far, each as one block."""
        before = self.builder.position
        notes, self._inline.notes = self._inline.notes, []
        for note in notes:
            words = Words()
            for paragraph in note.paragraphs:
                self._inline.read(paragraph, words, PLAIN)
                words.add(" ")
            self._inline.boxes.clear()
            block = self.builder.note(note.mark, words)
            if block is not None:
                blocks.append(block)
        if self.builder.position != before:
            self.builder.move_pages(before)


def _depth(heading: etree._Element) -> int:
    return max(1, min(whole(heading.get(n.TEXT + "outline-level"), 1), MAX_DEPTH))
