"""The source beside what was read from it: pages of a PDF with places marked, or the text with marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape
from itertools import groupby

from wederkerig.nalezen import Item
from wederkerig.web.inbrengen.scherm import Scherm

BREEDTE = 1000  # of a page, in the units of what is drawn on it
_SMALL = frozenset({"getal", "termijn", "verwijzing", "partij", "begrip", "kader"})
_LONGEST_MARK = 400
_HEADINGS = frozenset({"afspraken", "doelen", "ambities", "inleiding", "partijen", "begrippen"})


@dataclass(frozen=True, slots=True)
class Vak:
    """A rectangle on a page, in units of which a page is BREEDTE wide."""

    x: int
    y: int
    w: int
    h: int


@dataclass(frozen=True, slots=True)
class Plek:
    """A fact on a page. eerste: whether this is where it begins, so that one can go there.

    balk: whether it is a bar in the margin beside what is too large to mark.
    """

    item: Item
    groep: str
    vakken: tuple[Vak, ...]
    eerste: bool
    balk: bool


@dataclass
class Bladzijde:
    """A page of a PDF; hoogte: in units of which it is BREEDTE wide."""

    nummer: int
    hoogte: int
    plekken: list[Plek] = field(default_factory=list)


def pages(scherm: Scherm) -> list[Bladzijde]:
    """The pages of a PDF with the places of facts on them; none for other formats."""
    plaatsen = scherm.nalezing.lezing.plaatsen
    made = [
        Bladzijde(nummer, round(BREEDTE * height / width))
        for nummer, (width, height) in enumerate(plaatsen.get("bladzijden", ()), start=1)
    ]
    marks = plaatsen.get("vakken", {})
    for item in scherm.nalezing.items:
        if item.bron is None or item.soort == "kop":
            continue
        rects = marks.get(f"{item.bron.van}-{item.bron.tot}", ())
        _place(made, item, scherm.root_of(item).sleutel, rects)
    return made


def _place(made: Sequence[Bladzijde], item: Item, groep: str, rects: Sequence[Sequence[float]]) -> None:
    for at, nummer in enumerate(sorted({int(rect[0]) for rect in rects})):
        if not 1 <= nummer <= len(made):
            continue
        page = made[nummer - 1]
        own = [_scaled(rect, page.hoogte) for rect in rects if int(rect[0]) == nummer]
        boxes = own if item.soort in _SMALL else [_bar(own)]
        plek = Plek(item, groep, tuple(boxes), eerste=at == 0, balk=item.soort not in _SMALL)
        # what is large lies under what is small, so that both can be pointed at
        page.plekken.insert(len(page.plekken) if item.soort in _SMALL else 0, plek)


def _scaled(rect: Sequence[float], height: int) -> Vak:
    _page, left, top, wide, high = rect
    return Vak(round(left * BREEDTE), round(top * height), round(wide * BREEDTE), round(high * height))


def _bar(own: Sequence[Vak]) -> Vak:
    """A bar in the margin beside what is too large to mark."""
    top = min(vak.y for vak in own)
    left = min(vak.x for vak in own)
    return Vak(max(4, left - 22), top, 8, max(vak.y + vak.h for vak in own) - top)


@dataclass(frozen=True, slots=True)
class Stukje:
    """A piece of the text: plain, or the words of a fact, or (without words) where a larger fact begins.

    kop: it is a heading.
    """

    tekst: str
    item: Item | None = None
    groep: str = ""
    kop: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of the text: an agreement, or what stands between two (item None)."""

    item: Item | None
    stukjes: tuple[Stukje, ...]


def passages(scherm: Scherm) -> list[Passage]:
    """The text as read, with the words of facts marked and without the signs of its mark-up."""
    stuk = scherm.nalezing.gelezen
    plain = _PLAIN.get(stuk.bestand.formaat if stuk.bestand else "", str)
    titles = _HEADINGS | {
        _bare(item.woorden) for item in scherm.nalezing.items if item.soort in {"thema", "hoofdstuk"}
    }
    return [
        Passage(
            passage.item,
            tuple(part for piece in passage.stukjes for part in _readable(piece, titles, plain)),
        )
        for passage in _passages(scherm)
    ]


