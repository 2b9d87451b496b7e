"""Themes and agreements as stretches of a document: what begins where, and what belongs to it.

One walk over the units. Headings open themes, goals and sub-headings; numbers open agreements; what
follows belongs to what is open. Lost theme headings are put back by position, with a doubt.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from wederkerig.documents import Kind
from wederkerig.reading.lost import find_lost_openings, name_lost_themes, trim_lost_themes
from wederkerig.reading.outline import Heading, Outline
from wederkerig.reading.passage import Piece, whole_block
from wederkerig.reading.raw import RawAfspraak, RawTabel, RawThema, Structure
from wederkerig.reading.starts import Start
from wederkerig.reading.units import Place, Unit

_GOAL_LABEL = re.compile(
    r"(?:Gezamenlijke?\s+|On(?:ze|s)\s+|Het\s+)?(?:Doel(?:stelling(?:en)?|en)?|Ambities?)\s*:\s+(?=\S)"
    r"|(?=On(?:ze|s)\s+(?:doel|ambitie)\s+is\b)",
    re.IGNORECASE,
)
_CAPTION = re.compile(r"(?:tabel|figuur|afbeelding|grafiek)\s*\d+\b|tabel\s*:", re.IGNORECASE)
_STAR = re.compile(r"[*†#¹²³⁴⁵⁶⁷⁸⁹]|\d\)\s")
DOCUMENT_TITLE = re.compile(
    r"prestatieafspraken|overeenkomst|jaarplan|jaarschijf|convenant|raamwerk|\bbod\b", re.IGNORECASE
)
_BY_PARTY = re.compile(
    r"(?:prestaties?|inzet|bijdrage|afspraken|acties|gezamenlijke?|gemeente|corporaties|doorkijk)\b",
    re.IGNORECASE,
)
_SAYS_THEME = re.compile(r"(?:thema|speerpunt|pijler)\b", re.IGNORECASE)
CLOSES = re.compile(r"(?:aldus|getekend|ondertekend|voor akkoord|opgemaakt)\b", re.IGNORECASE)
_SIGNED_FOR = re.compile(r"vertegenwoordig|ondertekenaar|getekend door", re.IGNORECASE)
_SIGNATURES = re.compile(r"\.{8,}|…{3,}|_{8,}")
_OUTSIDE = frozenset({"partijen", "begrippen", "kaders", "bijlage", "inhoud", "inleiding"})


def find_structure(units: Sequence[Unit], outline: Outline, starts: dict[int, Start]) -> Structure:
    """Walk over the units once, then mend what only the whole document can tell."""
    walker = _Walker(units, outline, starts)
    for unit in units:
        walker.take(unit)
    structure = walker.structure
    name_lost_themes(structure, outline.themes)
    trim_lost_themes(structure, units, outline)
    _promote_rubrieken(structure)
    return structure


class _Walker:
    def __init__(self, units: Sequence[Unit], outline: Outline, starts: dict[int, Start]) -> None:
        self.units, self.outline, self.starts = units, outline, starts
        self.content = [unit for unit in units if self._is_content(unit)]
        self.structure = Structure()
        self.thema: RawThema | None = None
        self.rubriek: str | None = None
        self.current: RawAfspraak | None = None
        self.role: str | None = None
        self.goals_left = 0
        self.caption: str | None = None
        self.after_table = False
        self.lost = find_lost_openings(units, outline, starts)
        self.last_start = max(starts, default=-1)
        self.announced = next((h for h in outline.headings.values() if outline.announces(h.title)), None)

    def take(self, unit: Unit) -> None:
        """One unit: open something, or add it to what is open."""
        if unit.toc:
            return
        heading = self.outline.headings.get(unit.index)
        if unit.index in self.starts:
            self._open(unit, self.starts[unit.index])
        elif unit.kind is Kind.TABLE:
            self._table(unit)
            return
        elif unit.kind is Kind.FOOTNOTE:
            self.structure.outside.append(whole_block(unit.block))
        elif heading is not None and self._is_heading_here(unit, heading):
            self._head(unit, heading)
        elif unit.index in self.lost:
            self._open_lost_theme(unit)
        else:
            self._add(unit)
        self.after_table = False

    # --- agreements ---

    def _open(self, unit: Unit, start: Start) -> None:
        self.current = RawAfspraak(start, self.thema, self.rubriek)
        self.structure.afspraken.append(self.current)
        self.role, self.caption = "afspraken", None
        if len(unit.text) > start.skip:
            self.current.pieces.append(Piece(unit.block, start.skip, len(unit.text)))

    def _table(self, unit: Unit) -> None:
        if _SIGNATURES.search(" ".join(cell.text for cells in unit.block.rows for cell in cells)):
            return
        if any(_SIGNED_FOR.match(cell.text) for cell in unit.block.rows[0]):
            return
        number = self.current.start.number if self.current else None
        caption = self.caption
        if number and unit.place is Place.TEXT and unit.index > self.last_start and self.role in _OUTSIDE:
            number = None
        self.structure.tabellen.append(RawTabel(unit.block, caption, number))
        self.caption, self.after_table = None, True

    def _add(self, unit: Unit) -> None:
        piece = whole_block(unit.block)
        if unit.place is Place.STEP or (self.role == "stappen" and self.current is not None):
            self._add_step(unit, piece)
        elif unit.place in {Place.WHO, Place.WHEN} and self.current is not None:
            (self.current.who if unit.place is Place.WHO else self.current.when).append(piece)
        elif _CAPTION.match(unit.text) and len(unit.text) < 160 and self._table_near(unit):
            self.caption = unit.text
        elif self.after_table and (_STAR.match(unit.text) or unit.block.marker == "*"):
            self.structure.outside.append(piece)
        elif CLOSES.match(unit.text):
            self.current = None
            self.structure.outside.append(piece)
        elif self.current is not None:
            self.current.pieces.append(piece)
        else:
            self._add_around(unit, piece)

    def _table_near(self, unit: Unit) -> bool:
        return any(near.kind is Kind.TABLE for near in self.units[unit.index + 1 : unit.index + 3])

    def _add_step(self, unit: Unit, piece: Piece) -> None:
        if self.current is None:
            self.structure.outside.append(piece)
            return
        steps = self.current.steps
        if steps and _is_cut_off(steps[-1][-1].text, unit.text):
            steps[-1].append(piece)
        else:
            steps.append([piece])

    # --- what stands around agreements ---

    def _add_around(self, unit: Unit, piece: Piece) -> None:
        self.structure.outside.append(piece)
        if self.thema is None:
            return
        label = _GOAL_LABEL.match(unit.text)
        if label:
            self.thema.goals.append(Piece(unit.block, label.end(), len(unit.text)))
        elif self.role == "doelen" and self.goals_left > 0:
            self.thema.goals.append(piece)
            self.goals_left -= 0 if unit.kind is Kind.ITEM else 1
        else:
            self.thema.context.append(piece)

    def _open_lost_theme(self, unit: Unit) -> None:
        if self.current is not None or self.thema is None or self.thema.process:
            self.thema = RawThema(None, lost=True)
            self.structure.themas.append(self.thema)
        self.current, self.rubriek, self.role = None, None, "context"
        self._add_around(unit, whole_block(unit.block))

    # --- headings ---

    def _is_heading_here(self, unit: Unit, heading: Heading) -> bool:
        """A line that only looks like a heading is one where an agreement or a table follows it."""
        if heading.strong or heading.theme or heading.role is not None or self.current is None:
            return True
        if unit.index > self.last_start:
            return True
        following = self._next_content(unit.index)
        if following is None:
            return True
        return following.index in self.starts or following.kind is Kind.TABLE or heading.shape == "bold"

    def _next_content(self, index: int) -> Unit | None:
        """The first agreement, paragraph or table behind a heading."""
        place = bisect_right(self.content, index, key=lambda unit: unit.index)
        return self.content[place] if place < len(self.content) else None

    def _is_content(self, unit: Unit) -> bool:
        if unit.index in self.starts:
            return True
        return unit.index not in self.outline.headings and not unit.toc and unit.kind is not Kind.FOOTNOTE

    def _head(self, unit: Unit, heading: Heading) -> None:
        if self.current is not None and heading.role == "stappen":
            self.role = "stappen"
            return
        following = self._next_content(unit.index)
        if (
            following is not None
            and following.kind is Kind.TABLE
            and not heading.strong
            and following.index == unit.index + 1
        ):
            self.caption = unit.text
            return
        if self._is_theme(heading):
            self._open_theme(unit, heading)
        elif heading.role in _OUTSIDE and (heading.strong or self._no_more_here(unit)):
            self.thema, self.current, self.rubriek, self.role = None, None, None, heading.role
        elif heading.role == "proces" and self._ends_theme(heading):
            self._open_theme(unit, heading)
            self.structure.themas[-1].process = True
        elif heading.role in {"doelen", "context", "afspraken"}:
            self._open_section(heading, following)
        else:
            named = self.thema is not None or not DOCUMENT_TITLE.search(heading.title)
            self.current, self.role = None, "afspraken"
            self.rubriek = heading.title if named else None  # the document's own title is no sub-heading
        if not heading.strong or heading.role not in _OUTSIDE:
            self.structure.outside.append(whole_block(unit.block))

    def _ends_theme(self, heading: Heading) -> bool:
        current = self.thema.heading if self.thema else None
        return (
            self.thema is None
            or self.thema.process
            or (current is not None and heading.strong and heading.stands_beside(current))
            or (current is None and heading.strong)
        )

    def _no_more_here(self, unit: Unit) -> bool:
        """Whether no agreement follows before the next heading, so that the section stands on its own."""
        following = self._next_content(unit.index)
        return following is None or following.index not in self.starts

    def _open_theme(self, unit: Unit, heading: Heading) -> None:
        self.thema = RawThema(heading.title, heading, unit)
        self.structure.themas.append(self.thema)
        self.current, self.rubriek, self.role = None, None, "context"

    def _open_section(self, heading: Heading, following: Unit | None) -> None:
        if heading.role == "doelen" and (self.thema is None or self.thema.process) and self.outline.themes:
            self.thema = RawThema(None, lost=True)
            self.structure.themas.append(self.thema)
        current = self.thema.heading if self.thema else None
        if heading.number and current and current.number and heading.stands_beside(current):
            self.thema = None  # a chapter "Prestatieafspraken" ends the chapter before it
        self.current, self.role = None, heading.role
        if heading.role == "afspraken":
            self.rubriek = None
        bullets = following is not None and following.kind is Kind.ITEM
        self.goals_left = 1 if not bullets else 0 + 1

    def _is_theme(self, heading: Heading) -> bool:
        """Whether a heading opens a theme: by its words, by what was announced, else by its level."""
        if heading.theme and _SAYS_THEME.match(self.units[heading.index].words.strip(" *")):
            return True
        if self.outline.announces(heading.title) and heading.role in {None, "context"}:
            return heading.strong or heading.index < self.last_start
        if heading.role is not None or (DOCUMENT_TITLE.search(heading.title) and not heading.theme):
            return False
        if self._in_announced_theme() and self._opens_agreements(heading):
            return False
        if self.outline.complete and not (heading.theme and self.thema is None):
            return False
        if self.announced is not None:
            return heading.strong and heading.level > 0 and heading.stands_beside(self.announced)
        current = self.thema.heading if self.thema else None
        if self.thema is not None and self.thema.lost:
            return heading.theme and heading.strong
        if current is None or (not current.theme and self._is_title(current, heading)):
            return heading.theme or heading.strong or self._opens_agreements(heading)
        if not heading.strong:
            return heading.theme and not current.strong
        return heading.stands_beside(current)

    def _in_announced_theme(self) -> bool:
        """Whether the theme that is open is one of those that the document announces, found or lost."""
        if self.thema is None or not self.outline.themes:
            return False
        return self.thema.lost or self.outline.announces(self.thema.title or "")

    def _is_title(self, current: Heading, heading: Heading) -> bool:
        """Whether what was taken for a theme is the title of the document or of a part."""
        if current.number:
            return False
        return heading.number > 0 or heading.theme or current.index == min(self.outline.headings)

    def _opens_agreements(self, heading: Heading) -> bool:
        following = self._next_content(heading.index)
        return following is not None and following.index in self.starts


def _is_cut_off(text: str, following: str) -> bool:
    """Whether a step was cut by a page break: no end of sentence, and no capital after it."""
    return text.rstrip()[-1:] not in ".!?:;)" and not following[:1].isupper()


def _promote_rubrieken(structure: Structure) -> None:
    """Where one unknown heading covers all agreements, the sub-headings are the themes."""
    themas = {id(item.thema): item.thema for item in structure.afspraken}
    only = next(iter(themas.values()), None) if len(themas) == 1 else None
    rubrieken = {item.rubriek for item in structure.afspraken}
    if any(_BY_PARTY.match(rubriek or "") for rubriek in rubrieken):
        return
    if (
        only is None
        or only.heading is None
        or only.heading.theme
        or only.heading.number
        or len(rubrieken) < 2
        or None in rubrieken
    ):
        return
    made: dict[str, RawThema] = {}
    for item in structure.afspraken:
        title = item.rubriek or ""
        item.thema = made.setdefault(title, RawThema(title))
        item.rubriek = None
    structure.themas = [*structure.themas, *made.values()]
