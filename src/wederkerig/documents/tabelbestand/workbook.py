"""XLSX: a zipped workbook of sheets; only values are read, no macros, formulas or links.

The reader (calamine) makes room for every cell between the first and the last one, and keeps a copy of a
text for every cell that shows it. So each sheet passes a gate first: the archive is unpacked under the
limits below, how far its cells reach is looked up, and how much text they show. Only what passed is given on.
"""

from __future__ import annotations

import io
import math
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import python_calamine as calamine

from wederkerig.documents.archive import Archive
from wederkerig.documents.errors import (
    DamagedFileError,
    DocumentError,
    EncryptedFileError,
    TooLargeError,
    UnknownFormatError,
    UnsafeFileError,
)
from wederkerig.documents.tabelbestand.bestand import ADVICE, MAX_COLUMNS, MAX_ROWS, Bladen, Cel

# Bytes of all parts together once unpacked: 300,000 dwellings of 40 columns take some 450 MB.
MAX_UNPACKED = 700_000_000
# Cells between the first and the last of one sheet; each takes 32 bytes.
MAX_CELLS = 20_000_000
# Bytes of text that all cells of one sheet show together.
MAX_TEXT = 1_000_000_000
_CHUNK = 1 << 22
# No reference is longer, so that one that stands on the border of two chunks is found in the next.
_OVERLAP = 4_096

# any attribute that may be a place counts for how far cells reach; only sure places count as placed
_COLUMNS = re.compile(rb"""\sr\s*=\s*["']\s*([A-Za-z]+)\d""")
_ROWS = re.compile(rb"""\sr\s*=\s*["']\s*[A-Za-z]*(\d+)""")
_PLACED_CELL = re.compile(rb"""<(?:\w+:)?c\s[^<>]*?\br\s*=\s*["']\s*[A-Za-z]+\d""")
_PLACED_ROW = re.compile(rb"""<(?:\w+:)?row\s[^<>]*?\br\s*=\s*["']\s*\d""")
_ROW = re.compile(rb"<(?:\w+:)?row[\s/>]")
_CELL = re.compile(rb"[<:]c[\s/>]")
_CELL_STARTS = tuple(
    before + b"c" + after for before in (b"<", b":") for after in map(bytes, zip(b" \t\r\n/>"))
)
_USUAL_CELL = b'<c r="'
_TEXT = re.compile(rb'<c [^<>]*?\bt="s"[^<>]*><v>(\d+)</v>')
_NUMBER = re.compile(rb'<c r="[A-Z]+\d+"(?: s="\d+")?/?>')
_STRING = re.compile(rb"<(?:\w+:)?si\b")
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_STRINGS = "xl/sharedstrings.xml"
_LEFT_OUT = ("xl/media/", "xl/drawings/", "xl/charts/", "xl/embeddings/", "xl/pivot", "xl/externallinks/")


class Werkmap(Bladen):
    """An opened workbook; its sheets are those with cells, hidden ones too."""

    def __init__(self, data: bytes) -> None:
        """Raises a DocumentError where this is no workbook, or not one to read safely."""
        passed = _passed(data)
        try:
            self._book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(passed))
            kinds = self._book.sheets_metadata
        except (calamine.CalamineError, OSError, ValueError) as error:
            raise _damaged() from error
        self._opened: tuple[str, calamine.CalamineSheet] | None = None
        self.namen = tuple(each.name for each in kinds if each.typ == calamine.SheetTypeEnum.WorkSheet)

    def rows(self, blad: str) -> Iterator[Sequence[Cel]]:
        """The values from the first row on; columns before the first that is used are left out."""
        try:
            if self._opened is None or self._opened[0] != blad:
                self._opened = blad, self._book.get_sheet_by_name(blad)
            for row in self._opened[1].iter_rows():
                yield [_cell(value) for value in row]
        except (calamine.CalamineError, OSError, ValueError) as error:
            raise _damaged() from error


def _damaged() -> DocumentError:
    return DamagedFileError("De werkmap is afgebroken of beschadigd.")


def _passed(data: bytes) -> bytes:
    """The parts that hold the tables, unpacked under limits, as an archive that holds nothing else."""
    archive = Archive(data)
    _check_kind(archive)
    target = io.BytesIO()
    texts: list[int] = []
    left = MAX_UNPACKED
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as kept:
            # the texts come first: what sheets show is counted with them
            for name in sorted(archive.names, key=lambda name: (name.lower() != _STRINGS, name)):
                if _wanted(name):
                    part = _unpacked(source, name, left)
                    left -= len(part)
                    texts = _lengths(part) if name.lower() == _STRINGS else texts
                    _check_part(part, name, texts)
                    kept.writestr(name, part)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, NotImplementedError) as error:
        raise _damaged() from error
    return target.getvalue()


