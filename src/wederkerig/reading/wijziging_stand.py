"""What a year plan has said so far of the place that it amends, and the amendment that this makes up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from wederkerig.documents import Document
from wederkerig.model import Doel, Wijziging
from wederkerig.model.wijziging import WijzigingSoort
from wederkerig.reading.passage import Passage, Piece, make_bron
from wederkerig.reading.raw import RawTabel
from wederkerig.reading.tabellen import read_tabel
from wederkerig.reading.units import Unit

QUOTES = "\"“”„'‘’«»"
LETTER = re.compile(r"(?P<letter>[a-z])[.)]\s+(?=\S)")
_GOALS = re.compile(r"wat willen (?:we|partijen)|doel(?:en|stelling)|ambitie", re.IGNORECASE)


@dataclass(slots=True)
class State:
    """What the walk has read so far of the place that is being amended.

    fresh: the place was named on a line of its own; struck: it was withdrawn as a whole; whole: what
    stands below goes as a whole; many: more than one agreement follows; loose: a number without a label
    after a new agreement; bare: the line that says no more than "Vervalt".
    """

    theme: str | None = None
    process: bool = False
    annex: bool = False
    number: str | None = None
    quoted: list[Piece] = field(default_factory=list)
    mode: Literal["huidig", "tekst", ""] = ""
    soort: WijzigingSoort = "aanvulling"
    pieces: list[Piece] = field(default_factory=list)
    reason: str | None = None
    year: int | None = None
    fresh: bool = False
    bullets: bool = False
    struck: bool = False
    part: Literal["doelen", "proces"] | None = None
    table: RawTabel | None = None
    title: str | None = None
    level: int = 0
    own_theme: str | None = None
    whole: bool = False
    bare: Unit | None = None
    many: bool = False
    loose: bool = False
    only_table: bool = False
    closed: bool = False
    doubt: str | None = None

    @property
    def awaits(self) -> bool:
        """Whether words of a quote, or the first words of an amendment, may still come."""
        return self.mode == "huidig" or (self.mode == "tekst" and not self.pieces)


def make_wijziging(document: Document, state: State, unit: Unit | None = None) -> Wijziging:
    """The amendment as model; a `unit` that strikes a whole agreement brings no words of its own."""
    words, quoted = (Passage.of(_plain(pieces, state.number)) for pieces in (state.pieces, state.quoted))
    block = unit.block if unit else state.table.block if state.table and not state.pieces else None
    start, end = (block.start, block.end) if block else (words if words.pieces else quoted).whole()
    only_table = state.table is not None and not state.pieces
    return Wijziging(
        doel=_doel(state, quoted.text),
        soort=state.soort,
        huidig=None if only_table else quoted.text or None,
        tekst=words.text,
        reden=state.reason,
        jaar=state.year,
        tabel=read_tabel(document, state.table) if state.table else None,
        bron=make_bron(document, start, end),
        twijfel=state.doubt,
    )


def _plain(pieces: Sequence[Piece], number: str | None) -> list[Piece]:
    """The pieces without the marks of a quote around them all, and without the letter the number has too."""
    kept = [piece for piece in pieces if piece.text.strip()]
    if kept and kept[0].text[0] in QUOTES and kept[-1].text[-1] in QUOTES and _one_quote(kept):
        kept[0] = Piece(kept[0].block, kept[0].first + 1, kept[0].last)
        kept[-1] = Piece(kept[-1].block, kept[-1].first, kept[-1].last - 1)
    letter = LETTER.match(kept[0].text) if kept and number else None
    if letter and number and number[-1] == letter["letter"]:
        kept[0] = Piece(kept[0].block, kept[0].first + letter.end(), kept[0].last)
    return kept


def _one_quote(pieces: Sequence[Piece]) -> bool:
    """Whether the first and the last mark belong together, and are not those of two quotes."""
    inner = "\n".join(piece.text for piece in pieces)[1:-1]
    return len(inner) > 1 and not any(mark in inner for mark in '"“”„«»')


def unquoted(unit: Unit, skip: int) -> Piece:
    """The words of a unit without the quotation marks around them."""
    text = unit.text[skip:]
    if len(text) > 2 and text[0] in QUOTES and text[-1] in QUOTES:
        return Piece(unit.block, skip + 1, len(unit.text) - 1)
    return Piece(unit.block, skip, len(unit.text))


def _doel(state: State, quoted: str) -> Doel:
    if state.annex or state.soort == "bijlage":
        return Doel(onderdeel="bijlage")
    if state.number is not None:
        return Doel(nummer=state.number, thema=state.own_theme or state.theme)
    if state.table is not None and not state.pieces:
        return Doel(onderdeel="tabel", thema=state.theme, titel=state.title or state.table.caption)
    if state.part == "proces":
        return Doel(onderdeel="proces", thema=state.own_theme or (state.theme if state.process else None))
    if state.part is not None:
        return Doel(onderdeel=state.part, thema=state.own_theme or state.theme)
    if state.process:
        return Doel(onderdeel="proces", thema=state.own_theme or state.theme)
    if _GOALS.search(quoted[:80]) or state.soort != "nieuw":
        return Doel(onderdeel="doelen", thema=state.own_theme or state.theme)
    return Doel(thema=state.own_theme or state.theme)
