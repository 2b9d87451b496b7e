"""The small facts of a stretch of text, as models with their place in the document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from wederkerig.documents import Document, Kind
from wederkerig.model import Getal, Relatie, Termijn, Verwijzing
from wederkerig.reading.language.getallen import find_getallen
from wederkerig.reading.language.termijnen import find_termijnen
from wederkerig.reading.language.verwijzingen import find_verwijzingen
from wederkerig.reading.passage import Passage, Piece, make_bron

_LEAST = re.compile(r"\b(?:minimale?|minimaal|minimum|ten minste|tenminste|minstens)\b", re.IGNORECASE)
_MOST = re.compile(r"\b(?:maximale?|maximaal|maximum|ten hoogste|hooguit)\b", re.IGNORECASE)
_BARE_YEAR = re.compile(r"\b20\d\d\b")
_NESTED = re.compile(
    r"(?<![\w.,€])(?:[A-Z]{1,2}[.-]?)?\d{1,3}(?:\.\d{1,3})*(?![\w%]|[.,]\d|\s*(?:%|procent|miljoen|mln))"
)


@dataclass(frozen=True, slots=True)
class Context:
    """What reading small facts needs to know of the document.

    jaar: the year in which it begins; nummers: those of its agreements that read as nothing else
    ("2.1.3", "B4"), so that they refer to an agreement wherever they stand.
    """

    document: Document
    jaar: int | None
    nummers: frozenset[str] = frozenset()


def read_getallen(context: Context, pieces: Iterable[Piece]) -> tuple[Getal, ...]:
    """The quantities in `pieces`, in order."""
    getallen: list[Getal] = []
    lead: Relatie | None = None
    for piece in pieces:
        found = list(_getallen(context, piece))
        listed = piece.block.kind is Kind.ITEM or piece.text[:1].isdigit()  # marks of a list may be lost
        if listed and lead is not None:
            found = [_with_lead(getal, lead) for getal in found]
        else:
            lead = _lead(piece.text)
        getallen += found
    return tuple(getallen)


def _lead(text: str) -> Relatie | None:
    """What the words above a list say of its numbers: "De minimale percentages zijn:"."""
    if not text.rstrip().endswith(":"):
        return None
    sentence = text[text.rfind(". ") + 1 :]
    return "min" if _LEAST.search(sentence) else "max" if _MOST.search(sentence) else None


def _with_lead(getal: Getal, lead: Relatie) -> Getal:
    return getal.model_copy(update={"relatie": lead}) if getal.relatie == "gelijk" else getal


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


def read_planning(context: Context, pieces: Iterable[Piece]) -> tuple[Termijn, ...]:
    """The deadlines in a column for when, where a bare year is one too."""
    termijnen: list[Termijn] = []
    for piece in pieces:
        found = list(_termijnen(context, piece))
        if not found:
            found = [_year(context, piece, match) for match in _BARE_YEAR.finditer(piece.text)]
        termijnen += found
    return tuple(termijnen)


def _year(context: Context, piece: Piece, match: re.Match[str]) -> Termijn:
    span = Passage((piece,)).span(match.start(), match.end())
    return Termijn(
        tekst=match.group(), tot=date(int(match.group()), 12, 31), bron=make_bron(context.document, *span)
    )


def read_verwijzingen(context: Context, pieces: Iterable[Piece]) -> tuple[Verwijzing, ...]:
    """The references to other agreements in `pieces`, in order."""
    references = []
    for piece in pieces:
        text, passage = piece.text, Passage((piece,))
        spans = [(found.start, found.end, found.nummer) for found in find_verwijzingen(text)]
        for start, end, nummer in sorted(spans + _bare_numbers(context, text, spans)):
            bron = make_bron(context.document, *passage.span(start, end))
            references.append(Verwijzing(nummer=nummer, tekst=text[start:end], bron=bron))
    return tuple(references)


def _is_number(token: str, known: frozenset[str]) -> bool:
    """A known number, or one as deep as they are: "2.1.5" reads as nothing but a reference."""
    depth = token.count(".")
    return token in known or (depth > 1 and any(number.count(".") == depth for number in known))


def _bare_numbers(
    context: Context, text: str, known: list[tuple[int, int, str]]
) -> list[tuple[int, int, str]]:
    if not context.nummers:
        return []
    return [
        (match.start(), match.end(), match.group())
        for match in _NESTED.finditer(text)
        if _is_number(match.group(), context.nummers)
        and not any(first <= match.start() < last for first, last, _ in known)
    ]
