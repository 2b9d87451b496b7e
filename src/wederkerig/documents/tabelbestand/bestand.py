"""What a table file is once read: its sheets, and of one sheet the heading and the rows."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Literal

from wederkerig.documents.errors import EmptyFileError, TooLargeError, UnknownFormatError

Cel = str | Decimal | date | bool | None
"""One value. Text is as it stands there: who knows the column makes numbers and dates of it."""

# A list of the whole country has some 2.4 million rows and goes another way (monitoring/woningen/land).
MAX_ROWS = 2_000_000
# Exports of a dwelling administration have up to some 300 columns.
MAX_COLUMNS = 1_000
# The most that Excel lets a person type in one cell.
MAX_CELL = 32_767
ADVICE = "Splits het bestand, of haal de rijen en kolommen weg die niet nodig zijn."
# Above the heading may stand a title, a date, an empty line.
_HEADING_WITHIN = 20


class Bladen(ABC):
    """The sheets of an opened file, by name in their order; each gives its rows as often as asked."""

    namen: tuple[str, ...]

    @abstractmethod
    def rows(self, blad: str) -> Iterator[Sequence[Cel]]:
        """Every row of the sheet, also empty ones and those above the heading."""


@dataclass(frozen=True, slots=True)
class Tabelbestand:
    """One sheet of a table file.

    kop: the heading, without empty cells at its end. koprij: its place in the file; the first row is 1.
    bladen: the names of all sheets; a CSV or Parquet file has one.
    meldingen: what a person should know about the reading, in Dutch.
    """

    naam: str
    soort: Literal["csv", "xlsx", "parquet"]
    inhoud: Bladen
    blad: str
    kop: tuple[str, ...] = ()
    koprij: int = 1
    meldingen: tuple[str, ...] = ()

    @property
    def bladen(self) -> tuple[str, ...]:
        """The names of all sheets."""
        return self.inhoud.namen

    @property
    def rijen(self) -> Iterator[tuple[Cel, ...]]:
        """The rows below the heading from the first one, each as wide as the heading, empty ones included.

        The row that comes out n-th (from 0) stands at `koprij + 1 + n` in the file. Raises TooLargeError
        where there are more rows, or longer cells, than are read.
        """
        width = len(self.kop)
        for row in islice(_bounded(self.inhoud.rows(self.blad)), self.koprij, None):
            yield tuple(row[:width]) + (None,) * (width - len(row))

    def open_blad(self, blad: str) -> Tabelbestand:
        """The same file at another sheet; raises a DocumentError where that is not there or empty."""
        if blad not in self.bladen:
            raise UnknownFormatError(
                f"Het bestand heeft geen blad '{blad[:80]}'.", f"Kies uit: {', '.join(self.bladen)}."
            )
        koprij, kop = _heading(_bounded(self.inhoud.rows(blad)))
        return replace(self, blad=blad, kop=kop, koprij=koprij)


def _heading(rows: Iterator[Sequence[Cel]]) -> tuple[int, tuple[str, ...]]:
    """Where the heading stands and what it says: the first row with two values, else the first with one."""
    first: tuple[int, tuple[str, ...]] | None = None
    for number, row in enumerate(islice(rows, _HEADING_WITHIN), start=1):
        words = tuple("" if cell is None else str(cell).strip() for cell in row)
        filled = sum(map(bool, words))
        if filled > 1:
            return number, _trimmed(words)
        if filled and first is None:
            first = number, _trimmed(words)
    if first is None:
        raise EmptyFileError("De tabel is leeg.")
    return first


def _trimmed(words: tuple[str, ...]) -> tuple[str, ...]:
    last = max(index for index, word in enumerate(words) if word)
    return words[: last + 1]


def _bounded(rows: Iterator[Sequence[Cel]]) -> Iterator[Sequence[Cel]]:
    for number, row in enumerate(rows, start=1):
        if number > MAX_ROWS:
            raise TooLargeError(f"De tabel heeft meer dan {MAX_ROWS:_} rijen.".replace("_", "."), ADVICE)
        if len(row) > MAX_COLUMNS:
            raise TooLargeError(f"Rij {number} heeft meer dan {MAX_COLUMNS} kolommen.", ADVICE)
        for cell in row:
            if cell.__class__ is str and len(cell) > MAX_CELL:
                raise TooLargeError(
                    f"In rij {number} staat een cel met meer tekens dan in Excel past.", ADVICE
                )
        yield row
