"""The page: what the reading of a file hands over to the search for its order."""

from __future__ import annotations

from dataclasses import dataclass, field

from wederkerig.documents.pdf.grid import Grid, Rule
from wederkerig.documents.pdf.line import Line


@dataclass(slots=True)
class Page:
    """What stands on one page, in the order in which the file draws it.

    grids: the ruled tables; across: the level rules (y, x0, x1); looked for on complex pages only.
    complex: whether something stands beside something else, so that the order has to be found.
    picture: whether a page of hardly any words shows an image.
    """

    number: int
    width: float
    height: float
    lines: list[Line]
    grids: list[Grid] = field(default_factory=list)
    across: list[Rule] = field(default_factory=list)
    complex: bool = False
    picture: bool = False
