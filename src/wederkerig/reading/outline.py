"""The headings of a document, its table of contents, and the themes that these announce.

A heading is known by its type where the format tells (Word styles, Markdown, size in a PDF), and
else by its words and its place: a short line of its own that ends no sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from wederkerig.documents import Kind
from wederkerig.reading.titles import bare_title, is_theme_title, looks_like_title, role_of
from wederkerig.reading.units import Place, Unit

_LEADER = re.compile(r"(?:[.…·_]\s?){4,}\s*\d{1,3}\s*$")
_PAGE_NUMBER = re.compile(r"\s\d{1,3}$")
_THEMES_FOLLOW = re.compile(r"\bthema['’]?s?\b|\bprioriteiten\b|\bspeerpunten\b|\bpijlers\b", re.IGNORECASE)
_CAPTION = re.compile(r"(?:tabel|figuur|afbeelding|grafiek)\s*\d*\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heading:
    """A unit that is a heading.

    strong: the format or a number says so; a weak heading only looks like one.
    role: what `titels.yaml` says it is for; theme: whether it is a usual name of a theme.
    shape: headings of one shape stand on one level; depth: 1 is the highest.
    """

    index: int
    title: str
    strong: bool
    role: str | None
    theme: bool
    shape: str
    depth: int


@dataclass(frozen=True, slots=True)
class Outline:
    """The headings by unit index, and the themes that a table of contents or an enumeration announces."""

    headings: dict[int, Heading]
    themes: tuple[str, ...]


def read_outline(units: Sequence[Unit]) -> Outline:
    """Find headings and announced themes; marks the units of a table of contents as `toc`."""
    contents = _mark_contents(units)
    headings = {unit.index: heading for unit in units if (heading := _heading(units, unit))}
    return Outline(headings, _announced(units, contents))


# --- table of contents ---------------------------------------------------------------------------


def _mark_contents(units: Sequence[Unit]) -> list[Unit]:
    """Mark what belongs to a table of contents: entries with a leader, and the list below its title."""
    marked = [unit for unit in units if unit.kind is not Kind.TABLE and _LEADER.search(unit.text)]
    for unit in units:
        if unit.kind is not Kind.TABLE and len(unit.text) < 60 and role_of(unit.text) == "inhoud":
            marked += [unit, *_entries_below(units, unit.index)]
    for unit in marked:
        unit.toc = True
    return marked


def _entries_below(units: Sequence[Unit], index: int) -> list[Unit]:
    entries: list[Unit] = []
    seen: set[str] = set()
    for unit in units[index + 1 :]:
        listed = bool(_LEADER.search(unit.text)) or bool(_PAGE_NUMBER.search(unit.text))
        title = bare_title(_PAGE_NUMBER.sub("", unit.text)).casefold()
        if unit.kind in {Kind.TABLE, Kind.FOOTNOTE} or (unit.kind is Kind.HEADING and not listed):
            break
        if (
            len(unit.text) > 110
            or unit.text.rstrip()[-1:] in ".;"
            or (title in seen and not listed and len(entries) > 1)
        ):
            break
        seen.add(title)
        entries.append(unit)
    return entries


# --- headings ------------------------------------------------------------------------------------


def _heading(units: Sequence[Unit], unit: Unit) -> Heading | None:
    if unit.toc or unit.place is not Place.TEXT or unit.kind in {Kind.TABLE, Kind.FOOTNOTE} or unit.bullet:
        return None
    if unit.kind is Kind.HEADING:
        return _make(unit, strong=True, shape=f"h{unit.block.level}", depth=unit.block.level)
    if _CAPTION.match(unit.text) or not looks_like_title(unit.words or unit.text):
        return None
    if unit.label is not None:
        if _in_list(units, unit):
            return None
        return _make(unit, strong=True, shape=f"n{unit.label.depth}", depth=unit.label.depth)
    whole = unit.block.bold >= len(unit.text)
    return _make(unit, strong=False, shape="bold" if whole else "line", depth=8 if whole else 9)


def _make(unit: Unit, *, strong: bool, shape: str, depth: int) -> Heading:
    if unit.label is not None:
        shape, depth = f"n{unit.label.depth}", unit.label.depth
    title = bare_title(unit.text)
    theme = is_theme_title(unit.text)
    return Heading(unit.index, title, strong, None if theme else role_of(unit.text), theme, shape, depth)


def _in_list(units: Sequence[Unit], unit: Unit) -> bool:
    """A short numbered line among its like is an item of a list, not a heading."""
    assert unit.label is not None
    for step in (-1, 1):
        near = units[unit.index + step] if 0 <= unit.index + step < len(units) else None
        if near is None or near.label is None or near.toc or near.label.style != unit.label.style:
            continue
        if abs(near.label.key[-1] - unit.label.key[-1]) == 1 and near.kind is unit.kind:
            return True
    return False


# --- announced themes ----------------------------------------------------------------------------


def _announced(units: Sequence[Unit], contents: Sequence[Unit]) -> tuple[str, ...]:
    """The themes in the order in which the document announces them; empty when it does not."""
    listed = [
        bare_title(_PAGE_NUMBER.sub("", unit.text))
        for unit in contents
        if is_theme_title(_PAGE_NUMBER.sub("", unit.text))
    ]
    if len(listed) > 1:
        return tuple(dict.fromkeys(listed))
    for unit in units:
        if (
            unit.toc
            or len(unit.text) > 400
            or not unit.text.rstrip().endswith(":")
            or not _THEMES_FOLLOW.search(unit.text)
        ):
            continue
        items = _list_below(units, unit.index)
        if len(items) > 1:
            return tuple(items)
    return ()


def _list_below(units: Sequence[Unit], index: int) -> list[str]:
    items = []
    for unit in units[index + 1 :]:
        title = bare_title(unit.words).rstrip(";.")
        if (
            unit.kind not in {Kind.ITEM, Kind.PARAGRAPH}
            or len(title) > 70
            or (unit.label is None and not unit.bullet)
        ):
            break
        items.append(title)
    return items
