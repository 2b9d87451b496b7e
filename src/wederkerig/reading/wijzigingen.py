"""The amendments of a year plan.

Such a plan quotes the current text of an agreement and says below it what is added, changed, struck
or new. The labels that say so ("Huidige afspraak:", "Aanvulling 2024:", "Onderstaande tekst kan
verwijderd worden …") stand on a line of their own or open the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from wederkerig.documents import Document, Kind
from wederkerig.model import Doel, Wijziging
from wederkerig.model.wijziging import WijzigingSoort
from wederkerig.reading.kop import is_place_and_date
from wederkerig.reading.labels import parse_label
from wederkerig.reading.outline import Heading, Outline
from wederkerig.reading.passage import Passage, Piece, make_bron
from wederkerig.reading.raw import RawTabel
from wederkerig.reading.tabellen import read_tabel
from wederkerig.reading.units import Unit
from wederkerig.reading.wijziging_etiketten import find_label
from wederkerig.reading.wijziging_tabel import read_moves
from wederkerig.reading.wijziging_vorm import keeps_form, read_form

_SOORTEN: dict[str, WijzigingSoort] = {
    "beide": "aanvulling",  # "Wijziging/aanvulling" leaves the quoted text standing
    "aanvulling": "aanvulling",
    "wijziging": "wijziging",
    "verwijderen": "verwijderen",
    "nieuw": "nieuw",
    "bijlage": "bijlage",
}
_REASON = re.compile(r"(?:reden|toelichting|motivering)\s*:\s*", re.IGNORECASE)
_WITH_TABLE = frozenset({"aanvulling", "wijziging", "nieuw"})
_CAPTION = re.compile(r"tabel\b", re.IGNORECASE)
_QUOTES = "\"“”„'‘’«»"
_GOALS = re.compile(r"wat willen (?:we|partijen)|doel(?:en|stelling)|ambitie", re.IGNORECASE)


@dataclass(slots=True)
class _State:
    """What the walk has read so far of the place that is being amended."""

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


def has_labels(units: Sequence[Unit]) -> bool:
    """Whether the document is written as amendments of another."""
    if keeps_form([unit.block for unit in units]):
        return True
    kinds = [label[0] for unit in units if unit.kind is not Kind.TABLE and (label := find_label(unit.text))]
    return len(kinds) >= 2 and any(kind != "huidig" for kind in kinds)


def find_wijzigingen(
    document: Document, units: Sequence[Unit], outline: Outline, year: int | None
) -> tuple[Wijziging, ...]:
    """All amendments in the order of the document. year: that of the plan, where a label gives none."""
    if keeps_form(document.blocks):
        return read_form(document, year)
    walk = _Walk(document, year)
    started = False
    for unit in units:
        if unit.kind is Kind.TABLE:
            walk.take_table(unit)
        if unit.toc or unit.kind in {Kind.TABLE, Kind.FOOTNOTE} or not unit.text:
            continue
        label = find_label(unit.text)
        heading = outline.headings.get(unit.index)
        started = (
            started
            or label is not None
            or (heading is not None and (heading.theme or heading.role == "proces"))
        )
        if started:
            walk.take(unit, heading if label is None else None, label)
    walk.finish()
    return tuple(walk.found)


class _Walk:
    def __init__(self, document: Document, year: int | None) -> None:
        self.document, self.year = document, year
        self.found: list[Wijziging] = []
        self.state = _State()

    def take(self, unit: Unit, heading: Heading | None, label: tuple[str, re.Match[str]] | None) -> None:
        """One unit: a heading, a label, a quoted agreement, or more words of what is open."""
        if label is not None:
            self._open(*label, unit)
            if label[1].end() < len(unit.text):
                self._words(unit, label[1].end())
        elif (
            heading is not None
            and (heading.theme or heading.role in {"proces", "bijlage", "kaders", "begrippen"})
            and not self._inside(heading)
        ):
            self._new_section(heading)
        else:
            self._words(unit, 0)

    def take_table(self, unit: Unit) -> None:
        """A table: what comes instead of another or is added, or a list of agreements that move."""
        state = self.state
        moves = read_moves(self.document, unit.block, state.theme, self.year)
        if moves:
            self._emit()
            self.found += moves
        elif state.mode == "tekst" and state.soort in _WITH_TABLE and state.table is None:
            captioned = state.pieces and _CAPTION.match(state.pieces[-1].text)
            caption = state.pieces.pop().text if captioned else state.title
            state.table = RawTabel(unit.block, caption, state.number)

    def _inside(self, heading: Heading) -> bool:
        """A process text that is being quoted or replaced holds headings of its own."""
        return self.state.process and not heading.theme and bool(self.state.mode) and heading.role == "proces"

    def _new_section(self, heading: Heading) -> None:
        self.finish()
        self.state = _State(
            theme=heading.title,
            process=heading.role == "proces",
            annex=not heading.theme and heading.role != "proces",
        )

    def _open(self, kind: str, match: re.Match[str], unit: Unit) -> None:
        groups = match.groupdict()
        if kind.startswith("plaats-"):
            self._open_place(_SOORTEN[kind.removeprefix("plaats-")], groups)
            return
        self._emit()
        if not self.state.fresh and (kind in {"huidig", "nieuw"} or groups.get("nummer")):
            self._close_place()
        state = self.state
        state.fresh = False
        if state.struck and kind == "verwijderen":
            self.found.pop()  # the words that are struck stand below the line that strikes them
        state.number = groups.get("nummer") or state.number
        state.year = int(groups["jaar"]) if groups.get("jaar") else self.year
        if kind == "huidig":
            state.mode = "huidig"
            return
        state.mode, state.soort = (
            "tekst",
            "bijlage" if state.annex and kind == "aanvulling" else _SOORTEN[kind],
        )
        state.title = groups.get("titel")
        state.reason = (groups.get("noot") or None) if kind == "verwijderen" else None
        if kind == "verwijderen" and groups.get("nummer") and match.end() == len(unit.text):
            self.found.append(self._make(state, unit))
            state.mode, state.struck = "", True

    def _open_place(self, soort: WijzigingSoort, groups: dict[str, str | None]) -> None:
        """A line names the place and what is done to it; without further labels its words follow at once."""
        self._emit()
        self._close_place()
        state = self.state
        state.number, state.soort, state.year = groups.get("nummer"), soort, self.year
        state.part = "doelen" if groups.get("doelen") else "proces" if groups.get("proces") else None
        state.mode, state.fresh = "tekst", True

    def _words(self, unit: Unit, skip: int) -> None:
        text = unit.text[skip:]
        label = parse_label(text)
        if label is not None and label.end >= len(text) and label.style.startswith("afspraak"):
            self._emit()
            self._close_place()
            self.state.number, self.state.fresh = label.number + label.sub, True
            return
        sentence = label is not None and text[label.end : label.end + 1].isupper() and not unit.bullet
        if label is not None and sentence and self._opens_place(text[label.end :]):
            self._numbered(unit, skip, label.number + label.sub, label.end)
            return
        reason = None if self.state.quoted[1:] else _REASON.match(text)
        if reason:
            self._emit()
        if reason and self.found:
            self.found[-1] = self.found[-1].model_copy(update={"reden": text[reason.end() :].rstrip(" .")})
            return
        piece = _unquoted(unit, skip)
        if self.state.mode == "tekst":
            if self.state.soort == "bijlage":
                self._emit()
                self.state.bullets = self.state.bullets or unit.bullet
                if (self.state.bullets and not unit.bullet) or is_place_and_date(text):
                    return
                self.state.mode, self.state.soort = "tekst", "bijlage"
            self.state.pieces.append(piece)
        elif self.state.mode == "huidig":
            self.state.quoted.append(piece)

    def _opens_place(self, words: str) -> bool:
        """A number opens the next place, unless it numbers a list inside a process text."""
        return not self.state.process and not self.state.annex and len(words) > 15

    def _numbered(self, unit: Unit, skip: int, number: str, shift: int) -> None:
        """A numbered paragraph: the words of a new agreement, or the next place with its current text."""
        piece = Piece(unit.block, skip + shift, len(unit.text))
        state = self.state
        awaited = state.mode == "tekst" and not state.pieces and state.soort != "verwijderen"
        if awaited and state.number in {None, number}:
            state.soort = "nieuw" if state.number is None else state.soort
            state.number = number
            state.pieces.append(piece)
        elif awaited and state.soort == "aanvulling":
            # An addition that brings a number of its own is a new agreement.
            self._close_place()
            self.state.mode, self.state.soort, self.state.year = "tekst", "nieuw", state.year
            self.state.number = number
            self.state.pieces.append(piece)
        else:
            self._emit()
            if state.quoted or state.number is not None:
                self._close_place()
            self.state.mode, self.state.number = "huidig", number
            self.state.quoted.append(piece)

    def _close_place(self) -> None:
        old = self.state
        self.state = _State(theme=old.theme, process=old.process, annex=old.annex)

    def _emit(self) -> None:
        """Close the amendment whose words have been read."""
        state = self.state
        if state.mode == "tekst" and (state.pieces or state.table):
            self.found.append(self._make(state))
        state.pieces, state.reason, state.mode, state.table, state.title = [], None, "", None, None

    def finish(self) -> None:
        """Close whatever is open."""
        self._emit()

    def _make(self, state: _State, unit: Unit | None = None) -> Wijziging:
        """The amendment as model; a `unit` that strikes a whole agreement brings no words of its own."""
        words, quoted = Passage.of(state.pieces), Passage.of(state.quoted)
        block = unit.block if unit else state.table.block if state.table and not state.pieces else None
        start, end = (block.start, block.end) if block else words.whole()
        return Wijziging(
            doel=_doel(state, quoted.text),
            soort=state.soort,
            huidig=quoted.text or None,
            tekst=words.text,
            reden=state.reason,
            jaar=state.year,
            tabel=read_tabel(self.document, state.table) if state.table else None,
            bron=make_bron(self.document, start, end),
        )


def _unquoted(unit: Unit, skip: int) -> Piece:
    """The words of a unit without the quotation marks around them."""
    text = unit.text[skip:]
    if len(text) > 2 and text[0] in _QUOTES and text[-1] in _QUOTES:
        return Piece(unit.block, skip + 1, len(unit.text) - 1)
    return Piece(unit.block, skip, len(unit.text))


def _doel(state: _State, quoted: str) -> Doel:
    if state.annex or state.soort == "bijlage":
        return Doel(onderdeel="bijlage")
    if state.number is not None:
        return Doel(nummer=state.number, thema=state.theme)
    if state.table is not None and not state.pieces:
        return Doel(onderdeel="tabel", thema=state.theme, titel=state.title or state.table.caption)
    if state.part is not None:
        return Doel(onderdeel=state.part, thema=state.theme)
    if state.process:
        return Doel(onderdeel="proces", thema=state.theme)
    if _GOALS.search(quoted[:80]) or state.soort != "nieuw":
        return Doel(onderdeel="doelen", thema=state.theme)
    return Doel(thema=state.theme)
