"""Tables of figures: title, heading row and rows as the document prints them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wederkerig.documents import Block, Cell, Document
from wederkerig.model import Tabel
from wederkerig.reading.passage import make_bron
from wederkerig.reading.raw import RawTabel

_FIGURE = re.compile(r"[<>+\-–−]?\s*(?:€\s*)?\d[\d.,]*\s*%?[*¹²³]?|[-–]|")
_YEARLIKE = re.compile(r"(?:20\d\d)(?:\s*[-–/]\s*(?:20)?\d\d)?|.*\b(?:\d{1,2}-\d{1,2}-)?20\d\d.*")


def read_tabel(document: Document, raw: RawTabel) -> Tabel:
    """A table as model. Cells that span columns or rows stand once; the rest of the span is empty."""
    rows = _grid(raw.block)
    kop = rows[0] if len(rows) > 1 and _is_heading_row(raw.block, rows) else ()
    return Tabel(
        titel=raw.caption.strip(" *") if raw.caption else None,
        kop=kop,
        rijen=tuple(rows[1:] if kop else rows),
        afspraak=raw.afspraak,
        bron=make_bron(document, raw.block.start, raw.block.end),
    )


def _grid(table: Block) -> list[tuple[str, ...]]:
    """Rows of equal width; a cell spanning rows leaves empty cells below it."""
    width = max(sum(cell.colspan for cell in cells) for cells in table.rows)
    taken: dict[tuple[int, int], bool] = {}
    grid = []
    for line, cells in enumerate(table.rows):
        row = [""] * width
        column = 0
        for cell in cells:
            while taken.get((line, column)):
                column += 1
            if column >= width:
                break
            row[column] = cell.text
            for below in range(1, cell.rowspan):
                for beside in range(cell.colspan):
                    taken[(line + below, column + beside)] = True
            column += cell.colspan
        grid.append(tuple(row))
    return grid


def _is_heading_row(table: Block, rows: Sequence[tuple[str, ...]]) -> bool:
    """The first row heads the columns when it is marked so, or holds words or years above figures."""
    first = [cell for cell in table.rows[0] if cell.blocks]
    if first and all(cell.header for cell in first):
        return True
    head, body = rows[0], rows[1:]
    if not head[0] and any(head) and not any(cell and _FIGURE.fullmatch(cell) for cell in head):
        return True
    if not any(head[1:]) or any(
        _FIGURE.fullmatch(cell) and not _YEARLIKE.fullmatch(cell) and cell for cell in head[1:]
    ):
        return False
    figures = sum(bool(cell and _FIGURE.fullmatch(cell)) for row in body for cell in row[1:])
    words = sum(bool(cell and not _FIGURE.fullmatch(cell)) for row in body for cell in row[1:])
    return figures > words or _bold(first) or len(head) == len([cell for cell in head if 0 < len(cell) < 60])


def _bold(cells: Sequence[Cell]) -> bool:
    return all(block.bold >= len(block.text) for cell in cells for block in cell.blocks)
