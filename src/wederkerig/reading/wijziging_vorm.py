"""The amendments of a year plan that keeps to the fixed form, in which type tells labels from text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from wederkerig.documents import Block, Document, Kind
from wederkerig.model import Doel, Plek, Tabel, Wijziging
from wederkerig.model.wijziging import WijzigingSoort
from wederkerig.reading import wijziging_woorden as w
from wederkerig.reading.passage import Passage, Piece, make_bron, whole_block
from wederkerig.reading.raw import RawTabel
from wederkerig.reading.tabellen import read_tabel
from wederkerig.reading.wijziging_etiketten import find_label
from wederkerig.reading.wijziging_tabel import make_plek

_FRONT = 80
"""How many blocks of the beginning may say which form the plan has."""
_NUMBER = re.compile(r"(?P<nummer>\S+)\.(?:\s+|$)")
_SOORTEN: dict[str, WijzigingSoort] = {
    "beide": "aanvulling",
    "nieuwe afspraak": "nieuw",
    "documenten": "bijlage",
    "vervalt": "verwijderen",
    "afspraken verplaatst": "verplaatsing",
}
_SOORTEN |= {
    soort: soort for soort in ("aanvulling", "wijziging", "verwijderen", "nieuw", "bijlage", "verplaatsing")
}
_PARTS = {noun: part for part, noun in w.ONDERDELEN.items()}
_NO_THEME = frozenset({w.BIJLAGE, w.ZONDER_THEMA})


@dataclass(slots=True)
class _Part:
    """A label or heading (kind "kop"), and what stands below it up to the next.

    notes: what follows words such as "Toelichting:"; tables: each with its caption.
    """

    kind: str
    block: Block
    match: re.Match[str] | None = None
    words: list[Piece] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    tables: list[tuple[str | None, Block]] = field(default_factory=list)

    def said(self, group: str) -> str | None:
        """What the label says of this, if anything."""
        return (self.match.groupdict().get(group) if self.match else None) or None


def keeps_form(blocks: Sequence[Block]) -> bool:
    """Whether the plan says that its labels are in bold and all else is text."""
    return any(w.SAYS_SO.search(block.text) for block in blocks[:_FRONT])


def read_form(document: Document, year: int | None) -> tuple[Wijziging, ...]:
    """All amendments of a plan in the fixed form. year: that of the plan, where a label gives none."""
    reader = _Reader(document, year)
    return tuple(found for part in _parts(_chapter(document.blocks)) for found in reader.take(part))


def _chapter(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks of the chapter with the amendments, without its heading."""
    depth = 0
    for block in blocks:
        heading = block.kind is Kind.HEADING and block.bold >= len(block.text)
        if depth and heading and block.level <= depth:
            return
        if depth:
            yield block
        elif heading and block.text.startswith(w.WIJZIGINGEN):
            depth = block.level


def _parts(blocks: Iterable[Block]) -> Iterator[_Part]:
    part: _Part | None = None
    for block in blocks:
        begun = _begin(block)
        if begun is not None:
            if part is not None:
                yield part
            part = begun
        elif part is not None:
            _add(part, block)
    if part is not None:
        yield part


def _begin(block: Block) -> _Part | None:
    """The part a block begins, if it is all in bold and says so."""
    if block.kind is Kind.TABLE or not 0 < len(block.text) <= block.bold:
        return None
    for kind, pattern in w.LABELS:
        if match := pattern.fullmatch(block.text):
            return _Part(kind, block, match)
    if block.kind is Kind.HEADING:
        return _Part("kop", block)
    loose = find_label(block.text)  # a label that someone worded otherwise
    if loose is None or loose[0] not in _SOORTEN:
        return None
    return _Part(loose[0], block, loose[1])


def _add(part: _Part, block: Block) -> None:
    if block.kind is Kind.TABLE:
        part.tables.append((part.notes.pop(w.TABEL, None), block))
        return
    lead = block.text[: block.bold].rstrip(" :")
    if lead in w.NOTES and block.text[len(lead) :].startswith(":"):
        part.notes[lead] = block.text[len(lead) + 1 :].strip()
    else:
        part.words.append(whole_block(block))


