"""The content of an example document, as both writers need it: loaded, numbered, its inline marks split.

A content file is a list of blocks. The first key of a block is its kind (`kop`, `tekst`, `afspraak`, ...),
the rest are its options. Numbers of themes and agreements are not in the content: they are counted here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

MARKS = re.compile(r"\*\*(?P<vet>.+?)\*\*|\*(?P<cursief>.+?)\*|\[\^(?P<noot>\w+)\]")


@dataclass(frozen=True)
class Fragment:
    """A stretch of text in one face: `tekst`, `vet` or `cursief`; of a `noot`, `text` is its name."""

    kind: str
    text: str


@dataclass(frozen=True)
class Block:
    """One block: its kind, its content, its options, and the number it gets (themes and agreements only)."""

    kind: str
    content: Any
    options: dict[str, Any]
    number: int | None = None

    @property
    def text(self) -> str:
        """The heading as printed in a table of contents, with the number of a theme."""
        return f"{self.number}. {self.content}" if self.number else str(self.content)


@dataclass(frozen=True)
class Stuk:
    """One example document: what stands on the cover and in the margins, its blocks and its footnotes."""

    file: str
    formats: tuple[str, ...]
    title: str
    date: date
    colour: str
    header: str
    footer: str
    cover: dict[str, Any]
    blocks: tuple[Block, ...]
    notes: dict[str, str]
    quotes_from: str | None

    def headings(self) -> list[Block]:
        """The headings that the table of contents lists."""
        return [block for block in self.blocks if block.kind in ("kop", "thema")]


def load(path: Path) -> Stuk:
    """Read a content file; raises KeyError when a required key is missing."""
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Stuk(
        file=raw["bestand"],
        formats=tuple(raw["formaten"]),
        title=raw["titel"],
        date=raw["datum"],
        colour=raw["kleur"],
        header=raw["koptekst"],
        footer=raw["voettekst"],
        cover=raw["kaft"],
        blocks=tuple(_numbered(raw["blokken"])),
        notes=raw.get("voetnoten", {}),
        quotes_from=raw.get("citeert"),
    )


def blocks_of(parts: str | list[Any]) -> list[Block]:
    """The parts of an agreement, quotation or cell as blocks; a bare string is a paragraph."""
    listed = [parts] if isinstance(parts, str) else parts
    return [_block({"tekst": part} if isinstance(part, str) else part) for part in listed]


def fragments(text: str) -> Iterator[Fragment]:
    """Split a text on its inline marks; everything outside them is plain text."""
    start = 0
    for match in MARKS.finditer(text):
        if match.start() > start:
            yield Fragment("tekst", text[start : match.start()])
        kind = match.lastgroup or "tekst"
        yield Fragment(kind, match.group(kind))
        start = match.end()
    if start < len(text):
        yield Fragment("tekst", text[start:])


def letter(position: int) -> str:
    """The letter of a sub-paragraph, 0 gives a."""
    return chr(ord("a") + position)


def tint(colour: str, share: float) -> str:
    """The colour mixed with white, as six hexadecimal digits; share 1 is the colour itself."""
    parts = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return "".join(f"{round(255 - (255 - part) * share):02X}" for part in parts)


def is_number(cell: str) -> bool:
    """Whether a table cell holds a number, and so is aligned to the right."""
    return bool(re.fullmatch(r"-?[\d.]+", cell))


def _block(raw: dict[str, Any], number: int | None = None) -> Block:
    kind = next(iter(raw))
    return Block(kind, raw[kind], {key: raw[key] for key in raw if key != kind}, number)


def _numbered(raw_blocks: list[dict[str, Any]]) -> Iterator[Block]:
    counts = {"thema": 0, "afspraak": 0}
    for raw in raw_blocks:
        kind = next(iter(raw))
        if kind in counts:
            counts[kind] += 1
        yield _block(raw, counts.get(kind))
