"""What the layout hands over before it is a document: tables of lines still to be joined."""

from __future__ import annotations

from dataclasses import dataclass, field

from wederkerig.documents.pdf.line import Line


@dataclass(slots=True)
class CellDraft:
    """A cell: the lines and tables in it, and how many columns and rows it spans."""

    items: list[Line | TableDraft] = field(default_factory=list)
    colspan: int = 1
    rowspan: int = 1

    @property
    def text(self) -> str:
        """The words of the cell's own lines."""
        return " ".join(item.text for item in self.items if isinstance(item, Line))


@dataclass(slots=True)
class TableDraft:
    """A table on one page, or on more when it has been continued.

    edges: the left side of each column. open_top: a rule closes every row but the first at its top,
    so that this row goes on from the page before. repeated: rows at the top that a later page
    repeats.
    """

    page: int
    x0: float
    x1: float
    top: float
    bottom: float
    edges: list[float]
    rows: list[list[CellDraft]]
    ruled: bool = False
    open_top: bool = False
    last_page: int = 0
    repeated: int = 0

    @property
    def width(self) -> int:
        """How many columns the table has."""
        return len(self.edges)


Item = Line | TableDraft
