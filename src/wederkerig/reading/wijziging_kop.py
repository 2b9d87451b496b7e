"""Where a heading begins the next part of a year plan, and where it belongs to the words of an amendment."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wederkerig.documents import Kind
from wederkerig.reading.labels import parse_label
from wederkerig.reading.outline import Heading
from wederkerig.reading.titles import bare_title, role_of
from wederkerig.reading.units import Unit
from wederkerig.reading.wijziging_etiketten import find_label
from wederkerig.reading.wijziging_stand import State
from wederkerig.reading.wijziging_zin import find_zin

_CHAPTER = re.compile(
    r"(?:de\s+)?(?:wijzigingen|aanvullingen)(?:\s*(?:/|en|of)\s*(?:wijzigingen|aanvullingen))?\s*",
    re.IGNORECASE,
)
_NO_THEME = re.compile(
    r"(?:overige\s+)?(?:wijziging|aanvulling|nieuwe? afspra|vervallen|ondertekening|algemeen\b)"
    r"|.*(?:jaarplan|prestatieafspraken|jaarschijf|addendum)",
    re.IGNORECASE,
)


def is_section(units: Sequence[Unit], state: State, unit: Unit, heading: Heading) -> bool:
    """Whether a heading begins the next part of the plan: by its words, or by its format."""
    if heading.theme or heading.role in {"proces", "bijlage", "kaders", "begrippen"}:
        return not _inside(state, heading)
    if unit.kind is not Kind.HEADING or _is_place(unit.text):
        return False
    if (state.annex or (state.process and state.mode)) and not _announces(units, state, unit):
        return False
    if role_of(bare_title(unit.text)) == "proces":
        return True
    if heading.role in {"doelen", "context", "afspraken", "stappen"} or _is_deeper(state, unit):
        return state.theme is None and heading.role is None and not (state.awaits or state.process)
    return True


def is_subsection(state: State, unit: Unit, heading: Heading) -> bool:
    """A heading below that of the theme ends an amendment, unless it opens the words that are quoted."""
    inside = state.annex or (state.process and bool(state.mode))
    place = _is_place(unit.text)
    return unit.kind is Kind.HEADING and heading.strong and not (place or inside or state.awaits)


def open_section(unit: Unit, heading: Heading) -> State:
    """What is known of the place below a heading: its theme, or that it is about the process or an annex."""
    process = "proces" in {heading.role, role_of(bare_title(unit.text))} and not heading.theme
    known = heading.theme or process or heading.role in {"bijlage", "kaders", "begrippen"}
    named = known or (heading.role is None and not _NO_THEME.match(heading.title))
    return State(
        theme=heading.title if named else None,
        process=process,
        annex=not heading.theme and heading.role in {"bijlage", "kaders", "begrippen"},
        level=unit.block.level if unit.kind is Kind.HEADING else 0,
    )


def is_chapter(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether "Wijzigingen" is the title of all that follows, and not the label of the words below it."""
    if unit.kind is not Kind.HEADING or not _CHAPTER.fullmatch(unit.text):
        return False
    below = next((each for each in units[unit.index + 1 :] if each.text or each.kind is Kind.TABLE), None)
    if below is None or below.bullet:
        return below is None
    return below.label is None or below.kind is Kind.HEADING or unit.text.casefold().startswith("wijziging")


def _inside(state: State, heading: Heading) -> bool:
    """A process text that is being quoted or replaced holds headings of its own."""
    return state.process and not heading.theme and bool(state.mode) and heading.role == "proces"


def _announces(units: Sequence[Unit], state: State, unit: Unit) -> bool:
    """Whether amendments follow a heading; else it belongs to a process text or names a document."""
    if state.mode == "huidig":
        return False
    below = next((each for each in units[unit.index + 1 :] if each.text), None)
    return below is not None and (find_label(below.text) is not None or find_zin(below.text) is not None)


def _is_deeper(state: State, unit: Unit) -> bool:
    return 0 < state.level < unit.block.level


def _is_place(text: str) -> bool:
    """Whether a heading names an agreement: "Afspraak 12"."""
    label = parse_label(text)
    return label is not None and label.style.startswith("afspraak")
