"""Glossary and frameworks: the annexes that other agreements lean on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from wederkerig.documents import Block, Cell, Document, Kind
from wederkerig.model import Begrip, Bron, Kader
from wederkerig.reading.dates import MONTH, MONTHS, find_dates
from wederkerig.reading.outline import Outline
from wederkerig.reading.passage import make_bron
from wederkerig.reading.titles import role_of
from wederkerig.reading.units import Unit

_INLINE_TERM = re.compile(r"(?P<term>[A-ZÀ-Þ0-9][^:.;]{1,60}?)\s*(?::|\s[–-]|\s?=)\s+(?=\S)")
_DEFINED = re.compile(
    r"\b(?:Met|Onder)\s+(?P<term>[^,.;:]{3,60}?)\s+(?:doelen|bedoelen|verstaan)\s+(?:we|wij|partijen)\b[^.]*\."
    r"|^\*\s*(?P<star>\w[\w -]{2,40}?)\s*=\s*[^.]+\."
)
_MAY_DEFINE = re.compile(r"[*]|doelen|verstaan")  # says quickly where that is worth trying
_DATED = re.compile(
    r"[\s,(]*(?:(?<!\w)(?:d\.?\s?d\.?|van|vastgesteld op)\s*)?(?<!\btot )(?<!\bt/m )(?<![–-] )$",
    re.IGNORECASE,
)
_MONTH_YEAR = re.compile(rf"(?:\(|\s)(?P<month>{MONTH})\s+(?P<year>\d{{4}})\)?\s*$", re.IGNORECASE)


# --- glossary ------------------------------------------------------------------------------------


def find_begrippen(document: Document, units: Sequence[Unit], outline: Outline) -> tuple[Begrip, ...]:
    """The terms of the glossary, also where its heading was lost and only its form shows it."""
    section = _section(units, outline, "begrippen") or _alphabetical_run(units, outline)
    return tuple(_terms(document, section, outline) or _defined_in_text(document, units))


def find_lost_glossary(units: Sequence[Unit], outline: Outline) -> list[Unit]:
    """The units that read as a glossary where no heading says that they are one."""
    return [] if _section(units, outline, "begrippen") else _alphabetical_run(units, outline)


def _defined_in_text(document: Document, units: Sequence[Unit]) -> list[Begrip]:
    """Without a glossary: terms that a sentence defines ("Onder urgenten verstaan we …", "* fictief = …")."""
    terms: dict[str, Begrip] = {}
    for unit in units:
        if unit.kind is Kind.TABLE or not _MAY_DEFINE.search(unit.text):
            continue
        for match in _DEFINED.finditer(unit.text):
            term = re.sub(r"^(?:de|het|een)\s+", "", match["term"] or match["star"])
            start, end = unit.block.span(match.start(), match.end())
            begrip = Begrip(
                term=term, definitie=match.group().strip(" *"), bron=make_bron(document, start, end)
            )
            terms.setdefault(term.casefold(), begrip)
    return list(terms.values())


def _terms(document: Document, section: Sequence[Unit], outline: Outline) -> list[Begrip]:
    terms: list[Begrip] = []
    title: Unit | None = None
    body: list[Unit] = []
    for unit in [*section, None]:
        if unit is not None and unit.kind is Kind.TABLE:
            if title is not None and not body:
                title = None
            terms += _table_terms(document, unit.block)
            continue
        if unit is None or _is_term(unit, outline, title, body):
            if title is not None and body:
                terms.append(_begrip(document, title, body))
            title, body = unit, []
        elif title is not None:
            body.append(unit)
        if (
            unit is not None
            and title is not unit
            and (begrip := _inline_term(document, unit))
            and not (title and body[:-1])
        ) and title is None:
            terms.append(begrip)
    return terms


def _is_term(unit: Unit, outline: Outline, title: Unit | None, body: Sequence[Unit]) -> bool:
    if title is not None and not body and len(unit.text) > 30:
        return False
    heading = unit.index in outline.headings
    whole_bold = unit.block.bold >= len(unit.text) > 0
    return not unit.bullet and (heading or whole_bold) and len(unit.text) < 70


def _begrip(document: Document, title: Unit, body: Sequence[Unit]) -> Begrip:
    words = "\n".join(unit.text for unit in body)
    return Begrip(
        term=title.text.strip(" :*"),
        definitie=words,
        bron=make_bron(document, title.block.start, body[-1].block.end),
    )


def _inline_term(document: Document, unit: Unit) -> Begrip | None:
    """A term and its definition in one block: "Kernvoorraad: de woningen die …", or the term in bold."""
    text = unit.words
    match = _INLINE_TERM.match(text)
    end = match.end() if match else 0
    term = match["term"] if match else ""
    if unit.block.bold and unit.block.bold < len(unit.text) and unit.label is None:
        term, end = unit.text[: unit.block.bold].strip(" :–-="), unit.block.bold
    if not term or len(text) - end < 15 or len(term.split()) > 8:
        return None
    definition = text[end:].strip(" :–-=")
    return Begrip(
        term=term.strip(), definitie=definition, bron=make_bron(document, unit.block.start, unit.block.end)
    )


def _table_terms(document: Document, table: Block) -> list[Begrip]:
    terms = []
    for cells in table.rows:
        filled = [cell for cell in cells if cell.blocks]
        if len(filled) != 2 or (re.search(r"\d", filled[1].text) and len(filled[1].text) < 40):
            continue
        term, definition = filled[0].text.strip(" :"), filled[1].text
        if (
            len(term) < 60
            and len(definition) > 15
            and not role_of(term)
            and term.casefold() not in {"begrip", "term"}
        ):
            terms.append(Begrip(term=term, definitie=definition, bron=_cells_bron(document, filled)))
    return terms


def _cells_bron(document: Document, cells: Sequence[Cell]) -> Bron:
    blocks = [block for cell in cells for block in cell.blocks]
    return make_bron(document, min(block.start for block in blocks), max(block.end for block in blocks))


def _alphabetical_run(units: Sequence[Unit], outline: Outline) -> list[Unit]:
    """The longest run of short titles in alphabetical order, each with a definition below it."""
    pairs: list[int] = []
    best: list[int] = []
    for unit in units:
        if unit.index not in outline.headings or unit.toc:
            continue
        heading = outline.headings[unit.index]
        below = units[unit.index + 1] if unit.index + 1 < len(units) else None
        defined = (
            below is not None
            and below.index not in outline.headings
            and below.kind in {Kind.PARAGRAPH, Kind.TABLE}
        )
        if not defined or heading.role in {"kaders", "bijlage", "doelen", "afspraken", "stappen"}:
            pairs = []
            continue
        if pairs and not _follows(units[pairs[-1]].text, unit.text):
            pairs = []
        pairs.append(unit.index)
        best = list(pairs) if len(pairs) > len(best) else best
    if len(best) < 5:
        return []
    last = best[-1] + 1
    while last < len(units) and last not in outline.headings:
        last += 1
    return list(units[best[0] : last])


def _follows(before: str, after: str) -> bool:
    """Alphabetical by first letter, one slip back allowed where a table or a sub-term stands between."""
    return (
        after.casefold()[:1] >= before.casefold()[:1]
        or ord(before.casefold()[:1]) - ord(after.casefold()[:1]) <= 2
    )


# --- frameworks ----------------------------------------------------------------------------------


def find_kaders(document: Document, units: Sequence[Unit], outline: Outline) -> tuple[Kader, ...]:
    """The documents listed in the annex, each with the sub-heading it stands under."""
    kaders: list[Kader] = []
    niveau: str | None = None
    for unit in _section(units, outline, "kaders"):
        if unit.kind is Kind.TABLE or not unit.words.strip(" ;."):
            continue
        if unit.bullet or (unit.label is not None and unit.index not in outline.headings):
            kaders.append(_kader(document, unit, niveau))
        elif len(unit.text) < 70 and (
            unit.text.rstrip().endswith(":")
            or unit.index in outline.headings
            or unit.block.bold >= len(unit.text)
        ):
            niveau = unit.text.strip(" :*")
    return tuple(kaders)


def read_kader(line: str, niveau: str | None = None) -> Kader:
    """A document as a line of an annex names it, its date apart."""
    words = line.strip(" ;.")
    datum: date | str | None = None
    for start, end, day in find_dates(words):
        before = _DATED.search(words[:start])
        if before and not words[end:].strip(" )."):
            words, datum = words[: before.start()].strip(" ,;("), day
    month = _MONTH_YEAR.search(words)
    if datum is None and month:
        words, datum = (
            words[: month.start()].strip(" ,(;"),
            f"{month['year']}-{MONTHS[month['month'].lower()]:02d}",
        )
    return Kader(niveau=niveau, titel=words, datum=datum)


def _kader(document: Document, unit: Unit, niveau: str | None) -> Kader:
    start, end = unit.block.span(len(unit.text) - len(unit.words), len(unit.text))
    return read_kader(unit.words, niveau).model_copy(update={"bron": make_bron(document, start, end)})


def _section(units: Sequence[Unit], outline: Outline, role: str) -> list[Unit]:
    """The units below the last heading of a role, up to the next annex or heading of equal weight."""
    starts = [heading for heading in outline.headings.values() if heading.role == role]
    for heading in reversed(starts):
        body: list[Unit] = []
        for unit in units[heading.index + 1 :]:
            near = outline.headings.get(unit.index)
            if near is not None and 0 < heading.level < near.level:
                near = None  # a term or a sub-heading, whatever it would mean elsewhere
            if near is not None and (
                near.role in {"kaders", "begrippen", "bijlage", "partijen"} or (near.theme and near.strong)
            ):
                break
            if (
                near is not None
                and near.strong
                and near.stands_beside(heading)
                and not _heads_list(units, near.index)
            ):
                break
            body.append(unit)
        if body:
            return body
    return []


def _heads_list(units: Sequence[Unit], index: int) -> bool:
    """Whether a list stands right below a heading, so that it is a part of an annex, not its end."""
    return index + 1 < len(units) and (units[index + 1].bullet or units[index + 1].kind is Kind.ITEM)