def _readable(piece: Stukje, titles: Collection[str], plain: Callable[[str], str]) -> Iterator[Stukje]:
    """A piece without the signs of its mark-up, with its headings apart."""
    if piece.item is not None:
        yield Stukje(plain(piece.tekst), piece.item, piece.groep)
        return
    for kop, lines in groupby(
        piece.tekst.splitlines(keepends=True), key=lambda line: _is_heading(line, titles)
    ):
        text = plain("".join(lines))
        if not kop:
            yield Stukje(text)
        elif text.strip():  # the sign of a heading can stand apart from its words
            yield Stukje(text.strip(), kop=True)


def _is_heading(line: str, titles: Collection[str]) -> bool:
    return re.match(r"\s*(?:#{1,6} |<h[1-6][ >])", line) is not None or (_bare(line) or "-") in titles


def _bare(line: str) -> str:
    """A heading without its number."""
    return re.sub(r"^(?:thema\s+)?(?:\d+(?:\.\d+)*|[ivx]+)[.:)]?\s+", "", line.strip().casefold())


def _without_markdown(text: str) -> str:
    return re.sub(r"\*\*|__|^#{1,6} +|  $", "", text, flags=re.MULTILINE)


def _without_tags(text: str) -> str:
    return re.sub(r"\n\s*\n\s*", "\n\n", unescape(re.sub(r"<[^<>]*>", "", text)))


_PLAIN: dict[str, Callable[[str], str]] = {"markdown": _without_markdown, "html": _without_tags}


def _passages(scherm: Scherm) -> list[Passage]:
    tekst = scherm.nalezing.lezing.tekst
    items = [item for item in scherm.nalezing.items if _has_place(item, len(tekst))]
    whole = _apart((item for item in items if item.soort == "afspraak"), _start)
    small = _apart((item for item in items if _is_small(item)), _start)
    others = [item for item in items if item.soort not in {"kop", "afspraak"} and not _is_small(item)]
    marks = sorted([*small, *others], key=lambda item: (_start(item), _is_small(item)))
    made, at = [], 0
    for afspraak in whole:
        start, end = _span(afspraak)
        start = max(at, tekst.rfind("\n", 0, start) + 1)  # its number stands before its words
        made.append(Passage(None, tuple(_pieces(scherm, tekst, at, start, marks))))
        made.append(Passage(afspraak, tuple(_pieces(scherm, tekst, start, end, marks))))
        at = end
    made.append(Passage(None, tuple(_pieces(scherm, tekst, at, len(tekst), marks))))
    return [passage for passage in made if passage.stukjes]


def _pieces(scherm: Scherm, tekst: str, start: int, end: int, marks: Sequence[Item]) -> Iterator[Stukje]:
    at = start
    for item in marks:
        van, tot = _span(item)
        if not start <= van < end or van < at:
            continue
        if van > at:
            yield Stukje(tekst[at:van])
        small = _is_small(item)
        stop = min(tot, end) if small else van
        yield Stukje(tekst[van:stop], item, scherm.root_of(item).sleutel)
        at = stop
    if at < end:
        yield Stukje(tekst[at:end])


def _has_place(item: Item, length: int) -> bool:
    return item.bron is not None and 0 <= item.bron.van < item.bron.tot <= length


def _is_small(item: Item) -> bool:
    start, end = _span(item)
    return item.soort in _SMALL and end - start <= _LONGEST_MARK


def _span(item: Item) -> tuple[int, int]:
    return (item.bron.van, item.bron.tot) if item.bron else (0, 0)


def _start(item: Item) -> int:
    return _span(item)[0]


def _apart(items: Iterable[Item], key: Callable[[Item], int]) -> list[Item]:
    """Those that do not overlap, from the first on."""
    kept: list[Item] = []
    for item in sorted(items, key=lambda each: (key(each), _span(each)[1])):
        if not kept or _start(item) >= _span(kept[-1])[1]:
            kept.append(item)
    return kept


def has_pages(scherm: Scherm) -> bool:
    """Whether the document can be shown as pages."""
    return bool(scherm.nalezing.lezing.plaatsen.get("bladzijden"))
