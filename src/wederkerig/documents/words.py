"""Clean words that remember where they stood: white space folded, every piece traced to its offset."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"\S+")
_RAGGED = re.compile(r"[^\S ]|  ")


class Words:
    """Gathers the words of one block from pieces of the source.

    Pieces come in the order of the source. A run of white space, also across pieces, becomes one
    space; at the beginning and the end it is dropped.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._anchors: list[tuple[int, int]] = []
        self._length = 0
        self._next = -1
        self._gap = False
        self.start = -1
        self.end = -1

    def add(self, piece: str, offset: int) -> None:
        """Add `piece`, of which the first character stands at `offset`."""
        if _RAGGED.search(piece):
            for token in _TOKEN.finditer(piece):
                self._gap = self._gap or token.start() > 0
                self._append(token.group(), offset + token.start())
            self._gap = piece[-1:].isspace() or (self._gap and not piece.strip())
            return
        body = piece.strip(" ")
        self._gap = self._gap or piece[:1] == " "
        if body:
            self._append(body, offset + piece.index(body[0]))
        self._gap = piece[-1:] == " " or (self._gap and not body)

    def space(self) -> None:
        """What follows is a new word."""
        self._gap = True

    def _append(self, body: str, offset: int) -> None:
        if self._gap and self._length:
            # A space that stands right before the piece keeps the run unbroken.
            self._parts.append(" ")
            self._length += 1
            self._next = self._next + 1 if self._next >= 0 else -1
        if offset != self._next:
            self._anchors.append((self._length, offset))
        self._parts.append(body)
        self._length += len(body)
        self._next = self.end = offset + len(body)
        if self.start < 0:
            self.start = offset
        self._gap = False

    @property
    def length(self) -> int:
        """How many characters there are so far."""
        return self._length

    @property
    def text(self) -> str:
        """The words so far."""
        return "".join(self._parts)

    @property
    def anchors(self) -> tuple[tuple[int, int], ...]:
        """As `Block.anchors`: empty when the words stand in one piece."""
        return tuple(self._anchors) if len(self._anchors) > 1 else ()
