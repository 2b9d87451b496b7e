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
from wederkerig.reading.titles import bare_title, role_of
from wederkerig.reading.units import Unit
from wederkerig.reading.wijziging_etiketten import find_label
from wederkerig.reading.wijziging_slot import closes, without_names
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
_QUOTES = "\"“”„'‘’«»"
_LETTER = re.compile(r"(?P<letter>[a-z])[.)]\s+(?=\S)")
_CHAPTER = re.compile(
    r"(?:de\s+)?(?:wijzigingen|aanvullingen)(?:\s*(?:/|en|of)\s*(?:wijzigingen|aanvullingen))?\s*",
    re.IGNORECASE,
)
_NO_THEME = re.compile(
    r"(?:overige\s+)?(?:wijziging|aanvulling|nieuwe? afspra|vervallen|ondertekening|algemeen\b)"
    r"|.*(?:jaarplan|prestatieafspraken|jaarschijf|addendum)",
    re.IGNORECASE,
)
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
    level: int = 0
    own_theme: str | None = None
    whole: bool = False
    bare: Unit | None = None
    many: bool = False
    loose: bool = False
    only_table: bool = False
    closed: bool = False
    doubt: str | None = None


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
        if label is not None and _is_chapter(units, unit):
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


def _is_chapter(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether "Wijzigingen" is the title of all that follows, and not the label of the words below it."""
    if unit.kind is not Kind.HEADING or not _CHAPTER.fullmatch(unit.text):
        return False
    below = next((each for each in units[unit.index + 1 :] if each.text or each.kind is Kind.TABLE), None)
    if below is None or below.bullet:
        return below is None
    return below.label is None or below.kind is Kind.HEADING or unit.text.casefold().startswith("wijziging")


class _Walk:
    def __init__(self, document: Document, units: Sequence[Unit], year: int | None) -> None:
        self.document, self.units, self.year = document, units, year
        self.found: list[Wijziging] = []
        self.state = _State()

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
        elif heading is not None and self._is_section(unit, heading):
            self._new_section(unit, heading)
        elif heading is not None and self._is_subsection(unit, heading):
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

    def _inside(self, heading: Heading) -> bool:
        """A process text that is being quoted or replaced holds headings of its own."""
        return self.state.process and not heading.theme and bool(self.state.mode) and heading.role == "proces"

    def _is_section(self, unit: Unit, heading: Heading) -> bool:
        """Whether a heading begins the next part of the plan: by its words, or by its format."""
        if heading.theme or heading.role in {"proces", "bijlage", "kaders", "begrippen"}:
            return not self._inside(heading)
        if unit.kind is not Kind.HEADING or _is_place(unit.text):
            return False
        if (self.state.annex or (self.state.process and self.state.mode)) and not self._announces(unit):
            return False
        if role_of(bare_title(unit.text)) == "proces":
            return True
        if heading.role in {"doelen", "context", "afspraken", "stappen"} or self._is_deeper(unit):
            return (
                self.state.theme is None and heading.role is None and not (self._awaits or self.state.process)
            )
        return True

    def _is_subsection(self, unit: Unit, heading: Heading) -> bool:
        """A heading below that of the theme ends an amendment, unless it opens the words that are quoted."""
        inside = self.state.annex or (self.state.process and bool(self.state.mode))
        place = _is_place(unit.text)
        return unit.kind is Kind.HEADING and heading.strong and not (place or inside or self._awaits)

    def _announces(self, unit: Unit) -> bool:
        """Whether amendments follow a heading; else it belongs to a process text or names a document."""
        if self.state.mode == "huidig":
            return False
        below = next((each for each in self.units[unit.index + 1 :] if each.text), None)
        return below is not None and (find_label(below.text) is not None or find_zin(below.text) is not None)

    def _is_deeper(self, unit: Unit) -> bool:
        return 0 < self.state.level < unit.block.level

    @property
    def _awaits(self) -> bool:
        """Whether words of a quote, or the first words of an amendment, may still come."""
        return self.state.mode == "huidig" or (self.state.mode == "tekst" and not self.state.pieces)

    def _new_section(self, unit: Unit, heading: Heading) -> None:
        self.finish()
        process = "proces" in {heading.role, role_of(bare_title(unit.text))} and not heading.theme
        known = heading.theme or process or heading.role in {"bijlage", "kaders", "begrippen"}
        named = known or (heading.role is None and not _NO_THEME.match(heading.title))
        self.state = _State(
            theme=heading.title if named else None,
            process=process,
            annex=not heading.theme and heading.role in {"bijlage", "kaders", "begrippen"},
            level=unit.block.level if unit.kind is Kind.HEADING else 0,
        )

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
        self.found.append(self._make(state, unit))
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
        if closes(text) or self.state.closed:
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
            letter = _LETTER.match(text, label.end)
            sub = letter["letter"] if letter else label.sub
            self._numbered(unit, skip, label.number + sub, letter.end() if letter else label.end)
            return
        if seems_zin(text) and not self._awaits:
            self._emit()
            self._doubt(text)
            return
        if self._take_reason(text):
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
        letter = _LETTER.match(words)
        first = words[letter.end() if letter else 0 :].lstrip(_QUOTES + "(")[:1]
        capital = first.isupper() or (
            self._awaits and not self.state.quoted and (first.isdigit() or first == "€")
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
            self._emit()
            self._close_place()
            self.state.mode, self.state.soort, self.state.year = "tekst", state.soort, state.year
            self.state.number, self.state.many, self.state.whole = number, True, state.whole
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
        self.state = _State(theme=old.theme, process=old.process, annex=old.annex, level=old.level)

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
            self.found.append(self._make(state))
            state.whole = False
        state.pieces, state.reason, state.mode, state.table, state.title = [], None, "", None, None
        state.bare = state.doubt = None

    def finish(self) -> None:
        """Close whatever is open."""
        self.state.pieces = without_names(self.state.pieces)
        self._emit()
        self._close_place()

    def _make(self, state: _State, unit: Unit | None = None) -> Wijziging:
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
            tabel=read_tabel(self.document, state.table) if state.table else None,
            bron=make_bron(self.document, start, end),
            twijfel=state.doubt,
        )


def _is_place(text: str) -> bool:
    """Whether a heading names an agreement: "Afspraak 12"."""
    label = parse_label(text)
    return label is not None and label.style.startswith("afspraak")


def _plain(pieces: Sequence[Piece], number: str | None) -> list[Piece]:
    """The pieces without the marks of a quote around them all, and without the letter the number has too."""
    kept = [piece for piece in pieces if piece.text.strip()]
    if kept and kept[0].text[0] in _QUOTES and kept[-1].text[-1] in _QUOTES and _one_quote(kept):
        kept[0] = Piece(kept[0].block, kept[0].first + 1, kept[0].last)
        kept[-1] = Piece(kept[-1].block, kept[-1].first, kept[-1].last - 1)
    letter = _LETTER.match(kept[0].text) if kept and number else None
    if letter and number and number[-1] == letter["letter"]:
        kept[0] = Piece(kept[0].block, kept[0].first + letter.end(), kept[0].last)
    return kept


def _one_quote(pieces: Sequence[Piece]) -> bool:
    """Whether the first and the last mark belong together, and are not those of two quotes."""
    inner = "\n".join(piece.text for piece in pieces)[1:-1]
    return len(inner) > 1 and not any(mark in inner for mark in '"“”„«»')


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
