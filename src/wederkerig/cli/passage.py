"""The passage of an agreement as it stands in the document, with what was recognised marked in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import click

from wederkerig.cli.layout import heading, wrapped
from wederkerig.documents import Block, Document, Kind
from wederkerig.export.words import PARTIJ_MEERVOUDEN, WIJZIGING_SOORTEN, clean, doel, page
from wederkerig.model import Afspraak, Bron, Getal, Stap, Stuk, Termijn, Wijziging

COLOURS = {"getal": "green", "termijn": "yellow", "wie": "cyan", "verwijzing": "magenta"}
_OPEN, _CLOSE = "⟦", "⟧"
_GROUPS = ("partijen", "wij", "we", *PARTIJ_MEERVOUDEN.values(), "woningcorporaties")
_ARTICLE = r"(?:(?:de|het|een)\s+)?"


@dataclass(frozen=True, slots=True)
class Mark:
    """What was recognised at a place in `Document.text`."""

    start: int
    end: int
    kind: str


def passage(
    document: Document, stuk: Stuk, afspraak: Afspraak, size: int, *, coloured: bool
) -> Iterator[str]:
    """The agreement's number, theme, page and who acts, its words with the marks in them, and its steps."""
    yield heading(f"Afspraak {afspraak.nummer} {page(_page(afspraak.bron))}")
    about = {
        "thema": " · ".join(part for part in (afspraak.thema, afspraak.rubriek) if part),
        "wie": ", ".join(afspraak.actoren) or "niemand genoemd",
        "derden": ", ".join(afspraak.derden),
        "twijfel": afspraak.twijfel,
    }
    for name, words in about.items():
        yield from wrapped(f"{name}: {words}", size, hanging="  ") if words else ()
    yield ""
    names = _names(stuk, afspraak)
    yield from _text(document, afspraak, _marks(afspraak), names, size, coloured=coloured)
    for number, stap in enumerate(afspraak.stappen, start=1):
        yield from ("", f"stap {number} {page(_page(stap.bron))}".rstrip())
        yield from _text(document, stap, _marks(stap), names, size, coloured=coloured)
    yield from _legend(coloured=coloured)


def amendment(
    document: Document, stuk: Stuk, change: Wijziging, size: int, *, coloured: bool
) -> Iterator[str]:
    """An amendment of a year plan: what it amends, and its words as they stand in the document."""
    yield heading(f"Wijziging van {doel(change.doel)} {page(_page(change.bron))}")
    about = {
        "soort": WIJZIGING_SOORTEN[change.soort],
        "thema": change.doel.thema,
        "reden": change.reden,
        "twijfel": change.twijfel,
    }
    for name, words in about.items():
        yield from wrapped(f"{name}: {words}", size, hanging="  ") if words else ()
    yield ""
    names = _calling(stuk, {partij.naam for partij in stuk.partijen})
    marks = _language(stuk.getallen, stuk.termijnen)
    yield from _text(document, change, marks, names, size, coloured=coloured)
    yield from _legend(coloured=coloured)


def _legend(*, coloured: bool) -> Iterator[str]:
    if coloured:
        yield from ("", " ".join(click.style(kind, fg=colour, bold=True) for kind, colour in COLOURS.items()))


def _page(bron: Bron | None) -> int | None:
    return bron.pagina if bron else None


def _text(
    document: Document,
    fact: Afspraak | Stap | Wijziging,
    marks: Sequence[Mark],
    names: Sequence[str],
    size: int,
    *,
    coloured: bool,
) -> Iterator[str]:
    """The words of a fact, block by block; without a place only its own words can be shown."""
    if fact.bron is None:
        yield from _lines([(fact.tekst, "")], size, coloured=coloured)
        return
    for kind, positions in _positions(document, fact.bron):
        words = "".join(character for character, _ in positions)
        found = _kinds(words, [offset for _, offset in positions], marks, names)
        indent = "  " if kind is Kind.ITEM else ""
        yield from (
            indent + line for line in _lines(_runs(words, found), size - len(indent), coloured=coloured)
        )


