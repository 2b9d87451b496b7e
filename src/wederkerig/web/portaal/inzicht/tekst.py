"""The whole document in pieces that a page can show: sections, paragraphs, lists, agreements, tables, terms.

The pieces are made from the lines of export/opmaak.py, with what changed in them marked, so a plain text and
one with marked changes are shown the same way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

from wederkerig.consolidation.identiteit import slug
from wederkerig.export.html import LETTER, is_figures, is_total
from wederkerig.export.opmaak import THEMA, opmaak
from wederkerig.export.renvooi import RenvooiRegel, Stukjes, mark, unmarked
from wederkerig.export.uitgave import Uitgave
from wederkerig.model import Overeenkomst

BlokSoort = Literal["kop", "alinea", "letter", "noot", "lijst", "afspraak", "tabel", "begrippen"]
_LEVELS = {"kop1": 2, "kop2": 3, "rubriek": 4}
_ITEMS = frozenset({"punt", "vervolgpunt"})
_ROWS = frozenset({"tabelkop", "tabelrij"})
_OF_AGREEMENT = frozenset({"afspraak", "vervolg", "vervolgpunt", "noot"})


@dataclass(frozen=True, slots=True)
class Rij:
    """A row of a table. toestand: what happened to it; totaal: it sums up those above it."""

    cellen: tuple[Stukjes, ...]
    toestand: str
    totaal: bool


@dataclass(frozen=True, slots=True)
class Blok:
    """A piece of the text; which fields it has depends on its kind.

    anker: its name in the page; id: the lasting name of an agreement. delen: what an agreement is made of.
    elders: of an agreement that moved, its number at the other place. rechts: which columns of a table hold
    figures; volgnummer: which table of the text it is.
    """

    soort: BlokSoort
    tekst: Stukjes = ()
    toestand: str = "gelijk"
    niveau: int = 0
    anker: str = ""
    id: str = ""
    nummer: Stukjes = ()
    regels: tuple[RenvooiRegel, ...] = ()
    delen: tuple[Blok, ...] = ()
    kop: tuple[Rij, ...] = ()
    rijen: tuple[Rij, ...] = ()
    rechts: tuple[bool, ...] = ()
    eigen: bool = False
    volgnummer: int = 0
    elders: str = ""


@dataclass(frozen=True, slots=True)
class Deel:
    """A chapter or a theme: its heading and its pieces."""

    kop: Blok | None
    thema: bool
    blokken: tuple[Blok, ...]
    gewijzigd: bool = False

    @property
    def titel(self) -> str:
        """Its heading as it is now."""
        return "".join(piece.tekst for piece in self.kop.tekst if piece.soort != "weg") if self.kop else ""


@dataclass(slots=True)
class _Namen:
    """Names for places in the page; no two are the same."""

    seen: Counter[str] = field(default_factory=Counter)

    def name(self, wish: str) -> str:
        """A name like `wish`."""
        self.seen[wish] += 1
        return wish if self.seen[wish] == 1 else f"{wish}_{self.seen[wish]}"


def parts_of(uitgave: Uitgave) -> tuple[Deel, ...]:
    """A version of the document, with notes that say which decision changed what."""
    return _parts(unmarked(opmaak(uitgave.stuk, uitgave.notes())))


def marked_parts(oud: Overeenkomst, nieuw: Overeenkomst) -> tuple[Deel, ...]:
    """A version with what changed since another."""
    return _parts(mark(opmaak(oud), opmaak(nieuw)))


def _parts(regels: Sequence[RenvooiRegel]) -> tuple[Deel, ...]:
    """The lines under their chapters; the title of the document is left out, the page has it."""
    names, parts = _Namen(), []
    lines = [line for line in regels if line.regel.soort != "titel"]
    starts = [at for at, line in enumerate(lines) if line.regel.soort == "kop1" or at == 0]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        chapter = lines[start:end]
        head = _heading(chapter[0], names) if chapter[0].regel.soort == "kop1" else None
        blocks = tuple(_blocks(chapter[1:] if head else chapter, names))
        theme = head is not None and chapter[0].regel.tekst.startswith(THEMA)
        changed = any(line.toestand != "gelijk" for line in chapter)
        parts.append(Deel(head, theme, blocks, changed))
    return tuple(parts)


def _blocks(lines: Sequence[RenvooiRegel], names: _Namen) -> Iterator[Blok]:
    for kind, group in groupby(lines, key=_kind):
        members = list(group)
        if kind == "afspraak":
            yield from _agreements(members, names)
        elif kind.startswith("tabel:"):
            yield from _tables(members, names)
        elif kind == "lijst":
            yield from _lists(members)
        elif kind == "begrip":
            yield Blok("begrippen", regels=tuple(members))
        else:
            yield from (_single(line, names) for line in members)


def _kind(line: RenvooiRegel) -> str:
    regel = line.regel
    if regel.soort in _OF_AGREEMENT:
        return "afspraak"
    if regel.soort in _ROWS or regel.soort == "tabeltitel":
        return f"tabel:{regel.sleutel}"
    return {"punt": "lijst", "begrip": "begrip"}.get(regel.soort, regel.soort)


def _single(line: RenvooiRegel, names: _Namen) -> Blok:
    return _heading(line, names) if line.regel.soort in _LEVELS else _paragraph(line)


def _heading(line: RenvooiRegel, names: _Namen) -> Blok:
    words = line.tekst
    if line.regel.tekst.startswith(THEMA) and words:
        first = words[0]._replace(tekst=words[0].tekst.removeprefix(THEMA))
        words = tuple(piece for piece in (first, *words[1:]) if piece.tekst)
    title = "".join(piece.tekst for piece in words if piece.soort != "weg") or line.regel.tekst
    level = _LEVELS[line.regel.soort]
    anchor = names.name(f"deel-{slug(title)}") if level == 2 else ""
    return Blok("kop", words, line.toestand, niveau=level, anker=anchor)


def _paragraph(line: RenvooiRegel) -> Blok:
    """A paragraph; one that begins with a letter or number of its own hangs behind it."""
    own = bool(LETTER.match(line.regel.tekst))
    kind: BlokSoort = "noot" if line.regel.soort == "noot" else "letter" if own else "alinea"
    return Blok(kind, line.tekst, line.toestand)


def _lists(lines: Sequence[RenvooiRegel]) -> Iterator[Blok]:
    """Items with a bullet, and those with a number or letter of their own without one."""
    for own, group in groupby(lines, key=lambda line: bool(LETTER.match(line.regel.tekst))):
        yield Blok("lijst", regels=tuple(group), eigen=own)


def _agreements(lines: Sequence[RenvooiRegel], names: _Namen) -> Iterator[Blok]:
    for key, group in groupby(lines, key=lambda line: line.regel.sleutel):
        members = list(group)
        first = next((line for line in members if line.regel.soort == "afspraak"), members[0])
        name = key.removeprefix("afspraak:")
        yield Blok(
            "afspraak",
            toestand=_state(members),
            anker=names.name(name),
            id=name,
            nummer=first.nummer,
            delen=tuple(_inside(members)),
            elders=first.elders.nummer if first.elders else "",
        )


def _inside(lines: Sequence[RenvooiRegel]) -> Iterator[Blok]:
    for listed, group in groupby(lines, key=lambda line: line.regel.soort in _ITEMS):
        members = list(group)
        if listed:
            yield from _lists(members)
        else:
            yield from (_paragraph(line) for line in members)


def _state(lines: Sequence[RenvooiRegel]) -> str:
    """What happened to several lines together."""
    states = {line.toestand for line in lines if line.regel.soort != "noot"}
    return states.pop() if len(states) == 1 else "gewijzigd"


# --- tables --------------------------------------------------------------------------------------


def _tables(lines: Sequence[RenvooiRegel], names: _Namen) -> Iterator[Blok]:
    titles = [line for line in lines if line.regel.soort == "tabeltitel"]
    rows = [line for line in lines if line.regel.soort in _ROWS]
    plain = [line.regel for line in rows]
    width = max((len(regel.cellen) for regel in plain), default=0)
    yield Blok(
        "tabel",
        tekst=titles[-1].tekst if titles else (),
        toestand=_state(lines),
        anker=names.name("tabel"),
        kop=tuple(_row(line, width) for line in rows if line.regel.soort == "tabelkop"),
        rijen=tuple(_row(line, width) for line in rows if line.regel.soort == "tabelrij"),
        rechts=tuple(is_figures(plain, column) for column in range(width)),
        volgnummer=names.seen["tabel"],
    )


def _row(line: RenvooiRegel, width: int) -> Rij:
    cells = (*line.cellen, *((),) * (width - len(line.cellen)))
    return Rij(cells, line.toestand, is_total(line.regel))
