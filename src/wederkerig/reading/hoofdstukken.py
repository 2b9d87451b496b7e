"""The running text outside themes and annexes as chapters: introduction, cooperation, process, closing text.

One walk over the units. A heading opens a chapter where its level or its role says so; a theme, an
agreement or an annex ends it. The list of parties and the signatures stay out of it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from wederkerig.documents import Document, Kind
from wederkerig.model import Hoofdstuk, Partij
from wederkerig.reading.bijlagen import find_lost_glossary
from wederkerig.reading.ondertekenaars import names_representative, read_person
from wederkerig.reading.outline import Heading, Outline
from wederkerig.reading.passage import make_bron
from wederkerig.reading.raw import Structure
from wederkerig.reading.regels import key_of
from wederkerig.reading.starts import Start
from wederkerig.reading.structure import CLOSES, DOCUMENT_TITLE
from wederkerig.reading.units import Place, Unit

NO_HEADING = "Dit deel heeft in het stuk geen eigen kopje."
_WITHOUT_HEADING = "Inleiding"
_ANNEX = frozenset({"begrippen", "kaders", "bijlage", "inhoud"})
_CHAPTERS = frozenset({"inleiding", "proces", "partijen", "slot"})
_OF_THEMES = frozenset({"doelen", "context", "afspraken", "stappen"})
_SENTENCE_END = re.compile(r"[.;:!?][)\"'”’]*\s*\Z")
_LEAST = 60
"""How many characters running text has at least, where a title page could be meant too."""
_LINE = 120
_DIGIT = re.compile(r"\d")


@dataclass(slots=True)
class RawHoofdstuk:
    """A chapter as found. heading: None where text stands before any heading."""

    heading: Heading | None
    unit: Unit | None
    units: list[Unit] = field(default_factory=list)
    koppen: set[int] = field(default_factory=set)


class _Zone(StrEnum):
    FRONT = "front"
    CHAPTER = "chapter"
    THEME = "theme"
    ANNEX = "annex"


def find_hoofdstukken(
    units: Sequence[Unit],
    outline: Outline,
    starts: dict[int, Start],
    structure: Structure,
    partijen: Sequence[Partij],
) -> list[RawHoofdstuk]:
    """The chapters that hold running text; takes their words, and a glossary's, from the themes."""
    last_start = max(starts, default=-1)
    glossary = {unit.index for unit in find_lost_glossary(units, outline) if unit.index > last_start}
    walker = _Walker(units, outline, starts, structure, partijen)
    for unit in units:
        if not unit.toc and unit.index not in glossary:
            walker.take(unit)
    walker.close(cut=False)
    elsewhere = {id(unit.block) for chapter in walker.found for unit in chapter.units}
    elsewhere |= {id(units[index].block) for index in glossary}
    for thema in structure.themas:
        thema.context = [piece for piece in thema.context if id(piece.block) not in elsewhere]
    return walker.found


def make_hoofdstuk(document: Document, raw: RawHoofdstuk) -> Hoofdstuk:
    """The chapter as a model, one paragraph, list item or sub-heading a line."""
    first = raw.unit or raw.units[0]
    return Hoofdstuk(
        titel=raw.heading.title if raw.heading else _WITHOUT_HEADING,
        tekst="\n".join(_line(unit) for unit in raw.units),
        koppen=tuple(_line(unit) for unit in raw.units if unit.index in raw.koppen),
        bron=make_bron(document, first.block.start, raw.units[-1].block.end),
        twijfel=None if raw.heading else NO_HEADING,
    )


def _line(unit: Unit) -> str:
    return " ".join(unit.text.split())


