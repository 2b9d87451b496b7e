"""Footnotes and endnotes: their mark in the text, and their words apart from it."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from wederkerig.documents.docx import names as n
from wederkerig.documents.numerals import roman, superscript

FOOTNOTE_REFERENCE = n.W + "footnoteReference"
ENDNOTE_REFERENCE = n.W + "endnoteReference"


@dataclass(frozen=True, slots=True)
class Note:
    """A note that was referred to: its mark, and the paragraphs that hold its words."""

    mark: str
    paragraphs: tuple[etree._Element, ...]


class Notes:
    """The notes of one document; numbered as they are referred to, read once."""

    def __init__(self, footnotes: etree._Element | None, endnotes: etree._Element | None) -> None:
        self._elements = {
            FOOTNOTE_REFERENCE: _by_id(footnotes),
            ENDNOTE_REFERENCE: _by_id(endnotes),
        }
        self._counts = {FOOTNOTE_REFERENCE: 0, ENDNOTE_REFERENCE: 0}
        self._waiting: list[Note] = []

    def cite(self, reference: etree._Element) -> str:
        """Note that a note is referred to here; returns the mark to print ("" if it follows)."""
        kind = reference.tag
        custom = reference.get(n.W + "customMarkFollows") in ("1", "true", "on")
        mark = _following_text(reference) if custom else self._next_mark(kind)
        element = self._elements[kind].pop(reference.get(n.ID, ""), None)
        if element is not None:
            self._waiting.append(Note(mark, tuple(element.iter(n.PARAGRAPH))))
        return "" if custom else mark

    def take(self) -> list[Note]:
        """The notes referred to since the last time."""
        waiting, self._waiting = self._waiting, []
        return waiting

    def _next_mark(self, kind: str) -> str:
        self._counts[kind] += 1
        count = self._counts[kind]
        return superscript(str(count) if kind == FOOTNOTE_REFERENCE else roman(count))


def _by_id(root: etree._Element | None) -> dict[str, etree._Element]:
    """The notes by id, without the lines Word draws between text and notes."""
    if root is None:
        return {}
    return {element.get(n.ID, ""): element for element in root if element.get(n.TYPE, "normal") == "normal"}


def _following_text(reference: etree._Element) -> str:
    text = next(reference.itersiblings(n.TEXT), None)
    return (text.text or "").strip() if text is not None else ""