def _check_kind(archive: Archive) -> None:
    if not any(name.lower().startswith("xl/") for name in archive.names):
        what = "Het bestand is geen Excel-werkmap (XLSX)."
        raise UnknownFormatError(what, "Bied de lijst aan als CSV, XLSX of Parquet.")
    if "EncryptedPackage" in archive:
        raise EncryptedFileError("Het bestand is met een wachtwoord beveiligd.")
    if any(name.lower().endswith("workbook.bin") for name in archive.names):
        what = "Het bestand is een binaire Excel-werkmap (.xlsb); die wordt niet gelezen."
        raise UnknownFormatError(what, "Bewaar het als XLSX en bied dat bestand aan.")


def _wanted(name: str) -> bool:
    lower = name.lower()
    return lower.endswith((".xml", ".rels")) and not lower.startswith(_LEFT_OUT)


def _unpacked(source: zipfile.ZipFile, name: str, left: int) -> bytes:
    with source.open(name) as stream:
        part = stream.read(left + 1)
    if len(part) > left:
        raise TooLargeError("De werkmap is uitgepakt te groot om te lezen.", ADVICE)
    return part


def _check_part(part: bytes, name: str, texts: list[int]) -> None:
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        raise UnsafeFileError(f"Het onderdeel {name[:80]} verwijst naar gegevens van buiten het bestand.")
    if _SHEET.fullmatch(name):
        _check_reach(part)
        _check_text(part, texts)


def _check_reach(part: bytes) -> None:
    """How far the cells reach, whatever the sheet says of itself."""
    letters: set[bytes] = set()
    numbers: set[bytes] = set()
    for chunk in _chunks(part):
        letters.update(_COLUMNS.findall(chunk))
        numbers.update(_ROWS.findall(chunk))
    if any(len(number) > 8 for number in numbers):
        raise TooLargeError("Een blad heeft te veel rijen.", ADVICE)
    columns = max(map(_column, letters), default=0)
    # what has no place of its own stands behind what came before it
    if not _all_placed(part):
        columns += max(_count(_CELL, row) for row in _ROW.split(part))
    last = max(map(int, numbers), default=0) + _count(_ROW, part) - _count(_PLACED_ROW, part)
    if last > MAX_ROWS or columns > MAX_COLUMNS:
        raise TooLargeError(f"Een blad heeft meer dan {MAX_COLUMNS} kolommen of te veel rijen.", ADVICE)
    if last * columns > MAX_CELLS:
        raise TooLargeError("Een blad heeft te veel cellen om te lezen.", ADVICE)


def _all_placed(part: bytes) -> bool:
    cells = _cells(part)
    return part.count(_USUAL_CELL) == cells or _count(_PLACED_CELL, part) == cells


def _check_text(part: bytes, texts: list[int]) -> None:
    """How much text all cells show together; one written in an unusual way counts as the longest."""
    longest = max(texts, default=0)
    cells = _cells(part)
    if cells * longest <= MAX_TEXT:
        return
    shown: Counter[bytes] = Counter(_TEXT.findall(part))
    sizes = (texts[int(at)] * often for at, often in shown.items() if len(at) < 10 and int(at) < len(texts))
    unusual = max(cells - shown.total() - _count(_NUMBER, part), 0)
    if sum(sizes) + unusual * longest > MAX_TEXT:
        raise TooLargeError("Een blad bevat te veel tekst om te lezen.", ADVICE)


def _lengths(part: bytes) -> list[int]:
    """How many bytes each text takes, with its markup."""
    starts = [found.start() for found in _STRING.finditer(part)]
    return [end - start for start, end in zip(starts, [*starts[1:], len(part)], strict=True)]


def _chunks(part: bytes) -> Iterator[bytes]:
    for at in range(0, len(part), _CHUNK):
        yield part[max(at - _OVERLAP, 0) : at + _CHUNK]


def _cells(part: bytes) -> int:
    """How many cells there are, or more; counted plainly, because there are millions."""
    return sum(map(part.count, _CELL_STARTS))


def _count(pattern: re.Pattern[bytes], part: bytes) -> int:
    return sum(1 for _ in pattern.finditer(part))


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper()[:6]:
        number = number * 26 + letter - 64
    return number


def _cell(value: Any) -> Cel:  # noqa: ANN401  # what calamine makes of a cell
    kind = value.__class__
    if kind is str:
        return value or None
    if kind is float or kind is int:
        return _number(value)
    if kind is datetime:
        return value.date()  # type: ignore[no-any-return]  # a datetime, just looked
    return value if kind in (bool, date) else str(value)


def _number(value: float) -> Decimal | None:
    """A number; None for one that is larger than any program can count with."""
    if not math.isfinite(value):
        return None
    return Decimal(int(value)) if value == int(value) else Decimal(repr(value))