class _Walker:
    def __init__(
        self,
        units: Sequence[Unit],
        outline: Outline,
        starts: dict[int, Start],
        structure: Structure,
        partijen: Sequence[Partij],
    ) -> None:
        self.units, self.outline, self.starts = units, outline, sorted(starts)
        self.openings = _openings(units, structure)
        self.opening_places = sorted(self.openings)
        self.held = _held(structure)
        self.captions = {tabel.caption for tabel in structure.tabellen}
        self.names = {name.casefold() for partij in partijen for name in (partij.naam, partij.kort)}
        self.listed = sorted(partij.bron.van for partij in partijen if partij.bron)
        self.found: list[RawHoofdstuk] = []
        self.current: RawHoofdstuk | None = None
        self.zone = _Zone.FRONT
        self.anchor: Heading | None = None
        self.signed = False

    def take(self, unit: Unit) -> None:
        """One unit: it opens or ends a chapter, or belongs to the one that is open."""
        heading = self.outline.headings.get(unit.index)
        if unit.index in self.openings:
            self._enter(_Zone.THEME, self.openings[unit.index])
        elif self._is_start(unit.index) or id(unit.block) in self.held:
            self._enter(_Zone.THEME, self.anchor if self.zone is _Zone.THEME else None)
        elif unit.kind in {Kind.TABLE, Kind.FOOTNOTE} or unit.place is not Place.TEXT:
            return
        elif heading is not None:
            self._head(unit, heading)
        else:
            self._add(unit)

    def close(self, *, cut: bool) -> None:
        """End the open chapter; `cut`: sub-headings right at its end belong to what follows."""
        chapter, self.current = self.current, None
        if chapter is None:
            return
        while cut and chapter.units and chapter.units[-1].index in chapter.koppen:
            chapter.units.pop()
        if any(unit.index not in chapter.koppen for unit in chapter.units):
            self.found.append(chapter)

    def _enter(self, zone: _Zone, anchor: Heading | None) -> None:
        self.close(cut=zone is _Zone.THEME)
        self.zone, self.anchor, self.signed = zone, anchor, False

    def _open(self, unit: Unit | None, heading: Heading | None) -> None:
        self._enter(_Zone.CHAPTER, heading)
        self.current = RawHoofdstuk(heading, unit)

    # --- headings ---

    def _head(self, unit: Unit, heading: Heading) -> None:
        if unit.text in self.captions:
            return
        if heading.role in _ANNEX and (heading.strong or self.zone is not _Zone.THEME or self._is_free(unit)):
            self._enter(_Zone.ANNEX, heading)
        elif self._opens(unit, heading):
            self._open(unit, heading)
        elif self.current is not None and not self._is_listing(unit, heading):
            self.current.units.append(unit)
            self.current.koppen.add(unit.index)

    def _opens(self, unit: Unit, heading: Heading) -> bool:
        if self.signed:
            return self._text_follows(unit, heading)
        if self.zone is _Zone.FRONT:
            return heading.role in _CHAPTERS or self._opens_front(unit, heading)
        if self.zone is _Zone.THEME:
            return self._is_free(unit) and self._ends_theme(unit, heading)
        if (
            self.zone is _Zone.ANNEX
            and heading.role not in _CHAPTERS
            and not self._text_follows(unit, heading)
        ):
            return False
        return self.anchor is None or _stands_beside(heading, self.anchor)

    def _opens_front(self, unit: Unit, heading: Heading) -> bool:
        """Whether a heading among the lines of a title page is one of a chapter."""
        title = unit.index == min(self.outline.headings) or DOCUMENT_TITLE.search(heading.title)
        if title or key_of(unit.text) in self.names or self._names_party(unit):
            return False
        return (heading.strong or not _DIGIT.search(unit.text)) and self._text_follows(unit, heading)

    def _ends_theme(self, unit: Unit, heading: Heading) -> bool:
        """Whether a heading under which no agreement stands ends the theme before it."""
        anchor = self.anchor
        if heading.role in _OF_THEMES and not heading.number:
            return False
        if anchor is not None and _comparable(heading, anchor):
            return heading.strong and _stands_beside(heading, anchor)
        if heading.role in _CHAPTERS:
            return heading.strong or unit.index > max(self.starts, default=-1)
        return heading.strong and (anchor is None or not anchor.strong)

    def _is_free(self, unit: Unit) -> bool:
        """Whether no agreement follows before the next theme."""
        start = _next(self.starts, unit.index)
        opening = _next(self.opening_places, unit.index)
        return start is None or (opening is not None and opening < start)

    def _text_follows(self, unit: Unit, heading: Heading) -> bool:
        """Whether running text stands below a heading, or below a deeper heading right under it."""
        for below in self.units[unit.index + 1 : unit.index + 4]:
            deeper = self.outline.headings.get(below.index)
            if deeper is None:
                return _is_running(below)
            if deeper.role == "partijen":
                return heading.strong
            if not (deeper.strong and heading.strong) or _stands_beside(deeper, heading):
                return False
        return False

    # --- words ---

    def _add(self, unit: Unit) -> None:
        if self.zone is _Zone.FRONT and _is_running(unit):
            self._open(None, None)
        if self.current is None or self.signed or unit.text in self.captions:
            return
        if CLOSES.match(unit.text):
            self.signed = True
        elif self._names_party(unit):
            if self.current.units and self.current.units[-1].text.rstrip().endswith(":"):
                self.current.units.pop()
        elif not self._is_listing(unit, None):
            self.current.units.append(unit)

    def _is_listing(self, unit: Unit, heading: Heading | None) -> bool:
        """Whether a line only lists who takes part or who signs."""
        if self.signed or (heading is not None and heading.role == "partijen"):
            return True
        if self.anchor is None or self.anchor.role != "partijen":
            return False
        if heading is not None:
            return not self._text_follows(unit, heading)
        return not _SENTENCE_END.search(unit.text) or (
            len(unit.text) < _LINE and bool(read_person(unit.text))
        )

    def _names_party(self, unit: Unit) -> bool:
        """Whether a unit is an entry of the list of parties."""
        place = bisect_right(self.listed, unit.block.start - 1)
        if place == len(self.listed) or self.listed[place] >= unit.block.end:
            return False
        if unit.kind is Kind.ITEM or unit.label is not None or names_representative(unit.text):
            return True
        return len(unit.text) < _LINE and not unit.text.rstrip().endswith(".")

    def _is_start(self, index: int) -> bool:
        place = bisect_right(self.starts, index) - 1
        return place >= 0 and self.starts[place] == index


