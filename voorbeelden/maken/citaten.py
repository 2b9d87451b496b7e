"""Checks that what a year plan quotes as the current text stands word for word in the document it amends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .inhoud import MARKS, Block, Stuk, blocks_of


def check_quotes(plan: Stuk, source: Stuk) -> None:
    """Raise ValueError for the first quoted paragraph, with its number, that is not in the source."""
    known = "\n".join(_plain(text) for text in _texts(source.blocks))
    for quote in (block for block in plan.blocks if block.kind == "citaat"):
        for text in _texts(blocks_of(quote.content)):
            if _plain(text) not in known:
                raise ValueError(f"Citaat staat niet woordelijk in {source.file}: {text[:70]}")


def _texts(blocks: list[Block] | tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if block.kind == "afspraak":
            first, *rest = _texts(blocks_of(block.content))
            yield f"{block.number}. {first}"
            yield from rest
        elif block.kind in ("punten", "letters"):
            yield from block.content
        elif isinstance(block.content, str):
            yield block.content


def _plain(text: str) -> str:
    unmarked = MARKS.sub(lambda match: match.group("vet") or match.group("cursief") or "", text)
    return re.sub(r"\s+", " ", unmarked).strip()
