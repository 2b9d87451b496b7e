"""Themes whose headings were lost in conversion: where they begin, and what they are called.

Such a theme shows by its goals: a heading for goals comes after an agreement, and no heading of a
theme stands in between. Its name comes from the themes that the document announces, in that order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from wederkerig.documents import Kind
from wederkerig.reading.labels import is_sub_item
from wederkerig.reading.outline import Heading, Outline
from wederkerig.reading.raw import Structure
from wederkerig.reading.starts import Start
from wederkerig.reading.units import Place, Unit

_STEM = 4
_ENDING = 6
"""How many letters of a word its endings take at most: "baarheid" loses "arheid"."""


def find_lost_openings(units: Sequence[Unit], outline: Outline, starts: dict[int, Start]) -> set[int]:
    """Units that open a theme whose heading was lost.

    Such a theme shows by its goals: a heading for goals comes after an agreement, and no heading of a
    theme stands in between. The paragraphs right before the goals are then the theme's own.
    """
    lost: set[int] = set()
    if not starts:
        return lost
    for index, heading in outline.headings.items():
        if heading.role != "doelen":
            continue
        run: list[int] = []
        for place in range(index - 1, -1, -1):
            unit = units[place]
            near = outline.headings.get(unit.index)
            if (
                unit.index in starts
                or unit.kind is Kind.TABLE
                or unit.place is not Place.TEXT
                or near is not None
            ):
                break
            if unit.kind is Kind.ITEM or is_sub_item(unit.text):
                break
            run.append(unit.index)
        before = index - 1 - len(run)
        stop = units[before] if before >= 0 else None
        if (
            stop is not None
            and run
            and (stop.index in starts or _below_start(units, outline, starts, stop.index))
        ) or (
            stop is not None
            and stop.index in outline.headings
            and outline.themes
            and not _themed(outline.headings[stop.index])
        ):
            lost.update(run)
    return lost


def _themed(heading: Heading) -> bool:
    return heading.theme or heading.role in {"context", "doelen"} or heading.strong


def _below_start(units: Sequence[Unit], outline: Outline, starts: dict[int, Start], index: int) -> bool:
    """Whether the unit belongs to an agreement: going up, one begins before any heading."""
    for place in range(index, -1, -1):
        unit = units[place]
        if unit.index in starts:
            return True
        if unit.index in outline.headings:
            return False
    return False


def name_lost_themes(structure: Structure, announced: Sequence[str]) -> None:
    """Give the lost themes the titles that the document announces, in its order."""
    used = {id(item.thema) for item in structure.afspraken}
    themas = [thema for thema in structure.themas if id(thema) in used or thema.goals]
    themas = [thema for thema in themas if thema.lost or _known(thema.title, announced)]
    if len(themas) == len(announced):
        for thema, title in zip(themas, announced, strict=True):
            thema.title = thema.title or title
        return
    taken = {(thema.title or "").casefold() for thema in themas}
    free = iter([title for title in announced if title.casefold() not in taken])
    for thema in themas:
        thema.title = thema.title or next(free, None)


def trim_lost_themes(structure: Structure, units: Sequence[Unit], outline: Outline) -> None:
    """Let a lost theme below another heading begin with the first paragraph that is about it.

    What stands before that belongs to the heading. Where no paragraph holds the theme's words, or the
    first one does, nothing tells where the theme begins, and it keeps them all.
    """
    index_of = {id(unit.block): unit.index for unit in units}
    for thema in structure.themas:
        if not (thema.lost and thema.title and thema.context):
            continue
        first = index_of[id(thema.context[0].block)]
        if outline.headings.get(first - 1) is None:
            continue
        about = _about(thema.title)
        places = (place for place, piece in enumerate(thema.context) if about.search(piece.text))
        thema.context = thema.context[next(places, 0) :]


def _about(title: str) -> re.Pattern[str]:
    """Words that begin as those of a theme's title do: "betaalba" for "Betaalbaarheid"."""
    stems = [
        re.escape(word[: max(_STEM, len(word) - _ENDING)]) for word in re.findall(rf"\w{{{_STEM},}}", title)
    ]
    return re.compile(rf"\b(?:{'|'.join(stems) or re.escape(title)})", re.IGNORECASE)


def _known(title: str | None, announced: Sequence[str]) -> bool:
    return any((title or "").casefold() == name.casefold() for name in announced)
