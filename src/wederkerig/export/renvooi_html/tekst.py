"""The marked lines as HTML: paragraphs, lists, tables and terms, with what was added and struck."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from wederkerig.export.opmaak import RegelSoort
from wederkerig.export.renvooi import RenvooiRegel, Stukjes, printed
from wederkerig.export.words import clean

_TAGS: dict[RegelSoort, str] = {"titel": "h2", "kop1": "h3", "kop2": "h4", "rubriek": "h5"}
_CLASSES: dict[RegelSoort, str] = {
    "afspraak": "afspraak",
    "vervolg": "vervolg",
    "noot": "noot",
    "tabeltitel": "tabeltitel",
}
_LISTS: dict[RegelSoort, str] = {"punt": "<ul>", "vervolgpunt": '<ul class="vervolg">', "begrip": "<dl>"}
_TOLD = frozenset({"afspraak", *_TAGS})  # lines at which a move is told, not at each line that went along

Numbered = tuple[int, RenvooiRegel]


@dataclass(frozen=True, slots=True)
class Tekst:
    """How changes are written: with their date, and the address of what decided them."""

    datum: date
    adres: str = ""

    def piece(self, soort: str, text: str) -> str:
        """A stretch of text, marked where it was added or struck."""
        said = html.escape(clean(text)).replace("\n", "<br>\n")
        if soort == "gelijk" or not said:
            return said
        tag = "ins" if soort == "bij" else "del"
        cite = f' cite="{html.escape(self.adres)}"' if self.adres else ""
        return f'<{tag}{cite} datetime="{self.datum.isoformat()}">{said}</{tag}>'

    def pieces(self, stukjes: Stukjes) -> str:
        """The pieces of a line, one after another."""
        return "".join(self.piece(stukje.soort, stukje.tekst) for stukje in stukjes)


def marked_text(regels: Sequence[RenvooiRegel], look: Tekst) -> str:
    """The whole text; line n has the id "r" and n where it changed or something leads to it."""
    places = {_move_of(regel): place for place, regel in enumerate(regels) if regel.nieuw and regel.elders}
    sources = {_move_of(regel): place for place, regel in enumerate(regels) if regel.oud and regel.elders}
    parts = []
    for (table, kind), group in groupby(enumerate(regels), key=_kind):
        lines = list(group)
        if table:
            parts.append(_table(lines, look, titled=_titled(regels, lines[0][0])))
        elif kind in _LISTS:
            parts.append(_list(kind, lines, look))
        else:
            parts += [_line(line, look, _told(line[1], places, sources)) for line in lines]
    return "".join(parts)


def _kind(line: Numbered) -> tuple[int, RegelSoort | None]:
    """Rows of one table and items of one list stand together; other lines alone or not, it is the same."""
    regel = line[1]
    if regel.tabel:
        return regel.tabel, None
    return 0, regel.regel.soort


def _line(line: Numbered, look: Tekst, told: str) -> str:
    place, regel = line
    soort = regel.regel.soort
    tag = _TAGS.get(soort, "p")
    kind = f' class="{_CLASSES[soort]}"' if soort in _CLASSES else ""
    number = "".join(look.piece(piece.soort, printed(piece.tekst)) for piece in regel.nummer)
    label = f'<span class="nummer">{number} </span>' if number else ""
    return f'<{tag} id="r{place}"{kind}>{label}{look.pieces(regel.tekst)}{told}</{tag}>\n'


def _list(kind: RegelSoort | None, lines: Sequence[Numbered], look: Tekst) -> str:
    begin = _LISTS[kind or "punt"]
    items = "".join(_item(line, look) for line in lines)
    return f"{begin}\n{items}</{begin[1:3]}>\n"


def _item(line: Numbered, look: Tekst) -> str:
    place, regel = line
    if regel.regel.soort != "begrip":
        return f'<li id="r{place}">{look.pieces(regel.tekst)}</li>\n'
    term, *rest = [look.pieces(cell) for cell in regel.cellen] or [look.pieces(regel.tekst)]
    meaning = "".join(f"<dd>{cell}</dd>" for cell in rest)
    return f'<div id="r{place}"><dt>{term}</dt>{meaning}</div>\n'


# --- tables --------------------------------------------------------------------------------------


def _titled(regels: Sequence[RenvooiRegel], place: int) -> int | None:
    """The place of the caption right before a table."""
    return place - 1 if place and regels[place - 1].regel.soort == "tabeltitel" else None


def _table(lines: Sequence[Numbered], look: Tekst, *, titled: int | None) -> str:
    name = "" if titled is None else f' aria-labelledby="r{titled}"'
    heads = [line for line in lines if line[1].regel.soort == "tabelkop"]
    rows = [line for line in lines if line[1].regel.soort != "tabelkop"]
    titles = "".join(_rows(heads, look, 'th scope="col"'))
    head = f"<thead>\n{titles}</thead>\n" if heads else ""
    body = f"<tbody>\n{''.join(_rows(rows, look, 'td'))}</tbody>\n" if rows else ""
    scroll = f' role="region" tabindex="0"{name}' if name else ' tabindex="0"'
    return f'<div class="tabel"{scroll}>\n<table{name}>\n{head}{body}</table>\n</div>\n'


def _rows(lines: Sequence[Numbered], look: Tekst, begin: str) -> Iterator[str]:
    end = begin[:2]
    for place, regel in lines:
        cells = "".join(f"<{begin}>{look.pieces(cell)}</{end}>" for cell in regel.cellen)
        yield f'<tr id="r{place}">{cells}</tr>\n'


# --- what moved ----------------------------------------------------------------------------------


def _told(regel: RenvooiRegel, places: dict[object, int], sources: dict[object, int]) -> str:
    """A link to the other place of something that moved."""
    other = regel.elders
    if other is None or regel.regel.soort not in _TOLD:
        return ""
    place = (places if regel.oud else sources).get(_move_of(regel))
    word = "naar" if regel.oud else "van"
    said = f"verplaatst {word} afspraak {other.nummer}" if other.nummer else "verplaatst"
    return f' <a class="merk" href="#r{place}">({html.escape(said)})</a>' if place is not None else ""


def _move_of(regel: RenvooiRegel) -> object:
    """What both places of a moved line have in common: what it was and what it became."""
    return regel.oud or regel.elders, regel.nieuw or regel.elders
