"""A stretch of a document in clean words, that knows for each of them where it stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from wederkerig.documents import Block, Document
from wederkerig.model import Bron

AROUND = 32
"""How many characters of text a quote anchor carries before and after the words."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a block: `block.text[first:last]`."""

    block: Block
    first: int
    last: int

    @property
    def text(self) -> str:
        """The words of the part."""
        return self.block.text[self.first : self.last]


@dataclass(frozen=True)
class Passage:
    """Pieces of blocks in reading order; its text has one piece a line."""

    pieces: tuple[Piece, ...]

    @classmethod
    def of(cls, pieces: Iterable[Piece]) -> Passage:
        """A passage of the pieces that hold words."""
        return cls(tuple(piece for piece in pieces if piece.text.strip()))

    @property
    def text(self) -> str:
        """All words, one piece a line."""
        return "\n".join(piece.text for piece in self.pieces)

    @cached_property
    def starts(self) -> list[int]:
        """Where in `text` each piece begins."""
        starts, position = [], 0
        for piece in self.pieces:
            starts.append(position)
            position += piece.last - piece.first + 1
        return starts

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The span in the document of `text[first:last]`, which lies within one piece."""
        starts = self.starts
        index = bisect_right(starts, first) - 1
        piece = self.pieces[index]
        shift = piece.first - starts[index]
        return piece.block.span(first + shift, min(last + shift, piece.last))

    def whole(self) -> tuple[int, int]:
        """The span in the document from the first piece to the end of the last."""
        first, last = self.pieces[0], self.pieces[-1]
        return first.block.offset(first.first), last.block.span(last.first, last.last)[1]


def whole_block(block: Block) -> Piece:
    """A block from its first to its last character."""
    return Piece(block, 0, len(block.text))


def passages(blocks: Sequence[Block]) -> Iterator[Passage]:
    """Each block that holds words as a passage of its own."""
    for block in blocks:
        if block.text:
            yield Passage((whole_block(block),))


def make_bron(document: Document, start: int, end: int) -> Bron:
    """The place `start` to `end` with its exact words and a little text around them."""
    text = document.text
    return Bron(
        van=start,
        tot=end,
        pagina=document.page_at(start),
        citaat=text[start:end],
        voor=text[max(0, start - AROUND) : start],
        na=text[end : end + AROUND],
    )
