"""The headings of a document, its table of contents, and the themes that these announce.

A heading is known by its type where the format tells (Word styles, Markdown, size in a PDF), and
else by its words and its place: a short line of its own that ends no sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from wederkerig.documents import Kind
from wederkerig.reading.labels import Label
from wederkerig.reading.titles import (
    bare_title,
    is_chapter,
    is_theme_title,
    looks_like_title,
    role_of,
    says_theme,
)
from wederkerig.reading.units import Place, Unit

_LEADER = re.compile(r"(?:[.…·_]\s?){4,}\s*\d{1,3}\s*$")
_PAGE_NUMBER = re.compile(r"(?:[\s.…·_]{4,}|\s)\d{1,3}\s*$")
_THEMES_FOLLOW = re.compile(r"\bthema['’]?s?\b|\bprioriteiten\b|\bspeerpunten\b|\bpijlers\b", re.IGNORECASE)
_CALLS_THEMES = re.compile(r"\bthema['’]?s\b", re.IGNORECASE)
_CAPTION = re.compile(r"(?:tabel|figuur|afbeelding|grafiek)\s*\d*\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heading:
    """A unit that is a heading.

    strong: the format or a number says so; a weak heading only looks like one.
    role: what `titels.yaml` says it is for; theme: whether it is a usual name of a theme.
    shape: headings of one shape look alike.
    level: the depth its style gives (1 is the highest), 0 for a plain line; number: how many parts its
        number has, 0 without one.
    """

    index: int
    title: str
    strong: bool
    role: str | None
    theme: bool
    shape: str
    level: int = 0
    number: int = 0

    def stands_beside(self, other: Heading) -> bool:
        """Whether this heading is on the level of `other` or above it, so that it ends its section."""
        if self.number and other.number:
            return self.number <= other.number
        if self.level and other.level:
            if other.number and not self.number:
                return self.level < other.level or (self.level == other.level and self.theme)
            return self.level <= other.level
        return self.theme


@dataclass(frozen=True, slots=True)
class Outline:
    """The headings by unit index, and the themes that a table of contents or an enumeration announces.

    complete: the announcement names all themes, because it calls them so.
    """

    headings: dict[int, Heading]
    themes: tuple[str, ...]
    complete: bool = False

    def announces(self, title: str) -> bool:
        """Whether `title` is one of the announced themes; case, "&" and punctuation do not matter."""
        return _plain(title) in {_plain(known) for known in self.themes}


def _plain(title: str) -> str:
    return re.sub(r"[^a-zà-ÿ0-9]+", " ", title.casefold().replace("&", " en ")).strip()


def read_outline(units: Sequence[Unit]) -> Outline:
    """Find headings and announced themes; marks the units of a table of contents as `toc`."""
    contents = _mark_contents(units)
    headings = {unit.index: heading for unit in units if (heading := _heading(units, unit))}
    themes, complete = _announced(units, contents)
    return Outline(headings, themes, complete)


# --- table of contents ---------------------------------------------------------------------------


def _mark_contents(units: Sequence[Unit]) -> list[Unit]:
    """Mark what belongs to a table of contents: entries with a leader, and the list below its title."""
    marked = [unit for unit in units if unit.kind is not Kind.TABLE and _has_leader(unit.text)]
    for unit in units:
        if unit.kind is not Kind.TABLE and len(unit.text) < 60 and role_of(unit.text) == "inhoud":
            marked += [unit, *_entries_below(units, unit.index)]
    for unit in marked:
        unit.toc = True
    return marked


def _has_leader(text: str) -> bool:
    # the last character is looked at first, for most texts end otherwise and searching them is slow
    return text.rstrip()[-1:].isdigit() and bool(_LEADER.search(text))


def _entries_below(units: Sequence[Unit], index: int) -> list[Unit]:
    entries: list[Unit] = []
    seen: set[str] = set()
    for unit in units[index + 1 :]:
        listed = _has_leader(unit.text) or bool(_PAGE_NUMBER.search(unit.text))
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
    if _CAPTION.match(unit.text):
        return None
    if unit.kind is Kind.HEADING:
        return _make(unit, strong=True)
    if not looks_like_title(unit.words or unit.text):
        return None
    if unit.label is not None:
        if _in_list(units, unit, unit.label):
            return None
        return _make(unit, strong=True)
    return _make(unit, strong=is_chapter(unit.text))


def _make(unit: Unit, *, strong: bool) -> Heading:
    level = unit.block.level if unit.kind is Kind.HEADING else 0
    number = unit.label.depth if unit.label else int(is_chapter(unit.text))
    plain = "bold" if unit.block.bold >= len(unit.text) else "line"
    shape = f"n{number}" if number else f"h{level}" if level else plain
    title = bare_title(unit.text)
    theme = is_theme_title(unit.text)
    return Heading(
        unit.index, title, strong, None if theme else role_of(unit.text), theme, shape, level, number
    )


def _in_list(units: Sequence[Unit], unit: Unit, label: Label) -> bool:
    """A short numbered line among its like is an item of a list, not a heading."""
    for step in (-1, 1):
        near = units[unit.index + step] if 0 <= unit.index + step < len(units) else None
        if near is None or near.label is None or near.toc or near.label.style != label.style:
            continue
        if abs(near.label.key[-1] - label.key[-1]) == 1 and near.kind is unit.kind:
            return True
    return False


# --- announced themes ----------------------------------------------------------------------------


def _announced(units: Sequence[Unit], contents: Sequence[Unit]) -> tuple[tuple[str, ...], bool]:
    """The themes in the order in which the document announces them; empty when it does not."""
    listed = [
        bare_title(_PAGE_NUMBER.sub("", unit.text))
        for unit in contents
        if is_theme_title(_PAGE_NUMBER.sub("", unit.text))
    ]
    if len(listed) > 1:
        called = [unit for unit in contents if says_theme(unit.text)]
        return tuple(dict.fromkeys(listed)), len(called) == len(listed)
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
            return tuple(items), bool(_CALLS_THEMES.search(unit.text))
    return (), False


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
