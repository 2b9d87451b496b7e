"""Walks through the body of a Word document once, and makes its blocks in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from wederkerig.documents.build import TextBuilder, Words
from wederkerig.documents.document import Block
from wederkerig.documents.docx import names as n
from wederkerig.documents.docx.inline import Changes, Inline, chosen, control_content
from wederkerig.documents.docx.notes import Notes
from wederkerig.documents.docx.numbering import Numbering
from wederkerig.documents.docx.styles import Style, Styles, heading_of
from wederkerig.documents.docx.tables import read_table
from wederkerig.documents.errors import TooLargeError
from wederkerig.documents.numerals import whole

# Tables and text boxes inside each other; people do not go beyond four or five.
MAX_NESTING = 20

BLOCKS = frozenset({n.PARAGRAPH, n.TABLE})
WRAPPERS = frozenset({n.INSERTED, n.MOVED_HERE, n.CUSTOM_XML, n.W + "smartTag"})


@dataclass(frozen=True, slots=True)
class Properties:
    """What a paragraph's own properties say, its style included."""

    style: Style
    number: str | None = None
    number_level: int | None = None
    heading: int = 0
    joined: bool = False
    new_page: bool = False


class Body:
    """Reads containers of paragraphs and tables: the body, a cell, a text box."""

    def __init__(self, styles: Styles, numbering: Numbering, notes: Notes) -> None:
        self.builder = TextBuilder()
        self.changes = Changes()
        self.foreign_parts = 0
        self._styles = styles
        self._numbering = numbering
        self._notes = notes
        self._inline = Inline(styles, notes, self.changes)
        self._nesting = 0
        self._by_style: dict[str | None, Properties] = {}

    def read(self, body: etree._Element) -> list[Block]:
        """All blocks of the document, each section's notes at its end."""
        blocks = self.blocks(body)
        self._add_notes(blocks)
        return blocks

    def blocks(self, container: etree._Element) -> list[Block]:
        """The blocks in one container; raises TooLargeError where it is nested too deeply."""
        self._nesting += 1
        if self._nesting > MAX_NESTING:
            raise TooLargeError("Tabellen en tekstvakken zijn te diep in elkaar genest.")
        blocks: list[Block] = []
        words, style = Words(), self._styles.default
        for element in self._unwrapped(container):
            if element.tag == n.PARAGRAPH:
                properties = self._properties(element)
                style = properties.style
                if self._paragraph(element, properties, words, blocks):
                    words = Words()
            else:
                words = self._flush(words, style, blocks)
                table = read_table(element, self)
                if table is not None:
                    blocks.append(table)
        self._flush(words, style, blocks)
        self._nesting -= 1
        return blocks

    def _unwrapped(self, container: etree._Element) -> Iterator[etree._Element]:
        """The paragraphs and tables of a container, through whatever is wrapped around them."""
        for child in container:
            tag = child.tag
            if tag in BLOCKS:
                yield child
            elif tag in WRAPPERS:
                yield from self._unwrapped(child)
            elif tag == n.SDT:
                content = control_content(child)
                if content is not None:
                    yield from self._unwrapped(content)
            elif tag == n.ALTERNATE:
                version = chosen(child)
                if version is not None:
                    yield from self._unwrapped(version)
            elif tag == n.W + "altChunk":
                self.foreign_parts += 1

    def _paragraph(
        self, element: etree._Element, properties: Properties, words: Words, blocks: list[Block]
    ) -> bool:
        """Read one paragraph; False when its end was struck and the next one continues it."""
        if properties.heading and self._nesting == 1:
            self._add_notes(blocks)
        if properties.new_page:
            self.builder.begin_page(hard=True)
        self._inline.read(element, words, properties.style)
        if properties.joined:
            return False
        label = None
        if properties.number is not None or properties.style.number is not None:
            label = self._numbering.label(properties.number, properties.number_level, properties.style)
        if words.pieces or label:
            in_cell = self._nesting > 1
            blocks += self.builder.paragraph(words, properties.heading, label, in_cell=in_cell)
        if self._inline.boxes:
            self._read_boxes(blocks)
        return True

    def _flush(self, words: Words, style: Style, blocks: list[Block]) -> Words:
        """Close a paragraph whose struck end is followed by no other paragraph."""
        if words.pieces:
            blocks += self.builder.paragraph(words, style.heading, None, in_cell=self._nesting > 1)
            self._read_boxes(blocks)
            return Words()
        return words

    def _read_boxes(self, blocks: list[Block]) -> None:
        boxes, self._inline.boxes = self._inline.boxes, []
        for box in boxes:
            blocks += self.blocks(box)

    def _add_notes(self, blocks: list[Block]) -> None:
        """Add the notes referred to so far, each as one block."""
        before = self.builder.position
        for note in self._notes.take():
            words = Words()
            for paragraph in note.paragraphs:
                self._inline.read(paragraph, words, self._styles.default)
                words.add(" ")
            self._inline.boxes.clear()
            block = self.builder.note(note.mark, words)
            if block is not None:
                blocks.append(block)
        if self.builder.position != before:
            self.builder.move_pages(before)

    def _properties(self, paragraph: etree._Element) -> Properties:
        """Read `pPr`; former properties kept by tracked changes lie deeper and are not seen."""
        if not len(paragraph) or (element := paragraph[0]).tag != n.PARAGRAPH_PROPERTIES:
            return self._shared(None)
        style_id: str | None = None
        number: str | None = None
        level: str | None = None
        outline: etree._Element | None = None
        new_page: etree._Element | None = None
        joined = False
        for child in element:
            tag = child.tag
            if tag == n.PARAGRAPH_STYLE:
                style_id = child.get(n.VAL)
            elif tag == n.NUMBER_PROPERTIES:
                number, level = n.value_of(child, n.NUMBER_ID), n.value_of(child, n.LEVEL)
            elif tag == n.OUTLINE_LEVEL:
                outline = child
            elif tag == n.PAGE_BREAK_BEFORE:
                new_page = child
            elif tag == n.RUN_PROPERTIES and len(child):
                joined = self._mark_is_struck(child)
        shared = self._shared(style_id)
        if number is None and level is None and outline is None and new_page is None and not joined:
            return shared
        return Properties(
            shared.style,
            number,
            None if level is None else whole(level),
            shared.heading if outline is None else heading_of(outline),
            joined,
            shared.new_page if new_page is None else n.is_on(new_page),
        )

    def _shared(self, style_id: str | None) -> Properties:
        """The properties of a paragraph that leaves everything to its style."""
        properties = self._by_style.get(style_id)
        if properties is None:
            style = self._styles.get(style_id)
            properties = Properties(style, heading=style.heading, new_page=style.new_page)
            self._by_style[style_id] = properties
        return properties

    def _mark_is_struck(self, mark: etree._Element) -> bool:
        """Whether a tracked change took away the end of the paragraph."""
        struck = False
        for child in mark.iterchildren(n.INSERTED, n.DELETED, n.MOVED_HERE, n.MOVED_AWAY):
            self.changes.found = True
            struck = struck or child.tag in (n.DELETED, n.MOVED_AWAY)
        return struck
