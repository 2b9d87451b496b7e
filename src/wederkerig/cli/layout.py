"""Text on a terminal: its width, its colours, wrapped lines and tables in columns."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import click

from wederkerig.export.words import one_line

NARROWEST, WIDEST, USUAL = 60, 120, 100
UNBROKEN = 1_000_000  # no line is longer: in a pipe a finding stays on one line, for grep
GAP = "  "


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: heading, width in characters, and after how many lines a cell is cut off."""

    title: str
    width: int
    lines: int = 3
    right: bool = False


def width() -> int:
    """How many characters fit on a line: those of the terminal (or COLUMNS), within bounds; 100 in a pipe."""
    columns = shutil.get_terminal_size((USUAL, 24)).columns
    return max(NARROWEST, min(columns, WIDEST))


def colours() -> bool:
    """Whether stdout is a terminal that shows colours, and nobody asked for none (NO_COLOR)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def show(lines: Iterator[str]) -> None:
    """Print the lines; styles fall away where colours are not wanted."""
    wanted = colours()
    for line in lines:
        click.echo(line.rstrip(), color=wanted)


def plain(text: str) -> str:
    """Text from a document or a file name, on one line and without anything a terminal would obey."""
    return one_line(text)


def heading(text: str) -> str:
    """A line that opens a part."""
    return click.style(plain(text), bold=True)


def faint(text: str) -> str:
    """Words that matter less."""
    return click.style(text, dim=True)


def wrapped(text: str, size: int, indent: str = "", hanging: str | None = None) -> list[str]:
    """The text in lines of at most `size`; later lines begin with `hanging`."""
    later = indent if hanging is None else hanging
    return textwrap.wrap(
        _glued(text), size, initial_indent=indent, subsequent_indent=later, break_on_hyphens=False
    ) or [indent.rstrip()]


def table(columns: Sequence[Column], rows: Sequence[Sequence[str]], *, header: bool = True) -> Iterator[str]:
    """A table of which cells run on over lines; columns without words are left out."""
    used = [index for index in range(len(columns)) if any(row[index] for row in rows)]
    if header:
        titles = (_fit(columns[index].title, columns[index], 1) for index in used)
        yield faint(_row([columns[index] for index in used], [list(title) for title in titles], 0))
    for row in rows:
        cells = [_fit(row[index], columns[index], columns[index].lines) for index in used]
        for line in range(max(len(cell) for cell in cells)):
            yield _row([columns[index] for index in used], cells, line)


def _fit(text: str, column: Column, lines: int) -> list[str]:
    return textwrap.wrap(_glued(text), column.width, max_lines=lines, placeholder=" …") or [""]


def _glued(text: str) -> str:
    """The text on one line, in which a euro sign does not part from its amount."""
    return plain(text).replace("€ ", "€\N{NO-BREAK SPACE}")


def _row(columns: Sequence[Column], cells: Sequence[list[str]], line: int) -> str:
    words = [cell[line] if line < len(cell) else "" for cell in cells]
    sized = [
        word.rjust(column.width) if column.right else word.ljust(column.width)
        for word, column in zip(words, columns, strict=True)
    ]
    return ("  " + GAP.join(sized)).rstrip()
