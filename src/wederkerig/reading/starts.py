"""At which units an agreement begins.

Numbered agreements first. Where a document numbers none, the rows of a table of agreements, or the
bullets, bold lead-ins or paragraphs below a heading such as "Afspraken", each begin one; these get
the number of their place, with a doubt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from wederkerig.documents import Kind
from wederkerig.reading.numbering import Entry, find_agreements
from wederkerig.reading.outline import Outline
from wederkerig.reading.units import Place, Unit

BY_POSITION = "Het document nummert deze afspraak niet; het nummer is de plaats in de rij."
_SENTENCE = re.compile(r"^.{30,}[.;]$", re.DOTALL)
_CLOSED = frozenset({"partijen", "begrippen", "kaders", "inhoud"})


@dataclass(frozen=True, slots=True)
class Start:
    """Where an agreement begins: its number as printed, and where in the unit its words begin."""

    index: int
    number: str
    skip: int
    key: tuple[int, ...] = ()
    doubt: str | None = None


def find_starts(units: Sequence[Unit], outline: Outline) -> dict[int, Start]:
    """The beginnings of all agreements by unit index, in reading order."""
    entries = list(_entries(units, outline))
    chosen = find_agreements(entries)
    if chosen:
        return {
            entry.index: Start(entry.index, entry.label.number, entry.label.end, entry.label.key)
            for entry in chosen
        }
    return _unnumbered(units, outline)


def _entries(units: Sequence[Unit], outline: Outline) -> list[Entry]:
    entries: list[Entry] = []
    section, closed, process = 0, False, False
    for unit in units:
        heading = outline.headings.get(unit.index)
        if heading is not None:
            section += 1
            process = heading.role == "proces" or (process and not (heading.theme or heading.strong))
            closed = heading.role in _CLOSED if heading.strong or heading.role in _CLOSED else closed
            if heading.role is None or heading.role not in _CLOSED:
                closed = False
        if (
            unit.toc
            or unit.label is None
            or unit.kind is Kind.FOOTNOTE
            or closed
            or unit.place in {Place.STEP, Place.WHO, Place.WHEN}
        ):
            continue
        # Sub-letters printed with the number ("12a", "12b") belong to one agreement.
        if entries and unit.label.sub and unit.label.key == entries[-1].label.key:
            continue
        entries.append(
            Entry(
                unit.index,
                unit.label,
                unit.words.strip(),
                heading is not None,
                section,
                process=process,
                followed=_is_followed(units, unit),
            )
        )
    return entries


def _is_followed(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether a full sentence stands right below the unit, unlabelled: the unit is then its title."""
    for near in units[unit.index + 1 : unit.index + 3]:
        if near.label is None and near.kind in {Kind.PARAGRAPH, Kind.ITEM} and near.place == unit.place:
            in_row = unit.row >= 0 and near.row == unit.row  # a column for the number, beside the agreement
            return in_row or len(near.text) > 40 or near.bullet
        break
    return False


def _unnumbered(units: Sequence[Unit], outline: Outline) -> dict[int, Start]:
    indexes = (
        _row_starts(units)
        or _section_starts(units, outline)
        or _lead_ins(units, outline)
        or _theme_bullets(units, outline)
    )
    return {
        index: Start(index, str(number), 0, (number,), BY_POSITION) for number, index in enumerate(indexes, 1)
    }


def _row_starts(units: Sequence[Unit]) -> list[int]:
    rows: dict[int, int] = {}
    for unit in units:
        if (
            unit.place is Place.AGREEMENT
            and unit.kind is not Kind.TABLE
            and unit.row not in rows
            and unit.text[:1].isupper()
        ):
            rows[unit.row] = unit.index
    return list(rows.values())


def _section_starts(units: Sequence[Unit], outline: Outline) -> list[int]:
    """Bullets, else bold lead-ins, else paragraphs, in every section that is headed "Afspraken"."""
    starts: list[int] = []
    for index, heading in outline.headings.items():
        if heading.role != "afspraken":
            continue
        body = _body(units, outline, index)
        bullets = [unit for unit in body if unit.bullet and unit.block.level == 0]
        bold = [unit for unit in body if 0 < unit.block.bold < len(unit.text)]
        plain = [unit for unit in body if unit.kind is Kind.PARAGRAPH and len(unit.text) > 40]
        starts += [unit.index for unit in (bullets or bold or plain)]
    return sorted(starts)


def _lead_ins(units: Sequence[Unit], outline: Outline) -> list[int]:
    """Paragraphs that open with a bold title, three at least, where no heading says "Afspraken"."""
    leads = [
        unit.index
        for unit in units
        if unit.place is Place.TEXT
        and unit.index not in outline.headings
        and 3 < unit.block.bold < min(90, len(unit.text) - 20)
        and re.search(r"[.:!?]", unit.text[unit.block.bold - 1 : unit.block.bold + 1])
    ]
    sections = any(heading.strong for heading in outline.headings.values())
    return leads if sections and len(leads) > 2 else []


def _theme_bullets(units: Sequence[Unit], outline: Outline) -> list[int]:
    """Bullets that are whole sentences right below a theme, where nothing else marks agreements."""
    return [
        unit.index
        for index, heading in outline.headings.items()
        if heading.theme
        for unit in _body(units, outline, index)
        if unit.bullet and unit.block.level == 0 and unit.text[:1].isupper() and _SENTENCE.search(unit.text)
    ]


def _body(units: Sequence[Unit], outline: Outline, index: int) -> list[Unit]:
    body = []
    for unit in units[index + 1 :]:
        heading = outline.headings.get(unit.index)
        if heading is not None and (heading.strong or heading.role or heading.theme):
            break
        if heading is None:
            body.append(unit)
    return body
