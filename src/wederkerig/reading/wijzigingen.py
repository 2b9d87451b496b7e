"""The amendments of a year plan.

Such a plan quotes the current text of an agreement and says below it what is added, changed, struck
or new. The labels that say so ("Huidige afspraak:", "Aanvulling 2024:", "Onderstaande tekst kan
verwijderd worden …") stand on a line of their own or open the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from wederkerig.documents import Document, Kind
from wederkerig.model import Wijziging
from wederkerig.model.wijziging import WijzigingSoort
from wederkerig.reading.kop import is_place_and_date
from wederkerig.reading.labels import parse_label
from wederkerig.reading.outline import Heading, Outline
from wederkerig.reading.passage import Piece
from wederkerig.reading.raw import RawTabel
from wederkerig.reading.units import Unit
from wederkerig.reading.wijziging_etiketten import find_label
from wederkerig.reading.wijziging_kop import is_chapter, is_section, is_subsection, open_section
from wederkerig.reading.wijziging_slot import closes, without_names
from wederkerig.reading.wijziging_stand import LETTER, QUOTES, State, make_wijziging, unquoted
from wederkerig.reading.wijziging_tabel import read_moves, read_texts
from wederkerig.reading.wijziging_vorm import keeps_form, read_form
from wederkerig.reading.wijziging_zin import Zin, find_zin, next_number, seems_zin

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
_PLAN = re.compile(r"(?:het\s+)?(?:jaarplan|addendum)\b", re.IGNORECASE)
_WHOLE = re.compile(r"(?:de\s+)?(?:onderstaande|volgende)\s+afspra(?:ak|ken)\b", re.IGNORECASE)
_BARE = re.compile(r"(?:vervalt|vervallen|geschrapt)", re.IGNORECASE)
_TITLE = 160
"""A title has no more characters."""
_MANY = re.compile(r".*\bafspraken\b", re.IGNORECASE)
_UNSURE = "Hierna staat een zin over een afspraak die niet begrepen is: “{}”."
_NOT_QUOTED = "Het jaarplan noemt alleen de {} en citeert haar niet."
_GUESSED = "Het nummer staat er niet bij en volgt uit de afspraak die ervoor staat."
_NO_LABEL = "Er staat niet bij wat dit is; het volgt op een nieuwe afspraak en is ook zo gelezen."


def has_labels(units: Sequence[Unit]) -> bool:
    """Whether the document is written as amendments of another."""
    if keeps_form([unit.block for unit in units]):
        return True
    kinds = [kind for unit in units for kind in _kinds(unit)]
    plan = any(_PLAN.match(unit.text) and len(unit.text) < _TITLE for unit in units[:8])
    enough = 1 if plan and any(not unit.toc and find_zin(unit.text) for unit in units) else 2
    return len(kinds) >= enough and any(kind != "huidig" for kind in kinds)


def _kinds(unit: Unit) -> list[str]:
    """The kinds of amendment that one unit announces."""
    if unit.kind is Kind.TABLE:
        return ["wijziging"] * len(read_texts(None, unit.block, None, None))
    if label := find_label(unit.text):
        return [label[0]]
    zin = find_zin(unit.text)
    return [zin.soort] if zin and zin.soort != "deze" else []


def find_wijzigingen(
    document: Document, units: Sequence[Unit], outline: Outline, year: int | None
) -> tuple[Wijziging, ...]:
    """All amendments in the order of the document. year: that of the plan, where a label gives none."""
    if keeps_form(document.blocks):
        return read_form(document, year)
    walk = _Walk(document, units, year)
    started = False
    for unit in units:
        if unit.kind is Kind.TABLE:
            walk.take_table(unit)
        if unit.toc or unit.kind in {Kind.TABLE, Kind.FOOTNOTE} or not unit.text:
            continue
        label = find_label(unit.text)
        heading = outline.headings.get(unit.index)
        if label is not None and is_chapter(units, unit):
            label = None
        started = (
            started
            or label is not None
            or find_zin(unit.text) is not None
            or (heading is not None and (heading.theme or heading.role == "proces"))
        )
        if started or unit.kind is Kind.HEADING:
            walk.take(unit, heading if label is None else None, label)
    walk.finish()
    return tuple(walk.found)


class _Walk:
    def __init__(self, document: Document, units: Sequence[Unit], year: int | None) -> None:
        self.document, self.units, self.year = document, units, year
        self.found: list[Wijziging] = []
        self.state = State()

    def take(self, unit: Unit, heading: Heading | None, label: tuple[str, re.Match[str]] | None) -> None:
        """One unit: a heading, a label, a sentence, a quoted agreement, or more words of what is open."""
        zin = find_zin(unit.text)
        if zin is not None and zin.soort == "deze":
            zin = zin if self._is_withdrawn(unit, label is not None) else None
        elif label is not None:
            zin = None
        if zin is not None:
            self._sentence(unit, zin)
        elif label is not None:
            self._open(*label, unit)
            if label[1].end() < len(unit.text):
                self._words(unit, label[1].end())
        elif heading is not None and is_section(self.units, self.state, unit, heading):
            self.finish()
            self.state = open_section(unit, heading)
        elif heading is not None and is_subsection(self.state, unit, heading):
            self._emit()
            self._close_place()
        else:
            self._words(unit, 0)

    def take_table(self, unit: Unit) -> None:
        """A table: what comes instead of another or is added, or a list of agreements that move."""
        state = self.state
        moves = read_moves(self.document, unit.block, state.theme, self.year)
        if moves:
            self._emit()
            self.found += moves
            return
        texts = read_texts(self.document, unit.block, state.theme, self.year)
        if texts:
            self._emit()
            self.found += texts
        elif state.mode == "tekst" and state.soort in _WITH_TABLE and state.table is None:
            captioned = state.pieces and _CAPTION.match(state.pieces[-1].text)
            caption = state.pieces.pop().text if captioned else state.title
            state.table = RawTabel(unit.block, caption, state.number)

    # --- sentences that say all at once what they do ------------------------------------------------

    def _is_withdrawn(self, unit: Unit, labelled: bool) -> bool:  # noqa: FBT001  # read with the call
        """Whether "Deze afspraak vervalt." speaks of the agreement that stands above it."""
        state = self.state
        if labelled and not unit.text.rstrip().endswith((".", ")")):
            return False
        return (state.number is not None or bool(state.quoted)) and not (
            state.mode == "tekst" and state.pieces
        )

    def _sentence(self, unit: Unit, zin: Zin) -> None:
        """Read a sentence; the words of an addition may go on below it, or stand there altogether."""
        self._emit()
        if zin.soort == "deze":
            self._withdraw(unit, zin)
            return
        words, quoted = zin.span("tekst", "kaal"), zin.span("huidig", "rang")
        if quoted and (zin.soort == "verwijderen" or not (words or zin.said("rang"))):
            words, quoted = (words, quoted) if zin.soort == "wijziging" else (quoted, None)
        for number in zin.nummers or (None,):
            self._emit()
            self._close_place()
            state = self.state
            state.number, state.year, state.reason = number, self.year, zin.reden
            if zin.soort == "intrekken":
                self._withdraw(unit, zin)
                continue
            self._name_place(zin)
            state.soort, state.mode = _SOORTEN.get(zin.soort, "wijziging"), "tekst"
            state.only_table, state.fresh = zin.soort == "tabel", words is None
            state.quoted = [Piece(unit.block, *quoted)] if quoted else []
            state.pieces = [Piece(unit.block, *words)] if words else []
            if words and (quoted or zin.soort == "verwijderen"):
                self._emit()

    def _name_place(self, zin: Zin) -> None:
        """What else a sentence says of the place: goals or process texts, a theme, after which agreement."""
        state, thema = self.state, zin.said("thema")
        state.part = "doelen" if zin.said("doelen") else "proces" if zin.said("proces") else None
        state.own_theme = thema if thema and not thema.isdigit() else None
        after = zin.said("na")
        if after and state.number is None:
            state.number, state.doubt = next_number(after), _GUESSED
        if zin.rang and not zin.said("huidig"):
            state.doubt = _NOT_QUOTED.format(zin.rang)

    def _withdraw(self, unit: Unit, zin: Zin | None) -> None:
        """Strike the agreement as a whole."""
        state = self.state
        state.loose = False
        state.soort, state.mode, state.pieces = "verwijderen", "", []
        if zin is not None:
            state.reason = zin.reden or zin.said("reden_voor", "toelichting")
        self.found.append(make_wijziging(self.document, state, unit))
        state.struck, state.reason = True, None

    def _open(self, kind: str, match: re.Match[str], unit: Unit) -> None:
        groups = match.groupdict()
        if kind.startswith("plaats-"):
            self._open_place(_SOORTEN[kind.removeprefix("plaats-")], groups)
            return
        self._emit()
        if not self.state.fresh and (kind in {"huidig", "nieuw"} or groups.get("nummer")):
            self._close_place()
        state = self.state
        state.fresh = state.loose = False
        if state.struck and kind == "verwijderen" and not groups.get("nummer"):
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
        state.whole = kind == "verwijderen" and bool(_WHOLE.match(match.group()))
        state.many = bool(_MANY.match(match.group()))
        state.bare = unit if _BARE.fullmatch(unit.text) else None
        state.reason = (groups.get("noot") or None) if kind == "verwijderen" else None
        if kind == "verwijderen" and groups.get("nummer") and match.end() == len(unit.text):
            self.found.append(make_wijziging(self.document, state, unit))
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
        if closes(text) or self.state.closed:
            self.state.pieces = without_names(self.state.pieces)
            self._emit()
            self.state.closed = True
            return
        label = parse_label(text)
        place = label is not None and (label.end >= len(text) or unit.kind is Kind.HEADING)
        if label is not None and place and label.style.startswith("afspraak"):
            self._emit()
            self._close_place()
            self.state.number, self.state.fresh = label.number + label.sub, True
            return
        if label is not None and not unit.bullet and self._opens_place(text[label.end :]):
            letter = LETTER.match(text, label.end)
            sub = letter["letter"] if letter else label.sub
            self._numbered(unit, skip, label.number + sub, letter.end() if letter else label.end)
            return
        if seems_zin(text) and not self.state.awaits:
            self._emit()
            self._doubt(text)
            return
        if self._take_reason(text):
            return
        piece = unquoted(unit, skip)
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

    def _take_reason(self, text: str) -> bool:
        """Whether a paragraph gives the reason of the amendment before it, which then has it."""
        reason = None if self.state.quoted[1:] else _REASON.match(text)
        if reason is None:
            return False
        self._emit()
        if self.found:
            self.found[-1] = self.found[-1].model_copy(update={"reden": text[reason.end() :].rstrip(" .")})
        return bool(self.found)

    def _opens_place(self, words: str) -> bool:
        """A number opens the next place, unless it numbers a list inside a process text."""
        letter = LETTER.match(words)
        first = words[letter.end() if letter else 0 :].lstrip(QUOTES + "(")[:1]
        capital = first.isupper() or (
            self.state.awaits and not self.state.quoted and (first.isdigit() or first == "€")
        )
        return capital and not self.state.process and not self.state.annex and len(words) > 15

    def _doubt(self, text: str) -> None:
        """Say at the amendment before it that a sentence was not understood."""
        if self.found:
            last = self.found[-1]
            doubt = " ".join(filter(None, (last.twijfel, _UNSURE.format(text[:120]))))
            self.found[-1] = last.model_copy(update={"twijfel": doubt})

    def _numbered(self, unit: Unit, skip: int, number: str, shift: int) -> None:
        """A numbered paragraph: the words of a new agreement, or the next place with its current text."""
        piece = Piece(unit.block, skip + shift, len(unit.text))
        state = self.state
        awaited = state.mode == "tekst" and not state.pieces and (state.soort != "verwijderen" or state.whole)
        follows = state.mode == "tekst" and bool(state.pieces)
        if awaited and (state.number in {None, number} or state.whole):
            state.soort = "nieuw" if state.number is None and not state.whole else state.soort
            state.number = number
            state.pieces.append(piece)
        elif awaited and state.soort == "aanvulling":
            # An addition that brings a number of its own is a new agreement.
            self._close_place()
            self.state.mode, self.state.soort, self.state.year = "tekst", "nieuw", state.year
            self.state.number = number
            self.state.pieces.append(piece)
        elif follows and state.many and (state.soort == "nieuw" or state.whole):
            whole = state.whole
            self._emit()
            self._close_place()
            self.state.mode, self.state.soort, self.state.year = "tekst", state.soort, state.year
            self.state.number, self.state.many, self.state.whole = number, True, whole
            self.state.pieces.append(piece)
        else:
            loose = follows and state.soort == "nieuw"
            self._emit()
            if state.quoted or state.number is not None:
                self._close_place()
            self.state.mode, self.state.number, self.state.loose = "huidig", number, loose
            self.state.quoted.append(piece)

    def _close_place(self) -> None:
        old = self.state
        if old.loose and old.quoted:
            old.mode, old.soort, old.pieces, old.quoted, old.doubt = (
                "tekst",
                "nieuw",
                old.quoted,
                [],
                _NO_LABEL,
            )
            old.year = old.year or self.year
            self._emit()
        self.state = State(theme=old.theme, process=old.process, annex=old.annex, level=old.level)

    def _emit(self) -> None:
        """Close the amendment whose words have been read."""
        state = self.state
        if state.only_table and state.mode == "tekst":
            state.pieces = []
        if state.mode == "tekst" and state.bare and not state.pieces and state.number is not None:
            self._withdraw(state.bare, None)
        elif state.mode == "tekst" and (state.pieces or state.table):
            if state.whole:
                state.pieces, state.quoted = [], state.pieces
            self.found.append(make_wijziging(self.document, state))
            state.whole = False
        state.pieces, state.reason, state.mode, state.table, state.title = [], None, "", None, None
        state.bare = state.doubt = None

    def finish(self) -> None:
        """Close whatever is open."""
        self.state.pieces = without_names(self.state.pieces)
        self._emit()
        self._close_place()