class _Reader:
    """Knows under which theme and for which place the labels are that it takes."""

    def __init__(self, document: Document, year: int | None) -> None:
        self._document, self._year = document, year
        self._place = Doel()
        self._quoted = ""

    def take(self, part: _Part) -> list[Wijziging]:
        """The amendments that one part makes up: none for a heading or a place."""
        thema = self._place.thema
        if part.kind == "kop":
            self._set(Doel(thema=None if part.block.text in _NO_THEME else part.block.text), "")
        elif part.kind in {"huidige afspraak", "afspraak"}:
            number = part.said("nummer") or _take_number(part)
            self._set(Doel(nummer=number, thema=thema), Passage.of(part.words).text)
        elif part.kind == "onderdeel":
            onderdeel = _PARTS[(part.said("noun") or "").lower()]
            doel = Doel(
                nummer=part.said("nummer"), onderdeel=onderdeel, thema=thema, titel=part.said("titel")
            )
            self._set(doel, Passage.of(part.words).text)
        elif part.kind == "documenten":
            self._set(Doel(onderdeel="bijlage", thema=thema), "")
            return [self._make(part, self._place, [piece]) for piece in part.words]
        elif part.kind == "afspraken verplaatst":
            self._set(Doel(thema=thema), "")
            return [self._make(part, Doel(nummer=was, thema=thema), [], plek) for was, plek in _moves(part)]
        elif part.kind == "verplaatsing":
            moves = _moves(part)
            return [self._make(part, self._place, part.words, moves[0][1] if moves else None)]
        else:
            if part.kind == "nieuwe afspraak":
                self._set(Doel(nummer=_take_number(part), thema=thema), "")
            elif part.kind == "vervalt" and part.said("nummer") not in {None, self._place.nummer}:
                self._set(Doel(nummer=part.said("nummer"), thema=thema), "")
            return [self._make(part, self._place, part.words)]
        return []

    def _set(self, place: Doel, quoted: str) -> None:
        self._place, self._quoted = place, quoted

    def _make(self, part: _Part, doel: Doel, words: Sequence[Piece], plek: Plek | None = None) -> Wijziging:
        passage = Passage.of(words)
        start, end = passage.whole() if passage.pieces else (part.block.start, part.block.end)
        jaar = part.said("jaar")
        return Wijziging(
            doel=doel,
            soort=_SOORTEN[part.kind],
            huidig=self._quoted or None,
            tekst=passage.text,
            reden=part.said("reden") or part.notes.get(w.TOELICHTING) or None,
            jaar=int(jaar) if jaar else self._year,
            plek=plek or read_plek(part.notes.get(w.PLAATS, "")),
            nummering="nieuw" if part.notes.get(w.VERWIJZINGEN) == w.NIEUWE_NUMMERS else "oud",
            afgesplitst_van=part.notes.get(w.AFGESPLITST),
            samengevoegd_met=part.notes.get(w.SAMENGEVOEGD),
            tabel=None if _SOORTEN[part.kind] == "verplaatsing" else self._tabel(part, doel.nummer),
            bron=make_bron(self._document, start, end),
        )

    def _tabel(self, part: _Part, afspraak: str | None) -> Tabel | None:
        """The table below the label; type says whether its first row heads the columns, not its words."""
        if not part.tables:
            return None
        caption, block = part.tables[0]
        tabel = read_tabel(self._document, RawTabel(block, caption, afspraak))
        headed = all(cell.header for cell in block.rows[0])
        if tabel.kop and not headed:
            return tabel.model_copy(update={"kop": (), "rijen": (tabel.kop, *tabel.rijen)})
        return tabel


def _moves(part: _Part) -> list[tuple[str, Plek]]:
    """The rows of the tables below a label: which number moves, and where to."""
    rows = [[cell.text for cell in row] for _, block in part.tables for row in block.rows[1:]]
    filled = [row + [""] * (len(w.VERPLAATST) - len(row)) for row in rows]
    return [(row[0], make_plek(*row[1:5])) for row in filled]


def _take_number(part: _Part) -> str | None:
    """The number before the first of the words, which is taken off them."""
    first = part.words[0] if part.words else None
    match = _NUMBER.match(first.text) if first else None
    if first is None or match is None:
        return None
    part.words[0] = Piece(first.block, first.first + match.end(), first.last)
    return match["nummer"]


def read_plek(text: str) -> Plek | None:
    """The same from a line: "nummer 21; thema Wonen; rubriek Huur; na afspraak 20"."""
    match = w.PLAATS_REGEL.fullmatch(text)
    if match is None:
        return None
    return Plek(
        nummer=match["nummer"],
        thema=match["thema"],
        rubriek=match["rubriek"],
        na="" if match["voor"] else match["na"],
    )
