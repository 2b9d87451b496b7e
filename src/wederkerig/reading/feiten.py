"""The small facts of a stretch of text, as models with their place in the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wederkerig.documents import Document
from wederkerig.model import Getal, Termijn, Verwijzing
from wederkerig.reading.language.getallen import find_getallen
from wederkerig.reading.language.termijnen import find_termijnen
from wederkerig.reading.language.verwijzingen import find_verwijzingen
from wederkerig.reading.passage import Passage, Piece, make_bron


@dataclass(frozen=True, slots=True)
class Context:
    """What reading small facts needs to know of the document: itself, and the year it begins."""

    document: Document
    jaar: int | None


def read_getallen(context: Context, pieces: Iterable[Piece]) -> tuple[Getal, ...]:
    """The quantities in `pieces`, in order."""
    return tuple(getal for piece in pieces for getal in _getallen(context, piece))


def _getallen(context: Context, piece: Piece) -> Iterator[Getal]:
    text = piece.text
    passage = Passage((piece,))
    for found in find_getallen(text):
        yield Getal(
            tekst=text[found.start : found.end],
            waarde=found.waarde,
            tot=found.tot,
            eenheid=found.eenheid,
            relatie=found.relatie,
            twijfel=found.twijfel,
            bron=make_bron(context.document, *passage.span(found.start, found.end)),
        )


def read_termijnen(context: Context, pieces: Iterable[Piece]) -> tuple[Termijn, ...]:
    """The deadlines in `pieces`, in order."""
    return tuple(termijn for piece in pieces for termijn in _termijnen(context, piece))


def _termijnen(context: Context, piece: Piece) -> Iterator[Termijn]:
    text = piece.text
    passage = Passage((piece,))
    for found in find_termijnen(text, jaar=context.jaar):
        yield Termijn(
            tekst=text[found.start : found.end],
            tot=found.tot,
            twijfel=found.twijfel,
            bron=make_bron(context.document, *passage.span(found.start, found.end)),
        )


def read_verwijzingen(context: Context, pieces: Iterable[Piece]) -> tuple[Verwijzing, ...]:
    """The references to other agreements in `pieces`, in order."""
    references = []
    for piece in pieces:
        text, passage = piece.text, Passage((piece,))
        for found in find_verwijzingen(text):
            bron = make_bron(context.document, *passage.span(found.start, found.end))
            references.append(Verwijzing(nummer=found.nummer, tekst=text[found.start : found.end], bron=bron))
    return tuple(references)
