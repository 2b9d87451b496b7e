"""The body of a DOCX: marked lines as paragraphs and tables, with their changes as tracked changes.

Word joins a paragraph whose end is struck with the one that follows, so every line has a line after it: a
blank one closes the document, and one stands after each table and goes with it. No paragraph can be joined
with a table (`join_before_table`); where nothing before it stays, as between two tables that are both struck,
LibreOffice leaves an empty paragraph.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from wederkerig.consolidation import Stukje
from wederkerig.export.docx.markup import column_widths, escaped, paragraph, row, run, table
from wederkerig.export.html import is_theme
from wederkerig.export.opmaak import Regel, RegelSoort
from wederkerig.export.renvooi import RenvooiRegel, printed
from wederkerig.export.words import one_line

_STYLES: dict[RegelSoort, str] = {
    "titel": "Title",
    "kop1": "Heading1",
    "kop2": "Heading2",
    "rubriek": "Heading3",
    "alinea": "Normal",
    "punt": "ListBullet",
    "afspraak": "Afspraak",
    "vervolg": "Vervolg",
    "vervolgpunt": "Vervolgpunt",
    "noot": "Noot",
    "tabeltitel": "Caption",
    "begrip": "Begrip",
}
_NUMBER = '<w:rStyle w:val="Nummer"/>'
_STRONG = '<w:rStyle w:val="Strong"/>'
_TAGS = {"weg": "del", "bij": "ins"}
_AFTER_TABLE, _END = "NaTabel", "Slot"
_BLANK = "\u00a0"  # a paragraph without any text would take over the style of one struck before it
# LibreOffice takes what is added at the end of one paragraph and the start of the next for one change, end
# of the paragraph included, unless their times are more than a minute apart.
_TIMES = ("00:00:00", "00:02:00")
_STRUCK = frozenset({"del", "moveFrom"})

# What the two places of a moved line have in common: the line as it was and as it became.
Move = tuple[Regel | None, Regel | None]


class Changes:
    """Hands out the marks of tracked changes: whose they are, of which date, each with its own number."""

    def __init__(self, auteur: str, datum: date | None, regels: Sequence[RenvooiRegel] = ()) -> None:
        by = f' w:author="{escaped(one_line(auteur))}"'
        days = f' w:date="{datum.isoformat()}T' if datum else ""
        self._by = [by + (f'{days}{time}Z"' if datum else "") for time in _TIMES]
        self.tijd = 0  # which of the times a change gets
        self._last = 0
        self._moves = _moves(regels)

    def attributes(self) -> str:
        """The attributes of one change."""
        self._last += 1
        return f'w:id="{self._last}"{self._by[self.tijd]}'

    def keep_apart(self, *, touching: bool) -> None:
        """Give what follows another time than what it touches but does not belong to, or the usual one."""
        self.tijd = 1 - self.tijd if touching else 0

    def mark(self, tag: str) -> str:
        """An empty mark, of the end of a paragraph or of a row."""
        return f"<w:{tag} {self.attributes()}/>"

    def around(self, tag: str, runs: str) -> str:
        """Runs that were struck, added or moved."""
        return f"<w:{tag} {self.attributes()}>{runs}</w:{tag}>" if runs else ""

    def former_style(self, style: str) -> str:
        """The style a paragraph had before."""
        return f'<w:pPrChange {self.attributes()}><w:pPr><w:pStyle w:val="{style}"/></w:pPr></w:pPrChange>'

    def move(self, regel: RenvooiRegel) -> str:
        """The name that joins both places of a moved line; none where its words changed on the way."""
        return self._moves.get(_move_of(regel), "")


class Alinea(NamedTuple):
    """A paragraph to be written.

    einde: what happened to its end, a tag such as "ins"; was: its former style; erna: what closes it;
    tijd: which time its changes have. blad: it begins a page.
    """

    stijl: str
    runs: str
    einde: str = ""
    was: str = ""
    erna: str = ""
    tijd: int = 0
    blad: bool = False


def body_xml(regels: Sequence[RenvooiRegel], changes: Changes) -> str:
    """The paragraphs and tables of a document; each theme begins a page, and so does what follows."""
    starts = set(map(id, _page_starts(regels)))
    parts: list[Alinea | str] = []
    before: RenvooiRegel | None = None
    for number, lines in groupby(regels, key=attrgetter("tabel")):
        if number:
            join_before_table(parts)
            changes.keep_apart(touching=False)
            parts += _table(list(lines), changes)
            before = None
        else:
            for line in lines:
                changes.keep_apart(touching=before is not None and _touch(before, line))
                parts.append(_line(line, changes)._replace(blad=id(line) in starts))
                before = line
    parts.append(Alinea(_END, run(_BLANK)))
    return "".join(part if isinstance(part, str) else _written(part, changes) for part in parts)


def _written(alinea: Alinea, changes: Changes) -> str:
    changes.tijd = alinea.tijd
    mark = changes.mark(alinea.einde) if alinea.einde else ""
    was = changes.former_style(alinea.was) if alinea.was else ""
    return paragraph(alinea.stijl, alinea.runs, mark=mark, was=was, page=alinea.blad) + alinea.erna


def _page_starts(regels: Iterable[RenvooiRegel]) -> Iterator[RenvooiRegel]:
    """The headings of themes and of the chapter behind them, but of none that comes or goes."""
    in_theme = False
    for regel in regels:
        if regel.regel.soort == "kop1":
            if regel.toestand == "gelijk" and (in_theme or is_theme(regel.regel)):
                yield regel
            in_theme = is_theme(regel.regel)


def join_before_table(parts: list[Alinea | str]) -> None:
    """Let the last of the changed paragraphs before a table keep its end, for a table cannot be joined to it.

    Instead the end of the paragraph before them goes or comes, as when a person types there.
    """
    start = len(parts)
    block: list[Alinea] = []
    while start and isinstance(last := parts[start - 1], Alinea) and last.einde:
        block.insert(0, last)
        start -= 1
    struck = [alinea for alinea in block if alinea.einde in _STRUCK]
    added = [alinea for alinea in block if alinea.einde not in _STRUCK]
    before = parts[start - 1] if start else ""
    if struck and added:
        old, new = struck[-1], added[0]
        both = new._replace(runs=old.runs + new.runs, was=old.stijl, erna=old.erna + new.erna)
        chain = [*struck[:-1], both, *added[1:]]
        chain[-1] = chain[-1]._replace(einde="", was=old.stijl)
        parts[start:] = chain
    elif block and isinstance(before, Alinea):
        last = block[-1]
        stays, gone = (before.stijl, last.stijl) if struck else (last.stijl, before.stijl)
        parts[start - 1 :] = [
            before._replace(einde="del" if struck else "ins"),
            *block[:-1],
            last._replace(stijl=stays, was=gone, einde=""),
        ]


# --- paragraphs ----------------------------------------------------------------------------------


def _line(regel: RenvooiRegel, changes: Changes) -> Alinea:
    style = _STYLES[regel.regel.soort]
    if regel.elders and (name := changes.move(regel)):
        return _moved(style, name, regel, changes)
    return Alinea(style, _runs(_pieces(regel), changes), _TAGS.get(regel.toestand, ""), tijd=changes.tijd)


def _touch(before: RenvooiRegel, regel: RenvooiRegel) -> bool:
    """Whether text was added at the end of a line that stays and at the start of the next."""
    if before.toestand != "gewijzigd" or regel.nieuw is None:
        return False
    ends, begins = list(_pieces(before))[-1:], list(_pieces(regel))[:1]
    return bool(ends and begins and ends[0][0].soort == begins[0][0].soort == "bij")


def _pieces(regel: RenvooiRegel) -> Iterator[tuple[Stukje, str]]:
    """What stands in a paragraph, each piece with the look it has."""
    if regel.nummer:
        yield from ((Stukje(piece.soort, printed(piece.tekst)), _NUMBER) for piece in regel.nummer)
        sorts = {piece.soort for piece in regel.nummer}
        yield Stukje(sorts.pop() if len(sorts) == 1 else "gelijk", "\t"), ""
    if regel.regel.soort == "begrip" and regel.cellen:
        term, *rest = regel.cellen
        yield from ((piece, _STRONG) for piece in term)
        for cell in rest:
            yield Stukje("gelijk" if regel.toestand == "gewijzigd" else regel.toestand, ": "), ""
            yield from ((piece, "") for piece in cell)
    yield from ((piece, "") for piece in regel.tekst)


def _runs(pieces: Iterable[tuple[Stukje, str]], changes: Changes) -> str:
    parts = []
    for (soort, text), look in pieces:
        if soort == "gelijk":
            parts.append(run(text, properties=look))
        else:
            tag = "delText" if soort == "weg" else "t"
            parts.append(changes.around(_TAGS[soort], run(text, properties=look, tag=tag)))
    return "".join(parts)


# --- tables --------------------------------------------------------------------------------------


def _table(rows: Sequence[RenvooiRegel], changes: Changes) -> list[Alinea | str]:
    states = {regel.toestand for regel in rows}
    whole = _TAGS.get(states.pop(), "") if len(states) == 1 else ""
    widths = column_widths(
        [regel.regel.cellen for regel in rows], [regel.regel.soort == "tabelkop" for regel in rows]
    )
    made = table([_row(regel, widths, changes) for regel in rows], widths)
    return [made, Alinea(_AFTER_TABLE, "", whole)]


def _row(regel: RenvooiRegel, widths: Sequence[int], changes: Changes) -> str:
    head = regel.regel.soort == "tabelkop"
    style = "Tabelkop" if head else "Tabeltekst"
    tag = _TAGS.get(regel.toestand, "")
    cells = [
        _written(Alinea(style, _runs([(piece, "") for piece in pieces], changes), tag), changes)
        for pieces in regel.cellen
    ]
    return row(cells, widths, head=head, mark=changes.mark(tag) if tag else "")


# --- moved lines ---------------------------------------------------------------------------------


def _moved(style: str, name: str, regel: RenvooiRegel, changes: Changes) -> Alinea:
    """A paragraph that moved, also when its number changed: Word shows both places as one change."""
    tag = "moveFrom" if regel.toestand == "weg" else "moveTo"
    runs = "".join(run(piece.tekst, properties=look) for piece, look in _pieces(regel))
    begin = f'<w:{tag}RangeStart {changes.attributes()} w:name="{name}"/>'
    number = begin.split('"', 2)[1]
    end = f'<w:{tag}RangeEnd w:id="{number}"/>'
    return Alinea(style, begin + changes.around(tag, runs), tag, erna=end, tijd=changes.tijd)


def _moves(regels: Sequence[RenvooiRegel]) -> dict[Move, str]:
    """The lines that moved with all their words, and so that both places are found."""
    places = Counter(
        _move_of(regel)
        for regel in regels
        if regel.elders and not regel.tabel and _content(regel.elders) == _content(regel.regel)
    )
    names = (move for move, times in places.items() if times == 2)
    return {move: f"verplaatst{number}" for number, move in enumerate(names, start=1)}


def _move_of(regel: RenvooiRegel) -> Move:
    return (regel.oud or regel.elders, regel.nieuw or regel.elders)


def _content(regel: Regel) -> tuple[str, tuple[str, ...]]:
    return regel.tekst, regel.cellen
