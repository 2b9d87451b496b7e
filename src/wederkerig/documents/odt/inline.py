"""What stands inside a paragraph: spans, spaces, breaks, notes and frames."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from wederkerig.documents.build import LINE_BREAK, SOFT_PAGE, Words
from wederkerig.documents.numerals import superscript
from wederkerig.documents.odt import names as n
from wederkerig.documents.odt.styles import Style, Styles

# what is in the file but not on the page
UNSEEN = frozenset(
    {n.OFFICE + "annotation", n.OFFICE + "annotation-end", n.TEXT + "ruby-text", n.TEXT + "hidden-text"}
    | {n.TEXT + "script", n.TRACKED_CHANGES, n.OFFICE + "event-listeners", n.OFFICE + "forms"}
)
# bold, italic
Look = tuple[bool, bool]


@dataclass(frozen=True, slots=True)
class Note:
    """A note that was met: its mark, and the paragraphs that hold its words."""

    mark: str
    paragraphs: tuple[etree._Element, ...]


class Inline:
    """Reads paragraphs into `Words`; notes and frames are left in `notes` and `boxes`."""

    def __init__(self, styles: Styles) -> None:
        self.boxes: list[etree._Element] = []
        self.notes: list[Note] = []
        self._styles = styles
        self._special: dict[str, Callable[[etree._Element, Words, Look], None]] = {
            n.SPAN: self._span,
            n.TEXT + "s": self._space,
            n.TEXT + "tab": self._space,
            n.TEXT + "line-break": self._line_break,
            n.SOFT_PAGE_BREAK: self._page_break,
            n.NOTE: self._note,
        }

    def read(self, paragraph: etree._Element, words: Words, style: Style) -> None:
        """Add the words of a paragraph."""
        if not style.hidden:
            self._content(paragraph, words, (bool(style.bold), bool(style.italic)))

    def _content(self, parent: etree._Element, words: Words, look: Look) -> None:
        pieces = words.pieces
        if parent.text:
            pieces.append((parent.text, *look))
        for child in parent:
            tag = child.tag
            if tag in self._special:
                self._special[tag](child, words, look)
            elif tag.startswith(n.DRAW):
                self.find_boxes(child)
            elif tag not in UNSEEN:
                # links, fields and marks: what they print is simply text
                self._content(child, words, look)
            if child.tail:
                pieces.append((child.tail, *look))

    def _span(self, element: etree._Element, words: Words, look: Look) -> None:
        style = self._styles.span(element.get(n.STYLE_NAME))
        if not style.hidden:
            bold = look[0] if style.bold is None else style.bold
            italic = look[1] if style.italic is None else style.italic
            self._content(element, words, (bold, italic))

    def _space(self, _element: etree._Element, words: Words, look: Look) -> None:
        words.pieces.append((" ", *look))

    def _line_break(self, _element: etree._Element, words: Words, _look: Look) -> None:
        words.pieces.append(LINE_BREAK)

    def _page_break(self, _element: etree._Element, words: Words, _look: Look) -> None:
        words.pieces.append(SOFT_PAGE)

    def _note(self, element: etree._Element, words: Words, look: Look) -> None:
        citation = next(element.iterchildren(n.TEXT + "note-citation"), None)
        printed = "" if citation is None else "".join([str(text) for text in citation.itertext()])
        mark = superscript(printed.strip())
        words.add(mark, bold=look[0], italic=look[1])
        body = next(element.iterchildren(n.TEXT + "note-body"), None)
        if body is not None:
            self.notes.append(Note(mark, tuple(body.iter(n.PARAGRAPH, n.HEADING))))

    def find_boxes(self, element: etree._Element) -> None:
        """Find what holds text in a drawing: a text box, or a shape with words in it."""
        if element.tag == n.TEXT_BOX or next(element.iterchildren(n.PARAGRAPH, n.LIST), None) is not None:
            self.boxes.append(element)
            return
        for child in element:
            if child.tag.startswith(n.DRAW):
                self.find_boxes(child)
