"""What stands inside a paragraph: runs, fields, links, tracked changes, notes and text boxes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from wederkerig.documents.build import HARD_PAGE, LINE_BREAK, SOFT_PAGE, Piece, Words
from wederkerig.documents.docx import names as n
from wederkerig.documents.docx.names import BOLD, HIDDEN, ITALIC, RUN, RUN_PROPERTIES, RUN_STYLE, TEXT
from wederkerig.documents.docx.notes import ENDNOTE_REFERENCE, FOOTNOTE_REFERENCE, Notes
from wederkerig.documents.docx.styles import Style, Styles

# containers whose content is simply part of the paragraph
TRANSPARENT = frozenset(
    n.W + name for name in ("hyperlink", "smartTag", "fldSimple", "customXml", "dir", "bdo", "sdtContent")
)
# symbol fonts hide their signs in the private use area; these few are used as text
SYMBOLS = {"F0B7": "•", "F0A7": "▪", "F0D8": "➢", "F0FC": "✓", "F0E0": "→", "F0F0": "→"}
PICTURES = frozenset({n.W + "drawing", n.W + "pict", n.W + "object", n.ALTERNATE})
SPACES = frozenset(n.W + name for name in ("tab", "ptab", "cr"))

# bold, italic, hidden
Look = tuple[bool, bool, bool]


@dataclass(slots=True)
class Changes:
    """How many tracked changes the document holds, and whether there were any at all."""

    added: int = 0
    struck: int = 0
    moved: int = 0
    found: bool = False


class Inline:
    """Reads paragraphs into `Words`, one after another, because fields run across them."""

    def __init__(self, styles: Styles, notes: Notes, changes: Changes) -> None:
        self.boxes: list[etree._Element] = []
        self._styles = styles
        self._notes = notes
        self._changes = changes
        self._fields: list[bool] = []
        self._in_code = False
        self._containers: dict[str, Callable[[etree._Element, Words, Style], None]] = {
            **dict.fromkeys((n.INSERTED, n.DELETED, n.MOVED_HERE, n.MOVED_AWAY), self._change),
            n.SDT: self._control,
            n.ALTERNATE: self._alternate,
            n.W + "ruby": self._ruby,
            n.M + "oMath": self._formula,
            n.M + "oMathPara": self._formula,
            **dict.fromkeys(TRANSPARENT, self._content),
        }

    def read(self, paragraph: etree._Element, words: Words, style: Style) -> None:
        """Add the words of a paragraph; its text boxes are left in `boxes`."""
        self._content(paragraph, words, style)
        # a field whose code runs past its paragraph is broken, and must not swallow the rest
        if self._in_code:
            self._fields = [shown for shown in self._fields if shown]
            self._in_code = False

    def _content(self, parent: etree._Element, words: Words, style: Style) -> None:
        pieces, look = words.pieces, style.look
        for child in parent:
            tag = child.tag
            if tag == RUN:
                self._run(child, pieces, look)
            elif tag in self._containers:
                self._containers[tag](child, words, style)

    def _run(self, run: etree._Element, pieces: list[Piece], look: Look) -> None:
        for child in run:
            tag = child.tag
            if tag == TEXT:
                text = child.text
                if text and not look[2] and not self._in_code:
                    pieces.append((text, look[0], look[1]))
            elif tag == RUN_PROPERTIES:
                look = self._look(child, look)
            elif tag == n.W + "fldChar":
                self._field(child.get(n.W + "fldCharType"))
            elif not look[2] and not self._in_code:
                self._sign(child, tag, pieces, look)

    def _look(self, properties: etree._Element, look: Look) -> Look:
        """Bold, italic and hidden, as the run and its character style change them."""
        bold, italic, hidden = look
        for child in properties:
            tag = child.tag
            if tag == BOLD:
                bold = n.is_on(child)
            elif tag == ITALIC:
                italic = n.is_on(child)
            elif tag == HIDDEN:
                hidden = n.is_on(child)
            elif tag == RUN_STYLE:
                style = self._styles.get(child.get(n.VAL))
                bold = bold if style.bold is None else style.bold
                italic = italic if style.italic is None else style.italic
                hidden = hidden or style.hidden
        return bold, italic, hidden

    def _sign(self, child: etree._Element, tag: str, pieces: list[Piece], look: Look) -> None:
        """What is not text but stands for a character, a break, a note or a picture."""
        text = ""
        if tag in SPACES:
            text = "\t"
        elif tag == n.W + "br":
            pieces.append(HARD_PAGE if child.get(n.TYPE) == "page" else LINE_BREAK)
        elif tag == n.W + "lastRenderedPageBreak":
            pieces.append(SOFT_PAGE)
        elif tag == n.W + "noBreakHyphen":
            text = "-"
        elif tag == n.W + "sym":
            text = SYMBOLS.get(child.get(n.W + "char", "").upper(), "")
        elif tag in (FOOTNOTE_REFERENCE, ENDNOTE_REFERENCE):
            text = self._notes.cite(child)
        elif tag in PICTURES:
            self._boxes(child)
        if text:
            pieces.append((text, look[0], look[1]))

    def _field(self, kind: str | None) -> None:
        """Follow where a field's code ends and its result, which is what is printed, begins."""
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()
        self._in_code = not all(self._fields)

    def _boxes(self, element: etree._Element) -> None:
        """Find the text boxes in a drawing; of two versions of one drawing only the first."""
        if element.tag == n.TEXT_BOX:
            self.boxes.append(element)
            return
        parent = chosen(element) if element.tag == n.ALTERNATE else element
        if parent is not None and next(parent.iter(n.TEXT_BOX), None) is not None:
            for child in parent:
                self._boxes(child)

    def _change(self, element: etree._Element, words: Words, style: Style) -> None:
        """Take a tracked change as accepted, and count it."""
        tag, changes = element.tag, self._changes
        changes.found = True
        if _is_new(element):
            changes.added += tag == n.INSERTED
            changes.struck += tag == n.DELETED
            changes.moved += tag == n.MOVED_HERE
        if tag in (n.INSERTED, n.MOVED_HERE):
            self._content(element, words, style)

    def _control(self, element: etree._Element, words: Words, style: Style) -> None:
        content = control_content(element)
        if content is not None:
            self._content(content, words, style)

    def _alternate(self, element: etree._Element, words: Words, style: Style) -> None:
        version = chosen(element)
        if version is not None:
            self._content(version, words, style)

    def _ruby(self, element: etree._Element, words: Words, style: Style) -> None:
        for base in element.iterchildren(n.W + "rubyBase"):
            self._content(base, words, style)

    def _formula(self, element: etree._Element, words: Words, style: Style) -> None:
        words.add("".join([text.text or "" for text in element.iter(n.M + "t")]), bold=bool(style.bold))


def chosen(alternate: etree._Element) -> etree._Element | None:
    """Of content in two versions, the one to read: the newer, else the one to fall back on."""
    return next(alternate.iterchildren(n.CHOICE, n.FALLBACK), None)


def control_content(control: etree._Element) -> etree._Element | None:
    """What a content control holds; None while it only shows its prompt to fill it in."""
    properties = next(control.iterchildren(n.SDT_PROPERTIES), None)
    if properties is not None:
        prompt = next(properties.iterchildren(n.W + "showingPlcHdr"), None)
        if prompt is not None and n.is_on(prompt):
            return None
    return next(control.iterchildren(n.SDT_CONTENT), None)


def _is_new(change: etree._Element) -> bool:
    """Whether a change is one of its own, and not the next run of the change before it."""
    before = change.getprevious()
    return before is None or before.tag != change.tag
