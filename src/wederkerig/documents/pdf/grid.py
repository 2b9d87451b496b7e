"""Tables that are ruled: cells found from the lines drawn between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

_NEAR = 4.0
_TOUCH = 2.0
_MOST_CROSSINGS = 250_000

Rule = tuple[float, float, float]


@dataclass(slots=True)
class Rules:
    """The straight lines drawn on a page: across (y, x0, x1) and down (x, y0, y1)."""

    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)


@dataclass(slots=True)
class Grid:
    """Rules that belong together: `xs` from left to right, `ys` from top to bottom."""

    xs: list[float]
    ys: list[float]
    across: list[Rule]
    down: list[Rule]

    @property
    def area(self) -> float:
        """In square points."""
        return (self.xs[-1] - self.xs[0]) * (self.ys[0] - self.ys[-1])

    @property
    def open_top(self) -> bool:
        """Whether no rule closes the grid at the top: its first row began on the page before."""
        return not any(abs(y - self.ys[0]) < _NEAR for y, _, _ in self.across)

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies within the grid."""
        return self.xs[0] <= x <= self.xs[-1] and self.ys[-1] <= y <= self.ys[0]

    def spans(self, x: float) -> bool:
        """Whether the grid reaches far to both sides of `x`."""
        return self.xs[0] < x - 40 and self.xs[-1] > x + 40

    def place(self, x: float, y: float) -> tuple[int, int]:
        """The row and column a point lies in."""
        row = sum(1 for edge in self.ys[1:-1] if y < edge)
        column = sum(1 for edge in self.xs[1:-1] if x > edge)
        return row, column

    def places(self) -> list[tuple[int, int]]:
        """Every row and column, row by row."""
        return [(row, column) for row in range(len(self.ys) - 1) for column in range(len(self.xs) - 1)]

    def parted_left(self, row: int, column: int) -> bool:
        """Whether a rule stands on the left of a cell."""
        middle = (self.ys[row] + self.ys[row + 1]) / 2
        return any(abs(x - self.xs[column]) < _NEAR and y0 <= middle <= y1 for x, y0, y1 in self.down)

    def parted_above(self, row: int, column: int) -> bool:
        """Whether a rule lies above a cell."""
        middle = (self.xs[column] + self.xs[column + 1]) / 2
        return any(abs(y - self.ys[row]) < _NEAR and x0 <= middle <= x1 for y, x0, x1 in self.across)


def find_grids(rules: Rules) -> list[Grid]:
    """Every ruled table of two columns or more, the smallest first."""
    across, down = _merged(rules.across), _merged(rules.down)
    if len(across) * len(down) > _MOST_CROSSINGS:
        return []  # a drawing
    grids = [part for a, d in _together(across, down) for part in _parts(_grid(a, d))]
    return sorted(grids, key=lambda grid: grid.area)


def _merged(rules: Sequence[Rule]) -> list[Rule]:
    """Rules drawn in pieces made whole."""
    merged: list[Rule] = []
    for place, group in _grouped(sorted(rules)):
        begin, end = group[0]
        for low, high in group[1:]:
            if low <= end + 3:
                end = max(end, high)
            else:
                merged.append((place, begin, end))
                begin, end = low, high
        merged.append((place, begin, end))
    return merged


def _grouped(rules: list[Rule]) -> list[tuple[float, list[tuple[float, float]]]]:
    """The rules by the place they stand at, each group in order."""
    groups: list[tuple[float, list[tuple[float, float]]]] = []
    for place, low, high in rules:
        if not groups or place - groups[-1][0] > 2:
            groups.append((place, []))
        groups[-1][1].append((low, high))
    return [(place, sorted(group)) for place, group in groups]


def _together(across: list[Rule], down: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """The rules that touch each other, directly or through others."""
    left_down, found = set(range(len(down))), []
    left_across = set(range(len(across)))
    while left_down:
        todo, mine_down, mine_across = [left_down.pop()], [], []
        while todo:
            index = todo.pop()
            mine_down.append(down[index])
            touching = [i for i in left_across if _cross(across[i], down[index])]
            left_across.difference_update(touching)
            mine_across += [across[i] for i in touching]
            more = {j for j in left_down for i in touching if _cross(across[i], down[j])}
            left_down -= more
            todo += more
        if mine_across:
            found.append((mine_across, mine_down))
    return found


def _cross(level: Rule, upright: Rule) -> bool:
    y, x0, x1 = level
    x, y0, y1 = upright
    return x0 - _TOUCH <= x <= x1 + _TOUCH and y0 - _TOUCH <= y <= y1 + _TOUCH


def _grid(across: list[Rule], down: list[Rule]) -> Grid:
    xs = [x for x, _, _ in down] + [min(r[1] for r in across), max(r[2] for r in across)]
    ys = [y for y, _, _ in across] + [min(r[1] for r in down), max(r[2] for r in down)]
    return Grid(_distinct(xs), _distinct(ys)[::-1], across, down)


def _distinct(values: list[float]) -> list[float]:
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > _NEAR:
            kept.append(value)
    return kept


def _parts(grid: Grid) -> list[Grid]:
    """The grid cut where one table stands right under another: their columns share no edge."""
    if len(grid.xs) < 3 or len(grid.ys) < 2:
        return []
    parts, begin, before = [], 0, set[int]()
    for row in range(len(grid.ys) - 1):
        edges = {c for c in range(1, len(grid.xs) - 1) if grid.parted_left(row, c)}
        if edges and before and 2 * len(edges & before) < min(len(edges), len(before)):
            parts.append(_slice(grid, begin, row))
            begin, before = row, set()
        before |= edges
    if not before:
        return [part for part in parts if len(part.xs) > 2]
    parts.append(_slice(grid, begin, len(grid.ys) - 1))
    return [part for part in parts if len(part.xs) > 2]


def _slice(grid: Grid, begin: int, end: int) -> Grid:
    ys = grid.ys[begin : end + 1]
    within = [c for c in range(1, len(grid.xs) - 1) if any(grid.parted_left(r, c) for r in range(begin, end))]
    xs = [grid.xs[0], *(grid.xs[c] for c in within), grid.xs[-1]]
    return Grid(xs, ys, grid.across, grid.down)