def _next(places: Sequence[int], index: int) -> int | None:
    place = bisect_right(places, index)
    return places[place] if place < len(places) else None


def _is_running(unit: Unit) -> bool:
    return unit.kind is Kind.PARAGRAPH and len(unit.text) >= _LEAST and bool(_SENTENCE_END.search(unit.text))


def _comparable(heading: Heading, other: Heading) -> bool:
    return bool((heading.number and other.number) or (heading.level and other.level))


def _stands_beside(heading: Heading, other: Heading) -> bool:
    """Whether a heading opens a chapter of its own behind that of `other`: by number, level, else by role."""
    if heading.number and other.number:
        return heading.number <= other.number
    if heading.level and other.level:
        part = (
            other.number > 0
            and not heading.number
            and heading.role is not None
            and heading.role == other.role
        )
        return heading.level < other.level or (heading.level == other.level and not part)
    if heading.strong != other.strong:
        return heading.strong and heading.number < 2  # "1.1" is a part of a chapter
    return heading.role in _CHAPTERS and heading.role != other.role


def _openings(units: Sequence[Unit], structure: Structure) -> dict[int, Heading | None]:
    """The units with which themes begin, and the headings of these."""
    index_of = {id(unit.block): unit.index for unit in units}
    found: dict[int, Heading | None] = {}
    for thema in structure.themas_in_use:
        if thema.unit is not None:
            found[thema.unit.index] = thema.heading
        elif pieces := [*thema.context, *thema.goals]:
            found[min(index_of[id(piece.block)] for piece in pieces)] = None
    return found


def _held(structure: Structure) -> set[int]:
    """The blocks (by identity) of goals and agreements, which no chapter takes over."""
    pieces = [piece for thema in structure.themas_in_use for piece in thema.goals]
    for item in structure.afspraken:
        pieces += [*item.pieces, *item.who, *item.when, *(piece for step in item.steps for piece in step)]
    return {id(piece.block) for piece in pieces}
