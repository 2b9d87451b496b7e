"""The norms that a document sets, as lines to read and as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from wederkerig.cli.layout import faint, heading, wrapped
from wederkerig.export.words import one_line
from wederkerig.model import Norm, Stuk
from wederkerig.monitoring.indicatoren import indicator
from wederkerig.monitoring.normtekst import norm_words

_OTHER = "Nog geen indicator"
_INDENT = "  "


def norm_lines(stuk: Stuk, norms: Sequence[Norm], size: int) -> Iterator[str]:
    """Every norm under its agreement; what only explains is told as such."""
    yield heading(stuk.titel)
    yield _counted(norms)
    short = {partij.naam: partij.kort for partij in stuk.partijen}
    for where, group in groupby(norms, key=_where):
        yield ""
        yield heading(where)
        for norm in group:
            yield from _norm(norm, short, size)


def norms_as_json(name: str, norms: Sequence[Norm]) -> dict[str, Any]:
    """The norms of one file as data."""
    return {"bestand": name, "normen": [norm.model_dump(mode="json") for norm in norms]}


def _counted(norms: Sequence[Norm]) -> str:
    binding = sum(norm.aard == "norm" for norm in norms)
    doubted = sum(norm.aard == "norm" and norm.twijfel is not None for norm in norms)
    background = len(norms) - binding
    parts = [
        "1 norm" if binding == 1 else f"{binding} normen",
        "1 met een twijfel" if doubted == 1 else f"{doubted} met een twijfel",
        f"{background} keer achtergrond",
    ]
    return "; ".join(parts) + "."


def _where(norm: Norm) -> str:
    """The agreement, or the theme whose introduction or goals it stands in."""
    agreement = f"Afspraak {one_line(norm.nummer)}" if norm.nummer else "Inleiding en doelen"
    return " · ".join(filter(None, (agreement, one_line(norm.thema or ""))))


def _norm(norm: Norm, short: dict[str, str], size: int) -> Iterator[str]:
    what = indicator(norm.indicator).naam if norm.indicator else _OTHER
    if norm.aard == "achtergrond":
        words = f"Achtergrond: {one_line(norm.tekst)}" + (f" ({what})" if norm.indicator else "")
        yield from (faint(line) for line in wrapped(words, size, _INDENT, _INDENT * 2))
        return
    yield from wrapped(f"{what}: {norm_words(norm)}.", size, _INDENT, _INDENT * 2)
    who = ", ".join(short.get(name, name) for name in norm.partijen)
    yield from wrapped(who, size, _INDENT * 2) if who else []
    if norm.twijfel:
        yield from (faint(line) for line in wrapped(f"Twijfel: {norm.twijfel}", size, _INDENT * 2))
