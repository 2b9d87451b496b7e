"""Tables: written cell by cell, and read back with their odd shapes (no rows, rows without cells)."""

from __future__ import annotations

from wederkerig.export.akn.elements import Element, add, name, paragraphs, words
from wederkerig.export.words import clean
from wederkerig.model import Tabel

# The standard wants a row with a cell in every table; ours may have neither.
_ROW = "wk:rij"
_NO_ROWS, _NO_CELLS = "geen", "leeg"


def write_table(parent: Element, tabel: Tabel, attributes: dict[str, str | None]) -> None:
    """A table with its caption, its heading row and its rows."""
    table = add(parent, "table", attributes=attributes)
    if tabel.titel is not None:
        add(table, "caption", tabel.titel)
    if tabel.kop:
        _row(table, "th", tabel.kop)
    for cells in tabel.rijen:
        _row(table, "td", cells)
    if not (tabel.kop or tabel.rijen):
        _filler(table, _NO_ROWS)


def read_table(table: Element, afspraak: str | None) -> Tabel:
    """The table as it was written."""
    caption = table.find(name("caption"))
    rows = [row for row in table.findall(name("tr")) if row.get(name(_ROW)) != _NO_ROWS]
    heading = rows.pop(0) if rows and rows[0].find(name("th")) is not None else None
    return Tabel(
        titel=None if caption is None else words(caption),
        kop=() if heading is None else _cells(heading, "th"),
        rijen=tuple(_cells(row, "td") for row in rows),
        afspraak=afspraak,
    )


def _lines(parent: Element, text: str) -> None:
    """A `p` for every line."""
    for line in clean(text).split("\n"):
        add(parent, "p", line)


def _row(table: Element, tag: str, cells: tuple[str, ...]) -> None:
    if not cells:
        _filler(table, _NO_CELLS)
        return
    row = add(table, "tr")
    for cell in cells:
        _lines(add(row, tag), cell)


def _filler(table: Element, why: str) -> None:
    add(add(table, "tr", attributes={_ROW: why}), "td")


def _cells(row: Element, tag: str) -> tuple[str, ...]:
    if row.get(name(_ROW)) == _NO_CELLS:
        return ()
    return tuple(paragraphs(cell) for cell in row.findall(name(tag)))