def _positions(document: Document, bron: Bron) -> Iterator[tuple[Kind, list[tuple[str, int]]]]:
    """Of each block in the span: its characters, each with its offset in the document's text."""
    for block in _flat(document.blocks, bron):
        inside = [
            (character, block.offset(index))
            for index, character in enumerate(block.text)
            if bron.van <= block.offset(index) < bron.tot
        ]
        if inside:
            yield block.kind, inside


def _flat(blocks: Sequence[Block], bron: Bron) -> Iterator[Block]:
    """The blocks that touch the span, also those inside tables."""
    for block in blocks:
        if block.end <= bron.van or block.start >= bron.tot:
            continue
        if block.kind is Kind.TABLE:
            for row in block.rows:
                for cell in row:
                    yield from _flat(cell.blocks, bron)
        else:
            yield block


def _marks(fact: Afspraak | Stap) -> list[Mark]:
    marks = _language(fact.getallen, fact.termijnen)
    if isinstance(fact, Afspraak):
        marks += [
            Mark(found.bron.van, found.bron.tot, "verwijzing") for found in fact.verwijzingen if found.bron
        ]
    return marks


def _language(getallen: Sequence[Getal], termijnen: Sequence[Termijn]) -> list[Mark]:
    return [Mark(fact.bron.van, fact.bron.tot, "getal") for fact in getallen if fact.bron] + [
        Mark(fact.bron.van, fact.bron.tot, "termijn") for fact in termijnen if fact.bron
    ]


def _names(stuk: Stuk, afspraak: Afspraak) -> list[str]:
    acting = {*afspraak.actoren, *afspraak.derden}
    for stap in afspraak.stappen:
        acting |= {*stap.actoren, *stap.derden}
    return _calling(stuk, acting)


def _calling(stuk: Stuk, acting: set[str]) -> list[str]:
    """The words by which those who act may be called in the text, the longest first."""
    short = {partij.kort for partij in stuk.partijen if partij.naam in acting}
    kinds: set[str] = {partij.soort for partij in stuk.partijen if partij.naam in acting}
    names = acting | short | set(_GROUPS) | kinds - {"overig"}
    bare = {re.sub(r"^(de|het|een)\s+", "", name, flags=re.IGNORECASE) for name in names if name.strip()}
    return sorted(bare, key=lambda name: (-len(name), name))


def _kinds(words: str, offsets: list[int], marks: Sequence[Mark], names: Sequence[str]) -> list[str]:
    """For each character the kind of what was recognised there, or an empty string."""
    kinds = [""] * len(words)
    if names:
        pattern = rf"\b{_ARTICLE}(?:{'|'.join(re.escape(name) for name in names)})\b"
        for match in re.finditer(pattern, words, re.IGNORECASE):
            kinds[match.start() : match.end()] = ["wie"] * (match.end() - match.start())
    for index, offset in enumerate(offsets):
        kinds[index] = next((mark.kind for mark in marks if mark.start <= offset < mark.end), kinds[index])
    return kinds


def _runs(words: str, kinds: list[str]) -> list[tuple[str, str]]:
    """The words in pieces of one kind each."""
    runs: list[tuple[str, str]] = []
    for character, kind in zip(words, kinds, strict=True):
        if runs and runs[-1][1] == kind:
            runs[-1] = (runs[-1][0] + character, kind)
        else:
            runs.append((character, kind))
    return runs


def _lines(runs: Sequence[tuple[str, str]], size: int, *, coloured: bool) -> Iterator[str]:
    """The pieces with their marks, wrapped; a mark may run on over a line end."""
    text = "".join(_marked(words, kind, coloured=coloured) for words, kind in runs)
    line = ""
    for word in text.split():
        if line and len(click.unstyle(line)) + 1 + len(click.unstyle(word)) > size:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _marked(words: str, kind: str, *, coloured: bool) -> str:
    bare = clean(words)
    if not kind or not bare.strip():
        return bare
    before, after = bare[: len(bare) - len(bare.lstrip())], bare[len(bare.rstrip()) :]
    inner = bare.strip()
    if coloured:
        # each word apart, so that a line end inside the mark does not colour what stands beside it
        inner = " ".join(click.style(word, fg=COLOURS[kind], bold=True) for word in inner.split())
    else:
        inner = f"{_OPEN}{kind}: {inner}{_CLOSE}"
    return before + inner + after
